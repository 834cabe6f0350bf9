//! What the linker notes with its output, in headers, and reads again after a restart.
//!
//! A header is a text of fields, separated by spaces, that begins with a version. Reading headers only, a linker has
//! its state again without reading an article.

use base64::{Engine, engine::general_purpose::STANDARD};
use messages::headers::{percent_decoded, percent_encoded};
use stories::{DIMENSIONS, Fingerprint, Link, Signature, SignatureError, Source, Vector};
use thiserror::Error;

/// The version of both headers.
const VERSION: &str = "1";
/// What stands for a missing vector.
const NONE: &str = "-";

/// An article with the story that it was linked to.
#[derive(Debug, Clone)]
pub struct Record {
    /// What the article is compared by.
    pub fingerprint: Fingerprint,
    /// The story. What it is a copy of and what it is related to are not noted, and the linker counts publishers anew.
    pub link: Link,
}

/// The reason why headers are no record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RecordError {
    /// A field is missing or is not what it should be.
    #[error("the field `{0}` is missing or invalid")]
    Field(&'static str),
    /// The record has another version.
    #[error("the record has another version")]
    Version,
    /// The signature cannot be read.
    #[error("{0}")]
    Signature(SignatureError),
}

impl Record {
    /// Returns the value of the header with the story: version, number of articles, milliseconds of the first one since
    /// 1970, id, and the ids of the stories that became part of it.
    pub fn story_header(link: &Link) -> String {
        let mut header =
            format!("{VERSION} {} {} {}", link.size, link.first_seen, percent_encoded(&link.story));
        for gone in &link.merged {
            header.push(' ');
            header.push_str(&percent_encoded(gone));
        }
        header
    }

    /// Returns the value of the header with the fingerprint: version, milliseconds since 1970, signature, vector, the
    /// name of the table that the vector is from, and the number of the publisher if the article names one.
    pub fn fingerprint_header(fingerprint: &Fingerprint, table: &str) -> String {
        let vector = fingerprint.vector.as_ref().map(|vector| STANDARD.encode(vector.to_bytes()));
        let vector = vector.as_deref().unwrap_or(NONE);
        let signature = STANDARD.encode(fingerprint.signature.to_bytes());
        let source = fingerprint.source.map(|source| format!(" {:08x}", source.to_number()));
        let (time, table) = (fingerprint.time, percent_encoded(table));
        format!("{VERSION} {time} {signature} {vector} {table}{}", source.unwrap_or_default())
    }

    /// Reads the headers of the article `id`. A vector of another table than `table` is left out.
    ///
    /// # Errors
    ///
    /// When the headers are not from a linker of this version.
    pub fn read(id: String, story: &str, fingerprint: &str, table: &str) -> Result<Self, RecordError> {
        Ok(Self { fingerprint: read_fingerprint(id, fingerprint, table)?, link: read_link(story)? })
    }
}

fn read_link(header: &str) -> Result<Link, RecordError> {
    let mut fields = Fields::of(header)?;
    Ok(Link {
        size: fields.number("size")?,
        first_seen: fields.number("first_seen")?,
        story: percent_decoded(fields.next("story")?),
        merged: fields.0.map(percent_decoded).collect(),
        ..Link::default()
    })
}

fn read_fingerprint(id: String, header: &str, table: &str) -> Result<Fingerprint, RecordError> {
    let mut fields = Fields::of(header)?;
    let time = fields.number("time")?;
    let signature = fields.bytes("signature")?;
    let signature = Signature::from_bytes(&signature).map_err(RecordError::Signature)?;
    let vector = match fields.next("vector")? {
        NONE => None,
        text => Some(vector(text)?),
    };
    let is_ours = percent_decoded(fields.next("table")?) == table;
    // Earlier versions did not note the publisher.
    let source = fields.0.next().map(source).transpose()?;
    Ok(Fingerprint { id, time, signature, vector: vector.filter(|_| is_ours), source })
}

fn source(text: &str) -> Result<Source, RecordError> {
    u32::from_str_radix(text, 16).map(Source::from_number).map_err(|_| RecordError::Field("source"))
}

fn vector(text: &str) -> Result<Vector, RecordError> {
    let invalid = || RecordError::Field("vector");
    let bytes = STANDARD.decode(text).map_err(|_| invalid())?;
    let bytes: &[u8; DIMENSIONS] = bytes.as_slice().try_into().map_err(|_| invalid())?;
    Ok(Vector::from_bytes(bytes))
}

/// The fields of a header that are not read yet.
struct Fields<'h>(std::str::Split<'h, char>);

impl<'h> Fields<'h> {
    fn of(header: &'h str) -> Result<Self, RecordError> {
        let mut fields = Self(header.split(' '));
        if fields.next("version")? == VERSION { Ok(fields) } else { Err(RecordError::Version) }
    }

    fn next(&mut self, name: &'static str) -> Result<&'h str, RecordError> {
        self.0.next().filter(|field| !field.is_empty()).ok_or(RecordError::Field(name))
    }

    fn number<T: std::str::FromStr>(&mut self, name: &'static str) -> Result<T, RecordError> {
        self.next(name)?.parse().map_err(|_| RecordError::Field(name))
    }

    fn bytes(&mut self, name: &'static str) -> Result<Vec<u8>, RecordError> {
        STANDARD.decode(self.next(name)?).map_err(|_| RecordError::Field(name))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TABLE: &str = "vectors-1@0f";

    fn link(story: &str, merged: &[&str]) -> Link {
        Link {
            story: story.to_owned(),
            first_seen: 1_764_400_000_123,
            size: 7,
            merged: merged.iter().map(|id| (*id).to_owned()).collect(),
            ..Link::default()
        }
    }

    fn fingerprint(text: &str, vector: Option<Vector>) -> Fingerprint {
        let source = Source::of("The Gazette");
        Fingerprint { id: "a 1".to_owned(), time: -5, signature: Signature::of(&[text]), vector, source }
    }

    fn read(link: &Link, fingerprint: &Fingerprint) -> Record {
        let story = Record::story_header(link);
        let header = Record::fingerprint_header(fingerprint, TABLE);
        assert!(story.is_ascii() && header.is_ascii() && header.len() < 1_000);
        Record::read(fingerprint.id.clone(), &story, &header, TABLE).unwrap()
    }

    #[test]
    fn a_record_is_read_back() {
        let vector = Vector::of(&[0.5; DIMENSIONS]);
        for vector in [vector, None] {
            let (link, fingerprint) =
                (link("Zürich 1", &["b", "c d", "北京"]), fingerprint("Rain fell.", vector));
            let record = read(&link, &fingerprint);
            assert_eq!(record.link, link);
            assert_eq!(record.fingerprint.signature, fingerprint.signature);
            assert_eq!(record.fingerprint.source, fingerprint.source);
            let found = (record.fingerprint.id, record.fingerprint.time, record.fingerprint.vector);
            assert_eq!(found, (fingerprint.id, fingerprint.time, fingerprint.vector));
        }
    }

    #[test]
    fn a_vector_of_another_table_is_left_out() {
        let fingerprint = fingerprint("Rain fell.", Vector::of(&[0.5; DIMENSIONS]));
        let header = Record::fingerprint_header(&fingerprint, "vectors-2@0f");
        let record = Record::read("a".to_owned(), "1 1 0 a", &header, TABLE).unwrap();
        assert_eq!(record.fingerprint.vector, None);
        assert_eq!(record.fingerprint.signature, fingerprint.signature);
    }

    #[test]
    fn a_record_without_publisher_is_read() {
        let mut fingerprint = fingerprint("Rain fell.", None);
        fingerprint.source = None;
        assert_eq!(read(&link("a", &[]), &fingerprint).fingerprint.source, None);
    }

    #[test]
    fn what_is_no_record_is_refused_with_the_field() {
        let fingerprint = Record::fingerprint_header(&fingerprint("Rain.", None), TABLE);
        let read = |story: &str, fingerprint: &str| {
            Record::read("a".to_owned(), story, fingerprint, TABLE).map(drop).unwrap_err()
        };
        assert_eq!(read("", &fingerprint), RecordError::Field("version"));
        assert_eq!(read("2 1 0 a", &fingerprint), RecordError::Version);
        assert_eq!(read("1 -1 0 a", &fingerprint), RecordError::Field("size"));
        assert_eq!(read("1 1 0", &fingerprint), RecordError::Field("story"));
        assert_eq!(read("1 1 0 a", "1 7 AAAA - t"), RecordError::Signature(SignatureError::Version(0)));
        assert_eq!(read("1 1 0 a", &fingerprint.replace(" - ", " AAAA ")), RecordError::Field("vector"));
        assert_eq!(read("1 1 0 a", &format!("{fingerprint}x")), RecordError::Field("source"));
    }

    proptest! {
        #[test]
        fn any_headers_are_read_or_refused(story in "(1 [0-9]{1,12} )?\\PC{0,40}", fingerprint in "(1 [0-9]{1,4} )?[A-Za-z0-9+/ =-]{0,900}") {
            drop(Record::read("a".to_owned(), &story, &fingerprint, TABLE));
        }

        #[test]
        fn any_ids_are_read_back(story in "\\PC{1,40}", merged in prop::collection::vec("\\PC{1,9}", 0..4)) {
            let merged: Vec<&str> = merged.iter().map(String::as_str).collect();
            let link = link(&story, &merged);
            prop_assert_eq!(read(&link, &fingerprint("Rain.", None)).link, link);
        }
    }
}
