//! The target `parquet`: a folder of tables in columns, for DuckDB, pandas, Spark and others.
//!
//! Of the crate `parquet` only the part without Arrow is built: the columns are few and known, and Arrow would double
//! what the target adds to the binary.

mod columns;
mod file;
mod folder;
pub mod journal;
mod tables;

use std::{io, path::Path};

use bytes::Bytes;
use runtime::settings::Setting;
use time::OffsetDateTime;

pub(crate) use self::folder::Tables;
use crate::{folder::Store, jsonl::files::Limits, record::Record};

impl Store for Tables {
    const KIND: &'static str = "parquet";
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

    fn open(folder: &Path, limits: Limits) -> io::Result<Self> {
        Self::open(folder, limits)
    }

    fn line(record: &Record) -> Bytes {
        journal::line(record)
    }

    fn append(&mut self, lines: &[Bytes], now: OffsetDateTime) -> io::Result<()> {
        self.append(lines, now)
    }
}
