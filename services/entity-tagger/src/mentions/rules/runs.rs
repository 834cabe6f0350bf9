//! Runs of capitalized words, with the small words and marks that a name may have inside.

use std::ops::Range;

use text::{Shape, is_apostrophe};

use super::context::RuleContext;
use super::pieces;
use crate::document::Sentence;
use crate::gazetteer::{Classes, EntryKind};
use crate::languages::common;
use crate::mentions::model::ScoredSpan;

/// Tokens of the longest run. It bounds the work on a text in capitals, and no name is longer.
const LONGEST: usize = 24;

/// Finds runs and cuts them into names.
pub(super) fn find(context: &RuleContext<'_>, sentence: &Sentence, spans: &mut Vec<ScoredSpan>) {
    let mut index = sentence.tokens.start;
    while index < sentence.tokens.end {
        if !starts_run(context, index) {
            index += 1;
            continue;
        }
        let end = extend(context, index, sentence.tokens.end.min(index + LONGEST));
        pieces::cut(context, index..end, spans);
        index = end;
    }
}

/// Reports whether a name may begin with this token: a capital, or an entry that begins in lower case.
fn starts_run(context: &RuleContext<'_>, index: usize) -> bool {
    if context.hits.at(index).is_some() {
        return context.document.token(index).is_some_and(|token| token.shape != Shape::Caseless);
    }
    is_name_word(context, index)
}

/// Reports whether a capitalized word may belong to a name.
fn is_name_word(context: &RuleContext<'_>, index: usize) -> bool {
    let classes = context.document.classes(index);
    if !context.is_capital(index) || never_names(context, index) {
        return false;
    }
    // "Theresa May", but not "May".
    let after_given =
        index > 0 && context.is_capital(index - 1) && context.document.classes(index - 1).any(Classes::GIVEN);
    // "Jan Novák", but not "jan 2026".
    let before_surname = classes.any(Classes::GIVEN)
        && context.is_capital(index + 1)
        && !context.document.classes(index + 1).any(Classes::COMMON | Classes::CALENDAR);
    !classes.any(Classes::CALENDAR) || after_given || before_surname
}

/// Reports whether a word with a capital never belongs to a name.
fn never_names(context: &RuleContext<'_>, index: usize) -> bool {
    let text = context.document.text(index);
    let first_lower = text.starts_with(char::is_lowercase);
    // "XIIe siècle", "π.Χ.", the "No." of a house number, and "Caf&eacute;", which a feed left in the text.
    let ordinal = text.trim_end_matches(['e', 'r']).chars().all(|letter| "IVXLC".contains(letter));
    let numbered = text == "No" && context.document.text(index + 1) == ".";
    let broken = context.document.text(index + 1) == "&"
        && !context.is_spaced(index + 1)
        && context.document.text(index + 3) == ";"
        && !context.is_spaced(index + 3);
    text == "I"
        || is_counted(context, index)
        || (ordinal && text.ends_with(['e', 'r']))
        || (first_lower && text.contains('.'))
        || numbered
        || broken
}

/// Reports whether a capital is a unit after its number: "753만 TEU".
fn is_counted(context: &RuleContext<'_>, index: usize) -> bool {
    let count = index.checked_sub(1).map_or("", |before| context.document.text(before));
    let number = count.ends_with(common::NUMBER_ENDINGS);
    let digits = count.ends_with(|character: char| character.is_ascii_digit());
    number || (digits && context.profile.writes_units_in_latin)
}

/// Returns the end of the run that begins at `start`.
fn extend(context: &RuleContext<'_>, start: usize, limit: usize) -> usize {
    let mut end = context.hits.at(start).map_or(start + 1, |hit| hit.end);
    while end < limit {
        match next_end(context, start..end, limit) {
            Some(next) if next > end => end = next,
            _ => break,
        }
    }
    end.min(limit.max(start + 1))
}

/// Returns where the run ends with its next word, if one joins it.
fn next_end(context: &RuleContext<'_>, run: Range<usize>, limit: usize) -> Option<usize> {
    let next = run.end;
    let classes = context.document.classes(next);
    let end = if context.is_spaced(next) {
        if starts_run(context, next) && !(classes.any(Classes::DETERMINER) && context.hits.at(next).is_none())
        {
            Some(context.hits.at(next).map_or(next + 1, |hit| hit.end))
        } else if classes.any(Classes::PARTICLE) && joins_by_particle(context, &run) {
            after_particles(context, &run)
        } else if classes.any(Classes::ORG_PARTICLE) {
            after_of(context, &run)
        } else if classes.any(Classes::JOINS_ORG) {
            after_and(context, &run)
        } else {
            None
        }
    } else {
        after_joint(context, &run)
    };
    end.filter(|end| *end <= limit)
}

/// Returns the end after "van der", "de la" or "al-" and a capital.
fn after_particles(context: &RuleContext<'_>, run: &Range<usize>) -> Option<usize> {
    let first = run.end;
    let mut index = first + 1;
    // In "Reino Unido e dos Países Baixos" the conjunction is between two names, because it is between
    // places or before an article. In "Instituto dos Vinhos do Douro e do Porto" it is inside one.
    let governed = run.clone().any(|word| context.document.classes(word).any(Classes::ORG_FIRST));
    let conjunction = context.document.classes(first).any(Classes::JOINS_ORG) && !governed;
    if conjunction
        && (!context.is_capital(index) || context.hits.at(index).is_some() || context.ends_place(first))
    {
        return None;
    }
    if context.document.classes(index).any(Classes::PARTICLE) && !context.is_capital(index) {
        index += 1;
    }
    if context.document.text(index) == "-" && !context.is_spaced(index) {
        index += 1;
    }
    (context.is_capital(index)
        && context.document.token(first)?.sentence == context.document.token(index)?.sentence)
        .then_some(index + 1)
}

/// Reports whether a particle may join the run. In Romance languages "de" also joins whatever depends on a
/// noun, so the run must look like a name.
fn joins_by_particle(context: &RuleContext<'_>, run: &Range<usize>) -> bool {
    let head = context.document.classes(run.start);
    let last = context.document.classes(run.end.saturating_sub(1));
    // "presidente de Chile": what follows a title alone is not its name.
    if head.any(Classes::TITLE) && run.len() == 1 {
        return false;
    }
    let names = Classes::GIVEN | Classes::SURNAME;
    let heads = Classes::ORG_FIRST | Classes::ORG_HEAD | Classes::LOC_FIRST;
    // "A.J. de Boer".
    let text = context.document.text(run.end.saturating_sub(1));
    let initials = text.ends_with('.') && text.split('.').all(|initial| initial.chars().count() <= 1);
    last.any(names | Classes::ORG_FIRST) || head.any(names | heads) || initials
}

/// Returns the end after "University of" or "Ministry of the" and a capital.
fn after_of(context: &RuleContext<'_>, run: &Range<usize>) -> Option<usize> {
    let heads = Classes::ORG_FIRST | Classes::ORG_HEAD | Classes::LOC_FIRST | Classes::MISC_LAST;
    let last = run.end.checked_sub(1)?;
    if context.document.classes(last).any(Classes::TITLE) || !context.document.classes(last).any(heads) {
        return None;
    }
    let mut index = run.end + 1;
    if context.document.classes(index).any(Classes::DETERMINER) {
        index += 1;
    }
    let same = context.document.token(run.end)?.sentence == context.document.token(index)?.sentence;
    (same && is_name_word(context, index)).then(|| context.hits.at(index).map_or(index + 1, |hit| hit.end))
}

/// Returns the end after "&" and a capital, or after "and" inside "Ministry of Trade and Industry".
fn after_and(context: &RuleContext<'_>, run: &Range<usize>) -> Option<usize> {
    let index = run.end + 1;
    if !is_name_word(context, index)
        || context.document.token(run.end)?.sentence != context.document.token(index)?.sentence
    {
        return None;
    }
    // "Ministry of Trade and Industry" has an "of" before the conjunction; two names joined by "and" have
    // none.
    let has_of = run.clone().any(|token| context.document.classes(token).any(Classes::ORG_PARTICLE));
    let is_name = context.hits.at(index).is_some() || context.document.classes(index).any(Classes::GIVEN);
    let heads = context.document.classes(run.start).any(Classes::ORG_FIRST | Classes::ORG_HEAD);
    (context.document.text(run.end) == "&" || (has_of && heads && !is_name)).then_some(index + 1)
}

/// Returns the end after what joins without a space: a hyphen, or a possessive inside an organisation's name.
fn after_joint(context: &RuleContext<'_>, run: &Range<usize>) -> Option<usize> {
    let (mark, next) = (context.document.text(run.end), run.end + 1);
    if mark == "-" && !context.is_spaced(next) {
        // "Norway-based", "US-Cuban": after a place or nationality the hyphen divides.
        let before = context.hits.at(run.end.checked_sub(1)?);
        let place = |kind: EntryKind| kind.is_place() || kind == EntryKind::Nationality;
        if before.is_some_and(|hit| place(hit.entry.kind)) {
            return None;
        }
        return (context.is_capital(next) || is_given_syllable(context, run, next)).then_some(next + 1);
    }
    let possessive = mark.chars().next().is_some_and(is_apostrophe);
    if !possessive || !context.is_capital(next) || !context.is_spaced(next) && mark.len() > 1 {
        return None;
    }
    let owner = context.document.classes(run.end.checked_sub(1)?);
    let mut end = next + 1;
    // Six more words are the longest rest of such a name.
    while context.is_capital(end) && context.is_spaced(end) && end < run.end + 6 {
        end += 1;
    }
    let head = context.document.classes(end - 1).any(Classes::ORG_HEAD);
    // The owner is part of the name in "the Seafarers' Union", but not in "Kenya's Ministry".
    let plural = mark.chars().count() == 1 && context.hits.at(run.end - 1).is_none();
    (head && (plural || owner.any(Classes::COMMON | Classes::ROLE))).then_some(end)
}

/// Reports whether a token is the second syllable of "Jong-un": in lower case, after a family name that comes
/// first.
fn is_given_syllable(context: &RuleContext<'_>, run: &Range<usize>, index: usize) -> bool {
    let family = run.end.checked_sub(2).filter(|family| *family >= run.start);
    family.is_some_and(|family| context.document.classes(family).any(Classes::FAMILY_FIRST))
        && context
            .document
            .token(index)
            // No syllable of Korean or Chinese is longer in Latin letters.
            .is_some_and(|token| token.shape == Shape::Lower && token.span.len() <= 7)
}
