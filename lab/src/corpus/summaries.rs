//! Articles with a reference summary.

use serde::Deserialize;

/// One article and the summary a person wrote of it.
#[derive(Debug, Clone, Deserialize)]
pub struct SummarizedText {
    /// Its name.
    pub id: String,
    /// The article.
    pub text: String,
    /// The reference, one sentence a line.
    pub summary: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_an_article_and_its_reference() {
        let json = r#"{"id":"x","lang":"en","text":"Rain fell. Trams stood.","summary":"Rain.\nNo trams."}"#;
        let read: SummarizedText = serde_json::from_str(json).unwrap();
        assert_eq!(read.summary.lines().count(), 2);
    }
}
