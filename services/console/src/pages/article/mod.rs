//! The page of one article: its text with all layers, its names, its way through the stages, its revisions.

mod aside;
mod compare;
mod details;
mod entities;
mod page;
mod text;
mod timeline;
mod view;

pub(super) use page::of_text;
pub use page::page;
pub use view::{Choice, Membership, Part, Revision, View};
