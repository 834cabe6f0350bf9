//! An enriched article as text that people read.

mod article;
mod names;
mod page;

#[cfg(test)]
mod tests;

use std::io::{self, IsTerminal, Write, stdout};

use clap::ValueEnum;
use messages::{Article, Entities, Language, Provenance, Segments, Summary};
use owo_colors::OwoColorize;
use serde::Deserialize;
use terminal_size::{Width, terminal_size_of};

use page::Page;

/// Lines wider than this are hard to read, however wide the terminal.
const WIDEST: usize = 100;

/// The width where there is no terminal.
const USUAL: usize = 80;

/// How results are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// One JSON object a line.
    Jsonl,
    /// Text.
    Pretty,
}

impl Format {
    /// Text on a terminal, JSON Lines elsewhere.
    pub(crate) fn of_stdout() -> Self {
        if stdout().is_terminal() { Self::Pretty } else { Self::Jsonl }
    }
}

/// Whatever event it is: an article and the layers there are.
#[derive(Debug, Deserialize)]
struct Enriched {
    article: Article,
    language: Option<Language>,
    segments: Option<Segments>,
    entities: Option<Entities>,
    summary: Option<Summary>,
    #[serde(default)]
    provenance: Vec<Provenance>,
}

/// Writes an event as text. `out` decides about colours; give it an [`anstream::AutoStream`].
///
/// What is no event this version can read is written as it is.
pub(crate) fn show(payload: &[u8], out: &mut impl Write) -> io::Result<()> {
    let width = terminal_size_of(stdout()).map_or(USUAL, |(Width(columns), _)| columns.into());
    show_in(payload, out, width.min(WIDEST))
}

/// Writes what there is instead of an article.
pub(crate) fn show_failure(sentence: &str, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{} {}\n", "error:".red().bold(), page::plain(sentence))
}

fn show_in(payload: &[u8], out: &mut impl Write, width: usize) -> io::Result<()> {
    match read(payload) {
        Some(event) => article::View::new(&event, Page { out, width }).write(),
        None => writeln!(out, "{}\n", page::plain(&String::from_utf8_lossy(payload))),
    }
}

fn read(payload: &[u8]) -> Option<Enriched> {
    serde_json::from_slice(payload).ok().or_else(|| {
        let article = Article::from_json(payload).ok()?;
        let provenance = Vec::new();
        Some(Enriched { article, language: None, segments: None, entities: None, summary: None, provenance })
    })
}
