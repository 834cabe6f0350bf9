//! Picture credits that are a line of their own.

use super::credits;
use super::cues::{CAPTION_OPENINGS, SOURCE_LABELS};
use super::dateline;
use super::line::Line;
use super::{name_lines, telling};

/// The widest credit that is a line of its own, in columns.
const WIDEST_CREDIT: usize = 60;

/// The most words of such a credit, and of its label.
const MOST_CREDIT_WORDS: usize = 8;
const MOST_LABEL_WORDS: usize = 2;

/// The fewest and the most letters of an organization that is a credit.
const FEWEST_LETTERS: usize = 2;
const MOST_LETTERS: usize = 8;

/// The widest sentence above a credit, in columns. A wider one is text above a picture.
const WIDEST_SENTENCE: usize = 60;

/// The fewest words of the line above a credit.
const FEWEST_WORDS: usize = 3;

/// Reports whether `line` is a short line without a stop above the credit of its picture. A sentence is one if it is
/// very short, or has a label in capitals: `TAKEN BY SURPRISE: Geir Anda saw it all.`
pub(super) fn is_above_credit(line: &Line<'_>, below: &Line<'_>) -> bool {
    const WIDEST_ABOVE: usize = 120;
    line.columns <= WIDEST_ABOVE
        && has_words(line)
        && if line.ends_like_sentence {
            let may_be_caption = || {
                has_label_in_capitals(line.text)
                    || (line.columns <= WIDEST_SENTENCE
                        && !telling::is_told(line)
                        && !telling::opens_with_quotation(line.text))
            };
            is_credit(below) && may_be_caption()
        } else {
            credits::is_agency_credit(below)
                || is_credit(below)
                || names_source(below)
                || is_organization(below)
        }
}

/// Reports whether a line has words enough for a caption. Some scripts set no spaces.
fn has_words(line: &Line<'_>) -> bool {
    const NARROWEST_UNSPACED: usize = 16;
    line.text.split_whitespace().nth(FEWEST_WORDS - 1).is_some()
        || (line.text.contains(text::is_without_spaces) && line.columns >= NARROWEST_UNSPACED)
}

/// Reports whether a line opens with words in capitals and a colon, and goes on in small letters.
fn has_label_in_capitals(line: &str) -> bool {
    const FEWEST_CAPITALS: usize = 4;
    line.split_once(": ").is_some_and(|(label, behind)| {
        label.chars().filter(|c| c.is_uppercase()).nth(FEWEST_CAPITALS - 1).is_some()
            && !label.contains(char::is_lowercase)
            && behind.contains(char::is_lowercase)
    })
}

/// Reports whether a line is a picture credit that its label or its sign shows.
pub(super) fn is_credit(line: &Line<'_>) -> bool {
    is_labelled_credit(line)
        || is_bracketed_credit(line)
        || (line.columns <= WIDEST_CREDIT
            && line.text.starts_with(['©', 'ⓒ'])
            && credits::ends_with_credit(line.text))
}

/// Reports whether a line is a picture credit in brackets and nothing else: `(ABC News: Jane Doe)`.
pub(super) fn is_bracketed_credit(line: &Line<'_>) -> bool {
    let inside = line.text.strip_prefix('(').and_then(|line| line.strip_suffix(')'));
    inside.filter(|inside| !inside.contains('(')).map(Line::measure).is_some_and(|inside| {
        inside.columns <= WIDEST_CREDIT
            && (is_labelled_credit(&inside)
                || credits::is_source_before_name(inside.text)
                || credits::is_agency_credit(&inside))
    })
}

/// Reports whether a line is furniture only because it names a source or an agency, and may be the credit of the
/// picture above it.
pub(super) fn may_be_credit(line: &Line<'_>) -> bool {
    names_source(line) || credits::is_picture_agency(line.text) || dateline::is_agency_name(line.text)
}

/// Reports whether a short line is a picture credit with its label and nothing else: `Foto: Per Holm`, `Photo: City
/// of Leeds`.
fn is_labelled_credit(line: &Line<'_>) -> bool {
    line.columns <= WIDEST_CREDIT
        && !line.ends_like_sentence
        && line.text.split_whitespace().nth(MOST_CREDIT_WORDS).is_none()
        && (CAPTION_OPENINGS.open(line.text) || credits::is_labelled_name(line.text))
        // `Credit…Jane Doe`
        && line.text.split_whitespace().take(MOST_LABEL_WORDS).any(|word| credits::is_label(word) || word.contains('…'))
}

/// Reports whether a line is the capitals of an organization, or a picture agency, and nothing else: `RNLI`, `Getty
/// Images`.
pub(super) fn is_organization(line: &Line<'_>) -> bool {
    if line.columns > WIDEST_CREDIT || line.ends_like_sentence {
        return false;
    }
    let letters = || line.text.chars().filter(|c| c.is_alphabetic());
    let is_acronym = (FEWEST_LETTERS..=MOST_LETTERS).contains(&letters().count())
        && letters().all(char::is_uppercase)
        && line.text.starts_with(char::is_uppercase)
        && line.text.chars().all(|c| c.is_alphabetic() || matches!(c, '/' | '-'));
    is_acronym || credits::is_picture_agency(line.text)
}

/// Reports whether a short line names the source of a picture: `Quelle: Bundespolizei`.
fn names_source(line: &Line<'_>) -> bool {
    line.columns <= WIDEST_CREDIT
        && !line.ends_like_sentence
        && line.text.split_whitespace().nth(MOST_CREDIT_WORDS).is_none()
        && SOURCE_LABELS.open(line.text)
}

/// Reports whether a line is the label of a picture credit and the name of a person: `Foto: Per Holm`, `Per Holm
/// (foto)`. An agency alone took the picture below, and not those of the whole story.
pub(super) fn names_photographer(line: &Line<'_>) -> bool {
    if let Some((name, label)) = line.text.strip_suffix(')').and_then(|line| line.split_once(" (")) {
        return credits::is_label(label) && name_lines::is_bare_name(&Line::measure(name));
    }
    let parts = line.text.split_once([':', '：']).or_else(|| line.text.split_once(' '));
    let Some((label, name)) = parts else { return false };
    let name = name.split('/').next().unwrap_or_default().trim();
    let has_case = name.contains(|c: char| c.is_lowercase() || c.is_uppercase());
    let is_name = || {
        if has_case {
            name_lines::is_bare_name(&Line::measure(name))
        } else {
            (2..=3).contains(&name.split_whitespace().count())
        }
    };
    is_labelled_credit(line) && credits::is_label(label.trim()) && is_name()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_above(line: &str, below: &str) -> bool {
        is_above_credit(&Line::measure(line), &Line::measure(below))
    }

    #[test]
    fn a_line_without_a_stop_above_a_credit_is_a_caption() {
        for credit in [
            "Quelle: Bundespolizei",
            "Foto: Per Holm",
            "Imagem: Reprodução/TV",
            "RNLI",
            "Jane Doe/Getty Images",
        ] {
            assert!(is_above("The goose on the rails", credit), "{credit}");
            assert!(
                !is_above(
                    "The goose slept on the rails, and nobody dared to wake it up before noon.",
                    credit
                ),
                "{credit}"
            );
        }
        assert!(is_above("SLEPT WELL: The goose on the rails.", "FOTO: PRIVAT"));
        assert!(!is_above("The goose on the rails", "It slept until Monday"));
    }

    #[test]
    fn a_person_behind_a_label_took_the_pictures_of_the_story() {
        for line in [
            "Foto: Per Holm",
            "Fotos: Franz Xaver Huber",
            "Foto: Olle Ek/TT",
            "צילום: גיל אליהו",
            "Foto Ana Gil",
            "Jussi Salo (kuvat)",
        ] {
            assert!(names_photographer(&Line::measure(line)), "{line}");
        }
        for line in ["Foto: dpa", "Foto: Stadt", "Foto Ansa", "Jane Doe", "The photo of Jane Doe"] {
            assert!(!names_photographer(&Line::measure(line)), "{line}");
        }
    }
}
