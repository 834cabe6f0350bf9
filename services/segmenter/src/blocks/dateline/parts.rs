//! Place, date and source out of the words before a dateline's dash.

use text::Span;

use super::{Dateline, agencies, dates};

/// Most words of a place: "Washington, D.C." and another city.
const MOST_PLACE_WORDS: usize = 7;

/// Most words of a source in brackets.
const MOST_SOURCE_WORDS: usize = 7;

/// Small words inside the names of places.
#[rustfmt::skip] // Rows of words, not one word a line.
const PLACE_CONNECTORS: &[&str] = &[
    "de", "del", "la", "las", "los", "el", "le", "les", "da", "do", "dos", "di", "am", "an", "der", "den", "and", "y", "et",
    "und", "e", "и", "sur", "of", "на", "upon",
];

/// Labels in capitals that a dash or colon follows and that are no places.
#[rustfmt::skip] // Rows of words, not one word a line.
const LABELS: &[&str] = &[
    "THE", "A", "AN", "THIS", "EXCLUSIVE", "BREAKING", "UPDATE", "UPDATED", "WATCH", "LIVE", "VIDEO", "ANALYSIS", "OPINION",
    "COMMENT", "EDITORIAL", "FACTBOX", "EXPLAINER", "NOTE", "Q", "CORRECTION", "CORRECTED", "WRAPUP", "INTERVIEW",
    "FEATURE", "PHOTOS", "SUMMARY", "EILMELDUNG", "KOMMENTAR", "ANALYSE", "URGENT", "DIRECT", "EXCLUSIF", "VIDÉO", "ENTRETIEN",
    "ÚLTIMA", "EXCLUSIVA", "ANÁLISIS", "OPINIÓN", "URGENTE", "EXCLUSIVO", "ANÁLISE", "ESCLUSIVA", "ANALISI", "СРОЧНО",
    "МНЕНИЕ", "ВИДЕО",
];

/// Labels that also open the names of places where a date or a source says so: "THE HAGUE", "A CORUÑA".
const ARTICLES: [&str; 2] = ["THE", "A"];

/// The parts of `head`, or `None` where it holds anything else.
pub(super) fn read(head: &str) -> Option<Dateline> {
    let (rest, mut source) = match bracketed_source(head) {
        Some((before, source, after)) if before.of(head).trim().is_empty() => (after, Some(source)),
        Some((before, source, after)) => {
            // What stands behind the brackets can only be a date: "PARIS (AFP), 3 mai -".
            let tail = trimmed(head, after);
            if !tail.of(head).split_whitespace().all(dates::is_in_date) {
                return None;
            }
            let date = (!tail.is_empty()).then_some(tail);
            let parts = place_and_date(head, before, true)?;
            // "RENO (June 4, 2026) –": the brackets may hold the date instead.
            return Some(if source.of(head).split_whitespace().all(dates::is_in_date) {
                Dateline { date: Some(source), ..parts }
            } else {
                Dateline { source: Some(source), date: date.or(parts.date), ..parts }
            });
        }
        None => (Span::whole(head), None),
    };
    let mut rest = trimmed(head, rest);
    if source.is_none()
        && let Some(agency) = leading_agency(head, rest)
    {
        source = Some(agency);
        rest = trimmed(head, Span::new(agency.end, rest.end));
    }
    if source.is_none()
        && let Some(agency) = last_agency(head, rest)
    {
        source = Some(agency);
        rest = trimmed(head, Span::new(rest.start, agency.start));
    }
    if rest.is_empty() {
        return source.map(|source| Dateline { source: Some(source), ..Dateline::default() });
    }
    place_and_date(head, rest, source.is_some()).map(|parts| Dateline { source, ..parts })
}

/// A stretch without white space, commas, dashes and last stops at its ends.
fn trimmed(head: &str, span: Span) -> Span {
    let inside = span.of(head);
    let is_edge = |c: char| c.is_whitespace() || text::is_dash(c) || matches!(c, ',' | '،');
    let start = span.start + (inside.len() - inside.trim_start_matches(is_edge).len());
    Span::new(start, start + inside.trim_matches(is_edge).len())
}

/// The source in brackets or between slashes, with what stands before and behind it.
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

/// The bracket before the source: the last, for a region may stand in one: "Valparaíso (Chile), 8 may (EFE)".
fn source_bracket(head: &str) -> Option<usize> {
    let last = head.rfind(['(', '（'])?;
    let leads = head.starts_with(['(', '（']);
    if leads { Some(0) } else { Some(last) }
}

/// A name in capitals or an agency's; "(based in Paris)" is neither.
fn is_source(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().take(MOST_SOURCE_WORDS + 1).collect();
    let is_name = |word: &&str| !word.starts_with(char::is_lowercase) || PLACE_CONNECTORS.contains(word);
    let is_year = name.chars().all(char::is_numeric);
    agencies::is_agency(name)
        || (!words.is_empty() && words.len() <= MOST_SOURCE_WORDS && words.iter().all(is_name) && !is_year)
}

/// An agency without brackets before the place: "Reuters LONDON, May 3".
fn leading_agency(head: &str, rest: Span) -> Option<Span> {
    let word = rest.of(head).split_whitespace().next()?;
    let agency = Span::new(rest.start, rest.start + word.trim_end_matches(',').len());
    (word.len() > 1 && agencies::is_agency(agency.of(head)) && agency.end < rest.end).then_some(agency)
}

/// An agency without brackets behind the date: "Киев. 3 мая. ИНТЕРФАКС -".
fn last_agency(head: &str, rest: Span) -> Option<Span> {
    let word = rest.of(head).split_whitespace().next_back()?;
    let agency = Span::new(rest.end - word.len(), rest.end);
    (!word.starts_with(char::is_lowercase) && agencies::is_agency(word) && agency.start > rest.start)
        .then_some(agency)
}

/// Words before the first word of a date are the place.
fn place_and_date(head: &str, span: Span, has_source: bool) -> Option<Dateline> {
    let span = trimmed(head, span);
    // Of most texts the second word says that they are none.
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
    let part = |part: Span| without_last_stop(head, trimmed(head, part));
    Some(Dateline { place: Some(part(place)), date: date.map(part), source: None })
}

/// The words of a stretch, where they stand.
fn words(head: &str, span: Span) -> Vec<Span> {
    text::pieces(span.of(head)).map(|word| word.shifted(span.start)).collect()
}

/// `Madrid.` before a dash or a date: the stop belongs to neither; `D.C.` and `Mass.` keep theirs.
fn without_last_stop(head: &str, span: Span) -> Span {
    let inside = span.of(head);
    let is_alone = inside.ends_with('.') && !inside.trim_end_matches('.').contains(['.', ',']);
    if is_alone { Span::new(span.start, span.end - 1) } else { span }
}

fn is_place(words: &[&str], is_certain: bool) -> bool {
    let first = words.first().map_or("", |word| word.trim_end_matches([',', '.', ':']));
    let is_label = LABELS.contains(&first) && !(is_certain && words.len() > 1 && ARTICLES.contains(&first));
    !words.is_empty()
        && words.len() <= MOST_PLACE_WORDS
        && !is_label
        && words.iter().any(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 2)
        && words.iter().all(|word| is_place_word(word))
        && words.first().is_some_and(|word| !word.starts_with(char::is_lowercase))
}

fn is_place_word(word: &str) -> bool {
    let word = without_brackets(word);
    let plain = word.trim_end_matches([',', '.', '،']);
    let capital = plain.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase());
    let is_clean = word
        .chars()
        .all(|c| c.is_alphabetic() || matches!(c, '.' | ',' | '-' | '/' | '\'' | '’' | '،') || is_mark(c));
    is_clean && (capital || PLACE_CONNECTORS.contains(&plain) || plain == "/")
}

/// `(Chile)`, a region in brackets of its own, as one word.
fn without_brackets(word: &str) -> &str {
    let inside = word.strip_prefix('(').and_then(|rest| rest.trim_end_matches(',').strip_suffix(')'));
    inside.unwrap_or(word)
}

/// A vowel sign or other mark on a letter.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' | '\u{93a}'..='\u{94f}')
}
