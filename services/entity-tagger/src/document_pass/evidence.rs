//! What the words around a name say of its type: "Quorra, a maker of meters", "the mining firm Andina", "the town of Hull".

use messages::EntityType;

use crate::document::{Casing, Document};
use crate::gazetteer::Classes;
use crate::mentions::ScoredSpan;

/// What a company, a club or a party is called.
const ORGANISATIONS: [&str; 62] = [
    "company",
    "firm",
    "maker",
    "manufacturer",
    "supplier",
    "retailer",
    "bank",
    "charity",
    "airline",
    "carrier",
    "group",
    "party",
    "union",
    "agency",
    "newspaper",
    "magazine",
    "broadcaster",
    "start-up",
    "startup",
    "developer",
    "operator",
    "insurer",
    "lender",
    "producer",
    "brewer",
    "publisher",
    "club",
    "university",
    "carmaker",
    "automaker",
    "chipmaker",
    "drugmaker",
    "think-tank",
    "tank",
    "watchdog",
    "regulator",
    "network",
    "foundation",
    "giant",
    "conglomerate",
    "utility",
    "shipper",
    "wholesaler",
    "studio",
    "label",
    "band",
    "militia",
    "ngo",
    "nonprofit",
    "consultancy",
    "brokerage",
    "subsidiary",
    "chain",
    "contractor",
    "exchange",
    "shipbuilder",
    "side",
    "champions",
    "steelmaker",
    "planemaker",
    "miner",
    "refiner",
];

/// What a place is called.
const PLACES: [&str; 18] = [
    "city",
    "town",
    "village",
    "island",
    "province",
    "region",
    "district",
    "suburb",
    "port",
    "county",
    "state",
    "resort",
    "neighbourhood",
    "neighborhood",
    "capital",
    "borough",
    "municipality",
    "peninsula",
];

/// Words between "a" and what something is: "a family-owned mining company".
const APPOSITION: usize = 5;

/// Titles that stand before persons alone.
const HONORIFICS: [&str; 16] = [
    "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Prof", "Prof.", "Herr", "Frau", "Mme", "Sra.",
    "Sr.", "Señor",
];

/// The type that the words around a name speak for; titles apart English alone.
pub(super) fn type_around(document: &Document<'_>, span: &ScoredSpan) -> Option<EntityType> {
    let sentence = document.sentence_of(span.tokens.start)?;
    if sentence.casing != Casing::Sentence {
        return None;
    }
    let titled = span.tokens.start.checked_sub(1).filter(|before| sentence.tokens.contains(before));
    if titled.is_some_and(|before| HONORIFICS.contains(&document.text(before))) || speaks(document, span) {
        return Some(EntityType::Per);
    }
    if document.language != "en" {
        return None;
    }
    let text = |index: usize| if sentence.tokens.contains(&index) { document.text(index) } else { "" };
    if let Some(place) = form_of_place(document, span) {
        return Some(place);
    }
    let before = |back: usize| span.tokens.start.checked_sub(back).map_or("", text);
    if PLACES.contains(&before(2)) && before(1) == "of" {
        return Some(EntityType::Loc);
    }
    if is_organisation(before(1)) && before(2) != "of"
        || shares(before(2), before(1))
        || text(span.tokens.end) == "shares"
    {
        return Some(EntityType::Org);
    }
    apposition(document, span.tokens.end, &text)
}

/// "Mount Agung", "Downing Street" and the like, whatever the model made of them.
fn form_of_place(document: &Document<'_>, span: &ScoredSpan) -> Option<EntityType> {
    let (first, last) = (document.text(span.tokens.start), document.text(span.tokens.end - 1));
    let front = matches!(first, "Mount" | "Lake" | "Mt." | "Mt") && span.entity_type != EntityType::Misc;
    let places = ["Street", "Avenue", "River", "Bay", "Mountains", "Island", "Islands", "Strait", "County"];
    let back = places.contains(&last) && span.entity_type == EntityType::Per;
    (span.tokens.len() > 1 && (front || back)).then_some(EntityType::Loc)
}

/// "said Amélia Prates": a given name, a word that makes no organisation, and a verb of saying beside them.
fn speaks(document: &Document<'_>, span: &ScoredSpan) -> bool {
    let (first, last) = (span.tokens.start, span.tokens.end - 1);
    let other =
        Classes::ORG_HEAD | Classes::ORG_SUFFIX | Classes::LOC_LAST | Classes::MISC_LAST | Classes::COMMON;
    let saying = |index: usize| document.classes(index).any(Classes::SAYING);
    span.tokens.len() == 2
        && matches!(span.entity_type, EntityType::Org | EntityType::Misc)
        && document.classes(first).any(Classes::GIVEN)
        && !document.classes(last).any(other)
        && (saying(span.tokens.end) || first.checked_sub(1).is_some_and(saying))
}

fn shares(first: &str, second: &str) -> bool {
    matches!(first, "shares" | "Shares" | "stake" | "shareholders") && matches!(second, "in" | "of")
}

fn is_organisation(word: &str) -> bool {
    ORGANISATIONS.contains(&word)
}

/// ", a maker of meters,": the head is the noun before "of", "in", "that" or a mark.
fn apposition<'t>(
    document: &Document<'_>,
    end: usize,
    text: &impl Fn(usize) -> &'t str,
) -> Option<EntityType> {
    if text(end) != "," || !matches!(text(end + 1), "a" | "an" | "the") {
        return None;
    }
    let first = end + 2;
    let ends = |index: &usize| {
        let word = text(*index);
        word.is_empty()
            || !word.chars().any(char::is_alphabetic)
            || document.classes(*index).any(Classes::FUNCTION)
    };
    let behind = (first..=first + APPOSITION).find(ends)?;
    let head = behind.checked_sub(1).filter(|head| *head >= first).map_or("", text);
    if is_organisation(head) {
        return Some(EntityType::Org);
    }
    (PLACES.contains(&head)).then_some(EntityType::Loc)
}

/// "African Union (AU)", "MSF (Doctors of the Sea)": two names, the second in brackets, one the initials of the other.
pub(super) fn is_acronym_in_brackets(
    document: &Document<'_>,
    first: &ScoredSpan,
    second: &ScoredSpan,
) -> bool {
    let apart = document.text(first.tokens.end) == "("
        && first.tokens.end + 1 == second.tokens.start
        && document.text(second.tokens.end) == ")";
    apart && (abbreviates(document, first, second) || abbreviates(document, second, first))
}

fn abbreviates(document: &Document<'_>, short: &ScoredSpan, long: &ScoredSpan) -> bool {
    let initials = long.tokens.clone().filter(|index| document.text(*index).starts_with(char::is_uppercase));
    let initials: String = initials.filter_map(|index| document.text(index).chars().next()).collect();
    let capitals: String =
        document.name(&short.tokens).chars().filter(|character| character.is_uppercase()).collect();
    short.tokens.len() == 1 && long.tokens.len() > 1 && capitals.chars().count() >= 2 && capitals == initials
}
