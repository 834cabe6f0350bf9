//! The settings of a program that runs beside the workers.

use std::net::{Ipv4Addr, SocketAddr};

use clap::Args;

use super::{
    connection::{ConnectionArgs, ConnectionSettings},
    environment::Environment,
    logging::{LoggingArgs, LoggingSettings},
    problems::Problems,
    values::listening_address,
    worker::HTTP,
};

/// The flags of a program that runs beside the workers.
#[derive(Debug, Clone, Default, Args)]
pub struct ServiceArgs {
    #[arg(long = HTTP.flag, help = HTTP.help(), value_name = "PORT")]
    http: Option<String>,
    #[command(flatten)]
    logging: LoggingArgs,
    #[command(flatten)]
    connection: ConnectionArgs,
}

/// The checked settings of a program that runs beside the workers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceSettings {
    /// The connection to NATS.
    pub connection: ConnectionSettings,
    /// The address that serves metrics and health. `None` if nothing is served.
    pub http: Option<SocketAddr>,
    /// The log.
    pub logging: LoggingSettings,
}

impl ServiceArgs {
    /// Checks flags and environment variables. Adds every problem to `problems`.
    pub fn resolve(&self, environment: &dyn Environment, problems: &mut Problems) -> ServiceSettings {
        ServiceSettings {
            connection: self.connection.resolve(environment, problems),
            http: HTTP.read(self.http.as_deref(), environment, problems, |value| {
                listening_address(value, Ipv4Addr::UNSPECIFIED).map(Some)
            }),
            logging: self.logging.resolve(environment, problems),
        }
    }
}
