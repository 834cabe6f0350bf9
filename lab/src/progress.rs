//! Shows the progress of long commands on standard error.

use std::{
    io::{self, Write as _},
    time::Duration,
};

use indicatif::{ProgressBar, ProgressStyle};

/// A progress bar. indicatif draws it on standard error, and only if that is a terminal.
#[derive(Debug)]
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Shows a bar with `label` that counts up to `total`.
    pub(crate) fn new(label: &str, total: usize) -> Self {
        let style = ProgressStyle::with_template("{msg:24} {wide_bar} {pos}/{len} {eta}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::new(total as u64).with_style(style).with_message(label.to_owned());
        bar.enable_steady_tick(Duration::from_millis(200));
        Self { bar }
    }

    /// Sets the bar to this count.
    pub(crate) fn reach(&self, done: u64) {
        self.bar.set_position(done);
    }

    /// Advances the bar by one.
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
