//! The connection to the database: where it is, its password, and TLS.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use rustls::{
    ClientConfig, RootCertStore,
    crypto::ring,
    pki_types::{CertificateDer, pem::PemObject},
};
use tokio_postgres::{
    Client, Config, NoTls,
    config::{Host, SslMode},
};
use tokio_postgres_rustls::MakeRustlsConnect;
use tracing::debug;

use super::failure::Failure;
use crate::target::Hindrance;

/// How long each address of the database may take to answer.
const CONNECT_LIMIT: Duration = Duration::from_secs(5);

/// Where the database is, and how the sink proves who it is.
#[derive(Debug, Clone)]
pub(super) struct Address {
    config: Config,
    /// A file with the password; read again for each connection.
    password: Option<PathBuf>,
    /// The certificate authority that signed the database's certificate. The system's if there is none.
    authority: Option<PathBuf>,
}

impl Address {
    /// Reads a URL or a list of `key=value` as PostgreSQL's own tools do.
    ///
    /// # Errors
    ///
    /// When it is neither. The error does not quote it, because it may contain a password.
    pub(super) fn read(text: &str) -> Result<Config, String> {
        let example = "write for example `postgres://wiredesk@db.example.org/news`";
        let config: Config = text.parse().map_err(|error| format!("{error}: {example}"))?;
        if config.get_hosts().is_empty() {
            return Err(format!("there is no host: {example}"));
        }
        Ok(config)
    }

    pub(super) fn new(mut config: Config, password: Option<PathBuf>, authority: Option<PathBuf>) -> Self {
        let mode = encryption(&config);
        config.ssl_mode(mode).application_name("wiredesk-sink").connect_timeout(CONNECT_LIMIT);
        Self { config, password, authority }
    }

    /// Returns hosts and database for logs: `db.example.org/news`.
    pub(super) fn shown(&self) -> String {
        let hosts = self.config.get_hosts().iter().map(|host| match host {
            Host::Tcp(name) => name.clone(),
            Host::Unix(path) => path.display().to_string(),
        });
        let hosts: Vec<String> = hosts.collect();
        let database = self.config.get_dbname().or(self.config.get_user()).unwrap_or_default();
        format!("{}/{database}", hosts.join(","))
    }

    /// Connects once.
    pub(super) async fn connect(&self) -> Result<Client, Failure> {
        let mut config = self.config.clone();
        if let Some(path) = &self.password {
            config.password(password_in(path).map_err(denied)?);
        }
        if config.get_ssl_mode() == SslMode::Disable {
            let (client, connection) = config.connect(NoTls).await?;
            tokio::spawn(serve(connection));
            return Ok(client);
        }
        let tls = MakeRustlsConnect::new(self.tls().map_err(denied)?);
        let (client, connection) = config.connect(tls).await?;
        tokio::spawn(serve(connection));
        Ok(client)
    }

    fn tls(&self) -> Result<ClientConfig, String> {
        let mut roots = RootCertStore::empty();
        match &self.authority {
            Some(path) => {
                let read =
                    CertificateDer::pem_file_iter(path).and_then(Iterator::collect::<Result<Vec<_>, _>>);
                let certificates =
                    read.map_err(|error| format!("cannot read `{}`: {error}", path.display()))?;
                roots.add_parsable_certificates(certificates);
            }
            None => {
                roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
            }
        }
        let versions = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| error.to_string())?;
        Ok(versions.with_root_certificates(roots).with_no_client_auth())
    }
}

fn denied(cause: String) -> Failure {
    Failure::Hindered(Hindrance::denied(cause))
}

/// Drives a connection to its end.
async fn serve(connection: impl Future<Output = Result<(), tokio_postgres::Error>>) {
    if let Err(error) = connection.await {
        debug!(%error, "the connection to the database ended");
    }
}

/// Returns whether a connection is encrypted: as the URL says, or else if it leaves this machine.
fn encryption(config: &Config) -> SslMode {
    let is_here = |host: &Host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost" || name.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
        }
    };
    match config.get_ssl_mode() {
        SslMode::Prefer if config.get_hosts().iter().all(is_here) => SslMode::Disable,
        SslMode::Prefer => SslMode::Require,
        mode => mode,
    }
}

/// Reads a password without the line break at its end.
///
/// # Errors
///
/// When the file cannot be read or is empty.
pub(super) fn password_in(path: &Path) -> Result<String, String> {
    let text =
        fs::read_to_string(path).map_err(|error| format!("cannot read `{}`: {error}", path.display()))?;
    let password = text.trim_end_matches(['\n', '\r']);
    if password.is_empty() { Err(format!("`{}` is empty", path.display())) } else { Ok(password.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_without_its_password() {
        for (text, expected) in [
            ("postgres://ann:hunter2@db.example.org/news", "db.example.org/news"),
            ("host=/run/postgresql user=ann password=hunter2", "/run/postgresql/ann"),
        ] {
            let address = Address::new(Address::read(text).unwrap(), None, None);
            assert_eq!(address.shown(), expected);
        }
        for wrong in ["http://ann:hunter2@x", "postgres:///news", ""] {
            let error = Address::read(wrong).unwrap_err();
            assert!(error.contains("write for example") && !error.contains("hunter2"), "{error}");
        }
    }

    #[test]
    fn a_connection_that_leaves_this_machine_is_encrypted_unless_the_url_says_otherwise() {
        for (text, expected) in [
            ("postgres://db.example.org/news", SslMode::Require),
            ("postgres://db.example.org/news?sslmode=disable", SslMode::Disable),
            ("postgres://localhost/news", SslMode::Disable),
            ("postgres://[::1]/news", SslMode::Disable),
            ("postgres://localhost/news?sslmode=require", SslMode::Require),
            ("postgres://localhost,db.example.org/news", SslMode::Require),
        ] {
            assert_eq!(encryption(&Address::read(text).unwrap()), expected, "{text}");
        }
    }
}
