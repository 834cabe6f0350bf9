//! The gazetteer's names in a document.

use messages::EntityType;
use text::{Shape, TokenKind};

use crate::document::{Casing, Document, Token};
use crate::gazetteer::{Classes, Entry, EntryKind, Gazetteer};
use crate::name_forms::{normalised, title_case};

/// Tokens of the longest name that is looked up. It bounds the work at each token, and no name in the tables
/// is longer.
const LONGEST: usize = 10;

/// A name of the gazetteer in the text.
#[derive(Debug, Clone, Copy)]
pub(in crate::mentions) struct Hit<'g> {
    /// First token.
    pub(in crate::mentions) start: usize,
    /// One past the last token.
    pub(in crate::mentions) end: usize,
    pub(in crate::mentions) entry: &'g Entry,
}

impl Hit<'_> {
    /// Returns type and score by the entry alone.
    pub(in crate::mentions) fn verdict(&self) -> (EntityType, f64) {
        match self.entry.kind {
            EntryKind::Country => (EntityType::Loc, 0.95),
            // Names of small cities are more often also names of something else.
            EntryKind::City => (EntityType::Loc, if self.entry.population >= 500 { 0.9 } else { 0.75 }),
            EntryKind::Place => (EntityType::Loc, 0.85),
            EntryKind::Nationality => (EntityType::Misc, 0.95),
            EntryKind::Organisation | EntryKind::Agency => (EntityType::Org, 0.9),
        }
    }

    /// Reports whether the name needs no further evidence: it is a country, has several words, or means
    /// nothing else.
    pub(super) fn stands_alone(&self, document: &Document<'_>) -> bool {
        let word = document.classes(self.start);
        self.end > self.start + 1
            || !word
                .any(Classes::COMMON | Classes::FUNCTION | Classes::GIVEN | Classes::SURNAME | Classes::TITLE)
            || self.entry.kind == EntryKind::Country
    }
}

/// The hits of a document. At each token the longest counts, and no two overlap.
#[derive(Debug)]
pub(in crate::mentions) struct Hits<'g> {
    hits: Vec<Hit<'g>>,
    /// For each token, one more than the index of the hit that begins there; 0 for none.
    starts: Vec<u32>,
}

impl<'g> Hits<'g> {
    pub(super) fn new(document: &Document<'_>, gazetteer: &'g Gazetteer) -> Self {
        let mut found = Self { hits: Vec::new(), starts: vec![0; document.tokens.len()] };
        for sentence in &document.sentences {
            let mut index = sentence.tokens.start;
            while index < sentence.tokens.end {
                let hit = look_up(document, gazetteer, index, sentence.tokens.end, sentence.casing);
                index = hit.map_or(index + 1, |hit| found.push(hit));
            }
        }
        found
    }

    /// Returns the hit that begins at a token.
    pub(in crate::mentions) fn at(&self, token: usize) -> Option<&Hit<'g>> {
        let place = self.starts.get(token)?.checked_sub(1)?;
        self.hits.get(place as usize)
    }

    fn push(&mut self, hit: Hit<'g>) -> usize {
        self.hits.push(hit);
        if let Some(start) = self.starts.get_mut(hit.start) {
            *start = self.hits.len() as u32;
        }
        hit.end
    }
}

fn look_up<'g>(
    document: &Document<'_>,
    gazetteer: &'g Gazetteer,
    start: usize,
    sentence_end: usize,
    casing: Casing,
) -> Option<Hit<'g>> {
    let token = document.token(start).filter(|token| token.kind == TokenKind::Word)?;
    if let Some(hit) = longest(document, gazetteer, start, sentence_end, false) {
        // Where everything is in capitals, "IT", "US" and "WHO" may be the ordinary words.
        let word = document.text(start);
        let doubtful =
            hit.end == start + 1 && casing == Casing::Upper && word.len() <= 3 && !word.contains('.');
        return (!doubtful).then_some(hit);
    }
    let next = document.token(start + 1).filter(|_| start + 1 < sentence_end);
    // Short words in capitals are acronyms more often than names.
    let long = |token: &Token| token.shape == Shape::Upper && token.span.len() >= 4;
    let article = token.shape == Shape::Upper && token.classes.any(Classes::DETERMINER);
    // "THE HAGUE": the article is too short to count as capitals, but its second word is not.
    let all_capitals = long(token) || (article && next.is_some_and(long));
    if all_capitals || (casing == Casing::Upper && token.shape != Shape::Lower) {
        return longest(document, gazetteer, start, sentence_end, true);
    }
    None
}

fn longest<'g>(
    document: &Document<'_>,
    gazetteer: &'g Gazetteer,
    start: usize,
    sentence_end: usize,
    recase: bool,
) -> Option<Hit<'g>> {
    let form = |index: usize| {
        let normal = normalised(document.text(index));
        if recase { title_case(&normal).into() } else { normal }
    };
    let first = form(start);
    let limit = gazetteer.longest_from(&first).min(LONGEST);
    if limit == 0 {
        return genitive(document, gazetteer, start, &first);
    }
    let mut key = first.into_owned();
    let mut found = gazetteer.entry(&key).map(|entry| Hit { start, end: start + 1, entry });
    for index in start + 1..(start + limit).min(sentence_end) {
        let form = form(index);
        // The stop of the sentence normalizes to nothing, and ends the name.
        if form.is_empty() {
            break;
        }
        if document.token(index).is_some_and(|token| token.spaced) {
            key.push(' ');
        }
        key.push_str(&form);
        if let Some(entry) = gazetteer.entry(&key) {
            found = Some(Hit { start, end: index + 1, entry });
        }
    }
    found
}

/// Looks up a genitive without an apostrophe, as German and the Nordic languages write it: "Frankreichs".
fn genitive<'g>(
    document: &Document<'_>,
    gazetteer: &'g Gazetteer,
    start: usize,
    word: &str,
) -> Option<Hit<'g>> {
    if !document.profile.genitive_s {
        return None;
    }
    // Shorter stems would turn words such as "das" into names.
    let entry = gazetteer.entry(word.strip_suffix('s').filter(|stem| stem.len() >= 4)?)?;
    entry.kind.is_place().then_some(Hit { start, end: start + 1, entry })
}
