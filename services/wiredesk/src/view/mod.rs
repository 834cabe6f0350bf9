//! The formats in which results are printed.
//!
//! To add a format, write a file with a [`Sink`], and add it to [`Format`].

mod article;
mod enriched;
mod jsonl;
mod names;
mod page;
mod pretty;
mod sink;

#[cfg(test)]
mod tests;

use std::io::{IsTerminal, stdout};

use clap::ValueEnum;

pub(crate) use sink::Sink;

/// A format of results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// One JSON object per line, for programs
    Jsonl,
    /// Text for people
    Pretty,
}

impl Format {
    /// Returns standard output in `format`. If it is `None`, a terminal gets text and everything else JSON
    /// Lines.
    pub(crate) fn sink(format: Option<Self>) -> Box<dyn Sink> {
        let default = if stdout().is_terminal() { Self::Pretty } else { Self::Jsonl };
        match format.unwrap_or(default) {
            Self::Jsonl => Box::new(jsonl::Jsonl::stdout()),
            Self::Pretty => Box::new(pretty::Pretty::stdout()),
        }
    }
}
