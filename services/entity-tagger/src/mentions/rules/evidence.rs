//! Weighs the evidence for each type of a candidate.

use std::ops::Range;

use messages::EntityType;
use text::Shape;

use super::context::RuleContext;
use crate::gazetteer::{Classes, EntryKind};
use crate::languages::common;

/// A candidate needs this score to be a name. Set by hand, by F1 on GMB dev and English PUD.
pub(super) const THRESHOLD: f64 = 0.38;

/// Weights for a person, an organisation, a place and another name.
///
/// Set by hand, by F1 on GMB dev and English PUD, and not fitted. A weight of 3 decides by itself.
#[derive(Debug, Default, Clone, Copy)]
struct Weights {
    per: f64,
    org: f64,
    loc: f64,
    misc: f64,
}

impl Weights {
    fn add(&mut self, per: f64, org: f64, loc: f64, misc: f64) {
        self.per += per;
        self.org += org;
        self.loc += loc;
        self.misc += misc;
    }

    /// Returns the heaviest type, and a score that grows with its weight and with its lead over the next.
    fn verdict(self) -> (EntityType, f64) {
        let weights = [self.per, self.org, self.loc, self.misc];
        let (mut best, mut second) = ((f64::MIN, EntityType::Misc), f64::MIN);
        for (weight, entity_type) in weights.into_iter().zip(EntityType::NAMES) {
            if weight > best.0 {
                second = best.0;
                best = (weight, entity_type);
            } else if weight > second {
                second = weight;
            }
        }
        let lead = (best.0 - second).clamp(0.0, 3.0);
        let weight = best.0.clamp(0.0, 3.0);
        (best.1, (0.3 + 0.1 * weight + 0.1 * lead).min(0.95))
    }
}

/// Returns the type of a candidate and its score, 0 to 1.
pub(super) fn judge(context: &RuleContext<'_>, run: &Range<usize>, titled: bool) -> (EntityType, f64) {
    let mut weights = Weights::default();
    if titled {
        weights.per += 3.0;
    }
    inside(context, run, &mut weights);
    before(context, run, &mut weights);
    after(context, run, &mut weights);
    weights.verdict()
}

/// Weighs the words of the name itself.
fn inside(context: &RuleContext<'_>, run: &Range<usize>, weights: &mut Weights) {
    let document = context.document;
    let (first, last) = (document.classes(run.start), document.classes(run.end - 1));
    let single = run.len() == 1;
    let names = Classes::GIVEN | Classes::SURNAME;
    // "Baltic Energy Agency", "Acme Inc.": the last word names the kind of organisation.
    if !single && last.any(Classes::ORG_HEAD | Classes::ORG_SUFFIX) {
        weights.add(0.0, 3.0, 0.0, 0.0);
    }
    // "the Cabinet", "the Army": an organisation by its head alone.
    if single && last.any(Classes::ORG_HEAD) && document.token(run.start).is_some_and(|token| !token.initial)
    {
        let definite =
            run.start.checked_sub(1).is_some_and(|before| document.classes(before).any(Classes::DETERMINER));
        weights.add(0.0, if definite { 1.2 } else { 0.4 }, 0.0, 0.0);
    }
    // "Bank of England", but "Bank Street" is a place.
    if !single && first.any(Classes::ORG_FIRST) {
        weights.add(0.0, 2.0, 0.3, 0.0);
    }
    // "Mekong River", but "Forest" also ends the names of clubs.
    if !single && last.any(Classes::LOC_LAST) {
        weights.add(0.0, 0.3, 2.5, 0.0);
    }
    // "Lake Turkana", "North Sumatra".
    if !single && first.any(Classes::LOC_FIRST | Classes::DIRECTION) {
        weights.add(0.0, 0.0, 1.5, 0.0);
    }
    // "Nobel Prize", "Muslim": more certain with words before it, because the last word alone may be
    // ordinary.
    if last.any(Classes::MISC_LAST | Classes::MISC_WORD) {
        weights.add(0.0, 0.0, 0.0, if single { 2.0 } else { 2.6 });
    }
    // "One Road": a name that opens with a function word is the title of something.
    if !single && first.any(Classes::FUNCTION) && !first.any(Classes::GIVEN | Classes::FAMILY_FIRST) {
        weights.add(0.0, 0.0, -1.0, 2.0);
    }
    // A given name that is also an ordinary word ("Hope", "Grant") counts half.
    let given = first.any(Classes::GIVEN) && !first.any(Classes::COMMON);
    if !single && first.any(Classes::GIVEN) {
        weights.add(if given { 2.0 } else { 1.0 }, 0.0, 0.0, 0.0);
    }
    // "Park Won-gon": a family name and a given name of two syllables.
    if run.len() >= 4 && first.any(Classes::FAMILY_FIRST) && document.text(run.end - 2) == "-" {
        weights.add(2.0, 0.0, 0.0, 0.0);
    }
    if !single && first.any(Classes::FAMILY_FIRST) {
        weights.add(1.0, 0.0, 0.0, 0.0);
    }
    // "Banks" and "House" are surnames too, but more often heads of organisations.
    if !single && last.any(Classes::SURNAME) && !last.any(Classes::ORG_HEAD) {
        weights.add(1.0, 0.0, 0.0, 0.0);
    }
    if single && first.any(names) && !first.any(Classes::COMMON) {
        weights.add(0.8, 0.0, 0.0, 0.0);
    }
    // "Morgan & Pell": partners.
    if run.clone().any(|index| document.text(index) == "&") {
        weights.add(0.0, 3.0, 0.0, 0.0);
    }
    shape(context, run, weights);
    for index in run.clone() {
        let Some(hit) = context.hits.at(index) else { continue };
        match hit.entry.kind {
            kind if kind.is_organisation() => weights.add(0.0, 1.5, 0.0, 0.0),
            // "Norwegian Refugee Council", "Norwegian Sea": a nationality inside a longer name.
            EntryKind::Nationality => weights.add(0.0, 0.4, 0.0, 0.8),
            EntryKind::City | EntryKind::Country | EntryKind::Place if single => {
                weights.add(0.0, 0.0, 1.6, 0.0);
            }
            // "Oslo University", "Oslo Harbour": a place inside a longer name, more often an organisation's.
            _ => weights.add(0.0, 1.2, 0.8, 0.0),
        }
    }
}

/// Weighs capitals, length, and ordinary words.
fn shape(context: &RuleContext<'_>, run: &Range<usize>, weights: &mut Weights) {
    let document = context.document;
    let single = run.len() == 1;
    let text = document.text(run.start);
    let upper = document.token(run.start).is_some_and(|token| token.shape == Shape::Upper);
    // "NATO": an acronym, and more often an organisation's than anything else's.
    if single && upper && text.len() <= 7 {
        weights.add(0.0, 1.8, 0.0, 0.3);
    } else if single && context.profile.lists_ordinary_words() {
        weights.add(0.6, 0.3, 0.3, 0.3);
    } else if single {
        // Without a list of ordinary words, a capital alone is little evidence, and no more of a person than
        // of anything.
        weights.add(0.3, 0.3, 0.3, 0.3);
    }
    // Any word has a capital here, so the capital shows nothing.
    if single
        && document.token(run.start).is_some_and(|token| token.initial)
        && !context.capitalised.contains(text)
    {
        weights.add(-0.3, 0.0, 0.0, 0.0);
    }
    let words = run.clone().filter(|index| context.is_capital(*index));
    let common = words.clone().filter(|index| document.classes(*index).any(Classes::COMMON)).count();
    // Names of persons are short and have no ordinary words. Names of organisations and works have some.
    if !single && common == 0 && words.count() <= 4 {
        weights.add(1.0, 0.2, 0.0, 0.0);
    } else if !single {
        weights.add(-1.0, 0.9, 0.0, 0.9);
    } else if common > 0 {
        weights.add(-0.5, -0.2, -0.2, 0.2);
    }
}

/// Weighs the words before the name.
fn before(context: &RuleContext<'_>, run: &Range<usize>, weights: &mut Weights) {
    let Some(previous) = run.start.checked_sub(1) else { return };
    let document = context.document;
    if document.token(previous).map(|token| token.sentence)
        != document.token(run.start).map(|token| token.sentence)
    {
        return;
    }
    let classes = document.classes(previous);
    // "striker Jonas Lind", "President Lind".
    if classes.any(Classes::ROLE | Classes::TITLE) {
        weights.add(2.0, 0.0, 0.0, 0.0);
    }
    // "the transport company Carris".
    if context.profile.organisation_nouns.contains(&document.text(previous)) {
        weights.add(0.0, 2.5, 0.0, 0.0);
    }
    // "Copyright 2026 The Harbour Post".
    let year = document.text(previous);
    let owner = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    if owner && previous.checked_sub(1).is_some_and(|sign| matches!(document.text(sign), "Copyright" | "©"))
    {
        weights.add(0.0, 2.5, 0.0, 0.0);
    }
    // "Jackson, Tenn.": the state of the place before it.
    let short = document.text(run.end) == "." && document.text(run.start).chars().count() <= 5;
    if run.len() == 1 && short && document.text(previous) == "," && context.ends_place(previous) {
        weights.add(0.0, 0.0, 3.0, 0.0);
    }
    // "in" comes before places more often than other prepositions: "at" and "to" also precede organisations.
    if classes.any(Classes::PLACE_BEFORE) {
        weights.add(0.0, 0.0, if document.text(previous) == "in" { 1.3 } else { 0.8 }, 0.0);
    }
    if context.profile.locatives.contains(&document.text(previous)) {
        weights.add(0.0, 0.0, 1.4, 0.0);
    }
    let of_place = common::PLACE_JOINTS.contains(&document.text(previous))
        && previous.checked_sub(1).is_some_and(|index| document.classes(index).any(Classes::PLACE_STRONG));
    // "the city of Hull", "Hull city".
    if of_place || classes.any(Classes::PLACE_STRONG) {
        weights.add(0.0, 0.0, 2.0, 0.0);
    }
    // A person's name has no article or possessive before it.
    if classes.any(Classes::DETERMINER) {
        // "the Olympics": a single word after "the" is often no organisation, because its head would follow.
        let article = matches!(document.text(previous), "the" | "The");
        if run.len() == 1 && article {
            weights.add(-1.5, 0.1, 0.2, 0.7);
        } else {
            weights.add(-1.5, 0.7, 0.0, 0.5);
        }
    }
    if common::AGENT_PREPOSITIONS.contains(&document.text(previous)) {
        weights.add(0.5, 0.2, 0.0, 0.0);
    }
}

/// Weighs the words after the name.
fn after(context: &RuleContext<'_>, run: &Range<usize>, weights: &mut Weights) {
    let document = context.document;
    let (next, then) = (document.text(run.end), document.classes(run.end));
    if document
        .token(run.end)
        .is_none_or(|token| Some(token.sentence) != document.token(run.start).map(|t| t.sentence))
    {
        return;
    }
    // Persons speak, and sometimes organisations: "the bank said".
    if then.any(Classes::SAYING) {
        weights.add(1.2, 0.4, 0.0, 0.0);
    }
    let ending = next.trim_start_matches(text::is_apostrophe);
    // "İspanya'da", "Ankara'dan".
    if context.profile.locative_endings.contains(&ending) {
        weights.add(0.0, 0.0, 1.5, 0.0);
    } else if next.len() > 1 && next.chars().next().is_some_and(text::is_apostrophe) {
        weights.add(0.3, 0.1, 0.0, 0.0);
    }
    // "the Vicksburg bridge", "Isiolo counties".
    let place_noun = then.any(Classes::LOC_LAST | Classes::PLACE_STRONG) && !context.is_capital(run.end);
    if place_noun && run.len() <= 2 && context.is_spaced(run.end) {
        weights.add(0.0, 0.0, 1.2, 0.0);
    }
    // "Northern Rail Chief Executive": what has a chief is an organisation.
    if context.is_capital(run.end) && then.any(Classes::TITLE | Classes::TITLE_MODIFIER) {
        weights.add(0.0, 1.5, 0.0, 0.0);
    }
    if next == "," {
        // "Trondheim, Norway".
        if context.hits.at(run.end + 1).is_some_and(|hit| hit.entry.kind.is_place()) {
            weights.add(0.0, 0.0, 1.5, 0.0);
        }
        let following = document.text(run.end + 1);
        // "Jonas Lind, 34,": an age follows a person, as "who" does.
        let age = following.len() == 2 && following.bytes().all(|byte| byte.is_ascii_digit());
        if age || following == "who" {
            weights.add(2.0, 0.0, 0.0, 0.0);
        }
    }
    // "African Union (AU)": an acronym in brackets follows an organisation.
    if next == "(" && document.token(run.end + 1).is_some_and(|token| token.shape == Shape::Upper) {
        weights.add(0.0, 1.2, 0.0, 0.0);
    }
}
