//! The header of a record, or of the HTTP response inside.

use std::io::{self, BufRead, Read};

/// The name of the format in errors.
pub(super) const FORMAT: &str = "WARC";
/// What every record begins with.
pub(super) const VERSION: &[u8] = b"WARC/";
/// The longest header, in bytes. Cookies and security policies of responses have some kilobytes.
const LONGEST: u64 = 256 * 1024;

/// A first line with named values.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) first_line: String,
    values: Vec<(String, String)>,
}

impl Head {
    /// Reads up to the first empty line. A header that is too long has an empty first line, as one that is none.
    pub(super) fn read(reader: &mut impl BufRead) -> io::Result<Self> {
        let mut reader = reader.take(LONGEST);
        let mut head = Self::default();
        let mut is_first = true;
        loop {
            let mut line = Vec::new();
            reader.read_until(b'\n', &mut line)?;
            if reader.limit() == 0 {
                return Ok(Self::default());
            }
            let text = String::from_utf8_lossy(line.trim_ascii()).into_owned();
            if text.is_empty() {
                return Ok(head);
            }
            if is_first {
                head.first_line = text;
            } else if let Some((name, value)) = text.split_once(':') {
                head.values.push((name.trim_end().to_ascii_lowercase(), value.trim_start().to_owned()));
            }
            // What does not begin as a header does is not read further.
            if is_first && !head.first_line.starts_with("WARC/") && !head.first_line.starts_with("HTTP/") {
                return Ok(head);
            }
            is_first = false;
        }
    }

    /// Returns the first value of a name, which is in small letters.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}
