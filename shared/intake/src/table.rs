//! CSV with named columns, one article for each row.

use std::io::{self, BufRead, Cursor, Read};

use csv::{ByteRecord, ErrorKind, ReaderBuilder};

use crate::{
    dates,
    draft::Draft,
    record::{LARGEST_RECORD, Record, RecordError},
};

/// The name of the format in errors.
const FORMAT: &str = "CSV";
/// Where the text of a row belongs.
const TEXT: &str = "the column of the body is empty";
/// The longest line of column names, in bytes.
const LONGEST_HEADER: u64 = 64 * 1024;

/// Members of an article with the names of their columns, in any case.
const COLUMNS: [(Member, &[&str]); 8] = [
    (Member::Body, &["body", "text", "content", "article", "story_text"]),
    (Member::Headline, &["headline", "title"]),
    (Member::Byline, &["byline", "author", "authors", "by"]),
    (Member::Id, &["id", "guid", "article_id", "stories_id"]),
    (Member::Url, &["url", "link", "uri"]),
    (Member::PublishedAt, &["published_at", "published", "publish_date", "pubdate", "date"]),
    (Member::Language, &["language", "lang"]),
    (Member::Source, &["source", "publisher", "media_name"]),
];

/// The members of an article that a column can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Member {
    Body,
    Headline,
    Byline,
    Id,
    Url,
    PublishedAt,
    Language,
    Source,
}

/// A column: a member of the article, or one that only the publisher knows.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Column {
    Member(Member),
    Other(String),
}

/// Reports whether a line names the columns of a table that this reader understands: several names, one of
/// them that of the body.
pub fn is_header(line: &str) -> bool {
    let line = line.trim_start_matches('\u{FEFF}').trim();
    let names: Vec<&str> =
        line.split(delimiter(line.as_bytes()) as char).map(|name| name.trim_matches(['"', ' '])).collect();
    let is_name = |name: &&str| {
        !name.is_empty()
            && name.chars().all(|part| part.is_alphanumeric() || "_-. ".contains(part))
            && name.len() <= 64
    };
    names.len() > 1
        && names.iter().all(is_name)
        && names.iter().any(|name| column(name) == Column::Member(Member::Body))
}

/// Reads the rows one at a time. The first row names the columns; the separator is what it has most of: a
/// comma, a semicolon or a tab.
pub fn table(reader: impl BufRead + Send + 'static) -> Box<dyn Iterator<Item = Record> + Send> {
    Rows::open(reader).unwrap_or_else(|error| {
        Box::new(std::iter::once(Record { place: ":1".to_owned(), article: Err(error) }))
    })
}

/// Counts what is read for one row, so that a quotation mark that never closes does not fill the memory.
struct Limited<R> {
    reader: R,
    left: u64,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        let most = usize::try_from(self.left).unwrap_or(usize::MAX).min(buffer.len());
        let count = self.reader.read(buffer.get_mut(..most).unwrap_or_default())?;
        self.left = self.left.saturating_sub(count as u64);
        Ok(count)
    }
}

struct Rows<R> {
    reader: csv::Reader<Limited<R>>,
    columns: Vec<Column>,
    /// What the parser's line numbers lack: it counts the line feed after a carriage return to the next row.
    missing_lines: u64,
    ended: bool,
}

impl Rows<()> {
    fn open(
        mut reader: impl BufRead + Send + 'static,
    ) -> Result<Box<dyn Iterator<Item = Record> + Send>, RecordError> {
        let mut header = Vec::new();
        let read = reader.by_ref().take(LONGEST_HEADER).read_until(b'\n', &mut header);
        let length = read.map_err(|error| unreadable(&error))?;
        if length as u64 == LONGEST_HEADER && !header.ends_with(b"\n") {
            let reason = "a first line of more than 64 KiB: it must name the columns";
            return Err(RecordError::malformed(FORMAT, reason));
        }
        let names = text::without_mark(&header);
        let delimiter = delimiter(names);
        let columns = columns(names, delimiter)?;
        let missing_lines = u64::from(header.ends_with(b"\r\n"));
        let reader = Limited { reader: Cursor::new(header).chain(reader), left: LARGEST_RECORD };
        let reader = ReaderBuilder::new().delimiter(delimiter).has_headers(true).from_reader(reader);
        Ok(Box::new(Rows { reader, columns, missing_lines, ended: false }))
    }
}

impl<R: Read> Iterator for Rows<R> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        if self.ended {
            return None;
        }
        self.reader.get_mut().left = LARGEST_RECORD;
        let mut row = ByteRecord::new();
        match self.reader.read_byte_record(&mut row) {
            Ok(false) => None,
            Ok(true) => {
                let place = self.place(row.position());
                Some(Record { place, article: self.article(&row) })
            }
            Err(error) => Some(self.failed(&error)),
        }
    }
}

impl<R: Read> Rows<R> {
    /// Returns the place of a row by the line that it starts in.
    fn place(&self, position: Option<&csv::Position>) -> String {
        let line = position.unwrap_or(self.reader.position()).line();
        format!(":{}", line + self.missing_lines)
    }

    fn failed(&mut self, error: &csv::Error) -> Record {
        let place = self.place(error.position());
        let error = match error.kind() {
            ErrorKind::UnequalLengths { expected_len, len, .. } => {
                RecordError::malformed(FORMAT, format!("{len} cells, and {expected_len} columns"))
            }
            ErrorKind::Io(error) => {
                // The next row would fail in the same way.
                self.ended = true;
                unreadable(error)
            }
            _ => RecordError::malformed(FORMAT, "unreadable row"),
        };
        Record { place, article: Err(error) }
    }

    fn article(&self, row: &ByteRecord) -> Result<serde_json::Map<String, serde_json::Value>, RecordError> {
        let mut draft = Draft::default();
        for (column, cell) in self.columns.iter().zip(row) {
            let cell = str::from_utf8(cell).map_err(|_| {
                RecordError::malformed(FORMAT, "a cell that is not UTF-8: save the table as UTF-8")
            })?;
            if !cell.trim().is_empty() {
                fill(&mut draft, column, cell);
            }
        }
        draft.finish("csv", TEXT)
    }
}

fn fill(draft: &mut Draft, column: &Column, cell: &str) {
    let member = match column {
        Column::Other(name) => {
            draft.other.insert(name.clone(), cell.into());
            return;
        }
        Column::Member(Member::PublishedAt) => {
            match dates::rfc3339(cell) {
                Some(time) => {
                    draft.published_at.get_or_insert(time);
                }
                // A time that cannot be read is kept as it is, under a name of its own.
                None => {
                    draft.other.insert("published".to_owned(), cell.into());
                }
            }
            return;
        }
        Column::Member(member) => member,
    };
    let place = match member {
        Member::Body => &mut draft.body,
        Member::Headline => &mut draft.headline,
        Member::Byline => &mut draft.byline,
        Member::Id => &mut draft.id,
        Member::Url => &mut draft.url,
        Member::Language => &mut draft.language,
        Member::Source => &mut draft.source,
        Member::PublishedAt => &mut draft.published_at,
    };
    place.get_or_insert_with(|| cell.to_owned());
}

fn unreadable(error: &io::Error) -> RecordError {
    match error.kind() {
        io::ErrorKind::FileTooLarge => RecordError::TooLarge,
        kind => RecordError::malformed(FORMAT, kind.to_string()),
    }
}

/// Reads the names of the columns.
fn columns(header: &[u8], delimiter: u8) -> Result<Vec<Column>, RecordError> {
    let mut reader = ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(header);
    let mut names = ByteRecord::new();
    let read = reader.read_byte_record(&mut names);
    let columns: Vec<Column> = names.iter().map(|name| column(&String::from_utf8_lossy(name))).collect();
    if read.is_err() || !columns.contains(&Column::Member(Member::Body)) {
        let reason = "no column for the body in the first line: name one `body`, `text` or `content`";
        return Err(RecordError::malformed(FORMAT, reason));
    }
    Ok(columns)
}

fn column(name: &str) -> Column {
    let name = name.trim_start_matches('\u{FEFF}').trim().to_lowercase();
    let known = COLUMNS.iter().find(|(_, names)| names.contains(&name.as_str()));
    known.map_or(Column::Other(name), |(member, _)| Column::Member(*member))
}

/// Returns the separator that a line has most of.
fn delimiter(line: &[u8]) -> u8 {
    let count = |delimiter: u8| memchr::memchr_iter(delimiter, line).count();
    [b'\t', b';', b','].into_iter().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}
