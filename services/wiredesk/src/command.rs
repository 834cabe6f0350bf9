//! What all commands share: how they end, and how they connect.

use std::{
    fmt::Display,
    io::{self, Write as _},
    panic,
};

use anyhow::Result;
use runtime::{
    bus::{Bus, Patience},
    settings::{ConnectionArgs, Problems, ProcessEnvironment},
};

/// The outcome of a command that ran to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything worked.
    Done,
    /// Something failed, and each failure was reported. The exit status is 1.
    SomeFailed,
}

impl Outcome {
    /// Returns the outcome of two parts of a command.
    pub(crate) fn and(self, other: Self) -> Self {
        if other == Self::SomeFailed { other } else { self }
    }
}

/// Reports the location of a panic only, because its message may quote the article.
pub(crate) fn report_panics_without_text() {
    panic::set_hook(Box::new(|panic| {
        let location = panic.location().map(ToString::to_string).unwrap_or_default();
        anstream::eprintln!("a stage or a reader panicked at {location}");
    }));
}

/// Prints a line of JSON, byte for byte. `anstream` leaves out characters that a terminal may obey, such as U+007F,
/// and an id may have one.
///
/// # Errors
///
/// When standard output cannot be written.
pub(crate) fn print_json(json: impl Display) -> io::Result<()> {
    writeln!(io::stdout().lock(), "{json}")
}

/// Connects to NATS with the flags and environment variables in `connection`.
///
/// Tries once, because a person is waiting.
///
/// # Errors
///
/// Reports the problems with the connection's settings together with `problems`, which are those of the
/// command's other settings.
pub(crate) async fn connect(connection: &ConnectionArgs, mut problems: Problems) -> Result<Bus> {
    let settings = connection.resolve(&ProcessEnvironment, &mut problems);
    let settings = problems.or(settings)?;
    Ok(Bus::connect(&settings, "wiredesk", Patience::Once).await?)
}
