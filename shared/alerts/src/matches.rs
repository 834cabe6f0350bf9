//! What matched.

use messages::{FoundSpan, Once};

/// A rule that an article matches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match<'r> {
    /// The name of the rule.
    pub rule: &'r str,
    /// Whether it raises one alert for each article, or one for each story.
    pub once: Once,
    /// What matched, in reading order, that of the headline field first. Empty if the rule asks for no words, names
    /// and links. At most 100 places.
    pub found: Vec<FoundSpan>,
}
