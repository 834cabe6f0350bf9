//! Reads names from column files: `token<TAB>BIO tag`, with a blank line between sentences. A third column
//! `SpaceAfter=No` marks a token that no space follows.

use std::mem;

use messages::EntityType;
use text::CodePoints;

/// A line with this prefix starts a document.
const DOCUMENT: &str = "-DOCSTART-";
/// The third column of a token that no space follows.
const NO_SPACE: &str = "SpaceAfter=No";

/// A sentence as tokens with their tags.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaggedSentence {
    /// Each token with its BIO tag.
    pub tokens: Vec<(String, String)>,
    /// Whether each token follows the previous one without a space; empty if the corpus does not say so.
    pub glued: Vec<bool>,
}

impl TaggedSentence {
    /// Reports whether no space is before the token at `position`, as far as the corpus says.
    pub fn is_glued(&self, position: usize) -> bool {
        self.glued.get(position).copied().unwrap_or_default()
    }

    /// Adds a token; `glued` reports whether it follows the previous one without a space.
    pub fn push(&mut self, token: &str, tag: &str, glued: bool) {
        self.tokens.push((token.to_owned(), tag.to_owned()));
        self.glued.push(glued);
    }
}

/// The sentences of a document.
pub type TaggedDocument = Vec<TaggedSentence>;

/// A text composed from tokens, with one sentence per line. Spaces are those of the corpus, or between any two
/// tokens if it does not tell.
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
    let knows_spaces = text.contains(NO_SPACE);
    let mut documents: Vec<TaggedDocument> = Vec::new();
    let mut sentence = TaggedSentence::default();
    let (mut opens, mut glued) = (true, false);
    for line in text.lines().chain([""]) {
        if line.starts_with(DOCUMENT) {
            opens = true;
        } else if let Some((token, rest)) = line.split_once('\t') {
            let (tag, space) = rest.split_once('\t').unwrap_or((rest, ""));
            sentence.push(token, tag.trim(), glued);
            glued = space.trim() == NO_SPACE;
        } else if !sentence.tokens.is_empty() {
            let mut sentence = mem::take(&mut sentence);
            if !knows_spaces {
                sentence.glued.clear();
            }
            glued = false;
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
        composed.push(sentence, |position| sentence.is_glued(position));
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
    fn spaces_are_those_that_the_corpus_marks() {
        let documents = read("Rain\tO\tSpaceAfter=No\n,\tO\nÉire\tB-LOC\tSpaceAfter=No\n\nSnow\tO\n");
        let composed: Vec<Composed> = documents.iter().map(|document| compose(document)).collect();
        assert_eq!([composed[0].text.as_str(), &composed[1].text], ["Rain, Éire", "Snow"]);
        assert_eq!(composed[0].names, [(span(6, 10), EntityType::Loc)]);
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
