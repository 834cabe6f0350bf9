//! The gold: treebanks and suites of golden rules, and how sentences are compared with it.

use messages::{Field, Segments, Stage as _};
use segmenter::Segmenter;
use text::{CodePoints, Offsets};

use crate::{
    corpus::{Corpora, segmented::SegmentedText},
    pipeline::with_gold_language,
};

/// Development files of Universal Dependencies, `ud_<language>_<treebank>_dev.jsonl`.
pub(super) const TREEBANKS: &[&str] = &[
    "en_english-ewt",
    "en_english-gum",
    "de_german-gsd",
    "el_greek-gdt",
    "es_spanish-gsd",
    "fa_persian-seraji",
    "fr_french-gsd",
    "fr_french-sequoia",
    "it_italian-isdt",
    "ja_japanese-gsd",
    "ko_korean-gsd",
    "ko_korean-kaist",
    "nl_dutch-alpino",
    "pt_portuguese-bosque",
    "ru_russian-gsd",
    "ru_russian-taiga",
    "uk_ukrainian-iu",
    "ur_urdu-udtb",
    "vi_vietnamese-vtb",
    "zh_chinese-gsd",
];

/// Suites of golden rules: name, file, and the prefix of the ids that belong to the suite.
pub(super) const SUITES: &[(&str, &str, &str)] = &[
    ("English golden rules", "golden_pysbd", "pysbd-english-GOLDEN_EN_RULES"),
    ("pySBD, all", "golden_pysbd", ""),
    ("sentencex, all", "golden_sentencex", ""),
];

/// Treebanks whose texts with even numbers trained the scorer. The evaluation reads the others.
pub(super) const HALVED: &[&str] = &["fa_persian-seraji", "pt_portuguese-bosque"];

/// Reads the texts of a treebank that the scorer was not trained on.
pub(super) fn texts(corpora: &Corpora, treebank: &str) -> anyhow::Result<Vec<SegmentedText>> {
    let texts: Vec<SegmentedText> = corpora.json_lines(&format!("segments/dev/ud_{treebank}_dev.jsonl"))?;
    let step = if HALVED.contains(&treebank) { 2 } else { 1 };
    Ok(texts.into_iter().skip(step - 1).step_by(step).collect())
}

/// Counts the cases in which every sentence span is exact.
pub(super) fn passed(segmenter: &Segmenter, cases: &[&SegmentedText]) -> anyhow::Result<usize> {
    let mut passed = 0;
    for case in cases {
        passed += usize::from(segmented(segmenter, case)? == trimmed(&case.text, &case.sentences()));
    }
    Ok(passed)
}

/// Returns the segmenter's sentences of a text, with the language given.
pub(super) fn segmented(segmenter: &Segmenter, text: &SegmentedText) -> anyhow::Result<Vec<CodePoints>> {
    let segments = segmenter.process(with_gold_language(&text.text, &text.lang))?.segments;
    Ok(trimmed(&text.text, &sentences(&segments)))
}

/// Returns the sentences of the body.
pub(super) fn sentences(segments: &Segments) -> Vec<CodePoints> {
    let in_body = segments.sentences.iter().filter(|sentence| segments.field_of(sentence) == Field::Body);
    in_body.map(messages::Sentence::span).collect()
}

/// Returns the spans without white space at their ends.
pub(super) fn trimmed(text: &str, spans: &[CodePoints]) -> Vec<CodePoints> {
    let offsets = Offsets::new(text);
    let bytes = spans.iter().filter_map(|span| offsets.to_bytes(*span));
    bytes.map(|span| offsets.to_code_points(span.trimmed(text))).collect()
}

#[cfg(test)]
mod tests {
    use messages::{Block, BlockKind, Sentence};

    use super::*;

    fn span(start: usize, end: usize) -> CodePoints {
        CodePoints { start, end }
    }

    fn block(start: usize, end: usize) -> Block {
        Block { kind: BlockKind::Paragraph, field: Field::Body, start, end, dateline: None }
    }

    #[test]
    fn white_space_at_the_ends_of_a_span_does_not_count() {
        assert_eq!(trimmed("Été. Rain. ", &[span(0, 5), span(5, 11)]), [span(0, 4), span(5, 10)]);
    }

    #[test]
    fn sentences_of_the_headline_field_do_not_count() {
        let headline = Block { field: Field::Headline, kind: BlockKind::Headline, ..block(0, 4) };
        let segments = Segments {
            blocks: vec![headline, block(0, 5)],
            sentences: vec![
                Sentence { field: Field::Headline, start: 0, end: 4, block: 0 },
                Sentence { field: Field::Body, start: 0, end: 5, block: 1 },
            ],
            tokens: None,
        };
        assert_eq!(sentences(&segments), [span(0, 5)]);
    }
}
