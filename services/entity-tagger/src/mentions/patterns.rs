//! Names with a fixed form, which need no model: pairs of nationalities, ships, titles in quotation marks,
//! laws and prizes.

use std::collections::HashMap;
use std::ops::Range;

use messages::EntityType;
use text::{Shape, TokenKind};

use super::model::ScoredSpan;
use crate::document::{Casing, Document, Sentence};
use crate::gazetteer::{Classes, EntryKind, Gazetteer};
use crate::languages::{PatternWords, common};

/// Tokens of the longest title in quotation marks.
const LONGEST_TITLE: usize = 9;
/// Tokens of the longest ship's or law's name.
const LONGEST_NAME: usize = 6;

/// Returns the names that a pattern shows, and every other place where they occur. No two overlap; they are
/// unordered.
pub(crate) fn pattern_names(document: &Document<'_>, gazetteer: &Gazetteer) -> Vec<ScoredSpan> {
    let mut names = Vec::new();
    let Some(words) = document.profile.patterns else { return names };
    let mut titles = Vec::new();
    for sentence in &document.sentences {
        let matcher = PatternMatcher { document, gazetteer, sentence, words };
        let mut index = sentence.tokens.start;
        while index < sentence.tokens.end {
            if let Some(end) = matcher.pair(index) {
                names.push(span(index..end));
                index = end;
                continue;
            }
            if let Some(run) =
                matcher.title(index).or_else(|| matcher.ship(index)).or_else(|| matcher.act(index))
            {
                index = run.end;
                titles.push(run.clone());
                names.push(span(run));
                continue;
            }
            index += 1;
        }
    }
    propagate(document, &titles, &mut names);
    names
}

fn span(tokens: Range<usize>) -> ScoredSpan {
    ScoredSpan { tokens, entity_type: EntityType::Misc, score: 0.85 }
}

/// Adds the titles where they occur without the words that show them.
fn propagate(document: &Document<'_>, titles: &[Range<usize>], names: &mut Vec<ScoredSpan>) {
    let mut known: HashMap<&str, Vec<Range<usize>>> = HashMap::new();
    for title in titles.iter().filter(|title| title.len() > 1) {
        let listed = known.entry(document.text(title.start)).or_default();
        // Bounds the work on a text that repeats the first word of many titles.
        if listed.len() < LONGEST_NAME {
            listed.push(title.clone());
        }
    }
    if known.is_empty() {
        return;
    }
    for index in 0..document.tokens.len() {
        for title in known.get(document.text(index)).into_iter().flatten() {
            let run = index..index + title.len();
            let same = || {
                run.clone().zip(title.clone()).all(|(one, other)| document.text(one) == document.text(other))
            };
            let whole = document.token(index).map(|token| token.sentence);
            if index != title.start
                && same()
                && document.token(run.end - 1).map(|token| token.sentence) == whole
            {
                names.push(span(run));
            }
        }
    }
}

/// Finds the patterns of one sentence.
#[derive(Clone, Copy)]
struct PatternMatcher<'r> {
    document: &'r Document<'r>,
    gazetteer: &'r Gazetteer,
    sentence: &'r Sentence,
    words: &'r PatternWords,
}

impl<'r> PatternMatcher<'r> {
    fn text(&self, index: usize) -> &'r str {
        if self.sentence.tokens.contains(&index) { self.document.text(index) } else { "" }
    }

    fn is_capitalised(&self, index: usize) -> bool {
        let token = self.document.token(index).filter(|_| self.sentence.tokens.contains(&index));
        token.is_some_and(|token| {
            token.kind == TokenKind::Word && !matches!(token.shape, Shape::Lower | Shape::Caseless)
        })
    }

    /// Reports whether a token is a small word inside a title: "of the", "and".
    fn is_joint(&self, index: usize) -> bool {
        let joins = Classes::FUNCTION
            | Classes::PARTICLE
            | Classes::ORG_PARTICLE
            | Classes::DETERMINER
            | Classes::JOINS_ORG;
        !self.text(index).is_empty() && self.document.classes(index).any(joins)
    }

    /// Returns the end of "Franco-German" or "British-Norwegian": two or more nationalities with hyphens.
    fn pair(&self, index: usize) -> Option<usize> {
        let nationality = |index: usize| {
            self.gazetteer.entry(self.text(index)).is_some_and(|entry| entry.kind == EntryKind::Nationality)
        };
        let joined = |index: usize| self.document.token(index).is_some_and(|token| !token.spaced);
        let hyphen =
            |index: usize| is_mark(self.text(index), text::is_dash) && joined(index) && joined(index + 1);
        let combines =
            |index: usize| self.is_capitalised(index) && lists(self.words.combining, self.text(index));
        let mut end = index + 1;
        if !hyphen(end) {
            return None;
        }
        while hyphen(end) && nationality(end + 1) {
            end += 2;
        }
        (end > index + 1 && (nationality(index) || combines(index)) && !hyphen(end)).then_some(end)
    }

    /// Finds a title in quotation marks. Every long word has a capital, and there is a comma inside, three
    /// such words, an article in front, or a word nearby that confirms it.
    fn title(&self, index: usize) -> Option<Range<usize>> {
        // In a headline in title case every quotation looks like a title.
        let is_mark_token = self.document.token(index).is_some_and(|token| token.kind != TokenKind::Word);
        if self.sentence.casing != Casing::Sentence
            || !is_mark_token
            || !is_mark(self.text(index), is_opening_quote)
        {
            return None;
        }
        let start = index + 1;
        let closing =
            (start..=start + LONGEST_TITLE).find(|index| is_mark(self.text(*index), is_closing_quote))?;
        let end = if self.text(closing - 1) == "," { closing - 1 } else { closing };
        let (mut capitals, mut comma) = (0, false);
        for index in start..end {
            match self.text(index) {
                "," => comma = true,
                "&" | "-" | ":" | "'s" | "’s" => {}
                _ if self.is_capitalised(index) => capitals += 1,
                text if text.bytes().all(|byte| byte.is_ascii_digit()) => {}
                _ if self.is_joint(index) => {}
                _ => return None,
            }
        }
        let bounded = end > start && self.is_capitalised(start) && !matches!(self.text(end - 1), ":" | "-");
        // “Yes, Minister,” she said: the comma before the closing mark shows speech.
        let spoken = end < closing
            && (closing + 1..closing + 4).any(|index| self.document.classes(index).any(Classes::SAYING));
        if !bounded || capitals < 2 || (spoken && !self.near_work(index, closing)) {
            return None;
        }
        let article = self.words.articles.contains(&self.text(start));
        // Two capitalized words alone in quotation marks may be a nickname or a scare quote.
        let title = comma || capitals >= 3 || article || self.near_work(index, closing);
        (title && self.gazetteer.entry(&self.document.name(&(start..end))).is_none()).then_some(start..end)
    }

    /// Reports whether a word near the quotation marks confirms a title: "the film".
    fn near_work(&self, opening: usize, closing: usize) -> bool {
        let before = opening.saturating_sub(4).max(self.sentence.tokens.start)..opening;
        before.chain(closing + 1..closing + 5).any(|index| lists(self.words.works, self.text(index)))
    }

    /// Finds "the ferry Isle of Mull", "HMS Lancaster".
    fn ship(&self, index: usize) -> Option<Range<usize>> {
        if self.sentence.casing != Casing::Sentence || !self.is_capitalised(index + 1) {
            return None;
        }
        let prefixed = common::SHIP_PREFIXES.contains(&self.text(index));
        let first = index + 1;
        if !prefixed && !lists(self.words.ships, self.text(index)) {
            return None;
        }
        // No name of a ship follows in "the ship's Captain Brown" and "on a ship Thursday".
        let end = self.run(first)?;
        let head = self.document.classes(first);
        let other = head.any(Classes::CALENDAR | Classes::TITLE | Classes::FUNCTION)
            || self
                .gazetteer
                .entry(self.text(first))
                .is_some_and(|entry| entry.kind == EntryKind::Nationality);
        (prefixed || !other).then_some(if prefixed { index } else { first }..end)
    }

    /// Finds "Clean Harbors Act", "Treaty of Orşova".
    fn act(&self, index: usize) -> Option<Range<usize>> {
        if self.sentence.casing != Casing::Sentence || !self.is_capitalised(index) {
            return None;
        }
        if lists(self.words.treaties, self.text(index)) && self.text(index + 1) == self.words.of {
            return self.run(index).map(|end| index..end).filter(|run| run.len() > 2);
        }
        let end = self.run(index)?;
        let first = if self.document.classes(index).any(Classes::FUNCTION | Classes::DETERMINER) {
            index + 1
        } else {
            index
        };
        let last = (first + 1..end).rev().find(|index| lists(self.words.acts, self.text(*index)))?;
        (last + 1 == end || self.text(last + 1) == self.words.of).then_some(first..end.min(last + 1))
    }

    /// Returns the end of a run of capitalized words, with small words inside.
    fn run(&self, start: usize) -> Option<usize> {
        let mut end = start;
        for index in start..(start + LONGEST_NAME).min(self.sentence.tokens.end) {
            if self.is_capitalised(index) {
                end = index + 1;
            } else if end == start || !self.words.joints.contains(&self.text(index)) {
                break;
            }
        }
        (end > start).then_some(end)
    }
}

/// Reports whether a list in lower case has the word in any case.
fn lists(words: &[&str], text: &str) -> bool {
    if text.is_ascii() {
        return words.iter().any(|word| word.eq_ignore_ascii_case(text));
    }
    words.contains(&text.to_lowercase().as_str())
}

fn is_mark(text: &str, kind: impl Fn(char) -> bool) -> bool {
    !text.is_empty() && text.chars().all(kind)
}

fn is_opening_quote(character: char) -> bool {
    text::is_quotation_mark(character) && text::is_opening_mark(character)
}

fn is_closing_quote(character: char) -> bool {
    text::is_quotation_mark(character) && text::is_closing_mark(character)
}
