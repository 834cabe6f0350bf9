//! Facts about each token of a document, from which its features are made.

use std::collections::HashMap;

use foldhash::fast::RandomState;
use text::{Shape, TokenKind};

use super::characters::{self, Character};
use super::hashing::{self, Hash};
use super::labels::{self, LABELS};
use super::lexicon_names;
use super::word_classes::WordClasses;
use crate::document::{Casing, Document};
use crate::mentions::ScoredSpan;
use crate::mentions::rules::{Hits, RuleModel};

/// The facts about a token. Texts are hashed.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Facts {
    /// The word in lower case.
    pub(super) word: u32,
    /// The word as it is written.
    pub(super) form: u32,
    /// The first one, two, three and four letters.
    pub(super) prefixes: [u32; 4],
    /// The last one, two, three and four letters.
    pub(super) suffixes: [u32; 4],
    /// The order of capitals, lower case, digits and marks.
    pub(super) shape: u32,
    /// One more than the word class, a path of bits; 0 for a word without one.
    pub(super) class: u32,
    /// The kind of gazetteer name that the token is in, and its position there; 0 outside.
    pub(super) gazetteer: u32,
    /// The gazetteer's classes of the word, one bit each.
    pub(super) known: u32,
    /// The label by the rules plus `LABELS` times their confidence, 0 to 5.
    pub(super) rule: u32,
    /// One more than the type that the rules give the word most often in the article; 0 for none.
    pub(super) article_type: u32,
    /// Whether a capital is expected at this place, and how often the article has the word with and without
    /// one.
    pub(super) evidence: u32,
    /// Where the token is in its dictionary word, if it is a character of a script without spaces.
    pub(super) character: Option<Character>,
    /// Its place in the longest name of each kind that the lexicon has there: 3 bits for each kind.
    pub(super) lexicon: u32,
    /// Whether the token may be in a name. Other tokens are outside, without a look at their features.
    pub(super) is_candidate: bool,
}

/// Returns the facts of a document, and its names of two or more words that the gazetteer lists.
pub(super) fn gather(
    document: &Document<'_>,
    rules: &RuleModel,
    classes: &WordClasses,
) -> (Vec<Facts>, Vec<ScoredSpan>) {
    let findings = rules.findings(document);
    let mut facts = of_words(document, classes);
    add_gazetteer(document, &findings.hits, &mut facts);
    add_rules(&findings.spans, &mut facts);
    add_article(document, &mut facts);
    for (index, character) in characters::find(document) {
        if let Some(facts) = facts.get_mut(index) {
            facts.character = Some(character);
        }
    }
    for (facts, lexicon) in facts.iter_mut().zip(lexicon_names::find(document)) {
        facts.lexicon = lexicon;
    }
    mark_candidates(document, &mut facts);
    (facts, listed(document, &findings.hits))
}

/// Returns the names of two or more words that the gazetteer lists.
pub(super) fn listed(document: &Document<'_>, hits: &Hits<'_>) -> Vec<ScoredSpan> {
    let listed = (0..document.tokens.len()).filter_map(|start| {
        let hit = hits.at(start).filter(|hit| hit.end > start + 1)?;
        let (entity_type, score) = hit.verdict();
        Some(ScoredSpan { tokens: start..hit.end, entity_type, score })
    });
    listed.collect()
}

/// Returns the facts of each word alone.
fn of_words(document: &Document<'_>, classes: &WordClasses) -> Vec<Facts> {
    // Half of the words of an article are not the first of their form. In a sentence of capitals a form counts as
    // another.
    let mut known: HashMap<(&str, bool), Facts, RandomState> =
        HashMap::with_capacity_and_hasher(document.tokens.len() / 2, RandomState::default());
    let facts = |index: usize| {
        let casing = document.sentence_of(index).map(|sentence| sentence.casing);
        let form = (document.text(index), casing == Some(Casing::Upper));
        let facts = *known.entry(form).or_insert_with(|| of_word(document, index, classes));
        Facts { known: document.classes(index).bits(), ..facts }
    };
    (0..document.tokens.len()).map(facts).collect()
}

/// Returns the facts of the word alone.
fn of_word(document: &Document<'_>, index: usize, classes: &WordClasses) -> Facts {
    let word = document.text(index);
    let casing = document.sentence_of(index).map_or(Casing::Sentence, |sentence| sentence.casing);
    let mut facts = Facts::default();
    let titled = if word.is_ascii() {
        // The tables of Unicode would say the same, but take several times as long.
        let lower = |byte: u8| hashing::plain_ascii(byte.to_ascii_lowercase());
        add_affixes(&mut facts, word.bytes().map(lower), word.bytes().rev().map(lower));
        hashing::of_title_cased_ascii(word)
    } else {
        let lower = |character: char| character.to_lowercase().map(hashing::plain);
        add_affixes(&mut facts, word.chars().flat_map(lower), word.chars().rev().flat_map(lower));
        hashing::of_title_cased(word)
    };
    // In a sentence of capitals the form says nothing, so the word counts as title case.
    facts.form = if casing == Casing::Upper { titled } else { hashing::of_form(word) };
    facts.shape = shape(word);
    facts.class = classes.of(facts.form).or_else(|| classes.of(titled)).map_or(0, |class| class + 1);
    facts
}

/// Adds the facts of the letters of a word, which are given in lower case, forwards and backwards.
fn add_affixes(
    facts: &mut Facts,
    mut forwards: impl Iterator<Item = u32>,
    backwards: impl Iterator<Item = u32>,
) {
    let mut whole = Hash::new(2);
    for prefix in &mut facts.prefixes {
        let Some(character) = forwards.next() else { break };
        whole = whole.add(character);
        *prefix = whole.finish();
    }
    facts.word = forwards.fold(whole, Hash::add).finish();
    let mut end = Hash::new(3);
    for (suffix, character) in facts.suffixes.iter_mut().zip(backwards) {
        end = end.add(character);
        *suffix = end.finish();
    }
}

/// Returns the shape of a word, such as "Xx", "X." or "0-x": one sign for each run of characters of a kind.
fn shape(word: &str) -> u32 {
    let mut hash = Hash::new(4);
    let mut last = 0;
    for character in word.chars() {
        let kind = match character {
            'A'..='Z' => 1,
            'a'..='z' => 2,
            '0'..='9' => 3,
            '\0'..='\x7f' => character.into(),
            _ if character.is_uppercase() => 1,
            _ if character.is_lowercase() => 2,
            _ if character.is_numeric() => 3,
            // Japanese names change between these scripts and ordinary words do too.
            'ぁ'..='ゟ' => 5,
            '゠'..='ヿ' => 6,
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

/// Adds the gazetteer names that the tokens are in.
fn add_gazetteer(document: &Document<'_>, hits: &Hits<'_>, facts: &mut [Facts]) {
    for start in 0..document.tokens.len() {
        let Some(hit) = hits.at(start) else { continue };
        // Large places are names more often than small ones that share their name with a word. Population is
        // in thousands.
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

/// Adds the names that the rules find.
fn add_rules(spans: &[ScoredSpan], facts: &mut [Facts]) {
    for span in spans {
        let confidence = (span.score * 5.0) as u32;
        let labels = labels::labels_of(span.entity_type, span.tokens.len());
        for (facts, label) in facts.iter_mut().skip(span.tokens.start).zip(labels) {
            facts.rule = label as u32 + LABELS as u32 * confidence;
        }
    }
}

/// How a word occurs in the whole article.
#[derive(Debug, Default)]
struct Occurrences {
    /// How often in lower case.
    small: u32,
    /// How often with a capital where none is expected.
    capital: u32,
    /// The confidence of the rules in each type, summed.
    types: [f32; 4],
}

/// Adds what the article shows of each word: its capitals, and the type that the rules give it.
fn add_article(document: &Document<'_>, facts: &mut [Facts]) {
    let mut words: HashMap<u32, Occurrences, RandomState> =
        HashMap::with_capacity_and_hasher(document.tokens.len() / 2, RandomState::default());
    for (token, facts) in document.tokens.iter().zip(facts.iter()) {
        let casing =
            document.sentences.get(token.sentence).map_or(Casing::Sentence, |sentence| sentence.casing);
        if token.kind != TokenKind::Word {
            continue;
        }
        let occurrences = words.entry(facts.word).or_default();
        match token.shape {
            Shape::Lower => occurrences.small += 1,
            Shape::Caseless => {}
            _ if !token.initial && casing == Casing::Sentence => occurrences.capital += 1,
            _ => {}
        }
        if let Some((entity_type, _)) = labels::parts(facts.rule as usize % LABELS) {
            let place = labels::TYPES.iter().position(|listed| *listed == entity_type).unwrap_or_default();
            if let Some(weight) = occurrences.types.get_mut(place) {
                *weight += (facts.rule as usize / LABELS) as f32;
            }
        }
    }
    for (token, facts) in document.tokens.iter().zip(facts) {
        let casing =
            document.sentences.get(token.sentence).map_or(Casing::Sentence, |sentence| sentence.casing);
        let expected = u32::from(token.initial) + 2 * casing as u32;
        facts.evidence = expected * 9;
        if let Some(occurrences) = words.get(&facts.word) {
            // Once and twice make the difference; higher counts would only split the feature.
            facts.evidence += occurrences.small.min(2) + 3 * occurrences.capital.min(2);
            facts.article_type = heaviest(&occurrences.types);
        }
    }
}

/// Returns one more than the index of the heaviest type; 0 if none has weight.
fn heaviest(types: &[f32; 4]) -> u32 {
    let mut best = (0, 0.0);
    for (place, weight) in (1..).zip(types) {
        if *weight > best.1 {
            best = (place, *weight);
        }
    }
    best.0
}

/// The largest number of tokens between two candidates that become candidates too ("Bank of the United
/// States").
const GAP: usize = 3;

/// Marks the tokens that may be in a name.
///
/// They are those with a capital, a gazetteer name or a name by the rules, and every word of a script without
/// capitals; the token before and after each of these ("the university of Pisa", "the Arno river"); and those
/// between two of them. In languages whose names continue in lower case ("Europske komisije") one more token
/// after each is a candidate.
fn mark_candidates(document: &Document<'_>, facts: &mut [Facts]) {
    let behind = document.profile.candidates_after;
    for (token, facts) in document.tokens.iter().zip(facts.iter_mut()) {
        let capital = !matches!(token.shape, Shape::Lower | Shape::Caseless);
        let has_no_case = token.shape == Shape::Caseless && token.kind == TokenKind::Word;
        facts.is_candidate = capital || has_no_case || facts.gazetteer != 0 || facts.rule != 0;
    }
    for sentence in &document.sentences {
        let end = sentence.tokens.end;
        let mut last: Option<usize> = None;
        let certain: Vec<usize> = sentence
            .tokens
            .clone()
            .filter(|index| facts.get(*index).is_some_and(|facts| facts.is_candidate))
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
                .for_each(|facts| facts.is_candidate = true);
            last = Some(index);
        }
    }
}
