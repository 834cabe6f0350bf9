//! What the features are made of: facts about each token of a document.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use text::{Shape, TokenKind};

use super::hashing::{self, Hash};
use super::labels::{self, LABELS};
use super::word_classes::WordClasses;
use crate::document::{Casing, Document};
use crate::mentions::ScoredSpan;
use crate::mentions::rules::{Hits, RuleModel};

/// Facts about one token.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Facts {
    /// The word in lower case.
    pub(super) word: u32,
    /// The word as it is written.
    pub(super) form: u32,
    /// Its first one to four letters.
    pub(super) prefixes: [u32; 4],
    /// Its last one to four letters.
    pub(super) suffixes: [u32; 4],
    /// Capitals, small letters, digits and marks in short.
    pub(super) shape: u32,
    /// Its word class: a path of bits, or 0.
    pub(super) class: u32,
    /// Kind of the gazetteer's name it stands in, and where in it.
    pub(super) gazetteer: u32,
    /// What the gazetteer knows of the word.
    pub(super) known: u32,
    /// Label by the rules, and how sure they are.
    pub(super) rule: u32,
    /// Type the rules give the word most often in the article.
    pub(super) article_type: u32,
    /// What the article says of its capitals.
    pub(super) evidence: u32,
    /// Whether a name may hold the token; any other is outside, and no features are looked at.
    pub(super) open: bool,
}

/// The facts of a whole document, and its names of two or more words that the gazetteer lists.
pub(super) fn gather(
    document: &Document<'_>,
    rules: &RuleModel,
    classes: &WordClasses,
) -> (Vec<Facts>, Vec<ScoredSpan>) {
    let findings = rules.findings(document);
    let mut facts: Vec<Facts> =
        (0..document.tokens.len()).map(|index| of_word(document, index, classes)).collect();
    add_gazetteer(document, &findings.hits, &mut facts);
    add_rules(&findings.spans, &mut facts);
    add_article(document, &mut facts);
    open(document, &mut facts);
    (facts, listed(document, &findings.hits))
}

/// The names of two or more words that the gazetteer lists.
pub(super) fn listed(document: &Document<'_>, hits: &Hits<'_>) -> Vec<ScoredSpan> {
    let listed = (0..document.tokens.len()).filter_map(|start| {
        let hit = hits.at(start).filter(|hit| hit.end > start + 1)?;
        let (entity_type, score) = hit.verdict();
        Some(ScoredSpan { tokens: start..hit.end, entity_type, score })
    });
    listed.collect()
}

/// Facts of the word alone.
fn of_word(document: &Document<'_>, index: usize, classes: &WordClasses) -> Facts {
    let word = document.text(index);
    let casing = document.sentence_of(index).map_or(Casing::Sentence, |sentence| sentence.casing);
    let mut facts = Facts { known: document.classes(index).bits(), ..Facts::default() };
    let mut whole = Hash::new(2);
    let mut lower = word.chars().flat_map(char::to_lowercase).map(hashing::plain);
    for prefix in &mut facts.prefixes {
        let Some(character) = lower.next() else { break };
        whole = whole.add(character);
        *prefix = whole.finish();
    }
    facts.word = lower.fold(whole, Hash::add).finish();
    let mut end = Hash::new(3);
    let backwards = word.chars().rev().flat_map(char::to_lowercase).map(hashing::plain);
    for (suffix, character) in facts.suffixes.iter_mut().zip(backwards) {
        end = end.add(character);
        *suffix = end.finish();
    }
    facts.form = if casing == Casing::Upper { hashing::of_title_cased(word) } else { hashing::of_form(word) };
    facts.shape = shape(word);
    let class = classes.of(facts.form);
    facts.class = class.or_else(|| classes.of(hashing::of_title_cased(word))).map_or(0, |class| class + 1);
    facts
}

/// "Xx", "X.", "0-x": runs of one kind of character once each.
fn shape(word: &str) -> u32 {
    let mut hash = Hash::new(4);
    let mut last = 0;
    for character in word.chars() {
        let kind = match character {
            _ if character.is_uppercase() => 1,
            _ if character.is_lowercase() => 2,
            _ if character.is_numeric() => 3,
            _ if character.is_alphabetic() => 4,
            _ => hashing::plain(character),
        };
        if kind != last {
            hash = hash.add(kind);
        }
        last = kind;
    }
    hash.finish()
}

fn add_gazetteer(document: &Document<'_>, hits: &Hits<'_>, facts: &mut [Facts]) {
    for start in 0..document.tokens.len() {
        let Some(hit) = hits.at(start) else { continue };
        let large = u32::from(hit.entry.population >= 500);
        let kind = 1 + hit.entry.kind as u32 * 2 + large;
        let length = hit.end - start;
        for (place, facts) in facts.iter_mut().skip(start).take(length).enumerate() {
            let place = match (place, length) {
                (_, 1) => 3,
                (0, _) => 0,
                (place, length) if place + 1 == length => 2,
                _ => 1,
            };
            facts.gazetteer = kind * 4 + place;
        }
    }
}

fn add_rules(spans: &[ScoredSpan], facts: &mut [Facts]) {
    for span in spans {
        let sureness = (span.score * 5.0) as u32;
        let labels = labels::labels_of(span.entity_type, span.tokens.len());
        for (facts, label) in facts.iter_mut().skip(span.tokens.start).zip(labels) {
            facts.rule = label as u32 + LABELS as u32 * sureness;
        }
    }
}

/// How a word stands elsewhere in the article.
#[derive(Debug, Default)]
struct Elsewhere {
    small: u32,
    capital: u32,
    types: [f32; 4],
}

/// What the article says of each word: its capitals, and the type the rules give it.
fn add_article(document: &Document<'_>, facts: &mut [Facts]) {
    let mut words: HashMap<u32, Elsewhere, RandomState> = HashMap::default();
    for (token, facts) in document.tokens.iter().zip(facts.iter()) {
        let casing =
            document.sentences.get(token.sentence).map_or(Casing::Sentence, |sentence| sentence.casing);
        if token.kind != TokenKind::Word {
            continue;
        }
        let elsewhere = words.entry(facts.word).or_default();
        match token.shape {
            Shape::Lower => elsewhere.small += 1,
            Shape::Caseless => {}
            _ if !token.initial && casing == Casing::Sentence => elsewhere.capital += 1,
            _ => {}
        }
        if let Some((entity_type, _)) = labels::parts(facts.rule as usize % LABELS) {
            let place = labels::TYPES.iter().position(|listed| *listed == entity_type).unwrap_or_default();
            if let Some(weight) = elsewhere.types.get_mut(place) {
                *weight += (facts.rule as usize / LABELS) as f32;
            }
        }
    }
    for (token, facts) in document.tokens.iter().zip(facts) {
        let casing =
            document.sentences.get(token.sentence).map_or(Casing::Sentence, |sentence| sentence.casing);
        let due = u32::from(token.initial) + 2 * casing as u32;
        facts.evidence = due * 9;
        if let Some(elsewhere) = words.get(&facts.word) {
            facts.evidence += elsewhere.small.min(2) + 3 * elsewhere.capital.min(2);
            facts.article_type = heaviest(&elsewhere.types);
        }
    }
}

/// One more than the place of the heaviest type; 0 where none has weight.
fn heaviest(types: &[f32; 4]) -> u32 {
    let mut best = (0, 0.0);
    for (place, weight) in (1..).zip(types) {
        if *weight > best.1 {
            best = (place, *weight);
        }
    }
    best.0
}

/// Tokens between two of a name, at most, that nothing else speaks for.
const GAP: usize = 3;

/// A token is open that has a capital or is known to the gazetteer or the rules; that stands
/// right beside such ("the university of Pisa", "the Arno river"); or between two. Where names run on in small letters
/// ("Europske komisije") one more behind it is.
fn open(document: &Document<'_>, facts: &mut [Facts]) {
    let behind = document.profile.candidates_after;
    for (token, facts) in document.tokens.iter().zip(facts.iter_mut()) {
        let capital = !matches!(token.shape, Shape::Lower | Shape::Caseless);
        facts.open = capital || facts.gazetteer != 0 || facts.rule != 0;
    }
    for sentence in &document.sentences {
        let end = sentence.tokens.end;
        let mut last: Option<usize> = None;
        let certain: Vec<usize> = sentence
            .tokens
            .clone()
            .filter(|index| facts.get(*index).is_some_and(|facts| facts.open))
            .collect();
        for index in certain {
            let start = match last {
                Some(last) if index - last <= GAP + 1 => last + 1,
                _ => index.saturating_sub(1).max(sentence.tokens.start),
            };
            facts
                .iter_mut()
                .take(end.min(index + 1 + behind))
                .skip(start)
                .for_each(|facts| facts.open = true);
            last = Some(index);
        }
    }
}
