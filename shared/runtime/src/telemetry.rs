//! Logging to standard error, as text for people or JSON for machines.

use std::{io::IsTerminal, str::FromStr};

use tracing_subscriber::{EnvFilter, fmt, prelude::*};

/// The default filter: INFO of this project. The NATS client would repeat each failed attempt to connect, which
/// this project logs itself, at most once in half a minute.
pub(crate) const DEFAULT_FILTER: &str = "info,async_nats=off";

/// The format of log lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LogFormat {
    /// One readable line per message.
    #[default]
    Text,
    /// One JSON object per line.
    Json,
}

impl FromStr for LogFormat {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        match word {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err(format!("unknown log format `{word}`: use `text` or `json`")),
        }
    }
}

/// Checks the syntax of a log filter, such as `info` or `wiredesk_runtime=debug,warn`.
pub(crate) fn check_filter(filter: &str) -> Result<(), String> {
    EnvFilter::try_new(filter).map(drop).map_err(|error| format!("invalid log filter `{filter}`: {error}"))
}

/// Starts logging for this process. A second call changes nothing.
pub fn init(filter: &str, format: LogFormat) {
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new(DEFAULT_FILTER));
    // A line that cannot be written is lost. Reporting that on the same standard error would be a panic when
    // its terminal is closed.
    let lines = fmt::layer().with_writer(std::io::stderr).with_target(false).log_internal_errors(false);
    let subscriber = tracing_subscriber::registry().with(filter);
    let started = match format {
        LogFormat::Text => subscriber.with(lines.with_ansi(std::io::stderr().is_terminal())).try_init(),
        LogFormat::Json => subscriber.with(lines.json().flatten_event(true)).try_init(),
    };
    drop(started);
}
