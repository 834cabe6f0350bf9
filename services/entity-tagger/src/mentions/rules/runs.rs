//! Runs of capitalised words, with the small words and marks that may stand inside a name.

use std::ops::Range;

use text::{Shape, is_apostrophe};

use super::{View, pieces};
use crate::document::Sentence;
use crate::gazetteer::{Classes, EntryKind};
use crate::mentions::ScoredSpan;

/// No name has more tokens; bounds the work on a text that is all capitals.
const LONGEST: usize = 24;

pub(super) fn find(view: &View<'_>, sentence: &Sentence, spans: &mut Vec<ScoredSpan>) {
    let mut index = sentence.tokens.start;
    while index < sentence.tokens.end {
        if !starts_run(view, index) {
            index += 1;
            continue;
        }
        let end = extend(view, index, sentence.tokens.end.min(index + LONGEST));
        pieces::cut(view, index..end, spans);
        index = end;
    }
}

/// Whether a name may begin with this token: a capital, or an entry that begins in lower case.
fn starts_run(view: &View<'_>, index: usize) -> bool {
    if view.hits.at(index).is_some() {
        return view.document.token(index).is_some_and(|token| token.shape != Shape::Caseless);
    }
    is_name_word(view, index)
}

/// A capitalised word that may be part of a name by itself.
fn is_name_word(view: &View<'_>, index: usize) -> bool {
    let classes = view.document.classes(index);
    if !view.is_capital(index) || is_no_name(view, index) {
        return false;
    }
    // "Theresa May", but not "May".
    let after_given =
        index > 0 && view.is_capital(index - 1) && view.document.classes(index - 1).any(Classes::GIVEN);
    !classes.any(Classes::CALENDAR) || after_given
}

/// Capitals that are no names whatever stands around them.
fn is_no_name(view: &View<'_>, index: usize) -> bool {
    let text = view.document.text(index);
    let first_lower = text.starts_with(char::is_lowercase);
    // "XIIe siècle", "π.Χ.", the "No." of a house number, "Caf&eacute;".
    let ordinal = text.trim_end_matches(['e', 'r']).chars().all(|letter| "IVXLC".contains(letter));
    let numbered = text == "No" && view.document.text(index + 1) == ".";
    let broken = view.document.text(index + 1) == "&"
        && !view.is_spaced(index + 1)
        && view.document.text(index + 3) == ";"
        && !view.is_spaced(index + 3);
    text == "I"
        || is_counted(view, index)
        || (ordinal && text.ends_with(['e', 'r']))
        || (first_lower && text.contains('.'))
        || numbered
        || broken
}

/// "753만 TEU": a unit behind its number, in scripts that set names apart by other means.
fn is_counted(view: &View<'_>, index: usize) -> bool {
    let count = index.checked_sub(1).map_or("", |before| view.document.text(before));
    let number = count.ends_with(['만', '억', '천', '万', '億']);
    let digits = count.ends_with(|character: char| character.is_ascii_digit());
    number || (digits && matches!(view.document.language, "ko" | "ja" | "zh"))
}

fn extend(view: &View<'_>, start: usize, limit: usize) -> usize {
    let mut end = view.hits.at(start).map_or(start + 1, |hit| hit.end);
    while end < limit {
        match next_part(view, start..end, limit) {
            Some(next) if next > end => end = next,
            _ => break,
        }
    }
    end.min(limit.max(start + 1))
}

/// Where the run ends once its next part is taken in, if there is one.
fn next_part(view: &View<'_>, run: Range<usize>, limit: usize) -> Option<usize> {
    let next = run.end;
    let classes = view.document.classes(next);
    let part = if view.is_spaced(next) {
        if starts_run(view, next) && !(classes.any(Classes::DETERMINER) && view.hits.at(next).is_none()) {
            Some(view.hits.at(next).map_or(next + 1, |hit| hit.end))
        } else if classes.any(Classes::PARTICLE) && joins_by_particle(view, &run) {
            after_particles(view, &run)
        } else if classes.any(Classes::ORG_PARTICLE) {
            after_of(view, &run)
        } else if classes.any(Classes::JOINS_ORG) {
            after_and(view, &run)
        } else {
            None
        }
    } else {
        after_joint(view, &run)
    };
    part.filter(|end| *end <= limit)
}

/// "van der", "de la", "al-" and the capital behind.
fn after_particles(view: &View<'_>, run: &Range<usize>) -> Option<usize> {
    let first = run.end;
    let mut index = first + 1;
    // "Reino Unido e dos Países Baixos": "and" between places, or in front of an article, joins two names.
    // Inside "Instituto dos Vinhos do Douro e do Porto" it does not.
    let governed = run.clone().any(|word| view.document.classes(word).any(Classes::ORG_FIRST));
    let conjunction = view.document.classes(first).any(Classes::JOINS_ORG) && !governed;
    if conjunction && (!view.is_capital(index) || view.hits.at(index).is_some() || view.ends_place(first)) {
        return None;
    }
    if view.document.classes(index).any(Classes::PARTICLE) && !view.is_capital(index) {
        index += 1;
    }
    if view.document.text(index) == "-" && !view.is_spaced(index) {
        index += 1;
    }
    (view.is_capital(index) && view.document.token(first)?.sentence == view.document.token(index)?.sentence)
        .then_some(index + 1)
}

/// In Romance languages "de" also joins whatever depends on a noun: only names let it in.
fn joins_by_particle(view: &View<'_>, run: &Range<usize>) -> bool {
    let head = view.document.classes(run.start);
    let last = view.document.classes(run.end.saturating_sub(1));
    if head.any(Classes::TITLE) && run.len() == 1 {
        return false;
    }
    let names = Classes::GIVEN | Classes::SURNAME;
    let heads = Classes::ORG_FIRST | Classes::ORG_HEAD | Classes::LOC_FIRST;
    // "A.J. de Boer".
    let text = view.document.text(run.end.saturating_sub(1));
    let initials = text.ends_with('.') && text.split('.').all(|part| part.chars().count() <= 1);
    last.any(names | Classes::ORG_FIRST) || head.any(names | heads) || initials
}

/// "University of", "Ministry of the" and the capital behind.
fn after_of(view: &View<'_>, run: &Range<usize>) -> Option<usize> {
    let heads = Classes::ORG_FIRST | Classes::ORG_HEAD | Classes::LOC_FIRST | Classes::MISC_LAST;
    let last = run.end.checked_sub(1)?;
    if view.document.classes(last).any(Classes::TITLE) || !view.document.classes(last).any(heads) {
        return None;
    }
    let mut index = run.end + 1;
    if view.document.classes(index).any(Classes::DETERMINER) {
        index += 1;
    }
    let same = view.document.token(run.end)?.sentence == view.document.token(index)?.sentence;
    (same && is_name_word(view, index)).then(|| view.hits.at(index).map_or(index + 1, |hit| hit.end))
}

/// "&" joins always; "and" inside "Ministry of Trade and Industry".
fn after_and(view: &View<'_>, run: &Range<usize>) -> Option<usize> {
    let index = run.end + 1;
    if !is_name_word(view, index)
        || view.document.token(run.end)?.sentence != view.document.token(index)?.sentence
    {
        return None;
    }
    let has_of = run.clone().any(|token| view.document.classes(token).any(Classes::ORG_PARTICLE));
    let is_name = view.hits.at(index).is_some() || view.document.classes(index).any(Classes::GIVEN);
    let heads = view.document.classes(run.start).any(Classes::ORG_FIRST | Classes::ORG_HEAD);
    (view.document.text(run.end) == "&" || (has_of && heads && !is_name)).then_some(index + 1)
}

/// What is joined without a space: hyphenated names, and a possessive inside an organisation's name.
fn after_joint(view: &View<'_>, run: &Range<usize>) -> Option<usize> {
    let (mark, next) = (view.document.text(run.end), run.end + 1);
    if mark == "-" && !view.is_spaced(next) {
        let before = view.hits.at(run.end.checked_sub(1)?);
        let place = |kind: EntryKind| kind.is_place() || kind == EntryKind::Nationality;
        if before.is_some_and(|hit| place(hit.entry.kind)) {
            return None;
        }
        return (view.is_capital(next) || is_given_syllable(view, run, next)).then_some(next + 1);
    }
    let possessive = mark.chars().next().is_some_and(is_apostrophe);
    if !possessive || !view.is_capital(next) || !view.is_spaced(next) && mark.len() > 1 {
        return None;
    }
    let owner = view.document.classes(run.end.checked_sub(1)?);
    let mut end = next + 1;
    while view.is_capital(end) && view.is_spaced(end) && end < run.end + 6 {
        end += 1;
    }
    let head = view.document.classes(end - 1).any(Classes::ORG_HEAD);
    // "the Seafarers' Union": a plural owner is part of the name, "Kenya's Ministry" is not.
    let plural = mark.chars().count() == 1 && view.hits.at(run.end - 1).is_none();
    (head && (plural || owner.any(Classes::COMMON | Classes::ROLE))).then_some(end)
}

/// The second half of "Jong-un": in lower case, behind a family name written first.
fn is_given_syllable(view: &View<'_>, run: &Range<usize>, index: usize) -> bool {
    let family = run.end.checked_sub(2).filter(|family| *family >= run.start);
    family.is_some_and(|family| view.document.classes(family).any(Classes::FAMILY_FIRST))
        && view
            .document
            .token(index)
            .is_some_and(|token| token.shape == Shape::Lower && token.span.len() <= 7)
}
