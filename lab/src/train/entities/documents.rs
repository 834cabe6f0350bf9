//! The documents of a corpus to learn from.

use super::recipe::Source;
use crate::corpus::Corpora;
use crate::corpus::columns::TaggedDocument;
use crate::random::Random;

/// Most sentences in a document made of single sentences.
const LONGEST: usize = 12;

/// Reads a corpus in documents.
///
/// Some corpora mark no documents but continue from sentence to sentence, so some neighbouring sentences make
/// one document. Without that, training would see no context beyond a sentence.
pub(super) fn read(
    corpora: &Corpora,
    source: &Source,
    random: &mut Random,
) -> anyhow::Result<Vec<TaggedDocument>> {
    let mut documents = corpora.named(source.file)?;
    if source.in_order {
        documents = joined(documents, random);
    }
    Ok(thinned(documents, source.most))
}

/// Joins neighbouring documents, up to [`LONGEST`].
fn joined(documents: Vec<TaggedDocument>, random: &mut Random) -> Vec<TaggedDocument> {
    let (mut joined, mut left): (Vec<TaggedDocument>, usize) = (Vec::new(), 0);
    for document in documents {
        match joined.last_mut() {
            Some(last) if left > 0 => last.extend(document),
            _ => {
                joined.push(document);
                left = 1 + random.below(LONGEST);
            }
        }
        left -= 1;
    }
    joined
}

/// Leaves out documents all over the corpus, so that about `most` tokens remain.
fn thinned(mut documents: Vec<TaggedDocument>, most: usize) -> Vec<TaggedDocument> {
    let tokens: usize = documents.iter().flatten().map(|sentence| sentence.tokens.len()).sum();
    let share = most as f64 / tokens.max(1) as f64;
    if share < 1.0 {
        let mut number = 0.0;
        documents.retain(|_| {
            number += 1.0;
            (number * share).floor() > ((number - 1.0) * share).floor()
        });
    }
    documents
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::columns::TaggedSentence;

    fn documents(number: usize) -> Vec<TaggedDocument> {
        let document = |number: usize| {
            let tokens = vec![(number.to_string(), "O".to_owned()); 2];
            vec![TaggedSentence { tokens, ..TaggedSentence::default() }]
        };
        (0..number).map(document).collect()
    }

    #[test]
    fn documents_all_over_a_large_corpus_remain() {
        let left = thinned(documents(9), 6);
        let kept: Vec<&str> = left.iter().flatten().map(|sentence| sentence.tokens[0].0.as_str()).collect();
        assert_eq!(kept, ["2", "5", "8"]);
        assert_eq!(thinned(documents(9), 18), documents(9));
    }

    #[test]
    fn neighbours_are_joined_in_order() {
        let joined = joined(documents(40), &mut Random::new(1));
        assert!(joined.len() < 40 && joined.iter().any(|document| document.len() > 1));
        assert_eq!(joined.concat(), documents(40).concat());
    }
}
