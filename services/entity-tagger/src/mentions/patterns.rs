//! Names that their form gives away, whatever the model makes of their words: pairs of nationalities, ships, titles in quotation
//! marks, laws and prizes.

use std::collections::HashMap;
use std::ops::Range;

use messages::EntityType;
use text::{Shape, TokenKind};

use super::ScoredSpan;
use crate::document::{Casing, Document, Sentence};
use crate::gazetteer::{Classes, EntryKind, Gazetteer};

/// Tokens of the longest title in quotation marks.
const LONGEST_TITLE: usize = 9;
/// Tokens of the longest ship's or law's name.
const LONGEST_NAME: usize = 6;

/// First parts of a pair of nationalities: "Anglo-Irish".
const COMBINING: [&str; 15] = [
    "anglo", "franco", "sino", "russo", "indo", "italo", "greco", "austro", "hispano", "luso", "afro",
    "euro", "turco", "serbo", "arab",
];

/// Prefixes of ships' names.
pub(crate) const SHIP_PREFIXES: [&str; 12] =
    ["HMS", "USS", "RMS", "USNS", "HMAS", "HMCS", "HMNZS", "USCGC", "RRS", "MV", "SMS", "USAT"];

/// Words that the name of a ship follows.
const SHIPS: [&str; 24] = [
    "ship",
    "ferry",
    "frigate",
    "destroyer",
    "tanker",
    "trawler",
    "warship",
    "submarine",
    "yacht",
    "freighter",
    "icebreaker",
    "steamer",
    "battleship",
    "corvette",
    "schooner",
    "cruiser",
    "vessel",
    "boat",
    "liner",
    "tugboat",
    "steamship",
    "minesweeper",
    "carrier",
    "barge",
];

/// Words near a title in quotation marks that say that it is one.
const WORKS: [&str; 40] = [
    "film",
    "movie",
    "novel",
    "book",
    "song",
    "album",
    "series",
    "show",
    "forum",
    "campaign",
    "initiative",
    "play",
    "musical",
    "exhibition",
    "called",
    "titled",
    "entitled",
    "named",
    "dubbed",
    "documentary",
    "slogan",
    "plan",
    "programme",
    "program",
    "project",
    "opera",
    "memoir",
    "poem",
    "single",
    "game",
    "painting",
    "magazine",
    "conference",
    "operation",
    "comedy",
    "drama",
    "thriller",
    "sculpture",
    "symphony",
    "episode",
];

/// Small words inside a run of capitalised ones.
const JOINTS: [&str; 7] = ["of", "the", "for", "&", "de", "la", "du"];

/// Last words of laws, treaties, prizes and events that name nothing else.
const ACTS: [&str; 20] = [
    "act",
    "treaty",
    "accord",
    "accords",
    "prize",
    "prizes",
    "medal",
    "cup",
    "olympics",
    "championship",
    "championships",
    "festival",
    "award",
    "awards",
    "protocol",
    "biennale",
    "convention",
    "prix",
    "amendment",
    "marathon",
];

/// The names that a pattern gives away, each found again wherever else it stands; apart from each other, in no order.
pub(crate) fn pattern_names(document: &Document<'_>, gazetteer: &Gazetteer) -> Vec<ScoredSpan> {
    let mut names = Vec::new();
    if document.capitalises_nouns() {
        return names;
    }
    let mut titles = Vec::new();
    for sentence in &document.sentences {
        let reader = Reader { document, gazetteer, sentence };
        let mut index = sentence.tokens.start;
        while index < sentence.tokens.end {
            if let Some(end) = reader.pair(index) {
                names.push(span(index..end));
                index = end;
                continue;
            }
            if let Some(run) =
                reader.title(index).or_else(|| reader.ship(index)).or_else(|| reader.act(index))
            {
                index = run.end;
                titles.push(run.clone());
                names.push(span(run));
                continue;
            }
            index += 1;
        }
    }
    again(document, &titles, &mut names);
    names
}

fn span(tokens: Range<usize>) -> ScoredSpan {
    ScoredSpan { tokens, entity_type: EntityType::Misc, score: 0.85 }
}

/// The titles where they stand without the words that gave them away.
fn again(document: &Document<'_>, titles: &[Range<usize>], names: &mut Vec<ScoredSpan>) {
    let mut known: HashMap<&str, Vec<Range<usize>>> = HashMap::new();
    for title in titles.iter().filter(|title| title.len() > 1) {
        let listed = known.entry(document.text(title.start)).or_default();
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

#[derive(Clone, Copy)]
struct Reader<'r> {
    document: &'r Document<'r>,
    gazetteer: &'r Gazetteer,
    sentence: &'r Sentence,
}

impl<'r> Reader<'r> {
    fn text(&self, index: usize) -> &'r str {
        if self.sentence.tokens.contains(&index) { self.document.text(index) } else { "" }
    }

    fn is_capitalised(&self, index: usize) -> bool {
        let token = self.document.token(index).filter(|_| self.sentence.tokens.contains(&index));
        token.is_some_and(|token| {
            token.kind == TokenKind::Word && !matches!(token.shape, Shape::Lower | Shape::Caseless)
        })
    }

    /// Small words inside a title: "of the", "and".
    fn is_joint(&self, index: usize) -> bool {
        let joins = Classes::FUNCTION
            | Classes::PARTICLE
            | Classes::ORG_PARTICLE
            | Classes::DETERMINER
            | Classes::JOINS_ORG;
        !self.text(index).is_empty() && self.document.classes(index).any(joins)
    }

    /// Where "Franco-German" or "British-Norwegian" ends: two or more tokens with hyphens, written together.
    fn pair(&self, index: usize) -> Option<usize> {
        let nationality = |index: usize| {
            self.gazetteer.entry(self.text(index)).is_some_and(|entry| entry.kind == EntryKind::Nationality)
        };
        let joined = |index: usize| self.document.token(index).is_some_and(|token| !token.spaced);
        let hyphen =
            |index: usize| is_mark(self.text(index), text::is_dash) && joined(index) && joined(index + 1);
        let combines = |index: usize| {
            self.is_capitalised(index) && COMBINING.contains(&self.text(index).to_lowercase().as_str())
        };
        let mut end = index + 1;
        if !hyphen(end) {
            return None;
        }
        while hyphen(end) && nationality(end + 1) {
            end += 2;
        }
        (end > index + 1 && (nationality(index) || combines(index)) && !hyphen(end)).then_some(end)
    }

    /// What stands in quotation marks, every word of weight with a capital: a title where it has a comma inside, three such
    /// words, or a word nearby that speaks of one.
    fn title(&self, index: usize) -> Option<Range<usize>> {
        if self.sentence.casing != Casing::Sentence || !is_mark(self.text(index), is_opening_quote) {
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
        // “Yes, Minister,” she said.
        let spoken = end < closing
            && (closing + 1..closing + 4).any(|index| self.document.classes(index).any(Classes::SAYING));
        if !bounded || capitals < 2 || (spoken && !self.near_work(index, closing)) {
            return None;
        }
        let article = matches!(self.text(start), "The" | "A");
        let title = comma || capitals >= 3 || article || self.near_work(index, closing);
        (title && self.gazetteer.entry(&self.document.name(&(start..end))).is_none()).then_some(start..end)
    }

    fn near_work(&self, opening: usize, closing: usize) -> bool {
        let before = opening.saturating_sub(4).max(self.sentence.tokens.start)..opening;
        before
            .chain(closing + 1..closing + 5)
            .any(|index| WORKS.contains(&self.text(index).to_lowercase().as_str()))
    }

    /// "the ferry Isle of Mull", "HMS Lancaster".
    fn ship(&self, index: usize) -> Option<Range<usize>> {
        if self.sentence.casing != Casing::Sentence || !self.is_capitalised(index + 1) {
            return None;
        }
        let prefixed = SHIP_PREFIXES.contains(&self.text(index));
        let first = index + 1;
        if !prefixed && !SHIPS.contains(&self.text(index).to_lowercase().as_str()) {
            return None;
        }
        // "the ship's Captain Brown", "on a ship Thursday".
        let end = self.run(first)?;
        let head = self.document.classes(first);
        let other = head.any(Classes::CALENDAR | Classes::TITLE | Classes::FUNCTION)
            || self
                .gazetteer
                .entry(self.text(first))
                .is_some_and(|entry| entry.kind == EntryKind::Nationality);
        (prefixed || !other).then_some(if prefixed { index } else { first }..end)
    }

    /// "Clean Harbors Act", "Treaty of Orşova".
    fn act(&self, index: usize) -> Option<Range<usize>> {
        if self.sentence.casing != Casing::Sentence || !self.is_capitalised(index) {
            return None;
        }
        let lower = |index: usize| self.text(index).to_lowercase();
        if matches!(lower(index).as_str(), "treaty" | "peace") && self.text(index + 1) == "of" {
            return self.run(index).map(|end| index..end).filter(|run| run.len() > 2);
        }
        let end = self.run(index)?;
        let first = if self.document.classes(index).any(Classes::FUNCTION | Classes::DETERMINER) {
            index + 1
        } else {
            index
        };
        let last = (first + 1..end).rev().find(|index| ACTS.contains(&lower(*index).as_str()))?;
        (last + 1 == end || self.text(last + 1) == "of").then_some(first..end.min(last + 1))
    }

    /// Where a run of capitalised words ends, with "of" and its like inside.
    fn run(&self, start: usize) -> Option<usize> {
        let mut end = start;
        for index in start..(start + LONGEST_NAME).min(self.sentence.tokens.end) {
            if self.is_capitalised(index) {
                end = index + 1;
            } else if end == start || !JOINTS.contains(&self.text(index)) {
                break;
            }
        }
        (end > start).then_some(end)
    }
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
