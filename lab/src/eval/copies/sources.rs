//! The articles that copies are made of.

use super::edits::{Source, count};
use crate::{
    corpus::{Corpora, news::NewsDocument, ntrex},
    eval::held_back::{hash, is_held_back},
};

/// Files of news, their language, and the share of their articles that are copied: one in so many.
const NEWS: [(&str, &str, usize); 9] = [
    ("en-senate-1", "en", 10),
    ("en-senate-2", "en", 10),
    ("en", "en", 1),
    ("de-wikinews", "de", 2),
    ("it-wikinews", "it", 2),
    ("ru-wikinews", "ru", 2),
    ("ja", "ja", 4),
    ("eo", "eo", 4),
    ("zh", "zh", 1),
];

/// Languages of NTREX without spaces, whose news is not in the files above.
const DENSE: [&str; 5] = ["zho", "tha", "khm", "lao", "mya"];

/// Articles with fewer words are not copied: a cut leaves 60.
const LEAST: usize = 120;

/// An article, and whether a copy is made of it.
pub(super) struct Candidate {
    pub(super) source: Source,
    pub(super) is_copied: bool,
    /// Whether the evaluation may choose nothing by it.
    pub(super) is_held_back: bool,
}

/// Reads all articles.
pub(super) fn candidates(corpora: &Corpora) -> anyhow::Result<Vec<Candidate>> {
    let mut found = Vec::new();
    for (file, language, one_in) in NEWS {
        let documents: Vec<NewsDocument> = corpora.json_lines(&format!("news/{file}.jsonl"))?;
        for document in documents {
            let paragraphs = document.body.split("\n\n").map(str::to_owned).collect();
            let headline = document.headline.unwrap_or_default();
            let source = Source { id: document.id, language: language.to_owned(), headline, paragraphs };
            found.push(candidate(source, one_in));
        }
    }
    let documents = ntrex::read(&corpora.text("language/ntrex_dev.tsv")?)?;
    for document in documents.into_iter().filter(|document| DENSE.contains(&document.language.as_str())) {
        found.push(candidate(source_of(document), 1));
    }
    Ok(found)
}

fn source_of(document: ntrex::Document) -> Source {
    let paragraphs = document.body.chunks(3).map(<[String]>::concat).collect();
    Source {
        id: format!("{}-{}", document.id, document.variant),
        language: document.language,
        headline: document.headlines.first().cloned().unwrap_or_default(),
        paragraphs,
    }
}

fn candidate(source: Source, one_in: usize) -> Candidate {
    let words: usize = source.paragraphs.iter().map(|paragraph| count(paragraph)).sum();
    let is_copied = words >= LEAST && (hash(&source.id) >> 1).is_multiple_of(one_in as u64);
    Candidate { is_copied, is_held_back: is_held_back(&source.id), source }
}
