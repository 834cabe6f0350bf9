//! Checks all invariants of an arbitrary article after the whole chain.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pipeline_tests::invariants;
use wiredesk_fuzz::AnyArticle;

fuzz_target!(|article: AnyArticle<'_>| {
    if let Some(annotated) = article.annotated() {
        invariants::check_all(&annotated);
    }
});
