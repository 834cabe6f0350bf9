//! Evaluates other segmenters on the same texts.

use lab_report::{Table, percent};
use segmenter::Segmenter;
use text::{CodePoints, Offsets, Span};
use unicode_segmentation::UnicodeSegmentation as _;

use super::gold::{SUITES, TREEBANKS, passed, segmented, texts, trimmed};
use crate::{
    corpus::{Corpora, segmented::SegmentedText},
    metrics::matching::Counts,
};

pub(super) const NOTE: &str = "F1 of sentence spans as above, all in this run: icu_segmenter 2 (sentence breaks), sentencex 0.1, srx 0.1 with the rules of \
LanguageTool that it includes, segtok 0.1 and unicode-segmentation 1.13, each with the language if it accepts one. Best: the \
best of the peers.";

/// Finds the sentences of a text in a language. They may include white space.
type Find = Box<dyn Fn(&str, &str) -> Vec<Span>>;

/// A segmenter to compare with.
pub(super) struct Peer {
    pub(super) name: &'static str,
    find: Find,
}

impl Peer {
    fn new(name: &'static str, find: impl Fn(&str, &str) -> Vec<Span> + 'static) -> Self {
        Self { name, find: Box::new(find) }
    }

    /// Returns the sentences as the peer gives them.
    pub(super) fn spans(&self, text: &str, language: &str) -> Vec<Span> {
        (self.find)(text, language)
    }

    /// Returns the sentences as the gold has them: without white space at their ends, in code points.
    fn sentences(&self, text: &SegmentedText) -> Vec<CodePoints> {
        visible(&text.text, self.spans(&text.text, &text.lang))
    }
}

/// Returns the Unicode standard, which every build has.
pub(super) fn standard() -> Peer {
    Peer::new("unicode-seg.", |text, _| {
        let pieces = text.split_sentence_bound_indices();
        pieces.map(|(at, piece)| Span::new(at, at + piece.len())).collect()
    })
}

/// Returns all peers. A build without the feature `peers` has only the Unicode standard.
#[cfg_attr(not(feature = "peers"), expect(clippy::unnecessary_wraps, reason = "others read files"))]
pub(super) fn all() -> anyhow::Result<Vec<Peer>> {
    #[cfg(feature = "peers")]
    let others = others::all()?;
    #[cfg(not(feature = "peers"))]
    let others: Vec<Peer> = Vec::new();
    Ok([standard()].into_iter().chain(others).collect())
}

/// Returns the sentences of Unicode Standard Annex #29.
pub(super) fn uax29(text: &SegmentedText) -> Vec<CodePoints> {
    standard().sentences(text)
}

/// Returns the spans without white space at their ends, in code points.
fn visible(text: &str, spans: Vec<Span>) -> Vec<CodePoints> {
    let offsets = Offsets::new(text);
    let spans = spans.into_iter().map(|span| span.trimmed(text)).filter(|span| !span.is_empty());
    spans.map(|span| offsets.to_code_points(span)).collect()
}

pub(super) fn treebanks(corpora: &Corpora, ours: &Segmenter, peers: &[Peer]) -> anyhow::Result<Table> {
    let mut table = Table::new(&head(&["treebank", "ours"], peers, &["best", "ahead"]));
    let mut means = vec![0.0; peers.len() + 2];
    for treebank in TREEBANKS {
        let texts = texts(corpora, treebank)?;
        let mut found = Counts::default();
        for text in &texts {
            found += Counts::of(&trimmed(&text.text, &text.sentences()), &segmented(ours, text)?);
        }
        let peers: Vec<f64> = peers.iter().map(|peer| f1(&texts, peer)).collect();
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

pub(super) fn golden(corpora: &Corpora, ours: &Segmenter, peers: &[Peer]) -> anyhow::Result<Table> {
    let mut table = Table::new(&head(&["suite", "cases", "ours"], peers, &[]));
    for (name, file, prefix) in SUITES {
        let cases: Vec<SegmentedText> = corpora.json_lines(&format!("segments/golden/{file}.jsonl"))?;
        let cases: Vec<&SegmentedText> = cases.iter().filter(|case| case.id.starts_with(prefix)).collect();
        let gold = |case: &SegmentedText| trimmed(&case.text, &case.sentences());
        let by_peers = peers
            .iter()
            .map(|peer| cases.iter().filter(|case| peer.sentences(case) == gold(case)).count().to_string());
        let row = [(*name).to_owned(), cases.len().to_string(), passed(ours, &cases)?.to_string()];
        table.row(row.into_iter().chain(by_peers));
    }
    Ok(table)
}

fn head(first: &[&'static str], peers: &[Peer], last: &[&'static str]) -> Vec<&'static str> {
    let peers = peers.iter().map(|peer| peer.name);
    first.iter().copied().chain(peers).chain(last.iter().copied()).collect()
}

fn f1(texts: &[SegmentedText], peer: &Peer) -> f64 {
    let mut counts = Counts::default();
    for text in texts {
        counts += Counts::of(&trimmed(&text.text, &text.sentences()), &peer.sentences(text));
    }
    counts.f1()
}

/// Returns a row of shares, ours first and the best peer's last, and our lead over it.
fn row(name: &str, figures: &[f64]) -> Vec<String> {
    let ahead = figures.first().zip(figures.last()).map_or(0.0, |(ours, best)| ours - best);
    let shares = figures.iter().map(|figure| percent(*figure));
    let ahead = format!("{:+.1}", ahead * 100.0);
    [name.to_owned()].into_iter().chain(shares).chain([ahead]).collect()
}

#[cfg(feature = "peers")]
mod others {
    use std::{fs::File, io::BufReader, path::PathBuf, process::Command};

    use anyhow::Context as _;
    use icu_segmenter::{SentenceSegmenter, options::SentenceBreakInvariantOptions};
    use text::Span;

    use super::Peer;

    pub(super) fn all() -> anyhow::Result<Vec<Peer>> {
        let rules = srx::SRX::from_reader(BufReader::new(File::open(srx_rules()?)?))?;
        Ok(vec![
            Peer::new("icu_segmenter", |text, _| icu(text)),
            Peer::new("sentencex", sentencex),
            Peer::new("srx", move |text, language| {
                let ranges = rules.language_rules(language).split_ranges(text);
                ranges.into_iter().map(Span::from).collect()
            }),
            Peer::new("segtok", |text, _| segtok(text)),
        ])
    }

    fn icu(text: &str) -> Vec<Span> {
        let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
        let mut start = 0;
        let spans = segmenter.segment_str(text).map(|end| {
            let span = Span::new(start, end);
            start = end;
            span
        });
        spans.collect()
    }

    fn sentencex(text: &str, language: &str) -> Vec<Span> {
        let boundaries = sentencex::get_sentence_boundaries(language, text);
        boundaries.iter().map(|one| Span::new(one.start_byte, one.end_byte)).collect()
    }

    /// Runs segtok, which returns text without offsets, so each sentence is searched for after the previous
    /// one.
    fn segtok(text: &str) -> Vec<Span> {
        let mut at = 0;
        let sentences = segtok::segmenter::split_multi(text, segtok::segmenter::SegmentConfig::default());
        let spans = sentences.iter().filter_map(|sentence| {
            let sentence = sentence.trim();
            let start = at + text.get(at..)?.find(sentence)?;
            at = start + sentence.len();
            Some(Span::new(start, at))
        });
        spans.collect()
    }

    /// Returns the path of the rules in the package of the crate srx, which does not compile them in. Cargo
    /// knows its folder.
    fn srx_rules() -> anyhow::Result<PathBuf> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let metadata = Command::new(cargo)
            .args(["metadata", "--format-version", "1", "--all-features"])
            .output()
            .context("cannot ask cargo for the folder of the crate srx")?;
        let metadata: serde_json::Value = serde_json::from_slice(&metadata.stdout)?;
        let packages = metadata.get("packages").and_then(serde_json::Value::as_array);
        let manifest = packages.into_iter().flatten().find_map(|package| {
            let manifest = package.get("manifest_path")?.as_str()?;
            (package.get("name")? == "srx").then_some(manifest)
        });
        let manifest = manifest.context("cargo does not know the crate srx")?;
        Ok(PathBuf::from(manifest).with_file_name("data").join("segment.srx"))
    }
}
