//! Lines under pictures that only their place below the headline shows.

use super::captions::WIDEST;
use super::credits;
use super::cues::SOURCE_LABELS;
use super::dateline;
use super::line::{Line, ends_like_sentence};
use super::signature;

/// The fewest words of the text before a credit that only its place below the headline makes one.
const FEWEST_WORDS: usize = 3;

/// Reports whether a line below the headline ends like the line under a picture: with an agency in brackets, or with
/// the source.
pub(super) fn is_caption_below_headline(line: &Line<'_>) -> bool {
    line.columns <= WIDEST
        && !line.ends_like_sentence
        && (ends_with_agency(line.text) || ends_with_source(line.text))
}

/// Reports whether a line ends with an agency in brackets and has no stop before it: `The tram on Monday (Ansa)`.
/// A headline may end so, too.
fn ends_with_agency(line: &str) -> bool {
    let inside = line.strip_suffix([')', '）']).and_then(|line| line.rsplit_once(['(', '（']));
    inside.is_some_and(|(before, agency)| {
        let before = before.trim_end();
        dateline::is_agency_name(agency.trim())
            && !ends_like_sentence(before)
            && !before.ends_with(text::is_dash)
            && before.split_whitespace().nth(FEWEST_WORDS - 1).is_some()
    })
}

/// Reports whether the last words of a line name its source: `Енот на парковке Источник: читатель`.
fn ends_with_source(line: &str) -> bool {
    const MOST_WORDS: usize = 5;
    let words = line.split_whitespace().rev().take(MOST_WORDS + 1);
    let label = words.filter(|word| word.ends_with([':', '：'])).last();
    label.is_some_and(|label| {
        // `label` lies in `line`.
        let at = label.as_ptr() as usize - line.as_ptr() as usize;
        line.get(..at).is_some_and(|before| before.split_whitespace().nth(FEWEST_WORDS - 1).is_some())
            && line.get(at..).is_some_and(|source| SOURCE_LABELS.open(source))
    })
}

/// Reports whether a line above the lead ends with the name of a photographer: `The goose at dawn. Ville Koski`.
pub(super) fn is_caption_above_lead(line: &Line<'_>) -> bool {
    if line.columns > WIDEST || line.ends_like_sentence {
        return false;
    }
    let Some((before, name)) = line.text.rsplit_once(". ") else { return false };
    !line.text.starts_with(text::is_opening_mark)
        && before.ends_with(char::is_lowercase)
        && before.split_whitespace().nth(FEWEST_WORDS).is_some()
        && signature::is_bare_name(&Line::measure(name.trim()))
}

/// Reports whether `line` is a short line without a stop above the credit of its picture.
pub(super) fn is_above_credit(line: &Line<'_>, below: &Line<'_>) -> bool {
    const WIDEST_ABOVE: usize = 120;
    line.columns <= WIDEST_ABOVE
        && !line.ends_like_sentence
        && line.text.split_whitespace().nth(FEWEST_WORDS - 1).is_some()
        && credits::is_agency_credit(below)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_ends_with_an_agency_a_source_or_a_name_is_a_caption() {
        for line in ["The tram on Monday (Ansa)", "Енот на парковке утром Источник: читатель"]
        {
            assert!(is_caption_below_headline(&Line::measure(line)), "{line}");
        }
        assert!(is_caption_above_lead(&Line::measure("The goose slept on the rails. Ville Koski")));
        for line in [
            "He told the agency (AP).",
            "PARIS (AP)",
            "PARIS (AP) —",
            "Here is the source: a spring.",
            "Source: AP",
        ] {
            assert!(!is_caption_below_headline(&Line::measure(line)), "{line}");
        }
        for line in
            ["“We had no choice today.” Ola Reid", "He sat in Washington, D.C. Ann Lee", "She left. Then"]
        {
            assert!(!is_caption_above_lead(&Line::measure(line)), "{line}");
        }
    }
}
