//! Measures how often a corpus labels the same name differently, which bounds the score of any tagger on it.

use std::collections::BTreeMap;
use std::ops::Range;

use lab_report::{Table, percent};

use crate::corpus::Corpora;
use crate::corpus::columns::TaggedSentence;

/// The note above the table.
pub(super) const NOTE: &str = "Names of two or more words that a corpus labels at least once and that occur in it five times or more, except inside longer \
names: the share of occurrences with another label than the most frequent one (another type, not a name, or another span), and \
the names with most of them. A name of several words is hardly ever two things in one corpus, so this is error, not ambiguity.";

/// Least number of occurrences of a name.
const LEAST: usize = 5;
/// Largest number of words in a name.
const LONGEST: usize = 6;
/// Number of names to show.
const SHOWN: usize = 4;

/// How often each label was given to one name.
type Labels = BTreeMap<String, usize>;

/// Returns a table with a row for each corpus.
pub(super) fn table(corpora: &Corpora, files: &[(&str, &str)]) -> anyhow::Result<Table> {
    let mut table = Table::new(&["corpus", "names", "times met", "not as mostly", "most often"]);
    for (name, file) in files {
        let documents = corpora.named(file)?;
        let sentences: Vec<TaggedSentence> = documents.into_iter().flatten().collect();
        table.row(row(name, &labels(&sentences)));
    }
    Ok(table)
}

fn row(name: &str, labels: &BTreeMap<String, Labels>) -> Vec<String> {
    let met = |labels: &Labels| labels.values().sum::<usize>();
    let astray = |labels: &Labels| met(labels) - labels.values().max().copied().unwrap_or_default();
    let mut often: Vec<(&String, &Labels)> =
        labels.iter().filter(|(_, labels)| met(labels) >= LEAST).collect();
    often.sort_by_key(|(_, labels)| std::cmp::Reverse(astray(labels)));
    let (all, wrong) =
        often.iter().fold((0, 0), |sums, (_, labels)| (sums.0 + met(labels), sums.1 + astray(labels)));
    let shown = often.iter().filter(|(_, labels)| astray(labels) > 0).take(SHOWN).map(|(name, labels)| {
        let counts: Vec<String> = labels.iter().map(|(label, count)| format!("{label} {count}")).collect();
        format!("{name} ({})", counts.join(", "))
    });
    let shown: Vec<String> = shown.collect();
    let share = percent(wrong as f64 / all.max(1) as f64);
    vec![name.to_owned(), often.len().to_string(), all.to_string(), share, shown.join("; ")]
}

/// Returns every name of several words with its labels.
fn labels(sentences: &[TaggedSentence]) -> BTreeMap<String, Labels> {
    let mut labels: BTreeMap<String, Labels> = BTreeMap::new();
    for sentence in sentences {
        for (span, _) in names(sentence).into_iter().filter(|(span, _)| (2..=LONGEST).contains(&span.len())) {
            labels.entry(surface(sentence, span)).or_default();
        }
    }
    for sentence in sentences {
        let names = names(sentence);
        for (start, length) in
            (0..sentence.tokens.len()).flat_map(|start| (2..=LONGEST).map(move |length| (start, length)))
        {
            let span = start..start + length;
            if span.end > sentence.tokens.len() || names.iter().any(|(name, _)| is_inside(&span, name)) {
                continue;
            }
            let Some(labels) = labels.get_mut(&surface(sentence, span.clone())) else { continue };
            let label = names.iter().find(|(name, _)| *name == span).map_or("none", |(_, label)| label);
            *labels.entry(label.to_owned()).or_default() += 1;
        }
    }
    labels
}

fn is_inside(span: &Range<usize>, name: &Range<usize>) -> bool {
    name.start <= span.start && span.end <= name.end && name != span
}

fn surface(sentence: &TaggedSentence, span: Range<usize>) -> String {
    let words: Vec<&str> =
        sentence.tokens.iter().skip(span.start).take(span.len()).map(|(word, _)| word.as_str()).collect();
    words.join(" ")
}

/// Returns the names of a sentence: each starts at a `B-` and ends at the last `I-` of its type.
fn names(sentence: &TaggedSentence) -> Vec<(Range<usize>, &str)> {
    let mut names: Vec<(Range<usize>, &str)> = Vec::new();
    for (place, (_, tag)) in sentence.tokens.iter().enumerate() {
        match (tag.split_once('-'), names.last_mut()) {
            (Some(("B", label)), _) => names.push((place..place + 1, label)),
            (Some(("I", label)), Some((span, known))) if span.end == place && *known == label => {
                span.end += 1;
            }
            _ => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_the_labels_of_a_name_in_the_whole_corpus() {
        let tagged = |tags: &str| {
            let words = ["In", "Tel", "Aviv", "Port"].iter().zip(tags.split(' '));
            TaggedSentence {
                tokens: words.map(|(word, tag)| ((*word).to_owned(), tag.to_owned())).collect(),
                ..TaggedSentence::default()
            }
        };
        let sentences =
            ["O B-LOC I-LOC O", "O B-ORG I-ORG O", "O O O O", "O B-LOC O O", "O B-LOC I-LOC I-LOC"]
                .map(tagged);
        let labels = labels(&sentences);
        let expected: Labels =
            [("LOC", 1), ("ORG", 1), ("none", 2)].map(|(label, count)| (label.to_owned(), count)).into();
        assert_eq!(labels["Tel Aviv"], expected);
        assert_eq!(
            row("it", &[("Tel Aviv".to_owned(), expected)].into())[3],
            "0.0",
            "met less than five times"
        );
    }
}
