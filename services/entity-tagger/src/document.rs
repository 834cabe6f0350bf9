//! An article as the tagger reads it: tokens in sentences, with what is known of each word.

use std::ops::Range;

use messages::Field;
use text::{Shape, Span, TokenKind};

use crate::gazetteer::{Classes, Gazetteer};
use crate::tokens;

/// One token.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// Where it stands in its field.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// How it uses capitals.
    pub shape: Shape,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// Whether a capital is due here whatever the word: first in a sentence or a quotation.
    pub initial: bool,
    /// What the word is known for.
    pub classes: Classes,
    /// Index of its sentence.
    pub sentence: usize,
}

/// Which part of the article a sentence stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The headline.
    Headline,
    /// The byline.
    Byline,
    /// The dateline, as if it were a sentence.
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
    /// Every word of weight has one, as in many headlines: no evidence.
    Title,
    /// Capitals only: no evidence.
    Upper,
}

/// One sentence.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Its tokens, as indexes into the document's.
    pub tokens: Range<usize>,
    /// The field it stands in.
    pub field: Field,
    /// Index of the block it stands in.
    pub block: usize,
    /// The part of the article it belongs to.
    pub part: Part,
    /// What its capitals mean.
    pub casing: Casing,
}

/// A stretch of the article to be read as one sentence.
#[derive(Debug, Clone, Copy)]
pub struct Stretch {
    /// The field it stands in.
    pub field: Field,
    /// Where.
    pub span: Span,
    /// Index of the block it stands in.
    pub block: usize,
    /// The part of the article it belongs to.
    pub part: Part,
}

/// A tokenized article.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// Its tokens in reading order.
    pub tokens: Vec<Token>,
    /// Its sentences in reading order.
    pub sentences: Vec<Sentence>,
    /// Primary subtag of its language; `und` when undetermined.
    pub language: &'a str,
    headline: &'a str,
    body: &'a str,
}

impl<'a> Document<'a> {
    /// A document with no sentence yet.
    pub fn new(headline: &'a str, body: &'a str, language: &'a str) -> Self {
        Self { tokens: Vec::with_capacity(body.len() / 5), sentences: Vec::new(), language, headline, body }
    }

    /// Adds the next sentence.
    pub fn push(&mut self, stretch: Stretch, gazetteer: &Gazetteer) {
        let text = stretch.span.of(self.field(stretch.field));
        let (first, sentence) = (self.tokens.len(), self.sentences.len());
        let mut initial = true;
        for token in tokens::tokenize(text, self.language) {
            let word = token.span.of(text);
            let is_word = token.kind == TokenKind::Word;
            self.tokens.push(Token {
                span: token.span.shifted(stretch.span.start),
                kind: token.kind,
                shape: text::shape(word),
                spaced: token.spaced,
                initial: initial && is_word,
                classes: if is_word || word == "&" { gazetteer.classes(word) } else { Classes::default() },
                sentence,
            });
            // Dutch "'s Avonds": the first word keeps its small letter and passes the capital on.
            let clipped = is_word && word.trim_start_matches(text::is_apostrophe).len() == 1;
            let passes_on = clipped && initial && text::shape(word) == Shape::Lower;
            initial = if is_word { passes_on } else { initial || opens_speech(word) };
        }
        let tokens = first..self.tokens.len();
        let casing = casing(self.tokens.get(tokens.clone()).unwrap_or_default());
        let Stretch { field, block, part, .. } = stretch;
        self.sentences.push(Sentence { tokens, field, block, part, casing });
    }

    /// The string spans of `field` point into.
    pub fn field(&self, field: Field) -> &'a str {
        match field {
            Field::Headline => self.headline,
            Field::Body => self.body,
        }
    }

    /// The token at `index`.
    pub fn token(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    /// The sentence a token stands in.
    pub fn sentence_of(&self, token: usize) -> Option<&Sentence> {
        self.sentences.get(self.tokens.get(token)?.sentence)
    }

    /// The text of a token; empty past the end.
    pub fn text(&self, index: usize) -> &'a str {
        let field = self.sentence_of(index).map_or(Field::Body, |sentence| sentence.field);
        self.tokens.get(index).map_or("", |token| token.span.of(self.field(field)))
    }

    /// What the word at `index` is known for.
    pub fn classes(&self, index: usize) -> Classes {
        self.tokens.get(index).map(|token| token.classes).unwrap_or_default()
    }

    /// Field and span of a run of tokens of one sentence.
    pub fn locate(&self, tokens: &Range<usize>) -> Option<(Field, Span)> {
        let first = self.tokens.get(tokens.start)?;
        let last = self.tokens.get(tokens.end.checked_sub(1)?)?;
        Some((self.sentence_of(tokens.start)?.field, first.span.cover(last.span)))
    }

    /// The tokens of a run in the form names are compared in, with one space where there is white space.
    pub fn name(&self, run: &Range<usize>) -> String {
        let mut name = String::new();
        for index in run.clone() {
            if index > run.start && self.token(index).is_some_and(|token| token.spaced) {
                name.push(' ');
            }
            name.push_str(&tokens::normalised(self.text(index)));
        }
        name
    }

    /// Whether the language capitalises every noun, so that a capital is no evidence of a name.
    pub fn capitalises_nouns(&self) -> bool {
        matches!(self.language, "de" | "lb" | "nds")
    }
}

fn opens_speech(mark: &str) -> bool {
    // A tag that a feed left in ends with ">".
    matches!(mark, ":" | ">" | ",,")
        || mark.chars().all(|character| text::is_opening_mark(character) && character != '(')
}

/// Says what capitals mean in a sentence.
///
/// Title case is called from four weighty words on, where at most one in six of these is in lower case
/// and small words are few: a sentence full of names has more of them.
fn casing(tokens: &[Token]) -> Casing {
    let words = || tokens.iter().filter(|token| token.kind == TokenKind::Word);
    let long = |token: &&Token| token.span.len() >= 4;
    let lower = words().filter(|token| token.shape == Shape::Lower).count();
    let upper = words().filter(long).filter(|token| token.shape == Shape::Upper).count();
    if lower == 0 && upper >= 2 {
        return Casing::Upper;
    }
    let weighty = words().filter(long).filter(|token| token.shape != Shape::Caseless);
    let (mut capital, mut small) = (0_usize, 0_usize);
    for token in weighty {
        if token.shape == Shape::Lower { small += 1 } else { capital += 1 }
    }
    if capital >= 4 && small * 5 <= capital && lower * 2 <= capital {
        Casing::Title
    } else {
        Casing::Sentence
    }
}
