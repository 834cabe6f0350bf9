//! Words of all languages that mark bylines, credits, notices and captions.

use std::sync::LazyLock;

use text::ByteSet;

use crate::languages::words_of_all;
use crate::word_list::WordList;

/// "By" at the start of a byline, in lower case.
pub(super) static BYLINE_WORDS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.cues.byline_words)));

/// Labels before a colon or a slash and a name, in lower case.
pub(super) static BYLINE_LABELS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.cues.byline_labels)));

/// Reporters' titles.
pub(super) static REPORTER_TITLES: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.cues.reporter_titles)));

/// Words in lower case that may occur between the names of a byline.
pub(super) static NAME_CONNECTORS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.cues.name_connectors)));

/// Openings of credits.
pub(super) static CREDIT_OPENINGS: LazyLock<Openings> =
    LazyLock::new(|| Openings::new(words_of_all(|profile| profile.cues.credit_openings)));

/// Openings of notices.
pub(super) static NOTICE_OPENINGS: LazyLock<Openings> =
    LazyLock::new(|| Openings::new(words_of_all(|profile| profile.cues.notice_openings)));

/// Whole lines below which the story is over.
pub(super) static END_MARKS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.cues.end_marks)));

/// Openings of captions.
pub(super) static CAPTION_OPENINGS: LazyLock<Openings> =
    LazyLock::new(|| Openings::new(words_of_all(|profile| profile.cues.caption_openings)));

/// What a picture credit in brackets holds, in lower case.
pub(super) static CAPTION_CREDITS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.cues.caption_credits)));

/// Openings of lines, in lower case.
#[derive(Debug)]
pub(super) struct Openings {
    openings: WordList,
    /// The first byte of each opening.
    first_bytes: ByteSet,
}

impl Openings {
    fn new(words: impl Iterator<Item = &'static str>) -> Self {
        let openings = WordList::new(words);
        let first_bytes: Vec<u8> = openings.iter().filter_map(|opening| opening.bytes().next()).collect();
        Self { openings, first_bytes: ByteSet::of(&first_bytes) }
    }

    /// Reports whether `line` begins with one of them, in any capitals and as whole words.
    pub(super) fn open(&self, line: &str) -> bool {
        let mut small_letters = line.chars().flat_map(char::to_lowercase);
        let Some(first) = small_letters.next() else { return false };
        let mut buffer = [0; 4];
        let first_byte = first.encode_utf8(&mut buffer).bytes().next().unwrap_or_default();
        // Most lines begin with another letter than any opening.
        self.first_bytes.holds(first_byte)
            && self
                .openings
                .iter()
                .filter(|opening| opening.bytes().next() == Some(first_byte))
                .any(|opening| opens_with(line, opening))
    }
}

/// Reports whether `line` begins with `opening`, which is in lower case, and a word does not go on after
/// it.
fn opens_with(line: &str, opening: &str) -> bool {
    let mut small_letters = line.chars().flat_map(char::to_lowercase);
    // After a mark, a space or an ideograph no word goes on.
    let ends_word = opening.ends_with(|last: char| !last.is_alphabetic() || text::is_without_spaces(last));
    opening.chars().all(|expected| small_letters.next() == Some(expected))
        && (ends_word || !small_letters.next().is_some_and(char::is_alphanumeric))
}
