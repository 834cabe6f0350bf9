//! The paragraphs of a body, and the stretches of it that are in one language.

use text::{Span, is_closing_mark, is_opening_mark};

use crate::clean::clean;
use crate::identify::{Candidate, Identifier};
use crate::script::{Letters, weight};
use crate::tags::{self, KnownLanguage};

/// What of a paragraph is looked at, in bytes of cleaned words: some 300 words, more than any decision needs.
const LONGEST_LOOKED_AT: usize = 2_000;

/// A shorter paragraph takes its neighbours' language: a line such as a caption or a place name.
const FEWEST_LETTERS: usize = 40;

/// From this confidence on a paragraph is in the language named. It has been told from all others in view of the
/// whole article, so it need not be as familiar as an article that stands alone.
const LEAST_CONFIDENCE: f64 = 0.95;

/// A second language shows only with this share of the letters: a quotation does not make an article mixed …
const LEAST_SHARE: f64 = 0.15;

/// … and with this many letters: some two sentences.
const FEWEST_LETTERS_OF_A_LANGUAGE: usize = 120;

/// Shares that differ by no more than this part of the two are a draw, which goes to the language that the
/// article opens in: the same statement takes a tenth more letters in French than in English.
const LEAST_LEAD: f64 = 0.1;

/// A stretch of the body in one language, in bytes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// Whole paragraphs.
    pub span: Span,
    /// What they are written in.
    pub language: &'static KnownLanguage,
    /// How sure, 0 to 1.
    pub confidence: f64,
}

/// A paragraph with its cleaned words.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    span: Span,
    pub(crate) words: String,
    /// Letters it holds, a syllable counting for several.
    letters: usize,
    is_quotation: bool,
    found: Option<Candidate>,
}

/// Splits `body` at blank lines, or at every line break where there are none.
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
        let words = clean(text, LONGEST_LOOKED_AT);
        let counted = Letters::of(&words);
        let script = counted.dominant();
        // What lies past the cut counts too, at the rate of what was looked at.
        let seen =
            if words.len() + 8 < LONGEST_LOOKED_AT { 1 } else { text.len().div_ceil(LONGEST_LOOKED_AT) };
        let letters = script.map_or(0, |script| counted.in_family(script) * weight(script)) * seen;
        let is_quotation = text.starts_with(is_opening_mark)
            && text.trim_end_matches(['.', ',', '!', '?', '。']).ends_with(is_closing_mark);
        Self { span, words, letters, is_quotation, found: None }
    }

    fn is_long_enough(&self) -> bool {
        self.letters >= FEWEST_LETTERS && !self.is_quotation
    }

    /// Finds this paragraph's own language, given the one the whole article seems to be in.
    fn identify(&mut self, identifier: &Identifier, main: Candidate) {
        if !self.is_long_enough() {
            return;
        }
        if identifier.confirms(&self.words, main.language) {
            self.found = Some(main);
            return;
        }
        let found = identifier.identify(&self.words);
        self.found = found.best().filter(|best| best.confidence >= LEAST_CONFIDENCE);
        // A close relative seen through a few words is the main language.
        if self.found.is_none()
            && found.best().is_some_and(|best| tags::are_confusable(best.language, main.language))
        {
            self.found = Some(main);
        }
    }
}

/// The stretches of `paragraphs` by language, where more than one language holds a real share of the
/// body; else none. `main` is what the whole article seems to be in.
pub(crate) fn stretches(
    paragraphs: &mut [Paragraph],
    identifier: &Identifier,
    main: Candidate,
) -> Vec<Stretch> {
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
    borrow(paragraphs);
    merged(paragraphs)
}

/// The language that holds most letters of `paragraphs`, and how sure its paragraphs are on average.
pub(crate) fn principal(paragraphs: &[Paragraph]) -> Option<Candidate> {
    let shares = shares(paragraphs);
    let most = shares.iter().map(|(_, letters)| *letters).max()?;
    // In order of first appearance: the first that comes close enough.
    let draws = |letters: usize| (most - letters) as f64 <= LEAST_LEAD * (most + letters) as f64;
    let (language, letters) = *shares.iter().find(|(_, letters)| draws(*letters))?;
    let of_language = paragraphs.iter().filter_map(|paragraph| Some((paragraph.found?, paragraph.letters)));
    let sum: f64 = of_language
        .filter(|(found, _)| found.language == language)
        .map(|(found, letters)| found.confidence * letters as f64)
        .sum();
    Some(Candidate { language, confidence: sum / letters.max(1) as f64 })
}

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

/// Gives each paragraph without a language that of the one before it, or of the first that has one.
fn borrow(paragraphs: &mut [Paragraph]) {
    let mut near = paragraphs.iter().find_map(|paragraph| paragraph.found);
    for paragraph in paragraphs {
        match paragraph.found {
            Some(_) => near = paragraph.found,
            None => paragraph.found = near,
        }
    }
}

fn merged(paragraphs: &[Paragraph]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for paragraph in paragraphs {
        let Some(Candidate { language, confidence }) = paragraph.found else { continue };
        match stretches.last_mut().filter(|last| last.language == language) {
            Some(last) => {
                last.span = last.span.cover(paragraph.span);
                last.confidence = last.confidence.min(confidence);
            }
            None => stretches.push(Stretch { span: paragraph.span, language, confidence }),
        }
    }
    stretches
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
    fn blank_lines_part_paragraphs() {
        check("One\ntwo.\n\nThree.\n", &["One\ntwo.", "Three."]);
        check("One.\r\n\r\n \r\nTwo.", &["One.", "Two."]);
    }

    #[test]
    fn line_breaks_part_them_where_no_line_is_blank() {
        check("One.\nTwo.\n", &["One.", "Two."]);
        check("\n\nOne.\nTwo.\n\n", &["One.", "Two."]);
    }

    #[test]
    fn white_space_alone_has_no_paragraph() {
        check(" \n\n ", &[]);
        check("", &[]);
    }

    proptest! {
        #[test]
        fn paragraphs_are_ordered_and_hold_every_visible_character(body in "(\\PC|[\\n\\r ]){0,200}") {
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
