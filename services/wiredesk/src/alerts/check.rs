//! `wiredesk alerts check`: whether rules can be read.

use std::path::{Path, PathBuf};

use alerter::files::RuleFiles;
use alerts::RuleSet;
use anyhow::{Result, anyhow};

use crate::command::Outcome;

/// Read rules, and report every problem with its place
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The rules: a TOML file, or a folder whose TOML files are read
    #[arg(value_name = "RULES")]
    rules: PathBuf,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let rules = load(&args.rules)?;
    anstream::println!("{} rules can be read.", rules.len());
    Ok(Outcome::Done)
}

/// Reads and compiles rules.
pub(super) fn load(path: &Path) -> Result<RuleSet> {
    let rules = RuleFiles::load(path)?.rules();
    let rules = rules.map_err(|errors| anyhow!("the rules cannot be read:\n{errors}"))?;
    Ok(RuleSet::compile(&rules)?)
}
