//! The English texts that word classes are made from: news, and the text of the silver corpus and WikiGold.

use entity_tagger::document::{Document, Passage, Placement};
use entity_tagger::gazetteer::Gazetteer;
use messages::Field;
use text::Span;

use super::word_classes::Neighbours;
use crate::corpus::Corpora;
use crate::corpus::news::NewsDocument;
use crate::progress::note;

/// Files under `news/` and `entities/`, without their endings.
const NEWS: [&str; 3] = ["en", "en-senate-1", "en-senate-2"];
const COLUMNS: [&str; 2] = ["gmb_4class_train", "wikigold"];

/// Returns each frequent English form with its class.
pub(super) fn english_classes(
    corpora: &Corpora,
    gazetteer: &Gazetteer,
) -> anyhow::Result<Vec<(String, u16)>> {
    let mut neighbours = Neighbours::default();
    for file in NEWS {
        for news in corpora.json_lines::<NewsDocument>(&format!("news/{file}.jsonl"))? {
            for paragraph in news.body.lines() {
                add(&mut neighbours, gazetteer, paragraph);
            }
        }
    }
    for file in COLUMNS {
        for document in corpora.named(file)? {
            for sentence in document {
                let tokens: Vec<&str> = sentence.tokens.iter().map(|(token, _)| token.as_str()).collect();
                add(&mut neighbours, gazetteer, &tokens.join(" "));
            }
        }
    }
    let classes = neighbours.classes();
    note(&format!("  {} words in classes", classes.len()));
    Ok(classes)
}

/// Adds a text in the tagger's own tokens, so that the classes are of forms that the tagger meets.
fn add(neighbours: &mut Neighbours, gazetteer: &Gazetteer, text: &str) {
    let mut document = Document::new("", text, "en");
    let span = Span::new(0, text.len());
    document.push(Passage { field: Field::Body, span, block: 0, placement: Placement::Body }, gazetteer);
    neighbours.add((0..document.tokens.len()).map(|index| document.text(index)));
}
