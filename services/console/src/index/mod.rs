//! The index: what the streams hold about the newest articles, in memory. Pure: it is fed events and answers
//! questions.
//!
//! It keeps the way of each article through the stages, and what one can filter by: language, source, names,
//! headline and keywords. Texts stay in the streams. Two limits bound it, a number of articles and a size in
//! bytes; beyond them it forgets the oldest articles.
//!
//! It also keeps the stories of the articles and the newest alerts, of pipelines that have them.
//!
//! Events may arrive in any order, because each stream is read on its own.

mod alerts;
mod article;
mod cursor;
mod entry;
mod facts;
mod filter;
mod groups;
mod kind;
mod linked;
mod pending;
mod row;
mod step;
mod store;
mod stories;
#[cfg(test)]
mod tests;
mod timeline;
mod times;
mod words;

pub use alerts::{Match, Moment, Rule};
pub use cursor::Cursor;
pub use entry::{Entry, revision_number};
pub use facts::Facts;
pub use filter::Filter;
pub use groups::{CopyOf, Group, Grouped, StoryFilter};
pub use kind::Kind;
pub use linked::{Copy, Linked};
pub use row::{Failed, Named, Row};
pub use store::{Finished, Index, Limits, Revision};
pub(crate) use times::rfc3339;
