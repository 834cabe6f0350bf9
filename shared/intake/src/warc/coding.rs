//! The transfer coding and the content coding of a response.
//!
//! Some crawlers store a response as it came, others decode it and keep the headers. So a coding counts only
//! if the body looks like it.

use std::io::Read;

use brotli_decompressor::Decompressor;
use flate2::read::{MultiGzDecoder, ZlibDecoder};

use super::head::Head;
use crate::{page, record::LARGEST_PAGE};

/// Returns the body without its codings, at most one byte more than a page may have.
pub(super) fn decoded(body: Vec<u8>, head: &Head) -> Result<Vec<u8>, &'static str> {
    let is_chunked =
        head.get("transfer-encoding").is_some_and(|coding| coding.to_ascii_lowercase().contains("chunked"));
    let body = if is_chunked { joined(&body).unwrap_or(body) } else { body };
    let coding = head.get("content-encoding").unwrap_or_default().trim().to_ascii_lowercase();
    match coding.as_str() {
        "gzip" | "x-gzip" if body.starts_with(&[0x1f, 0x8b]) => {
            unpacked(MultiGzDecoder::new(body.as_slice()))
        }
        "deflate" if body.first() == Some(&0x78) => unpacked(ZlibDecoder::new(body.as_slice())),
        "" | "identity" | "gzip" | "x-gzip" | "deflate" => Ok(body),
        _ if page::is_page(&body) => Ok(body),
        "br" => unpacked(Decompressor::new(body.as_slice(), 4096)),
        _ => Err("a content encoding other than gzip, deflate and br"),
    }
}

fn unpacked(reader: impl Read) -> Result<Vec<u8>, &'static str> {
    let mut page = Vec::new();
    reader.take(LARGEST_PAGE + 1).read_to_end(&mut page).map_err(|_| "a damaged content encoding")?;
    Ok(page)
}

/// Joins the chunks of a body. Returns `None` if it does not begin with the length of one. A body that ends
/// early is what was received.
fn joined(body: &[u8]) -> Option<Vec<u8>> {
    let mut joined = Vec::with_capacity(body.len());
    let mut rest = body;
    loop {
        let Some((length, chunk)) = chunk(rest) else {
            return (!joined.is_empty()).then_some(joined);
        };
        let present = length.min(chunk.len());
        joined.extend_from_slice(chunk.get(..present).unwrap_or_default());
        if length == 0 || present < length {
            return Some(joined);
        }
        let behind = chunk.get(length..).unwrap_or_default();
        rest = behind.strip_prefix(b"\r\n").or_else(|| behind.strip_prefix(b"\n")).unwrap_or(behind);
    }
}

/// Returns the length of the first chunk, and the bytes behind its line.
fn chunk(body: &[u8]) -> Option<(usize, &[u8])> {
    let end = memchr::memchr(b'\n', body.get(..body.len().min(256))?)?;
    let line = body.get(..end)?.split(|byte| *byte == b';').next()?;
    let length = usize::from_str_radix(str::from_utf8(line).ok()?.trim(), 16).ok()?;
    Some((length, body.get(end + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(lines: &str) -> Head {
        Head::read(&mut format!("HTTP/1.1 200 OK\r\n{lines}\r\n\r\n").as_bytes()).unwrap()
    }

    #[test]
    fn chunks_are_joined_and_a_body_without_chunks_stays() {
        for (body, expected) in [
            ("4\r\nRain\r\n3;x=y\r\n in\r\n0\r\n\r\n", "Rain in"),
            ("ff\r\nRain", "Rain"),
            ("4\nRain\n0\n", "Rain"),
            ("<html>", "<html>"),
            ("", ""),
        ] {
            let decoded = decoded(body.into(), &head("Transfer-Encoding: chunked")).unwrap();
            assert_eq!(String::from_utf8(decoded).unwrap(), expected, "{body}");
        }
    }

    #[test]
    fn a_content_coding_counts_if_the_body_has_it() {
        let mut gzip = Vec::new();
        flate2::read::GzEncoder::new(&b"Rain"[..], flate2::Compression::fast())
            .read_to_end(&mut gzip)
            .unwrap();
        let decode =
            |body: &[u8], coding: &str| decoded(body.to_vec(), &head(&format!("Content-Encoding: {coding}")));
        assert_eq!(decode(&gzip, "gzip"), Ok(b"Rain".to_vec()));
        assert_eq!(decode(b"Rain", "gzip"), Ok(b"Rain".to_vec()));
        assert!(decode(gzip.get(..12).unwrap(), "gzip").is_err());
        // "Rain" as the reference encoder of brotli writes it.
        assert_eq!(decode(b"\x8b\x01\x80Rain\x03", "br"), Ok(b"Rain".to_vec()));
        assert_eq!(decode(b"<html>", "br"), Ok(b"<html>".to_vec()));
        assert!(decode(b"Rain", "zstd").is_err());
    }

    #[test]
    fn a_bomb_is_unpacked_only_as_far_as_a_page_may_go() {
        let mut bomb = Vec::new();
        let zeros = std::io::repeat(0).take(LARGEST_PAGE * 3);
        flate2::read::GzEncoder::new(zeros, flate2::Compression::fast()).read_to_end(&mut bomb).unwrap();
        let page = decoded(bomb, &head("Content-Encoding: gzip")).unwrap();
        assert_eq!(page.len() as u64, LARGEST_PAGE + 1);
    }
}
