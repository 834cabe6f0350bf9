//! Datelines between stops: `Москва. 23 ноября. INTERFAX.RU - Дожди …`, `Київ. 23 листопада. УНІАН. Дощі …`,
//! `Hamburg. Der Zoll …`.

use std::sync::LazyLock;

use text::Span;

use super::components::Dateline;
use super::separated::is_city;
use super::{agencies, components, dates};
use crate::languages::words_of_all;
use crate::word_list::WordList;

/// The most words of a place.
const MOST_PLACE_WORDS: usize = 3;

/// The longest name of an agency, in characters.
const LONGEST_AGENCY: usize = 30;

/// Parses place, date and agency at the start of `head`, each with a stop behind it. The agency may also come
/// before a dash. Returns the end in bytes and the components.
pub(super) fn parse(head: &str) -> Option<(usize, Dateline)> {
    dated(head).or_else(|| city_and_region(head)).or_else(|| city_alone(head))
}

/// Abbreviations of regions whose stop alone separates them from the story.
static STOP_REGIONS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.datelines.stop_regions)));

/// Parses a city and an abbreviated region: `Cuernavaca, Mor. Un tlacuache …`
fn city_and_region(head: &str) -> Option<(usize, Dateline)> {
    /// The bytes in which an abbreviation has its stop. Most commas have none behind them.
    const LONGEST_REGION: usize = 8;
    let comma = head.find(',')?;
    let city = head.get(..comma)?;
    let behind = head.get(comma + 1..)?.strip_prefix(' ')?;
    if !behind.bytes().take(LONGEST_REGION).any(|byte| byte == b'.') {
        return None;
    }
    let is_city = city.split_whitespace().count() <= MOST_PLACE_WORDS
        && city.starts_with(char::is_uppercase)
        && city.split_whitespace().all(components::is_place_word);
    let opens = |region: &&str| behind.strip_prefix(*region).is_some_and(opens_story);
    let region = STOP_REGIONS.iter().find(opens).filter(|_| is_city)?;
    let place = Span::new(0, city.len() + ", ".len() + region.len());
    Some((place.end, Dateline { place: Some(place), ..Dateline::default() }))
}

/// Reports whether a space follows, and then a word that may open a story.
fn opens_story(behind: &str) -> bool {
    let opens = |c: char| (c.is_alphabetic() && !c.is_lowercase()) || text::is_opening_mark(c);
    behind.starts_with(' ') && behind.trim_start().starts_with(opens)
}

/// Parses a city of the world's news and a stop: `Hamburg. Der Zoll …`, `GRAZ. Der Zoll …`, `पटना। …`
fn city_alone(head: &str) -> Option<(usize, Dateline)> {
    before_stop(head, |place, behind| is_city(place) || is_named_again(place, behind))
}

/// Parses a place and a stop, if the body names the place behind prepositions: `Hagenfeld. Das Freibad öffnet …`, and
/// below it `… bei Hagenfeld …`. Any noun may stand behind one of them, so one such place in the body is not enough.
/// `July. … in July …` is a date.
pub(super) fn parse_named_in(body: &str, head: &str) -> Option<(usize, Dateline)> {
    const FEWEST: usize = 2;
    let is_named = |place: &str| names(body, place).nth(FEWEST - 1).is_some();
    before_stop(head, |place, _| is_one_word(place) && !dates::opens_date(place) && is_named(place))
}

/// Prepositions before the name of a place.
static PLACE_PREPOSITIONS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.datelines.place_prepositions)));

/// Returns where `body` names a place behind a preposition.
fn names<'b>(body: &'b str, place: &'b str) -> impl Iterator<Item = usize> + 'b {
    let stands_behind_preposition = move |at: &usize| {
        let before = body.get(..*at).and_then(|before| before.strip_suffix(' ')).unwrap_or_default();
        let start = before.rfind(|c: char| !c.is_alphabetic()).map_or(0, |gap| gap + 1);
        let behind = body.get(at + place.len()..).unwrap_or_default();
        before.get(start..).is_some_and(|word| PLACE_PREPOSITIONS.contains(word))
            && !behind.starts_with(char::is_alphanumeric)
    };
    body.match_indices(place).map(|(at, _)| at).filter(stands_behind_preposition)
}

/// Parses a place before the first stop, if `is_place` says so of the words before and the text behind it.
fn before_stop(head: &str, is_place: impl Fn(&str, &str) -> bool) -> Option<(usize, Dateline)> {
    const LONGEST_CITY: usize = 60;
    let stop = head.get(..head.floor_char_boundary(LONGEST_CITY))?.find(['.', '।'])?;
    let (place, rest) = head.split_at_checked(stop)?;
    let behind = rest.trim_start_matches(['.', '।']);
    (opens_story(behind) && is_place(place, behind)).then(|| {
        (
            head.len() - behind.len(),
            Dateline { place: Some(Span::new(0, place.len())), ..Dateline::default() },
        )
    })
}

/// Reports whether the first sentence of the story names a place again: `Hagenfeld. Das Freibad in Hagenfeld …`
fn is_named_again(place: &str, behind: &str) -> bool {
    let is_place = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphabetic());
        word == place || (word.starts_with(char::is_uppercase) && word.to_uppercase() == place)
    };
    is_one_word(place) && behind.split_whitespace().skip(1).any(is_place)
}

/// Reports whether a place is one capitalized word, or one in capitals.
fn is_one_word(place: &str) -> bool {
    const SHORTEST: usize = 4;
    let is_one_case = || {
        let mut letters = place.chars().skip(1);
        letters.clone().all(char::is_lowercase) || letters.all(char::is_uppercase)
    };
    place.chars().nth(SHORTEST - 1).is_some() && place.starts_with(char::is_uppercase) && is_one_case()
}

/// Parses place, date and agency.
fn dated(head: &str) -> Option<(usize, Dateline)> {
    let (place, behind_place) = split_at_stop(head)?;
    let is_place = place.split_whitespace().count() <= MOST_PLACE_WORDS
        && place.starts_with(char::is_uppercase)
        && place.split_whitespace().all(components::is_place_word);
    let (date, behind_date) = split_at_stop(behind_place)?;
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

/// Returns what comes before and behind the first stop with a space.
fn split_at_stop(text: &str) -> Option<(&str, &str)> {
    text.match_indices('.').find_map(|(at, _)| text.get(..at).zip(text.get(at + 1..)?.strip_prefix(' ')))
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
