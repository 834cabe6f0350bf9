//! Reads arbitrary texts as the headers in which the story-linker notes its state, and writes what was read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use story_linker::Record;

const TABLE: &str = "vectors-1@0f";

fuzz_target!(|headers: (&str, &str)| {
    let (story, fingerprint) = headers;
    let Ok(record) = Record::read("a".to_owned(), story, fingerprint, TABLE) else { return };
    let story = Record::story_header(&record.link);
    let fingerprint = Record::fingerprint_header(&record.fingerprint, TABLE);
    let again = Record::read("a".to_owned(), &story, &fingerprint, TABLE).expect("what was written is read");
    assert_eq!(again.link, record.link);
    assert_eq!(again.fingerprint.vector, record.fingerprint.vector);
});
