//! The console in a real browser, Debian's `chromium` with its `chromedriver`.
//!
//! - `journey`: from a text on the page to a repaired dead letter, by keyboard alone
//! - `checks`: contrast, labels and headings of every page
//! - `many`: how long the list takes with many articles
//! - `screenshots`: the pictures of the documents

#![expect(clippy::print_stdout, reason = "the program says how far it is")]

mod browser;
mod checks;
mod journey;
mod many;
mod screenshots;
mod world;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Parser, Subcommand};

use browser::Browser;
use world::World;

/// Runs the console in a real browser.
#[derive(Debug, Parser)]
#[command(max_term_width = 110)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Publish, look, break, repair and replay by keyboard, and check every page on the way
    Check,
    /// Print how long the list of articles takes to open
    Many {
        /// How many articles to publish
        articles: usize,
    },
    /// Make the pictures of all pages, light and dark, wide and narrow
    Screenshots {
        /// The folder to write them to
        folder: PathBuf,
    },
}

#[tokio::main]
async fn main() -> Result<()> {
    let args = Args::parse();
    let browser = Browser::start().await?;
    let outcome = match &args.command {
        Command::Check => journey::run(&browser).await,
        Command::Many { articles } => many::run(&browser, *articles).await,
        Command::Screenshots { folder } => screenshots::make(&browser, folder).await,
    };
    browser.quit().await?;
    outcome
}
