//! How articles are written.

use clap::ValueEnum;

/// The path that means standard input.
pub(super) const STDIN: &str = "-";

/// A format of articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum InputFormat {
    /// By the extension of a file, and by the first character of standard input
    Auto,
    /// One article per file, which is its body
    Text,
    /// One JSON object with a `body` per line
    Jsonl,
}
