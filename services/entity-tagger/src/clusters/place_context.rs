//! What decides which place of a name is meant.

use super::regions::Regions;
use crate::languages::Profile;

/// What the article says about a place in addition to its name.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent fact of the article")]
pub(super) struct Context<'c> {
    /// Countries and states that the article names.
    pub(super) regions: &'c Regions<'c>,
    /// What is special about the article's language.
    pub(super) profile: &'static Profile,
    /// The state or country after the place's comma.
    pub(super) qualifier: Option<String>,
    /// The word in brackets after the name: "Oder" of "Frankfurt (Oder)".
    pub(super) bracketed: Option<String>,
    /// The code of the country or state of the adjective before the place: "US-TX" of "im texanischen Paris".
    pub(super) adjective: Option<&'static str>,
    /// Whether a state and a country share the name.
    pub(super) is_state_and_country: bool,
    /// Whether the article also has the name of the country's people.
    pub(super) names_people: bool,
    /// Whether a word such as "in" comes before the name.
    pub(super) stands_as_place: bool,
    /// Whether an article comes before the name, as before a country's name in some languages.
    pub(super) has_article: bool,
}
