//! The target `jsonl`: a folder of JSON Lines files, one event a line.

pub(crate) mod files;
pub(crate) mod lines;
pub(crate) mod names;

use std::{io, path::PathBuf, time::Duration};

use clap::Args;
use runtime::{
    clock,
    settings::{Environment, Problems, Setting, bytes, duration},
};
use tokio::task::spawn_blocking;

use self::files::{Files, Limits, Purpose};
use crate::{
    record::Record,
    settings::CommonArgs,
    target::{Hindrance, Target, Verdict},
};

const FOLDER: Setting =
    Setting::new("folder", "WIREDESK_JSONL_FOLDER", "Folder for the files; created if missing");
const FILE_SIZE: Setting = Setting::new(
    "file-size",
    "WIREDESK_JSONL_FILE_SIZE",
    "A file that is this large is closed, such as `64MiB`; a batch is never split",
)
.with_default("64MiB");
const FILE_TIME: Setting = Setting::new(
    "file-time",
    "WIREDESK_JSONL_FILE_TIME",
    "A file that is this old is closed, such as `15m` or `1h`",
)
.with_default("1h");

/// Write events to JSON Lines files in a folder
///
/// A file that is being written ends in `.jsonl.part`. Closed files end in `.jsonl` and never change. Their names are
/// the times at which they were begun, so they sort in order. After a restart the sink reads back the last
/// 100,000 lines, and writes none of them again.
#[derive(Debug, Args)]
pub(crate) struct JsonlArgs {
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
pub(crate) struct JsonlSettings {
    folder: PathBuf,
    limits: Limits,
}

impl JsonlArgs {
    /// Checks flags and environment variables. Adds every problem to `problems`.
    pub(crate) fn resolve(&self, environment: &dyn Environment, problems: &mut Problems) -> JsonlSettings {
        let folder = FOLDER.text(self.folder.as_deref(), environment).unwrap_or_default();
        if folder.is_empty() {
            problems.add("name the folder for the files: `wiredesk sink jsonl FOLDER`");
        }
        let age: Option<Duration> =
            FILE_TIME.read(self.file_time.as_deref(), environment, problems, |text| duration(text).map(Some));
        JsonlSettings {
            folder: folder.into(),
            limits: Limits {
                bytes: FILE_SIZE.read(self.file_size.as_deref(), environment, problems, bytes),
                age: age.unwrap_or_default(),
            },
        }
    }
}

/// A folder of files.
pub(crate) struct Jsonl {
    folder: PathBuf,
    /// `None` while a thread writes.
    files: Option<Files>,
}

impl Jsonl {
    /// Opens the folder, and reads back the last lines.
    ///
    /// # Errors
    ///
    /// When the folder cannot be used, or another sink writes to it.
    pub(crate) fn open(settings: JsonlSettings) -> io::Result<Self> {
        let files = Files::open(&settings.folder, settings.limits, Purpose::default())?;
        Ok(Self { folder: settings.folder, files: Some(files) })
    }
}

impl Target for Jsonl {
    fn name(&self) -> String {
        format!("jsonl {}", self.folder.display())
    }

    async fn write(&mut self, batch: &[&Record]) -> Result<Vec<Verdict>, Hindrance> {
        let payloads: Vec<_> = batch.iter().map(|record| record.payload.clone()).collect();
        let now = clock::now();
        on_thread(&mut self.files, move |files| files.append(&payloads, now)).await?;
        Ok(vec![Verdict::Written; batch.len()])
    }
}

/// Writes on a thread that may wait for a disk. `writer` is empty while a thread has it: a write that was given up
/// goes on there.
///
/// # Errors
///
/// When the disk takes nothing, or an earlier write did not end.
pub(crate) async fn on_thread<W: Send + 'static>(
    writer: &mut Option<W>,
    write: impl FnOnce(&mut W) -> io::Result<()> + Send + 'static,
) -> Result<(), Hindrance> {
    let Some(mut taken) = writer.take() else {
        return Err(Hindrance::away("an earlier write did not end"));
    };
    let written = spawn_blocking(move || {
        let outcome = write(&mut taken);
        (taken, outcome)
    });
    let (taken, outcome) = written.await.map_err(|error| Hindrance::away(error.to_string()))?;
    *writer = Some(taken);
    outcome.map_err(|error| Hindrance::away(error.to_string()))
}
