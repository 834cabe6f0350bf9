//! Checks the entities layer of an arbitrary article.
#![no_main]

use libfuzzer_sys::fuzz_target;
use messages::ArticleText;
use pipeline_tests::invariants;
use wiredesk_fuzz::AnyArticle;

fuzz_target!(|article: AnyArticle<'_>| {
    let Some(annotated) = article.annotated() else { return };
    let event = &annotated.summarized;
    let text = ArticleText::new(&event.article);
    invariants::check_entities(&event.entities, &event.segments, &text);
});
