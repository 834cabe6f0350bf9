//! What the targets have in common that write files into a folder: flags, and a thread that may wait for a disk.

use std::{
    io,
    marker::PhantomData,
    path::{Path, PathBuf},
    time::Duration,
};

use bytes::Bytes;
use clap::Args;
use formats::Enriched;
use runtime::{
    clock,
    settings::{Environment, Problems, Setting, bytes, duration},
};
use time::OffsetDateTime;
use tokio::task::spawn_blocking;

use crate::{
    jsonl::files::Limits,
    record::Record,
    settings::CommonArgs,
    target::{Hindrance, Target, Verdict},
};

/// The files of a folder.
pub(crate) trait Store: Sized + Send + 'static {
    /// The name of the target.
    const KIND: &'static str;
    /// The settings, whose variables and defaults differ.
    const FOLDER: Setting;
    const FILE_SIZE: Setting;
    const FILE_TIME: Setting;

    /// Opens a folder, and creates it if it is missing. Reads back what was written last.
    ///
    /// # Errors
    ///
    /// When the folder cannot be used, or another sink writes to it.
    fn open(folder: &Path, limits: Limits) -> io::Result<Self>;

    /// Returns what is stored of a record.
    fn line(record: &Record) -> Bytes;

    /// Stores what was not stored lately, and returns when it is on disk. Closes files that are due.
    ///
    /// # Errors
    ///
    /// When the disk takes nothing.
    fn append(&mut self, lines: &[Bytes], now: OffsetDateTime) -> io::Result<()>;
}

/// The flags of such a target.
#[derive(Debug, Args)]
pub(crate) struct FolderArgs<S: Store> {
    #[arg(help = S::FOLDER.help(), value_name = "FOLDER")]
    folder: Option<String>,
    #[arg(long = S::FILE_SIZE.flag, help = S::FILE_SIZE.help(), value_name = "SIZE")]
    file_size: Option<String>,
    #[arg(long = S::FILE_TIME.flag, help = S::FILE_TIME.help(), value_name = "TIME")]
    file_time: Option<String>,
    #[command(flatten)]
    pub(crate) common: CommonArgs,
    #[arg(skip)]
    store: PhantomData<S>,
}

/// The checked settings of such a target.
#[derive(Debug)]
pub(crate) struct FolderSettings {
    folder: PathBuf,
    limits: Limits,
}

impl<S: Store> FolderArgs<S> {
    /// Checks flags and environment variables. Adds every problem to `problems`.
    pub(crate) fn resolve(&self, environment: &dyn Environment, problems: &mut Problems) -> FolderSettings {
        let folder = S::FOLDER.text(self.folder.as_deref(), environment).unwrap_or_default();
        if folder.is_empty() {
            problems.add(format!("name the folder: `wiredesk sink {} FOLDER`", S::KIND));
        }
        let age: Option<Duration> =
            S::FILE_TIME
                .read(self.file_time.as_deref(), environment, problems, |text| duration(text).map(Some));
        FolderSettings {
            folder: folder.into(),
            limits: Limits {
                bytes: S::FILE_SIZE.read(self.file_size.as_deref(), environment, problems, bytes),
                age: age.unwrap_or_default(),
            },
        }
    }
}

/// A target that is a folder.
pub(crate) struct Folder<S> {
    path: PathBuf,
    /// `None` while a thread writes. A write that was given up goes on there.
    store: Option<S>,
}

impl<S: Store> Folder<S> {
    /// Opens the folder.
    ///
    /// # Errors
    ///
    /// When the folder cannot be used, or another sink writes to it.
    pub(crate) fn open(settings: FolderSettings) -> io::Result<Self> {
        let store = S::open(&settings.folder, settings.limits)?;
        Ok(Self { path: settings.folder, store: Some(store) })
    }
}

impl<S: Store> Target for Folder<S> {
    type Event = Enriched;

    fn name(&self) -> String {
        format!("{} {}", S::KIND, self.path.display())
    }

    async fn write(&mut self, batch: &[&Record]) -> Result<Vec<Verdict>, Hindrance> {
        let lines: Vec<Bytes> = batch.iter().map(|record| S::line(record)).collect();
        let now = clock::now();
        let Some(mut store) = self.store.take() else {
            return Err(Hindrance::away("an earlier write did not end"));
        };
        let written = spawn_blocking(move || {
            let outcome = store.append(&lines, now);
            (store, outcome)
        });
        let (store, outcome) = written.await.map_err(|error| Hindrance::away(error.to_string()))?;
        self.store = Some(store);
        outcome.map_err(|error| Hindrance::away(error.to_string()))?;
        Ok(vec![Verdict::Written; batch.len()])
    }
}
