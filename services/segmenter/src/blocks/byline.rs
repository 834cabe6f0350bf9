//! Whether a line says who wrote the story.

use super::columns;
use super::cues::{BYLINE_LABELS, BYLINE_SUFFIXES, BYLINE_WORDS, NAME_CONNECTORS};

/// The widest byline, in columns: three names and their papers.
const WIDEST: usize = 120;

/// Whether `line` is a byline; `given` is the one the publisher sent apart.
pub(super) fn is_byline(line: &str, given: Option<&str>) -> bool {
    if columns(line) > WIDEST || line.contains(['\n', '\r']) {
        return false;
    }
    given.is_some_and(|given| given.trim() == line) || has_label(line) || has_suffix(line) || has_word(line)
}

/// `Author: …`, `记者：…`
fn has_label(line: &str) -> bool {
    let Some((label, name)) = line.split_once([':', '：', '/', '／']) else { return false };
    let label = label.trim().to_lowercase();
    let name = name.trim();
    BYLINE_LABELS.contains(&label.as_str()) && !name.is_empty() && !name.ends_with(['.', '。'])
}

/// `김철수 기자`, `記者 …`: a few words with the reporter's title among them.
fn has_suffix(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().take(7).collect();
    let is_title = |word: &&str| BYLINE_SUFFIXES.contains(word);
    (2..=6).contains(&words.len()) && words.iter().any(is_title) && !line.ends_with(['.', '。', '=', '＝'])
}

/// `By Jane Doe and John Roe in Paris`: a word of the language for "by", then names.
fn has_word(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let first = words.next().unwrap_or("").to_lowercase();
    if !BYLINE_WORDS.contains(&first.trim_end_matches(':')) {
        return false;
    }
    let names: Vec<&str> = words.take(17).collect();
    let capitals = names.iter().filter(|name| is_name(name)).count();
    (1..=16).contains(&names.len())
        && names.first().is_some_and(|name| is_name(name))
        && capitals >= 2.min(names.len())
        && names.iter().all(|word| is_name(word) || is_between_names(word))
        && !ends_with_stop(&names)
}

fn is_name(word: &str) -> bool {
    word.chars()
        .find(|character| character.is_alphanumeric())
        .is_some_and(|first| first.is_uppercase() || (first.is_alphabetic() && !first.is_lowercase()))
}

fn is_between_names(word: &str) -> bool {
    let word = word.trim_matches(|character: char| !character.is_alphanumeric() && character != '@');
    word.is_empty() || word.contains('@') || NAME_CONNECTORS.contains(&word)
}

/// A stop that is not an initial's or an abbreviated title's.
fn ends_with_stop(names: &[&str]) -> bool {
    let last = names.last().copied().unwrap_or("");
    let is_short = last.chars().filter(|character| character.is_alphabetic()).count() <= 2;
    last.ends_with(['.', '!', '?']) && !is_short
}
