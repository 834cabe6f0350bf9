//! All tables together, ready for look-up.

use std::collections::HashMap;
use std::hash::BuildHasher as _;
use std::sync::OnceLock;

use foldhash::{fast, quality};

use super::entries::{self, Entry, EntryKind};
use super::inflection;
use super::states::state_code;
use super::towns::{Town, Towns};
use super::words::{Classes, WordClasses};
use crate::languages::{Declension, Profile};
use crate::name_forms::normalised;
use crate::tokens;

/// Bytes of the longest word that is made small without a copy on the heap. Nearly every word is shorter.
const SHORT: usize = 24;

/// Values by the hash of a name or word. Names by themselves would take three times the memory. With 64 bits, one unknown
/// name in 10^14 has the hash of a known one.
type ByHash<V> = HashMap<u64, V, fast::FixedState>;

/// Every table, ready for look-up. Made once.
///
/// ```
/// use entity_tagger::gazetteer::{Classes, Gazetteer};
///
/// let gazetteer = Gazetteer::load();
/// let norway = gazetteer.entry("Norway").expect("a country");
/// assert_eq!(norway.country, Some("NO"));
/// assert!(norway.kind.is_place());
/// assert!(gazetteer.classes("Minister").any(Classes::TITLE));
///
/// // The largest of several towns with one name comes first.
/// assert_eq!(gazetteer.towns("London").next().map(|town| town.country), Some("GB"));
/// ```
#[derive(Debug)]
pub struct Gazetteer {
    entries: Vec<Entry>,
    /// Index of the entry by its normalized name.
    names: ByHash<u32>,
    /// Tokens of the longest name that begins with this token.
    longest: ByHash<u8>,
    words: WordClasses,
    /// The country of each region outside the United States. The models do not see them, nor the towns.
    regions: HashMap<&'static str, &'static str, fast::FixedState>,
    /// Towns for links.
    towns: Towns,
    /// Large towns by their other names, loaded for the first place that needs them.
    other_names: OnceLock<Towns>,
}

impl Gazetteer {
    /// Loads the tables that are compiled in.
    pub fn load() -> Self {
        let hasher = fast::FixedState::default;
        let mut gazetteer = Self {
            entries: Vec::with_capacity(11_000),
            names: HashMap::with_capacity_and_hasher(40_000, hasher()),
            longest: HashMap::with_capacity_and_hasher(40_000, hasher()),
            words: WordClasses::load(),
            regions: entries::regions().collect(),
            towns: Towns::load(),
            other_names: OnceLock::new(),
        };
        for (entry, names) in entries::entries() {
            gazetteer.insert(&entry, &names);
        }
        gazetteer
    }

    /// Returns the classes of `word` in any case.
    pub fn classes(&self, word: &str) -> Classes {
        if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return self.words.get(word);
        }
        // Most other words are names in ASCII, which need no memory of their own.
        let mut buffer = [0; SHORT];
        if let Some(lower) = buffer.get_mut(..word.len())
            && word.bytes().all(|byte| byte.is_ascii_alphanumeric())
        {
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            return str::from_utf8(lower).map_or(Classes::default(), |lower| self.words.get(lower));
        }
        self.words.get(normalised(&word.to_lowercase()).as_ref())
    }

    /// Returns the entry of a normalized name.
    pub fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.get(*self.names.get(&hash(name))? as usize)
    }

    /// Returns the country or city of a name in another case than the tables have: "Londynu" is Londyn.
    pub(crate) fn declined_place(&self, name: &str, profile: &Profile) -> Option<&Entry> {
        self.declined(name, profile, &[EntryKind::Country, EntryKind::City])
    }

    /// Returns the country or region of a name in another case than the tables have: "Teksasie" is Teksas.
    pub(crate) fn declined_region(&self, name: &str, profile: &Profile) -> Option<&Entry> {
        self.declined(name, profile, &[EntryKind::Country, EntryKind::Place])
    }

    /// Returns the postal code of the state of a name, and the code of the country that it names or lies in, in any case
    /// of the language.
    pub(crate) fn region(
        &self,
        name: &str,
        profile: &Profile,
    ) -> (Option<&'static str>, Option<&'static str>) {
        let entry = self.entry(name).or_else(|| self.declined_region(name, profile));
        let of_kind = |kind: EntryKind| entry.filter(|entry| entry.kind == kind);
        let state = state_code(name).or_else(|| state_code(of_kind(EntryKind::Place)?.name));
        let country = of_kind(EntryKind::Country).and_then(|entry| entry.country);
        (state, country.or_else(|| self.country_of_region(name, profile)))
    }

    /// Returns the country of a region outside the United States, by its name in any case.
    pub(crate) fn country_of_region(&self, name: &str, profile: &Profile) -> Option<&'static str> {
        let of = |form: &str| self.regions.get(form).copied();
        of(name).or_else(|| {
            let Declension::Endings(endings) = profile.declension else { return None };
            inflection::nominatives(name, endings, profile.stem_changes, of)
        })
    }

    fn declined(&self, name: &str, profile: &Profile, kinds: &[EntryKind]) -> Option<&Entry> {
        let Declension::Endings(endings) = profile.declension else { return None };
        let of_kind = |form: &str| self.entry(form).filter(|entry| kinds.contains(&entry.kind));
        inflection::nominatives(name, endings, profile.stem_changes, of_kind)
    }

    /// Returns the towns of a name as it is written, largest first.
    pub fn towns<'g>(&'g self, name: &str) -> impl Iterator<Item = Town<'g>> {
        self.towns.named(name)
    }

    /// Returns the large towns that have this name in another language or spelling: Geneva for "Genf".
    pub(crate) fn towns_also_called<'g>(&'g self, name: &str) -> impl Iterator<Item = Town<'g>> {
        self.other_names.get_or_init(Towns::load_other_names).named(name)
    }

    /// Returns the towns of a name in another case, largest first: "Poznania" is Poznań.
    pub(crate) fn declined_towns<'g>(&'g self, name: &str, profile: &Profile) -> Vec<Town<'g>> {
        let Declension::Endings(endings) = profile.declension else { return Vec::new() };
        let all = |form: &str| {
            let towns: Vec<Town<'g>> = self.towns(form).chain(self.towns_also_called(form)).collect();
            (!towns.is_empty()).then_some(towns)
        };
        inflection::nominatives(name, endings, profile.stem_changes, all).unwrap_or_default()
    }

    /// Returns how many tokens a name that begins with `token` may have; 0 where no name does.
    pub(crate) fn longest_from(&self, token: &str) -> usize {
        self.longest.get(&hash(token)).copied().unwrap_or_default().into()
    }

    fn insert(&mut self, entry: &Entry, names: &[(&str, EntryKind)]) {
        let mut last: Option<EntryKind> = None;
        for (name, kind) in names {
            // The names of one kind stand together.
            if last != Some(*kind) {
                self.entries.push(Entry { kind: *kind, ..entry.clone() });
                last = Some(*kind);
            }
            let index = (self.entries.len() - 1) as u32;
            self.index(name, index);
            for form in inflection::case_forms(name) {
                self.index(&form, index);
            }
        }
    }

    /// Files an entry under a name, unless an earlier entry has the name.
    fn index(&mut self, name: &str, index: u32) {
        let (mut key, mut first, mut count) = (String::with_capacity(name.len()), None, 0_u8);
        for token in tokens::tokenize(name, &Profile::BASE) {
            let surface = token.span.of(name);
            if token.spaced && !key.is_empty() {
                key.push(' ');
            }
            let normal = normalised(surface);
            first.get_or_insert_with(|| hash(&normal));
            key.push_str(&normal);
            count = count.saturating_add(1);
        }
        let Some(first) = first else { return };
        self.lengthen(first, count);
        // A token of the text may be split differently from the name, so the name is also found by its whole
        // first word.
        self.lengthen(hash(&normalised(name.split(' ').next().unwrap_or(name))), count);
        self.names.entry(hash(&key)).or_insert(index);
    }

    fn lengthen(&mut self, first: u64, count: u8) {
        let longest = self.longest.entry(first).or_default();
        *longest = count.max(*longest);
    }
}

fn hash(name: &str) -> u64 {
    quality::FixedState::default().hash_one(name)
}
