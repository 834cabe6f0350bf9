//! What holds for any text and any spans.

use messages::Mention;
use proptest::prelude::*;
use serde_json::Value;

use super::articles::{article, code_points};
use crate::{Enriched, Format, OffsetUnit};

/// Returns an article with mentions at the given spans, whether they fit or not.
fn with_spans(body: &str, spans: &[(usize, usize)]) -> Enriched {
    let mut enriched = article(Some("h"), &format!("[LOC x]{}", body.replace('[', "(")));
    let entities = enriched.entities.as_mut().unwrap();
    let first = entities.mentions[0].clone();
    entities.mentions =
        spans.iter().map(|(start, end)| Mention { start: *start, end: *end, ..first.clone() }).collect();
    enriched
}

proptest! {
    #[test]
    fn no_format_fails_and_json_formats_are_json(
        body in "(\\PC|[\\n\\r\\t 😀\u{301}\u{1c}]){0,80}",
        spans in prop::collection::vec((0usize..90, 0usize..90), 0..6),
    ) {
        let enriched = with_spans(&body, &spans);
        for format in Format::ALL {
            for unit in [OffsetUnit::CodePoints, OffsetUnit::Utf16] {
                let bytes = format.article(&enriched, unit).unwrap();
                if matches!(format, Format::Spacy | Format::Annotations | Format::Ninjs) {
                    prop_assert!(serde_json::from_slice::<Value>(&bytes).is_ok());
                }
            }
        }
    }

    /// What `Doc.from_json` requires: tokens without white space around words, that together with one space
    /// after words make the text, and mentions at the edges of tokens.
    #[test]
    fn spacy_tokens_make_the_text(
        body in "(\\PC|[\\n\\r\\t 😀\u{301}\u{1c}]){0,80}",
        spans in prop::collection::vec((0usize..90, 0usize..90), 0..6),
    ) {
        let line = Format::Spacy.article(&with_spans(&body, &spans), OffsetUnit::CodePoints).unwrap();
        let doc: Value = serde_json::from_slice(&line).unwrap();
        let text = doc["text"].as_str().unwrap();
        let (mut starts, mut ends, mut end) = (Vec::new(), Vec::new(), 0);
        for token in doc["tokens"].as_array().unwrap() {
            let start = token["start"].as_u64().unwrap();
            prop_assert!(start == end || (start == end + 1 && code_points(text, &end.into(), &start.into()) == " "));
            end = token["end"].as_u64().unwrap();
            prop_assert!(start < end);
            starts.push(start);
            ends.push(end);
        }
        let count = text.chars().count() as u64;
        prop_assert!(end == count || (end + 1 == count && text.ends_with(' ')));
        for span in ["ents", "sents"].into_iter().filter_map(|name| doc[name].as_array()).flatten() {
            prop_assert!(starts.contains(&span["start"].as_u64().unwrap()));
            prop_assert!(ends.contains(&span["end"].as_u64().unwrap()));
        }
    }
}
