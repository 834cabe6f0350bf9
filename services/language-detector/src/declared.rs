//! The language that a publisher declares. It is evidence, which the text may outweigh.

use crate::candidates::Candidate;
use crate::identify::{Identification, Identifier};
use crate::tags::{self, KnownLanguage};

/// Below this confidence in the text's language, the declaration decides.
const LEAST_CONTRADICTING_CONFIDENCE: f64 = 0.8;

/// Below this confidence the declaration decides between similar languages, such as Bosnian and Croatian.
const LEAST_CONFIDENCE_AMONG_RELATIVES: f64 = 0.98;

/// Confidence in a declared language that the text does not contradict.
///
/// It is moderate, because publishers often declare one language for a whole feed.
const CONFIDENCE_IN_DECLARATION: f64 = 0.7;

/// The effect of a declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Nothing was declared, or it was malformed or implausible. The text alone decides.
    Ignored,
    /// The declaration agrees with the text.
    Confirmed,
    /// The declaration decides, and the text had the language among its candidates.
    Preferred,
    /// The declaration decides, and nothing in the text supports it.
    Alone,
}

/// Returns the declared language, if the tag is well-formed and in the table of languages.
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

/// Weighs the declared language against the identification of the text, and changes the candidates
/// accordingly.
pub(crate) fn weigh(
    identifier: &Identifier,
    found: &mut Identification,
    declared: Option<&'static KnownLanguage>,
) -> Verdict {
    let (Some(language), Some(script)) = (declared, found.script) else { return Verdict::Ignored };
    let best = found.best();
    if best.is_some_and(|best| best.language == language) {
        confirm(found);
        return Verdict::Confirmed;
    }
    if !identifier.is_written_in(language, script) || !is_plausible(language, best, found.reliable) {
        return Verdict::Ignored;
    }
    let was_named = found.candidates.iter().any(|candidate| candidate.language == language);
    found.candidates.retain(|candidate| candidate.language != language);
    // The candidates of the text share the confidence that the declaration leaves.
    for other in &mut found.candidates {
        other.confidence *= 1.0 - CONFIDENCE_IN_DECLARATION;
    }
    found.candidates.insert(0, Candidate { language, confidence: CONFIDENCE_IN_DECLARATION });
    if was_named { Verdict::Preferred } else { Verdict::Alone }
}

/// Halves the doubt in the best candidate, because text and declaration agree.
fn confirm(found: &mut Identification) {
    let mut candidates = found.candidates.iter_mut();
    if let Some(best) = candidates.next() {
        best.confidence = 1.0 - (1.0 - best.confidence) / 2.0;
    }
    for other in candidates {
        other.confidence /= 2.0;
    }
}

/// Reports whether `language` may be right in spite of the best candidate of the text.
fn is_plausible(language: &KnownLanguage, best: Option<Candidate>, is_reliable: bool) -> bool {
    best.is_none_or(|best| {
        if tags::are_confusable(language, best.language) {
            // Between similar languages the publisher knows best, unless the text is nearly certain.
            best.confidence < LEAST_CONFIDENCE_AMONG_RELATIVES
        } else {
            // A feed may hold single articles in other languages, so a clear text wins.
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
    fn reads_a_tag_in_its_usual_forms() {
        check("en-GB", Some("en"));
        check("EN", Some("en"));
        check("pt_BR", Some("pt"));
        check("zh-Hant-TW", Some("zh"));
        check("no", Some("nb"));
    }

    #[test]
    fn ignores_a_malformed_tag() {
        for declared in ["", "english", "e", "en--GB", "en GB", "42", "ğü", "und", "x-private-tag-too-long"]
        {
            check(declared, None);
        }
    }
}
