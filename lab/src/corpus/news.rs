//! Reads news without annotation, and cuts it to one length for benchmarks.

use serde::Deserialize;

/// A news document.
#[derive(Debug, Clone, Deserialize)]
pub struct NewsDocument {
    /// Identifier in its source.
    pub id: String,
    /// Headline, if the source has one.
    #[serde(default)]
    pub headline: Option<String>,
    /// Text. The web sample calls this member `text`.
    #[serde(alias = "text")]
    pub body: String,
}

/// Returns the first paragraphs of `body` that reach `least` bytes, if they take at most `most`.
///
/// Paragraphs stay whole, so that benchmarks measure articles and not fragments.
pub fn whole_paragraphs(body: &str, least: usize, most: usize) -> Option<&str> {
    let ends = body.match_indices('\n').map(|(at, _)| at).chain([body.len()]);
    let end = ends.into_iter().find(|&end| end >= least)?;
    let (kept, _) = body.split_at(end);
    (kept.len() <= most).then(|| kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_cut_after_a_paragraph() {
        let body = "Rain fell.\n\nTrams stood still.\n\nIt was Monday.";
        assert_eq!(whole_paragraphs(body, 15, 40), Some("Rain fell.\n\nTrams stood still."));
        assert_eq!(whole_paragraphs(body, 15, 20), None);
        assert_eq!(whole_paragraphs(body, 60, 80), None);
    }

    #[test]
    fn both_names_of_the_text_are_read() {
        for json in [r#"{"id":"x","body":"Rain."}"#, r#"{"id":"x","text":"Rain.","summary":"-"}"#] {
            assert_eq!(serde_json::from_str::<NewsDocument>(json).unwrap().body, "Rain.");
        }
    }
}
