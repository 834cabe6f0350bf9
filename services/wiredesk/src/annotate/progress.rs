//! The progress bar, which is shown on a terminal while the results go elsewhere.

use std::{
    fmt::Write,
    io::{IsTerminal, stderr, stdout},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

const WITH_TOTAL: &str = "{bar:30} {pos}/{len} articles, {rate}/s, {eta} left";
const WITHOUT_TOTAL: &str = "{spinner} {pos} articles, {rate}/s";

/// The progress of a run. It is hidden where a bar would disturb.
pub(super) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Starts a bar for `total` articles, or a counter if the total is unknown.
    pub(super) fn new(total: Option<u64>) -> Self {
        let shown = stderr().is_terminal() && !stdout().is_terminal();
        let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let template = if total.is_some() { WITH_TOTAL } else { WITHOUT_TOTAL };
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        let style = style.with_key("rate", rate);
        Self { bar: ProgressBar::with_draw_target(total, target).with_style(style) }
    }

    /// Counts one more article.
    pub(super) fn advance(&self) {
        self.bar.inc(1);
    }

    /// Prints a note for the user on standard error.
    pub(super) fn note(&self, note: &str) {
        self.bar.suspend(|| anstream::eprintln!("note: {note}"));
    }

    /// Removes the bar.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

/// Writes the rate in whole articles per second.
fn rate(state: &ProgressState, out: &mut dyn Write) {
    // Writing to memory cannot fail.
    let _ = write!(out, "{:.0}", state.per_sec());
}
