//! The records of an archive.

use std::io::{self, BufRead, Read};

use super::{
    bytes::Bytes,
    head::{FORMAT, Head, VERSION},
    response::{self, Article},
};
use crate::record::{Record, RecordError};

/// The longest line that is looked at for the beginning of a record, in bytes.
const LONGEST_LINE: u64 = 64 * 1024;

/// Reports whether a file begins as a WARC file does, plain or in gzip.
pub fn is_archive(start: &[u8]) -> bool {
    if start.starts_with(VERSION) {
        return true;
    }
    let mut first = [0; VERSION.len()];
    let mut decoder = flate2::bufread::GzDecoder::new(start);
    decoder.read_exact(&mut first).is_ok() && first == VERSION
}

/// Reads the pages of an archive one at a time. The place of a record is the offset of its first byte in the
/// file, such as `@1024`, or `@1024+77` for byte 77 in the gzip member at 1024.
pub fn archive(reader: impl BufRead + Send + 'static) -> Box<dyn Iterator<Item = Record> + Send> {
    match Bytes::open(reader) {
        Ok(bytes) => Box::new(Archive { bytes, found: None, ended: false }),
        Err(error) => {
            Box::new(std::iter::once(Record { place: String::new(), article: Err(unreadable(&error)) }))
        }
    }
}

struct Archive<R: BufRead> {
    bytes: Bytes<R>,
    /// The first line of a record that was found behind a damaged one, with its place.
    found: Option<(String, Vec<u8>)>,
    ended: bool,
}

/// Why a record cannot be read.
enum Fault {
    /// The file ends, is damaged, or cannot be read.
    Unreadable(io::Error),
    /// What stands there is not a record.
    NoRecord(&'static str),
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Unreadable(error)
    }
}

impl<R: BufRead> Iterator for Archive<R> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        while !self.ended {
            let (place, line) = match self.found.take().map_or_else(|| self.start(), |found| Ok(Some(found)))
            {
                Ok(found) => found?,
                Err(error) => {
                    let place = self.bytes.place();
                    return Some(Record { place, article: Err(self.failed(&Fault::Unreadable(error))) });
                }
            };
            match self.record(line) {
                Ok(None) => {}
                Ok(Some(article)) => return Some(Record { place, article }),
                Err(fault) => return Some(Record { place, article: Err(self.failed(&fault)) }),
            }
        }
        None
    }
}

impl<R: BufRead> Archive<R> {
    /// Passes over the empty lines between records. Returns the place of the next one, or `None` at the end.
    fn start(&mut self) -> io::Result<Option<(String, Vec<u8>)>> {
        loop {
            let Some(first) = self.bytes.fill_buf()?.first().copied() else { return Ok(None) };
            if !matches!(first, b'\r' | b'\n') {
                return Ok(Some((self.bytes.place(), Vec::new())));
            }
            self.bytes.consume(1);
        }
    }

    /// Reads a record. Returns `None` if it is not a page. `line` is the part that has been read already.
    fn record(&mut self, line: Vec<u8>) -> Result<Option<Article>, Fault> {
        let head = Head::read(&mut io::Cursor::new(line).chain(&mut self.bytes))?;
        if !head.first_line.starts_with("WARC/") {
            return Err(Fault::NoRecord("no header of a record"));
        }
        let length = head.get("content-length").and_then(|length| length.parse().ok());
        let length: u64 = length.ok_or(Fault::NoRecord("a record without Content-Length"))?;
        let mut block = (&mut self.bytes).take(length);
        let is_response = head.get("warc-type").is_some_and(|kind| kind.eq_ignore_ascii_case("response"));
        let url = head.get("warc-target-uri").map(|url| url.trim_matches(['<', '>']));
        let article = if is_response { response::article(&mut block, url)? } else { None };
        io::copy(&mut block, &mut io::sink())?;
        if block.limit() > 0 {
            return Err(Fault::NoRecord("the file ends inside a record"));
        }
        Ok(article)
    }

    /// Looks for the next record, and returns the error for this one.
    fn failed(&mut self, fault: &Fault) -> RecordError {
        let (is_found, error) = match fault {
            Fault::NoRecord(reason) => (self.skip_to_record(), RecordError::malformed(FORMAT, *reason)),
            Fault::Unreadable(error) => (self.bytes.skip_to_member(), unreadable(error)),
        };
        self.ended = !is_found.unwrap_or(false);
        error
    }

    /// Reads up to the first line of the next record. Returns `false` at the end of the file. A damaged part
    /// on the way is passed over with the rest.
    fn skip_to_record(&mut self) -> io::Result<bool> {
        let mut is_start = false;
        loop {
            let place = self.bytes.place();
            let mut line = Vec::new();
            match self.bytes.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line) {
                Ok(0) => return Ok(false),
                Ok(_) if is_start && line.starts_with(VERSION) => {
                    self.found = Some((place, line));
                    return Ok(true);
                }
                Ok(_) => is_start = line.ends_with(b"\n"),
                Err(_) => return self.bytes.skip_to_member(),
            }
        }
    }
}

fn unreadable(error: &io::Error) -> RecordError {
    use io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
    let reason = match error.kind() {
        InvalidData | InvalidInput | UnexpectedEof => "damaged gzip data".to_owned(),
        kind => kind.to_string(),
    };
    RecordError::malformed(FORMAT, reason)
}
