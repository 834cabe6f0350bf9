//! Turns a fuzzer's bytes into an article.

use arbitrary::Arbitrary;
use messages::{ArticleReceived, Event};
use pipeline_tests::Annotated;
use serde_json::json;

/// The texts of an article, any of them odd.
#[derive(Debug, Arbitrary)]
pub struct AnyArticle<'a> {
    body: &'a str,
    headline: Option<&'a str>,
    byline: Option<&'a str>,
    published_at: Option<&'a str>,
    language: Option<&'a str>,
}

impl AnyArticle<'_> {
    /// The article after each stage; `None` where its body is blank, which the decoder refuses.
    pub fn annotated(&self) -> Option<Annotated> {
        let Self { body, headline, byline, published_at, language } = self;
        let article = json!({
            "body": body, "headline": headline, "byline": byline,
            "published_at": published_at, "language": language,
        });
        let received = ArticleReceived::decode(article.to_string().as_bytes()).ok()?;
        Some(Annotated::new(received))
    }
}
