//! The settings of the log.

use clap::Args;

use super::{environment::Environment, problems::Problems, setting::Setting};
use crate::telemetry::{self, LogFormat};

const LOG: Setting = Setting::new(
    "log",
    "WIREDESK_LOG",
    "Log filter: a level such as `debug` or `warn`, or levels by module such as `info,async_nats=debug`",
)
.with_default(telemetry::DEFAULT_FILTER);
const LOG_FORMAT: Setting =
    Setting::new("log-format", "WIREDESK_LOG_FORMAT", "Format of the log: `text` or `json`")
        .with_default("text");

/// The flags of the log, which every process that runs for long has.
#[derive(Debug, Clone, Default, Args)]
pub struct LoggingArgs {
    #[arg(long = LOG.flag, help = LOG.help(), value_name = "FILTER")]
    log: Option<String>,
    #[arg(long = LOG_FORMAT.flag, help = LOG_FORMAT.help(), value_name = "FORMAT")]
    log_format: Option<String>,
}

/// The checked settings of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggingSettings {
    /// The filter.
    pub filter: String,
    /// The format.
    pub format: LogFormat,
}

impl LoggingArgs {
    /// Checks flags and environment variables. Adds every problem to `problems`.
    pub fn resolve(&self, environment: &dyn Environment, problems: &mut Problems) -> LoggingSettings {
        LoggingSettings {
            filter: LOG.read(self.log.as_deref(), environment, problems, |filter| {
                telemetry::check_filter(filter).map(|()| filter.to_owned())
            }),
            format: LOG_FORMAT.parse(self.log_format.as_deref(), environment, problems),
        }
    }
}
