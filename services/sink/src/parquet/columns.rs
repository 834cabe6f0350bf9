//! The columns of a file, and how they are written.

use std::{fmt::Write as _, io::Write, sync::Arc};

use parquet::{
    data_type::{
        ByteArray, ByteArrayType, DataType, DoubleType, FixedLenByteArray, FixedLenByteArrayType, Int32Type,
        Int64Type,
    },
    errors::ParquetError,
    file::writer::{SerializedColumnWriter, SerializedFileWriter},
    schema::{parser::parse_message_type, types::TypePtr},
};
use time::OffsetDateTime;

use crate::jsonl::lines::Print;

/// The values of a column, one for each row.
pub(super) enum Column<'a> {
    Text(&'a [&'a str]),
    OwnedText(&'a [String]),
    OptionalText(&'a [Option<&'a str>]),
    /// JSON as text.
    Json(&'a [&'a str]),
    OwnedJson(&'a [String]),
    Integer(&'a [i32]),
    OptionalInteger(&'a [Option<i32>]),
    Real(&'a [f64]),
    OptionalReal(&'a [Option<f64>]),
    Time(&'a [OffsetDateTime]),
    OptionalTime(&'a [Option<OffsetDateTime>]),
    Hash(&'a [Print]),
}

/// The columns of a table by name, each with the same number of values.
pub(super) type Columns<'a> = Vec<(&'static str, Column<'a>)>;

/// Returns the schema of a table with these columns.
///
/// # Errors
///
/// When a name is not one that a schema may have.
pub(super) fn schema(table: &str, columns: &Columns<'_>) -> Result<TypePtr, ParquetError> {
    let mut text = format!("message {table} {{");
    for (name, column) in columns {
        let (physical, logical) = column.types();
        // Writing to a `String` cannot fail.
        let _ = write!(text, " {physical} {name} {logical};");
    }
    text.push('}');
    Ok(Arc::new(parse_message_type(&text)?))
}

/// Appends rows to a file. They form a row group.
///
/// # Errors
///
/// When the file cannot be written.
pub(super) fn append<W: Write + Send>(
    file: &mut SerializedFileWriter<W>,
    columns: &Columns<'_>,
) -> Result<(), ParquetError> {
    let mut group = file.next_row_group()?;
    for (_, column) in columns {
        if let Some(mut writer) = group.next_column()? {
            column.write(&mut writer)?;
            writer.close()?;
        }
    }
    group.close()?;
    Ok(())
}

impl Column<'_> {
    /// Returns the repetition with the physical type, and the logical type.
    fn types(&self) -> (&'static str, &'static str) {
        match self {
            Self::Text(_) | Self::OwnedText(_) => ("REQUIRED BYTE_ARRAY", "(STRING)"),
            Self::OptionalText(_) => ("OPTIONAL BYTE_ARRAY", "(STRING)"),
            Self::Json(_) | Self::OwnedJson(_) => ("REQUIRED BYTE_ARRAY", "(JSON)"),
            Self::Integer(_) => ("REQUIRED INT32", ""),
            Self::OptionalInteger(_) => ("OPTIONAL INT32", ""),
            Self::Real(_) => ("REQUIRED DOUBLE", ""),
            Self::OptionalReal(_) => ("OPTIONAL DOUBLE", ""),
            Self::Time(_) => ("REQUIRED INT64", "(TIMESTAMP(MICROS,true))"),
            Self::OptionalTime(_) => ("OPTIONAL INT64", "(TIMESTAMP(MICROS,true))"),
            Self::Hash(_) => ("REQUIRED FIXED_LEN_BYTE_ARRAY(16)", ""),
        }
    }

    fn write(&self, writer: &mut SerializedColumnWriter<'_>) -> Result<(), ParquetError> {
        let bytes = |text: &str| ByteArray::from(text);
        match self {
            Self::Text(values) | Self::Json(values) => {
                all::<ByteArrayType>(writer, values.iter().map(|text| bytes(text)))
            }
            Self::OwnedText(values) | Self::OwnedJson(values) => {
                all::<ByteArrayType>(writer, values.iter().map(|text| bytes(text)))
            }
            Self::OptionalText(values) => {
                some::<ByteArrayType>(writer, values.iter().map(|text| text.map(bytes)))
            }
            Self::Integer(values) => all::<Int32Type>(writer, values.iter().copied()),
            Self::OptionalInteger(values) => some::<Int32Type>(writer, values.iter().copied()),
            Self::Real(values) => all::<DoubleType>(writer, values.iter().copied()),
            Self::OptionalReal(values) => some::<DoubleType>(writer, values.iter().copied()),
            Self::Time(values) => all::<Int64Type>(writer, values.iter().copied().map(microseconds)),
            Self::OptionalTime(values) => {
                some::<Int64Type>(writer, values.iter().map(|time| time.map(microseconds)))
            }
            Self::Hash(values) => all::<FixedLenByteArrayType>(
                writer,
                values.iter().map(|print| FixedLenByteArray::from(print.to_vec())),
            ),
        }
    }
}

/// Writes the values of a column without gaps.
fn all<T: DataType>(
    writer: &mut SerializedColumnWriter<'_>,
    values: impl Iterator<Item = T::T>,
) -> Result<(), ParquetError> {
    let values: Vec<T::T> = values.collect();
    writer.typed::<T>().write_batch(&values, None, None)?;
    Ok(())
}

/// Writes the values of a column with gaps. The definition level of a value is 1, that of a gap 0.
fn some<T: DataType>(
    writer: &mut SerializedColumnWriter<'_>,
    values: impl Iterator<Item = Option<T::T>>,
) -> Result<(), ParquetError> {
    let values: Vec<Option<T::T>> = values.collect();
    let levels: Vec<i16> = values.iter().map(|value| i16::from(value.is_some())).collect();
    let present: Vec<T::T> = values.into_iter().flatten().collect();
    writer.typed::<T>().write_batch(&present, Some(&levels), None)?;
    Ok(())
}

/// Returns microseconds since 1970. All years that a time can have fit.
fn microseconds(time: OffsetDateTime) -> i64 {
    i64::try_from(time.unix_timestamp_nanos().div_euclid(1_000)).unwrap_or(i64::MAX)
}
