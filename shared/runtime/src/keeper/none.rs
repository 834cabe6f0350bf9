//! No keeper.

use std::{process::ExitCode, sync::Arc};

use super::in_hand::InHand;
use crate::{
    settings::WorkerArgs,
    worker::{Command, Failure, exit_code},
};

/// Runs `work`.
pub fn keep(_: &WorkerArgs, _: Option<Command>, work: impl FnOnce() -> Result<(), Failure>) -> ExitCode {
    exit_code(work())
}

/// Nobody would read them.
pub(crate) fn notes() -> Option<Arc<InHand>> {
    None
}
