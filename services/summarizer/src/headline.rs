//! A sentence that can replace a missing headline.

use crate::features::Features;
use crate::terms::SentenceTerms;
use crate::weights::Weights;

/// The length of such a sentence, in words of a script with spaces.
///
/// Chosen by hand: headlines of news have six to twelve words, and a sentence needs more function words.
const WORDS: std::ops::RangeInclusive<f64> = 4.0..=18.0;

/// Returns the index of the best short sentence that is clear without its context.
pub(crate) fn suggest(
    sentences: &[SentenceTerms],
    features: &[Features],
    weights: &Weights,
) -> Option<usize> {
    // Shortness is a flaw of an extract and a virtue of a headline.
    let weights = Weights { short: 0.0, ..*weights };
    let candidates =
        sentences.iter().zip(features).enumerate().filter(|(_, (sentence, features))| {
            WORDS.contains(&sentence.length) && features.are_clear_alone()
        });
    let scored = candidates.map(|(number, (_, features))| (number, features.score(&weights)));
    // If two scores are equal, the earlier sentence wins.
    scored.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(number, _)| number)
}
