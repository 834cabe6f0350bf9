//! Finds names and numbers of an abstract that the article does not contain.
//!
//! The check needs no model. It finds invented names and numbers, but not statements that distort the
//! article. Names are capitalized words, so in German and in scripts without capitals it checks numbers only.

use std::collections::HashSet;

use text::{Shape, TokenKind};

use crate::lexicon::profile;

/// Returns the names and numbers in `summary` that `article` does not contain, in order and without
/// duplicates.
///
/// `language` is the BCP 47 primary subtag of both. A name is a run of capitalized words, and is supported if
/// the article has each of them. The first word of a sentence always has a capital. It counts as a name only
/// if the next word has one too, or if it is an acronym. Number words support numbers: "three" supports "3".
pub fn unsupported_claims(article: &str, summary: &str, language: &str) -> Vec<String> {
    let profile = profile(language);
    let evidence = Evidence::collect(article, profile.number_words);
    let mut unsupported: Vec<String> = Vec::new();
    for claim in claims(summary) {
        let is_supported = match claim {
            Claim::Number(number) => evidence.has_number(number),
            Claim::Name(ref words) => {
                profile.capitalizes_nouns || words.iter().all(|word| evidence.has_word(word))
            }
        };
        let text = claim.text();
        if !is_supported && !unsupported.contains(&text) {
            unsupported.push(text);
        }
    }
    unsupported
}

/// The words and numbers of an article, in a form that can be compared.
struct Evidence {
    words: HashSet<String>,
    numbers: HashSet<String>,
}

impl Evidence {
    fn collect(article: &str, number_words: &[&str]) -> Self {
        let (mut words, mut numbers) = (HashSet::new(), HashSet::new());
        for token in text::words(article) {
            let word = token.span.of(article);
            let value = number_words.iter().position(|name| word.eq_ignore_ascii_case(name));
            // Models often write a number in digits that the article writes as a word.
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

/// A name or number of a summary.
enum Claim<'s> {
    Name(Vec<&'s str>),
    Number(&'s str),
}

impl Claim<'_> {
    fn text(&self) -> String {
        match self {
            Self::Name(words) => words.join(" "),
            Self::Number(number) => (*number).to_owned(),
        }
    }
}

/// Returns the names and numbers of a summary in order.
fn claims(summary: &str) -> Vec<Claim<'_>> {
    let mut claims = Vec::new();
    let mut name: Vec<&str> = Vec::new();
    let mut opens_sentence = true;
    let mut name_opens = false;
    for token in text::tokenize(summary) {
        let word = token.span.of(summary);
        let is_name = token.kind == TokenKind::Word && is_capitalized(word);
        if !is_name {
            claims.extend(finished(&mut name, name_opens));
        } else if name.is_empty() {
            name_opens = opens_sentence;
        }
        match token.kind {
            TokenKind::Word if word.contains(char::is_numeric) => claims.push(Claim::Number(word)),
            TokenKind::Number => claims.push(Claim::Number(word)),
            TokenKind::Word if is_name => name.push(word),
            TokenKind::Word | TokenKind::Punctuation | TokenKind::Symbol => {}
        }
        opens_sentence = match token.kind {
            TokenKind::Punctuation => opens_sentence || word.chars().all(allows_capital),
            _ => false,
        };
    }
    claims.extend(finished(&mut name, name_opens));
    claims
}

/// Reports whether the word after a mark has a capital in any case, as after a full stop or an opening
/// quotation mark.
fn allows_capital(mark: char) -> bool {
    text::is_sentence_terminal(mark) || text::is_quotation_mark(mark)
}

/// Returns the name collected so far, if it is one, and clears it.
fn finished<'s>(name: &mut Vec<&'s str>, opens_sentence: bool) -> Option<Claim<'s>> {
    let words = std::mem::take(name);
    let is_acronym = |word: &&str| text::shape(word) == Shape::Upper;
    let is_claim = words.len() > 1 || !opens_sentence || words.iter().any(is_acronym);
    (!words.is_empty() && is_claim).then_some(Claim::Name(words))
}

fn is_capitalized(word: &str) -> bool {
    // The English pronoun "I" is not a name.
    matches!(text::shape(word), Shape::Title | Shape::Upper | Shape::Mixed)
        && word.starts_with(char::is_uppercase)
        && !matches!(word.split(text::is_apostrophe).next(), Some("I"))
}

/// Returns a word in lower case without a possessive ending: "Oslo's" → "oslo".
fn plain_word(word: &str) -> String {
    let bare = match word.rsplit_once(text::is_apostrophe) {
        Some((front, "s" | "S" | "")) => front,
        _ => word,
    };
    bare.to_lowercase()
}

/// Returns a number as digits with a point before decimals: "1,200" and "1.200" → "1200", "4,6" → "4.6",
/// "3rd" → "3".
fn plain_number(number: &str) -> String {
    let digits = number.trim_end_matches(char::is_alphabetic);
    let parts: Vec<&str> = digits.split([',', '.', '\'', '’']).collect();
    match parts.as_slice() {
        // A separator before three digits marks thousands in English and German alike.
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
    fn names_and_numbers_of_the_article_are_supported() {
        check(
            "en",
            "Vasconcelos said Carris' trial of 3 lines costs 4.6 million. Helena's firm hired 1200.",
            &[],
        );
    }

    #[test]
    fn finds_invented_names_and_numbers_in_order() {
        check(
            "en",
            "Carris hired Maria Vasconcelos and 1,500 drivers for Porto in June. BBC said 1,500.",
            &["Maria Vasconcelos", "1,500", "Porto", "BBC"],
        );
    }

    #[test]
    fn the_first_word_of_a_sentence_is_not_a_name_by_itself() {
        check("en", "Officials praised Carris. Night trams return, “Residents agree”.", &[]);
        check("en", "Residents Against Noise objected.", &["Residents Against Noise"]);
    }

    #[test]
    fn checks_only_numbers_if_the_language_capitalizes_nouns() {
        check("de", "Der Versuch kostet 4,6 Millionen und dauert 5 Jahre.", &["5"]);
    }

    #[test]
    fn reads_separators_of_thousands_and_decimals() {
        for (number, expected) in [("1,200", "1200"), ("1.200.000", "1200000"), ("4,6", "4.6"), ("3rd", "3")]
        {
            assert_eq!(plain_number(number), expected);
        }
    }
}
