//! Reads names from files with one text per line: `{"text": …, "entities": [[start, end, "LOC"], …]}`, in code
//! points. The corpora of scripts without spaces, and Korean, have this form.

use serde::Deserialize;
use text::{CodePoints, Offsets, Span};

use super::columns::{TaggedDocument, TaggedSentence};

/// A text with its names.
#[derive(Debug, Deserialize)]
pub struct AnnotatedText {
    text: String,
    entities: Vec<(usize, usize, String)>,
}

impl AnnotatedText {
    /// Returns the text as a document of one sentence. Its tokens are those of Unicode's annex, cut where a
    /// name begins or ends; a run of white space becomes one space.
    pub fn into_document(self) -> TaggedDocument {
        let offsets = Offsets::new(&self.text);
        let mut names: Vec<(Span, &str)> = self
            .entities
            .iter()
            .filter_map(|(start, end, kind)| {
                Some((offsets.to_bytes(CodePoints { start: *start, end: *end })?, kind.as_str()))
            })
            .collect();
        names.sort_by_key(|(span, _)| span.start);
        let (mut sentence, mut at) = (TaggedSentence::default(), 0);
        for (span, kind) in names {
            push(&mut sentence, &self.text, Span::new(at, span.start), None);
            push(&mut sentence, &self.text, span, Some(kind));
            at = span.end;
        }
        push(&mut sentence, &self.text, Span::new(at, self.text.len()), None);
        vec![sentence]
    }
}

/// Adds the tokens of a stretch of text, which is one name of the type `kind` or outside every name.
fn push(sentence: &mut TaggedSentence, text: &str, stretch: Span, kind: Option<&str>) {
    for (position, token) in text::tokenize(stretch.of(text)).enumerate() {
        let start = stretch.start + token.span.start;
        let glued = !text.get(..start).unwrap_or_default().ends_with(char::is_whitespace);
        let tag = match kind {
            Some(kind) => format!("{}-{kind}", if position == 0 { "B" } else { "I" }),
            None => "O".to_owned(),
        };
        sentence.push(token.span.of(stretch.of(text)), &tag, glued);
    }
}

#[cfg(test)]
mod tests {
    use messages::EntityType;

    use super::*;
    use crate::corpus::columns;

    #[test]
    fn the_text_and_its_names_are_rebuilt_exactly() {
        let line = r#"{"id": "1", "text": "京都府警は 12日", "entities": [[0, 4, "ORG"], [6, 8, "MISC"]]}"#;
        let annotated: AnnotatedText = serde_json::from_str(line).unwrap();
        let composed = columns::compose(&annotated.into_document());
        assert_eq!(composed.text, "京都府警は 12日");
        let span = |start, end| CodePoints { start, end };
        assert_eq!(composed.names, [(span(0, 4), EntityType::Org), (span(6, 8), EntityType::Misc)]);
        assert_eq!(composed.sentences, [span(0, 9)]);
    }
}
