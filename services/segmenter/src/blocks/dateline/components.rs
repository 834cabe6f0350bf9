//! Place, date and source, from the words before a dateline's dash.

use std::sync::LazyLock;

use text::Span;

use super::{agencies, dates};
use crate::languages::words_of_all;
use crate::word_list::WordList;

/// The components of a dateline, as byte spans in its field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Dateline {
    /// The place: "SEOUL".
    pub place: Option<Span>,
    /// The date: "3 May".
    pub date: Option<Span>,
    /// The agency or paper: "Reuters".
    pub source: Option<Span>,
}

impl Dateline {
    /// Moves each component to the place that `place` returns.
    pub(super) fn mapped(self, place: impl Fn(Span) -> Span) -> Self {
        Self { place: self.place.map(&place), date: self.date.map(&place), source: self.source.map(&place) }
    }

    /// Moves all components by `by` bytes.
    pub(super) fn shifted(self, by: usize) -> Self {
        self.mapped(|span| span.shifted(by))
    }
}

/// The most words of a place: "Washington, D.C." and another city.
const MOST_PLACE_WORDS: usize = 7;

/// The most words of a source in brackets.
const MOST_SOURCE_WORDS: usize = 7;

/// Words in lower case inside the names of places.
static PLACE_CONNECTORS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.datelines.place_connectors)));

/// Labels in capitals that name no place although a dash or colon follows.
static STORY_LABELS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.datelines.story_labels)));

/// Story labels that also open the name of a place, where a date or a source follows.
static PLACE_ARTICLES: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(words_of_all(|profile| profile.datelines.place_articles)));

/// Reports whether a word in capitals is a label of a story and names no place.
pub(super) fn is_story_label(word: &str) -> bool {
    let word = word.trim_end_matches([',', '.', ':']);
    STORY_LABELS.contains(word) && !PLACE_ARTICLES.contains(word)
}

/// Parses `head` as the components of a dateline; `None` if it holds anything else.
pub(super) fn parse(head: &str) -> Option<Dateline> {
    match bracketed_source(head) {
        Some((before, source, after)) if before.of(head).trim().is_empty() => {
            with_source(head, trimmed(head, after), source)
        }
        Some((before, source, after)) => with_source_in_brackets(head, before, source, trimmed(head, after)),
        None => without_brackets(head),
    }
}

/// Parses a dateline with a source in brackets after the place: "PARIS (AFP)", "PARIS (AFP), 3 mai".
fn with_source_in_brackets(head: &str, before: Span, source: Span, date: Span) -> Option<Dateline> {
    let is_date = |span: Span| span.of(head).split_whitespace().all(dates::is_in_date);
    // Only a date can come after the brackets.
    if !is_date(date) {
        return None;
    }
    let dateline = place_and_date(head, before, true)?;
    // "RENO (June 4, 2026) –": the brackets may hold the date instead.
    if is_date(source) {
        return Some(Dateline { date: Some(source), ..dateline });
    }
    let date = if date.is_empty() { dateline.date } else { Some(date) };
    Some(Dateline { source: Some(source), date, ..dateline })
}

/// Parses a dateline without brackets. An agency may come first or last.
fn without_brackets(head: &str) -> Option<Dateline> {
    let rest = trimmed(head, Span::whole(head));
    // `AP — Snow fell.`
    if agencies::is_agency_name(rest.of(head)) {
        return Some(Dateline { source: Some(rest), ..Dateline::default() });
    }
    if let Some(agency) = leading_agency(head, rest) {
        return with_source(head, trimmed(head, Span::new(agency.end, rest.end)), agency);
    }
    if let Some(agency) = last_agency(head, rest) {
        return with_source(head, trimmed(head, Span::new(rest.start, agency.start)), agency);
    }
    if rest.is_empty() { None } else { place_and_date(head, rest, false) }
}

/// Adds a known source to the place and date in `rest`, which may be empty.
fn with_source(head: &str, rest: Span, source: Span) -> Option<Dateline> {
    let dateline = if rest.is_empty() { Dateline::default() } else { place_and_date(head, rest, true)? };
    Some(Dateline { source: Some(source), ..dateline })
}

/// Removes white space, commas and dashes at both ends of a stretch.
fn trimmed(head: &str, span: Span) -> Span {
    let inside = span.of(head);
    let is_edge = |c: char| c.is_whitespace() || text::is_dash(c) || matches!(c, ',' | '،');
    let start = span.start + (inside.len() - inside.trim_start_matches(is_edge).len());
    Span::new(start, start + inside.trim_matches(is_edge).len())
}

/// Finds the source in brackets or between slashes. Returns what comes before it, the source, and what
/// comes after it.
fn bracketed_source(head: &str) -> Option<(Span, Span, Span)> {
    let open = source_bracket(head).or_else(|| head.find('/'))?;
    let sign = head.get(open..).and_then(|rest| rest.chars().next())?;
    let inside = open + sign.len_utf8();
    let closing = match sign {
        '(' => ')',
        '（' => '）',
        _ => '/',
    };
    let length = head.get(inside..)?.find(closing)?;
    let source = Span::new(inside, inside + length).trimmed(head);
    let after = Span::new(inside + length + closing.len_utf8(), head.len());
    let is_whole = !after.of(head).contains(['(', ')', '（', '）']);
    (is_whole && is_source(source.of(head))).then_some((Span::new(0, open), source, after))
}

/// Finds the bracket before the source. It is the last one, because a region may be in brackets too:
/// "Valparaíso (Chile), 8 may (EFE)".
fn source_bracket(head: &str) -> Option<usize> {
    let last = head.rfind(['(', '（'])?;
    let leads = head.starts_with(['(', '（']);
    if leads { Some(0) } else { Some(last) }
}

/// Reports whether `name` is an agency or a name in capitals. "(based in Paris)" is neither.
fn is_source(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().take(MOST_SOURCE_WORDS + 1).collect();
    let is_name = |word: &&str| !word.starts_with(char::is_lowercase) || PLACE_CONNECTORS.contains(word);
    // `TURIN (1901)` has a year in brackets, and `(10:00 - 12:00)` is a time. `France 24` is a channel.
    let is_time = name.starts_with(char::is_numeric)
        || name.contains(':')
        || name.split(|c: char| !c.is_numeric()).filter(|number| !number.is_empty()).nth(1).is_some();
    // `(askanews)`: an agency that nobody listed writes its name as one word.
    let is_one_word = matches!(*words, [word] if word.len() <= LONGEST_SMALL_SOURCE
        && word.chars().all(|c| c.is_ascii_lowercase()));
    let is_date = name.contains(char::is_alphabetic) && words.iter().all(|word| dates::is_in_date(word));
    agencies::is_agency(name)
        || is_date
        || is_one_word
        || (!words.is_empty() && words.len() <= MOST_SOURCE_WORDS && words.iter().all(is_name) && !is_time)
}

/// Reports whether a source is one word in small letters that is no known agency. It is convincing only beside
/// a place in capitals or a date.
pub(super) fn is_small_word(source: &str) -> bool {
    source.chars().all(|c| c.is_ascii_lowercase()) && !agencies::is_agency(source)
}

/// The longest name of an agency in small letters that is not listed.
const LONGEST_SMALL_SOURCE: usize = 9;

/// Finds an agency without brackets before the place: "Reuters LONDON, May 3".
fn leading_agency(head: &str, rest: Span) -> Option<Span> {
    let word = rest.of(head).split_whitespace().next()?;
    let agency = Span::new(rest.start, rest.start + word.trim_end_matches(',').len());
    // An agency alone leaves no place.
    (word.len() > 1 && agencies::is_agency(agency.of(head)) && agency.end < rest.end).then_some(agency)
}

/// Finds an agency without brackets after the date: "Киев. 3 мая. ИНТЕРФАКС -".
fn last_agency(head: &str, rest: Span) -> Option<Span> {
    let text = rest.of(head);
    // Most lines end with a small word.
    let word = text.split_whitespace().next_back().filter(|word| !word.starts_with(char::is_lowercase))?;
    // `Jakarta, CNN Indonesia`, `WONOSOBO, Kabar Jateng`
    let is_longer = |(place, name): &(&str, &str)| {
        name.len() > word.len()
            && (agencies::is_agency_name(name) || (agencies::is_paper(name) && is_in_capitals(place)))
    };
    let behind_comma = text.rsplit_once(", ").filter(is_longer).map(|(_, name)| name);
    let agency = behind_comma.unwrap_or(word);
    let is_agency = behind_comma.is_some() || agencies::is_agency(agency);
    let agency = Span::new(rest.end - agency.len(), rest.end);
    (is_agency && agency.start > rest.start).then_some(agency)
}

/// Parses a place and a date: the words before the first word of a date are the place.
fn place_and_date(head: &str, span: Span, has_source: bool) -> Option<Dateline> {
    let span = trimmed(head, span);
    // `23 November 2026, GENEVA`: the date comes first.
    if let Some(dateline) = date_and_place(head, span) {
        return Some(dateline);
    }
    // In most texts the second word shows that they are not a dateline.
    let mut before_date = span.of(head).split_whitespace().take_while(|word| !dates::opens_date(word));
    if !before_date.all(|word| is_place_word(word) || dates::is_connector(word)) {
        return None;
    }
    let words = words(head, span);
    let text: Vec<&str> = words.iter().map(|word| word.of(head)).collect();
    let first = text.iter().position(|word| dates::opens_date(word)).unwrap_or(text.len());
    if !text.get(first..)?.iter().all(|word| dates::is_in_date(word)) {
        return None;
    }
    let last = text.get(..first)?.iter().rposition(|word| !dates::is_connector(word))?;
    let is_certain = has_source || first < text.len();
    if !is_place(text.get(..=last)?, is_certain) {
        return None;
    }
    let place = Span::new(span.start, words.get(last)?.end);
    let date = words.get(first).map(|word| Span::new(word.start, span.end));
    let plain = |span: Span| without_last_stop(head, trimmed(head, span));
    Some(Dateline { place: Some(plain(place)), date: date.map(plain), source: None })
}

/// Parses a date, a comma and a place.
fn date_and_place(head: &str, span: Span) -> Option<Dateline> {
    if !span.of(head).split_whitespace().next().is_some_and(dates::opens_date) {
        return None;
    }
    let (date, place) = span.of(head).rsplit_once(", ")?;
    let is_date = date.contains(char::is_alphabetic)
        && date.split_whitespace().all(|word| dates::is_in_date(word) || word == ",");
    let words: Vec<&str> = place.split_whitespace().collect();
    let place = Span::new(span.end - place.len(), span.end);
    (is_date && is_place(&words, true) && !words.iter().any(|word| dates::opens_date(word))).then(|| {
        Dateline {
            place: Some(without_last_stop(head, trimmed(head, place))),
            date: Some(Span::new(span.start, span.start + date.len())),
            source: None,
        }
    })
}

/// Returns the spans of the words of a stretch.
fn words(head: &str, span: Span) -> Vec<Span> {
    text::pieces(span.of(head)).map(|word| word.shifted(span.start)).collect()
}

/// Removes the stop of `Madrid.` before a dash or a date. `D.C.` and `Boston, Mass.` keep theirs.
fn without_last_stop(head: &str, span: Span) -> Span {
    let inside = span.of(head);
    let is_alone = inside.ends_with('.') && !inside.trim_end_matches('.').contains(['.', ',']);
    if is_alone { Span::new(span.start, span.end - 1) } else { span }
}

/// Reports whether words are a place. `is_certain` says that a date or a source follows.
fn is_place(words: &[&str], is_certain: bool) -> bool {
    let first = words.first().map_or("", |word| word.trim_end_matches([',', '.', ':']));
    let is_label =
        STORY_LABELS.contains(first) && !(is_certain && words.len() > 1 && PLACE_ARTICLES.contains(first));
    !words.is_empty()
        && words.len() <= MOST_PLACE_WORDS
        && !is_label
        && words.iter().any(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 2)
        && words.iter().all(|word| is_place_word(word))
        && words.first().is_some_and(|word| !word.starts_with(char::is_lowercase))
}

/// Reports whether a word may be in the name of a place.
pub(super) fn is_place_word(word: &str) -> bool {
    let word = without_region_brackets(word);
    let plain = word.trim_end_matches([',', '.', '،']);
    let capital = plain.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase());
    let is_clean = word
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, '.' | ',' | '-' | '/' | '\'' | '’' | '،') || is_mark(c));
    is_clean && (capital || PLACE_CONNECTORS.contains(plain) || plain == "/")
}

/// Removes the brackets around a region that is one word: `(Chile)`.
fn without_region_brackets(word: &str) -> &str {
    let inside = word.strip_prefix('(').and_then(|rest| rest.trim_end_matches(',').strip_suffix(')'));
    inside.unwrap_or(word)
}

/// Reports whether a character is a vowel sign or another mark on a letter.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{93a}'..='\u{94f}')
}

/// Reports whether a place is written in capitals.
pub(super) fn is_in_capitals(place: &str) -> bool {
    let letters = || place.chars().filter(|character| character.is_alphabetic());
    letters().count() >= 3 && letters().all(char::is_uppercase)
}
