//! Summarization: a verbatim extract and keywords.
//!
//! [`Summarizer`] is the stage. Its pure core reads a [`Story`]: text and byte spans, without wire types.
//! Sentences become sparse vectors of terms, each gets a score, and the best set is selected without
//! redundancy.
//!
//! On news the first three sentences beat the classic graph methods. So position counts most, and the other
//! features correct it; see [`Weights`]. Articles in any language are summarized. The folder `lexicon` holds
//! what is known of each.

#[cfg(feature = "abstractive")]
pub mod abstractive;

mod budget;
mod candidates;
#[cfg(feature = "abstractive")]
mod endpoint;
mod extract;
mod features;
mod headline;
mod keywords;
mod lexicon;
mod pool;
mod quotations;
mod select;
#[cfg(feature = "worker")]
mod settings;
mod stage;
mod story;
mod terms;
mod unspaced_words;
mod visible;
mod weights;

pub use budget::{Budget, InvalidBudget};
pub use extract::{Extract, Extraction, Extractor};
pub use keywords::Keyword;
#[cfg(feature = "worker")]
pub use settings::{AnySummarizer, SummarizerArgs};
pub use stage::Summarizer;
pub use story::{NameMention, Story};
pub use weights::Weights;
