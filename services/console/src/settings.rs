//! The settings of the console.

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::Path,
};

use clap::Args;
use runtime::settings::{
    ConnectionArgs, ConnectionSettings, Environment, LoggingArgs, LoggingSettings, Problems, Setting,
    at_least_one, listening_address,
};

use crate::{index::Limits, security::Tokens, stages::Stages};

const LISTEN: Setting = Setting::new(
    "listen",
    "WIREDESK_CONSOLE_LISTEN",
    "Port or address that the console listens on: `8080` (this machine only) or `0.0.0.0:8080`",
)
.with_default("8080");
const TOKENS: Setting = Setting::new(
    "tokens",
    "WIREDESK_CONSOLE_TOKENS",
    "File with the tokens that open the console: a role (`reader`, `publisher`, `operator`) and a token on each line",
);
const INSECURE: Setting = Setting::new(
    "insecure",
    "WIREDESK_CONSOLE_INSECURE",
    "Let everybody who reaches the console do everything, also from other machines",
);
const HTTPS: Setting = Setting::new(
    "https",
    "WIREDESK_CONSOLE_HTTPS",
    "Browsers reach the console by HTTPS only, through a proxy: its cookie is sent no other way",
);
/// Two days of a large newsroom; they take about a quarter of the memory below.
const KEEP: Setting = Setting::new(
    "keep",
    "WIREDESK_CONSOLE_KEEP",
    "How many articles the console keeps in its index, the newest",
)
.with_default("200000");
const MEMORY: Setting =
    Setting::new("memory", "WIREDESK_CONSOLE_MEMORY", "The most memory that the index takes, in MiB")
        .with_default("1024");

/// The flags of the console.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Console")]
pub struct ConsoleArgs {
    #[arg(long = LISTEN.flag, help = LISTEN.help(), value_name = "PORT")]
    listen: Option<String>,
    #[arg(long = TOKENS.flag, help = TOKENS.help(), value_name = "FILE")]
    tokens: Option<String>,
    #[arg(long = INSECURE.flag, help = INSECURE.switch_help())]
    insecure: bool,
    #[arg(long = HTTPS.flag, help = HTTPS.switch_help())]
    https: bool,
    #[arg(long = KEEP.flag, help = KEEP.help(), value_name = "N")]
    keep: Option<String>,
    #[arg(long = MEMORY.flag, help = MEMORY.help(), value_name = "MIB")]
    memory: Option<String>,
    #[command(flatten)]
    logging: LoggingArgs,
    #[command(flatten)]
    connection: ConnectionArgs,
}

/// The checked settings of the console.
#[derive(Debug)]
pub struct ConsoleSettings {
    /// The connection to NATS.
    pub connection: ConnectionSettings,
    /// The address that it listens on. `None` only beside a problem.
    pub listen: Option<SocketAddr>,
    /// The tokens that open it; `None` if it is open.
    pub tokens: Option<Tokens>,
    /// Whether its cookie is sent by HTTPS only.
    pub https: bool,
    /// The bounds of the index.
    pub limits: Limits,
    /// The stages in this process.
    pub stages: Stages,
    /// The log.
    pub logging: LoggingSettings,
}

impl ConsoleArgs {
    /// Returns the address that the console listens on. `None` beside a problem.
    pub(crate) fn address(
        &self,
        environment: &dyn Environment,
        problems: &mut Problems,
    ) -> Option<SocketAddr> {
        LISTEN.read(self.listen.as_deref(), environment, problems, |value| {
            listening_address(value, Ipv4Addr::LOCALHOST).map(Some)
        })
    }

    /// Checks flags and environment variables. Adds every problem to `problems`.
    pub fn resolve(&self, environment: &dyn Environment, problems: &mut Problems) -> ConsoleSettings {
        let listen = self.address(environment, problems);
        let tokens = TOKENS.read(self.tokens.as_deref(), environment, problems, |path| {
            Tokens::read(Path::new(path)).map(Some).map_err(|error| error.to_string())
        });
        let insecure = INSECURE.is_on(self.insecure, environment, problems);
        let has_tokens = TOKENS.text(self.tokens.as_deref(), environment).is_some();
        if listen.is_some_and(|address| !address.ip().is_loopback()) && !has_tokens && !insecure {
            problems.add("--listen: other machines can reach this address: name a file with --tokens, or say --insecure if the network is trusted");
        }
        let mebibytes = MEMORY.read(self.memory.as_deref(), environment, problems, at_least_one);
        ConsoleSettings {
            connection: self.connection.resolve(environment, problems),
            listen,
            tokens,
            https: HTTPS.is_on(self.https, environment, problems),
            limits: Limits {
                articles: KEEP.read(self.keep.as_deref(), environment, problems, at_least_one),
                bytes: mebibytes.saturating_mul(1024 * 1024),
            },
            stages: Stages::from_environment(environment, problems),
            logging: self.logging.resolve(environment, problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    fn resolve(variables: &[(&'static str, &'static str)]) -> Result<ConsoleSettings, String> {
        let environment: HashMap<&str, &str> = variables.iter().copied().collect();
        let mut problems = Problems::default();
        let settings = ConsoleArgs::default().resolve(&environment, &mut problems);
        problems.or(settings).map_err(|problems| problems.to_string())
    }

    #[test]
    fn a_bare_port_is_one_of_this_machine_only() {
        for (given, expected) in
            [("", "127.0.0.1:8080"), ("9000", "127.0.0.1:9000"), ("[::1]:80", "[::1]:80")]
        {
            let settings = resolve(&[("WIREDESK_CONSOLE_LISTEN", given)]).unwrap();
            assert_eq!(settings.listen, expected.parse().ok());
        }
    }

    #[test]
    fn other_machines_need_a_token_or_an_explicit_word() {
        let everywhere = ("WIREDESK_CONSOLE_LISTEN", "0.0.0.0:8080");
        assert!(resolve(&[everywhere]).unwrap_err().contains("--tokens"));
        assert!(resolve(&[everywhere, ("WIREDESK_CONSOLE_INSECURE", "true")]).is_ok());
    }

    #[test]
    fn all_problems_are_reported_together() {
        let report = resolve(&[
            ("WIREDESK_CONSOLE_LISTEN", "here"),
            ("WIREDESK_CONSOLE_TOKENS", "/no/such/file"),
            ("WIREDESK_CONSOLE_KEEP", "0"),
            ("WIREDESK_CONSOLE_MEMORY", "much"),
            ("NATS_URL", "http://x"),
        ])
        .unwrap_err();
        assert!(report.starts_with("5 settings need attention:"), "{report}");
    }
}
