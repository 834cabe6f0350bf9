//! Finds names: by models behind one trait, and by patterns and datelines that need no model.

mod calendar_persons;
mod dateline;
mod lower_case;
mod model;
mod patterns;
mod rules;
pub mod trained;
mod transformer;

pub(crate) use calendar_persons::calendar_persons;
pub use dateline::{DatelineSpans, dateline_names};
pub(crate) use lower_case::lower_case_names;
pub use model::{MentionModel, ScoredSpan};
pub(crate) use patterns::pattern_names;
pub use rules::RuleModel;
pub use trained::TrainedModel;
pub use transformer::{AccurateModel, CustomModel, ModelLanguages, words_by_sentence};
