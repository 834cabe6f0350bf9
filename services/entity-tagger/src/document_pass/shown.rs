//! Names that only the words around them show: the firm of "Orange said sales rose", the club of "Liverpool beat
//! Chelsea 2-1", the person of "sprinter India Harcott".

use std::ops::Range;

use messages::EntityType;
use text::{Shape, TokenKind};

use super::teams::score_at;
use crate::document::{Casing, Document, Placement, Sentence};
use crate::gazetteer::{Classes, EntryKind, Gazetteer};
use crate::languages::common::{LEGAL_FORMS_LEFT_OUT, PLACES_AS_GIVEN_NAMES};
use crate::mentions::ScoredSpan;
use crate::name_forms::title_case;

/// The score of a name that the words around it show.
const SCORE: f64 = 0.8;

/// Tokens of the longest firm or club that is looked for.
const LONGEST: usize = 4;

/// Tokens in which a surname is looked for again.
const AGAIN: usize = 300;

/// Last words of clubs' names in headlines.
const CLUB_ENDINGS: [&str; 6] = ["Utd", "United", "City", "Town", "Rovers", "Wanderers"];

/// Nouns behind a club's name in headlines.
const RESULTS: [&str; 6] = ["Defeat", "Loss", "Win", "Draw", "Victory", "Humiliation"];

/// A name that the words around it show.
struct Shown {
    run: Range<usize>,
    entity_type: EntityType,
    /// The spans that it takes the place of.
    overrides: Overrides,
}

/// The spans that a name takes the place of if they overlap it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Overrides {
    None,
    Places,
    All,
}

impl Overrides {
    fn covers(self, span: &ScoredSpan) -> bool {
        match self {
            Self::None => false,
            Self::Places => span.entity_type == EntityType::Loc,
            Self::All => true,
        }
    }
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
            reader.partners().for_each(|run| push(run, EntityType::Org, Overrides::All));
            reader.firms().for_each(|run| push(run, EntityType::Org, Overrides::Places));
            reader
                .opening_firm()
                .filter(|run| !is_surname(document, &spans, run))
                .into_iter()
                .for_each(|run| push(run, EntityType::Org, Overrides::All));
            reader.sides().into_iter().flatten().for_each(|run| push(run, EntityType::Org, Overrides::None));
            reader.persons().for_each(|run| push(run, EntityType::Per, Overrides::All));
            reader.named_as_places().for_each(|run| push(run, EntityType::Per, Overrides::Places));
        } else if sentence.placement == Placement::Headline && sentence.casing == Casing::Title {
            reader.firm_in_headline().into_iter().for_each(|run| push(run, EntityType::Org, Overrides::None));
            reader.meeting().into_iter().flatten().for_each(|(run, kind)| {
                let overrides = if kind == EntityType::Per { Overrides::All } else { Overrides::None };
                push(run, kind, overrides);
            });
            reader.signing().into_iter().flatten().for_each(|(run, kind)| push(run, kind, Overrides::All));
            reader.listed_organisations().for_each(|run| push(run, EntityType::Org, Overrides::None));
            reader.listed_places().for_each(|run| push(run, EntityType::Loc, Overrides::None));
        }
    }
    if shown.is_empty() { spans } else { merged(spans, shown) }
}

/// Reports whether the article has a person of two words or more whose last word is that of the run.
fn is_surname(document: &Document<'_>, spans: &[ScoredSpan], run: &Range<usize>) -> bool {
    let mut persons =
        spans.iter().filter(|span| span.entity_type == EntityType::Per && span.tokens.len() > run.len());
    persons.any(|person| document.text(person.tokens.end - 1) == document.text(run.start))
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
                && is_listed_place(document, gazetteer, &(*start..person))
        });
        if let Some(start) = place.filter(|_| span.entity_type == EntityType::Per) {
            seats.push(Shown {
                run: start..person,
                entity_type: EntityType::Loc,
                overrides: Overrides::None,
            });
        }
        free = span.tokens.end;
    }
    seats
}

/// Reports whether the tables have a place's name, perhaps in another case.
fn is_listed_place(document: &Document<'_>, gazetteer: &Gazetteer, run: &Range<usize>) -> bool {
    let name = document.name(run);
    let entry = gazetteer.entry(&name).or_else(|| gazetteer.declined_place(&name, document.profile));
    entry.is_some_and(|entry| entry.kind.is_place())
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
        if added.next_if(|name| overlaps(&span, &name.run) && !name.overrides.covers(&span)).is_some()
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
        // "Brandt Meets Xu", "Xi Meets Lindqvist": one with a surname of East Asia shows that both are persons.
        let is_surname = |index: usize| self.is(index, Classes::FAMILY_FIRST);
        let may_be_surname = |index: usize| {
            !self.is(index, Classes::NOT_PERSONAL) && self.gazetteer.entry(self.text(index)).is_none()
        };
        let is_alone = self.is_capitalised(other) && !self.is_capitalised(other + 1);
        let are_persons = is_alone
            && one.len() == 1
            && (is_surname(start) || is_surname(other))
            && (is_surname(start) || may_be_surname(start))
            && (is_surname(other) || may_be_surname(other));
        let none = start..start;
        Some(match (is_firm, are_persons) {
            (_, true) => [(one, EntityType::Per), (other..other + 1, EntityType::Per)],
            (true, _) => [(one, EntityType::Org), (none, EntityType::Per)],
            _ if is_alone && is_surname(other) => {
                [(none, EntityType::Org), (other..other + 1, EntityType::Per)]
            }
            _ => [(none.clone(), EntityType::Org), (none, EntityType::Per)],
        })
    }

    /// Finds the club and the person of "Man Utd Sack Delaro", and the other club of "After Everton Defeat".
    fn signing(self) -> Option<[(Range<usize>, EntityType); 3]> {
        let verbs = self.document.profile.type_words?.club_verbs;
        let start = self.sentence.tokens.start;
        let verb = (start + 1..start + LONGEST).find(|index| verbs.contains(&self.text(*index)))?;
        let club = start..verb;
        let entry = self.gazetteer.entry(&self.document.name(&club));
        let is_listed =
            entry.is_some_and(|entry| entry.kind.is_organisation() || entry.kind == EntryKind::City);
        let is_club = is_listed || CLUB_ENDINGS.contains(&self.text(verb - 1));
        let ordinary = Classes::NOT_PERSONAL;
        let is_name = |index: &usize| self.is_capitalised(*index) && !self.is(*index, ordinary);
        let person = verb + 1..(verb + 1..verb + 4).take_while(is_name).last()? + 1;
        if !is_club || self.run_before(verb) != club {
            return None;
        }
        let result =
            (person.end..self.sentence.tokens.end).find(|index| RESULTS.contains(&self.text(*index)));
        let other = result.and_then(|result| {
            let is_listed = |index: &usize| self.listed_at(*index).is_some();
            let named = |index: &usize| is_name(index) || is_listed(index);
            let run = (person.end + 1..result).rev().take_while(named).last()?..result;
            (!run.is_empty()).then_some(run)
        });
        let other = other.unwrap_or(start..start);
        Some([(club, EntityType::Org), (person, EntityType::Per), (other, EntityType::Org)])
    }

    /// Finds countries and cities of the tables in one word that mean nothing else.
    fn listed_places(self) -> impl Iterator<Item = Range<usize>> {
        let other = Classes::NOT_PERSONAL | Classes::GIVEN | Classes::SURNAME;
        let alone = move |index: &usize| self.is_capitalised(*index) && !self.is(*index, other);
        self.sentence.tokens.clone().filter(alone).map(|index| index..index + 1).filter(move |run| {
            let entry = self.gazetteer.entry(&self.document.name(run));
            entry.is_some_and(|entry| matches!(entry.kind, EntryKind::Country | EntryKind::City))
        })
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

    /// Finds the firm of the tables that opens a sentence although its name is also a word or a surname: "Shell will
    /// sell", "Ford is recalling".
    fn opening_firm(self) -> Option<Range<usize>> {
        let predicates = self.document.profile.type_words?.firm_predicates;
        let start = self.sentence.tokens.start;
        if !self.is_capitalised(start) || !predicates.contains(&self.text(start + 1)) {
            return None;
        }
        let name = self.document.name(&(start..start + 1));
        let is_firm = match self.gazetteer.entry(&name) {
            Some(entry) => entry.kind.is_organisation(),
            None => self.is_short_form(&name),
        };
        is_firm.then_some(start..start + 1)
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

    /// Finds persons whose given name is a place's, in any language: "Paris Hollmann gewann", "la cantante India
    /// Moura". A surname or a role shows the person, or the two words are the subject of a sentence.
    fn named_as_places(self) -> impl Iterator<Item = Range<usize>> {
        let known = move |index: &usize| PLACES_AS_GIVEN_NAMES.contains(&self.text(*index));
        let is_pair = move |index: &usize| self.is_capitalised(*index) && self.is_capitalised(index + 1);
        // A text whose language has a list of verbs of persons is read by that list.
        let lists_verbs = self.document.profile.person_words.is_some_and(|words| !words.verbs.is_empty());
        let pairs = self.sentence.tokens.clone().filter(is_pair);
        pairs.filter(known).filter_map(move |index| {
            let run = self.run_from(index);
            let surname = self.document.classes(index + 1);
            let before = index.checked_sub(1).filter(|before| self.sentence.tokens.contains(before));
            let titled = before.is_some_and(|before| self.is(before, Classes::ROLE | Classes::TITLE));
            let is_small = |index: usize| {
                self.sentence.tokens.contains(&index)
                    && self.document.token(index).is_some_and(|token| token.shape == Shape::Lower)
            };
            let is_subject = before.is_none() && is_small(run.end) && !lists_verbs;
            let acts = before.is_none()
                && self
                    .document
                    .profile
                    .person_words
                    .is_some_and(|words| words.verbs.contains(&self.text(run.end)));
            let is_person = run.len() == 2
                && (!surname.any(Classes::NOT_PERSONAL) || acts && surname.any(Classes::SURNAME))
                && (titled || acts || is_subject || surname.any(Classes::SURNAME))
                && self.gazetteer.entry(self.text(index + 1)).is_none()
                && self.gazetteer.entry(&self.document.name(&run)).is_none();
            is_person.then_some(run)
        })
    }

    fn with_particles(self, index: usize) -> Option<Range<usize>> {
        let particles = self.document.profile.person_words?.foreign_particles;
        if self.document.profile.needs_given_name && !self.is(index, Classes::GIVEN) {
            return None;
        }
        if !self.is_capitalised(index) || !particles.contains(&self.text(index + 1)) {
            return None;
        }
        let is_particle = |index: &usize| {
            particles.contains(&self.text(*index)) || self.document.classes(*index).any(Classes::PARTICLE)
        };
        let last = (index + 1..index + 5).find(|index| !is_particle(index))?;
        let first = self.document.classes(index);
        let is_given = if self.document.profile.capitalises_nouns {
            // Any noun has a capital there, so the surname must come again: "sagte von Birkmaren".
            first.any(Classes::GIVEN) && self.comes_again(index + 1..last + 1)
        } else {
            first.any(Classes::GIVEN) || !first.any(Classes::NOT_PERSONAL)
        };
        // "Konrad von Sorn und Rudolt".
        let is_double = self.is(last + 1, Classes::PARTICLE)
            && self.is_capitalised(last + 2)
            && self.document.profile.capitalises_nouns
            && self.comes_again(index + 1..last + 3);
        let end = if is_double { last + 3 } else { last + 1 };
        (self.is_capitalised(last) && is_given).then_some(index..end)
    }

    /// Reports whether the words of a run come again, as the surname of who speaks or is addressed.
    fn comes_again(self, run: Range<usize>) -> bool {
        let end = self.document.tokens.len().min(run.end + AGAIN);
        (run.end..end.saturating_sub(run.len() - 1)).any(|start| {
            let mut words = run.clone().zip(start..);
            self.is(start - 1, Classes::SAYING | Classes::TITLE)
                && words.all(|(one, other)| self.document.text(one) == self.document.text(other))
        })
    }
}
