//! The systems that make summaries: the summarizer and those it is compared with.

use messages::{ArticleSummarized, ArticleText, BlockKind};
use summarizer::Budget;

use super::graph;
use crate::metrics::rouge::{self, Stemming, Words};

/// A system that makes a summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum System {
    Summarizer,
    Lead,
    LeadCut,
    TextRank,
    LexRank,
    Oracle,
}

impl System {
    pub(super) const ALL: [Self; 6] =
        [Self::Summarizer, Self::Lead, Self::LeadCut, Self::TextRank, Self::LexRank, Self::Oracle];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Summarizer => "summarizer",
            Self::Lead => "lead",
            Self::LeadCut => "lead, cut",
            Self::TextRank => "TextRank",
            Self::LexRank => "LexRank",
            Self::Oracle => "oracle",
        }
    }
}

/// An article as every system gets it: the sentences of its story, and those that the summarizer chose.
pub(super) struct Story<'a> {
    pub(super) sentences: Vec<&'a str>,
    pub(super) chosen: Vec<&'a str>,
    /// Stemmed words of each sentence.
    words: Vec<Words>,
}

impl<'a> Story<'a> {
    pub(super) fn new(summarized: &'a ArticleSummarized) -> Self {
        let text = ArticleText::new(&summarized.article);
        let segments = &summarized.segments;
        let slice = |sentence| text.slice(segments.field_of(sentence), messages::Sentence::span(sentence));
        let story = segments.sentences.iter().filter(|one| segments.kind_of(one) == BlockKind::Paragraph);
        let sentences: Vec<&str> = story.map(slice).collect();
        let chosen = summarized.summary.sentences.iter().filter_map(|&index| segments.sentences.get(index));
        let words = sentences.iter().map(|one| Words::new(one, Stemming::Porter)).collect();
        Self { chosen: chosen.map(slice).collect(), sentences, words }
    }

    /// Returns the summary of one system, one sentence per line; `None` if the system has no such budget.
    pub(super) fn summary(&self, system: System, budget: Budget, reference: &Words) -> Option<String> {
        let in_order = (0..self.sentences.len()).collect::<Vec<_>>();
        Some(match system {
            System::Summarizer => self.chosen.join("\n"),
            System::Lead => self.lines(self.filled(&in_order, budget, Filling::UntilFull)),
            System::LeadCut => {
                let Budget::Words(count) = budget else { return None };
                first_words(&self.sentences.join("\n"), count).to_owned()
            }
            System::TextRank => {
                self.lines(self.filled(&graph::text_rank(&self.words), budget, Filling::WhatFits))
            }
            System::LexRank => {
                self.lines(self.filled(&graph::lex_rank(&self.words), budget, Filling::WhatFits))
            }
            System::Oracle => self.lines(self.oracle(reference, budget)),
        })
    }

    fn lines(&self, mut numbers: Vec<usize>) -> String {
        numbers.sort_unstable();
        let sentences = numbers.into_iter().filter_map(|number| self.sentences.get(number).copied());
        sentences.collect::<Vec<_>>().join("\n")
    }

    /// Takes sentences in the given order while the budget allows, at least one.
    fn filled(&self, order: &[usize], budget: Budget, filling: Filling) -> Vec<usize> {
        let mut taken: Vec<usize> = Vec::new();
        for &number in order {
            taken.push(number);
            if !self.fits(&taken, budget) && taken.len() > 1 {
                taken.pop();
                if filling == Filling::UntilFull {
                    break;
                }
            }
        }
        taken
    }

    fn fits(&self, numbers: &[usize], budget: Budget) -> bool {
        match budget {
            Budget::Sentences(count) => numbers.len() <= count,
            Budget::Words(count) => {
                let sentences = numbers.iter().filter_map(|&number| self.sentences.get(number));
                sentences.map(|sentence| text::words(sentence).count()).sum::<usize>() <= count
            }
            Budget::Characters(_) | Budget::Ratio(_) => false,
        }
    }

    /// Takes the sentence that raises ROUGE-1 + ROUGE-2 most, again and again, as long as one that fits
    /// raises it.
    fn oracle(&self, reference: &Words, budget: Budget) -> Vec<usize> {
        let mut chosen: Vec<usize> = Vec::new();
        let mut best = 0.0;
        loop {
            let with = |number: usize| [chosen.as_slice(), &[number]].concat();
            let left = (0..self.words.len()).filter(|number| !chosen.contains(number));
            let fitting = left.filter(|&number| self.fits(&with(number), budget));
            let gains = fitting.map(|number| {
                let words = with(number);
                let summary = Words::joined(words.iter().filter_map(|&number| self.words.get(number)));
                (number, rouge::overlap(reference, &summary, 1) + rouge::overlap(reference, &summary, 2))
            });
            match gains.max_by(|first, second| first.1.total_cmp(&second.1)) {
                Some((number, gain)) if gain > best => {
                    best = gain;
                    chosen.push(number);
                }
                _ => return chosen,
            }
        }
    }
}

/// What to do with a sentence that does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filling {
    /// Stop.
    UntilFull,
    /// Skip it and continue.
    WhatFits,
}

/// Returns the text up to the end of word number `count`.
fn first_words(text: &str, count: usize) -> &str {
    let end = text::words(text).nth(count.saturating_sub(1)).map_or(text.len(), |token| token.span.end);
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCES: [&str; 4] =
        ["It was Monday.", "Rain fell in Oslo.", "Nobody minded.", "Trams stood still."];

    fn check(system: System, budget: Budget, expected: &str) {
        let words = SENTENCES.map(|one| Words::new(one, Stemming::Porter)).to_vec();
        let story = Story { sentences: SENTENCES.to_vec(), chosen: Vec::new(), words };
        let reference = Words::new("Trams stood still as rain fell.", Stemming::Porter);
        assert_eq!(story.summary(system, budget, &reference).unwrap(), expected, "{system:?} {budget}");
    }

    #[test]
    fn the_oracle_knows_the_reference() {
        check(System::Oracle, Budget::Sentences(3), "Rain fell in Oslo.\nTrams stood still.");
        check(System::Oracle, Budget::Words(4), "Trams stood still.");
    }

    #[test]
    fn the_lead_has_whole_sentences_or_is_cut_at_a_word() {
        check(System::Lead, Budget::Sentences(2), "It was Monday.\nRain fell in Oslo.");
        check(System::Lead, Budget::Words(8), "It was Monday.\nRain fell in Oslo.");
        check(System::LeadCut, Budget::Words(5), "It was Monday.\nRain fell");
    }

    #[test]
    fn the_lead_has_at_least_one_sentence() {
        check(System::Lead, Budget::Words(2), "It was Monday.");
    }
}
