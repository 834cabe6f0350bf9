//! Words of all languages that mark bylines, credits, notices, captions and furniture.

use std::sync::LazyLock;

use super::folding::{fold, without_marks};
use super::key_set::KeySet;
use super::openings::Openings;
use super::sorted_phrases::SortedPhrases;
use crate::languages::words_of_all;
use crate::word_list::WordList;

/// "By" at the start of a byline, in lower case.
pub(super) static BYLINE_WORDS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.cues.byline_words)));

/// Labels before a colon or a slash and a name, in lower case.
pub(super) static BYLINE_LABELS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.cues.byline_labels)));

/// What names follow at the start of a byline.
pub(super) static BYLINE_OPENINGS: LazyLock<Openings> =
    LazyLock::new(|| Openings::new(words_of_all(|profile| profile.cues.byline_openings)));

/// Words of reporters' roles, in lower case.
pub(super) static ROLES: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.cues.roles)));

/// Whole bylines without a name, folded.
pub(super) static NEWSROOMS: LazyLock<FoldedLines> =
    LazyLock::new(|| FoldedLines::new(words_of_all(|profile| profile.cues.newsrooms)));

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

/// What follows the name of the author in a line that says who it is.
pub(super) static AUTHOR_PHRASES: LazyLock<Openings> =
    LazyLock::new(|| Openings::new(words_of_all(|profile| profile.cues.author_phrases)));

/// Whole lines below which the story is over.
pub(super) static END_MARKS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.cues.end_marks)));

/// Openings of captions.
pub(super) static CAPTION_OPENINGS: LazyLock<Openings> =
    LazyLock::new(|| Openings::new(words_of_all(|profile| profile.cues.caption_openings)));

/// What a line under a picture ends with.
pub(super) static CAPTION_ENDINGS: LazyLock<Endings> =
    LazyLock::new(|| Endings::new(words_of_all(|profile| profile.cues.caption_endings)));

/// Where somebody stands in a picture, folded.
pub(super) static CAPTION_POSITIONS: LazyLock<FoldedLines> =
    LazyLock::new(|| FoldedLines::new(words_of_all(|profile| profile.cues.caption_positions)));

/// Verbs behind a comma that say who speaks.
pub(super) static TELLING_VERBS: LazyLock<Openings> =
    LazyLock::new(|| Openings::new(words_of_all(|profile| profile.cues.telling_verbs)));

/// Labels of the source of a picture or story: `Source: …`
pub(super) static SOURCE_LABELS: LazyLock<Openings> =
    LazyLock::new(|| Openings::new(words_of_all(|profile| profile.cues.source_labels)));

/// Labels of picture credits, folded.
pub(super) static PICTURE_LABELS: LazyLock<FoldedLines> =
    LazyLock::new(|| FoldedLines::new(words_of_all(|profile| profile.cues.picture_labels)));

/// Picture agencies, folded. Their names close a caption even without a label.
pub(super) static PICTURE_AGENCIES: LazyLock<FoldedLines> =
    LazyLock::new(|| FoldedLines::new(words_of_all(|profile| profile.cues.picture_agencies)));

/// What a picture credit in brackets holds, in lower case.
pub(super) static CAPTION_CREDITS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.cues.caption_credits)));

/// Whole lines of furniture, folded.
pub(super) static FURNITURE_LINES: LazyLock<FoldedLines> = LazyLock::new(|| {
    let headings = words_of_all(|profile| profile.furniture.summary_headings);
    FoldedLines::new(words_of_all(|profile| profile.furniture.lines).chain(headings))
});

/// Whole lines above a list of links, folded.
pub(super) static LINK_HEADINGS: LazyLock<FoldedLines> =
    LazyLock::new(|| FoldedLines::new(words_of_all(|profile| profile.furniture.link_headings)));

/// Whole lines above the summary of a story, folded.
pub(super) static SUMMARY_HEADINGS: LazyLock<FoldedLines> =
    LazyLock::new(|| FoldedLines::new(words_of_all(|profile| profile.furniture.summary_headings)));

/// Openings of short lines of furniture.
pub(super) static FURNITURE_OPENINGS: LazyLock<Openings> =
    LazyLock::new(|| Openings::new(words_of_all(|profile| profile.furniture.openings)));

/// Openings of notes of the page.
pub(super) static FURNITURE_NOTES: LazyLock<Openings> =
    LazyLock::new(|| Openings::new(words_of_all(|profile| profile.furniture.notes)));

/// Phrases inside short lines of furniture, with those that reserve rights.
pub(super) static FURNITURE_PHRASES: LazyLock<Openings> = LazyLock::new(|| {
    let rights = words_of_all(|profile| profile.furniture.rights);
    Openings::new(words_of_all(|profile| profile.furniture.phrases).chain(rights))
});

/// Phrases that reserve rights.
pub(super) static RIGHTS: LazyLock<Openings> =
    LazyLock::new(|| Openings::new(words_of_all(|profile| profile.furniture.rights)));

/// Words of share buttons, and platforms.
pub(super) static SHARE_WORDS: LazyLock<FoldedLines> = LazyLock::new(|| {
    let platforms = words_of_all(|profile| profile.furniture.platforms);
    FoldedLines::new(words_of_all(|profile| profile.furniture.share_words).chain(platforms))
});

/// Platforms where stories are shared.
pub(super) static PLATFORMS: LazyLock<FoldedLines> =
    LazyLock::new(|| FoldedLines::new(words_of_all(|profile| profile.furniture.platforms)));

/// Verbs of a line that asks readers to follow or to write.
pub(super) static FOLLOW_WORDS: LazyLock<FoldedLines> =
    LazyLock::new(|| FoldedLines::new(words_of_all(|profile| profile.furniture.follow_words)));

/// Words between the words of share buttons.
pub(super) static SHARE_CONNECTORS: LazyLock<FoldedLines> =
    LazyLock::new(|| FoldedLines::new(words_of_all(|profile| profile.furniture.share_connectors)));

/// Words of a line that says only when, with months and weekdays.
pub(super) static CLOCK_WORDS: LazyLock<FoldedLines> = LazyLock::new(|| {
    let months = words_of_all(|profile| profile.datelines.months);
    let weekdays = words_of_all(|profile| profile.datelines.weekdays);
    let connectors = words_of_all(|profile| profile.datelines.date_connectors);
    let clock = words_of_all(|profile| profile.furniture.clock_words);
    FoldedLines::new(months.chain(weekdays).chain(connectors).chain(clock))
});

/// What lines end with.
#[derive(Debug)]
pub(super) struct Endings {
    endings: WordList,
    keys: KeySet,
}

impl Endings {
    fn new(endings: impl Iterator<Item = &'static str>) -> Self {
        let endings = WordList::new(endings);
        Self { keys: KeySet::of(endings.iter().map(last_bytes)), endings }
    }

    /// Reports whether a line ends with one of them.
    pub(super) fn close(&self, line: &str) -> bool {
        self.keys.may_hold(last_bytes(line)) && self.endings.iter().any(|ending| line.ends_with(ending))
    }

    /// Reports whether a line may end with one of them, however it is capitalized. Most lines do not.
    pub(super) fn may_close(&self, line: &str) -> bool {
        let last = last_bytes(line);
        let bytes = last.to_be_bytes();
        let small = u64::from_be_bytes(bytes.map(|byte| byte.to_ascii_lowercase()));
        !bytes.is_ascii() || self.keys.may_hold(last) || self.keys.may_hold(small)
    }

    /// Reports whether a text is one of them.
    pub(super) fn contains(&self, text: &str) -> bool {
        self.endings.contains(text)
    }
}

/// Returns the last three bytes of a text as a number. No ending is shorter.
fn last_bytes(text: &str) -> u64 {
    text.bytes().rev().take(3).fold(0, |key, byte| (key << 8) | u64::from(byte))
}

/// Folded lines or words, without marks around them.
#[derive(Debug)]
pub(super) struct FoldedLines {
    lines: SortedPhrases,
    keys: KeySet,
    /// The bytes of the longest line.
    longest: usize,
}

impl FoldedLines {
    fn new(lines: impl Iterator<Item = &'static str>) -> Self {
        let mut lines: Vec<String> =
            lines.map(|line| without_marks(&fold(line, usize::MAX)).to_owned()).collect();
        lines.retain(|line| !line.is_empty());
        let lines = SortedPhrases::new(lines);
        let longest = lines.as_slice().iter().map(String::len).max().unwrap_or_default();
        Self { keys: KeySet::of(lines.as_slice().iter().map(|line| key(line))), lines, longest }
    }

    /// Reports whether `line`, which is folded and without marks around it, is listed.
    pub(super) fn contains(&self, line: &str) -> bool {
        line.len() <= self.longest && self.keys.may_hold(key(line)) && self.lines.contains(line)
    }

    /// Reports whether `word`, which is not folded, may be listed. Most words are not, and need no folding.
    pub(super) fn may_hold(&self, word: &str) -> bool {
        const LONGEST: usize = 24;
        let plain = word.trim_matches(|c: char| c.is_ascii_punctuation() && c != '#');
        // Folding only makes such a word small. A longer one may be cut.
        if word.len() > LONGEST || !plain.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return true;
        }
        plain.len() <= self.longest && self.keys.may_hold(key(plain))
    }

    /// Reports whether `word` begins with a listed word of six bytes or more.
    pub(super) fn has_beginning_of(&self, word: &str) -> bool {
        let Some(beginning) = word.as_bytes().get(..6) else { return false };
        let lines = self.lines.as_slice();
        let first = lines.partition_point(|listed| listed.as_bytes() < beginning);
        let listed = lines.get(first..).unwrap_or_default();
        let mut listed = listed.iter().take_while(|listed| listed.as_bytes().starts_with(beginning));
        listed.any(|listed| word.starts_with(listed.as_str()))
    }
}

/// Returns the first four and the last four bytes of a line, with small letters, and its length as a number.
fn key(line: &str) -> u64 {
    let bytes = line.as_bytes();
    let number = |bytes: &[u8; 4]| u64::from(u32::from_be_bytes(bytes.map(|byte| byte.to_ascii_lowercase())));
    let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) else {
        return bytes.iter().fold(0, |key, byte| (key << 8) | u64::from(byte.to_ascii_lowercase()));
    };
    ((number(first) << 32) | number(last)) ^ bytes.len() as u64
}
