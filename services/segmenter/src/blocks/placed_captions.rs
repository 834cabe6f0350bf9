//! Lines under pictures that only their place below the headline shows.

use super::captions::WIDEST;
use super::credits;
use super::cues::SOURCE_LABELS;
use super::dateline;
use super::line::{Line, ends_like_sentence};
use super::name_lines;

/// The fewest words of the text before a credit that only its place below the headline makes one.
const FEWEST_WORDS: usize = 3;

/// The shortest line that ends with a name, in bytes.
const SHORTEST_WITH_NAME: usize = 16;

/// What separates sentences inside a line.
const SENTENCE_ENDS: [&str; 3] = [". ", "! ", "? "];

/// Reports whether a line below the headline ends like the line under a picture: with an agency in brackets, with the
/// source, or with a name.
pub(super) fn is_caption_below_headline(line: &Line<'_>) -> bool {
    line.columns <= WIDEST
        && !line.ends_like_sentence
        && (ends_with_agency(line.text)
            || ends_with_source(line.text)
            || ends_with_name(line.text)
            || ends_with_bracketed_paper(line.text))
}

/// Reports whether a line ends with an agency in brackets and has no stop before it: `The tram on Monday (Ansa)`.
/// A headline may end so, too.
fn ends_with_agency(line: &str) -> bool {
    let inside = line.strip_suffix([')', '）']).and_then(|line| line.rsplit_once(['(', '（']));
    inside.is_some_and(|(before, _)| !ends_like_sentence(before.trim_end()))
        && ends_with_bracketed_agency(line)
}

/// Reports whether a line ends with an agency in brackets.
fn ends_with_bracketed_agency(line: &str) -> bool {
    let inside = line.strip_suffix([')', '）']).and_then(|line| line.rsplit_once(['(', '（']));
    inside.is_some_and(|(before, agency)| {
        let before = before.trim_end();
        dateline::is_agency_name(agency.trim())
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

/// Reports whether a line above the lead ends like the line under a picture: with a sentence and a name or an agency in
/// brackets. Below the lead it may be the last sentence of the story and who wrote it.
pub(super) fn is_caption_above_lead(line: &Line<'_>) -> bool {
    const WIDEST_WITH_AGENCY: usize = 120;
    line.columns <= WIDEST
        && !line.ends_like_sentence
        && (ends_with_bracketed_name(line.text)
            || (line.columns <= WIDEST_WITH_AGENCY && ends_with_bracketed_agency(line.text)))
}

/// Reports whether a line ends with the name of a photographer or the capitals of an organization behind a sentence or
/// a sign: `The goose at dawn. Ville Koski`, `The goose at dawn / Ana López`, `The goose at dawn. EP`.
fn ends_with_name(line: &str) -> bool {
    // Most such lines are no longer than a heading of a few words.
    if line.len() < SHORTEST_WITH_NAME {
        return false;
    }
    let behind_sentence = || {
        let parts = if line.contains('.') { line.rsplit_once(". ") } else { None };
        parts.filter(|(before, _)| before.ends_with(char::is_lowercase))
    };
    let behind_sign = || [" / ", " | ", " - "].into_iter().find_map(|sign| line.rsplit_once(sign));
    let is_name = |name: &str| {
        name_lines::is_bare_name(&Line::measure(name))
            || name_lines::is_in_capitals(name)
            || credits::is_name_with_paper(name)
    };
    // An agency signs the last paragraph.
    let is_organization = |name: &str| {
        name.len() > 1 && name.chars().all(char::is_uppercase) && !dateline::is_agency_name(name)
    };
    // A line under a picture has one sentence.
    let is_wide = |before: &str| {
        before.split_whitespace().nth(FEWEST_WORDS).is_some()
            && !SENTENCE_ENDS.iter().any(|end| before.contains(end))
    };
    !line.starts_with(text::is_opening_mark)
        && (behind_sentence().is_some_and(|(before, name)| {
            is_wide(before) && (is_name(name.trim()) || is_organization(name.trim()))
        }) || behind_sign().is_some_and(|(before, name)| is_wide(before) && is_name(name.trim())))
}

/// Reports whether a line ends with two or three words in brackets that may be a paper or a photographer: `The tram on
/// Monday (Harbour News)`.
fn ends_with_bracketed_paper(line: &str) -> bool {
    let inside = line.strip_suffix(')').and_then(|line| line.rsplit_once(" ("));
    inside.is_some_and(|(before, paper)| {
        let words = paper.split_whitespace().filter(|word| word.contains(char::is_alphabetic));
        before.split_whitespace().nth(FEWEST_WORDS).is_some()
            && !ends_like_sentence(before)
            && (2..=3).contains(&words.clone().count())
            && words.clone().all(|word| word.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()))
    })
}

/// Reports whether a line ends with a sentence and then a name in brackets: `… on Thursday.(Bagus Pranoto)`
fn ends_with_bracketed_name(line: &str) -> bool {
    let inside = line.strip_suffix(')').and_then(|line| line.rsplit_once('('));
    inside.is_some_and(|(before, name)| {
        ends_like_sentence(before.trim_end()) && name_lines::is_bare_name(&Line::measure(name.trim()))
    })
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
        for line in [
            "The goose slept on the rails. Ville Koski",
            "La oca en la vía del tren, ayer / Ana López",
            "La oca duerme en la vía. EP",
        ] {
            assert!(is_caption_below_headline(&Line::measure(line)), "{line}");
        }
        for line in ["The goose slept on the rails.(Ville Koski)", "The goose slept on Monday. (AFP)"] {
            assert!(is_caption_above_lead(&Line::measure(line)), "{line}");
        }
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
            assert!(!is_caption_below_headline(&Line::measure(line)), "{line}");
        }
    }
}
