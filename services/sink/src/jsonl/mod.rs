//! The target `jsonl`: a folder of JSON Lines files, one event a line.

pub(crate) mod files;
pub(crate) mod lines;
pub(crate) mod names;

use std::{io, path::Path};

use bytes::Bytes;
use runtime::settings::Setting;
use time::OffsetDateTime;

use self::files::{Files, Limits, Purpose};
use crate::{folder::Store, record::Record};

impl Store for Files {
    const KIND: &'static str = "jsonl";
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

    fn open(folder: &Path, limits: Limits) -> io::Result<Self> {
        Self::open(folder, limits, Purpose::default())
    }

    fn line(record: &Record) -> Bytes {
        record.payload.clone()
    }

    fn append(&mut self, lines: &[Bytes], now: OffsetDateTime) -> io::Result<()> {
        self.append(lines, now)
    }
}
