//! Snapshots of the summaries and keywords of whole articles, as readable text.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod support;

use std::fmt::Write;

use messages::Stage;
use summarizer::Summarizer;

/// Returns the summary in a form for people.
fn summary_of(language: &str, article: &str) -> String {
    let event = Summarizer::default().process(support::tagged(language, article)).unwrap();
    let mut page = String::new();
    for index in &event.summary.sentences {
        let sentence = &event.segments.sentences[*index];
        let text: String =
            event.article.body.chars().skip(sentence.start).take(sentence.end - sentence.start).collect();
        writeln!(page, "[{index}] {text}").unwrap();
    }
    let keywords = event.summary.keywords.iter().map(|keyword| format!("{} {}", keyword.text, keyword.score));
    writeln!(page, "keywords: {}", keywords.collect::<Vec<_>>().join(", ")).unwrap();
    let limits = &event.provenance.last().unwrap().limits;
    if !limits.is_empty() {
        writeln!(page, "limits: {}", limits.join(", ")).unwrap();
    }
    page
}

macro_rules! frozen {
    ($($name:ident: $language:literal),+ $(,)?) => {$(
        #[test]
        fn $name() {
            let article = include_str!(concat!("articles/", $language, ".txt"));
            insta::assert_snapshot!($language, summary_of($language, article));
        }
    )+};
}

frozen! {
    arabic: "ar",
    chinese: "zh",
    english: "en",
    finnish_without_a_lexicon: "fi",
    french: "fr",
    german: "de",
    hindi: "hi",
    japanese: "ja",
    portuguese: "pt",
    russian: "ru",
    spanish: "es",
    swedish: "sv",
}
