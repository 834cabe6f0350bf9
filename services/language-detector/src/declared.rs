//! The language a publisher declares: a prior, not an order.

use crate::identify::{Candidate, Identified, Identifier};
use crate::tags::{self, KnownLanguage};

/// Below this confidence the publisher's word counts for more than the text's.
const LEAST_CONTRADICTING_CONFIDENCE: f64 = 0.8;

/// Up to this confidence the publisher decides between close relatives, such as Bosnian and Croatian.
const LEAST_CONFIDENCE_AMONG_RELATIVES: f64 = 0.98;

/// Confidence in a declared language that the text does not contradict. Feeds are often declared
/// wholesale, so it is moderate.
const CONFIDENCE_IN_DECLARATION: f64 = 0.7;

/// What became of a declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// None, ill-formed, or implausible: the text alone decides.
    Unheard,
    /// It says what the text says.
    Confirmed,
    /// It decides, and the text had named the language as a possibility.
    Preferred,
    /// It decides alone.
    Alone,
}

/// The declared language, where the value is well-formed and names a language of the table.
pub(crate) fn parse(declared: &str) -> Option<&'static KnownLanguage> {
    let mut subtags = declared.trim().split(['-', '_']);
    let primary = subtags.next()?;
    let is_subtag = |subtag: &str| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let is_primary =
        (2..=3).contains(&primary.len()) && primary.bytes().all(|byte| byte.is_ascii_alphabetic());
    (is_primary && subtags.all(is_subtag)).then(|| tags::by_subtag(primary)).flatten()
}

/// Weighs the declared language against what the text was found to be.
pub(crate) fn weigh(
    identifier: &Identifier,
    found: &mut Identified,
    declared: Option<&'static KnownLanguage>,
) -> Verdict {
    let (Some(language), Some(script)) = (declared, found.script) else { return Verdict::Unheard };
    let best = found.best();
    if best.is_some_and(|best| best.language == language) {
        confirm(found);
        return Verdict::Confirmed;
    }
    if !identifier.is_written_in(language, script) || !is_plausible(language, best, found.reliable) {
        return Verdict::Unheard;
    }
    let was_named = found.candidates.iter().any(|candidate| candidate.language == language);
    found.candidates.retain(|candidate| candidate.language != language);
    for other in &mut found.candidates {
        other.confidence *= 1.0 - CONFIDENCE_IN_DECLARATION;
    }
    found.candidates.insert(0, Candidate { language, confidence: CONFIDENCE_IN_DECLARATION });
    if was_named { Verdict::Preferred } else { Verdict::Alone }
}

/// Two witnesses agree: half the doubt is gone.
fn confirm(found: &mut Identified) {
    let mut candidates = found.candidates.iter_mut();
    if let Some(best) = candidates.next() {
        best.confidence = 1.0 - (1.0 - best.confidence) / 2.0;
    }
    for other in candidates {
        other.confidence /= 2.0;
    }
}

fn is_plausible(language: &KnownLanguage, best: Option<Candidate>, is_reliable: bool) -> bool {
    best.is_none_or(|best| {
        if tags::are_confusable(language, best.language) {
            best.confidence < LEAST_CONFIDENCE_AMONG_RELATIVES
        } else {
            !is_reliable && best.confidence < LEAST_CONTRADICTING_CONFIDENCE
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(declared: &str, expected: Option<&str>) {
        assert_eq!(parse(declared).map(|language| language.tag), expected, "declared {declared:?}");
    }

    #[test]
    fn a_declared_tag_is_read_in_its_usual_forms() {
        check("en-GB", Some("en"));
        check("EN", Some("en"));
        check("pt_BR", Some("pt"));
        check("zh-Hant-TW", Some("zh"));
        check("no", Some("nb"));
    }

    #[test]
    fn an_ill_formed_tag_is_not_heard() {
        for declared in ["", "english", "e", "en--GB", "en GB", "42", "ğü", "und", "x-private-tag-too-long"]
        {
            check(declared, None);
        }
    }
}
