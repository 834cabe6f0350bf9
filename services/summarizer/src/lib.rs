//! Summarization: a verbatim extract and keywords.
//!
//! The core reads a [`Story`] (text and byte spans, no wire types) and is pure: sentences become
//! sparse vectors of terms, each is scored, and a set of the best is chosen with an eye on what is
//! said twice. `stage.rs` converts between it and the wire.
//!
//! On news the first three sentences beat the classic graph methods, so position leads and the rest
//! corrects it; see [`Weights`]. Any language is summarized; `lexicon/` holds what is known of each.

#[cfg(feature = "abstractive")]
pub mod abstractive;

mod budget;
mod extract;
mod features;
mod headline;
mod keywords;
mod lexicon;
mod pool;
mod select;
mod stage;
mod story;
mod terms;
mod visible;
mod weights;

pub use budget::{Budget, InvalidBudget};
pub use extract::{Extract, Extractor, Reading};
pub use keywords::Keyword;
pub use stage::Summarizer;
pub use story::{NameMention, Story};
pub use weights::Weights;
