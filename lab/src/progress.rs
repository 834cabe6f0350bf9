//! Progress on a terminal; silence in a pipe.

use std::{
    io::{self, Write as _},
    time::Duration,
};

use indicatif::{ProgressBar, ProgressStyle};

/// How much of a corpus is done. indicatif draws on standard error, and only where that is a terminal.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Shows `label` with a count up to `total`.
    pub(crate) fn new(label: &str, total: usize) -> Self {
        let style = ProgressStyle::with_template("{msg:24} {wide_bar} {pos}/{len} {eta}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::new(total as u64).with_style(style).with_message(label.to_owned());
        bar.enable_steady_tick(Duration::from_millis(200));
        Self { bar }
    }

    /// So many are done.
    pub(crate) fn reach(&self, done: u64) {
        self.bar.set_position(done);
    }

    /// One more is done.
    pub(crate) fn step(&self) {
        self.bar.inc(1);
    }
}

/// Writes one line to standard error, for commands that take minutes.
pub fn note(line: &str) {
    // If standard error cannot be written to, nobody reads the progress.
    let _ = writeln!(io::stderr(), "{line}");
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
