//! The replacement for the supervisor on systems other than Linux.

use std::process::ExitCode;

use crate::{
    settings::WorkerArgs,
    worker::{Command, Failure, exit_code},
};

/// Runs `work` in this process, without a supervisor.
pub fn supervise(_: &WorkerArgs, _: Option<Command>, work: impl FnOnce() -> Result<(), Failure>) -> ExitCode {
    exit_code(work())
}
