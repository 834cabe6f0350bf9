//! Joins acronyms with their expansion, and short forms of organisations' names with the full ones.

use std::collections::HashMap;

use messages::EntityType;
use text::Shape;

use super::grouping::{CANDIDATES, Group, Grouping};
use crate::document::{Document, Placement};
use crate::gazetteer::{Classes, EntryKind, Gazetteer};
use crate::languages::common::{PASSED_OVER, SHIP_PREFIXES};
use crate::mentions::ScoredSpan;
use crate::name_forms::title_case;

/// Joins "Asia News Network" with "ANN", "Acme Inc." with "Acme", "European Commission" with "Commission",
/// whichever comes first.
pub(super) fn join(
    grouping: &mut Grouping<'_>,
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    names: &[ScoredSpan],
) {
    let mut joins = acronyms(grouping);
    joins.extend(adjacent_abbreviations(grouping, document, names));
    joins.extend(tickers(grouping, document, names));
    for several_words in [true, false] {
        for (index, full) in std::mem::take(&mut joins) {
            grouping.join(index, full);
        }
        joins = short_forms(grouping, document, gazetteer, names, several_words);
    }
    for (index, full) in joins {
        grouping.join(index, full);
    }
}

type Joins = Vec<(usize, usize)>;

/// Reports whether a group is an organisation, or may be one with a wrong type. Persons and places of the
/// tables cannot be.
fn may_be_one(group: &Group<'_>) -> bool {
    let known_place =
        group.entry.is_some_and(|entry| entry.kind.is_place() || entry.kind == EntryKind::Nationality);
    group.entity_type == EntityType::Org || (group.entity_type != EntityType::Per && !known_place)
}

/// Joins acronyms with their expansion. An acronym with two expansions joins neither, and the initials of the
/// whole name count before those of a part.
fn acronyms(grouping: &Grouping<'_>) -> Joins {
    let (mut whole, mut partly): (HashMap<String, Option<usize>>, HashMap<String, Option<usize>>) =
        Default::default();
    let add = |map: &mut HashMap<String, Option<usize>>, acronym: String, index: usize| {
        let once = |known: &mut Option<usize>| *known = known.filter(|known| *known == index);
        map.entry(acronym).and_modify(once).or_insert(Some(index));
    };
    for (index, group) in grouping.groups.iter().enumerate().filter(|(_, group)| may_be_one(group)) {
        let words: Vec<&str> = group.name.split(' ').filter(|word| !PASSED_OVER.contains(word)).collect();
        let initials =
            |words: &[&str]| words.iter().filter_map(|word| word.chars().next()).collect::<String>();
        if words.len() < 2 {
            continue;
        }
        add(&mut whole, initials(&words), index);
        // "Nebraska Department of Motor Vehicles (DMV)", "Port Authority of Singapore (PA)".
        let behind_first = initials(words.get(1..).unwrap_or_default());
        let before_of = group.name.rsplit_once(" of ").map(|(front, _)| {
            initials(&front.split(' ').filter(|word| !PASSED_OVER.contains(word)).collect::<Vec<_>>())
        });
        for acronym in [Some(behind_first), before_of].into_iter().flatten() {
            // Two letters would match too many names.
            if acronym.chars().count() >= 3 {
                add(&mut partly, acronym, index);
            }
        }
    }
    let expansion = |group: &Group<'_>| {
        let acronym = group.acronym.as_ref().filter(|_| may_be_one(group))?;
        whole.get(acronym).or_else(|| partly.get(acronym)).copied().flatten()
    };
    grouping.groups.iter().enumerate().filter_map(|(index, group)| Some((index, expansion(group)?))).collect()
}

/// Joins "Phivolcs" and "the Philippine Institute of Volcanology" in "Phivolcs, or the Philippine Institute
/// of Volcanology". Because they are adjacent, it is enough that the letters of the one occur in the other in
/// order.
fn adjacent_abbreviations(grouping: &Grouping<'_>, document: &Document<'_>, names: &[ScoredSpan]) -> Joins {
    let mut joins = Vec::new();
    for (mention, pair) in names.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let gap: Vec<&str> =
            (first.tokens.end..second.tokens.start).take(4).map(|index| document.text(index)).collect();
        let is_adjacent =
            matches!(gap.as_slice(), ["("] | [",", "or"] | [",", "or", "the"] | ["or" | "(" | ",", "the"]);
        let group = |mention: usize| {
            let index = *grouping.group_of.get(mention)?;
            Some((index, grouping.groups.get(index).filter(|group| group.entity_type == EntityType::Org)?))
        };
        let (Some(one), Some(other)) = (group(mention), group(mention + 1)) else { continue };
        let shortens = |short: &str, long: &str| {
            !short.contains(' ')
                && short.len() >= 3
                && long.contains(' ')
                && short.chars().next() == long.chars().next()
                && {
                    let mut letters = long.chars();
                    short
                        .chars()
                        .filter(|letter| letter.is_alphabetic())
                        .all(|letter| letters.any(|other| other == letter))
                }
        };
        if is_adjacent && (shortens(&one.1.name, &other.1.name) || shortens(&other.1.name, &one.1.name)) {
            joins.push((one.0, other.0));
        }
    }
    joins
}

/// Joins a company with its symbol at an exchange: "Strato Inc. (NASDAQ: STRT)".
fn tickers(grouping: &Grouping<'_>, document: &Document<'_>, names: &[ScoredSpan]) -> Joins {
    let is_symbol = |span: &ScoredSpan| {
        span.tokens.len() == 1
            && document.token(span.tokens.start).is_some_and(|token| token.shape == Shape::Upper)
            && document.text(span.tokens.start.wrapping_sub(1)) == ":"
            && document.text(span.tokens.start.wrapping_sub(3)) == "("
            && document.text(span.tokens.end) == ")"
    };
    let company = |symbol: usize| {
        let bracket = names.get(symbol)?.tokens.start.checked_sub(3)?;
        let before = names.get(symbol.saturating_sub(2)..symbol)?;
        let back = before
            .iter()
            .rev()
            .position(|span| span.tokens.end == bracket && span.entity_type == EntityType::Org)?;
        grouping.group_of.get(symbol - 1 - back).copied()
    };
    let symbols = names.iter().enumerate().filter(|(_, span)| is_symbol(span));
    symbols.filter_map(|(symbol, _)| Some((company(symbol)?, *grouping.group_of.get(symbol)?))).collect()
}

/// The groups in which short names are looked up, by words of their names.
#[derive(Default)]
struct Fulls<'g> {
    first_words: HashMap<&'g str, Vec<usize>>,
    last_words: HashMap<&'g str, Vec<usize>>,
    partners: HashMap<&'g str, Vec<usize>>,
}

/// Joins short names of several words, or of one. The caller joins those of several words first.
fn short_forms(
    grouping: &Grouping<'_>,
    document: &Document<'_>,
    gazetteer: &Gazetteer,
    names: &[ScoredSpan],
    several_words: bool,
) -> Joins {
    let mut fulls = Fulls::default();
    let is_org = |group: &Group<'_>| matches!(group.entity_type, EntityType::Org | EntityType::Misc);
    for (index, group) in grouping.groups.iter().enumerate().filter(|(_, group)| is_org(group)) {
        let mut words = group.name.split(' ');
        let (Some(first), Some(last)) = (words.next(), words.next_back()) else { continue };
        // "Hargrove" of "B. F. Hargrove & Sons".
        let partner = group.name.split_once(" & ").and_then(|(front, _)| front.rsplit(' ').next());
        let words = [
            (&mut fulls.first_words, Some(first)),
            (&mut fulls.last_words, Some(last)),
            (&mut fulls.partners, partner),
        ];
        for (map, word) in words {
            let Some(word) = word else { continue };
            let listed = map.entry(word).or_default();
            if listed.len() < CANDIDATES {
                listed.push(index);
            }
        }
    }
    // Where a group is first named: a short form follows its full name, except in the headline.
    let start = |index: usize| {
        let mention = grouping.groups.get(index)?.mentions.first()?;
        names.get(*mention).map(|span| span.tokens.start)
    };
    let in_headline = |token: usize| {
        document.sentence_of(token).is_some_and(|sentence| sentence.placement == Placement::Headline)
    };
    let mut joins = Vec::new();
    for (index, group) in grouping.groups.iter().enumerate().filter(|(_, group)| is_org(group)) {
        let Some(at) = start(index).filter(|_| group.name.contains(' ') == several_words) else { continue };
        let full = Short::new(gazetteer, &group.name)
            .full(grouping, &fulls, |full| start(full).is_some_and(|full| full < at) || in_headline(at));
        let of_its_type = |full: &usize| {
            grouping.groups.get(*full).is_some_and(|full| full.entity_type == group.entity_type)
        };
        joins.extend(full.filter(of_its_type).map(|full| (index, full)));
    }
    joins
}

/// A name that may be the short form of another.
struct Short<'n> {
    gazetteer: &'n Gazetteer,
    name: &'n str,
    /// Whether it is a word that many names share: "Bank", "Commission".
    is_head: bool,
}

impl<'n> Short<'n> {
    fn new(gazetteer: &'n Gazetteer, name: &'n str) -> Self {
        let head = Classes::ORG_HEAD | Classes::ORG_FIRST;
        Self { gazetteer, name, is_head: !name.contains(' ') && gazetteer.classes(name).any(head) }
    }

    /// Returns the one full name that it can stand for. A head stands for the name that comes last before it.
    fn full(
        &self,
        grouping: &Grouping<'_>,
        fulls: &Fulls<'_>,
        may_follow: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        let (first, last) = (self.name.split(' ').next()?, self.name.rsplit(' ').next()?);
        let listed = |map: &HashMap<&str, Vec<usize>>, word: &str| map.get(word).cloned().unwrap_or_default();
        let name = |index: usize| grouping.groups.get(index).map_or("", |group| group.name.as_str());
        let (first_words, last_words) = (listed(&fulls.first_words, first), listed(&fulls.last_words, last));
        if self.is_head {
            let longer = first_words.into_iter().chain(last_words).filter(|index| name(*index).contains(' '));
            return longer.filter(|index| may_follow(*index)).max();
        }
        let front = first_words.into_iter().filter(|index| self.is_front_of(name(*index)));
        let back = last_words.into_iter().filter(|index| {
            self.is_rest_of(name(*index)) || (self.is_end_of(name(*index)) && may_follow(*index))
        });
        let partners = listed(&fulls.partners, self.name);
        let mut fulls: Vec<usize> =
            front.chain(back).chain(partners).map(|index| grouping.root(index)).collect();
        fulls.sort_unstable();
        fulls.dedup();
        // With two full names it is not clear which one is meant.
        fulls.first().copied().filter(|_| fulls.len() == 1)
    }

    /// Reports whether the name is "Garuda" of "Garuda Indonesia". A place may come before any
    /// organisation's name, so it counts before a club's only: "Leeds" of "Leeds United".
    fn is_front_of(&self, full: &str) -> bool {
        let Some(rest) = full.strip_prefix(self.name).and_then(|rest| rest.strip_prefix(' ')) else {
            return false;
        };
        let last = self.name.rsplit(' ').next().unwrap_or_default();
        let other = Classes::FUNCTION | Classes::DIRECTION | Classes::ORG_PARTICLE | Classes::TITLE;
        // "Bank of" and "North" are beginnings of names, but not names.
        let whole = !PASSED_OVER.contains(&last) && !self.gazetteer.classes(last).any(other);
        let head = rest.rsplit(' ').next().unwrap_or_default();
        let is_place =
            self.gazetteer.entry(&title_case(self.name)).is_some_and(|entry| !entry.kind.is_organisation());
        whole
            && !(is_place && self.gazetteer.classes(head).any(Classes::ORG_HEAD))
            && !(is_place && self.gazetteer.entry(&title_case(full)).is_some())
    }

    /// Reports whether the name is "Ledger" of "The Daily Ledger": one word that the tables do not know.
    fn is_end_of(&self, full: &str) -> bool {
        let unknown = self.gazetteer.entry(&title_case(self.name)).is_none();
        !self.name.contains(' ') && full.contains(' ') && unknown
    }

    /// Reports whether the name is "Senate" of "U.S. Senate" or "Freiburg" of "SC Freiburg": the words before
    /// it add a country, a kind of club or a ship's prefix.
    fn is_rest_of(&self, full: &str) -> bool {
        let Some(front) = full.strip_suffix(self.name).and_then(|front| front.strip_suffix(' ')) else {
            return false;
        };
        let country = |name: &str| {
            self.gazetteer
                .entry(name)
                .is_some_and(|entry| matches!(entry.kind, EntryKind::Country | EntryKind::Nationality))
        };
        // "1. FC", "SC": abbreviations and numbers before a club's town.
        let club = front.split(' ').all(|word| {
            word.len() <= 3
                && (self.gazetteer.classes(word).any(Classes::ORG_FIRST)
                    || word.starts_with(|first: char| first.is_ascii_digit()))
        });
        let ship = SHIP_PREFIXES.contains(&front.to_uppercase().as_str());
        ship || country(&title_case(front)) || country(&front.to_uppercase()) || club
    }
}
