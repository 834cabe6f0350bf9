//! Scores how summaries read, by the lab's own word lists. The summarizer's lists would favour the
//! summarizer.

use lab_report::percent;
use messages::{ArticleSummarized, ArticleText, BlockKind};
use unicode_segmentation::UnicodeSegmentation as _;

use crate::metrics::matching::ratio;

/// Words that refer to someone or something mentioned before.
const PRONOUNS: &[&str] = &[
    "he", "she", "it", "they", "his", "her", "hers", "its", "their", "theirs", "him", "them", "this",
    "these", "those",
];

/// Words that link a sentence to the one before.
const CONNECTIVES: &[&str] = &[
    "and",
    "but",
    "or",
    "so",
    "yet",
    "also",
    "however",
    "meanwhile",
    "then",
    "still",
    "instead",
    "moreover",
    "therefore",
    "thus",
    "nevertheless",
    "besides",
    "furthermore",
];

/// Text that surrounds a story on a page.
const BOILERPLATE: &[&str] = &[
    "http://",
    "https://",
    "www.",
    "©",
    "all rights reserved",
    "click here",
    "read more",
    "scroll down",
    "sign up",
    "subscribe",
    "follow us",
    "copyright 20",
    "published: .",
    "updated: .",
    "share this",
    "advertisement",
    "newsletter",
    "(reporting by",
    "(editing by",
];

/// Marks that end a whole sentence, before marks that close a quotation or bracket.
const FINAL: [char; 5] = ['.', '!', '?', '…', ':'];

pub(super) const COLUMNS: [&str; 12] = [
    "set",
    "summaries",
    "sentences",
    "words",
    "orphans",
    "connectives",
    "quotations",
    "questions",
    "fragments",
    "boilerplate",
    "outside",
    "verbatim",
];

/// Counts over the sentences of many summaries.
#[derive(Debug, Default)]
pub(super) struct Form {
    summaries: usize,
    sentences: usize,
    words: usize,
    orphans: usize,
    connectives: usize,
    quotations: usize,
    questions: usize,
    fragments: usize,
    boilerplate: usize,
    outside: usize,
    verbatim: usize,
}

impl Form {
    pub(super) fn add(&mut self, summarized: &ArticleSummarized) {
        let chosen = &summarized.summary.sentences;
        let text = ArticleText::new(&summarized.article);
        let mut verbatim = String::new();
        for &index in chosen {
            let Some(sentence) = summarized.segments.sentences.get(index) else { continue };
            let words = text.slice(summarized.segments.field_of(sentence), sentence.span());
            let follows = index.checked_sub(1).is_some_and(|before| chosen.contains(&before));
            self.outside += usize::from(summarized.segments.kind_of(sentence) != BlockKind::Paragraph);
            self.count(words, follows);
            verbatim.push_str(if verbatim.is_empty() { "" } else { " " });
            verbatim.push_str(words);
        }
        self.verbatim += usize::from(verbatim == summarized.summary.text);
        self.summaries += 1;
    }

    fn count(&mut self, sentence: &str, follows: bool) {
        let opening = opening(sentence);
        let lower = sentence.to_lowercase();
        let trimmed =
            sentence.trim_end_matches(|mark: char| text::is_closing_mark(mark) || mark.is_whitespace());
        self.sentences += 1;
        self.words += text::words(sentence).count();
        self.orphans += usize::from(PRONOUNS.contains(&opening.as_str()) && !follows);
        self.connectives += usize::from(CONNECTIVES.contains(&opening.as_str()) && !follows);
        self.quotations += usize::from(sentence.trim_start().starts_with(text::is_quotation_mark));
        self.questions += usize::from(trimmed.ends_with('?'));
        self.fragments += usize::from(!trimmed.ends_with(FINAL));
        self.boilerplate += usize::from(BOILERPLATE.iter().any(|phrase| lower.contains(phrase)));
    }

    pub(super) fn row(&self, name: &str) -> Vec<String> {
        let share = |count| percent(ratio(count, self.sentences));
        let counts = [
            self.orphans,
            self.connectives,
            self.quotations,
            self.questions,
            self.fragments,
            self.boilerplate,
            self.outside,
        ];
        let mut row = vec![name.to_owned(), self.summaries.to_string(), self.sentences.to_string()];
        row.push(format!("{:.0}", ratio(self.words, self.summaries)));
        row.extend(counts.map(share));
        row.push(percent(ratio(self.verbatim, self.summaries)));
        row
    }
}

/// Returns the first word in lower case, without a contraction such as `'s`.
fn opening(sentence: &str) -> String {
    let word = sentence.unicode_words().next().unwrap_or_default().to_lowercase();
    word.split(['\'', '’']).next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sentence: &str, follows: bool, expected: &[usize]) {
        let mut form = Form::default();
        form.count(sentence, follows);
        let found = [
            form.orphans,
            form.connectives,
            form.quotations,
            form.questions,
            form.fragments,
            form.boilerplate,
        ];
        assert_eq!(found, expected, "{sentence:?}");
    }

    #[test]
    fn a_contracted_pronoun_counts_unless_the_sentence_before_is_there() {
        check("“He’s gone,” she said.", false, &[1, 0, 1, 0, 0, 0]);
        check("He has gone.", true, &[0; 6]);
        check("Henry has gone, she said.", false, &[0; 6]);
    }

    #[test]
    fn each_flaw_is_counted() {
        check("But rain fell.", false, &[0, 1, 0, 0, 0, 0]);
        check("Will it rain?", false, &[0, 0, 0, 1, 0, 0]);
        check("Rain over Oslo", false, &[0, 0, 0, 0, 1, 0]);
        check("Read more at https://example.org.", false, &[0, 0, 0, 0, 0, 1]);
    }
}
