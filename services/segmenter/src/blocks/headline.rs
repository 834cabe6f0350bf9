//! The headline, if the body repeats it.

use super::byline;
use super::line::Line;
use super::paragraph::Paragraph;

/// The widest headline, in columns. Headlines of agencies stay under 120; headlines on the web run on.
const WIDEST: usize = 160;

/// The narrowest lead under a headline, in columns.
const NARROWEST_LEAD: usize = 60;

/// The characters of two headlines that are compared.
const MOST_COMPARED: usize = 400;

/// Reports whether `first`, the first paragraph, is the headline. `below` is the paragraph under it, and
/// `given` the headline that the publisher sent as a field.
pub(super) fn is_headline(first: &Paragraph<'_>, below: Option<&Paragraph<'_>>, given: Option<&str>) -> bool {
    if given.is_some_and(|given| has_same_letters(given, first.bare.text)) {
        return true;
    }
    // A body of one paragraph is text.
    let Some(below) = below else { return false };
    reads_like_headline(&first.bare)
        && !byline::is_byline(&first.bare, None)
        && first.dateline().is_none()
        && (is_lead_under(&first.bare, &below.bare)
            || byline::is_byline(&below.bare, None)
            || below.dateline().is_some())
}

/// Reports whether a line is short, has a letter in it, and ends without a stop.
pub(super) fn reads_like_headline(line: &Line<'_>) -> bool {
    let last = line.text.chars().next_back();
    line.columns <= WIDEST
        && !line.text.contains(['\n', '\r'])
        && line.text.chars().any(char::is_alphabetic)
        // These marks announce what follows, or the line breaks off inside a sentence.
        && !last.is_some_and(|mark| matches!(mark, ':' | ',' | ';' | '：' | '，' | '；' | '、'))
        && (!line.ends_like_sentence || ends_with_headline_mark(line.text))
}

/// Reports whether a line ends with a mark that headlines have: a question, an exclamation, suspension
/// points, or the stop of an abbreviation such as `U.S.`
fn ends_with_headline_mark(line: &str) -> bool {
    let word = line.split_whitespace().next_back().unwrap_or("");
    line.trim_end_matches(text::is_closing_mark).ends_with(['?', '!', '…', '？', '！', '؟'])
        || line.ends_with("...")
        || word.strip_suffix('.').is_some_and(|abbreviation| abbreviation.contains('.'))
}

/// Reports whether `lead` is wider than `line` and ends like a sentence, or leads up to a list.
fn is_lead_under(line: &Line<'_>, lead: &Line<'_>) -> bool {
    lead.columns > line.columns
        && lead.columns >= NARROWEST_LEAD
        && (lead.ends_like_sentence || lead.text.ends_with([':', '：']))
}

/// Reports whether two texts have the same letters and digits.
fn has_same_letters(one: &str, other: &str) -> bool {
    let letters = |text: &'_ str| -> String {
        let letters = text.chars().take(MOST_COMPARED).filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let one = letters(one);
    !one.is_empty() && one == letters(other)
}
