//! The peers: other people's libraries, measured beside our stages.
//!
//! They are behind the feature `peers`, because they take minutes to build and no other command needs them. Whoever
//! asks for them need not know: `--peers` builds the lab with the feature and runs it with the same arguments.

use std::{
    env,
    process::{Command, ExitCode},
};

use anyhow::Context as _;

/// Whether this build has them.
pub(crate) const BUILT: bool = cfg!(feature = "peers");

/// Runs this command line again in a build that has them.
pub(crate) fn run_in_build_with_peers() -> anyhow::Result<ExitCode> {
    // Set where cargo runs us, so that the toolchain stays the same.
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["run", "--release", "--quiet", "--package", "lab", "--features", "peers", "--"])
        .args(env::args_os().skip(1))
        .status()
        .context("cannot run cargo, which builds the lab with the feature `peers`")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
