//! Measures the console: what it costs the pipeline, how fast one can publish through it, and how its index does with
//! many articles.

mod indexed;
mod process;
mod publishing;
mod reading;

use std::path::Path;

use anyhow::ensure;
use lab_report::Report;

pub use self::process::ConsoleLoad;
use super::server::read;

/// Measures the console.
///
/// # Errors
///
/// When a part does not finish.
pub fn run(load: ConsoleLoad, folder: &Path) -> anyhow::Result<Report> {
    let articles = read(folder)?;
    ensure!(!articles.is_empty(), "`{}` holds no article to measure with", folder.display());
    let runtime = tokio::runtime::Runtime::new()?;
    let mut report = Report::new("The console")
        .fact("server", "nats-server on the same cores, file storage, default sync interval");
    let table = runtime.block_on(reading::measure(load, &articles))?;
    report.section("Readers", reading::NOTE, table);
    let table = runtime.block_on(publishing::measure(load, &articles))?;
    report.section("Publishing", publishing::NOTE, table);
    let table = runtime.block_on(indexed::measure(load))?;
    report.section("Index", indexed::NOTE, table);
    Ok(report)
}
