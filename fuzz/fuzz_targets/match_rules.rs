//! Reads arbitrary text as rules and as a query, and matches what can be read with articles of any text.
#![no_main]

use alerts::{Rule, RuleFile, RuleSet};
use libfuzzer_sys::fuzz_target;
use messages::{ArticleText, Field};
use text::CodePoints;
use wiredesk_fuzz::AnyArticle;

fuzz_target!(|input: (&str, &str, AnyArticle)| {
    let (file, query, article) = input;
    let mut rules = alerts::read(&[RuleFile { name: "rules.toml", text: file }]).unwrap_or_default();
    rules.extend(alerts::parse(query).map(|query| Rule { name: "query".to_owned(), query }));
    let Ok(rules) = RuleSet::compile(&rules) else { return };
    let Some(annotated) = article.annotated() else { return };
    let event = &annotated.summarized;
    let text = ArticleText::new(&event.article);
    for found in rules.matches(event).into_iter().flat_map(|found| found.found) {
        assert!(matches!(found.field, Field::Headline | Field::Body));
        assert_eq!(text.slice(found.field, CodePoints { start: found.start, end: found.end }), found.text);
    }
});
