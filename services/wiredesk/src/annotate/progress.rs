//! How far it is: on a terminal, and only while the results go elsewhere.

use std::{
    fmt::Write,
    io::{IsTerminal, stderr, stdout},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

const WITH_TOTAL: &str = "{bar:30} {pos}/{len} articles, {rate}/s, {eta} left";
const WITHOUT_TOTAL: &str = "{spinner} {pos} articles, {rate}/s";

/// The progress bar, or nothing.
pub(super) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A bar for `total` articles, or a counter where that is not known.
    pub(super) fn new(total: Option<u64>) -> Self {
        let shown = stderr().is_terminal() && !stdout().is_terminal();
        let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let template = if total.is_some() { WITH_TOTAL } else { WITHOUT_TOTAL };
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        let style = style.with_key("rate", rate);
        Self { bar: ProgressBar::with_draw_target(total, target).with_style(style) }
    }

    /// One article is done.
    pub(super) fn advance(&self) {
        self.bar.inc(1);
    }

    /// Tells the person something that is no result.
    pub(super) fn note(&self, note: &str) {
        self.bar.suspend(|| anstream::eprintln!("note: {note}"));
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

/// Articles a second, in whole articles.
fn rate(state: &ProgressState, out: &mut dyn Write) {
    // Writing to the line in memory does not fail.
    let _ = write!(out, "{:.0}", state.per_sec());
}
