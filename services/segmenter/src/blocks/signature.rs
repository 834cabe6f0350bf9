//! Bylines without "by": names below the headline, perhaps with a role, a place or an agency behind them.
//!
//! The words alone do not make such a line a byline. It must lie between headline and lead.

use super::cues::{CLOCK_WORDS, NAME_CONNECTORS, PICTURE_AGENCIES, ROLES};
use super::dateline;
use super::folding::{fold, without_marks};
use super::line::Line;

/// The widest signature, in columns: two names, and a paper.
const WIDEST: usize = 80;

/// The most words of one name, without particles.
const MOST_NAME_WORDS: usize = 3;

/// The most words behind the names.
const MOST_WORDS_BEHIND: usize = 7;

/// Reports whether a line is nothing but a name of two or three words: `Ruth Calder`, perhaps with a place behind a
/// bar: `Lucía Ferrer | Valencia`.
pub(super) fn is_bare_name(line: &Line<'_>) -> bool {
    const WIDEST_NAME: usize = 40;
    if line.columns > WIDEST_NAME || line.ends_like_sentence {
        return false;
    }
    let mut parts = line.text.split('|').map(str::trim);
    let name = parts.next().unwrap_or_default();
    (2..=3).contains(&name.split_whitespace().count())
        && name.split_whitespace().all(is_name_word)
        && parts.all(|place| place.split_whitespace().all(is_name_word))
}

/// Reports whether a line is names and then at most a role, a place, a paper or a date: `Jane Doe and John Roe`,
/// `Jane Doe, political editor`, `Ana López / Madrid`, `Anne Dupont avec AFP`.
pub(super) fn is_signature(line: &Line<'_>) -> bool {
    if line.columns > WIDEST
        || line.ends_like_sentence
        || line.text.contains(['\n', '\r', '"', '“', '„', ':'])
    {
        return false;
    }
    if is_bare_name(line) || is_in_capitals(line.text) || is_without_case(line.text) {
        return true;
    }
    let tokens = tokens(line.text);
    let names = names_length(&tokens).max(capitals_length(&tokens));
    names > 0 && tokens.get(names..).is_some_and(may_follow_names)
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
    line.columns <= WIDEST_ROLE
        && !line.ends_like_sentence
        && line.text.starts_with(char::is_uppercase)
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
            Token::Word(word) if words < MOST_NAME_WORDS && is_name_word(word) && !is_role_word(word) => {
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
    if tokens.len() > MOST_WORDS_BEHIND + 2 {
        return false;
    }
    let mut words = tokens.iter().filter_map(|token| match token {
        Token::Word(word) => Some(*word),
        Token::Mark(_) => None,
    });
    let is_of_pictures = |word: &str| PICTURE_AGENCIES.contains(without_marks(&fold(word, WIDEST)));
    if words.clone().any(is_of_pictures) {
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

fn is_connector(token: Option<&Token<'_>>) -> bool {
    matches!(token, Some(Token::Word(word)) if NAME_CONNECTORS.contains(word))
}

/// Reports whether a word may lie inside a name: `de`, `van`, `al`.
fn is_particle(word: &str) -> bool {
    word.chars().count() <= 3 && word.chars().all(char::is_lowercase) && NAME_CONNECTORS.contains(word)
}

/// Reports whether a word is capitalized like a name. `NAIROBI, Kenya` is a place.
fn is_name_word(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || c == '-' || c == '.' || text::is_apostrophe(c))
        && (word.chars().any(char::is_lowercase) || word.ends_with('.'))
}

fn is_role_word(word: &str) -> bool {
    ROLES.contains_in_any_case(word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Reports whether a line is a name in capitals: `JANE DOE`. One word may be a place or an agency.
fn is_in_capitals(line: &str) -> bool {
    let is_word = |word: &str| {
        word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '\''))
    };
    (2..=3).contains(&line.split_whitespace().count())
        && line.split_whitespace().all(is_word)
        && !dateline::is_city(line)
        && !dateline::is_agency(line)
}

/// Reports whether a line is a name and a place in a script without capitals: `أحمد علي – دبي`, `ロンドン＝山田太郎`,
/// `【山田太郎】`.
fn is_without_case(line: &str) -> bool {
    const MOST_CHARACTERS: usize = 30;
    const MOST_IDEOGRAPHS: usize = 8;
    if line.chars().any(|c| c.is_lowercase() || c.is_uppercase() || c.is_numeric())
        || line.chars().count() > MOST_CHARACTERS
    {
        return false;
    }
    if line.starts_with(text::is_without_spaces) || line.starts_with('【') {
        let inside = line.strip_prefix('【').and_then(|inside| inside.strip_suffix('】'));
        let is_signed = |name: &str| {
            (3..=MOST_IDEOGRAPHS).contains(&name.chars().count())
                && name.chars().all(|c| text::is_without_spaces(c) || matches!(c, '、' | '・' | '　'))
        };
        let placed = line.split_once(['＝', '=']).filter(|(place, _)| !place.is_empty());
        return inside.is_some_and(is_signed)
            || placed.is_some_and(|(_, name)| is_signed(name))
            || names_bureau(line, is_signed);
    }
    let mut parts = line.split([' ']).filter(|word| matches!(*word, "–" | "—" | "-" | "|" | "/"));
    let (Some(mark), None) = (parts.next(), parts.next()) else { return false };
    let Some((name, place)) = line.split_once(mark) else { return false };
    let (name, place) = (name.split_whitespace().count(), place.split_whitespace().count());
    ((2..=3).contains(&name) && (1..=2).contains(&place)) || (name == 1 && (2..=3).contains(&place))
}

/// Reports whether a line in a script without spaces is a name and an office of its paper: `山田太郎（ロンドン支局）`,
/// `ロンドン支局　山田太郎`.
fn names_bureau(line: &str, is_signed: impl Fn(&str) -> bool) -> bool {
    let is_office = |part: &str| ROLES.iter().any(|role| !role.is_ascii() && part.ends_with(role));
    let parts = line.trim_end_matches(['）', ')']).split_once(['（', '(', '　', ' ', '＝']);
    parts.is_some_and(|(one, other)| {
        (is_signed(one) && is_office(other)) || (is_office(one) && is_signed(other))
    })
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
