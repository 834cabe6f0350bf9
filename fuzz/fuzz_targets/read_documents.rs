//! Reads arbitrary bytes as each format of documents and tables.
#![no_main]

use std::io::Cursor;

use intake::DocumentFormat;
use libfuzzer_sys::fuzz_target;
use messages::{ArticleReceived, Event};
use serde_json::Value;

fuzz_target!(|bytes: &[u8]| {
    let formats = [DocumentFormat::Feed, DocumentFormat::Ninjs, DocumentFormat::Newsml, DocumentFormat::Page];
    let documents = formats.into_iter().flat_map(|format| intake::document(format, bytes));
    let reader = || Cursor::new(bytes.to_vec());
    for record in documents.chain(intake::table(reader())).chain(intake::archive(reader())) {
        let Ok(article) = record.article else { continue };
        let payload = Value::Object(article).to_string();
        // An id may be too long for a header. Everything else that is read can be published.
        if let Err(error) = ArticleReceived::decode(payload.as_bytes()) {
            assert_eq!(error.code(), "invalid_article", "{error}");
        }
    }
    DocumentFormat::of_markup(bytes);
    intake::recognized_ninjs(bytes);
    intake::is_archive(bytes);
    intake::is_header(&String::from_utf8_lossy(bytes));
});
