//! The settings that every worker has.

use std::{
    net::{Ipv4Addr, SocketAddr},
    thread::available_parallelism,
    time::Duration,
};

use clap::Args;

use super::{
    connection::{ConnectionArgs, ConnectionSettings},
    environment::Environment,
    logging::{LoggingArgs, LoggingSettings},
    problems::Problems,
    setting::Setting,
    values::{at_least_one, duration, listening_address},
};
/// The default is 64, because waiting for one PubAck at a time runs at a third of the speed of 64 in flight,
/// and more than 64 gain nothing.
const IN_FLIGHT: Setting =
    Setting::new("in-flight", "WIREDESK_IN_FLIGHT", "Live articles processed at once").with_default("64");
const THREADS: Setting =
    Setting::new("threads", "WIREDESK_THREADS", "Threads that run the stage; one per core if not set");
/// 10 s are a thousand times what the longest articles take.
const STAGE_BUDGET: Setting = Setting::new(
    "stage-budget",
    "WIREDESK_STAGE_BUDGET",
    "Time limit of the stage for one article, such as `10s` or `500ms`; a worker that exceeds it exits with an error",
)
.with_default("10s");
pub(super) const HTTP: Setting = Setting::new(
    "http",
    "WIREDESK_HTTP",
    "Port or address that serves /metrics, /healthz and /readyz: `9090` or `127.0.0.1:9090`; none if not set",
);
/// Two minutes are enough to copy a file to all machines, or for a volume of Kubernetes to show a changed secret
/// (its default is one minute), and short enough that the orchestrator's alarm comes while someone still
/// remembers the change.
const REFUSED_LIMIT: Setting = Setting::new(
    "refused-limit",
    "WIREDESK_REFUSED_LIMIT",
    "How long a worker that the server suddenly refuses tries on, with secrets and certificates read again, before it exits with an error",
)
.with_default("2m");
/// The flags of every worker.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Worker")]
pub struct WorkerArgs {
    #[command(flatten)]
    connection: ConnectionArgs,
    #[arg(long = IN_FLIGHT.flag, help = IN_FLIGHT.help(), value_name = "N")]
    in_flight: Option<String>,
    #[arg(long = THREADS.flag, help = THREADS.help(), value_name = "N")]
    threads: Option<String>,
    #[arg(long = STAGE_BUDGET.flag, help = STAGE_BUDGET.help(), value_name = "TIME")]
    stage_budget: Option<String>,
    #[arg(long = HTTP.flag, help = HTTP.help(), value_name = "PORT")]
    http: Option<String>,
    #[arg(long = REFUSED_LIMIT.flag, help = REFUSED_LIMIT.help(), value_name = "TIME")]
    refused_limit: Option<String>,
    #[command(flatten)]
    logging: LoggingArgs,
}

/// The checked settings of a worker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkerSettings {
    /// The connection to NATS.
    pub connection: ConnectionSettings,
    /// The number of live articles processed at once.
    pub in_flight: usize,
    /// The number of threads that run the stage.
    pub threads: usize,
    /// The time limit of the stage for one article.
    pub budget: Duration,
    /// The address that serves metrics and health. `None` if nothing is served.
    pub http: Option<SocketAddr>,
    /// How long a worker that the server refuses tries on.
    pub refused_limit: Duration,
    /// The log.
    pub logging: LoggingSettings,
}

impl WorkerArgs {
    /// Checks flags and environment variables. Adds every problem to `problems`.
    pub fn resolve(&self, environment: &dyn Environment, problems: &mut Problems) -> WorkerSettings {
        let threads = THREADS
            .read(self.threads.as_deref(), environment, problems, |value| at_least_one(value).map(Some));
        WorkerSettings {
            connection: self.connection.resolve(environment, problems),
            in_flight: IN_FLIGHT.read(self.in_flight.as_deref(), environment, problems, at_least_one),
            threads: threads.unwrap_or_else(|| available_parallelism().map_or(1, usize::from)),
            budget: STAGE_BUDGET.read(self.stage_budget.as_deref(), environment, problems, duration),
            http: HTTP.read(self.http.as_deref(), environment, problems, |value| {
                listening_address(value, Ipv4Addr::UNSPECIFIED).map(Some)
            }),
            refused_limit: REFUSED_LIMIT.read(self.refused_limit.as_deref(), environment, problems, duration),
            logging: self.logging.resolve(environment, problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn the_defaults_work() {
        let mut problems = Problems::default();
        let settings = WorkerArgs::default().resolve(&HashMap::new(), &mut problems);
        assert_eq!((settings.in_flight, settings.logging.format), (64, crate::telemetry::LogFormat::Text));
        assert!(settings.threads >= 1);
        assert_eq!(problems.or(()), Ok(()));
    }

    #[test]
    fn problems_of_worker_and_connection_are_reported_together() {
        let environment = HashMap::from([
            ("NATS_URL", "ftp://x"),
            ("WIREDESK_IN_FLIGHT", "none"),
            ("WIREDESK_THREADS", "0"),
            ("WIREDESK_STAGE_BUDGET", "soon"),
            ("WIREDESK_HTTP", "http://here"),
            ("WIREDESK_LOG", "==="),
            ("WIREDESK_LOG_FORMAT", "xml"),
        ]);
        let mut problems = Problems::default();
        WorkerArgs::default().resolve(&environment, &mut problems);
        let report = problems.or(()).unwrap_err().to_string();
        assert!(report.starts_with("7 settings need attention:"), "{report}");
    }
}
