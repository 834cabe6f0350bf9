//! The peers: other libraries, which some evaluations compare with our stages.
//!
//! They are behind the feature `peers`, because they take minutes to build and no other command needs them.
//! The option `--peers` builds the lab with the feature and runs it again with the same arguments.

use std::{
    env,
    process::{Command, ExitCode},
};

use anyhow::Context as _;

/// Whether this build has the peers.
pub(crate) const BUILT: bool = cfg!(feature = "peers");

/// Runs this command line again in a build that has the peers.
pub(crate) fn run_in_build_with_peers() -> anyhow::Result<ExitCode> {
    // `cargo run` sets the variable. With it the toolchain stays the same.
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["run", "--release", "--quiet", "--package", "lab", "--features", "peers", "--"])
        .args(env::args_os().skip(1))
        .status()
        .context("cannot run cargo, which builds the lab with the feature `peers`")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
