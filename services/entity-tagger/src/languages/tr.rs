//! Turkish.

use super::profile::Profile;
use super::words::Words;

pub(super) const PROFILE: Profile = Profile {
    tag: "tr",
    words: WORDS,
    case_endings_after_apostrophe: true,
    locative_endings: &["da", "de", "ta", "te", "dan", "den", "tan", "ten"],
    ..Profile::BASE
};

const WORDS: Words = Words {
    titles: "cumhurbaşkanı başbakan başkanı bakanı prof dr",
    place_nouns: "ilçesinde ilçesi",
    organisation_heads: "
        üniversitesi bakanlığı odası başkanlığı müdürlüğü belediyesi derneği vakfı
    ",
    place_last: "barajı dağı gölü nehri",
    function: "ve bir bu da de için ile olarak daha çok olan gibi ancak ama o",
    calendar: "
        ocak şubat nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık pazartesi salı çarşamba
        perşembe cuma
    ",
    ..Words::NONE
};
