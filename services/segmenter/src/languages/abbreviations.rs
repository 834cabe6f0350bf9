//! Words that a full stop may follow without ending the sentence.

use crate::word_list::{Sieve, WordList};

/// What one language writes with a full stop that need not end a sentence, as its file lists it.
///
/// Words are written without their last full stop, in any order. A word in lower case covers every way to
/// capitalize it. A word with a capital covers that spelling alone (`Ill.`, not `ill.`). The lists are
/// compiled by hand from common usage in news prose.
#[derive(Debug)]
pub(crate) struct AbbreviationLists {
    /// Abbreviations that never end a sentence, because a name or a number follows: `Dr.`, `Fig.`
    pub(super) never_final: &'static [&'static str],
    /// Abbreviations that end a sentence only if a sentence starter follows: `U.S.`, `Inc.`
    pub(super) final_before_starter: &'static [&'static str],
    /// Abbreviations that end a sentence if a capital follows: `etc.`, `No.`
    pub(super) final_by_shape: &'static [&'static str],
    /// Words that, capitalized, open a sentence far more often than they open a name.
    pub(super) sentence_starters: &'static [&'static str],
    /// Whether a full stop makes an ordinal of a number: `3. Mai`.
    pub(super) ordinal_stops: bool,
}

impl AbbreviationLists {
    /// Empty lists.
    pub(super) const NONE: Self = Self {
        never_final: &[],
        final_before_starter: &[],
        final_by_shape: &[],
        sentence_starters: &[],
        ordinal_stops: false,
    };
}

/// What an abbreviation says about the full stop after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    /// The stop does not end the sentence.
    NeverFinal,
    /// The stop ends the sentence if a sentence starter follows.
    FinalBeforeStarter,
    /// The stop ends the sentence if a capital follows.
    FinalByShape,
}

/// The longest abbreviation, in bytes. No list holds a longer one, so longer words need no look-up.
const LONGEST: usize = 24;

/// The abbreviations of one language, sorted for look-ups.
#[derive(Debug)]
pub(crate) struct Abbreviations {
    /// Each abbreviation with its class, in byte order.
    classes: Vec<(&'static str, Class)>,
    /// Rejects most words that are neither abbreviations nor in the other lists that term classes come from.
    sieve: Sieve,
    starters: WordList,
    ordinal_stops: bool,
}

impl Abbreviations {
    /// Sorts the lists of a language. `others` are further words of it whose stop may be their own.
    pub(super) fn new(lists: &AbbreviationLists, others: impl Iterator<Item = &'static str>) -> Self {
        let of_class = |words: &'static [&'static str], class| words.iter().map(move |word| (*word, class));
        let mut classes: Vec<_> = of_class(lists.never_final, Class::NeverFinal)
            .chain(of_class(lists.final_before_starter, Class::FinalBeforeStarter))
            .chain(of_class(lists.final_by_shape, Class::FinalByShape))
            .collect();
        classes.sort_unstable();
        Self {
            sieve: Sieve::of(classes.iter().map(|(word, _)| *word).chain(others)),
            classes,
            starters: WordList::new(lists.sentence_starters.iter().copied()),
            ordinal_stops: lists.ordinal_stops,
        }
    }

    /// Reports whether a full stop makes an ordinal of a number: `3. Mai`.
    pub(crate) fn has_ordinal_stops(&self) -> bool {
        self.ordinal_stops
    }

    /// Reports whether `word` may be an abbreviation or one of the other words. Most words are not. It is certain for
    /// words of ASCII alone.
    #[inline]
    pub(crate) fn may_hold(&self, word: &str) -> bool {
        self.sieve.may_hold(word)
    }

    /// Returns the class of `word`, which comes before a full stop; `None` for an ordinary word.
    pub(crate) fn class_of(&self, word: &str) -> Option<Class> {
        // Lower-casing can change the bytes of other scripts, so the sieve judges ASCII alone.
        if word.len() > LONGEST || (word.is_ascii() && !self.sieve.may_hold(word)) {
            return None;
        }
        self.listed(word).or_else(|| {
            let has_capital = word.contains(char::is_uppercase);
            has_capital.then(|| word.to_lowercase()).and_then(|lower| self.listed(&lower))
        })
    }

    fn listed(&self, word: &str) -> Option<Class> {
        // Most words differ in their first byte, and comparing that alone takes half the time.
        let first = word.as_bytes().first();
        let found = self.classes.binary_search_by(|(listed, _)| {
            listed.as_bytes().first().cmp(&first).then_with(|| (*listed).cmp(word))
        });
        found.ok().and_then(|at| self.classes.get(at)).map(|(_, class)| *class)
    }

    /// Reports whether `word` opens a sentence far more often than a name.
    pub(crate) fn is_sentence_starter(&self, word: &str) -> bool {
        self.starters.contains(word)
    }

    /// Returns every abbreviation with its class.
    #[cfg(test)]
    pub(super) fn classes(&self) -> impl Iterator<Item = (&'static str, Class)> {
        self.classes.iter().copied()
    }
}
