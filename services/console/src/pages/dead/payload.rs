//! The payload of a dead letter with the broken place marked.

use maud::{Markup, PreEscaped, html};

use crate::pages::escape::made_visible;

/// The lines shown before and after the broken place. Payloads may have millions.
const AROUND: usize = 200;
/// The bytes of a line shown before and after the broken place.
const BESIDE: usize = 2_000;

/// A place in a payload, as parsers of JSON report it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    /// The line, from one on.
    line: usize,
    /// The byte in the line, from one on.
    column: usize,
}

/// Returns the payload, with a mark at the place that the error names: by line and column, or by a member.
pub(super) fn marked(payload: &str, error: &str) -> Markup {
    let place = place(error).or_else(|| member(payload, error));
    let broken = place.map_or(1, |place| place.line);
    let lines = payload.lines().enumerate().map(|(index, text)| (index + 1, text));
    let first = broken.saturating_sub(AROUND);
    let shown = lines.skip_while(|(number, _)| *number < first).take(2 * AROUND);
    html! {
        pre.payload tabindex="0" dir="ltr" aria-label="Payload" {
            @for (number, text) in shown {
                span.line.broken[place.is_some() && number == broken] data-line=(number) {
                    (line(text, place.filter(|place| place.line == number)))
                } "\n"
            }
        }
    }
}

/// Returns a line with a mark at the broken place.
fn line(text: &str, place: Option<Place>) -> Markup {
    let Some(place) = place else { return PreEscaped(made_visible(start_of(text, BESIDE))) };
    // Parsers name the byte after the one that they could not read.
    let at = boundary(text, place.column.saturating_sub(1));
    let (before, rest) = (text.get(..at).unwrap_or_default(), text.get(at..).unwrap_or_default());
    let broken = rest.chars().next().map_or(0, char::len_utf8);
    let (broken, after) = (rest.get(..broken).unwrap_or_default(), rest.get(broken..).unwrap_or_default());
    let cut = boundary(before, before.len().saturating_sub(BESIDE));
    html! {
        @if cut > 0 { "…" }
        (PreEscaped(made_visible(before.get(cut..).unwrap_or_default())))
        mark.here title="The broken place" { @if broken.is_empty() { "␣" } @else { (PreEscaped(made_visible(broken))) } }
        (PreEscaped(made_visible(start_of(after, BESIDE))))
    }
}

fn start_of(text: &str, bytes: usize) -> &str {
    text.get(..boundary(text, bytes)).unwrap_or_default()
}

/// Returns the last boundary between characters that is not after `byte`.
fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Finds "at line 3 column 7" in an error.
fn place(error: &str) -> Option<Place> {
    let (_, after) = error.rsplit_once(" at line ")?;
    let (line, after) = after.split_once(" column ")?;
    let column = after.split(|character: char| !character.is_ascii_digit()).next()?;
    Some(Place { line: line.parse().ok()?, column: column.parse().ok()? })
}

/// Finds the member that an error names, such as `headline: expected a string`, or the body if it is empty.
fn member(payload: &str, error: &str) -> Option<Place> {
    let named = error.rsplit_once(": expected ").and_then(|(before, _)| before.rsplit(' ').next());
    let name = named.or_else(|| error.contains("`body` is empty").then_some("body"))?;
    let at = payload.find(&format!("\"{name}\""))?;
    let before = payload.get(..at)?;
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    Some(Place { line: before.matches('\n').count() + 1, column: at - start + 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(payload: &str, error: &str, expected: Option<(usize, usize)>) {
        let place = place(error).or_else(|| member(payload, error));
        assert_eq!(place.map(|place| (place.line, place.column)), expected, "{error}");
    }

    #[test]
    fn an_error_names_its_place_by_line_or_by_member() {
        check("{", "not valid JSON: EOF while parsing an object at line 1 column 1", Some((1, 1)));
        check(
            "{\n \"headline\": 7}",
            "not an article: headline: expected a string, found a number",
            Some((2, 2)),
        );
        check(r#"{"body": " "}"#, "the article's `body` is empty", Some((1, 2)));
        check("{}", "not an article: it has no `body`", None);
        check("{}", "the stage panicked at line x column y", None);
    }

    #[test]
    fn the_broken_place_is_marked_within_its_line() {
        let html = marked("{\"body\": <x>}\n", "expected value at line 1 column 10").into_string();
        assert!(
            html.contains(
                "{&quot;body&quot;: <mark class=\"here\" title=\"The broken place\">&lt;</mark>x&gt;}"
            ),
            "{html}"
        );
    }

    #[test]
    fn a_place_outside_the_payload_or_inside_a_character_is_harmless() {
        for error in [
            "at line 1 column 999999",
            "x at line 1 column 2",
            "x at line 99 column 1",
            "x at line 0 column 0",
        ] {
            assert!(marked("é", error).into_string().contains('é') || error.contains("99 column"), "{error}");
        }
    }
}
