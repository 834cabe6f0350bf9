//! Decodes arbitrary bytes as a publisher's article.
#![no_main]

use libfuzzer_sys::fuzz_target;
use messages::{ArticleReceived, Event};
use pipeline_tests::invariants;

fuzz_target!(|payload: &[u8]| {
    if let Ok(event) = ArticleReceived::decode(payload) {
        invariants::check_article(&event.article);
        invariants::check_wire(&event);
    }
});
