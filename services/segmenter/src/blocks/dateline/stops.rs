//! Datelines between stops: `Москва. 23 ноября. INTERFAX.RU - Дожди …`, `Київ. 23 листопада. УНІАН. Дощі …`,
//! `Hamburg. Der Zoll …`.

use text::Span;

use super::components::Dateline;
use super::separated::is_city;
use super::{agencies, components, dates};

/// The most words of a place.
const MOST_PLACE_WORDS: usize = 3;

/// The longest name of an agency, in characters.
const LONGEST_AGENCY: usize = 30;

/// Parses place, date and agency at the start of `head`, each with a stop behind it. The agency may also come
/// before a dash. Returns the end in bytes and the components.
pub(super) fn parse(head: &str) -> Option<(usize, Dateline)> {
    dated(head).or_else(|| city_alone(head))
}

/// Parses a city of the world's news and a stop: `Hamburg. Der Zoll …`, `GRAZ. Der Zoll …`, `पटना। …`
fn city_alone(head: &str) -> Option<(usize, Dateline)> {
    const LONGEST_CITY: usize = 60;
    let stop = head.get(..head.floor_char_boundary(LONGEST_CITY))?.find(['.', '।'])?;
    let (place, rest) = head.split_at_checked(stop)?;
    let behind = rest.trim_start_matches(['.', '।']);
    let opens_story = behind.starts_with(' ')
        && behind
            .trim_start()
            .starts_with(|c: char| (c.is_alphabetic() && !c.is_lowercase()) || text::is_opening_mark(c));
    (opens_story && (is_city(place) || is_named_again(place, behind))).then(|| {
        (
            head.len() - behind.len(),
            Dateline { place: Some(Span::new(0, place.len())), ..Dateline::default() },
        )
    })
}

/// Reports whether a place is one capitalized word, or one in capitals, that the first sentence of the story names
/// again: `Hagenfeld. Das Freibad in Hagenfeld …`
fn is_named_again(place: &str, behind: &str) -> bool {
    const SHORTEST: usize = 4;
    let is_one_case = || {
        let mut letters = place.chars().skip(1);
        letters.clone().all(char::is_lowercase) || letters.all(char::is_uppercase)
    };
    let is_place = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphabetic());
        word == place || (word.starts_with(char::is_uppercase) && word.to_uppercase() == place)
    };
    place.chars().nth(SHORTEST - 1).is_some()
        && place.starts_with(char::is_uppercase)
        && is_one_case()
        && behind.split_whitespace().skip(1).any(is_place)
}

/// Parses place, date and agency.
fn dated(head: &str) -> Option<(usize, Dateline)> {
    let (place, behind_place) = head.split_once(". ")?;
    let is_place = place.split_whitespace().count() <= MOST_PLACE_WORDS
        && place.starts_with(char::is_uppercase)
        && place.split_whitespace().all(components::is_place_word);
    let (date, behind_date) = behind_place.split_once(". ")?;
    let is_date = date.contains(char::is_alphabetic) && date.split_whitespace().all(dates::is_in_date);
    if !is_place || !is_date {
        return None;
    }
    let date_start = head.len() - behind_place.len();
    let source_start = head.len() - behind_date.len();
    let (source, end) = agency(behind_date)?;
    let span = |start: usize, text: &str| Span::new(start, start + text.len());
    Some((
        source_start + end,
        Dateline {
            place: Some(span(0, place)),
            date: Some(span(date_start, date)),
            source: Some(span(source_start, source)),
        },
    ))
}

/// Returns the agency that `text` opens with, and the end of what separates it from the story.
fn agency(text: &str) -> Option<(&str, usize)> {
    for sign in [". ", " - ", " – ", " — ", ": "] {
        let Some((name, _)) = text.split_once(sign) else { continue };
        let in_capitals = || name.chars().nth(2).is_some() && !name.contains(char::is_lowercase);
        if name.chars().count() <= LONGEST_AGENCY && (agencies::is_name_of_agency(name) || in_capitals()) {
            return Some((name, name.len() + sign.len()));
        }
    }
    None
}
