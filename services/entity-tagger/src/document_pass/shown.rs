//! Names that only the words around them show: the firm of "Orange said sales rose", the club of "Liverpool beat
//! Chelsea 2-1", the person of "sprinter India Harcott".

use std::ops::Range;

use messages::EntityType;
use text::{Shape, TokenKind};

use super::teams::score_at;
use crate::document::{Casing, Document, Placement, Sentence};
use crate::gazetteer::{Classes, EntryKind, Gazetteer};
use crate::languages::common::LEGAL_FORMS_LEFT_OUT;
use crate::mentions::ScoredSpan;
use crate::name_forms::title_case;

/// The score of a name that the words around it show.
const SCORE: f64 = 0.8;

/// Tokens of the longest firm or club that is looked for.
const LONGEST: usize = 4;

/// A name that the words around it show.
struct Shown {
    run: Range<usize>,
    entity_type: EntityType,
    /// Whether it takes the place of spans that overlap it.
    overrides: bool,
}

/// Adds the names that the words around them show.
pub(super) fn add(document: &Document<'_>, gazetteer: &Gazetteer, spans: Vec<ScoredSpan>) -> Vec<ScoredSpan> {
    let mut shown = seats(document, gazetteer, &spans);
    let mut push = |run: Range<usize>, entity_type, overrides| {
        if !run.is_empty() {
            shown.push(Shown { run, entity_type, overrides });
        }
    };
    for sentence in &document.sentences {
        let reader = Reader { document, gazetteer, sentence };
        if shows_names(sentence) {
            reader.partners().for_each(|run| push(run, EntityType::Org, true));
            reader.firms().for_each(|run| push(run, EntityType::Org, false));
            reader.sides().into_iter().flatten().for_each(|run| push(run, EntityType::Org, false));
            reader.persons().for_each(|run| push(run, EntityType::Per, true));
        } else if sentence.placement == Placement::Headline && sentence.casing == Casing::Title {
            reader.firm_in_headline().into_iter().for_each(|run| push(run, EntityType::Org, false));
            reader.meeting().into_iter().flatten().for_each(|(run, kind)| push(run, kind, false));
            reader.listed_organisations().for_each(|run| push(run, EntityType::Org, false));
        }
    }
    if shown.is_empty() { spans } else { merged(spans, shown) }
}

/// Finds the place between an office and its holder: "Gubernur Jakarta Arif Baswara".
fn seats(document: &Document<'_>, gazetteer: &Gazetteer, spans: &[ScoredSpan]) -> Vec<Shown> {
    let mut free = 0;
    let mut seats = Vec::new();
    for span in spans {
        let person = span.tokens.start;
        let place = (free.max(person.saturating_sub(3))..person).find(|start| {
            let titled =
                start.checked_sub(1).is_some_and(|title| document.classes(title).any(Classes::TITLE));
            titled
                && document.sentence_of(*start - 1).is_some_and(|sentence| sentence.tokens.contains(&person))
                && gazetteer
                    .entry(&document.name(&(*start..person)))
                    .is_some_and(|entry| entry.kind.is_place())
        });
        if let Some(start) = place.filter(|_| span.entity_type == EntityType::Per) {
            seats.push(Shown { run: start..person, entity_type: EntityType::Loc, overrides: false });
        }
        free = span.tokens.end;
    }
    seats
}

/// Reports whether capitals show names in a sentence. A short sentence of the body may look like title case only
/// because it has so many names.
fn shows_names(sentence: &Sentence) -> bool {
    sentence.casing == Casing::Sentence
        || (sentence.casing == Casing::Title
            && matches!(sentence.placement, Placement::Lead | Placement::Body))
}

/// Puts the names between the spans, which are in reading order.
fn merged(spans: Vec<ScoredSpan>, mut shown: Vec<Shown>) -> Vec<ScoredSpan> {
    shown.sort_by_key(|name| name.run.start);
    shown.dedup_by(|later, earlier| later.run.start < earlier.run.end);
    let overlaps =
        |span: &ScoredSpan, run: &Range<usize>| span.tokens.start < run.end && run.start < span.tokens.end;
    let scored = |name: Shown| ScoredSpan { tokens: name.run, entity_type: name.entity_type, score: SCORE };
    let mut merged = Vec::with_capacity(spans.len() + shown.len());
    let mut added = shown.into_iter().peekable();
    for span in spans {
        merged.extend(
            std::iter::from_fn(|| added.next_if(|name| name.run.end <= span.tokens.start)).map(scored),
        );
        if added.next_if(|name| overlaps(&span, &name.run) && !name.overrides).is_some()
            || added.peek().is_none_or(|name| !overlaps(&span, &name.run))
        {
            merged.push(span);
        }
    }
    merged.extend(added.map(scored));
    merged
}

/// Reads one sentence.
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

    fn is(&self, index: usize, classes: Classes) -> bool {
        self.document.classes(index).any(classes)
    }

    fn is_capitalised(&self, index: usize) -> bool {
        self.sentence.tokens.contains(&index)
            && self.document.token(index).is_some_and(|token| {
                token.kind == TokenKind::Word && !matches!(token.shape, Shape::Lower | Shape::Caseless)
            })
    }

    /// Returns the run of capitalized words that ends before a token.
    fn run_before(&self, end: usize) -> Range<usize> {
        let first = end.saturating_sub(LONGEST).max(self.sentence.tokens.start);
        let start = (first..end).rev().take_while(|index| self.is_capitalised(*index)).last();
        start.unwrap_or(end)..end
    }

    /// Returns the run of capitalized words that begins at a token.
    fn run_from(&self, start: usize) -> Range<usize> {
        let end = (start..start + LONGEST).take_while(|index| self.is_capitalised(*index)).last();
        start..end.map_or(start, |last| last + 1)
    }

    /// Finds "Marks and Spencer", which the tables have as "Marks & Spencer".
    fn partners(self) -> impl Iterator<Item = Range<usize>> {
        self.sentence.tokens.clone().filter_map(move |index| {
            if !self.document.classes(index).any(Classes::JOINS_ORG) || index == self.sentence.tokens.start {
                return None;
            }
            let (one, other) = (index - 1, index + 1);
            if !self.is_capitalised(one) || !self.is_capitalised(other) {
                return None;
            }
            let name = format!("{} & {}", self.text(one), self.text(other));
            let is_firm = self.gazetteer.entry(&name).is_some_and(|entry| entry.kind.is_organisation());
            is_firm.then_some(one..other + 1)
        })
    }

    /// Finds the firm of a headline such as "UpSnap Announces Full Year Results".
    fn firm_in_headline(self) -> Option<Range<usize>> {
        let verbs = self.document.profile.type_words?.firm_verbs;
        let start = self.sentence.tokens.start;
        let verb = (start + 1..start + LONGEST).find(|index| verbs.contains(&self.text(*index)))?;
        let run = start..verb;
        let is_unknown =
            |index: usize| !self.document.classes(index).any(Classes::COMMON | Classes::FUNCTION);
        let is_person = self.document.classes(start).any(Classes::GIVEN | Classes::TITLE | Classes::FUNCTION);
        let is_firm = self.run_before(verb) == run && run.clone().any(is_unknown) && !is_person;
        (is_firm && self.may_be_firm(&run)).then_some(run)
    }

    /// Finds the firm before and the person behind the verb of a headline: "Avilonix Joins NVIDIA", "Brandt Meets Xu".
    fn meeting(self) -> Option<[(Range<usize>, EntityType); 2]> {
        let verbs = self.document.profile.type_words?.meeting_verbs;
        let start = self.sentence.tokens.start;
        let verb = (start + 1..start + LONGEST).find(|index| verbs.contains(&self.text(*index)))?;
        let (one, other) = (start..verb, verb + 1);
        let named = Classes::NOT_PERSONAL | Classes::GIVEN | Classes::SURNAME;
        let is_unknown = |index: usize| !self.document.classes(index).any(named);
        // A person may join a firm, so the name must be no person's.
        let is_firm = self.listed_at(other).is_some()
            && self.run_before(verb) == one
            && one.clone().all(is_unknown)
            && self.may_be_firm(&one);
        let is_person =
            self.document.classes(other).any(Classes::FAMILY_FIRST) && !self.is_capitalised(other + 1);
        let firm = if is_firm { one } else { start..start };
        let person = if is_person { other..other + 1 } else { start..start };
        Some([(firm, EntityType::Org), (person, EntityType::Per)])
    }

    /// Finds organisations of the tables in two or more words. Capitals show nothing in such a headline.
    fn listed_organisations(self) -> impl Iterator<Item = Range<usize>> {
        self.sentence
            .tokens
            .clone()
            .filter_map(move |index| self.listed_at(index).filter(|run| run.len() > 1))
    }

    /// Returns the longest organisation of the tables that begins at a token.
    fn listed_at(self, index: usize) -> Option<Range<usize>> {
        let longest = self.run_from(index).end;
        (index + 1..=longest).rev().map(|end| index..end).find(|run| {
            let name = self.document.name(run);
            let entry = self.gazetteer.entry(&name).or_else(|| self.gazetteer.entry(&title_case(&name)));
            entry.is_some_and(|entry| entry.kind.is_organisation())
        })
    }

    /// Finds "Meta shares rose", "shares of Meta" and "Orange said sales rose".
    fn firms(self) -> impl Iterator<Item = Range<usize>> {
        let words = self.document.profile.type_words;
        self.sentence.tokens.clone().filter_map(move |index| {
            let words = words?;
            let text = self.text(index);
            let is_behind_verb =
                |index: usize| index.checked_sub(1).is_some_and(|before| self.is(before, Classes::SAYING));
            let run = if text == words.shares && self.is_capitalised(index.checked_sub(1)?) {
                self.run_before(index)
            } else if words.held_in.contains(&self.text(index + 1)) && words.holdings.contains(&text) {
                self.run_from(index + 2)
            } else if is_behind_verb(index) && words.results.contains(&text) {
                self.run_before(index - 1)
            } else {
                return None;
            };
            self.may_be_firm(&run).then_some(run)
        })
    }

    /// Reports whether a run may be a firm's name: no place or people ("Tokyo shares"), and a single ordinary word
    /// only if a firm is called so.
    fn may_be_firm(&self, run: &Range<usize>) -> bool {
        let other =
            Classes::DIRECTION | Classes::MISC_WORD | Classes::FUNCTION | Classes::CALENDAR | Classes::ROLE;
        let name = self.document.name(run);
        let listed = self.gazetteer.entry(&name);
        let is_firm = listed.is_some_and(|entry| entry.kind.is_organisation()) || self.is_short_form(&name);
        let is_place = listed.is_some_and(|entry| !entry.kind.is_organisation())
            || self.gazetteer.towns(&name).next().is_some();
        let first = self.document.classes(run.start);
        // A capital at the start of a sentence shows nothing.
        let ordinary = run.len() == 1
            && first.any(Classes::COMMON | Classes::ORG_HEAD | Classes::TITLE | other)
            && self.document.token(run.start).is_some_and(|token| token.initial);
        !run.is_empty() && (is_firm || !(ordinary || is_place || first.any(other)))
    }

    /// Reports whether the tables have a company of this name with its legal form: "Orange SA".
    fn is_short_form(&self, name: &str) -> bool {
        let company = |form: &&str| {
            let entry = self.gazetteer.entry(&format!("{name} {form}"));
            entry.is_some_and(|entry| entry.kind == EntryKind::Organisation)
        };
        self.gazetteer.longest_from(name) > 1 && LEGAL_FORMS_LEFT_OUT.iter().any(company)
    }

    /// Finds both sides of "Arsenal beat Chelsea 2-1", if a club of the tables plays.
    fn sides(self) -> Option<[Range<usize>; 2]> {
        // Without a number there is no score.
        let tokens = self.document.tokens.get(self.sentence.tokens.clone())?;
        if tokens.iter().all(|token| token.kind != TokenKind::Number) {
            return None;
        }
        let verbs = self.document.profile.matches.verbs;
        let verb = self.sentence.tokens.clone().find(|index| verbs.contains(&self.text(*index)))?;
        let (one, other) = (self.run_before(verb), self.run_from(verb + 1));
        let is_scored = (other.end..other.end + 2).any(|index| score_at(self.document, index));
        if one.is_empty() || other.is_empty() || !is_scored {
            return None;
        }
        let entry = |run: &Range<usize>| self.gazetteer.entry(&self.document.name(run));
        let is_club = |run| entry(run).is_some_and(|entry| entry.kind.is_organisation());
        let is_nation = |run| {
            entry(run).is_some_and(|entry| matches!(entry.kind, EntryKind::Country | EntryKind::Nationality))
        };
        let sides = [one, other];
        (sides.iter().any(is_club) && !sides.iter().any(is_nation)).then_some(sides)
    }

    /// Finds persons whose given name is a country's, and persons with a particle of another language in the name:
    /// "sprinter India Harcott", "Ulrike von der Leiten".
    fn persons(self) -> impl Iterator<Item = Range<usize>> {
        self.sentence
            .tokens
            .clone()
            .filter_map(move |index| self.named_as_country(index).or_else(|| self.with_particles(index)))
    }

    fn named_as_country(self, index: usize) -> Option<Range<usize>> {
        let words = self.document.profile.person_words?;
        if !self.is_capitalised(index) || !words.country_given_names.contains(&self.text(index)) {
            return None;
        }
        let run = self.run_from(index);
        let before = index.checked_sub(1);
        let surname = self.document.classes(index + 1);
        let is_unknown =
            !surname.any(Classes::NOT_PERSONAL) && self.gazetteer.entry(self.text(index + 1)).is_none();
        let is_role = |index: usize| {
            self.document.classes(index).any(Classes::ROLE) || words.roles.contains(&self.text(index))
        };
        let is_named = before.is_some_and(is_role)
            || words.verbs.contains(&self.text(run.end))
            || surname.any(Classes::SURNAME);
        let is_person = run.len() == 2
            && !before.is_some_and(|before| self.is_capitalised(before))
            && is_unknown
            && is_named
            && self.gazetteer.entry(&self.document.name(&run)).is_none();
        is_person.then_some(run)
    }

    fn with_particles(self, index: usize) -> Option<Range<usize>> {
        let particles = self.document.profile.person_words?.foreign_particles;
        if !self.is_capitalised(index) || !particles.contains(&self.text(index + 1)) {
            return None;
        }
        let is_particle = |index: &usize| {
            particles.contains(&self.text(*index)) || self.document.classes(*index).any(Classes::PARTICLE)
        };
        let last = (index + 1..index + 4).find(|index| !is_particle(index))?;
        let first = self.document.classes(index);
        let is_given = first.any(Classes::GIVEN) || !first.any(Classes::NOT_PERSONAL);
        (self.is_capitalised(last) && is_given).then_some(index..last + 1)
    }
}
