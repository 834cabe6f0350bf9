//! Bylines that say who wrote the text and who took the pictures: `Text: Jana Wirth, Foto: Karl Oster`.

use super::cues::{BYLINE_LABELS, BYLINE_WORDS, NAME_CONNECTORS, PICTURE_LABELS};
use super::folding::{fold, without_marks};

/// The fewest and the most words of such a line: two labels and a name are the fewest.
const FEWEST_WORDS: usize = 4;
const MOST_WORDS: usize = 14;

/// The longest label, in characters.
const LONGEST_LABEL: usize = 24;

/// What the words of a line are.
#[derive(Debug, Default)]
struct Credited {
    texts: usize,
    pictures: usize,
    names: usize,
}

/// Reports whether a line has a label for the text, a label for the pictures, and names.
pub(super) fn are_credited(line: &str) -> bool {
    // Most lines are shorter, wider or sentences, and others have no label of pictures.
    if line.ends_with(['.', '!', '?'])
        || !(FEWEST_WORDS..=MOST_WORDS).contains(&line.split_whitespace().take(MOST_WORDS + 1).count())
        || !line.split_whitespace().any(labels_pictures)
    {
        return false;
    }
    let mut credited = Credited::default();
    line.split_whitespace().all(|word| credited.takes(word))
        && credited.texts > 0
        && credited.pictures > 0
        && credited.names > 1
}

impl Credited {
    /// Takes the next word. Returns whether such a line may have it.
    fn takes(&mut self, word: &str) -> bool {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        if labels_pictures(word) {
            self.pictures += 1;
        } else if labels_text(plain) {
            self.texts += 1;
        } else if plain.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase()) {
            self.names += 1;
        } else {
            return plain.is_empty()
                || NAME_CONNECTORS.contains(plain)
                || BYLINE_WORDS.contains_in_any_case(plain);
        }
        true
    }
}

fn labels_pictures(word: &str) -> bool {
    PICTURE_LABELS.may_hold(word) && PICTURE_LABELS.contains(without_marks(&fold(word, LONGEST_LABEL)))
}

/// Reports whether a word labels a text. `by` is a label of names alone.
fn labels_text(plain: &str) -> bool {
    BYLINE_LABELS.contains_in_any_case(plain) && !BYLINE_WORDS.contains_in_any_case(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_pictures_may_be_credited_in_one_line() {
        for line in [
            "Text: Jana Wirth, Foto: Karl Oster",
            "Text: Anna Lind Foto: Per Holm",
            "Text und Foto: Jana Wirth",
            "Text & foto: Anna Lind",
            "Von Jana Wirth (Text) und Karl Oster (Fotos)",
            "Testo e foto di Chiara Mancini",
            "Текст: Анна Орлова, фото: Пётр Лис",
        ] {
            assert!(are_credited(line), "{line}");
        }
        for line in [
            "Foto: Jana Wirth",
            "The text and the photos were gone",
            "Der Text zum Foto von Karl Oster fehlt noch",
            "Text und Foto",
        ] {
            assert!(!are_credited(line), "{line}");
        }
    }
}
