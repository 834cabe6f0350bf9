//! Polish.

use super::common;
use super::profile::{Declension, Profile};
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "pl",
    words: WORDS,
    adjective_endings: &common::SLAVIC_ADJECTIVE_ENDINGS,
    declension: Declension::Endings(&common::SLAVIC_CASE_ENDINGS),
    locatives: &["w", "we", "z", "ze", "do"],
    ..Profile::BASE
};

const WORDS: Words = Words {
    titles: "prezydent premier król president-in prezes minister inżynier inż",
    saying: "powiedział powiedziała",
    place_prepositions: "w z do",
    place_nouns: "gmina powiat miasto",
    organisation_heads: "
        uniwersytet ministerstwo politechnika stocznia fundacja stowarzyszenie
    ",
    function: "
        w z na do od i a ale że się nie jest są był była było przez po za dla jak gdy oraz o to ten ta te
    ",
    ..Words::NONE
};
