//! The flags that select articles.

use std::{
    io::{IsTerminal, stdin},
    path::PathBuf,
};

use runtime::settings::Problems;

use super::{
    files::{self, Source},
    format::{InputFormat, STDIN},
    input::{Articles, Input},
};

/// The flags that select articles and name their format.
#[derive(Debug, clap::Args)]
pub(crate) struct InputArgs {
    /// Files and folders with articles, or `-` for standard input; standard input if none is given
    #[arg(value_name = "FILE|DIR|-")]
    pub(super) paths: Vec<PathBuf>,
    /// Format of the articles
    #[arg(long, value_name = "FORMAT", default_value = "auto")]
    pub(super) input: InputFormat,
}

/// All articles of a command line, each read when it is needed.
pub(crate) struct Inputs {
    articles: Articles,
    total: Option<u64>,
}

impl Inputs {
    /// Returns invented inputs for a test.
    #[cfg(test)]
    pub(crate) fn invented(articles: impl Iterator<Item = Input> + Send + 'static) -> Self {
        Self { articles: Box::new(articles), total: None }
    }

    /// Returns the number of articles, if it can be known before reading them.
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
    /// Finds the files, without reading them yet. Adds every problem with the paths to `problems`.
    ///
    /// A file that cannot be read is not a problem here. It becomes an [`Input`] with its error, in its place
    /// in the order.
    pub(crate) fn open(&self, problems: &mut Problems) -> Inputs {
        if self.paths.is_empty() && stdin().is_terminal() {
            problems.add(
                "no articles given\n\nName files or folders, or pipe articles in (`publish` takes the same):\n  \
                 wiredesk annotate story.txt\n  \
                 wiredesk annotate archive/ feed.jsonl\n  \
                 echo '{\"body\": \"It rained in Oslo.\"}' | wiredesk annotate",
            );
        }
        if self.paths.iter().filter(|path| path.as_os_str() == STDIN).count() > 1 {
            problems.add("`-` is given more than once, but standard input can be read only once");
        }
        self.inputs()
    }

    pub(super) fn inputs(&self) -> Inputs {
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
