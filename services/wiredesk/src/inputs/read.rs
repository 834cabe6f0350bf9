//! Reads one source, as a whole text or line by line.

use std::{
    io::{self, BufRead, Read},
    iter,
};

use serde_json::json;

use super::input::{Articles, Input, InputError, LARGEST_ARTICLE};

/// Reads one article, whose body is the whole of `reader`.
pub(super) fn text(origin: String, reader: impl Read + Send + 'static) -> Articles {
    let mut reader = Some(reader);
    Box::new(iter::once_with(move || {
        let payload = reader.take().map_or(Ok(Vec::new()), whole_text);
        Input { origin, payload }
    }))
}

/// Reads all bytes. Returns `None` if they are more than one article may have.
pub(super) fn whole(reader: impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    reader.take(LARGEST_ARTICLE + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= LARGEST_ARTICLE).then_some(bytes))
}

fn whole_text(reader: impl Read) -> Result<Vec<u8>, InputError> {
    let bytes = whole(reader)?.ok_or(InputError::TooLarge)?;
    let text = text::without_mark(&bytes);
    match std::str::from_utf8(text) {
        Ok(body) => Ok(json!({ "body": body }).to_string().into_bytes()),
        Err(error) => Err(InputError::InvalidUtf8(bytes.len() - text.len() + error.valid_up_to())),
    }
}

/// Reads one article per line. Skips blank lines.
pub(super) fn lines(name: String, reader: impl BufRead + Send + 'static) -> Articles {
    Box::new(Lines { name, reader, number: 0, ended: false })
}

struct Lines<R> {
    name: String,
    reader: R,
    number: u64,
    ended: bool,
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Input;

    fn next(&mut self) -> Option<Input> {
        while !self.ended {
            self.number += 1;
            let line = read_line(&mut self.reader, LARGEST_ARTICLE);
            // After an error of the operating system the next line would fail in the same way.
            self.ended = !matches!(line, Ok(Some(_)) | Err(InputError::TooLarge));
            let payload = line.transpose()?.map(|line| self.payload(&line));
            if !matches!(&payload, Ok(line) if line.is_empty()) {
                return Some(Input { origin: format!("{}:{}", self.name, self.number), payload });
            }
        }
        None
    }
}

impl<R> Lines<R> {
    fn payload(&self, line: &[u8]) -> Vec<u8> {
        let line = if self.number == 1 { text::without_mark(line) } else { line };
        line.trim_ascii().to_vec()
    }
}

/// Reads the next line with its line break. Returns `None` at the end, and skips a line longer than `limit`
/// bytes.
fn read_line(reader: &mut impl BufRead, limit: u64) -> Result<Option<Vec<u8>>, InputError> {
    let mut line = Vec::new();
    if reader.by_ref().take(limit).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.ends_with(b"\n") || (line.len() as u64) < limit {
        return Ok(Some(line));
    }
    skip_line(reader)?;
    Err(InputError::TooLarge)
}

fn skip_line(reader: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = reader.fill_buf()?;
        let line_break = buffer.iter().position(|byte| *byte == b'\n');
        let (length, is_empty) = (buffer.len(), buffer.is_empty());
        reader.consume(line_break.map_or(length, |position| position + 1));
        if line_break.is_some() || is_empty {
            return Ok(());
        }
    }
}

/// Returns the articles that `fallible` reads, or its error as the only input.
pub(super) fn or_failed(origin: String, fallible: impl FnOnce(String) -> io::Result<Articles>) -> Articles {
    fallible(origin.clone()).unwrap_or_else(|error| InputError::from(error).at(origin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_beyond_the_limit_is_skipped_and_the_next_is_read() {
        let mut reader: &[u8] = b"0123456789\nnext\nlast";
        assert_eq!(read_line(&mut reader, 5), Err(InputError::TooLarge));
        assert_eq!(read_line(&mut reader, 5), Ok(Some(b"next\n".to_vec())));
        assert_eq!(read_line(&mut reader, 5), Ok(Some(b"last".to_vec())));
        assert_eq!(read_line(&mut reader, 5), Ok(None));
    }
}
