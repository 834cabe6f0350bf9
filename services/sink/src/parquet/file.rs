//! One file of a table: written beside its place, and put there when it is whole.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use parquet::{
    basic::{Compression, ZstdLevel},
    column::reader::get_typed_column_reader,
    data_type::FixedLenByteArrayType,
    errors::ParquetError,
    file::{
        properties::WriterProperties,
        reader::{FileReader, SerializedFileReader},
        writer::SerializedFileWriter,
    },
    schema::types::ColumnPath,
};

use super::{
    columns::{append, schema},
    tables::{HASH, Rows, Table},
};
use crate::jsonl::{files::at, lines::Print};

/// The level of zstd's own command line tool. Higher ones take much longer for a few per cent.
const LEVEL: i32 = 3;

/// A file that is being written.
pub(super) struct TableFile {
    table: Table,
    writer: SerializedFileWriter<File>,
    part: PathBuf,
}

impl TableFile {
    /// Begins a file, for now under the name `part`.
    pub(super) fn create(table: Table, part: PathBuf) -> io::Result<Self> {
        let begun = File::create(&part).and_then(|file| begin(table, file).map_err(io::Error::other));
        let writer = begun.map_err(|error| at(&part, "cannot create", &error))?;
        Ok(Self { table, writer, part })
    }

    /// Appends the rows of this table as one row group.
    pub(super) fn append(&mut self, rows: &Rows<'_>) -> io::Result<()> {
        // A row group without rows is valid, but not every reader takes it.
        if self.table.count(rows) == 0 {
            return Ok(());
        }
        let appended = append(&mut self.writer, &self.table.columns(rows));
        appended.map_err(|error| at(&self.part, "cannot write", &io::Error::other(error)))
    }

    /// Ends the file, and puts it into the folder of its table when it is on disk.
    pub(super) fn finish(self, folder: &Path, name: &str) -> io::Result<()> {
        let Self { writer, part, .. } = self;
        let ended = writer.into_inner().map_err(io::Error::other).and_then(|file| file.sync_all());
        ended.map_err(|error| at(&part, "cannot write", &error))?;
        let placed = fs::rename(&part, folder.join(name)).and_then(|()| File::open(folder)?.sync_all());
        placed.map_err(|error| at(&folder.join(name), "cannot create", &error))
    }
}

fn begin(table: Table, file: File) -> Result<SerializedFileWriter<File>, ParquetError> {
    let mut properties = WriterProperties::builder()
        .set_created_by(format!("wiredesk {}", env!("CARGO_PKG_VERSION")))
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(LEVEL)?));
    for name in table.without_dictionary() {
        properties = properties.set_column_dictionary_enabled(ColumnPath::from(*name), false);
    }
    let schema = schema(table.name(), &table.columns(&Rows::of(&[], &[])))?;
    SerializedFileWriter::new(file, schema, Arc::new(properties.build()))
}

/// Returns what identifies the rows of a file of articles, in order.
///
/// # Errors
///
/// When the file cannot be read, or has no such column.
pub(super) fn hashes(path: &Path) -> io::Result<Vec<Print>> {
    let read = File::open(path).and_then(|file| read_hashes(file).map_err(io::Error::other));
    read.map_err(|error| at(path, "move this file away, for its articles cannot be read:", &error))
}

fn read_hashes(file: File) -> Result<Vec<Print>, ParquetError> {
    let reader = SerializedFileReader::new(file)?;
    let columns = reader.metadata().file_metadata().schema_descr().columns();
    let place = columns.iter().position(|column| column.name() == HASH && column.type_length() == 16);
    let place = place.ok_or_else(|| ParquetError::General(format!("it has no column `{HASH}`")))?;
    let mut hashes = Vec::new();
    for number in 0..reader.num_row_groups() {
        let group = reader.get_row_group(number)?;
        let count = usize::try_from(group.metadata().num_rows()).unwrap_or(0);
        let mut values = Vec::new();
        let mut column = get_typed_column_reader::<FixedLenByteArrayType>(group.get_column_reader(place)?);
        column.read_records(count, None, None, &mut values)?;
        hashes.extend(values.iter().filter_map(|value| Print::try_from(value.data()).ok()));
    }
    Ok(hashes)
}
