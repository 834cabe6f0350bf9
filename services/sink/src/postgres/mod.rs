//! The target `postgres`: tables of articles, entities, mentions and layers.
//!
//! The client is tokio-postgres and not sqlx: the sink sends a few prepared statements of its own, so that sqlx's pool,
//! macros and drivers for other databases would only add to the build.

mod connection;
mod copy;
mod failure;
mod latest;
mod schema;
mod upsert;

use std::{collections::BTreeMap, path::PathBuf, time::Duration};

use clap::Args;
use formats::Enriched;
use runtime::settings::{Environment, Problems, Setting};
use tokio::time::timeout;
use tokio_postgres::{Client, Config};

use self::{
    connection::{Address, password_in},
    failure::Failure,
    latest::latest,
    schema::{Schema, migrate},
    upsert::{Statements, upsert},
};
use crate::{
    record::Record,
    rows::{Key, key},
    settings::CommonArgs,
    target::{Answer, Hindrance, Target, Verdict},
};

const URL: Setting = Setting::new(
    "url",
    "WIREDESK_POSTGRES_URL",
    "Address of the database: postgres://user@host/database. Put a password into a file or into the variable, because other users of the machine can read command lines",
);
const PASSWORD_FILE: Setting = Setting::new(
    "password-file",
    "WIREDESK_POSTGRES_PASSWORD_FILE",
    "File with the password; read again for each connection",
);
const CA_FILE: Setting = Setting::new(
    "ca-file",
    "WIREDESK_POSTGRES_CA_FILE",
    "File with the certificate authority that signed the database's certificate, PEM; the system's if not set",
);

/// How long one transaction may take. It is a hundred times what a large batch takes.
const WRITE_LIMIT: Duration = Duration::from_mins(1);

/// Upsert articles, entities, mentions and layers into PostgreSQL
///
/// The sink makes the tables `articles`, `entities`, `mentions` and `layers` in the first schema of the user's search
/// path, and changes them when a later version needs it. A batch is one transaction. An article is written by id and
/// revision; a later result for the same revision replaces the earlier one.
///
/// A connection to another machine is encrypted, and the certificate is checked, unless the address says
/// `?sslmode=disable`. What violates a constraint or cannot be a text of PostgreSQL becomes a dead letter.
#[derive(Debug, Args)]
pub(crate) struct PostgresArgs {
    #[arg(help = URL.help(), value_name = "URL")]
    url: Option<String>,
    #[arg(long = PASSWORD_FILE.flag, help = PASSWORD_FILE.help(), value_name = "FILE")]
    password_file: Option<String>,
    #[arg(long = CA_FILE.flag, help = CA_FILE.help(), value_name = "FILE")]
    ca_file: Option<String>,
    #[command(flatten)]
    pub(crate) common: CommonArgs,
}

impl PostgresArgs {
    /// Checks flags and environment variables. Adds every problem to `problems`.
    pub(crate) fn resolve(&self, environment: &dyn Environment, problems: &mut Problems) -> Postgres {
        if URL.text(self.url.as_deref(), environment).is_none() {
            problems.add("name the database: `wiredesk sink postgres URL`");
        }
        let config: Option<Config> =
            URL.read(self.url.as_deref(), environment, problems, |text| Address::read(text).map(Some));
        let password: Option<PathBuf> =
            PASSWORD_FILE.read(self.password_file.as_deref(), environment, problems, |path| {
                let path = PathBuf::from(path);
                password_in(&path).map(|_| Some(path))
            });
        let authority: Option<PathBuf> =
            CA_FILE.read(self.ca_file.as_deref(), environment, problems, |path| {
                let path = PathBuf::from(path);
                if path.is_file() {
                    Ok(Some(path))
                } else {
                    Err(format!("there is no file `{}`", path.display()))
                }
            });
        Postgres { address: Address::new(config.unwrap_or_default(), password, authority), open: None }
    }
}

/// A database.
pub(crate) struct Postgres {
    address: Address,
    open: Option<Open>,
}

/// A connection with current tables.
struct Open {
    client: Client,
    statements: Statements,
}

impl Target for Postgres {
    type Event = Enriched;

    fn name(&self) -> String {
        format!("postgres {}", self.address.shown())
    }

    async fn write(&mut self, batch: &[&Record]) -> Result<Vec<Verdict>, Hindrance> {
        let mut refused = BTreeMap::new();
        let mut parts = vec![latest(batch)];
        // Halves a batch that has an article at fault until that article is alone.
        while let Some(part) = parts.pop() {
            match self.write_part(&part).await {
                Ok(()) => {}
                Err(Failure::Refused(answer)) => match part.as_slice() {
                    [] => return Err(Hindrance::denied(answer.explanation())),
                    [only] => {
                        refused.insert(key(only), answer);
                    }
                    several => {
                        let (first, second) = several.split_at(several.len() / 2);
                        parts.extend([second.to_vec(), first.to_vec()]);
                    }
                },
                Err(Failure::Hindered(hindrance)) => {
                    // A new connection finds out what has changed.
                    self.open = None;
                    return Err(hindrance);
                }
            }
        }
        Ok(batch.iter().map(|record| verdict(record, &refused)).collect())
    }
}

fn verdict(record: &Record, refused: &BTreeMap<Key<'_>, Answer>) -> Verdict {
    refused.get(&key(record)).map_or(Verdict::Written, |answer| Verdict::Refused(answer.clone()))
}

impl Postgres {
    /// Writes records in one transaction, and connects first if necessary.
    async fn write_part(&mut self, records: &[&Record]) -> Result<(), Failure> {
        let slow =
            |_| Failure::Hindered(Hindrance::away(format!("no answer within {} s", WRITE_LIMIT.as_secs())));
        if self.open.as_ref().is_none_or(|open| open.client.is_closed()) {
            self.open = None;
            self.open = Some(timeout(WRITE_LIMIT, open(&self.address)).await.map_err(slow)??);
        }
        let Some(Open { client, statements }) = &mut self.open else { return Ok(()) };
        if records.is_empty() {
            return Ok(());
        }
        Ok(timeout(WRITE_LIMIT, upsert(client, statements, records)).await.map_err(slow)??)
    }
}

/// Connects, and makes or changes the tables.
async fn open(address: &Address) -> Result<Open, Failure> {
    let mut client = address.connect().await?;
    if migrate(&mut client).await? == Schema::TooNew {
        let cause = "a later version of this program made the tables: upgrade this one";
        return Err(Failure::Hindered(Hindrance::denied(cause)));
    }
    let statements = Statements::prepare(&client).await?;
    Ok(Open { client, statements })
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn all_problems_are_reported_together_without_the_password() {
        let environment = HashMap::from([
            ("WIREDESK_POSTGRES_URL", "http://ann:hunter2@x"),
            ("WIREDESK_POSTGRES_PASSWORD_FILE", "/no/such/file"),
            ("WIREDESK_POSTGRES_CA_FILE", "/no/such/file"),
        ]);
        let mut problems = Problems::default();
        let args =
            PostgresArgs { url: None, password_file: None, ca_file: None, common: CommonArgs::default() };
        args.resolve(&environment, &mut problems);
        let report = problems.or(()).unwrap_err().to_string();
        assert!(report.starts_with("3 settings need attention:") && !report.contains("hunter2"), "{report}");
    }
}
