//! Decodes arbitrary bytes as the events between the stages.
#![no_main]

use libfuzzer_sys::fuzz_target;
use messages::{ArticleSummarized, EntitiesTagged, Event, LanguageDetected, TextSegmented};
use pipeline_tests::invariants;

fuzz_target!(|payload: &[u8]| {
    let _ = LanguageDetected::decode(payload).map(|event| invariants::check_wire(&event));
    let _ = TextSegmented::decode(payload).map(|event| invariants::check_wire(&event));
    let _ = EntitiesTagged::decode(payload).map(|event| invariants::check_wire(&event));
    let _ = ArticleSummarized::decode(payload).map(|event| invariants::check_wire(&event));
});
