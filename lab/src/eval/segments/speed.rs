//! Measures the segmenter's speed in megabytes of text per second.

use std::time::{Duration, Instant};

use lab_report::Table;
use segmenter::{Languages, segment_body};

use super::peers::Peer;
use crate::corpus::{Corpora, segmented::SegmentedText};

pub(super) const NOTE: &str = "Megabytes per second, one thread, best of 25 rounds over the texts: blocks and sentences in byte spans. English with the scorer \
(`en`) and by rules only (read as Danish, `da`, which has English's rules), German by rules. In the same rounds, for comparison, \
the sentences of other segmenters on the same text; they do not find blocks. Ratio: to unicode-segmentation.";

/// Name of the run, treebank, and the language to read it as.
const RUNS: [(&str, &str, &str); 3] = [
    ("English, scorer", "en_english-gum", "en"),
    ("English, rules", "en_english-gum", "da"),
    ("German, rules", "de_german-gsd", "de"),
];

/// Number of rounds. A round takes milliseconds, so the best of a few would still depend on the machine's
/// load.
const ROUNDS: usize = 25;

pub(super) fn table(corpora: &Corpora, peers: &[Peer]) -> anyhow::Result<Table> {
    let names = peers.iter().map(|peer| peer.name);
    let head: Vec<&str> = ["texts", "ours"].into_iter().chain(names).chain(["ratio"]).collect();
    let mut table = Table::new(&head);
    for (name, treebank, language) in RUNS {
        let texts: Vec<SegmentedText> =
            corpora.json_lines(&format!("segments/dev/ud_{treebank}_dev.jsonl"))?;
        let languages = Languages::only(language);
        let bytes: usize = texts.iter().map(|text| text.text.len()).sum();
        let mut times = vec![Duration::MAX; peers.len() + 1];
        for _ in 0..ROUNDS {
            let ours = time(&texts, |text| segment_body(text, None, None, &languages).sentences.len());
            let others = peers.iter().map(|peer| time(&texts, |text| peer.spans(text, language).len()));
            for (best, time) in times.iter_mut().zip([ours].into_iter().chain(others)) {
                *best = time.min(*best);
            }
        }
        let rates: Vec<f64> = times.iter().map(|time| bytes as f64 / 1e6 / time.as_secs_f64()).collect();
        let ratio = rates.first().zip(rates.get(1)).map_or(0.0, |(ours, standard)| ours / standard);
        // srx and segtok are slow enough that a decimal matters.
        let figures =
            rates.iter().map(|rate| if *rate < 10.0 { format!("{rate:.1}") } else { format!("{rate:.0}") });
        table.row([name.to_owned()].into_iter().chain(figures).chain([format!("{ratio:.2}")]));
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
