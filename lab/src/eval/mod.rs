//! One evaluation a stage: corpus in, report out.

mod entities;
mod language;
mod segments;
mod summary;

pub use entities::evaluate as entities;
pub use language::evaluate as language;
pub use segments::evaluate as segments;
pub use summary::evaluate as summary;
