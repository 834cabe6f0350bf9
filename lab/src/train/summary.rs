//! Tunes the summarizer's weights on the ROUGE of whole summaries.
//!
//! Regression on single sentences would learn to pick long ones. Each article is read once. After that,
//! choosing sentences is cheap, and the score of every chosen set is kept.

use std::{cell::RefCell, collections::HashMap, fmt::Write as _, fs, path::Path};

use anyhow::Context as _;
use messages::{ArticleText, Field};
use summarizer::{Budget, Extraction, Weights};

use crate::{
    corpus::{
        Corpora,
        summaries::{Half, SummarizedText},
    },
    metrics::rouge::{self, Stemming, Words},
    pipeline::Pipeline,
    progress::Progress,
    random::Draws,
    train::digest::sha256,
};

/// The file that the weights are compiled from, relative to the project's root.
const MODEL: &str = "services/summarizer/model/weights.rs";

/// The articles. Only the tuning half is used.
const CORPUS: &str = "summary/cnndm_val_dev.jsonl";

/// The weights to tune. The weight of the position is the unit of the others. The rest keep the values set by
/// hand, because ROUGE does not measure their effect or, for headlines, the articles have none.
const TUNED: [&str; 10] = [
    "document",
    "forward",
    "entities",
    "keywords",
    "numbers",
    "cues",
    "redundancy",
    "quotation",
    "short",
    "long",
];

/// The lengths to tune for, with their weights. F1 against short references rewards short sentences. The
/// limits in words keep the search from choosing ever shorter ones.
const GOALS: [(Budget, f64); 3] =
    [(Budget::Sentences(3), 0.5), (Budget::Words(60), 0.25), (Budget::Words(100), 0.25)];

/// Number of resamples of the articles to climb on. A last climb on all articles starts from the average of
/// the results. The goal has many local maxima, and a single climb would end on one that is due to chance in
/// these few articles.
const RESAMPLES: u64 = 8;

/// Step sizes. Each is tried on every weight in turn.
const STEPS: [f64; 4] = [0.2, 0.1, 0.1, 0.05];

/// Penalty on the squared distance of a weight from the start of a climb: a change by 0.1 must gain 0.01
/// points of ROUGE, a change by 0.5 must gain 0.25.
const DISTANCE: f64 = 0.01;

/// Tunes the weights, writes the model file and prints the result.
pub fn run(corpora: &Corpora) -> anyhow::Result<()> {
    let examples = examples(corpora)?;
    let all: Vec<&Example> = examples.iter().collect();
    let start = Weights::neutral();
    let progress = Progress::new("resamples", RESAMPLES as usize);
    let mut sums = [0.0; TUNED.len()];
    for seed in 1..=RESAMPLES {
        let found = climb(&resample(&examples, seed), start);
        for (sum, name) in sums.iter_mut().zip(TUNED) {
            *sum += value(&found, name);
        }
        progress.step();
    }
    let mut average = start;
    for (sum, name) in sums.into_iter().zip(TUNED) {
        set(&mut average, name, sum / RESAMPLES as f64);
    }
    let mut tuned = climb(&all, average);
    for name in TUNED {
        let rounded = (value(&tuned, name) * 100.0).round() / 100.0;
        set(&mut tuned, name, rounded);
    }
    let file = model_file(&tuned, examples.len());
    fs::write(Path::new(MODEL), &file)
        .with_context(|| format!("cannot write `{MODEL}`: run from the project's root"))?;
    let (before, after) = (100.0 * goal(&all, &start), 100.0 * goal(&all, &tuned));
    let sha256 = sha256(file.as_bytes());
    lab_report::print(&format!(
        "{MODEL}: tuned on {} articles of {CORPUS}\ngoal {before:.2} by hand, {after:.2} tuned\nsha256 {sha256}\n",
        examples.len()
    ))
}

/// An article of the tuning half.
struct Example {
    extraction: Extraction,
    /// Words of each candidate sentence.
    sentences: Vec<Words>,
    reference: Words,
    scores: RefCell<HashMap<Vec<usize>, f64>>,
}

impl Example {
    /// Returns the mean of ROUGE-1 and ROUGE-2 (F1) of an extract.
    fn score(&self, extract: Vec<usize>) -> f64 {
        if let Some(&known) = self.scores.borrow().get(&extract) {
            return known;
        }
        let summary = Words::joined(extract.iter().filter_map(|&number| self.sentences.get(number)));
        let overlap = |n| rouge::overlap(&self.reference, &summary, n);
        let score = f64::midpoint(overlap(1), overlap(2));
        self.scores.borrow_mut().insert(extract, score);
        score
    }
}

fn examples(corpora: &Corpora) -> anyhow::Result<Vec<Example>> {
    let pipeline = Pipeline::new();
    let texts: Vec<SummarizedText> = corpora.json_lines(CORPUS)?;
    let tuning: Vec<SummarizedText> = texts.into_iter().filter(|text| text.half() == Half::Tuning).collect();
    let progress = Progress::new("articles", tuning.len());
    let mut examples = Vec::new();
    for text in &tuning {
        examples.push(example(&pipeline, text)?);
        progress.step();
    }
    Ok(examples)
}

fn example(pipeline: &Pipeline, text: &SummarizedText) -> anyhow::Result<Example> {
    let event = pipeline.tag(&text.text)?;
    let (extraction, indexes) = pipeline.summarizer.analyze(&event);
    let body = ArticleText::new(&event.article);
    let sentences = indexes.iter().filter_map(|&index| event.segments.sentences.get(index));
    let words =
        sentences.map(|sentence| Words::new(body.slice(Field::Body, sentence.span()), Stemming::Porter));
    Ok(Example {
        extraction,
        sentences: words.collect(),
        reference: Words::new(&text.summary, Stemming::Porter),
        scores: RefCell::default(),
    })
}

/// Returns as many examples, drawn with replacement.
fn resample(examples: &[Example], seed: u64) -> Vec<&Example> {
    let mut random = Draws::new(seed);
    (0..examples.len()).filter_map(|_| examples.get(random.below(examples.len()))).collect()
}

/// Changes one weight at a time as long as the goal rises (coordinate ascent).
fn climb(examples: &[&Example], start: Weights) -> Weights {
    let worth = |weights: &Weights| goal(examples, weights) - DISTANCE * distance(weights, &start);
    let (mut best, mut most) = (start, worth(&start));
    for step in STEPS {
        for name in TUNED {
            for change in [step, -step] {
                loop {
                    let mut next = best;
                    set(&mut next, name, value(&best, name) + change);
                    let reached = worth(&next);
                    // A negative weight would turn a feature into its opposite.
                    if value(&next, name) < 0.0 || reached <= most {
                        break;
                    }
                    (best, most) = (next, reached);
                }
            }
        }
    }
    best
}

/// Returns the value to maximise: ROUGE over all goals and examples.
fn goal(examples: &[&Example], weights: &Weights) -> f64 {
    let of_one = |example: &&Example| -> f64 {
        let scores =
            GOALS.map(|(budget, share)| share * example.score(example.extraction.select(weights, budget)));
        scores.iter().sum()
    };
    examples.iter().map(of_one).sum::<f64>() / examples.len().max(1) as f64
}

/// Returns the sum of squared differences between two sets of weights.
fn distance(a: &Weights, b: &Weights) -> f64 {
    a.named().iter().zip(b.named()).map(|((_, a), (_, b))| (a - b) * (a - b)).sum()
}

fn value(weights: &Weights, name: &str) -> f64 {
    weights.named().into_iter().find(|(known, _)| *known == name).map_or(0.0, |(_, value)| value)
}

fn set(weights: &mut Weights, name: &str, value: f64) {
    if let Some(weight) = weights.get_mut(name) {
        *weight = value;
    }
}

/// Writes the weights as Rust, with where they come from.
fn model_file(weights: &Weights, articles: usize) -> String {
    let by_hand: Vec<&str> =
        weights.named().iter().map(|(name, _)| *name).filter(|name| !TUNED.contains(name)).collect();
    let mut file = format!(
        "// Written by `cargo lab train summary`; to change a weight, change what that command does.\n\
         //\n\
         // Tuned on {articles} English articles, the half of {CORPUS} whose ids end in an odd hexadecimal\n\
         // digit; the other half is held out. Goal: the mean of ROUGE-1 and ROUGE-2 F1 (stemmed) of extracts of three\n\
         // sentences (half) and of 60 and 100 words (a quarter each). Found by hill climbing from the weights by hand on\n\
         // {RESAMPLES} resamples of the articles, and from their average on all. See services/summarizer/MODEL_CARD.md.\n\
         //\n\
         // By hand: {}.\n\
         Weights {{\n",
        by_hand.join(", ")
    );
    for (name, value) in weights.named() {
        // Writing to a string cannot fail.
        let _ = writeln!(file, "    {name}: {value:?},");
    }
    file.push_str("}\n");
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_weights_are_as_the_trainer_writes_them() {
        let committed = include_str!("../../../services/summarizer/model/weights.rs");
        let written = model_file(&Weights::tuned(), 303);
        assert_eq!(committed, written);
    }

    #[test]
    fn every_tuned_weight_exists() {
        let names: Vec<&str> = Weights::neutral().named().iter().map(|(name, _)| *name).collect();
        for name in TUNED {
            assert!(names.contains(&name), "{name}");
        }
    }

    #[test]
    fn weights_set_by_hand_are_not_tuned() {
        for ((name, tuned), (_, by_hand)) in
            Weights::tuned().named().into_iter().zip(Weights::neutral().named())
        {
            let is_same = (tuned - by_hand).abs() < 1e-12;
            assert!(TUNED.contains(&name) || is_same, "{name}: {tuned} is not {by_hand}");
        }
    }
}
