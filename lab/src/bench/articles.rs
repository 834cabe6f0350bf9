//! The sets of articles that the benchmark reads.

use std::{fs, path::Path};

use anyhow::{Context as _, ensure};
use messages::Article;
use serde_json::json;

use crate::corpus::{
    Corpora,
    news::{NewsDocument, whole_paragraphs},
};

/// Files of English news, and the largest number of articles to take from each.
const ENGLISH_NEWS: &[(&str, usize)] = &[
    ("news/en.jsonl", 60),
    ("news/en-senate-1.jsonl", 40),
    ("news/en-senate-2.jsonl", 40),
    ("summary/dailynews100_noref.jsonl", 60),
];

/// Range of an article's body in bytes: about 3 KB.
const ABOUT_3_KB: (usize, usize) = (2600, 3400);

/// Articles as a publisher sends them, one JSON line each.
pub(super) struct ArticleSet {
    /// The name in the tables.
    pub(super) name: &'static str,
    /// A sentence that says what the set holds.
    pub(super) description: String,
    /// The JSON lines.
    pub(super) payloads: Vec<Vec<u8>>,
    /// Headline and body of each article.
    pub(super) texts: Vec<String>,
}

impl ArticleSet {
    fn new(name: &'static str, description: String, payloads: Vec<Vec<u8>>) -> anyhow::Result<Self> {
        ensure!(!payloads.is_empty(), "the set `{name}` holds no article");
        let mut texts = Vec::new();
        for payload in &payloads {
            let article = Article::from_json(payload)?;
            texts.push(
                format!("{}\n\n{}", article.headline.unwrap_or_default(), article.body).trim().to_owned(),
            );
        }
        Ok(Self { name, description, payloads, texts })
    }

    /// Returns the number of articles.
    pub(super) fn len(&self) -> usize {
        self.payloads.len()
    }

    /// Returns the bytes of text in all articles.
    pub(super) fn text_bytes(&self) -> usize {
        self.texts.iter().map(String::len).sum()
    }
}

/// Reads the test articles, in many languages.
pub(super) fn of_the_tests(folder: &Path) -> anyhow::Result<ArticleSet> {
    let wanted = || {
        format!(
            "no articles in `{}`: run from the project's root, or name the folder of the test articles with --articles",
            folder.display()
        )
    };
    let mut paths: Vec<_> = fs::read_dir(folder)
        .with_context(wanted)?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    paths.sort();
    let mut payloads = Vec::new();
    for path in &paths {
        payloads.push(fs::read(path).with_context(|| format!("cannot read `{}`", path.display()))?);
    }
    let description = "The articles of the tests, in many languages.".to_owned();
    ArticleSet::new("tests", description, payloads).with_context(wanted)
}

/// Reads English news, each article cut after the paragraph that reaches about 3 KB.
///
/// Takes the first articles of each file that fit.
pub(super) fn english_news(data: &Corpora) -> anyhow::Result<ArticleSet> {
    let (least, most) = ABOUT_3_KB;
    let mut payloads = Vec::new();
    for (name, number) in ENGLISH_NEWS {
        let documents: Vec<NewsDocument> = data.json_lines(name)?;
        let fitting = documents.iter().filter_map(|document| {
            let body = whole_paragraphs(&document.body, least, most)?;
            let article = json!({ "id": document.id, "headline": document.headline, "body": body });
            Some(article.to_string().into_bytes())
        });
        payloads.extend(fitting.take(*number));
    }
    let files: Vec<String> = ENGLISH_NEWS.iter().map(|(name, number)| format!("{name} ({number})")).collect();
    let description = format!(
        "English news: the first articles of {} (the largest number from each), cut after the paragraph that reaches {least} bytes, \
and left out if that takes more than {most}.",
        files.join(", ")
    );
    ArticleSet::new("English news, 3 KB", description, payloads)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_folder_names_the_option_to_give() {
        let folder = tempfile::tempdir().unwrap();
        let error = of_the_tests(folder.path()).err().unwrap();
        assert!(format!("{error:#}").contains("--articles"), "{error:#}");
    }

    #[test]
    fn each_file_of_the_folder_is_an_article() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("b.json"), r#"{"headline":"Snow","body":"Snow fell."}"#).unwrap();
        fs::write(folder.path().join("a.json"), r#"{"body":"Rain fell."}"#).unwrap();
        fs::write(folder.path().join("README.md"), "Not an article.").unwrap();
        let set = of_the_tests(folder.path()).unwrap();
        assert_eq!(set.texts, ["Rain fell.", "Snow\n\nSnow fell."]);
        assert_eq!(set.text_bytes(), 26);
    }
}
