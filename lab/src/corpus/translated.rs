//! Sentences of Thai, Lao, Khmer and Burmese, for which there is no treebank: translated news (NTREX), and single
//! sentences (SIB-200 and the test sentences of lingua).

use super::{
    Corpora,
    ntrex::{self, Document, Split},
    segmented::SegmentedText,
};
use crate::random::Draws;

/// Sentences of a text that is put together from single sentences.
const SENTENCES: usize = 12;

/// Returns the documents of NTREX that are held out of training, or all others. Each segment counts as a
/// sentence, though a few have two. `code` is the language's ISO 639-3 code.
pub fn documents(
    corpora: &Corpora,
    language: &str,
    code: &str,
    held_out: bool,
) -> anyhow::Result<Vec<SegmentedText>> {
    let documents = ntrex::read(&corpora.text("language/ntrex_dev.tsv")?)?;
    let is_wanted = |document: &&Document| {
        let is_held_out = document.split() == Split::HeldOut;
        document.language == code && !document.body.is_empty() && is_held_out == held_out
    };
    let joined = |document: &Document| {
        SegmentedText::joined(&document.id, language, document.body.iter().map(String::as_str))
    };
    Ok(documents.iter().filter(is_wanted).map(joined).collect())
}

/// Returns texts of single sentences, and of those of `documents`, in `rounds` random orders. The neighbours of a
/// sentence say little about it, so each order is a new text to learn from.
pub fn shuffled(
    corpora: &Corpora,
    language: &str,
    code: &str,
    documents: &[SegmentedText],
    rounds: usize,
) -> anyhow::Result<Vec<SegmentedText>> {
    let singles = corpora.text("language/train_sib200_lingua.tsv")?;
    let singles = singles.lines().filter_map(|line| line.split_once('\t'));
    let mut sentences: Vec<String> =
        singles.filter(|(tag, _)| *tag == code).map(|(_, sentence)| sentence.to_owned()).collect();
    for document in documents {
        let spans = document.visible_sentences();
        sentences.extend(spans.into_iter().map(|span| span.of(&document.text).to_owned()));
    }
    let (mut texts, mut draws) = (Vec::new(), Draws::new(0x7468_6c6f));
    for _ in 0..rounds {
        for last in (1..sentences.len()).rev() {
            sentences.swap(last, draws.below(last + 1));
        }
        let parts = sentences.chunks(SENTENCES);
        texts.extend(parts.map(|part| SegmentedText::joined("", language, part.iter().map(String::as_str))));
    }
    Ok(texts)
}

/// Returns the texts without the full stops of their sentences, as many Lao newspapers write.
pub fn without_stops(texts: &[SegmentedText]) -> Vec<SegmentedText> {
    let bare = |text: &SegmentedText| {
        let spans = text.visible_sentences();
        let parts = spans.iter().map(|span| span.of(&text.text).trim_end_matches('.'));
        SegmentedText::joined(&text.id, &text.lang, parts)
    };
    texts.iter().map(bare).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_at_the_ends_of_sentences_are_left_out() {
        let text = SegmentedText::joined("x", "lo", ["ຝົນ 2.5.", "ລົດໄຟ"]);
        let bare = without_stops(&[text]);
        assert_eq!(bare[0].text, "ຝົນ 2.5 ລົດໄຟ");
        assert_eq!(bare[0].visible_sentences().len(), 2);
    }
}
