//! Evaluates segmentation on Universal Dependencies and suites of golden rules.

mod adversarial;
mod gold;
mod peers;
mod speed;
mod structure;
mod unspaced;

use std::collections::BTreeMap;

use anyhow::Context as _;
use lab_report::{Report, Table, percent};
use messages::{BlockKind, Field, Segments, Stage as _, StageName};
use segmenter::Segmenter;
use text::CodePoints;

use self::gold::{SUITES, TREEBANKS, passed, sentences, texts, trimmed};
use self::peers::Peer;
use crate::{
    corpus::{Corpora, segmented::SegmentedText},
    metrics::matching::Counts,
    pipeline::{Pipeline, with_gold_language},
    progress::Progress,
};

const SENTENCES_NOTE: &str = "Sentence spans with both ends exact, without white space at the ends; F1 in percent. The corpus gives the language. raw: F1 of \
detector and segmenter together on the raw text. UAX #29: the sentences of the Unicode standard (crate unicode-segmentation) on \
the same text. Tokens: F1 of token spans. Datelines: number of blocks of that kind. Sentences do not cover them, so each costs a \
gold sentence. Lost: code points, except white space, that no block covers; it must be 0. English and Vietnamese have a scorer \
trained on the train split of EWT and VTB. Persian and Portuguese have one trained on every other text of Seraji and Bosque, and \
only the others are read here. GUM is never trained on.";

const GOLDEN_NOTE: &str = "A case passes if all its sentence spans match. Each case is a separate article, with its language given.";

/// Runs the whole evaluation.
pub fn evaluate(corpora: &Corpora) -> anyhow::Result<Report> {
    compare_with(corpora, None)
}

/// Runs the whole evaluation, with every peer for comparison.
pub fn evaluate_with_peers(corpora: &Corpora) -> anyhow::Result<Report> {
    compare_with(corpora, Some(&peers::all()?))
}

fn compare_with(corpora: &Corpora, peers: Option<&[Peer]>) -> anyhow::Result<Report> {
    let pipeline = Pipeline::new();
    let mut report = Report::new("Segmentation").fact("model", pipeline.model(StageName::Segment)).fact(
        "corpora",
        "Universal Dependencies, dev splits (segments/dev); golden rules of pySBD and sentencex (segments/golden)",
    );
    report.section("Sentences and tokens", SENTENCES_NOTE, treebanks(corpora, &pipeline)?);
    report.section(
        "Without spaces between words",
        unspaced::NOTE,
        unspaced::table(corpora, &pipeline.segmenter)?,
    );
    let golden = golden(corpora, &pipeline.segmenter)?;
    report.section("Golden rules", GOLDEN_NOTE, golden.suites);
    report.section(
        "Golden rules by language",
        "Both suites together, fewest passed first.",
        golden.languages,
    );
    report.section("Structure", structure::NOTE, structure::table()?);
    report.section("Structure of pages", structure::PAGES_NOTE, structure::pages_table()?);
    report.section("Adversarial inputs", adversarial::NOTE, adversarial::table());
    let standard = [peers::standard()];
    report.section("Speed", speed::NOTE, speed::table(corpora, peers.unwrap_or(&standard))?);
    if let Some(peers) = peers {
        let ours = &pipeline.segmenter;
        report.section("Beside peers: sentences", peers::NOTE, peers::treebanks(corpora, ours, peers)?);
        report.section("Beside peers: golden rules", GOLDEN_NOTE, peers::golden(corpora, ours, peers)?);
    }
    Ok(report)
}

/// The scores of one treebank.
#[derive(Debug, Default)]
struct Score {
    sentences: Counts,
    raw: Counts,
    standard: Counts,
    tokens: Counts,
    datelines: usize,
    lost: usize,
}

fn treebanks(corpora: &Corpora, pipeline: &Pipeline) -> anyhow::Result<Table> {
    let progress = Progress::new("treebanks", TREEBANKS.len());
    let with_tokens = Segmenter::with_tokens(true);
    let mut table = Table::new(&[
        "treebank",
        "texts",
        "sentences",
        "P",
        "R",
        "F1",
        "raw",
        "UAX #29",
        "tokens",
        "datelines",
        "lost",
    ]);
    for treebank in TREEBANKS {
        let texts = texts(corpora, treebank)?;
        let mut score = Score::default();
        for text in &texts {
            score.add(text, pipeline, &with_tokens).with_context(|| format!("text `{}`", text.id))?;
        }
        table.row(score.row(treebank, texts.len()));
        progress.step();
    }
    Ok(table)
}

impl Score {
    fn add(
        &mut self,
        text: &SegmentedText,
        pipeline: &Pipeline,
        segmenter: &Segmenter,
    ) -> anyhow::Result<()> {
        let gold = trimmed(&text.text, &text.sentences());
        let segments = segmenter.process(with_gold_language(&text.text, &text.lang))?.segments;
        self.sentences += Counts::of(&gold, &trimmed(&text.text, &sentences(&segments)));
        let raw = pipeline.segment(&text.text)?.segments;
        self.raw += Counts::of(&gold, &trimmed(&text.text, &sentences(&raw)));
        self.standard += Counts::of(&gold, &peers::uax29(text));
        let tokens: Vec<CodePoints> = segments.tokens.iter().flatten().map(messages::Token::span).collect();
        self.tokens += Counts::of(&text.tokens(), &tokens);
        self.datelines += segments.blocks.iter().filter(|block| block.kind == BlockKind::Dateline).count();
        self.lost += lost(&text.text, &segments);
        Ok(())
    }

    fn row(&self, treebank: &str, texts: usize) -> Vec<String> {
        vec![
            treebank.to_owned(),
            texts.to_string(),
            self.sentences.gold.to_string(),
            percent(self.sentences.precision()),
            percent(self.sentences.recall()),
            percent(self.sentences.f1()),
            percent(self.raw.f1()),
            percent(self.standard.f1()),
            percent(self.tokens.f1()),
            self.datelines.to_string(),
            self.lost.to_string(),
        ]
    }
}

struct Golden {
    suites: Table,
    languages: Table,
}

fn golden(corpora: &Corpora, segmenter: &Segmenter) -> anyhow::Result<Golden> {
    let mut suites = Table::new(&["suite", "cases", "passed", "UAX #29"]);
    for (name, file, prefix) in SUITES {
        let cases: Vec<SegmentedText> = corpora.json_lines(&format!("segments/golden/{file}.jsonl"))?;
        let cases: Vec<&SegmentedText> = cases.iter().filter(|case| case.id.starts_with(prefix)).collect();
        let passed = passed(segmenter, &cases)?;
        let standard = cases.iter().filter(|case| standard_passes(case)).count();
        suites.row([(*name).to_owned(), cases.len().to_string(), passed.to_string(), standard.to_string()]);
    }
    Ok(Golden { suites, languages: golden_by_language(corpora, segmenter)? })
}

fn golden_by_language(corpora: &Corpora, segmenter: &Segmenter) -> anyhow::Result<Table> {
    let mut languages: BTreeMap<String, Vec<SegmentedText>> = BTreeMap::new();
    for file in ["golden_pysbd", "golden_sentencex"] {
        for case in corpora.json_lines::<SegmentedText>(&format!("segments/golden/{file}.jsonl"))? {
            languages.entry(case.lang.clone()).or_default().push(case);
        }
    }
    let mut rows = Vec::new();
    for (language, cases) in &languages {
        let passed = passed(segmenter, &cases.iter().collect::<Vec<_>>())?;
        rows.push((language, Counts { right: passed, predicted: cases.len(), gold: cases.len() }));
    }
    rows.sort_by(|(_, first), (_, second)| first.recall().total_cmp(&second.recall()));
    let mut table = Table::new(&["language", "cases", "passed", "share"]);
    for (language, counts) in rows {
        let (cases, passed) = (counts.gold.to_string(), counts.right.to_string());
        table.row([language.clone(), cases, passed, percent(counts.recall())]);
    }
    Ok(table)
}

fn standard_passes(case: &SegmentedText) -> bool {
    peers::uax29(case) == trimmed(&case.text, &case.sentences())
}

/// Counts the code points, except white space, that no block of the body covers.
fn lost(body: &str, segments: &Segments) -> usize {
    let mut blocks = segments.blocks.iter().filter(|block| block.field == Field::Body).peekable();
    let visible = body.chars().enumerate().filter(|(_, character)| !character.is_whitespace());
    visible
        .filter(|(position, _)| {
            while blocks.next_if(|block| block.end <= *position).is_some() {}
            blocks.peek().is_none_or(|block| *position < block.start)
        })
        .count()
}

#[cfg(test)]
mod tests {
    use messages::Block;

    use super::*;

    fn span(start: usize, end: usize) -> CodePoints {
        CodePoints { start, end }
    }

    fn block(start: usize, end: usize) -> Block {
        Block { kind: BlockKind::Paragraph, field: Field::Body, start, end, dateline: None }
    }

    #[test]
    fn the_unicode_standard_breaks_after_a_full_stop() {
        let text = r#"{"id": "", "lang": "en", "text": "Rain fell. Trams stood.", "sentences": []}"#;
        let text = serde_json::from_str(text).unwrap();
        assert_eq!(peers::uax29(&text), [span(0, 10), span(11, 23)]);
    }

    #[test]
    fn text_outside_of_blocks_is_lost() {
        let segments = Segments { blocks: vec![block(0, 2), block(4, 6)], ..Segments::default() };
        assert_eq!(lost("ab\ncdé fg", &segments), 1 + 2);
        assert_eq!(lost("ab  cd", &segments), 0);
    }
}
