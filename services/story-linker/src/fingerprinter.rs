//! What two articles are compared by: a sample of the text, and what it is about.

use std::io::Cursor;

use encoder::{FolderError, ModelFiles, StaticEmbedding};
use messages::ArticleSummarized;
use stories::{Fingerprint, Signature, Source, Vector};

/// The table of vectors that the program contains.
static CONFIG: &[u8] = include_bytes!("../../../shared/stories/model/config.json");
static TOKENIZER: &[u8] = include_bytes!("../../../shared/stories/model/tokenizer.json");
static WEIGHTS: &[u8] = include_bytes!("../../../shared/stories/model/model.safetensors");

/// Computes fingerprints. Making one takes a moment, so share it.
#[derive(Debug)]
pub struct Fingerprinter {
    table: StaticEmbedding,
}

impl Fingerprinter {
    /// Reads the table that the program contains.
    ///
    /// # Errors
    ///
    /// When the table is not valid, which the tests rule out.
    pub fn new() -> Result<Self, FolderError> {
        let mut files = ModelFiles {
            name: "story-vectors".to_owned(),
            config: CONFIG.to_vec(),
            tokenizer: TOKENIZER.to_vec(),
            weights: Cursor::new(WEIGHTS),
            labels: None,
        };
        Ok(Self { table: StaticEmbedding::read(&mut files)? })
    }

    /// Returns name and hash of the table. Vectors of different tables cannot be compared.
    pub fn table(&self) -> &str {
        self.table.name()
    }

    /// Returns the fingerprint of a finished article. `time` is when it was finished, in milliseconds since 1970.
    pub fn fingerprint(&self, event: &ArticleSummarized, time: i64) -> Fingerprint {
        let language = event.language.primary();
        let texts = stories::vector_texts(&event.article, &event.segments);
        let parts: Vec<Vec<f32>> =
            texts.iter().filter_map(|text| self.table.vector(text, language)).collect();
        Fingerprint {
            id: event.article.id.clone(),
            time,
            signature: Signature::of(&stories::story_text(&event.article, &event.segments)),
            vector: Vector::of_parts(&parts),
            source: event.article.source.as_deref().and_then(Source::of),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_table_is_readable_and_named() {
        let fingerprinter = Fingerprinter::new().unwrap();
        assert!(fingerprinter.table().starts_with("story-vectors-1@"), "{}", fingerprinter.table());
    }
}
