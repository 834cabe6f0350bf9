//! The structure of an article: its blocks, found before any sentence.
//!
//! Every visible character of the body lies in exactly one block. Between blocks there is only white space.
//!
//! Text flows one way: [`paragraphs`] splits the body and measures each [`line`] once, and every later rule
//! reads those measurements. [`structure`] puts the blocks together.

mod article_fields;
mod authors;
mod block;
mod byline;
mod captions;
mod caseless_names;
mod credit_lines;
mod credit_signs;
mod credits;
mod cues;
mod dateline;
mod folding;
mod furniture;
mod furniture_shapes;
mod heading;
mod heading_bylines;
mod heading_page;
mod headline;
mod key_set;
mod kinds;
mod line;
mod list_items;
mod name_lines;
mod openings;
mod paragraph;
mod paragraphs;
mod people;
mod placed_captions;
mod positions;
mod pull_quotes;
mod rights;
mod sign_off;
mod signature;
mod sorted_phrases;
mod structure;
mod subheadings;
mod tags;
mod tail;
mod telling;
mod text_and_pictures;
mod trailer;

pub(crate) use article_fields::ArticleFields;
pub use block::Block;
pub use dateline::Dateline;
pub(crate) use structure::blocks;
