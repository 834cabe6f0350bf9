//! The features of a token: hashes of facts about it and its neighbours.
//!
//! Each feature is a hash of its template's number and of the facts. The trained weights are stored under
//! these hashes, so a template keeps its number for ever.

use std::ops::Range;

use super::facts::Facts;
use super::hashing::Hash;

/// A group of features, for ablation and for dropout in training.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// The word itself, alone and in pairs, and its class. They say nothing about unseen words, so training
    /// drops them at times.
    Identity,
    /// The words around it.
    Words,
    /// The beginnings and endings of words.
    Affixes,
    /// Capitals and punctuation.
    Shapes,
    /// Word classes, learnt from unlabelled text.
    Classes,
    /// The names and words of the gazetteer.
    Gazetteer,
    /// The names by the rules.
    Rules,
    /// The other occurrences of the word in the article.
    Article,
}

/// All groups.
pub const GROUPS: [Group; 8] = [
    Group::Identity,
    Group::Words,
    Group::Affixes,
    Group::Shapes,
    Group::Classes,
    Group::Gazetteer,
    Group::Rules,
    Group::Article,
];

/// Computes the features of tokens, and hands each to `emit`.
pub(super) struct Features<'f, F: FnMut(Group, u32)> {
    facts: &'f [Facts],
    sentence: Range<usize>,
    emit: F,
}

/// The facts of the positions before and after a sentence.
static NOWHERE: Facts = Facts {
    word: 1,
    form: 1,
    prefixes: [0; 4],
    suffixes: [0; 4],
    shape: 1,
    class: 0,
    gazetteer: 0,
    known: 0,
    rule: 0,
    article_type: 0,
    evidence: 0,
    is_candidate: false,
};

/// The lengths of prefixes of a word class, in bits. A prefix is a wider class.
const WIDER: [u32; 2] = [4, 7];
/// The length of a word class, in bits.
pub(super) const CLASS_BITS: u32 = 10;

impl<'f, F: FnMut(Group, u32)> Features<'f, F> {
    pub(super) fn new(facts: &'f [Facts], sentence: Range<usize>, emit: F) -> Self {
        Self { facts, sentence, emit }
    }

    /// Returns the facts of the token at a distance of `offset` from `index`.
    fn at(&self, index: usize, offset: isize) -> &'f Facts {
        let place = index.checked_add_signed(offset).filter(|place| self.sentence.contains(place));
        place.and_then(|place| self.facts.get(place)).unwrap_or(&NOWHERE)
    }

    fn one(&mut self, group: Group, template: u32, value: u32) {
        (self.emit)(group, Hash::new(template).add(value).finish());
    }

    fn two(&mut self, group: Group, template: u32, first: u32, second: u32) {
        (self.emit)(group, Hash::new(template).add(first).add(second).finish());
    }

    /// Emits every feature of the token at `index`.
    pub(super) fn of(&mut self, index: usize) {
        self.words(index);
        self.forms(index);
        self.classes(index);
        self.gazetteer(index);
        self.rules(index);
    }

    fn words(&mut self, index: usize) {
        for (template, offset) in (10..).zip(-2..=2) {
            let word = self.at(index, offset).word;
            self.one(if offset == 0 { Group::Identity } else { Group::Words }, template, word);
        }
        let [before, here, after] = [-1, 0, 1].map(|offset| self.at(index, offset));
        self.two(Group::Identity, 15, before.word, here.word);
        self.two(Group::Identity, 16, here.word, after.word);
        self.one(Group::Identity, 17, here.form);
        let pair = self.at(index, 2).word;
        self.two(Group::Words, 18, after.word, pair);
        let pair = self.at(index, -2).word;
        self.two(Group::Words, 19, pair, before.word);
    }

    fn forms(&mut self, index: usize) {
        let [before, here, after] = [-1, 0, 1].map(|offset| self.at(index, offset));
        let [one, two, three, four] = here.prefixes;
        for (template, prefix) in (20..).zip([one, two, three]) {
            self.one(Group::Affixes, template, prefix);
        }
        // Four letters are most of a word, so the feature belongs to its identity.
        self.one(Group::Identity, 23, four);
        let [one, two, three, four] = here.suffixes;
        for (template, suffix) in (24..).zip([one, two, three]) {
            self.one(Group::Affixes, template, suffix);
        }
        self.one(Group::Identity, 27, four);
        let [.., ending_before, _] = before.suffixes;
        let [.., ending_after, _] = after.suffixes;
        self.one(Group::Affixes, 28, ending_before);
        self.one(Group::Affixes, 29, ending_after);
        for (template, offset) in (30..).zip(-2..=2) {
            let shape = self.at(index, offset).shape;
            self.one(Group::Shapes, template, shape);
        }
        let around = Hash::new(0).add(before.shape).add(after.shape).finish();
        self.two(Group::Shapes, 35, here.shape, around);
        self.two(Group::Shapes, 36, before.shape, here.shape);
        self.two(Group::Shapes, 37, here.shape, after.shape);
        self.two(Group::Article, 38, here.evidence, here.shape);
        self.one(Group::Article, 39, here.evidence);
    }

    fn classes(&mut self, index: usize) {
        for (template, offset) in (40..).zip(-2..=2) {
            let Some(class) = self.at(index, offset).class.checked_sub(1) else { continue };
            let group = if offset == 0 { Group::Identity } else { Group::Classes };
            self.one(group, template, class);
            for bits in WIDER {
                self.two(group, template, bits, class >> (CLASS_BITS - bits));
            }
        }
        let wide = |facts: &Facts| facts.class.checked_sub(1).map_or(0, |class| 1 + (class >> 4));
        let [before, here, after] = [-1, 0, 1].map(|offset| wide(self.at(index, offset)));
        self.two(Group::Identity, 45, before, here);
        self.two(Group::Identity, 46, here, after);
        self.two(Group::Classes, 47, before, after);
    }

    fn gazetteer(&mut self, index: usize) {
        let [before, here, after] = [-1, 0, 1].map(|offset| self.at(index, offset));
        for (template, facts) in (50..).zip([before, here, after]) {
            self.one(Group::Gazetteer, template, facts.gazetteer);
            self.one(Group::Gazetteer, template + 3, facts.known);
            let mut bits = facts.known;
            while bits != 0 {
                self.two(Group::Gazetteer, template, 1, bits.trailing_zeros());
                bits &= bits - 1;
            }
        }
        self.two(Group::Gazetteer, 56, here.gazetteer, here.shape);
        self.two(Group::Gazetteer, 57, before.gazetteer, here.gazetteer);
        self.two(Group::Gazetteer, 58, here.gazetteer, after.gazetteer);
        self.two(Group::Gazetteer, 59, before.known, here.known);
        self.two(Group::Gazetteer, 60, here.known, after.known);
    }

    fn rules(&mut self, index: usize) {
        let [before, here, after] = [-1, 0, 1].map(|offset| self.at(index, offset));
        for (template, facts) in (70..).zip([before, here, after]) {
            self.one(Group::Rules, template, facts.rule);
        }
        let label = |facts: &Facts| facts.rule % super::labels::LABELS as u32;
        self.two(Group::Rules, 73, label(before), label(here));
        self.two(Group::Rules, 74, label(here), label(after));
        self.two(Group::Rules, 75, label(here), before.word);
        self.two(Group::Identity, 76, label(here), here.class);
        self.two(Group::Rules, 77, label(here), here.known);
        self.two(Group::Rules, 78, label(here), here.shape);
        self.two(Group::Rules, 79, label(here), after.word);
        self.one(Group::Article, 80, here.article_type);
        self.two(Group::Article, 81, here.article_type, label(here));
        self.two(Group::Article, 82, here.article_type, here.shape);
    }
}
