//! The targets, and what they hold.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    path::{Path, PathBuf},
};

use anyhow::Context;
use parquet::file::reader::{FileReader, SerializedFileReader};
use pipeline_tests::PostgresServer;
use serde_json::Value;
use tempfile::TempDir;
use tokio_postgres::{Client, NoTls};

/// Where a sink writes.
pub(crate) enum Target {
    Postgres(PostgresServer),
    Parquet(TempDir),
    Jsonl(TempDir),
}

/// What a target holds.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Written {
    /// Articles, each counted as often as it is there.
    pub(crate) rows: usize,
    /// Distinct articles.
    pub(crate) articles: usize,
    pub(crate) mentions: usize,
}

impl Target {
    pub(crate) fn postgres() -> Self {
        Self::Postgres(PostgresServer::start())
    }

    pub(crate) fn parquet() -> anyhow::Result<Self> {
        Ok(Self::Parquet(tempfile::tempdir()?))
    }

    pub(crate) fn jsonl() -> anyhow::Result<Self> {
        Ok(Self::Jsonl(tempfile::tempdir()?))
    }

    /// Returns the name of the target on the command line.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Postgres(_) => "postgres",
            Self::Parquet(_) => "parquet",
            Self::Jsonl(_) => "jsonl",
        }
    }

    /// Returns the name of the sink, and of its consumer.
    pub(super) fn sink(&self) -> &'static str {
        match self {
            Self::Postgres(_) => "sink-postgres",
            Self::Parquet(_) => "sink-parquet",
            Self::Jsonl(_) => "sink-jsonl",
        }
    }

    /// Returns the flags. Files are closed often, so that a kill hits every step of it.
    pub(super) fn arguments(&self) -> Vec<String> {
        let of_files = |folder: &TempDir| {
            let path = folder.path().to_string_lossy().into_owned();
            [&path, "--file-size", "4MiB", "--file-time", "1s"].map(str::to_owned).to_vec()
        };
        match self {
            Self::Postgres(database) => vec![database.url()],
            Self::Parquet(folder) | Self::Jsonl(folder) => of_files(folder),
        }
    }

    /// Reports whether the target has a server that can be killed.
    pub(super) fn has_server(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }

    /// Kills the target's server and starts it again.
    pub(super) fn kill_server(&mut self) {
        if let Self::Postgres(database) = self {
            database.kill();
            database.restart();
        }
    }

    /// Reports whether finished files hold everything that the sink acknowledged. Before that, articles may stand in
    /// the journal of the Parquet files, or in an open file of lines, which the sink renames when it closes it.
    pub(super) fn is_done(&self) -> bool {
        match self {
            Self::Postgres(_) => true,
            Self::Parquet(folder) => files(&folder.path().join("_journal")).is_ok_and(|left| left.is_empty()),
            Self::Jsonl(folder) => {
                files(folder.path()).is_ok_and(|files| files.iter().all(|file| is_closed(file)))
            }
        }
    }

    /// Counts what the target holds.
    pub(super) async fn written(&self) -> anyhow::Result<Written> {
        match self {
            Self::Postgres(database) => in_database(database).await,
            Self::Parquet(folder) => in_tables(folder.path()),
            Self::Jsonl(folder) => in_lines(folder.path()),
        }
    }
}

async fn in_database(database: &PostgresServer) -> anyhow::Result<Written> {
    let (client, connection) = tokio_postgres::connect(&database.url(), NoTls).await?;
    tokio::spawn(connection);
    Ok(Written {
        rows: count(&client, "SELECT count(*) FROM articles").await?,
        articles: count(&client, "SELECT count(DISTINCT id) FROM articles").await?,
        mentions: count(&client, "SELECT count(*) FROM mentions").await?,
    })
}

async fn count(client: &Client, query: &str) -> anyhow::Result<usize> {
    usize::try_from(client.query_one(query, &[]).await?.get::<_, i64>(0)).context("a count")
}

fn in_tables(folder: &Path) -> anyhow::Result<Written> {
    let (mut ids, mut written) = (BTreeSet::new(), Written::default());
    for file in files(&folder.join("articles"))? {
        for row in SerializedFileReader::new(File::open(&file)?)? {
            let row = row?;
            let id = row.get_column_iter().find(|(name, _)| *name == "id").context("an article has an id")?;
            ids.insert(id.1.to_string());
            written.rows += 1;
        }
    }
    for file in files(&folder.join("mentions"))? {
        let reader = SerializedFileReader::new(File::open(&file)?)?;
        written.mentions += usize::try_from(reader.metadata().file_metadata().num_rows())?;
    }
    Ok(Written { articles: ids.len(), ..written })
}

fn in_lines(folder: &Path) -> anyhow::Result<Written> {
    let (mut ids, mut written) = (BTreeSet::new(), Written::default());
    for file in files(folder)? {
        for line in fs::read_to_string(file)?.lines() {
            let event: Value = serde_json::from_str(line)?;
            ids.insert(event.pointer("/article/id").map(Value::to_string).unwrap_or_default());
            written.rows += 1;
            written.mentions += mentions_in(line);
        }
    }
    Ok(Written { articles: ids.len(), ..written })
}

fn is_closed(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == "jsonl")
}

fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?;
    Ok(entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?)
}

/// Returns the number of mentions in an event.
pub(super) fn mentions_in(event: &str) -> usize {
    let event: serde_json::Value = serde_json::from_str(event).unwrap_or_default();
    event.pointer("/entities/mentions").and_then(serde_json::Value::as_array).map_or(0, Vec::len)
}
