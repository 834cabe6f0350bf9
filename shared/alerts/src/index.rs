//! Many phrases at once: one automaton over all of them (Aho and Corasick, 1975).

use std::collections::HashMap;

use aho_corasick::{AhoCorasick, BuildError, MatchKind};
use text::Span;

use crate::{
    folded_text::{FoldedText, TokenEdges},
    phrase::Phrase,
};

/// Phrases, each with what it stands for.
#[derive(Debug)]
pub(crate) struct Index<K> {
    automaton: AhoCorasick,
    /// For each text of the automaton, the phrases that are folded to it.
    bearers: Vec<Vec<(Phrase, K)>>,
}

/// Where a phrase must begin and end.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Borders<'e> {
    /// At the borders of words.
    OfWords(Option<&'e TokenEdges>),
    /// At the ends of the text.
    OfText,
}

/// A part of a field that is searched.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part<'p> {
    pub(crate) field: &'p str,
    pub(crate) folded: &'p FoldedText,
    pub(crate) borders: Borders<'p>,
}

impl<K> Index<K> {
    /// Builds the automaton.
    ///
    /// # Errors
    ///
    /// When it would have more than two thousand million states.
    pub(crate) fn new(phrases: impl IntoIterator<Item = (Phrase, K)>) -> Result<Self, BuildError> {
        let (mut texts, mut bearers) = (Vec::new(), Vec::<Vec<(Phrase, K)>>::new());
        let mut numbers = HashMap::<String, usize>::new();
        for (phrase, key) in phrases {
            let number = *numbers.entry(phrase.folded().to_owned()).or_insert_with(|| {
                texts.push(phrase.folded().to_owned());
                bearers.push(Vec::new());
                bearers.len() - 1
            });
            if let Some(all) = bearers.get_mut(number) {
                all.push((phrase, key));
            }
        }
        let automaton = AhoCorasick::builder().match_kind(MatchKind::Standard).build(texts)?;
        Ok(Self { automaton, bearers })
    }

    /// Calls `each` for each place of each phrase in `part`, with the bytes of the field. Of an open phrase, these
    /// are the bytes of whole words.
    pub(crate) fn find(&self, part: Part<'_>, mut each: impl FnMut(&K, Span)) {
        let text = part.folded.as_str();
        for hit in self.automaton.find_overlapping_iter(text) {
            let span = Span::new(hit.start(), hit.end());
            let (starts, ends) = (part.has_border(span.start), part.has_border(span.end));
            for (phrase, key) in self.bearers.get(hit.pattern().as_usize()).into_iter().flatten() {
                let is_whole = (starts || phrase.starts_open()) && (ends || phrase.ends_open());
                if is_whole && phrase.fits(part.folded.origin(span).of(part.field)) {
                    each(key, part.folded.origin(part.whole_words(span)));
                }
            }
        }
    }
}

impl Part<'_> {
    fn has_border(self, at: usize) -> bool {
        match self.borders {
            Borders::OfWords(edges) => self.folded.is_border(at, edges),
            Borders::OfText => at == 0 || at == self.folded.as_str().len(),
        }
    }

    /// Extends a span to the next borders.
    fn whole_words(self, span: Span) -> Span {
        let text = self.folded.as_str();
        let before = text.get(..span.start).unwrap_or_default().char_indices().rev().map(|(at, _)| at);
        let after = text.get(span.end..).unwrap_or_default().char_indices().map(|(at, _)| span.end + at);
        let is_border = |at: &usize| self.has_border(*at);
        let start = std::iter::once(span.start).chain(before).find(is_border);
        let end = after.chain([text.len()]).find(is_border);
        Span::new(start.unwrap_or(span.start), end.unwrap_or(span.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(phrases: &[&str]) -> Index<String> {
        let phrases = phrases.iter().map(|phrase| (Phrase::parse(phrase).unwrap(), (*phrase).to_owned()));
        Index::new(phrases).unwrap()
    }

    fn found(phrases: &[&str], field: &str, borders: Borders<'_>) -> Vec<String> {
        let folded = FoldedText::of(field, Span::whole(field));
        let mut found = Vec::new();
        index(phrases).find(Part { field, folded: &folded, borders }, |key, span| {
            found.push(format!("{key}={}", span.of(field)));
        });
        found
    }

    #[test]
    fn overlapping_phrases_are_all_found() {
        let found =
            found(&["prime minister", "minist*", "minister"], "The Prime Minister", Borders::OfWords(None));
        assert_eq!(found, ["minist*=Minister", "prime minister=Prime Minister", "minister=Minister"]);
    }

    #[test]
    fn phrases_of_one_folding_keep_their_own_conditions() {
        let found = found(&["who", "WHO", "who*"], "who and WHO", Borders::OfWords(None));
        assert_eq!(found, ["who=who", "who*=who", "who=WHO", "WHO=WHO", "who*=WHO"]);
    }

    #[test]
    fn a_name_is_whole_unless_it_is_open() {
        let phrases = ["Paris", "Par*", "*Hilton"];
        assert_eq!(
            found(&phrases, "Paris Hilton", Borders::OfText),
            ["Par*=Paris Hilton", "*Hilton=Paris Hilton"]
        );
        assert_eq!(found(&phrases, "Paris", Borders::OfText), ["Par*=Paris", "Paris=Paris"]);
    }

    #[test]
    fn an_index_of_nothing_finds_nothing() {
        assert!(found(&[], "Rain", Borders::OfWords(None)).is_empty());
    }
}
