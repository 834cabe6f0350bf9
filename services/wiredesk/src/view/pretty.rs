//! Text for people, with colours on a terminal.

use std::io::{self, StdoutLock, Write, stdout};

use anstream::AutoStream;
use formats::Enriched;
use owo_colors::OwoColorize;
use terminal_size::{Width, terminal_size_of};

use super::{
    article::View,
    page::{Page, plain},
    sink::Sink,
};
use crate::{chain::Failure, command::Outcome};

/// The widest line, in columns. Wider lines are hard to read, however wide the terminal is.
const WIDEST: usize = 100;

/// The width in columns where there is no terminal.
const DEFAULT_WIDTH: usize = 80;

/// Standard output as text.
pub(super) struct Pretty(AutoStream<StdoutLock<'static>>);

impl Pretty {
    pub(super) fn stdout() -> Self {
        Self(AutoStream::auto(stdout().lock()))
    }
}

impl Sink for Pretty {
    fn article(&mut self, event: &[u8]) -> io::Result<Outcome> {
        // Asked for each article, because the user may resize the terminal.
        let width = terminal_size_of(stdout()).map_or(DEFAULT_WIDTH, |(Width(columns), _)| columns.into());
        show(event, &mut self.0, width.min(WIDEST))?;
        Ok(Outcome::Done)
    }

    fn failure(&mut self, failure: &Failure) -> io::Result<()> {
        writeln!(self.0, "{} {}\n", "error:".red().bold(), plain(&failure.sentence()))
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Writes an event as text on lines of at most `width` columns. Writes what is not an event as it is.
pub(super) fn show(payload: &[u8], out: &mut impl Write, width: usize) -> io::Result<()> {
    match Enriched::read(payload) {
        Some(event) => View::new(&event, Page { out, width }).write(),
        None => writeln!(out, "{}\n", plain(&String::from_utf8_lossy(payload))),
    }
}
