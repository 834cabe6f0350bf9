//! The features of each sentence.
//!
//! The time is linear in the text. Forward centrality needs no matrix of sentences, because the sum of the
//! cosines with all later sentences is the product with the sum of their vectors.

use crate::lexicon::{Lexicon, Lexicons, Profile, profile};
use crate::quotations::{Quotation, quotations};
use crate::story::Story;
use crate::terms::{DenseVector, SentenceTerms, Term, Terms};
use crate::visible::visible;
use crate::weights::Weights;

/// The features of one sentence, each 0 to 1, under the names of [`Weights`].
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Features {
    position: f64,
    document: f64,
    forward: f64,
    headline: f64,
    entities: f64,
    keywords: f64,
    numbers: f64,
    cues: f64,
    quotation: f64,
    question: f64,
    fragment: f64,
    short: f64,
    long: f64,
    boilerplate: f64,
    pub(crate) orphan: bool,
    /// How the sentence stands to the quotations of the story.
    pub(crate) quoted: Quotation,
}

/// Most frequent terms that count for the feature `keywords`. A first round number, not tuned.
const FREQUENT_TERMS: usize = 10;

/// Words below which a sentence is short. The feature grows from 0 here to 1 for no words.
const SHORT: f64 = 10.0;

/// Words above which a sentence is long and hard to read out of its context.
const LONG: f64 = 35.0;

impl Features {
    /// Returns the sum of weight × feature.
    ///
    /// The deductions for redundancy and orphan openings are left out, because they depend on the other
    /// sentences.
    pub(crate) fn score(&self, weights: &Weights) -> f64 {
        weights.position * self.position
            + weights.document * self.document
            + weights.forward * self.forward
            + weights.headline * self.headline
            + weights.entities * self.entities
            + weights.keywords * self.keywords
            + weights.numbers * self.numbers
            + weights.cues * self.cues
            - weights.quotation * self.quotation
            - weights.question * self.question
            - weights.fragment * self.fragment
            - weights.short * self.short
            - weights.long * self.long
            - weights.boilerplate * self.boilerplate
    }
}

/// The quoted share from which a sentence is somebody's words rather than news.
const MOSTLY_QUOTED: f64 = 0.5;

impl Features {
    /// Reports whether the sentence is a statement of the story that a reader understands without its
    /// context.
    pub(crate) fn are_clear_alone(&self) -> bool {
        let flawed = self.question + self.fragment + self.boilerplate;
        !self.orphan && !self.quoted.is_torn && flawed <= 0.0 && self.quotation < MOSTLY_QUOTED
    }
}

impl Features {
    /// Reports whether the sentence tells something: it is no heading, caption or part of the page.
    pub(crate) fn are_told(&self) -> bool {
        self.fragment + self.boilerplate <= 0.0
    }

    /// Reports whether the sentence may be taken without its neighbours: it is told, and no part of a longer
    /// quotation, whose speaker would be missing.
    pub(crate) fn may_stand_alone(&self) -> bool {
        self.are_told() && !self.quoted.is_torn
    }
}

/// Computes the features of every sentence of a story.
pub(crate) fn features(story: &Story<'_>, terms: &Terms, lexicons: &Lexicons) -> Vec<Features> {
    let lexicon = lexicons.get(story.language);
    let profile = profile(story.language);
    let mut features: Vec<Features> = (0..)
        .zip(story.sentences.iter().zip(&terms.sentences))
        .map(|(rank, (span, sentence))| {
            let text = &*visible(span.of(story.body));
            Features {
                position: 1.0 / f64::from(rank + 1_u32).sqrt(),
                headline: sentence.vector.cosine(&terms.headline).into(),
                numbers: flag(sentence.has_number),
                cues: flag(lexicon.has_cue(text)),
                // A sentence without words is a row of marks between parts of the page.
                boilerplate: flag(sentence.words == 0 || lexicons.is_boilerplate(text)),
                quotation: quotation(text.trim(), profile),
                ..form(text, sentence, lexicon)
            }
        })
        .collect();
    for (features, quoted) in features.iter_mut().zip(quotations(story)) {
        features.quoted = quoted;
    }
    add_centrality(&mut features, terms);
    add_frequent_terms(&mut features, terms);
    add_names(&mut features, story);
    forgive_missing_marks(&mut features);
    features
}

fn flag(holds: bool) -> f64 {
    if holds { 1.0 } else { 0.0 }
}

/// Computes the features that depend on the sentence alone.
fn form(text: &str, sentence: &SentenceTerms, lexicon: &Lexicon) -> Features {
    let text = text.trim();
    let last =
        text.trim_end_matches(|c: char| text::is_closing_mark(c) || c.is_whitespace()).chars().next_back();
    Features {
        // `;` is the Greek question mark.
        question: flag(last.is_some_and(|last| matches!(last, '?' | '？' | '؟' | ';' | '⁇' | '⁈'))),
        fragment: flag(!last.is_some_and(text::is_sentence_terminal)),
        short: (1.0 - sentence.length / SHORT).max(0.0),
        long: (sentence.length / LONG - 1.0).clamp(0.0, 1.0),
        orphan: lexicon.opens_as_orphan(text),
        ..Features::default()
    }
}

/// Returns the share of a sentence that is quoted: all of it if it opens with a quotation.
fn quotation(text: &str, profile: &Profile) -> f64 {
    let dash = text.strip_prefix(text::is_dash).is_some_and(|rest| rest.starts_with(char::is_whitespace));
    if text.starts_with(text::is_quotation_mark) || dash && profile.opens_speech_with_dash {
        return 1.0;
    }
    // A fast path: in ASCII only the straight double mark opens a quotation.
    if text.bytes().all(|byte| byte.is_ascii() && byte != b'"') {
        return 0.0;
    }
    let mut marks = text.match_indices(|c: char| text::is_quotation_mark(c) && !text::is_apostrophe(c));
    let mut quoted = 0;
    while let Some((start, _)) = marks.next() {
        // An unclosed quotation goes on in the next sentence, so it counts to the end of this one.
        quoted += marks.next().map_or(text.len(), |(end, _)| end) - start;
    }
    quoted as f64 / text.len().max(1) as f64
}

/// Adds the cosine with the document and the mean cosine with all later sentences.
fn add_centrality(features: &mut [Features], terms: &Terms) {
    let mut later = DenseVector::zeros(terms.counts.len());
    for (following, (features, sentence)) in features.iter_mut().zip(&terms.sentences).rev().enumerate() {
        features.forward = f64::from(later.product(&sentence.vector)) / following.max(1) as f64;
        later.add(&sentence.vector);
    }
    let length = later.length().max(f32::MIN_POSITIVE);
    for (features, sentence) in features.iter_mut().zip(&terms.sentences) {
        features.document = (later.product(&sentence.vector) / length).into();
    }
    // Long articles have small means. Only the order within the article matters.
    let most = features.iter().map(|features| features.forward).fold(f64::MIN_POSITIVE, f64::max);
    for features in features {
        features.forward /= most;
    }
}

/// Adds the share of the most frequent terms that the sentence holds.
fn add_frequent_terms(features: &mut [Features], terms: &Terms) {
    let mut frequent: Vec<(u32, Term)> =
        (0..).zip(&terms.counts).map(|(term, count)| (*count, term)).collect();
    frequent.retain(|(count, _)| *count > 1);
    // If two counts are equal, the term that appears first is taken.
    frequent.sort_unstable_by_key(|&(count, term)| (std::cmp::Reverse(count), term));
    frequent.truncate(FREQUENT_TERMS);
    let total: u32 = frequent.iter().map(|(count, _)| count).sum();
    for (features, sentence) in features.iter_mut().zip(&terms.sentences) {
        let entries = sentence.vector.entries();
        let held = |term: Term| entries.binary_search_by_key(&term, |(held, _)| *held).is_ok();
        let covered: u32 = frequent.iter().filter(|(_, term)| held(*term)).map(|(count, _)| count).sum();
        features.keywords = f64::from(covered) / f64::from(total.max(1));
    }
}

/// Adds the share of the names' salience that the sentence mentions, each name once.
fn add_names(features: &mut [Features], story: &Story<'_>) {
    let total: f64 = story.names.iter().sum();
    if total <= 0.0 {
        return;
    }
    let mut last_seen: Vec<Option<usize>> = vec![None; story.names.len()];
    for mention in &story.mentions {
        let sentence = story.sentences.partition_point(|span| span.end <= mention.span.start);
        let inside = story.sentences.get(sentence).is_some_and(|span| span.contains(mention.span));
        let (Some(salience), Some(last)) = (story.names.get(mention.name), last_seen.get_mut(mention.name))
        else {
            continue;
        };
        // A name counts once in a sentence, however often it is mentioned.
        if inside && *last != Some(sentence) {
            *last = Some(sentence);
            if let Some(features) = features.get_mut(sentence) {
                features.entities += salience / total;
            }
        }
    }
}

/// Clears the feature `fragment` if most sentences have no final mark, as in Thai.
fn forgive_missing_marks(features: &mut [Features]) {
    let without = features.iter().filter(|features| features.fragment > 0.0).count();
    if 2 * without > features.len() {
        for features in features {
            features.fragment = 0.0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(language: &str, sentence: &str, expected: f64) {
        let share = quotation(sentence, profile(language));
        assert!((share - expected).abs() < 0.05, "{sentence:?} is quoted to {share}");
    }

    #[test]
    fn a_sentence_that_opens_with_a_quotation_is_quoted() {
        check("en", "“We will not leave,” she said.", 1.0);
        check("el", "«Ήταν σαν χθες», δήλωσε η διευθύντρια.", 1.0);
        check("sv", "– Vi lämnar inte staden, säger hon.", 1.0);
    }

    #[test]
    fn of_other_sentences_the_quoted_share_counts() {
        check("en", "She said: \"We will stay.\"", 0.6);
        check("en", "The mayor's office didn't answer.", 0.0);
        check("en", "— The town stays open.", 0.0);
    }
}
