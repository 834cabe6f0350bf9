//! Lists of known names and words, used as evidence. Sources and licences: `data/README.md`.

mod entries;
mod hash;
mod inflection;
mod towns;
mod words;

pub use entries::{Entry, EntryKind};
pub use towns::Town;
pub use words::Classes;

use crate::tokens;
use hash::FastMap;
use towns::Towns;
use words::Words;

/// Every table, ready for look-up. Made once.
#[derive(Debug)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    /// Index of the entry by its normalised name.
    names: FastMap<String, u32>,
    /// Tokens of the longest name that begins with this one.
    longest: FastMap<String, u8>,
    words: Words,
    /// Towns for links, which are no evidence of a name by themselves.
    towns: Towns,
}

impl Gazetteer {
    /// Loads the tables that are compiled in.
    pub fn load() -> Self {
        let mut gazetteer = Self {
            entries: Vec::with_capacity(8_000),
            names: FastMap::with_capacity_and_hasher(45_000, <_>::default()),
            longest: FastMap::with_capacity_and_hasher(40_000, <_>::default()),
            words: Words::load(),
            towns: Towns::load(),
        };
        entries::load(&mut gazetteer);
        gazetteer
    }

    /// The classes of `word`, whatever its case.
    pub fn classes(&self, word: &str) -> Classes {
        if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return self.words.of(word);
        }
        self.words.of(tokens::normalised(&word.to_lowercase()).as_ref())
    }

    /// The entry of a normalised name.
    pub fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.get(*self.names.get(name)? as usize)
    }

    /// The towns of a name as it is written, largest first.
    pub fn towns<'g>(&'g self, name: &str) -> impl Iterator<Item = Town<'g>> {
        self.towns.named(name)
    }

    /// How many tokens a name that begins with `token` may have; none where no name does.
    pub(crate) fn longest_from(&self, token: &str) -> usize {
        self.longest.get(token).copied().unwrap_or_default().into()
    }

    fn insert(&mut self, entry: &Entry, names: &[(&str, EntryKind)]) {
        for (name, kind) in names {
            let index = self.entries.len() as u32;
            self.entries.push(Entry { kind: *kind, ..entry.clone() });
            self.name(name, index);
            for form in inflection::forms(name) {
                self.name(&form, index);
            }
        }
    }

    /// Earlier tables win: a country's name is not a town's.
    fn name(&mut self, name: &str, index: u32) {
        let (mut key, mut first, mut count) = (String::with_capacity(name.len()), None, 0_u8);
        for token in tokens::tokenize(name, "en") {
            let surface = token.span.of(name);
            if token.spaced && !key.is_empty() {
                key.push(' ');
            }
            let normal = tokens::normalised(surface);
            first.get_or_insert_with(|| normal.clone().into_owned());
            key.push_str(&normal);
            count = count.saturating_add(1);
        }
        let Some(first) = first else { return };
        // A token of the text may be split otherwise than the name was: allow it by the whole first word.
        let word = tokens::normalised(name.split(' ').next().unwrap_or(name)).into_owned();
        if word != first {
            self.lengthen(word, count);
        }
        self.lengthen(first, count);
        self.names.entry(key).or_insert(index);
    }

    fn lengthen(&mut self, first: String, count: u8) {
        let longest = self.longest.entry(first).or_default();
        *longest = count.max(*longest);
    }
}
