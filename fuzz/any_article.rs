//! Builds an article from a fuzzer's bytes.

use arbitrary::Arbitrary;
use messages::{ArticleReceived, Event};
use pipeline_tests::Annotated;
use serde_json::json;

/// The fields of an article, each with arbitrary text.
#[derive(Debug, Arbitrary)]
pub struct AnyArticle<'a> {
    body: &'a str,
    headline: Option<&'a str>,
    byline: Option<&'a str>,
    published_at: Option<&'a str>,
    language: Option<&'a str>,
}

impl AnyArticle<'_> {
    /// Runs all stages on the article. Returns `None` for a blank body, which the decoder rejects.
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
