//! Evaluates sentences of languages that write without spaces between words, on translated news.

use lab_report::{Table, percent};
use segmenter::Segmenter;

use super::gold::{segmented, trimmed};
use crate::{
    corpus::{Corpora, segmented::SegmentedText, translated},
    metrics::matching::Counts,
};

pub(super) const NOTE: &str = "NTREX (language/ntrex_dev.tsv), the third of its documents that trains nothing: the segments of each body, joined by spaces. \
A segment is a sentence of the original; where the translation has two, the gold has one. Without stops: the same without the full \
stops of Lao. Spaces: a sentence at each space between two letters of the script.";

/// Tag and ISO 639-3 code.
const LANGUAGES: [(&str, &str); 4] = [("th", "tha"), ("lo", "lao"), ("km", "khm"), ("my", "mya")];

pub(super) fn table(corpora: &Corpora, segmenter: &Segmenter) -> anyhow::Result<Table> {
    let mut table = Table::new(&["language", "documents", "sentences", "P", "R", "F1", "spaces"]);
    for (language, code) in LANGUAGES {
        let texts = translated::documents(corpora, language, code, true)?;
        table.row(row(language, &texts, segmenter)?);
        if language == "lo" {
            let bare = translated::without_stops(&texts);
            table.row(row("lo, without stops", &bare, segmenter)?);
        }
    }
    Ok(table)
}

fn row(name: &str, texts: &[SegmentedText], segmenter: &Segmenter) -> anyhow::Result<Vec<String>> {
    let (mut ours, mut spaces) = (Counts::default(), Counts::default());
    for text in texts {
        let gold = trimmed(&text.text, &text.sentences());
        ours += Counts::of(&gold, &segmented(segmenter, text)?);
        spaces += Counts::of(&text.visible_sentences(), &at_spaces(&text.text));
    }
    let figures = [ours.precision(), ours.recall(), ours.f1(), spaces.f1()].map(percent);
    let counts = [texts.len(), ours.gold].map(|count| count.to_string());
    Ok([name.to_owned()].into_iter().chain(counts).chain(figures).collect())
}

/// Splits a text at each space between two letters of a script without spaces.
fn at_spaces(text: &str) -> Vec<text::Span> {
    let is_letter = |letter: Option<char>| letter.is_some_and(text::is_without_spaces);
    let mut spans: Vec<text::Span> = Vec::new();
    for piece in text::pieces(text) {
        let last = spans.last_mut().filter(|last| {
            !(is_letter(last.of(text).chars().next_back()) && is_letter(piece.of(text).chars().next()))
        });
        match last {
            Some(last) => last.end = piece.end,
            None => spans.push(piece),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_space_next_to_a_number_splits_nothing() {
        let text = "ฝน ตก 25 บาท";
        let found: Vec<&str> = at_spaces(text).iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["ฝน", "ตก 25 บาท"]);
    }
}
