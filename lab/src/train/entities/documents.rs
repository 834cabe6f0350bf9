//! The documents of a corpus to learn from.

use super::recipe::Source;
use crate::corpus::Corpora;
use crate::corpus::columns::{self, TaggedDocument};
use crate::random::Random;

/// Most sentences in a document made of single sentences.
const LONGEST: usize = 12;

/// Reads a corpus in documents.
///
/// The silver corpus marks no documents but continues from sentence to sentence, so some neighbouring
/// sentences make one document. Without that, training would see no context beyond a sentence.
pub(super) fn read(
    corpora: &Corpora,
    source: &Source,
    random: &mut Random,
) -> anyhow::Result<Vec<TaggedDocument>> {
    let documents = corpora.limited(columns::read(&corpora.text(&format!("entities/{}.tsv", source.file))?));
    if source.by_hand {
        return Ok(documents);
    }
    let (mut joined, mut left): (Vec<TaggedDocument>, usize) = (Vec::new(), 0);
    for document in documents {
        match joined.last_mut() {
            Some(last) if left > 0 => last.extend(document),
            _ => {
                joined.push(document);
                left = 1 + random.below(LONGEST);
            }
        }
        left -= 1;
    }
    Ok(joined)
}
