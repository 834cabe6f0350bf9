//! Bylines: lines that say who wrote the story.

use super::cues::{BYLINE_LABELS, BYLINE_WORDS, NAME_CONNECTORS, REPORTER_TITLES};
use super::dateline;
use super::line::Line;

/// The widest byline, in columns: three names and their papers.
const WIDEST: usize = 120;

/// The most words of a line with a reporter's title.
const MOST_WORDS_WITH_TITLE: usize = 6;

/// The most words after "by".
const MOST_NAME_WORDS: usize = 16;

/// Reports whether `line` is a byline. `given` is the byline that the publisher sent as a field.
pub(super) fn is_byline(line: &Line<'_>, given: Option<&str>) -> bool {
    if line.columns > WIDEST || line.text.contains(['\n', '\r']) {
        return false;
    }
    if !line.text.is_ascii() && line.text.contains(text::is_invisible) {
        let visible: String = line.text.chars().filter(|c| !text::is_invisible(*c)).collect();
        return is_byline(&Line::measure(&visible), given);
    }
    let line = line.text;
    given.is_some_and(|given| given.trim() == line)
        || has_label(line)
        || has_reporter_title(line)
        || opens_with_reporter(line)
        || opens_with_byline_word(line)
}

/// Reports whether a line is nothing but a name of two or three words: `Ruth Calder`, perhaps with a place behind a
/// bar: `Lucía Ferrer | Valencia`. Only its place below the headline makes it a byline.
pub(super) fn is_bare_name(line: &Line<'_>) -> bool {
    const WIDEST_NAME: usize = 40;
    if line.columns > WIDEST_NAME || line.ends_like_sentence {
        return false;
    }
    let is_word = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || c == '-' || c == '.' || text::is_apostrophe(c))
            // `NAIROBI, Kenya` is a place.
            && (word.chars().any(char::is_lowercase) || word.ends_with('.'))
    };
    let mut parts = line.text.split('|').map(str::trim);
    let name = parts.next().unwrap_or_default();
    (2..=3).contains(&name.split_whitespace().count())
        && name.split_whitespace().all(is_word)
        && parts.all(|place| place.split_whitespace().all(is_word))
}

/// Reports whether a line below a bare name is a role: `Transport correspondent`.
pub(super) fn is_role(line: &Line<'_>) -> bool {
    const WIDEST_ROLE: usize = 32;
    line.columns <= WIDEST_ROLE
        && !line.ends_like_sentence
        && line.text.starts_with(char::is_uppercase)
        && (1..=3).contains(&line.text.split_whitespace().count())
        && line.text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'))
}

/// Reports whether a label comes before a name: `Author: …`, `记者：…`
fn has_label(line: &str) -> bool {
    let Some((label, name)) = line.split_once([':', '：', '/', '／']) else { return false };
    let name = name.trim();
    BYLINE_LABELS.contains_in_any_case(label.trim()) && !name.is_empty() && !name.ends_with(['.', '。'])
}

/// Reports whether a line is a few words with a reporter's title among them: `김철수 기자`, `記者 …`, `[김철수 기자
/// desk@paper.example]`.
pub(super) fn has_reporter_title(line: &str) -> bool {
    let words = || line.split_whitespace().take(MOST_WORDS_WITH_TITLE + 1).map(unbracketed);
    // Most lines have none, and nothing is collected.
    if !words().any(|word| REPORTER_TITLES.contains(word)) {
        return false;
    }
    let words: Vec<&str> = words().collect();
    let title = words.iter().position(|word| REPORTER_TITLES.contains(word));
    (2..=MOST_WORDS_WITH_TITLE).contains(&words.len())
        && title.is_some_and(|title| names_reporter(&words, title))
        // A stop makes it a sentence, and an equals sign the head of a Korean dateline.
        && !line.ends_with(['.', '。', '=', '＝'])
}

/// Reports whether a line in brackets opens with a reporter's title and has no stop: `【記者林小明／台北報導】`.
fn opens_with_reporter(line: &str) -> bool {
    const LONGEST: usize = 40;
    let inside = line.strip_prefix(['【', '（', '［', '[', '(']);
    let inside = inside.and_then(|inside| inside.strip_suffix(['】', '）', '］', ']', ')']));
    inside.is_some_and(|inside| {
        inside.chars().nth(LONGEST).is_none()
            && !inside.contains(['。', '，', '電', '电'])
            && REPORTER_TITLES.iter().any(|title| inside.starts_with(title) && inside.len() > title.len())
            && inside.starts_with(text::is_without_spaces)
    })
}

fn unbracketed(word: &str) -> &str {
    word.trim_matches(['[', ']', '(', ')', '（', '）', '【', '】', '/', ',', '·'])
}

/// Reports whether the title at `title` follows a name, with addresses and further reporters after it, or comes
/// before one. In Korean it follows: `기자 회견` is a press conference.
fn names_reporter(words: &[&str], title: usize) -> bool {
    let is_more = |word: &&str| {
        word.is_empty() || matches!(*word, "=" | "＝") || word.contains('@') || REPORTER_TITLES.contains(word)
    };
    let mut behind = words.iter().skip(title + 1);
    let is_last = behind.clone().all(is_more) || behind.any(|word| REPORTER_TITLES.contains(word));
    let is_hangul = |word: &&str| word.starts_with(|c: char| matches!(c, '가'..='힣'));
    if title == 0 {
        !words.first().is_some_and(is_hangul)
    } else {
        is_last || !words.get(title).is_some_and(is_hangul)
    }
}

/// Reports whether a line is "by" in some language and then names: `By Jane Doe and John Roe in Paris`.
fn opens_with_byline_word(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let first = words.next().unwrap_or("");
    if !BYLINE_WORDS.contains_in_any_case(first.trim_end_matches(':')) {
        return false;
    }
    let names: Vec<&str> = words.take(MOST_NAME_WORDS + 1).collect();
    let names = without_role(&names);
    let capitals = names.iter().filter(|name| is_name(name) || dateline::is_agency(name)).count();
    (1..=MOST_NAME_WORDS).contains(&names.len())
        && names.first().is_some_and(|name| is_name(name) || dateline::is_agency(name))
        // `By Friday the harbour was empty`: one capital is not enough.
        && capitals >= 2.min(names.len())
        && names.iter().all(|word| is_name(word) || is_between_names(word) || dateline::is_agency(word))
        && !ends_with_stop(names)
}

/// Returns the names without a role behind the comma: `Tom Adeyemi, enviado especial`. Two words before the comma
/// are needed, because `By Friday, the harbour` has one.
fn without_role<'w, 's>(names: &'w [&'s str]) -> &'w [&'s str] {
    const MOST_ROLE_WORDS: usize = 4;
    let comma = names.iter().position(|name| name.ends_with(',')).filter(|comma| *comma > 0);
    let Some((who, role)) = comma.and_then(|comma| names.split_at_checked(comma + 1)) else { return names };
    let is_role = (1..=MOST_ROLE_WORDS).contains(&role.len())
        && role.iter().all(|word| word.chars().all(|c| c.is_alphabetic() || c == '-'));
    if is_role { who } else { names }
}

/// Reports whether the first letter of a word is not a small one.
fn is_name(word: &str) -> bool {
    word.chars()
        .find(|character| character.is_alphanumeric())
        .is_some_and(|first| first.is_uppercase() || (first.is_alphabetic() && !first.is_lowercase()))
}

fn is_between_names(word: &str) -> bool {
    let word = word.trim_matches(|character: char| !character.is_alphanumeric() && character != '@');
    word.is_empty() || word.contains('@') || NAME_CONNECTORS.contains(word)
}

/// Reports whether the last word ends with a stop. The stop of an initial or of an abbreviated title does not
/// count.
fn ends_with_stop(names: &[&str]) -> bool {
    let last = names.last().copied().unwrap_or("");
    let is_short = last.chars().filter(|character| character.is_alphabetic()).count() <= 2;
    last.ends_with(['.', '!', '?']) && !is_short
}
