//! The target `parquet`: a folder of tables in columns, for DuckDB, pandas, Spark and others.
//!
//! Of the crate `parquet` only the part without Arrow is built: the columns are few and known, and Arrow would double
//! what the target adds to the binary.

mod columns;
mod file;
mod folder;
mod journal;
mod tables;

use std::{io, path::PathBuf, time::Duration};

use clap::Args;
use runtime::{
    clock,
    settings::{Environment, Problems, Setting, bytes, duration},
};

use self::folder::Folder;
use crate::{
    jsonl::{files::Limits, on_thread},
    record::Record,
    settings::CommonArgs,
    target::{Hindrance, Target, Verdict},
};

const FOLDER: Setting =
    Setting::new("folder", "WIREDESK_PARQUET_FOLDER", "Folder for the tables; created if missing");
const FILE_SIZE: Setting = Setting::new(
    "file-size",
    "WIREDESK_PARQUET_FILE_SIZE",
    "The size of the events that make a file, as JSON, such as `256MiB`; the file has about a tenth of it",
)
.with_default("256MiB");
const FILE_TIME: Setting = Setting::new(
    "file-time",
    "WIREDESK_PARQUET_FILE_TIME",
    "How long articles are gathered for a file, such as `15m` or `1h`",
)
.with_default("1h");

/// Write articles, entities, mentions and layers to Parquet files in a folder
///
/// Each table is a folder of files: `articles/20261129T120000Z.parquet`. Articles are gathered in `_journal`, where
/// they are safe, and become files after an hour or 256 MiB. A file is there only when it is whole, and never changes.
#[derive(Debug, Args)]
pub(crate) struct ParquetArgs {
    #[arg(help = FOLDER.help(), value_name = "FOLDER")]
    folder: Option<String>,
    #[arg(long = FILE_SIZE.flag, help = FILE_SIZE.help(), value_name = "SIZE")]
    file_size: Option<String>,
    #[arg(long = FILE_TIME.flag, help = FILE_TIME.help(), value_name = "TIME")]
    file_time: Option<String>,
    #[command(flatten)]
    pub(crate) common: CommonArgs,
}

/// The checked settings of the target.
#[derive(Debug)]
pub(crate) struct ParquetSettings {
    folder: PathBuf,
    limits: Limits,
}

impl ParquetArgs {
    /// Checks flags and environment variables. Adds every problem to `problems`.
    pub(crate) fn resolve(&self, environment: &dyn Environment, problems: &mut Problems) -> ParquetSettings {
        let folder = FOLDER.text(self.folder.as_deref(), environment).unwrap_or_default();
        if folder.is_empty() {
            problems.add("name the folder for the tables: `wiredesk sink parquet FOLDER`");
        }
        let age: Option<Duration> =
            FILE_TIME.read(self.file_time.as_deref(), environment, problems, |text| duration(text).map(Some));
        ParquetSettings {
            folder: folder.into(),
            limits: Limits {
                bytes: FILE_SIZE.read(self.file_size.as_deref(), environment, problems, bytes),
                age: age.unwrap_or_default(),
            },
        }
    }
}

/// A folder of tables.
pub(crate) struct Parquet {
    path: PathBuf,
    /// `None` while a thread writes.
    folder: Option<Folder>,
}

impl Parquet {
    /// Opens the folder, and reads back what was written last.
    ///
    /// # Errors
    ///
    /// When the folder cannot be used, or another sink writes to it.
    pub(crate) fn open(settings: ParquetSettings) -> io::Result<Self> {
        let folder = Folder::open(&settings.folder, settings.limits)?;
        Ok(Self { path: settings.folder, folder: Some(folder) })
    }
}

impl Target for Parquet {
    fn name(&self) -> String {
        format!("parquet {}", self.path.display())
    }

    async fn write(&mut self, batch: &[&Record]) -> Result<Vec<Verdict>, Hindrance> {
        let lines: Vec<_> = batch.iter().map(|record| journal::line(record)).collect();
        let now = clock::now();
        on_thread(&mut self.folder, move |folder| folder.append(&lines, now)).await?;
        Ok(vec![Verdict::Written; batch.len()])
    }
}
