//! Recognizes the format of a source by its content.

use std::io::{self, BufRead, Cursor, Read};

use intake::DocumentFormat;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::{
    documents,
    input::{Articles, Input, InputError, LARGEST_ARTICLE},
    read,
};

/// The longest line that is looked at to tell a table from a text, in bytes.
const LONGEST_HEADER: u64 = 64 * 1024;

/// The bytes that are looked at to tell a web archive from a text.
const START: u64 = 1024;

/// Reads standard input in the format of its content: JSON, XML, a web page or archive, a table, or one text.
///
/// Input of white space only holds no article.
pub(super) fn any(name: String, reader: impl BufRead + Send + 'static) -> Articles {
    // Lazy, so that a feed that has not started yet does not block the other inputs.
    let sniffed = std::iter::once_with(move || read::or_failed(name, |name| sniffed(name, reader)));
    Box::new(sniffed.flatten())
}

fn sniffed(name: String, mut reader: impl BufRead + Send + 'static) -> io::Result<Articles> {
    let mut before = Vec::new();
    let first = loop {
        let Some(byte) = next_byte(&mut reader)? else { return Ok(Box::new(std::iter::empty())) };
        before.push(byte);
        if !byte.is_ascii_whitespace() && !text::BYTE_ORDER_MARK.starts_with(&before) {
            break byte;
        }
    };
    match first {
        b'{' => sniffed_lines(name, before, reader),
        b'<' => Ok(documents::xml_or_text(name, Cursor::new(before).chain(reader))),
        b'W' | b'\x1f' if before.len() == 1 => sniffed_archive(name, before, reader),
        _ => sniffed_table(name, before, reader),
    }
}

/// Reads JSON Lines, or a document whose first line does not hold an article: a feed, or indented JSON.
fn sniffed_lines(
    name: String,
    mut before: Vec<u8>,
    mut reader: impl BufRead + Send + 'static,
) -> io::Result<Articles> {
    reader.by_ref().take(LARGEST_ARTICLE).read_until(b'\n', &mut before)?;
    let start = text::without_mark(&before).trim_ascii();
    if start == b"{" {
        return match read::whole(Cursor::new(before).chain(reader))? {
            Some(bytes) => sniffed_json(name, Cursor::new(bytes)),
            None => Ok(InputError::DocumentTooLarge.at(name)),
        };
    }
    if let Some(articles) = documents::json_feed(&name, start) {
        // What follows the feed is read, too. The numbers of its lines count from the feed's end.
        return Ok(Box::new(articles.chain(documents::recognized(read::lines(name, reader)))));
    }
    Ok(documents::recognized(read::lines(name, Cursor::new(before).chain(reader))))
}

/// Reads a table, if the first line names its columns, and one text otherwise.
fn sniffed_table(
    name: String,
    mut before: Vec<u8>,
    mut reader: impl BufRead + Send + 'static,
) -> io::Result<Articles> {
    reader.by_ref().take(LONGEST_HEADER).read_until(b'\n', &mut before)?;
    let is_table = str::from_utf8(&before).is_ok_and(intake::is_header);
    let all = Cursor::new(before).chain(reader);
    Ok(if is_table { documents::table(name, all) } else { read::text(name, all) })
}

/// Reads a web archive, if the content begins as one, and a table or a text otherwise.
fn sniffed_archive(
    name: String,
    mut before: Vec<u8>,
    mut reader: impl BufRead + Send + 'static,
) -> io::Result<Articles> {
    reader.by_ref().take(START).read_to_end(&mut before)?;
    let is_archive = intake::is_archive(&before);
    let all = Cursor::new(before).chain(reader);
    if is_archive { Ok(documents::archive(name, all)) } else { sniffed_table(name, Vec::new(), all) }
}

/// Reads a file whose name says nothing: a web page or archive if its content begins as one, and one text
/// otherwise.
pub(super) fn unknown(name: String, reader: impl BufRead + Send + 'static) -> Articles {
    read::or_failed(name, |name| {
        let mut reader = reader;
        let start = reader.fill_buf()?;
        Ok(if intake::is_archive(start) {
            documents::archive(name, reader)
        } else if intake::is_page(start) {
            documents::document(name, reader, DocumentFormat::Page)
        } else {
            read::text(name, reader)
        })
    })
}

fn next_byte(reader: &mut impl BufRead) -> io::Result<Option<u8>> {
    let byte = reader.fill_buf()?.first().copied();
    reader.consume(usize::from(byte.is_some()));
    Ok(byte)
}

/// Reads a `.json` file, which holds an object, an array of objects, a JSON Feed, or JSON Lines.
///
/// An array is read into memory as a whole, so a large archive is better kept as JSON Lines.
pub(super) fn json(name: String, reader: impl BufRead + Send + 'static) -> Articles {
    read::or_failed(name, |name| sniffed_json(name, reader))
}

fn sniffed_json(name: String, mut reader: impl BufRead + Send + 'static) -> io::Result<Articles> {
    let mut start = Vec::new();
    reader.read_until(b'\n', &mut start)?;
    if is_whole_object(text::without_mark(&start)) && has_more(&mut reader)? {
        return Ok(documents::recognized(read::lines(name, Cursor::new(start).chain(reader))));
    }
    reader.read_to_end(&mut start)?;
    let bytes = text::without_mark(&start).trim_ascii();
    if let Some(articles) = documents::json(&name, bytes) {
        return Ok(articles);
    }
    match serde_json::from_slice::<Vec<Box<RawValue>>>(bytes) {
        Ok(elements) => Ok(documents::recognized(elements_of(name, elements))),
        Err(_) => Ok(Box::new(std::iter::once(Input { origin: name, payload: Ok(bytes.to_vec()) }))),
    }
}

/// Returns one article per element of an array.
fn elements_of(name: String, elements: Vec<Box<RawValue>>) -> Articles {
    Box::new(elements.into_iter().enumerate().map(move |(index, element)| Input {
        origin: format!("{name}[{index}]"),
        payload: Ok(element.get().as_bytes().to_vec()),
    }))
}

fn is_whole_object(line: &[u8]) -> bool {
    line.trim_ascii().starts_with(b"{") && serde_json::from_slice::<IgnoredAny>(line).is_ok()
}

fn has_more(reader: &mut impl BufRead) -> io::Result<bool> {
    Ok(!reader.fill_buf()?.is_empty())
}
