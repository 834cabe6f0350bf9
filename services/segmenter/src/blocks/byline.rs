//! Bylines: lines that say who wrote the story.

use std::borrow::Cow;

use super::cues::{
    BYLINE_LABELS, BYLINE_OPENINGS, BYLINE_WORDS, CLOCK_WORDS, NAME_CONNECTORS, NEWSROOMS, REPORTER_TITLES,
};
use super::dateline;
use super::folding::{fold, without_marks};
use super::line::Line;
use super::text_and_pictures;

/// The widest byline, in columns: three names and their papers.
const WIDEST: usize = 120;

/// The most words of a line with a reporter's title.
const MOST_WORDS_WITH_TITLE: usize = 6;

/// The most words after "by".
const MOST_NAME_WORDS: usize = 16;

/// Reports whether `line` is a byline.
pub(super) fn is_byline(line: &Line<'_>) -> bool {
    if !is_one_line(line) {
        return false;
    }
    let line = &*visible(line.text);
    has_label(line)
        || has_reporter_title(line)
        || opens_with_reporter(line)
        || opens_with_byline_word(line)
        || text_and_pictures::are_credited(line)
}

/// Reports whether `line` is the byline that the publisher sent as a field.
pub(super) fn is_given(line: &Line<'_>, given: Option<&str>) -> bool {
    given.is_some_and(|given| is_one_line(line) && given.trim() == visible(line.text))
}

/// Reports whether a line is one line and no wider than a byline.
fn is_one_line(line: &Line<'_>) -> bool {
    line.columns <= WIDEST && !line.text.contains(['\n', '\r'])
}

/// Removes what cannot be seen.
fn visible(line: &str) -> Cow<'_, str> {
    if line.is_ascii() || !line.contains(text::is_invisible) {
        return Cow::Borrowed(line);
    }
    Cow::Owned(line.chars().filter(|c| !text::is_invisible(*c)).collect())
}

/// Reports whether a line names a newsroom or a reporter without a name: `Staff reporter`, `Redacción`, perhaps with
/// a place behind it.
pub(super) fn is_newsroom(line: &Line<'_>) -> bool {
    const WIDEST_NEWSROOM: usize = 60;
    if line.columns > WIDEST_NEWSROOM || line.ends_like_sentence {
        return false;
    }
    let folded = fold(line.text, WIDEST_NEWSROOM);
    let who = folded.split([',', '|', '/', '–', '—']).next().unwrap_or_default();
    NEWSROOMS.contains(without_marks(&folded))
        || NEWSROOMS.contains(without_marks(who))
        || is_newsroom_with_agency(&folded)
        || is_newsroom_of_place(line.text, &folded)
}

/// Reports whether a line is a newsroom, a word between names and an agency: `Rédaction avec Belga`.
fn is_newsroom_with_agency(folded: &str) -> bool {
    let with_agency = folded.rsplit_once(' ').filter(|(_, agency)| dateline::is_agency_name(agency));
    let parts = with_agency.and_then(|(before, _)| before.rsplit_once(' '));
    let is_behind_connector = parts
        .is_some_and(|(newsroom, between)| NAME_CONNECTORS.contains(between) && NEWSROOMS.contains(newsroom));
    is_behind_connector || with_agency.is_some_and(|(newsroom, _)| NEWSROOMS.contains(newsroom))
}

/// Reports whether a line is a newsroom and its place: `Rédaction de Brest`.
fn is_newsroom_of_place(line: &str, folded: &str) -> bool {
    let is_place = |place: &str| place.starts_with(char::is_uppercase);
    let mut words = folded.split(' ');
    let (newsroom, connector) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let place = line.split_whitespace().nth(2);
    NEWSROOMS.contains(newsroom)
        && NAME_CONNECTORS.contains(connector)
        && place.is_some_and(is_place)
        && words.nth(2).is_none()
}

/// Reports whether a label comes before a name: `Author: …`, `记者：…`
fn has_label(line: &str) -> bool {
    const MARKS: [char; 9] = [':', '：', '/', '／', '|', '｜', '・', '＝', '‧'];
    let is_label = |label: &str| BYLINE_LABELS.contains_in_any_case(label.trim());
    // `取材・文＝山田太郎`: the mark may be part of the label.
    let labels =
        line.match_indices(MARKS).take(2).map(|(at, mark)| (line.get(..at), line.get(at + mark.len()..)));
    labels
        .filter_map(|(label, name)| label.zip(name))
        .any(|(label, name)| is_label(label) && are_labelled(name.trim()))
}

/// Reports whether the words behind a label are names: in `Report: Tram opens late` they are not.
fn are_labelled(names: &str) -> bool {
    const MOST_WITHOUT_CASE: usize = 32;
    let has_case = names.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    let words = || names.split_whitespace();
    let are_names = || {
        let words: Vec<&str> = words().take(MOST_NAME_WORDS + 1).collect();
        let words = without_role(without_date(&words));
        words.iter().all(|word| is_name(word) || is_between_names(word) || dateline::is_agency(word))
    };
    !names.is_empty()
        && !names.ends_with(['.', '。'])
        && if has_case {
            are_names()
        } else {
            names.chars().nth(MOST_WITHOUT_CASE).is_none() && words().count() <= 6
        }
}

/// Reports whether a line is a few words with a reporter's title among them: `김철수 기자`, `記者 …`, `[김철수 기자
/// desk@paper.example]`.
pub(super) fn has_reporter_title(line: &str) -> bool {
    // All titles are in scripts beyond ASCII.
    if line.is_ascii() {
        return false;
    }
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

/// Reports whether a line opens with a reporter's title and has no stop, in brackets or with a slash before the place:
/// `【記者林小明／台北報導】`, `記者林小明／台北報導`.
fn opens_with_reporter(line: &str) -> bool {
    const LONGEST: usize = 40;
    let inside = line.strip_prefix(['【', '（', '［', '[', '(']);
    let inside = inside.and_then(|inside| inside.strip_suffix(['】', '）', '］', ']', ')']));
    let has_place = || line.starts_with(text::is_without_spaces) && line.contains('／');
    let inside = inside.or_else(|| has_place().then_some(line));
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
    let first = line.split_whitespace().next().unwrap_or("");
    let is_word = BYLINE_WORDS.contains_in_any_case(first.trim_end_matches(':'));
    let opening = BYLINE_OPENINGS.words_opening(line);
    (is_word && are_names_behind(line, 1)) || (opening > 0 && are_names_behind(line, opening))
}

/// Reports whether a line is names behind its first words.
fn are_names_behind(line: &str, opening: usize) -> bool {
    let names: Vec<&str> = line.split_whitespace().skip(opening).take(MOST_NAME_WORDS + 1).collect();
    let names = without_role(without_date(&names));
    let capitals = names.iter().filter(|name| is_name(name) || dateline::is_agency(name)).count();
    (1..=MOST_NAME_WORDS).contains(&names.len())
        && names.first().is_some_and(|name| is_name(name) || dateline::is_agency(name))
        // `By Friday the harbour was empty`: one capital is not enough.
        && capitals >= 2.min(names.len())
        && names.iter().all(|word| is_name(word) || is_between_names(word) || dateline::is_agency(word))
        && !ends_with_stop(names)
}

/// Returns the names without what a bar or a bullet sets apart behind them, and without a date: `Jane Doe | Leeds`,
/// `Jane Doe May 3, 2026`, `Jane Doe Updated 10:12 am`.
fn without_date<'w, 's>(names: &'w [&'s str]) -> &'w [&'s str] {
    const FEWEST_NAMES: usize = 2;
    let bar = names.iter().position(|name| matches!(*name, "|" | "•" | "·")).filter(|bar| *bar > 0);
    let names = bar.and_then(|bar| names.get(..bar)).unwrap_or(names);
    let is_of_date = |name: &&str| {
        name.starts_with(char::is_numeric) || CLOCK_WORDS.contains(without_marks(&fold(name, WIDEST)))
    };
    let length = names.len() - names.iter().rev().take_while(|name| is_of_date(name)).count();
    let has_number = || names.iter().skip(length).any(|name| name.starts_with(char::is_numeric));
    let who = names.get(..length).filter(|who| who.len() >= FEWEST_NAMES && has_number());
    who.unwrap_or(names)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_ascii_holds_no_title_of_a_reporter() {
        assert!(REPORTER_TITLES.iter().all(|title| !title.is_ascii()));
    }
}
