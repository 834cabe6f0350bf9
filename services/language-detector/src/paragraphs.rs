//! The paragraphs of a body, and the spans of paragraphs in one language.

use text::{Span, is_closing_mark, is_opening_mark};

use crate::candidates::Candidate;
use crate::clean::clean;
use crate::identify::Identifier;
use crate::script::{Letters, weight};
use crate::tags::{self, KnownLanguage};

/// Bytes of cleaned words that are kept of a paragraph: about 300 words, more than any decision needs.
const LONGEST_EXCERPT: usize = 2_000;

/// Fewest letters of a paragraph that is identified by itself. A shorter one, such as a caption or a place
/// name, takes its neighbours' language.
const FEWEST_LETTERS: usize = 40;

/// Least confidence that a paragraph is in a second language.
///
/// Confidence is enough here, and coverage is not checked: the rest of the article makes the language
/// plausible.
const LEAST_CONFIDENCE: f64 = 0.95;

/// Least share of the letters that makes a language one of the article's. A quotation has less.
const LEAST_SHARE: f64 = 0.15;

/// Fewest letters that make a language one of the article's: about two sentences.
const FEWEST_LETTERS_OF_A_LANGUAGE: usize = 120;

/// Two languages are tied if their letters differ by at most this share of the sum. The article then counts
/// as written in the one it opens in. The same statement takes a tenth more letters in French than in
/// English.
const LEAST_LEAD: f64 = 0.1;

/// A span of consecutive paragraphs in one language.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LanguageSpan {
    /// The bytes of the body from the first paragraph to the last.
    pub span: Span,
    /// The language of the paragraphs.
    pub language: &'static KnownLanguage,
    /// The lowest confidence of the paragraphs, 0 to 1.
    pub confidence: f64,
}

/// A paragraph with its cleaned words.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    span: Span,
    pub(crate) words: String,
    /// Number of letters. A syllable counts for several.
    letters: usize,
    is_quotation: bool,
    /// The paragraph's language, once it is identified.
    found: Option<Candidate>,
}

/// Splits `body` at blank lines, or at every line break if it has no blank line.
pub(crate) fn split(body: &str) -> Vec<Paragraph> {
    spans(body).into_iter().map(|span| Paragraph::new(span, span.of(body))).collect()
}

fn spans(body: &str) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in body.split_inclusive('\n') {
        lines.push(Span::new(start, start + line.len()).trimmed(body));
        start += line.len();
    }
    // Blank lines at the ends of the body do not separate paragraphs.
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
    let last = lines.iter().rposition(|line| !line.is_empty()).map_or(first, |last| last + 1);
    let inner = lines.get(first..last).unwrap_or_default();
    if !inner.iter().any(|line| line.is_empty()) {
        return inner.to_vec();
    }
    let blocks = inner.split(|line| line.is_empty());
    blocks.filter_map(|lines| Some(lines.first()?.cover(*lines.last()?))).collect()
}

impl Paragraph {
    fn new(span: Span, text: &str) -> Self {
        let words = clean(text, LONGEST_EXCERPT);
        let counted = Letters::count(&words);
        let script = counted.dominant();
        // The text beyond the excerpt probably has as many letters per byte, so the count is scaled up.
        let excerpts =
            if words.len() + 8 < LONGEST_EXCERPT { 1 } else { text.len().div_ceil(LONGEST_EXCERPT) };
        let letters = script.map_or(0, |script| counted.in_family(script) * weight(script)) * excerpts;
        // A quotation in another language does not make the article mixed, so it is not identified.
        let is_quotation = text.starts_with(is_opening_mark)
            && text.trim_end_matches(['.', ',', '!', '?', '。']).ends_with(is_closing_mark);
        Self { span, words, letters, is_quotation, found: None }
    }

    fn is_long_enough(&self) -> bool {
        self.letters >= FEWEST_LETTERS && !self.is_quotation
    }

    /// Identifies the language of this paragraph. `main` is the language of the whole article.
    fn identify(&mut self, identifier: &Identifier, main: Candidate) {
        if !self.is_long_enough() {
            return;
        }
        if identifier.quick_guess(&self.words).is_some_and(|guess| guess.language == main.language) {
            self.found = Some(main);
            return;
        }
        let found = identifier.identify(&self.words);
        self.found = found.best().filter(|best| best.confidence >= LEAST_CONFIDENCE);
        // A few words do not tell a similar language from the main one, so this is the main one.
        if self.found.is_none()
            && found.best().is_some_and(|best| tags::are_confusable(best.language, main.language))
        {
            self.found = Some(main);
        }
    }
}

/// Returns the language spans of an article in several languages, and nothing for an article in one.
///
/// `main` is the language of the whole article.
pub(crate) fn language_spans(
    paragraphs: &mut [Paragraph],
    identifier: &Identifier,
    main: Candidate,
) -> Vec<LanguageSpan> {
    if paragraphs.len() < 2 {
        return Vec::new();
    }
    for paragraph in &mut *paragraphs {
        paragraph.identify(identifier, main);
    }
    let shares = shares(paragraphs);
    let total: usize = shares.iter().map(|(_, letters)| letters).sum();
    let holds_a_share = |language: &KnownLanguage| {
        shares.iter().any(|(counted, letters)| {
            *counted == language
                && *letters >= FEWEST_LETTERS_OF_A_LANGUAGE
                && *letters as f64 >= LEAST_SHARE * total as f64
        })
    };
    if shares.iter().filter(|(language, _)| holds_a_share(language)).count() < 2 {
        return Vec::new();
    }
    for paragraph in &mut *paragraphs {
        paragraph.found = paragraph.found.filter(|found| holds_a_share(found.language));
    }
    // Captions, names and languages with a small share belong to their surroundings.
    fill_gaps(paragraphs);
    merged(paragraphs)
}

/// Returns the language of most letters, with the mean confidence of its paragraphs.
pub(crate) fn principal(paragraphs: &[Paragraph]) -> Option<Candidate> {
    let shares = shares(paragraphs);
    let most = shares.iter().map(|(_, letters)| *letters).max()?;
    // The shares are in order of first appearance, so a tie goes to the language the article opens in.
    let is_tied = |letters: usize| (most - letters) as f64 <= LEAST_LEAD * (most + letters) as f64;
    let (language, letters) = *shares.iter().find(|(_, letters)| is_tied(*letters))?;
    let of_language = paragraphs.iter().filter_map(|paragraph| Some((paragraph.found?, paragraph.letters)));
    let sum: f64 = of_language
        .filter(|(found, _)| found.language == language)
        .map(|(found, letters)| found.confidence * letters as f64)
        .sum();
    Some(Candidate { language, confidence: sum / letters.max(1) as f64 })
}

/// Returns the letters of each language in order of first appearance.
fn shares(paragraphs: &[Paragraph]) -> Vec<(&'static KnownLanguage, usize)> {
    let mut shares: Vec<(&'static KnownLanguage, usize)> = Vec::new();
    for paragraph in paragraphs {
        let Some(found) = paragraph.found else { continue };
        match shares.iter_mut().find(|(language, _)| *language == found.language) {
            Some((_, letters)) => *letters += paragraph.letters,
            None => shares.push((found.language, paragraph.letters)),
        }
    }
    shares
}

/// Gives each paragraph without a language the one of the paragraph before it, or else of the first that has
/// one.
fn fill_gaps(paragraphs: &mut [Paragraph]) {
    let mut near = paragraphs.iter().find_map(|paragraph| paragraph.found);
    for paragraph in paragraphs {
        match paragraph.found {
            Some(_) => near = paragraph.found,
            None => paragraph.found = near,
        }
    }
}

/// Joins neighbouring paragraphs in one language.
fn merged(paragraphs: &[Paragraph]) -> Vec<LanguageSpan> {
    let mut spans: Vec<LanguageSpan> = Vec::new();
    for paragraph in paragraphs {
        let Some(Candidate { language, confidence }) = paragraph.found else { continue };
        match spans.last_mut().filter(|last| last.language == language) {
            Some(last) => {
                last.span = last.span.cover(paragraph.span);
                last.confidence = last.confidence.min(confidence);
            }
            None => spans.push(LanguageSpan { span: paragraph.span, language, confidence }),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(body: &str, expected: &[&str]) {
        let found: Vec<&str> = spans(body).into_iter().map(|span| span.of(body)).collect();
        assert_eq!(found, expected, "paragraphs of {body:?}");
    }

    #[test]
    fn splits_at_blank_lines() {
        check("One\ntwo.\n\nThree.\n", &["One\ntwo.", "Three."]);
        check("One.\r\n\r\n \r\nTwo.", &["One.", "Two."]);
    }

    #[test]
    fn splits_at_line_breaks_if_no_line_is_blank() {
        check("One.\nTwo.\n", &["One.", "Two."]);
        check("\n\nOne.\nTwo.\n\n", &["One.", "Two."]);
    }

    #[test]
    fn white_space_has_no_paragraph() {
        check(" \n\n ", &[]);
        check("", &[]);
    }

    proptest! {
        #[test]
        fn paragraphs_are_in_order_and_hold_every_visible_character(body in "(\\PC|[\\n\\r ]){0,200}") {
            let mut end = 0;
            for span in spans(&body) {
                prop_assert!(span.start >= end && !span.is_empty());
                prop_assert!(Span::new(end, span.start).of(&body).trim().is_empty());
                prop_assert!(body.get(span.start..span.end).is_some());
                end = span.end;
            }
            prop_assert!(Span::new(end, body.len()).of(&body).trim().is_empty());
        }
    }
}
