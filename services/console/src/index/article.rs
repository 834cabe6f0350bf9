//! What the index keeps about one article.

use std::{num::NonZeroU64, sync::Arc};

use messages::EntityType;

use super::{
    facts::Facts,
    kind::Kind,
    step::Step,
    words::{Word, Words},
};

/// What an article costs beside its steps and texts: its entries in the map and in the order, and its id.
const OVERHEAD: usize = 240;

/// One article: its way through the stages, and what one can filter by.
#[derive(Debug)]
pub(super) struct Article {
    pub(super) id: Arc<str>,
    pub(super) steps: Vec<Step>,
    pub(super) kept: Option<Box<Kept>>,
    /// The language in the subject of its newest event.
    pub(super) language: Option<Word>,
    /// The place in the order of articles: nanoseconds since 1970.
    pub(super) order: i64,
}

/// The facts of the newest enriched version.
#[derive(Debug)]
pub(super) struct Kept {
    /// The sequence of the enriched version.
    pub(super) sequence: u64,
    pub(super) headline: Box<str>,
    pub(super) source: Option<Word>,
    pub(super) names: Box<[(Word, EntityType)]>,
    types: u16,
    pub(super) keywords: Box<[Word]>,
}

impl Article {
    pub(super) fn new(id: Arc<str>) -> Self {
        Self { id, steps: Vec::new(), kept: None, language: None, order: i64::MAX }
    }

    /// Reports whether the article has this stored message.
    pub(super) fn has(&self, kind: Kind, sequence: u64) -> bool {
        self.step(kind, sequence).is_some()
    }

    /// Returns the step of a stored message.
    pub(super) fn step(&self, kind: Kind, sequence: u64) -> Option<&Step> {
        self.steps.iter().find(|step| (step.kind, step.sequence) == (kind, sequence))
    }

    /// Adds a step, and moves the article in the order: to where its newest version arrived.
    pub(super) fn add(&mut self, step: Step, words: &mut Words) {
        let newest =
            self.steps.iter().filter(|known| known.kind.stage().is_some()).all(|it| it.at <= step.at);
        if newest && let Some(language) = language(&step, words) {
            self.speak(Some(&language), words);
        }
        self.steps.push(step);
        self.reorder();
    }

    /// Forgets the steps that are `gone`, and what is known from them only.
    pub(super) fn forget(&mut self, gone: impl Fn(&Step) -> bool, words: &mut Words) {
        self.steps.iter().filter(|step| gone(step)).for_each(|step| step.release(words));
        self.steps.retain(|step| !gone(step));
        let enriched = self.kept.as_ref().map(|kept| kept.sequence);
        if enriched.is_some_and(|sequence| !self.has(Kind::Summarized, sequence))
            && let Some(kept) = self.kept.take()
        {
            kept.release(words);
        }
        let mut made: Vec<&Step> = self.steps.iter().filter(|step| step.kind.stage().is_some()).collect();
        made.sort_by_key(|step| step.at);
        let newest = made.last().and_then(|step| language(step, words));
        self.speak(newest.as_deref(), words);
        self.reorder();
    }

    fn speak(&mut self, language: Option<&str>, words: &mut Words) {
        let before = std::mem::replace(&mut self.language, language.map(|language| words.keep(language)));
        if let Some(before) = before {
            words.release(before);
        }
    }

    /// Computes the place in the order.
    fn reorder(&mut self) {
        let received = self.steps.iter().filter(|it| it.kind == Kind::Received && it.replay().is_none());
        let arrived = received.map(|step| step.at).max();
        let first = self.steps.iter().map(|step| step.at).min();
        self.order = arrived.or(first).unwrap_or(i64::MAX);
    }

    /// Keeps the facts of an enriched version unless those of a newer one are known.
    pub(super) fn keep(&mut self, sequence: u64, facts: &Facts, words: &mut Words) {
        if self.kept.as_ref().is_some_and(|kept| kept.sequence >= sequence) {
            return;
        }
        let kept = Kept {
            sequence,
            headline: facts.headline.as_str().into(),
            source: facts.source.as_deref().map(|source| words.keep(source)),
            names: facts.names.iter().map(|(name, of_type)| (words.keep(name), *of_type)).collect(),
            types: facts.types.iter().map(|of_type| bit(*of_type)).fold(0, |all, one| all | one),
            keywords: facts.keywords.iter().map(|keyword| words.keep(keyword)).collect(),
        };
        if let Some(before) = self.kept.replace(Box::new(kept)) {
            before.release(words);
        }
    }

    /// Gives back all texts.
    pub(super) fn release(&mut self, words: &mut Words) {
        self.steps.iter().for_each(|step| step.release(words));
        if let Some(kept) = self.kept.take() {
            kept.release(words);
        }
        if let Some(language) = self.language.take() {
            words.release(language);
        }
    }

    /// Returns the last enriched version, or the last output of the stage that makes `kind`.
    pub(super) fn last(&self, kind: Kind, revision: Option<NonZeroU64>) -> Option<&Step> {
        let of_kind = self.steps.iter().filter(|step| step.kind == kind);
        of_kind
            .filter(|step| revision.is_none() || step.revision == revision)
            .max_by_key(|step| step.sequence)
    }

    /// Returns its size in bytes, without the texts that it shares with others.
    pub(super) fn bytes(&self) -> usize {
        let steps: usize = self.steps.iter().map(Step::bytes).sum();
        let unused = (self.steps.capacity() - self.steps.len()) * size_of::<Step>();
        OVERHEAD + self.id.len() + steps + unused + self.kept.as_ref().map_or(0, |kept| kept.bytes())
    }
}

impl Kept {
    /// Reports whether the article mentions something of this type.
    pub(super) fn mentions(&self, of_type: EntityType) -> bool {
        self.types & bit(of_type) != 0
    }

    fn release(&self, words: &mut Words) {
        let names = self.names.iter().map(|(name, _)| *name);
        for word in names.chain(self.source).chain(self.keywords.iter().copied()) {
            words.release(word);
        }
    }

    fn bytes(&self) -> usize {
        size_of::<Self>() + self.headline.len() + size_of_val(&*self.names) + size_of_val(&*self.keywords)
    }
}

/// Returns the language in the subject of what a stage made.
fn language(step: &Step, words: &Words) -> Option<String> {
    step.kind.stage()?;
    words.text(step.subject).split('.').nth(4).map(str::to_owned)
}

/// Returns the bit that stands for a type. All types of later versions share one.
fn bit(of_type: EntityType) -> u16 {
    let place = EntityType::ALL.into_iter().position(|it| it == of_type);
    1 << place.unwrap_or(EntityType::ALL.len())
}
