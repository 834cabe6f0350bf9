//! Names and numbers of an abstract that the article does not contain.
//!
//! A check of form, without a model: it finds what is made up outright, not what is twisted. Names are capitalized
//! words, so in German and in scripts without capitals numbers alone are checked.

use std::collections::HashSet;

use text::{Shape, TokenKind};

/// Languages that capitalize every noun.
const CAPITALIZED_NOUNS: [&str; 2] = ["de", "lb"];

/// English number words, by their value: an article's "three" supports a "3".
const NUMBER_WORDS: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

/// The names and numbers in `summary` that `article` does not contain, in order, each once.
///
/// A name is a run of capitalized words, supported when the article has each of them. The first word of a
/// sentence is capitalized anyway and counts only when the name goes on after it, or when it is an acronym.
pub fn unsupported_claims(article: &str, summary: &str, language: &str) -> Vec<String> {
    let known = Known::of(article);
    let names_show = !CAPITALIZED_NOUNS.contains(&language);
    let mut claims: Vec<String> = Vec::new();
    for run in runs(summary) {
        let unsupported = match run {
            Run::Number(number) => !known.has_number(number),
            Run::Name(ref words) => names_show && !words.iter().all(|word| known.has_word(word)),
        };
        let claim = run.text();
        if unsupported && !claims.contains(&claim) {
            claims.push(claim);
        }
    }
    claims
}

/// The words and numbers of an article, in the form they are compared in.
struct Known {
    words: HashSet<String>,
    numbers: HashSet<String>,
}

impl Known {
    fn of(article: &str) -> Self {
        let (mut words, mut numbers) = (HashSet::new(), HashSet::new());
        for token in text::words(article) {
            let word = token.span.of(article);
            let value = NUMBER_WORDS.iter().position(|name| word.eq_ignore_ascii_case(name));
            numbers.extend(value.map(|value| value.to_string()));
            if word.contains(|letter: char| letter.is_numeric()) {
                numbers.insert(plain_number(word));
            }
            words.insert(plain_word(word));
        }
        Self { words, numbers }
    }

    fn has_number(&self, number: &str) -> bool {
        self.numbers.contains(&plain_number(number))
    }

    fn has_word(&self, word: &str) -> bool {
        self.words.contains(&plain_word(word))
    }
}

/// A claim of a summary.
enum Run<'s> {
    Name(Vec<&'s str>),
    Number(&'s str),
}

impl Run<'_> {
    fn text(&self) -> String {
        match self {
            Self::Name(words) => words.join(" "),
            Self::Number(number) => (*number).to_owned(),
        }
    }
}

/// The names and numbers of a summary in order.
fn runs(summary: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut name: Vec<&str> = Vec::new();
    let mut opens_sentence = true;
    let mut name_opens = false;
    for token in text::tokenize(summary) {
        let word = token.span.of(summary);
        let is_name = token.kind == TokenKind::Word && is_capitalized(word);
        if !is_name {
            runs.extend(finished(&mut name, name_opens));
        } else if name.is_empty() {
            name_opens = opens_sentence;
        }
        match token.kind {
            TokenKind::Word if word.contains(char::is_numeric) => runs.push(Run::Number(word)),
            TokenKind::Number => runs.push(Run::Number(word)),
            TokenKind::Word if is_name => name.push(word),
            TokenKind::Word | TokenKind::Punctuation | TokenKind::Symbol => {}
        }
        opens_sentence = match token.kind {
            TokenKind::Punctuation => opens_sentence || word.chars().all(opens_something),
            _ => false,
        };
    }
    runs.extend(finished(&mut name, name_opens));
    runs
}

/// Whether a capital after the mark says nothing: what is quoted begins with one, too.
fn opens_something(mark: char) -> bool {
    text::is_sentence_terminal(mark) || text::is_quotation_mark(mark)
}

/// The name gathered so far, if it is one.
fn finished<'s>(name: &mut Vec<&'s str>, opens_sentence: bool) -> Option<Run<'s>> {
    let words = std::mem::take(name);
    let is_acronym = |word: &&str| text::shape(word) == Shape::Upper;
    let is_claim = words.len() > 1 || !opens_sentence || words.iter().any(is_acronym);
    (!words.is_empty() && is_claim).then_some(Run::Name(words))
}

fn is_capitalized(word: &str) -> bool {
    // English writes "I" in capitals.
    matches!(text::shape(word), Shape::Title | Shape::Upper | Shape::Mixed)
        && word.starts_with(char::is_uppercase)
        && !matches!(word.split(text::is_apostrophe).next(), Some("I"))
}

/// A word in lower case without what an apostrophe joins to its end: "Oslo's" → "oslo".
fn plain_word(word: &str) -> String {
    let bare = match word.rsplit_once(text::is_apostrophe) {
        Some((front, "s" | "S" | "")) => front,
        _ => word,
    };
    bare.to_lowercase()
}

/// A number as digits with a point before decimals: "1,200" and "1.200" → "1200", "4,6" → "4.6", "3rd" → "3".
fn plain_number(number: &str) -> String {
    let digits = number.trim_end_matches(char::is_alphabetic);
    let parts: Vec<&str> = digits.split([',', '.', '\'', '’']).collect();
    match parts.as_slice() {
        [whole, decimals] if decimals.len() != 3 => format!("{whole}.{decimals}"),
        parts => parts.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLE: &str = "Helena Vasconcelos, who runs Carris, said three lines will run from June 12. \
        The trial costs €4.6 million and 1,200 drivers were hired.";

    fn check(language: &str, summary: &str, expected: &[&str]) {
        assert_eq!(unsupported_claims(ARTICLE, summary, language), expected, "{summary:?}");
    }

    #[test]
    fn what_the_article_says_is_supported() {
        check(
            "en",
            "Vasconcelos said Carris' trial of 3 lines costs 4.6 million. Helena's firm hired 1200.",
            &[],
        );
    }

    #[test]
    fn names_and_numbers_made_up_are_found_in_order() {
        check(
            "en",
            "Carris hired Maria Vasconcelos and 1,500 drivers for Porto in June. BBC said 1,500.",
            &["Maria Vasconcelos", "1,500", "Porto", "BBC"],
        );
    }

    #[test]
    fn the_first_word_of_a_sentence_is_no_name_by_itself() {
        check("en", "Officials praised Carris. Night trams return, “Residents agree”.", &[]);
        check("en", "Residents Against Noise objected.", &["Residents Against Noise"]);
    }

    #[test]
    fn where_nouns_are_capitalized_numbers_alone_are_checked() {
        check("de", "Der Versuch kostet 4,6 Millionen und dauert 5 Jahre.", &["5"]);
    }

    #[test]
    fn separators_are_read_as_they_are_meant() {
        for (number, expected) in [("1,200", "1200"), ("1.200.000", "1200000"), ("4,6", "4.6"), ("3rd", "3")]
        {
            assert_eq!(plain_number(number), expected);
        }
    }
}
