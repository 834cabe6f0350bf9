//! Reads names from column files: `token<TAB>BIO tag`, with a blank line between sentences.

use std::mem;

use messages::EntityType;
use text::CodePoints;

/// A line with this prefix starts a document.
const DOCUMENT: &str = "-DOCSTART-";

/// A sentence as tokens with their tags.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaggedSentence {
    /// Each token with its BIO tag.
    pub tokens: Vec<(String, String)>,
}

/// The sentences of a document.
pub type TaggedDocument = Vec<TaggedSentence>;

/// A text composed from tokens, with a space between tokens and one sentence per line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Composed {
    /// The composed text.
    pub text: String,
    /// Spans of its sentences.
    pub sentences: Vec<CodePoints>,
    /// Spans and types of its gold names.
    pub names: Vec<(CodePoints, EntityType)>,
    /// Number of tokens it was composed from.
    pub tokens: usize,
    /// Length of the text in code points.
    pub length: usize,
}

/// Reads the documents of a column file. If the file marks no documents, each sentence is one.
pub fn read(text: &str) -> Vec<TaggedDocument> {
    let is_marked = text.lines().any(|line| line.starts_with(DOCUMENT));
    let mut documents: Vec<TaggedDocument> = Vec::new();
    let mut sentence = TaggedSentence::default();
    let mut opens = true;
    for line in text.lines().chain([""]) {
        if line.starts_with(DOCUMENT) {
            opens = true;
        } else if let Some((token, tag)) = line.split_once('\t') {
            sentence.tokens.push((token.to_owned(), tag.trim().to_owned()));
        } else if !sentence.tokens.is_empty() {
            let sentence = mem::take(&mut sentence);
            match documents.last_mut() {
                Some(document) if is_marked && !opens => document.push(sentence),
                _ => documents.push(vec![sentence]),
            }
            opens = false;
        }
    }
    documents
}

/// Composes the text of a document.
pub fn compose(document: &[TaggedSentence]) -> Composed {
    let mut composed = Composed::default();
    for sentence in document {
        composed.push(sentence, |_| false);
    }
    composed
}

impl Composed {
    /// Adds a sentence. `glued` reports which tokens follow the previous one without a space.
    pub fn push(&mut self, sentence: &TaggedSentence, glued: impl Fn(usize) -> bool) {
        if !self.text.is_empty() {
            self.append("\n");
        }
        let start = self.length;
        let mut open: Option<EntityType> = None;
        for (position, (token, tag)) in sentence.tokens.iter().enumerate() {
            if position > 0 && !glued(position) {
                self.append(" ");
            }
            let token_start = self.length;
            self.append(token);
            self.tokens += 1;
            open = self.continue_name(tag, open, token_start);
        }
        self.sentences.push(CodePoints { start, end: self.length });
    }

    /// Extends or starts a name. An `I-` tag without a name before it starts one, as in `conlleval`.
    fn continue_name(&mut self, tag: &str, open: Option<EntityType>, start: usize) -> Option<EntityType> {
        let (position, kind) = tag.split_once('-')?;
        let kind = entity_type(kind);
        match self.names.last_mut() {
            Some((span, _)) if position == "I" && open == Some(kind) => span.end = self.length,
            _ => self.names.push((CodePoints { start, end: self.length }, kind)),
        }
        Some(kind)
    }

    fn append(&mut self, piece: &str) {
        self.text.push_str(piece);
        self.length += piece.chars().count();
    }
}

fn entity_type(name: &str) -> EntityType {
    match name {
        "PER" => EntityType::Per,
        "LOC" => EntityType::Loc,
        "ORG" => EntityType::Org,
        "MISC" => EntityType::Misc,
        // Universal NER's `OTH` covers more than MISC.
        _ => EntityType::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "-DOCSTART-\tO\n\nAda\tB-PER\nLee\tI-PER\nleft\tO\nOslo\tB-LOC\nBergen\tB-LOC\n\nÉire\tI-LOC\n\n\
                          -DOCSTART-\tO\n\nRain\tO\n";

    fn span(start: usize, end: usize) -> CodePoints {
        CodePoints { start, end }
    }

    #[test]
    fn marked_documents_keep_their_sentences_together() {
        let documents = read(SAMPLE);
        assert_eq!(documents.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
    }

    #[test]
    fn without_markers_each_sentence_is_a_document() {
        assert_eq!(read("Rain\tO\n\nSnow\tO\n\n\n").len(), 2);
    }

    #[test]
    fn tokens_become_text_with_gold_spans_in_code_points() {
        let composed = compose(&read(SAMPLE)[0]);
        assert_eq!(composed.text, "Ada Lee left Oslo Bergen\nÉire");
        assert_eq!(composed.sentences, [span(0, 24), span(25, 29)]);
        let expected = [
            (span(0, 7), EntityType::Per),
            (span(13, 17), EntityType::Loc),
            (span(18, 24), EntityType::Loc),
            (span(25, 29), EntityType::Loc),
        ];
        assert_eq!(composed.names, expected);
        assert_eq!(composed.tokens, 6);
    }

    #[test]
    fn a_name_of_another_type_is_another_name() {
        let composed = compose(&read("Oslo\tB-LOC\nTimes\tI-ORG\n")[0]);
        assert_eq!(composed.names, [(span(0, 4), EntityType::Loc), (span(5, 10), EntityType::Org)]);
    }
}
