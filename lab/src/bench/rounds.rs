//! Rounds over a set of articles. Each round takes every article through the chain and times each step.

use std::{
    collections::BTreeMap,
    hint::black_box,
    time::{Duration, Instant},
};

use messages::{ArticleReceived, Event as _, Stage as _};
use serde_json::Value;
use unicode_segmentation::UnicodeSegmentation as _;

use super::articles::ArticleSet;
use crate::{pipeline::Pipeline, progress::Progress};

/// Least number of rounds, so that a median is meaningful.
const FEWEST_ROUNDS: usize = 5;

/// A piece of work that is timed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Decode,
    Detect,
    Segment,
    Tag,
    Summarize,
    Encode,
    /// All steps above together.
    Chain,
    /// For comparison: word boundaries of the same text.
    Words,
    /// For comparison: reading the finished event as plain JSON.
    Json,
}

impl Step {
    /// The steps of the chain, in order.
    pub(super) const IN_CHAIN: [Self; 6] =
        [Self::Decode, Self::Detect, Self::Segment, Self::Tag, Self::Summarize, Self::Encode];

    /// Returns the name in the tables.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Decode => "decode",
            Self::Detect => "detect",
            Self::Segment => "segment",
            Self::Tag => "tag",
            Self::Summarize => "summarize",
            Self::Encode => "encode",
            Self::Chain => "whole chain",
            Self::Words => "word boundaries of the text",
            Self::Json => "the result as plain JSON",
        }
    }
}

/// The seconds that each step took for each article, round by round.
#[derive(Debug, Default)]
pub(super) struct Timings {
    pub(super) rounds: usize,
    seconds: BTreeMap<(Step, usize), Vec<f64>>,
}

impl Timings {
    /// Returns the seconds for the whole set: the sum over articles of their medians. Other work on the
    /// machine lengthens some rounds of an article, but hardly its median.
    pub(super) fn of(&self, step: Step) -> f64 {
        let articles = self.seconds.iter().filter(|((timed, _), _)| *timed == step);
        articles.map(|(_, seconds)| median(seconds)).sum()
    }

    fn record(&mut self, step: Step, article: usize, duration: Duration) {
        self.seconds.entry((step, article)).or_default().push(duration.as_secs_f64());
    }

    fn time<T>(&mut self, step: Step, article: usize, work: impl FnOnce() -> T) -> T {
        let started = Instant::now();
        // Without the black box, the compiler could drop work whose result is not used.
        let result = black_box(work());
        self.record(step, article, started.elapsed());
        result
    }
}

fn median(seconds: &[f64]) -> f64 {
    let mut seconds = seconds.to_vec();
    seconds.sort_by(f64::total_cmp);
    seconds.get(seconds.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Sends the set through the stages for `seconds`, at least a few rounds. The first round does not count,
/// because it fills caches and builds what is built on first use.
pub(super) fn measure(pipeline: &Pipeline, set: &ArticleSet, seconds: u64) -> anyhow::Result<Timings> {
    round(pipeline, set, &mut Timings::default())?;
    let progress = Progress::new(set.name, seconds as usize);
    let started = Instant::now();
    let mut timings = Timings::default();
    while started.elapsed() < Duration::from_secs(seconds) || timings.rounds < FEWEST_ROUNDS {
        round(pipeline, set, &mut timings)?;
        timings.rounds += 1;
        progress.reach(started.elapsed().as_secs().min(seconds));
    }
    Ok(timings)
}

fn round(pipeline: &Pipeline, set: &ArticleSet, timings: &mut Timings) -> anyhow::Result<()> {
    for (article, (payload, text)) in set.payloads.iter().zip(&set.texts).enumerate() {
        let started = Instant::now();
        let received = timings.time(Step::Decode, article, || ArticleReceived::decode(payload))?;
        let detected = timings.time(Step::Detect, article, || pipeline.detector.process(received))?;
        let segmented = timings.time(Step::Segment, article, || pipeline.segmenter.process(detected))?;
        let tagged = timings.time(Step::Tag, article, || pipeline.tagger.process(segmented))?;
        let summarized = timings.time(Step::Summarize, article, || pipeline.summarizer.process(tagged))?;
        let line = timings.time(Step::Encode, article, || summarized.encode());
        timings.record(Step::Chain, article, started.elapsed());
        timings.time(Step::Words, article, || text.split_word_bounds().count());
        timings.time(Step::Json, article, || serde_json::from_slice::<Value>(&line))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_round_of_an_article_does_not_change_the_figure() {
        let mut timings = Timings::default();
        for (article, milliseconds) in [(0, 20), (0, 900), (0, 10), (1, 5), (1, 5), (1, 500)] {
            timings.record(Step::Chain, article, Duration::from_millis(milliseconds));
        }
        assert!((timings.of(Step::Chain) - 0.025).abs() < 1e-12);
        assert!(timings.of(Step::Decode).abs() < 1e-12);
    }
}
