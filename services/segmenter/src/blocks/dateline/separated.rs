//! Datelines before a dash, a colon or a slash.

use std::sync::LazyLock;

use text::Span;

use super::components::{Dateline, is_in_capitals};
use super::{agencies, components};
use crate::languages::words_of_all;
use crate::word_list::WordList;

/// Countries, states and provinces that follow a city.
static REGIONS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.datelines.regions)));

/// Cities that stand alone before a dash although they are not in capitals.
static CITIES: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.datelines.cities)));

/// Reports whether `name` is a city of the world's news, perhaps in capitals.
pub(crate) fn is_city(name: &str) -> bool {
    CITIES.contains(name) || (!name.contains(char::is_lowercase) && CITIES.contains(&capitalised(name)))
}

/// Returns a name in capitals with the capitals of other names: `NEW YORK` → `New York`.
fn capitalised(name: &str) -> String {
    let mut begins = true;
    let mut capitalised = String::with_capacity(name.len());
    for character in name.chars() {
        if begins {
            capitalised.push(character);
        } else {
            capitalised.extend(character.to_lowercase());
        }
        begins = !character.is_alphabetic();
    }
    capitalised
}

/// The most separators that are tried: an agency, a place and a date may each have one before the last.
const MOST_SEPARATORS: usize = 4;

/// Signs that may end a dateline, longer ones first.
const SEPARATORS: [(&str, Sign); 27] = [
    (" -- ", Sign::Dash),
    (".- ", Sign::Dash),
    (".— ", Sign::Dash),
    (".– ", Sign::Dash),
    (" :: ", Sign::Dash),
    (" - ", Sign::Dash),
    (" – ", Sign::Dash),
    (" — ", Sign::Dash),
    (" ― ", Sign::Dash),
    (" ـ ", Sign::Dash),
    (")-", Sign::Bracket),
    (")—", Sign::Bracket),
    (")–", Sign::Bracket),
    ("). - ", Sign::Bracket),
    ("). – ", Sign::Bracket),
    ("). — ", Sign::Bracket),
    ("). ", Sign::Stop),
    ("/. ", Sign::Bracket),
    ("/ ", Sign::Open),
    ("—", Sign::Tight),
    (") ", Sign::Open),
    (" / ", Sign::Dash),
    (" | ", Sign::Dash),
    (" : ", Sign::Colon),
    (": ", Sign::Colon),
    (")", Sign::Open),
    ("）", Sign::Open),
];

/// The kind of a separator: how much it says alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    /// A dash between spaces.
    Dash,
    /// A dash or stop directly after a bracket, which belongs to what comes before it.
    Bracket,
    /// A dash without spaces.
    Tight,
    /// A colon.
    Colon,
    /// The bracket alone, without another sign.
    Open,
    /// A bracket and a stop.
    Stop,
}

/// Parses the dateline at the start of `head`. Returns its end in bytes and its components. `is_whole` says
/// that `head` is the whole paragraph.
pub(super) fn parse(head: &str, is_whole: bool) -> Option<(usize, Dateline)> {
    let mut found = None;
    for (start, end, sign) in separators(head) {
        let Some(dateline) = components::parse(head.get(..start)?) else { continue };
        let (end, dateline) = with_agency_after(head, end, dateline);
        if !is_convincing(head, dateline, sign, head.get(end..)?) {
            continue;
        }
        found = Some((end, dateline));
        // "(ANSA) - ROMA, 3 MAG -": after a source alone the dateline may go on.
        if dateline.place.is_some() {
            break;
        }
    }
    found.or_else(|| if is_whole { alone(head) } else { None })
}

/// Returns the start, the end and the kind of each separator of `head`.
fn separators(head: &str) -> impl Iterator<Item = (usize, usize, Sign)> + '_ {
    let mut covered = 0;
    let found = head.char_indices().filter_map(move |(at, first)| {
        if at < covered || first.is_ascii_alphanumeric() || !may_begin_separator(head.get(at..)?) {
            return None;
        }
        // A no-break space counts as a space.
        let (sign_text, sign) = SEPARATORS.into_iter().find(|(text, _)| begins_with(head, at, text))?;
        let end = at + matched_length(head, at, sign_text);
        let bracket = head.get(at..)?.chars().next().map_or(0, char::len_utf8);
        let inner = match sign {
            Sign::Bracket | Sign::Open | Sign::Stop => at + bracket,
            Sign::Dash | Sign::Tight | Sign::Colon => at,
        };
        let end = if sign == Sign::Open { inner } else { end };
        covered = end;
        Some((inner, end, sign))
    });
    found.take(MOST_SEPARATORS)
}

/// Reports whether a separator may begin here. At most positions none does, and they need no look-up.
fn may_begin_separator(rest: &str) -> bool {
    let mut characters = rest.chars();
    let (first, next) = (characters.next().unwrap_or('a'), characters.next().unwrap_or('a'));
    match first {
        ')' | '）' | '—' => true,
        '.' => text::is_dash(next),
        '/' => next == '.' || next.is_whitespace(),
        ':' => next.is_whitespace(),
        _ => first.is_whitespace() && (matches!(next, ':' | '/' | '|' | 'ـ') || text::is_dash(next)),
    }
}

fn begins_with(head: &str, at: usize, sign: &str) -> bool {
    let mut characters = head.get(at..).unwrap_or("").chars();
    sign.chars().all(|expected| {
        characters.next().is_some_and(|c| c == expected || (expected == ' ' && c.is_whitespace()))
    })
}

fn matched_length(head: &str, at: usize, sign: &str) -> usize {
    let matched = head.get(at..).unwrap_or("").chars().take(sign.chars().count());
    matched.map(char::len_utf8).sum()
}

/// Reports whether components and separator together can only be a dateline.
fn is_convincing(head: &str, dateline: Dateline, sign: Sign, rest: &str) -> bool {
    let source = dateline.source.map(|span| span.of(head));
    let opens_story =
        rest.trim_start().chars().find(|c| !text::is_opening_mark(*c)).is_none_or(|c| !c.is_lowercase());
    // A number alone is not a date: "6 – 3".
    let is_dated =
        dateline.date.is_some_and(|date| date.of(head).contains(|c: char| c.is_alphabetic() || c == '/'));
    let by_agency = source.is_some_and(agencies::is_agency);
    let in_capitals = |place: Span| is_in_capitals(city(place.of(head)));
    // `Roma (nuovo) - `: a small word that is no known agency needs a date or a place in capitals beside it.
    if source.is_some_and(components::is_small_word) && !is_dated && !dateline.place.is_some_and(in_capitals)
    {
        return false;
    }
    match (dateline.place, sign) {
        // `(Reuters) - Snow fell.`, `(The Courier) – Snow fell.`
        (None, Sign::Dash | Sign::Bracket) => {
            let is_paper = || source.is_some_and(|source| source.contains(' ') && !opens_with_label(source));
            opens_story && (by_agency || (head.starts_with(['(', '（']) && is_paper()))
        }
        // `(sda) Es schneit.`
        (None, Sign::Open) => {
            let opens_word =
                rest.trim_start().starts_with(|c: char| c.is_alphanumeric() || text::is_opening_mark(c));
            by_agency && opens_story && opens_word && rest.starts_with(char::is_whitespace)
        }
        (None, _) => false,
        // `TURIN (CNN)Snow fell.`: without a sign only a known agency or a date is convincing.
        (Some(_), Sign::Open | Sign::Stop) => {
            let goes_on = rest
                .trim_start()
                .starts_with(|c: char| text::is_dash(c) || matches!(c, ':' | '.' | ',' | '='));
            (by_agency || (is_dated && source.is_some_and(is_in_capitals))) && opens_story && !goes_on
        }
        // A source or a date makes a dash certain. A colon and a tight dash also occur in prose.
        (Some(_), Sign::Dash | Sign::Bracket) if source.is_some() || is_dated => true,
        (Some(_), Sign::Colon | Sign::Tight) if source.is_some() || is_dated => opens_story,
        (Some(place), Sign::Dash) if has_region(place.of(head)) => opens_story,
        // Three words in capitals before a colon are a heading more often than a place.
        (Some(place), Sign::Colon) if city(place.of(head)).split_whitespace().nth(2).is_some() => false,
        // `TURIN — Snow fell.`: a place alone must stand out by its capitals, or be known.
        (Some(place), sign) => {
            let is_known = || sign == Sign::Dash && CITIES.contains(place.of(head));
            (in_capitals(place) || is_known()) && opens_story
        }
    }
}

/// Returns the city of a place: `KYIV` of `KYIV, Ukraine`.
fn city(place: &str) -> &str {
    place.split(',').next().unwrap_or(place)
}

/// Reports whether a source opens with a label such as `Updated`, which names no paper.
fn opens_with_label(source: &str) -> bool {
    source.split_whitespace().next().is_some_and(|first| components::is_story_label(&first.to_uppercase()))
}

/// Reports whether a region follows the place: "Albany, N.Y.", "Reno, NV", "Geneva, Switzerland".
fn has_region(place: &str) -> bool {
    let region = place.rsplit_once(", ").map_or("", |(_, region)| region);
    let is_short = region.len() == 2 && region.chars().all(char::is_uppercase);
    is_short || (region.ends_with('.') && !region.contains(' ')) || REGIONS.contains(region)
}

/// Adds the agency after the dash, if a sign ends it: "МОСКВА, 3 мая — РИА Новости.", "دبي - وام /", "غزة - معا -".
fn with_agency_after(head: &str, end: usize, dateline: Dateline) -> (usize, Dateline) {
    let behind = head.get(end..).filter(|_| dateline.source.is_none() && dateline.place.is_some());
    for sign in [". ", " / ", ": ", " - ", " – ", " — "] {
        let name = behind.and_then(|rest| rest.split_once(sign)).map(|(name, _)| name);
        let is_agency =
            |name: &&str| name.chars().count() <= 30 && agencies::is_name_of_agency(unquoted(name));
        if let Some(name) = name.filter(is_agency) {
            let quoted = name.len() - name.trim_start_matches(text::is_quotation_mark).len();
            let source = Span::new(end + quoted, end + quoted + unquoted(name).len()).trimmed(head);
            return (end + name.len() + sign.len(), Dateline { source: Some(source), ..dateline });
        }
    }
    (end, dateline)
}

/// Removes quotation marks around a name.
fn unquoted(name: &str) -> &str {
    name.trim_matches(text::is_quotation_mark)
}

/// Parses a dateline that is a whole paragraph: "LONDON, May 3".
fn alone(head: &str) -> Option<(usize, Dateline)> {
    let inner = head.trim_end_matches(|c: char| c.is_whitespace() || text::is_dash(c) || c == ':');
    // `Murcia, 4 may (EFE).-`
    let before_stop = || inner.strip_suffix('.').filter(|inner| inner.ends_with([')', '）', '/']));
    let dateline = components::parse(inner).or_else(|| components::parse(before_stop()?))?;
    // "Today 27 October" names no place: a place needs a comma or capitals.
    let is_place = dateline.place.is_some_and(|place| {
        let behind = inner.get(place.end..).unwrap_or("").trim_start();
        is_in_capitals(place.of(inner)) || behind.starts_with([',', '،'])
    });
    // `NAIROBI, Kenya`
    let has_country = dateline.place.is_some_and(|place| {
        let place = place.of(inner);
        (is_in_capitals(city(place)) || is_city(city(place)))
            && REGIONS.contains(place.rsplit_once(", ").map_or("", |(_, region)| region))
    });
    let is_dated = (dateline.date.is_some() && is_place)
        || has_country
        || dateline.source.is_some_and(|span| agencies::is_agency(span.of(inner)));
    (dateline.place.is_some() && is_dated && !inner.contains('\n')).then_some((head.len(), dateline))
}
