//! Other segmenters on the same texts: the Unicode standard always, more with the feature `peers`.

use segmenter::Segmenter;
use text::{CodePoints, Offsets, Span};
use unicode_segmentation::UnicodeSegmentation as _;

use super::{SUITES, TREEBANKS, segmented, texts, trimmed};
use crate::{
    corpus::{Corpora, segmented::SegmentedText},
    metrics::matching::Counts,
    report::{Table, percent},
};

pub(super) const NOTE: &str = "F1 of sentence spans as above, all in this run: icu_segmenter 2 (sentence breaks), sentencex 0.1, \
segtok 0.1 and unicode-segmentation 1.13, each with the language given where it takes one. They come with \
`cargo run --release -p lab --features peers -- eval segments --data DIR`; without the feature only unicode-segmentation is \
there. The crate srx takes its rules from a file that it does not bring, so that it is not here. Best: the best of the peers.";

/// A peer: its name, and the sentences it finds in a text of a language.
type Peer = (&'static str, fn(&str, &str) -> Vec<CodePoints>);

#[cfg(not(feature = "peers"))]
const PEERS: &[Peer] = &[("unicode-seg.", |text, _| uax29(text))];

#[cfg(feature = "peers")]
const PEERS: &[Peer] = &[
    ("unicode-seg.", |text, _| uax29(text)),
    ("icu_segmenter", |text, _| others::icu(text)),
    ("sentencex", others::sentencex),
    ("segtok", |text, _| others::segtok(text)),
];

/// Sentences of Unicode Standard Annex #29.
pub(super) fn uax29(text: &str) -> Vec<CodePoints> {
    let pieces = text.split_sentence_bound_indices();
    visible(text, pieces.map(|(at, piece)| Span::new(at, at + piece.len())))
}

/// The spans without white space at their ends, in code points.
fn visible(text: &str, spans: impl Iterator<Item = Span>) -> Vec<CodePoints> {
    let offsets = Offsets::new(text);
    let spans = spans.map(|span| span.trimmed(text)).filter(|span| !span.is_empty());
    spans.map(|span| offsets.to_code_points(span)).collect()
}

pub(super) fn treebanks(corpora: &Corpora, ours: &Segmenter) -> anyhow::Result<Table> {
    let mut table = Table::new(&head(&["treebank", "ours"], &["best", "ahead"]));
    let mut means = vec![0.0; PEERS.len() + 2];
    for treebank in TREEBANKS {
        let texts = texts(corpora, treebank)?;
        let mut found = Counts::default();
        for text in &texts {
            found += Counts::of(&trimmed(&text.text, &text.sentences()), &segmented(ours, text)?);
        }
        let peers: Vec<f64> = PEERS.iter().map(|(_, peer)| f1(&texts, *peer)).collect();
        let best = peers.iter().copied().fold(0.0, f64::max);
        let figures: Vec<f64> = [found.f1()].into_iter().chain(peers).chain([best]).collect();
        for (mean, figure) in means.iter_mut().zip(&figures) {
            *mean += figure / TREEBANKS.len() as f64;
        }
        table.row(row(treebank, &figures));
    }
    table.row(row("mean", &means));
    Ok(table)
}

pub(super) fn golden(corpora: &Corpora, ours: &Segmenter) -> anyhow::Result<Table> {
    let mut table = Table::new(&head(&["suite", "cases", "ours"], &[]));
    for (name, file, prefix) in SUITES {
        let cases: Vec<SegmentedText> = corpora.json_lines(&format!("segments/golden/{file}.jsonl"))?;
        let cases: Vec<&SegmentedText> = cases.iter().filter(|case| case.id.starts_with(prefix)).collect();
        let gold = |case: &SegmentedText| trimmed(&case.text, &case.sentences());
        let by_peers = PEERS.iter().map(|(_, peer)| {
            cases.iter().filter(|case| peer(&case.text, &case.lang) == gold(case)).count().to_string()
        });
        let row = [(*name).to_owned(), cases.len().to_string(), super::passed(ours, &cases)?.to_string()];
        table.row(row.into_iter().chain(by_peers));
    }
    Ok(table)
}

fn head(first: &[&'static str], last: &[&'static str]) -> Vec<&'static str> {
    let peers = PEERS.iter().map(|(name, _)| *name);
    first.iter().copied().chain(peers).chain(last.iter().copied()).collect()
}

fn f1(texts: &[SegmentedText], peer: fn(&str, &str) -> Vec<CodePoints>) -> f64 {
    let mut counts = Counts::default();
    for text in texts {
        counts += Counts::of(&trimmed(&text.text, &text.sentences()), &peer(&text.text, &text.lang));
    }
    counts.f1()
}

/// A row of shares, ours first and the best peer's last, and how far we are ahead of it.
fn row(name: &str, figures: &[f64]) -> Vec<String> {
    let ahead = figures.first().zip(figures.last()).map_or(0.0, |(ours, best)| ours - best);
    let shares = figures.iter().map(|figure| percent(*figure));
    let ahead = format!("{:+.1}", ahead * 100.0);
    [name.to_owned()].into_iter().chain(shares).chain([ahead]).collect()
}

#[cfg(feature = "peers")]
mod others {
    use icu_segmenter::{SentenceSegmenter, options::SentenceBreakInvariantOptions};
    use text::{CodePoints, Span};

    use super::visible;

    pub(super) fn icu(text: &str) -> Vec<CodePoints> {
        let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
        let mut start = 0;
        let spans = segmenter.segment_str(text).map(|end| {
            let span = Span::new(start, end);
            start = end;
            span
        });
        visible(text, spans)
    }

    pub(super) fn sentencex(text: &str, language: &str) -> Vec<CodePoints> {
        let boundaries = sentencex::get_sentence_boundaries(language, text);
        visible(text, boundaries.iter().map(|one| Span::new(one.start_byte, one.end_byte)))
    }

    /// segtok returns text without places: each sentence is looked for behind the last.
    pub(super) fn segtok(text: &str) -> Vec<CodePoints> {
        let mut at = 0;
        let sentences = segtok::segmenter::split_multi(text, segtok::segmenter::SegmentConfig::default());
        let spans = sentences.iter().filter_map(|sentence| {
            let sentence = sentence.trim();
            let start = at + text.get(at..)?.find(sentence)?;
            at = start + sentence.len();
            Some(Span::new(start, at))
        });
        visible(text, spans.collect::<Vec<_>>().into_iter())
    }
}
