//! The evaluation of each stage: reads corpora and returns a report.

mod amounts;
pub mod compare;
mod consistency;
mod copies;
pub mod entities;
mod held_back;
mod hostile_pages;
mod language;
mod links;
mod names;
mod pages;
mod segments;
mod stories;
mod summary;
mod tiers;
mod tiers_by_language;
mod traps;

pub use amounts::evaluate as amounts;
pub use copies::evaluate as copies;
pub use entities::evaluate as entities;
pub use language::{evaluate as language, evaluate_with_peers as language_with_peers};
pub use links::evaluate as links;
pub use pages::evaluate as pages;
pub use segments::{evaluate as segments, evaluate_with_peers as segments_with_peers};
pub use stories::evaluate as stories;
pub use summary::evaluate as summary;
pub use tiers::{accurate, evaluate as tiers};
pub use tiers_by_language::evaluate as tiers_by_language;
pub use traps::{evaluate as traps, f1 as traps_f1};
