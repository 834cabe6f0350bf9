//! Writes arbitrary bytes that are an event, and annotated articles with any text, in each format.
#![no_main]

use formats::{Enriched, Format, OffsetUnit};
use libfuzzer_sys::fuzz_target;
use messages::Event;
use wiredesk_fuzz::AnyArticle;

fn write(event: &[u8]) {
    let Some(article) = Enriched::read(event) else { return };
    for format in Format::ALL {
        for unit in [OffsetUnit::CodePoints, OffsetUnit::Utf16] {
            let written = format.article(&article, unit);
            assert!(written.is_ok() || format == Format::Conllu);
        }
    }
    let _ = formats::with_utf16_offsets(event);
}

fuzz_target!(|input: (&[u8], AnyArticle)| {
    let (event, article) = input;
    write(event);
    if let Some(annotated) = article.annotated() {
        write(&annotated.summarized.encode());
    }
});
