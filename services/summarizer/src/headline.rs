//! A line to stand in for a missing headline.

use crate::Weights;
use crate::features::Features;
use crate::terms::SentenceTerms;

/// Fewest and most words, in words of a script with spaces. By hand: headlines of news have six to twelve, and
/// sentences say the same with more small words.
const WORDS: std::ops::RangeInclusive<f64> = 4.0..=18.0;

/// The number of the best short sentence that is clear by itself, if there is one.
pub(crate) fn suggest(
    sentences: &[SentenceTerms],
    features: &[Features],
    weights: &Weights,
) -> Option<usize> {
    // A headline is meant to be short.
    let weights = Weights { short: 0.0, ..*weights };
    let candidates =
        sentences.iter().zip(features).enumerate().filter(|(_, (sentence, features))| {
            WORDS.contains(&sentence.length) && features.are_clear_alone()
        });
    let scored = candidates.map(|(number, (_, features))| (number, features.score(&weights)));
    // Ties go to the earlier sentence.
    scored.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(number, _)| number)
}
