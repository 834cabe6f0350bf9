//! Indonesian.

use super::profile::Profile;
use super::words::Words;

pub(super) const PROFILE: Profile = Profile { tag: "id", words: WORDS, ..Profile::BASE };

const WORDS: Words = Words {
    titles: "presiden menteri",
    function: "dan yang di ke dari dengan untuk pada adalah itu ini tidak",
    ..Words::NONE
};
