//! Where articles come from: files, folders and standard input, one article at a time.

mod files;
mod read;
mod sniff;

#[cfg(test)]
mod tests;

use std::{
    io::{IsTerminal, stdin},
    path::PathBuf,
};

use clap::ValueEnum;
use runtime::settings::Problems;
use thiserror::Error;

use files::Source;

/// The path that means standard input.
const STDIN: &str = "-";

/// Largest text or line taken as one article. News is a few kilobytes; this keeps a binary file or
/// an endless line from filling the memory.
const LARGEST_ARTICLE: u64 = 64 * 1024 * 1024;

/// Which articles to take, and how they are written.
#[derive(Debug, clap::Args)]
pub(crate) struct InputArgs {
    /// Files and folders with articles, `-` for standard input; without any, standard input
    #[arg(value_name = "FILE|DIR|-")]
    paths: Vec<PathBuf>,
    /// How articles are written: `jsonl` is one JSON object with a `body` a line, `text` one article a
    /// file; `auto` goes by the extension, and on standard input by the first character
    #[arg(long, value_name = "FORMAT", default_value = "auto")]
    input: InputFormat,
}

/// How articles are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum InputFormat {
    Auto,
    Text,
    Jsonl,
}

/// One article to be, with where it came from.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Input {
    /// `file.jsonl:12`, `story.txt`, `list.json[3]`, `-:3`.
    pub(crate) origin: String,
    /// The JSON object of the article, not looked into yet.
    pub(crate) payload: Result<Vec<u8>, InputError>,
}

/// Why there is no article to be had.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(crate) enum InputError {
    /// The system does not let us read.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// Bytes that are no text.
    #[error("not UTF-8 text: the byte at offset {0} is not valid")]
    InvalidUtf8(usize),
    /// Longer than any article.
    #[error("larger than {} MiB: not one article", LARGEST_ARTICLE / (1024 * 1024))]
    TooLarge,
}

impl InputError {
    /// The reason as a label: lower-case words joined by underscores.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable",
            Self::InvalidUtf8(_) => "invalid_utf8",
            Self::TooLarge => "too_large",
        }
    }
}

impl From<std::io::Error> for InputError {
    fn from(error: std::io::Error) -> Self {
        Self::Unreadable(error.to_string())
    }
}

/// The articles of one source, read as they are asked for.
type Articles = Box<dyn Iterator<Item = Input> + Send>;

/// All articles of a command line, read as they are asked for.
pub(crate) struct Inputs {
    articles: Articles,
    total: Option<u64>,
}

impl Inputs {
    /// Inputs made up by a test.
    #[cfg(test)]
    pub(crate) fn made_up(articles: impl Iterator<Item = Input> + Send + 'static) -> Self {
        Self { articles: Box::new(articles), total: None }
    }

    /// How many there will be, where that can be known beforehand.
    pub(crate) fn total(&self) -> Option<u64> {
        self.total
    }
}

impl Iterator for Inputs {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        self.articles.next()
    }
}

impl InputArgs {
    /// Finds the files; reads nothing yet.
    ///
    /// What cannot be read becomes an [`Input`] with its error, not a stop.
    pub(crate) fn open(&self) -> Result<Inputs, Problems> {
        let mut problems = Problems::default();
        if self.paths.is_empty() && stdin().is_terminal() {
            problems.add(
                "no articles given\n\nName files or folders, or pipe articles in (`publish` takes the same):\n  \
                 wiredesk annotate story.txt\n  \
                 wiredesk annotate archive/ feed.jsonl\n  \
                 echo '{\"body\": \"It rained in Oslo.\"}' | wiredesk annotate",
            );
        }
        if self.paths.iter().filter(|path| path.as_os_str() == STDIN).count() > 1 {
            problems.add("`-` can be given once: standard input is read to its end");
        }
        problems.or(self.inputs())
    }

    fn inputs(&self) -> Inputs {
        let format = self.input;
        let sources = if self.paths.is_empty() {
            vec![Source::Stdin]
        } else {
            self.paths.iter().flat_map(|path| files::sources(path, format)).collect()
        };
        let counts = sources.iter().map(|source| source.is_one_article(format).then_some(1));
        let total = counts.sum::<Option<u64>>();
        let articles = sources.into_iter().flat_map(move |source| source.articles(format));
        Inputs { articles: Box::new(articles), total }
    }
}
