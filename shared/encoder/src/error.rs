//! The error of a model folder: which file, what is wrong with it, and how to fix it.

use std::error::Error;
use std::fmt;

/// The reason why a model folder cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {problem}; {fix}")]
pub struct FolderError {
    /// The name of the file, or `device` where a card fails.
    file: String,
    problem: String,
    /// What the reader can do about it.
    fix: String,
    /// The lower-level error, whose message is part of `problem`.
    #[source]
    source: Option<Box<dyn Error + Send + Sync>>,
}

/// The fix where a file is truncated or was written by other software.
pub(crate) const SAVE_AGAIN: &str =
    "copy the folder again, or write it again with save_pretrained() of model and tokenizer";

/// The fix where the operating system refuses to read a file.
pub(crate) const CHECK_ACCESS: &str = "check that the process may read it";

impl FolderError {
    pub(crate) fn new(file: &str, problem: impl fmt::Display, fix: impl fmt::Display) -> Self {
        // The texts quote files that others wrote, and they end up in logs: no control characters, limited
        // length.
        let shown =
            |text: String| text.chars().take(600).filter(|character| !character.is_control()).collect();
        Self {
            file: shown(file.to_owned()),
            problem: shown(problem.to_string()),
            fix: shown(fix.to_string()),
            source: None,
        }
    }

    /// Creates an error whose problem is another error.
    pub(crate) fn from_source(
        file: &str,
        source: impl Error + Send + Sync + 'static,
        fix: impl fmt::Display,
    ) -> Self {
        Self::new(file, &source, fix).because(source)
    }

    /// Adds the error that caused this one.
    pub(crate) fn because(mut self, source: impl Error + Send + Sync + 'static) -> Self {
        self.source = Some(Box::new(source));
        self
    }
}
