//! An article as the tagger reads it: tokens in sentences, with the classes of each word.

use std::borrow::Cow;
use std::ops::Range;

use messages::Field;
use text::{Shape, Span, TokenKind};

use crate::gazetteer::{Classes, Gazetteer};
use crate::languages::{self, Profile};
use crate::name_forms::normalised;
use crate::tokens;

/// One token.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// Its bytes in its field.
    pub span: Span,
    /// Its kind.
    pub kind: TokenKind,
    /// Its use of capitals.
    pub shape: Shape,
    /// Whether white space comes before it.
    pub spaced: bool,
    /// Whether any word has a capital here, because it comes first in a sentence or a quotation.
    pub initial: bool,
    /// The classes of the word.
    pub classes: Classes,
    /// Index of its sentence.
    pub sentence: usize,
}

/// Where in the story a sentence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placement {
    /// The headline.
    Headline,
    /// The byline.
    Byline,
    /// The dateline, which is read as a sentence.
    Dateline,
    /// The first paragraph.
    Lead,
    /// Any later paragraph.
    Body,
    /// Credits and notices.
    Trailer,
}

/// What capitals mean in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Casing {
    /// A capital in mid-sentence marks a name.
    Sentence,
    /// Nearly every long word has a capital, as in many headlines, so a capital shows nothing.
    Title,
    /// All letters are capitals, so a capital shows nothing.
    Upper,
}

/// One sentence.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Its tokens, as indexes into the document's.
    pub tokens: Range<usize>,
    /// The field it is in.
    pub field: Field,
    /// Index of the block it is in.
    pub block: usize,
    /// Where in the story it is.
    pub placement: Placement,
    /// What its capitals mean.
    pub casing: Casing,
}

/// A passage of the article that [`Document::push`] reads as one sentence.
#[derive(Debug, Clone, Copy)]
pub struct Passage {
    /// The field it is in.
    pub field: Field,
    /// Its bytes in the field.
    pub span: Span,
    /// Index of the block it is in.
    pub block: usize,
    /// Where in the story it is.
    pub placement: Placement,
}

/// A tokenized article.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// Its tokens in reading order.
    pub tokens: Vec<Token>,
    /// Its sentences in reading order.
    pub sentences: Vec<Sentence>,
    /// Primary subtag of its language; `und` if it is not known.
    pub language: &'a str,
    /// Whether its language is sure. If not, only what all languages have in common has a value.
    pub(crate) is_language_sure: bool,
    /// What is special about its language.
    pub(crate) profile: &'static Profile,
    headline: &'a str,
    body: &'a str,
}

impl<'a> Document<'a> {
    /// Makes a document without sentences.
    pub fn new(headline: &'a str, body: &'a str, language: &'a str) -> Self {
        // News has about five bytes per token.
        let tokens = Vec::with_capacity(body.len() / 5);
        let profile = languages::profile(language);
        let is_language_sure = language != messages::UNDETERMINED;
        Self { tokens, sentences: Vec::new(), language, is_language_sure, profile, headline, body }
    }

    /// Splits a passage into tokens and adds it as the next sentence.
    pub fn push(&mut self, passage: Passage, gazetteer: &Gazetteer) {
        let text = passage.span.of(self.field(passage.field));
        let (first, sentence) = (self.tokens.len(), self.sentences.len());
        let mut initial = true;
        for token in tokens::tokenize(text, self.profile) {
            let word = token.span.of(text);
            let is_word = token.kind == TokenKind::Word;
            self.tokens.push(Token {
                span: token.span.shifted(passage.span.start),
                kind: token.kind,
                shape: text::shape(word),
                spaced: token.spaced,
                initial: initial && is_word,
                classes: if is_word {
                    gazetteer.classes(word)
                } else if word.starts_with('&') && normalised(word) == "&" {
                    gazetteer.classes("&")
                } else {
                    Classes::default()
                },
                sentence,
            });
            // Dutch "'s Avonds": the first word stays small, and the second has the capital of the sentence.
            let clipped = is_word && word.trim_start_matches(text::is_apostrophe).len() == 1;
            let passes_on = clipped && initial && text::shape(word) == Shape::Lower;
            initial = if is_word { passes_on } else { initial || opens_speech(word) };
        }
        let tokens = first..self.tokens.len();
        let casing = casing(self.tokens.get(tokens.clone()).unwrap_or_default());
        let Passage { field, block, placement, .. } = passage;
        self.sentences.push(Sentence { tokens, field, block, placement, casing });
    }

    /// Returns the string that spans of `field` point into.
    pub fn field(&self, field: Field) -> &'a str {
        match field {
            Field::Headline => self.headline,
            Field::Body => self.body,
        }
    }

    /// Returns the token at `index`.
    pub fn token(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    /// Returns the sentence that a token is in.
    pub fn sentence_of(&self, token: usize) -> Option<&Sentence> {
        self.sentences.get(self.tokens.get(token)?.sentence)
    }

    /// Returns the text of a token; empty past the end.
    pub fn text(&self, index: usize) -> &'a str {
        let field = self.sentence_of(index).map_or(Field::Body, |sentence| sentence.field);
        self.tokens.get(index).map_or("", |token| token.span.of(self.field(field)))
    }

    /// Returns the classes of the word at `index`.
    pub fn classes(&self, index: usize) -> Classes {
        self.tokens.get(index).map(|token| token.classes).unwrap_or_default()
    }

    /// Returns the field and the bytes of a run of tokens of one sentence.
    pub fn locate(&self, tokens: &Range<usize>) -> Option<(Field, Span)> {
        let first = self.tokens.get(tokens.start)?;
        let last = self.tokens.get(tokens.end.checked_sub(1)?)?;
        Some((self.sentence_of(tokens.start)?.field, first.span.cover(last.span)))
    }

    /// Returns the tokens of a run in the form in which names are compared, with one space for any white
    /// space.
    pub fn name(&self, run: &Range<usize>) -> Cow<'a, str> {
        if run.len() == 1 {
            return normalised(self.text(run.start));
        }
        let length = self.locate(run).map_or(0, |(_, span)| span.len());
        let mut name = String::with_capacity(length);
        for index in run.clone() {
            if index > run.start && self.token(index).is_some_and(|token| token.spaced) {
                name.push(' ');
            }
            name.push_str(&normalised(self.text(index)));
        }
        Cow::Owned(name)
    }
}

fn opens_speech(mark: &str) -> bool {
    // ">" ends a tag that a feed left in the text.
    matches!(mark, ":" | ">" | ",,")
        || mark.chars().all(|character| text::is_opening_mark(character) && character != '(')
}

/// Decides what capitals mean in a sentence.
///
/// Title case needs four long words with a capital, at most one long word in six in lower case, and few small
/// words. A sentence full of names has more small words than a title.
fn casing(tokens: &[Token]) -> Casing {
    let words = || tokens.iter().filter(|token| token.kind == TokenKind::Word);
    // Title case leaves small words small, so only words of four bytes and more count.
    let long = |token: &&Token| token.span.len() >= 4;
    let lower = words().filter(|token| token.shape == Shape::Lower).count();
    let upper = words().filter(long).filter(|token| token.shape == Shape::Upper).count();
    // One acronym in a short headline does not make it a headline in capitals.
    if lower == 0 && upper >= 2 {
        return Casing::Upper;
    }
    let cased = words().filter(long).filter(|token| token.shape != Shape::Caseless);
    let (mut capital, mut small) = (0_usize, 0_usize);
    for token in cased {
        if token.shape == Shape::Lower { small += 1 } else { capital += 1 }
    }
    if capital >= 4 && small * 5 <= capital && lower * 2 <= capital {
        Casing::Title
    } else {
        Casing::Sentence
    }
}
