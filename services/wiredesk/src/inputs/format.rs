//! How articles are written.

use clap::ValueEnum;

/// The path that means standard input.
pub(super) const STDIN: &str = "-";

/// A format of articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum InputFormat {
    /// By the extension and the content
    Auto,
    /// One article per file, which is its body
    Text,
    /// One JSON object with a `body` per line
    Jsonl,
    /// RSS, Atom or JSON Feed
    Feed,
    /// IPTC ninjs 1, 2 or 3
    Ninjs,
    /// IPTC NewsML-G2
    Newsml,
    /// CSV with named columns, one of them `body`
    Csv,
    /// A web page
    Html,
    /// A web archive, plain or in gzip: its pages
    Warc,
}
