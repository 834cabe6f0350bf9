//! Dutch.

use super::profile::{Profile, RuleSupport};
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "nl",
    rules: RuleSupport::Words,
    words: WORDS,
    locatives: &["in", "te", "bij", "uit", "naar"],
    ..Profile::BASE
};

const WORDS: Words = Words {
    titles: "
        minister-president koning koningin burgemeester meneer mevrouw minister
    ",
    saying: "zei zegt",
    organisation_heads: "politie gemeente provincie vakbond raad",
    function: "
        de het een en of maar want in op aan bij met naar van voor door over onder uit tot als wanneer omdat
        dat die dit deze hij zij ze wij we ik je niet ook nog al is zijn was waren heeft hebben had volgens
        na
    ",
    ..Words::NONE
};
