//! Ukrainian.

use super::common;
use super::profile::{Declension, Profile};
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "uk",
    words: WORDS,
    adjective_endings: &common::SLAVIC_ADJECTIVE_ENDINGS,
    declension: Declension::Endings(&common::SLAVIC_CASE_ENDINGS),
    locatives: &["у", "в", "з", "із", "до"],
    ..Profile::BASE
};

const WORDS: Words = Words {
    titles: "президентка прем'єр-міністр міністр пані пан голова президент",
    place_nouns: "місто району районі",
    organisation_heads: "університет міністерство інститут комітет банк завод",
    function: "
        і й та що як це він вона вони після у в на з із зі до від за про а але ми ви я його її їх не був
        була було були чи хіба цей ця
    ",
    ..Words::NONE
};
