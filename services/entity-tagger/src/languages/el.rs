//! Greek.

use super::profile::Profile;
use super::words::Words;

pub(super) const PROFILE: Profile =
    Profile {
        tag: "el", words: WORDS, locatives: &["στην", "στη", "στο", "στον"], ..Profile::BASE
    };

const WORDS: Words = Words {
    titles: "δρ κ κύριος υπουργός δήμαρχος",
    place_nouns: "πόλη",
    organisation_heads: "πανεπιστήμιο πανεπιστημίου υπουργείο ινστιτούτο α.ε αε",
    function: "
        ο η το οι τα τον την του της των και σε από για με στο στη στην στον στους στις δεν να θα που είναι
        ένα ένας μια ας αν
    ",
    calendar: "
        ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου
        νοεμβρίου δεκεμβρίου δευτέρα τρίτη τετάρτη πέμπτη παρασκευή
    ",
    ..Words::NONE
};
