//! What the processes of this project share, whether they work or serve: panics in the log, and the exit status.

use std::{
    error::Error,
    io::{self, Write},
    panic,
    process::ExitCode,
};

use tracing::error;

use crate::{causes::with_causes, settings::Problems};

/// Makes panics log their location only, because a panic's message can quote article text.
pub fn log_panics_without_text() {
    panic::set_hook(Box::new(|panic| {
        let location = panic.location().map(ToString::to_string).unwrap_or_default();
        error!(location, "panic");
    }));
}

/// Returns the exit status of a process and prints its error to standard error: 2 for wrong settings, 1 for a failure
/// of the work.
///
/// Standard error may be a terminal that is closed. Then nobody reads the error, and its exit status stays.
pub fn exit_code<E: Error>(outcome: Result<Result<(), E>, Problems>) -> ExitCode {
    let (text, code) = match outcome {
        Ok(Ok(())) => return ExitCode::SUCCESS,
        Ok(Err(error)) => (with_causes(&error), ExitCode::FAILURE),
        Err(problems) => (format!("{problems}\n\nSee --help for every setting."), ExitCode::from(2)),
    };
    drop(writeln!(io::stderr(), "error: {text}"));
    code
}
