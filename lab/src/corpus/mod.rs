//! Readers of the development data, one file for each format.
//!
//! The data is not part of the project: its folder is an argument.

pub mod amounts;
pub mod columns;
pub mod linked;
pub mod news;
pub mod ntrex;
pub mod pages;
pub mod segmented;
pub mod spans;
pub mod structure;
pub mod summaries;
pub mod taught;
pub mod translated;
pub mod traps;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, bail};
use serde::de::DeserializeOwned;

/// The folder of development data, and how much of it to read.
#[derive(Debug, Clone)]
pub struct Corpora {
    folder: PathBuf,
    limit: Option<usize>,
    /// Folder of texts in further languages, one file each, if given.
    pub others: Option<PathBuf>,
    /// File with what another program read from the web pages, if given.
    pub extracted: Option<PathBuf>,
}

impl Corpora {
    /// Checks that `folder` exists. With a `limit`, only the first records of each corpus are read.
    pub fn open(folder: &Path, limit: Option<usize>) -> anyhow::Result<Self> {
        if !folder.is_dir() {
            bail!(
                "no folder `{}`: give the folder of the development data, such as --data ../shared/data",
                folder.display()
            );
        }
        Ok(Self { folder: folder.to_owned(), limit, others: None, extracted: None })
    }

    /// Reports whether only the first records of each corpus are read.
    pub fn is_limited(&self) -> bool {
        self.limit.is_some()
    }

    /// Reports whether there is a file; `name` is relative to the folder.
    pub fn has(&self, name: &Path) -> bool {
        self.folder.join(name).is_file()
    }

    /// Reads a file; `name` is relative to the folder.
    pub fn text(&self, name: &str) -> anyhow::Result<String> {
        let path = self.folder.join(name);
        fs::read_to_string(&path).with_context(|| {
            let folder = self.folder.display();
            format!("cannot read `{name}` in `{folder}`: is --data the folder with language/, segments/, entities/, summary/, news/?")
        })
    }

    /// Reads the records of a file with one JSON object per line.
    pub fn json_lines<T: DeserializeOwned>(&self, name: &str) -> anyhow::Result<Vec<T>> {
        let records = json_lines(&self.text(name)?).with_context(|| format!("in `{name}`"))?;
        Ok(self.limited(records))
    }

    /// Reads the documents with names in `entities/<name>.jsonl`, or in the column file `.tsv` if there is none.
    pub fn named(&self, name: &str) -> anyhow::Result<Vec<columns::TaggedDocument>> {
        if self.folder.join(format!("entities/{name}.jsonl")).is_file() {
            let texts = self.json_lines::<spans::AnnotatedText>(&format!("entities/{name}.jsonl"))?;
            return Ok(texts.into_iter().map(spans::AnnotatedText::into_document).collect());
        }
        Ok(self.limited(columns::read(&self.text(&format!("entities/{name}.tsv"))?)))
    }

    /// Keeps the first records if there is a limit.
    pub fn limited<T>(&self, mut records: Vec<T>) -> Vec<T> {
        if let Some(limit) = self.limit {
            records.truncate(limit);
        }
        records
    }
}

/// Reads one JSON object per line, and ignores empty lines.
fn json_lines<T: DeserializeOwned>(text: &str) -> anyhow::Result<Vec<T>> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read = |(number, line): (usize, &str)| {
        serde_json::from_str(line).with_context(|| format!("line {}", number + 1))
    };
    lines.map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_file_names_the_option_for_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let corpora = Corpora::open(folder.path(), None).unwrap();
        let error = corpora.text("summary/none.jsonl").unwrap_err().to_string();
        assert!(error.contains("summary/none.jsonl") && error.contains("--data"), "{error}");
    }

    #[test]
    fn an_invalid_line_is_named_by_its_number() {
        let error = json_lines::<u32>("1\n\n2\nx\n").unwrap_err().to_string();
        assert_eq!(error, "line 4");
    }

    #[test]
    fn a_limit_keeps_the_first_records() {
        let folder = tempfile::tempdir().unwrap();
        let corpora = Corpora::open(folder.path(), Some(2)).unwrap();
        assert_eq!(corpora.limited(vec![1, 2, 3]), [1, 2]);
    }
}
