//! Bylines without "by": names below the headline, perhaps with a role, a place or an agency behind them.
//!
//! The words alone do not make such a line a byline. It must lie between headline and lead.

use super::caseless_names::is_signature_without_case;
use super::cues::{CLOCK_WORDS, NAME_CONNECTORS, PICTURE_AGENCIES, ROLES};
use super::dateline;
use super::folding::{fold, without_marks};
use super::line::Line;
use super::name_lines::{
    has_surname_in_capitals, is_bare_name, is_in_capitals, is_name_word, is_surname_in_capitals,
};

/// The widest signature, in columns: two names, and a paper.
const WIDEST: usize = 80;

/// The most words of one name, without particles.
const MOST_NAME_WORDS: usize = 3;

/// The most words behind the names.
const MOST_WORDS_BEHIND: usize = 7;

/// Reports whether a line is names and then at most a role, a place, a paper or a date: `Jane Doe and John Roe`,
/// `Jane Doe, political editor`, `Ana López / Madrid`, `Anne Dupont avec AFP`.
pub(super) fn is_signature(line: &Line<'_>) -> bool {
    if has_surname_in_capitals(line) {
        return true;
    }
    if line.columns > WIDEST
        || line.ends_like_sentence
        || line.text.contains(['\n', '\r', '"', '“', '„'])
        || has_colon(line.text)
    {
        return false;
    }
    if is_bare_name(line) || is_in_capitals(line.text) || is_signature_without_case(line.text) {
        return true;
    }
    let tokens = tokens(line.text);
    let names = names_length(&tokens).max(capitals_length(&tokens));
    names > 0 && tokens.get(names..).is_some_and(may_follow_names)
}

/// Reports whether a line has a colon that is not the colon of an hour.
fn has_colon(line: &str) -> bool {
    line.match_indices(':').any(|(at, colon)| {
        let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
        let bytes = line.as_bytes();
        !(is_digit(at.checked_sub(1).and_then(|before| bytes.get(before)))
            && is_digit(bytes.get(at + colon.len())))
    })
}

/// Returns the number of tokens of a name in capitals that the line opens with; 0 if there is none, or if it is all
/// that the line has: `JANE DOE, Associated Press`.
fn capitals_length(tokens: &[Token<'_>]) -> usize {
    let words = || {
        tokens.iter().map_while(|token| match token {
            Token::Word(word) if word.chars().any(char::is_lowercase) => None,
            Token::Word(word) => Some(*word),
            Token::Mark(_) => None,
        })
    };
    let name = words().collect::<Vec<_>>().join(" ");
    if is_in_capitals(&name) { words().count() } else { 0 }
}

/// Reports whether a line below a name is a role: `Transport correspondent`.
pub(super) fn is_role(line: &Line<'_>) -> bool {
    const WIDEST_ROLE: usize = 32;
    // `aus Uelzen` says where the reporter is.
    let names_place = || {
        line.text.split_once(' ').is_some_and(|(connector, place)| {
            NAME_CONNECTORS.contains(connector) && place.starts_with(char::is_uppercase)
        })
    };
    line.columns <= WIDEST_ROLE
        && !line.ends_like_sentence
        && (line.text.starts_with(char::is_uppercase) || names_place())
        && (1..=3).contains(&line.text.split_whitespace().count())
        && line.text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-'))
}

/// Reports whether a line is an agency and nothing else: `AFP`.
pub(super) fn is_agency(line: &Line<'_>) -> bool {
    !line.ends_like_sentence && dateline::is_agency_name(line.text)
}

/// Reports whether a short line says a role or an agency: `BBC News`, `Health correspondent in Leeds`.
pub(super) fn says_role(line: &Line<'_>) -> bool {
    line.columns <= WIDEST
        && !line.ends_like_sentence
        && line.text.split_whitespace().count() <= MOST_WORDS_BEHIND
        && (dateline::is_agency(line.text.trim_start_matches("The "))
            || line.text.split_whitespace().any(is_role_word))
}

/// A word, or a mark between words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'l> {
    Word(&'l str),
    Mark(char),
}

/// Splits a line into words and the marks between them. A hyphen inside a word belongs to it.
fn tokens(line: &str) -> Vec<Token<'_>> {
    let is_mark = |c: char| matches!(c, ',' | '|' | '/' | '•' | '·' | '–' | '—' | '(' | ')' | '&' | '+');
    let mut tokens = Vec::new();
    for word in line.split_whitespace() {
        if word == "-" {
            tokens.push(Token::Mark('-'));
            continue;
        }
        let mut rest = word;
        while let Some(at) = rest.find(is_mark) {
            let (before, behind) = rest.split_at(at);
            if !before.is_empty() {
                tokens.push(Token::Word(before));
            }
            let mut characters = behind.chars();
            tokens.extend(characters.next().map(Token::Mark));
            rest = characters.as_str();
        }
        if !rest.is_empty() {
            tokens.push(Token::Word(rest));
        }
    }
    tokens
}

/// Returns the number of tokens of the names that the line opens with: `Jane Doe`, `Jane Doe and John Roe`.
fn names_length(tokens: &[Token<'_>]) -> usize {
    let mut end = name_length(tokens);
    if end == 0 || opens_with_city(tokens.get(..end).unwrap_or_default()) {
        return 0;
    }
    while matches!(tokens.get(end), Some(Token::Mark(',' | '&' | '/' | '+'))) || is_connector(tokens.get(end))
    {
        let next = tokens.get(end + 1..).map_or(0, name_length);
        if next == 0 {
            break;
        }
        end += 1 + next;
    }
    end
}

/// Returns the number of tokens of one name of two or three words; 0 if there is none. Particles may lie inside.
fn name_length(tokens: &[Token<'_>]) -> usize {
    let (mut words, mut end) = (0, 0);
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Word(word)
                if words < MOST_NAME_WORDS
                    && (is_name_word(word) || (words > 0 && is_surname_in_capitals(word)))
                    && !is_role_word(word) =>
            {
                (words, end) = (words + 1, at + 1);
            }
            // `Anna de Vries`: a name goes on behind a particle.
            Token::Word(word) if words > 0 && end == at && is_particle(word) => {
                let behind = tokens.get(at + 1..).unwrap_or_default();
                let is_name = |token: &&Token<'_>| matches!(token, Token::Word(word) if is_name_word(word));
                let is_inside = behind.iter().take(2).any(|token| is_name(&token));
                // `Jane Doe and John Roe` are two names.
                if !is_inside || words == MOST_NAME_WORDS || (words > 1 && name_length(behind) > 0) {
                    break;
                }
                end = at + 1;
            }
            _ => break,
        }
    }
    if words >= 2 { end } else { 0 }
}

/// Reports whether the tokens are a city that datelines know: `New York, Reuters` signs nothing.
fn opens_with_city(tokens: &[Token<'_>]) -> bool {
    let words = tokens.iter().map(|token| match token {
        Token::Word(word) => *word,
        Token::Mark(_) => "",
    });
    dateline::is_city(&words.collect::<Vec<_>>().join(" "))
}

/// Reports whether the tokens behind the names are a role, a place, a paper, a date, or nothing.
fn may_follow_names(tokens: &[Token<'_>]) -> bool {
    let Some((first, behind)) = tokens.split_first() else { return true };
    let mut words = tokens.iter().filter_map(|token| match token {
        Token::Word(word) => Some(*word),
        Token::Mark(_) => None,
    });
    let is_of_pictures = |word: &str| PICTURE_AGENCIES.contains(without_marks(&fold(word, WIDEST)));
    if words.clone().any(is_of_pictures) {
        return false;
    }
    if are_times(&words) {
        return true;
    }
    if tokens.len() > MOST_WORDS_BEHIND + 2 {
        return false;
    }
    if words.clone().any(|word| is_role_word(word) || word.contains('@') || dateline::is_agency(word)) {
        return true;
    }
    // `detikSulsel` is a paper, too.
    let is_capital =
        |word: &str| word.contains(char::is_uppercase) || word.starts_with(|c: char| c.is_ascii_digit());
    let are_capital = words.clone().any(is_capital)
        && words.all(|word| {
            is_capital(word)
                || NAME_CONNECTORS.contains(word)
                || CLOCK_WORDS.contains(without_marks(&fold(word, WIDEST)))
        });
    match first {
        Token::Mark(',') => are_capital && behind.len() <= 2,
        Token::Mark('|' | '/' | '•' | '·' | '–' | '—' | '-' | '(') => are_capital,
        Token::Word(word) => NAME_CONNECTORS.contains(word) && are_capital,
        Token::Mark(_) => false,
    }
}

/// Reports whether words behind a name are a date or an hour: `Jane Doe, 21 May 2026, 17:04`.
fn are_times<'l>(words: &(impl Iterator<Item = &'l str> + Clone)) -> bool {
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    words.clone().any(is_number)
        && words
            .clone()
            .all(|word| is_number(word) || CLOCK_WORDS.contains(without_marks(&fold(word, WIDEST))))
}

fn is_connector(token: Option<&Token<'_>>) -> bool {
    matches!(token, Some(Token::Word(word)) if NAME_CONNECTORS.contains(word))
}

/// Reports whether a word may lie inside a name: `de`, `van`, `al`.
fn is_particle(word: &str) -> bool {
    word.chars().count() <= 3 && word.chars().all(char::is_lowercase) && NAME_CONNECTORS.contains(word)
}

pub(super) fn is_role_word(word: &str) -> bool {
    ROLES.contains_in_any_case(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: bool) {
        assert_eq!(is_signature(&Line::measure(line)), expected, "{line:?}");
    }

    #[test]
    fn names_sign_a_story_with_a_role_a_place_or_a_paper() {
        for line in [
            "Ruth Calder",
            "JANE DOE",
            "JANE DOE, Associated Press",
            "Anna de Vries",
            "Jane Doe and John Roe",
            "Ana López y Luis Gil",
            "Jane Doe, political editor",
            "Jane Doe Staff Reporter",
            "Jane Doe, BBC News",
            "Jane Doe in Nairobi",
            "Jane Doe for the Harbour News",
            "Anna Müller, Hamburg",
            "Ana López / Madrid",
            "Anna Svensson/TT",
            "Anne Dupont avec AFP",
            "Anna Rossi, inviata a Kiev",
            "Иван Иванов, специальный корреспондент",
            "أحمد علي – دبي",
            "【山田太郎】",
            "山田太郎（ロンドン支局）",
            "ロンドン支局　山田太郎",
        ] {
            check(line, true);
        }
    }

    #[test]
    fn other_short_lines_sign_nothing() {
        for line in [
            "NAIROBI, Kenya",
            "New York, Reuters",
            "NEW YORK, Associated Press",
            "The harbour, a month ahead",
            "A new tram for the harbour",
            "Storm",
            "What we know so far",
            "Jane Doe says the tram is late, and nobody in the city hall answers",
            "Ruth Calder wins.",
            "港口电车提前开通",
        ] {
            check(line, false);
        }
    }
}
