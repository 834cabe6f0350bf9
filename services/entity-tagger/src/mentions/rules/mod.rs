//! The rule model: capitals, gazetteers and context.

mod anchors;
mod context;
mod evidence;
mod hits;
mod model;
mod pieces;
mod runs;

pub(super) use hits::Hits;
pub use model::RuleModel;
