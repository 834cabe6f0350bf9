//! Settings that every worker has.

use std::{
    net::{Ipv4Addr, SocketAddr},
    thread::available_parallelism,
    time::Duration,
};

use clap::Args;

use super::{ConnectionArgs, ConnectionSettings, Environment, Problems, Setting, at_least_one, duration};
use crate::telemetry::{self, LogFormat};

/// Articles worked on at once where nothing is set. Waiting for one PubAck at a time runs at a third
/// of the speed of 64 in flight; more than that gained nothing.
const IN_FLIGHT: usize = 64;
/// How long the stage may take for one article where nothing is set: a thousand times what the longest
/// articles take.
const BUDGET: Duration = Duration::from_secs(10);

/// Flags of every worker binary.
#[derive(Debug, Clone, Default, Args)]
pub struct WorkerArgs {
    #[command(flatten)]
    connection: ConnectionArgs,
    /// Articles worked on at once [env: WIREDESK_IN_FLIGHT] [default: 64]
    #[arg(long, value_name = "N", help_heading = "Worker")]
    in_flight: Option<String>,
    /// Threads that run the stage [env: WIREDESK_THREADS] [default: number of cores]
    #[arg(long, value_name = "N", help_heading = "Worker")]
    threads: Option<String>,
    /// How long the stage may take for one article, such as `10s` or `500ms`; past it the worker ends [env: WIREDESK_STAGE_BUDGET] [default: 10s]
    #[arg(long, value_name = "TIME", help_heading = "Worker")]
    stage_budget: Option<String>,
    /// Where to serve /metrics, /healthz and /readyz: `9090`, or an address such as `127.0.0.1:9090` [env: WIREDESK_HTTP] [default: nowhere]
    #[arg(long, value_name = "PORT", help_heading = "Worker")]
    http: Option<String>,
    /// What to log, such as `debug` or `warn` [env: WIREDESK_LOG] [default: info]
    #[arg(long, value_name = "FILTER", help_heading = "Worker")]
    log: Option<String>,
    /// How to log it: `text` or `json` [env: WIREDESK_LOG_FORMAT] [default: text]
    #[arg(long, value_name = "FORMAT", help_heading = "Worker")]
    log_format: Option<String>,
}

/// Settings that every worker has, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkerSettings {
    /// How to reach NATS.
    pub connection: ConnectionSettings,
    /// Articles worked on at once.
    pub in_flight: usize,
    /// Threads that run the stage.
    pub threads: usize,
    /// How long the stage may take for one article.
    pub budget: Duration,
    /// Where to serve metrics and health, if anywhere.
    pub http: Option<SocketAddr>,
    /// What to log.
    pub log: String,
    /// How to log it.
    pub log_format: LogFormat,
}

impl WorkerArgs {
    /// Checks flags and environment; problems are noted, all of them.
    pub fn resolve(&self, environment: &dyn Environment, problems: &mut Problems) -> WorkerSettings {
        let cores = available_parallelism().map_or(1, usize::from);
        let in_flight = Setting::new("--in-flight", "WIREDESK_IN_FLIGHT", self.in_flight.as_deref());
        let threads = Setting::new("--threads", "WIREDESK_THREADS", self.threads.as_deref());
        let budget = Setting::new("--stage-budget", "WIREDESK_STAGE_BUDGET", self.stage_budget.as_deref());
        let http = Setting::new("--http", "WIREDESK_HTTP", self.http.as_deref());
        let log = Setting::new("--log", "WIREDESK_LOG", self.log.as_deref());
        let format = Setting::new("--log-format", "WIREDESK_LOG_FORMAT", self.log_format.as_deref());
        WorkerSettings {
            connection: self.connection.resolve(environment, problems),
            in_flight: in_flight.check(environment, IN_FLIGHT, problems, at_least_one),
            threads: threads.check(environment, cores, problems, at_least_one),
            budget: budget.check(environment, BUDGET, problems, duration),
            http: http.check(environment, None, problems, |value| listening_address(value).map(Some)),
            log: log.check(environment, telemetry::DEFAULT_FILTER.to_owned(), problems, |filter| {
                telemetry::check_filter(filter).map(|()| filter.to_owned())
            }),
            log_format: format.parse(environment, LogFormat::Text, problems),
        }
    }
}

/// Reads `9090` as that port of every interface.
fn listening_address(value: &str) -> Result<SocketAddr, String> {
    let port = value.parse().map(|port: u16| SocketAddr::from((Ipv4Addr::UNSPECIFIED, port)));
    port.or_else(|_| value.parse())
        .map_err(|_| format!("`{value}` is no port or address, such as `9090` or `127.0.0.1:9090`"))
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn nothing_set_gives_working_defaults() {
        let mut problems = Problems::default();
        let settings = WorkerArgs::default().resolve(&HashMap::new(), &mut problems);
        assert_eq!((settings.in_flight, settings.log_format), (64, LogFormat::Text));
        assert!(settings.threads >= 1);
        assert_eq!(problems.or(()), Ok(()));
    }

    #[test]
    fn problems_of_worker_and_connection_come_in_one_report() {
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
        let said = problems.or(()).unwrap_err().to_string();
        assert!(said.starts_with("7 settings need attention:"), "{said}");
    }
}
