//! Megabytes of text a second.

use std::time::{Duration, Instant};

use segmenter::{Languages, segment_body};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::{
    corpus::{Corpora, segmented::SegmentedText},
    report::Table,
};

pub(super) const NOTE: &str = "Megabytes a second, one thread, best of seven rounds over the texts: blocks and sentences in byte spans. \
English with the scorer (`en`) and by rules alone (as a language with English's rules would be: `da`), German by rules; in the same \
rounds the sentence bounds of unicode-segmentation on the same text, as a measure of the machine.";

/// Texts and the language they are read as.
const RUNS: [(&str, &str, &str); 3] = [
    ("English, scorer", "en_english-gum", "en"),
    ("English, rules", "en_english-gum", "da"),
    ("German, rules", "de_german-gsd", "de"),
];

const ROUNDS: usize = 7;

pub(super) fn table(corpora: &Corpora) -> anyhow::Result<Table> {
    let mut table = Table::new(&["texts", "MB/s", "unicode-segmentation", "ratio"]);
    for (name, treebank, language) in RUNS {
        let texts: Vec<SegmentedText> =
            corpora.json_lines(&format!("segments/dev/ud_{treebank}_dev.jsonl"))?;
        let languages = Languages::only(language);
        let bytes: usize = texts.iter().map(|text| text.text.len()).sum();
        let (mut ours, mut standard) = (Duration::MAX, Duration::MAX);
        for _ in 0..ROUNDS {
            ours = ours.min(time(&texts, |text| segment_body(text, None, None, &languages).sentences.len()));
            standard = standard.min(time(&texts, |text| text.split_sentence_bound_indices().count()));
        }
        let rate = |time: Duration| bytes as f64 / 1e6 / time.as_secs_f64();
        let figures = [format!("{:.0}", rate(ours)), format!("{:.0}", rate(standard))];
        let ratio = format!("{:.2}", rate(ours) / rate(standard));
        table.row([name.to_owned()].into_iter().chain(figures).chain([ratio]));
    }
    Ok(table)
}

fn time(texts: &[SegmentedText], segment: impl Fn(&str) -> usize) -> Duration {
    let start = Instant::now();
    for text in texts {
        std::hint::black_box(segment(&text.text));
    }
    start.elapsed()
}
