//! Standard output: JSON Lines for programs, text for people.

use std::io::{self, BufWriter, StdoutLock, Write};

use anstream::AutoStream;

use crate::{
    chain::Failure,
    view::{self, Format},
};

/// Where results are written.
pub(super) enum Output {
    Lines(BufWriter<StdoutLock<'static>>),
    Text(AutoStream<StdoutLock<'static>>),
}

impl Output {
    /// Standard output in `format`, or in the one that suits it.
    pub(super) fn new(format: Option<Format>) -> Self {
        let stdout = io::stdout();
        match format.unwrap_or_else(Format::of_stdout) {
            Format::Jsonl => Self::Lines(BufWriter::new(stdout.lock())),
            Format::Pretty => Self::Text(AutoStream::auto(stdout.lock())),
        }
    }

    /// Writes an enriched article.
    pub(super) fn article(&mut self, event: &[u8]) -> io::Result<()> {
        match self {
            Self::Lines(out) => line(out, event),
            Self::Text(out) => view::show(event, out),
        }
    }

    /// Writes what there is instead of an enriched article.
    pub(super) fn failure(&mut self, failure: &Failure) -> io::Result<()> {
        match self {
            Self::Lines(out) => line(out, &serde_json::to_vec(failure)?),
            Self::Text(out) => view::show_failure(&failure.sentence(), out),
        }
    }

    /// Lets the reader see what is written so far.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Lines(out) => out.flush(),
            Self::Text(out) => out.flush(),
        }
    }
}

fn line(out: &mut impl Write, json: &[u8]) -> io::Result<()> {
    out.write_all(json)?;
    out.write_all(b"\n")
}
