//! The features of a token: hashes of facts about it and its neighbours.
//!
//! Each feature is a hash of its template's number and of the facts. The trained weights are stored under
//! these hashes, so a template keeps its number for ever.

use std::ops::Range;

use super::characters::Character;
use super::facts::Facts;
use super::hashing::Hash;
use super::lexicon_names;

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
    character: None,
    lexicon: 0,
    is_candidate: false,
};

/// The lengths of prefixes of a word class, in bits. A prefix is a wider class.
const WIDER: [u32; 2] = [4, 7];
/// The length of a word class, in bits.
pub(super) const CLASS_BITS: u32 = 10;

/// The templates of features. Those with a range are a series, one for each position or length.
#[derive(Debug, Clone, Copy)]
enum Template {
    /// The words from two before to two after: 10 to 14.
    Words = 10,
    WordBeforeAndWord = 15,
    WordAndWordAfter = 16,
    Form = 17,
    TwoWordsAfter = 18,
    TwoWordsBefore = 19,
    /// The first one, two and three letters: 20 to 22.
    Prefixes = 20,
    FourLetterPrefix = 23,
    /// The last one, two and three letters: 24 to 26.
    Suffixes = 24,
    FourLetterSuffix = 27,
    SuffixBefore = 28,
    SuffixAfter = 29,
    /// The shapes from two before to two after: 30 to 34.
    Shapes = 30,
    ThreeShapes = 35,
    ShapeBeforeAndShape = 36,
    ShapeAndShapeAfter = 37,
    EvidenceAndShape = 38,
    Evidence = 39,
    /// The word classes from two before to two after, in full and as wider classes: 40 to 44.
    Classes = 40,
    ClassBeforeAndClass = 45,
    ClassAndClassAfter = 46,
    ClassesAround = 47,
    /// The gazetteer names from one before to one after, and each class of their words: 50 to 52.
    GazetteerNames = 50,
    /// All gazetteer classes of the words from one before to one after: 53 to 55.
    GazetteerWords = 53,
    GazetteerNameAndShape = 56,
    GazetteerNameBeforeAndName = 57,
    GazetteerNameAndNameAfter = 58,
    GazetteerWordBeforeAndWord = 59,
    GazetteerWordAndWordAfter = 60,
    /// The labels by the rules, with their confidence, from one before to one after: 70 to 72.
    RuleLabels = 70,
    RuleLabelBeforeAndLabel = 73,
    RuleLabelAndLabelAfter = 74,
    RuleLabelAndWordBefore = 75,
    RuleLabelAndClass = 76,
    RuleLabelAndGazetteerWord = 77,
    RuleLabelAndShape = 78,
    RuleLabelAndWordAfter = 79,
    ArticleType = 80,
    ArticleTypeAndRuleLabel = 81,
    ArticleTypeAndShape = 82,
    /// The characters three before and three after: 90 and 91.
    FarCharacters = 90,
    /// Three characters: around, before and after: 92 to 94.
    ThreeCharacters = 92,
    /// The dictionary words from one before to one after: 95 to 97.
    DictionaryWords = 95,
    DictionaryWordAndPlace = 98,
    DictionaryWordBeforeAndWord = 99,
    DictionaryWordAndWordAfter = 100,
    /// The places in dictionary words from one before to one after: 101 to 103.
    PlacesInWords = 101,
    PlaceInWordAndShape = 104,
    /// The places in names of the lexicon, from one before to one after: 110 to 112, and of each kind: 120 to 122.
    LexiconNames = 110,
    LexiconKinds = 120,
    LexiconNamesBeforeAndHere = 130,
    LexiconNamesHereAndAfter = 131,
    LexiconNamesAndWordAfter = 132,
    LexiconNamesAndWordBefore = 133,
    LexiconNamesAndShape = 134,
    LexiconNamesAndPlaceInWord = 135,
}

impl Template {
    /// Returns the number of a template of a series.
    fn at(self, position: u32) -> u32 {
        self as u32 + position
    }
}

impl<'f, F: FnMut(Group, u32)> Features<'f, F> {
    pub(super) fn new(facts: &'f [Facts], sentence: Range<usize>, emit: F) -> Self {
        Self { facts, sentence, emit }
    }

    /// Returns the facts of the token at a distance of `offset` from `index`.
    fn at(&self, index: usize, offset: isize) -> &'f Facts {
        let place = index.checked_add_signed(offset).filter(|place| self.sentence.contains(place));
        place.and_then(|place| self.facts.get(place)).unwrap_or(&NOWHERE)
    }

    fn one(&mut self, group: Group, template: Template, value: u32) {
        self.one_of(group, template.at(0), value);
    }

    /// Emits a feature of a series, by the number of its template.
    fn one_of(&mut self, group: Group, number: u32, value: u32) {
        (self.emit)(group, Hash::new(number).add(value).finish());
    }

    fn two(&mut self, group: Group, template: Template, first: u32, second: u32) {
        self.two_of(group, template.at(0), first, second);
    }

    /// Emits a feature of a series, by the number of its template.
    fn two_of(&mut self, group: Group, number: u32, first: u32, second: u32) {
        (self.emit)(group, Hash::new(number).add(first).add(second).finish());
    }

    /// Emits every feature of the token at `index`.
    #[inline] // So that `emit` is inlined too: a token has some fifty features.
    pub(super) fn of(&mut self, index: usize) {
        self.words(index);
        match self.at(index, 0).character {
            Some(character) => self.characters(index, character),
            None => self.affixes(index),
        }
        self.shapes(index);
        self.classes(index);
        self.gazetteer(index);
        self.rules(index);
        self.lexicon(index);
    }

    #[inline] // As `of`.
    fn words(&mut self, index: usize) {
        // A single character says as little about an unseen word as its ending does.
        let own = if self.at(index, 0).character.is_some() { Group::Affixes } else { Group::Identity };
        for (position, offset) in (0..).zip(-2..=2) {
            let word = self.at(index, offset).word;
            let group = if offset == 0 { own } else { Group::Words };
            self.one_of(group, Template::Words.at(position), word);
        }
        let [before, here, after] = [-1, 0, 1].map(|offset| self.at(index, offset));
        self.two(own, Template::WordBeforeAndWord, before.word, here.word);
        self.two(own, Template::WordAndWordAfter, here.word, after.word);
        self.one(own, Template::Form, here.form);
        let pair = self.at(index, 2).word;
        self.two(Group::Words, Template::TwoWordsAfter, after.word, pair);
        let pair = self.at(index, -2).word;
        self.two(Group::Words, Template::TwoWordsBefore, pair, before.word);
    }

    /// Emits the features of a character of a script without spaces.
    fn characters(&mut self, index: usize, character: Character) {
        let [third, second, first, here, next, after, last] =
            [-3, -2, -1, 0, 1, 2, 3].map(|offset| self.at(index, offset).word);
        for (position, word) in (0..).zip([third, last]) {
            self.one_of(Group::Words, Template::FarCharacters.at(position), word);
        }
        for (position, pair) in (0..).zip([[first, next], [second, first], [next, after]]) {
            let around = Hash::new(0).add(pair[0]).add(pair[1]).finish();
            self.two_of(Group::Identity, Template::ThreeCharacters.at(position), here, around);
        }
        let Character { words: [before, word, after], place } = character;
        self.one_of(Group::Words, Template::DictionaryWords.at(0), before);
        self.one_of(Group::Identity, Template::DictionaryWords.at(1), word);
        self.one_of(Group::Words, Template::DictionaryWords.at(2), after);
        self.two(Group::Identity, Template::DictionaryWordAndPlace, word, place);
        self.two(Group::Identity, Template::DictionaryWordBeforeAndWord, before, word);
        self.two(Group::Identity, Template::DictionaryWordAndWordAfter, word, after);
        for (position, offset) in (0..).zip(-1..=1) {
            let place = self.at(index, offset).character.map_or(0, |character| character.place);
            self.one_of(Group::Shapes, Template::PlacesInWords.at(position), place);
        }
        self.two(Group::Shapes, Template::PlaceInWordAndShape, place, self.at(index, 0).shape);
    }

    #[inline] // As `of`.
    fn affixes(&mut self, index: usize) {
        let [before, here, after] = [-1, 0, 1].map(|offset| self.at(index, offset));
        let [one, two, three, four] = here.prefixes;
        for (position, prefix) in (0..).zip([one, two, three]) {
            self.one_of(Group::Affixes, Template::Prefixes.at(position), prefix);
        }
        // Four letters are most of a word, so the feature belongs to its identity.
        self.one(Group::Identity, Template::FourLetterPrefix, four);
        let [one, two, three, four] = here.suffixes;
        for (position, suffix) in (0..).zip([one, two, three]) {
            self.one_of(Group::Affixes, Template::Suffixes.at(position), suffix);
        }
        self.one(Group::Identity, Template::FourLetterSuffix, four);
        let [.., ending_before, _] = before.suffixes;
        let [.., ending_after, _] = after.suffixes;
        self.one(Group::Affixes, Template::SuffixBefore, ending_before);
        self.one(Group::Affixes, Template::SuffixAfter, ending_after);
    }

    #[inline] // As `of`.
    fn shapes(&mut self, index: usize) {
        let [before, here, after] = [-1, 0, 1].map(|offset| self.at(index, offset));
        for (position, offset) in (0..).zip(-2..=2) {
            let shape = self.at(index, offset).shape;
            self.one_of(Group::Shapes, Template::Shapes.at(position), shape);
        }
        let around = Hash::new(0).add(before.shape).add(after.shape).finish();
        self.two(Group::Shapes, Template::ThreeShapes, here.shape, around);
        self.two(Group::Shapes, Template::ShapeBeforeAndShape, before.shape, here.shape);
        self.two(Group::Shapes, Template::ShapeAndShapeAfter, here.shape, after.shape);
        self.two(Group::Article, Template::EvidenceAndShape, here.evidence, here.shape);
        self.one(Group::Article, Template::Evidence, here.evidence);
    }

    #[inline] // As `of`.
    fn classes(&mut self, index: usize) {
        for (position, offset) in (0..).zip(-2..=2) {
            let Some(class) = self.at(index, offset).class.checked_sub(1) else { continue };
            let group = if offset == 0 { Group::Identity } else { Group::Classes };
            self.one_of(group, Template::Classes.at(position), class);
            for bits in WIDER {
                self.two_of(group, Template::Classes.at(position), bits, class >> (CLASS_BITS - bits));
            }
        }
        let wide = |facts: &Facts| facts.class.checked_sub(1).map_or(0, |class| 1 + (class >> 4));
        let [before, here, after] = [-1, 0, 1].map(|offset| wide(self.at(index, offset)));
        self.two(Group::Identity, Template::ClassBeforeAndClass, before, here);
        self.two(Group::Identity, Template::ClassAndClassAfter, here, after);
        self.two(Group::Classes, Template::ClassesAround, before, after);
    }

    #[inline] // As `of`.
    fn gazetteer(&mut self, index: usize) {
        let [before, here, after] = [-1, 0, 1].map(|offset| self.at(index, offset));
        for (position, facts) in (0..).zip([before, here, after]) {
            self.one_of(Group::Gazetteer, Template::GazetteerNames.at(position), facts.gazetteer);
            self.one_of(Group::Gazetteer, Template::GazetteerWords.at(position), facts.known);
            let mut bits = facts.known;
            while bits != 0 {
                let class = bits.trailing_zeros();
                self.two_of(Group::Gazetteer, Template::GazetteerNames.at(position), 1, class);
                bits &= bits - 1;
            }
        }
        self.two(Group::Gazetteer, Template::GazetteerNameAndShape, here.gazetteer, here.shape);
        self.two(Group::Gazetteer, Template::GazetteerNameBeforeAndName, before.gazetteer, here.gazetteer);
        self.two(Group::Gazetteer, Template::GazetteerNameAndNameAfter, here.gazetteer, after.gazetteer);
        self.two(Group::Gazetteer, Template::GazetteerWordBeforeAndWord, before.known, here.known);
        self.two(Group::Gazetteer, Template::GazetteerWordAndWordAfter, here.known, after.known);
    }

    #[inline] // As `of`.
    fn rules(&mut self, index: usize) {
        let [before, here, after] = [-1, 0, 1].map(|offset| self.at(index, offset));
        for (position, facts) in (0..).zip([before, here, after]) {
            self.one_of(Group::Rules, Template::RuleLabels.at(position), facts.rule);
        }
        let label = |facts: &Facts| facts.rule % super::labels::LABELS as u32;
        self.two(Group::Rules, Template::RuleLabelBeforeAndLabel, label(before), label(here));
        self.two(Group::Rules, Template::RuleLabelAndLabelAfter, label(here), label(after));
        self.two(Group::Rules, Template::RuleLabelAndWordBefore, label(here), before.word);
        self.two(Group::Identity, Template::RuleLabelAndClass, label(here), here.class);
        self.two(Group::Rules, Template::RuleLabelAndGazetteerWord, label(here), here.known);
        self.two(Group::Rules, Template::RuleLabelAndShape, label(here), here.shape);
        self.two(Group::Rules, Template::RuleLabelAndWordAfter, label(here), after.word);
        self.one(Group::Article, Template::ArticleType, here.article_type);
        self.two(Group::Article, Template::ArticleTypeAndRuleLabel, here.article_type, label(here));
        self.two(Group::Article, Template::ArticleTypeAndShape, here.article_type, here.shape);
    }

    /// Emits the features of the lexicon. Most tokens have no name of it around.
    #[inline] // As `of`.
    fn lexicon(&mut self, index: usize) {
        let [before, here, after] = [-1, 0, 1].map(|offset| self.at(index, offset));
        if before.lexicon | here.lexicon | after.lexicon == 0 {
            return;
        }
        for (position, facts) in (0..).zip([before, here, after]) {
            self.one_of(Group::Gazetteer, Template::LexiconNames.at(position), facts.lexicon);
            for (kind, place) in lexicon_names::places(facts.lexicon) {
                self.two_of(Group::Gazetteer, Template::LexiconKinds.at(position), kind, place);
            }
        }
        let names = here.lexicon;
        self.two(Group::Gazetteer, Template::LexiconNamesBeforeAndHere, before.lexicon, names);
        self.two(Group::Gazetteer, Template::LexiconNamesHereAndAfter, names, after.lexicon);
        self.two(Group::Gazetteer, Template::LexiconNamesAndWordAfter, names, after.word);
        self.two(Group::Gazetteer, Template::LexiconNamesAndWordBefore, names, before.word);
        self.two(Group::Gazetteer, Template::LexiconNamesAndShape, names, here.shape);
        if let Some(character) = here.character {
            self.two(Group::Gazetteer, Template::LexiconNamesAndPlaceInWord, names, character.place);
        }
    }
}
