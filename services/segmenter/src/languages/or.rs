//! Odia. It ends its sentences with the danda.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile, SentenceRules, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "ଆଇ", "ଆର୍", "ଇ", "ଇଂ", "ଏ", "ଏକ୍ସ", "ଏଚ୍", "ଏନ୍", "ଏଫ୍", "ଏମ୍", "ଏଲ୍", "ଏସ୍", "ଓ", "କି.ଗ୍ରା",
            "କି.ମି", "କିମି", "କୁ", "କେ", "କ୍ୟୁ", "ଖ୍ରୀ", "ଜି", "ଜେ", "ଜେଡ୍", "ଟ", "ଟି", "ଡ", "ଡଃ", "ଡବ୍ଲ୍ୟୁ",
            "ଡା", "ଡାଃ", "ଡି", "ନଂ", "ପି", "ପୃ", "ପ୍ରଫେ", "ପ୍ରା", "ପ୍ରୋ", "ବି", "ଭି", "ଲି", "ଶ୍ରୀ", "ଶ୍ରୀମତୀ",
            "ସି", "ସ୍ୱ", "ୟୁ", "ୱାଇ",
        ],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        danda: true,
        ..SentenceRules::NONE
    },
    cues: Cues {
        picture_labels: &["ଫଟୋ"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "ଜାନୁଆରୀ", "ଫେବୃଆରୀ", "ମାର୍ଚ୍ଚ", "ଅପ୍ରେଲ", "ମଇ", "ଜୁନ", "ଜୁଲାଇ", "ଅଗଷ୍ଟ", "ସେପ୍ଟେମ୍ବର",
            "ଅକ୍ଟୋବର", "ନଭେମ୍ବର", "ଡିସେମ୍ବର",
        ],
        weekdays: &["ସୋମବାର", "ମଙ୍ଗଳବାର", "ବୁଧବାର", "ଗୁରୁବାର", "ଶୁକ୍ରବାର", "ଶନିବାର", "ରବିବାର"],
        ..DatelineWords::NONE
    },
    words: SharedWords {
        speech_verbs: &["କହିଲେ", "ପଚାରିଲେ"],
        ..SharedWords::NONE
    },
    ..Profile::NONE
};
