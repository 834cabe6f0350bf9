//! Gujarati. It ends its sentences with the full stop.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "અ.સૌ", "આઈ", "આર", "ઇ.સ", "ઇજ", "ઈ", "ઈ.સ", "ઉ.દા", "એ", "એક્સ", "એચ", "એડ", "એડવો", "એન", "એફ",
            "એમ", "એમ.એ", "એલ", "એસ", "ઓ", "કિ.ગ્રા", "કિ.મી", "કિમી", "કુ", "કે", "ક્યુ", "ગ્રા", "ચિ", "જિ",
            "જી", "જે", "ઝેડ", "ટી", "ડબલ્યુ", "ડા", "ડી", "ડૉ", "ડો", "તા", "દા.ત", "નં", "પ.પૂ", "પી", "પૂ",
            "પૃ", "પો", "પ્રા", "પ્રો", "બી", "બી.એ", "મ.ન.પા", "મિ.મી", "મી", "મુ", "મે", "યુ", "રૂ", "લિ",
            "વાય", "વિ.સં", "વી", "શ્રી", "શ્રીમતી", "સં", "સી", "સે.મી", "સ્વ",
        ],
        ..AbbreviationLists::NONE
    }),
    cues: Cues {
        picture_labels: &["ફોટો"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "જાન્યુઆરી", "ફેબ્રુઆરી", "માર્ચ", "એપ્રિલ", "મે", "જૂન", "જુલાઈ", "ઑગસ્ટ", "સપ્ટેમ્બર",
            "ઑક્ટોબર", "નવેમ્બર", "ડિસેમ્બર",
        ],
        weekdays: &["સોમવાર", "મંગળવાર", "બુધવાર", "ગુરુવાર", "શુક્રવાર", "શનિવાર", "રવિવાર"],
        ..DatelineWords::NONE
    },
    words: SharedWords {
        speech_verbs: &["કહ્યું", "પૂછ્યું", "જણાવ્યું", "બોલ્યા"],
        ..SharedWords::NONE
    },
    ..Profile::NONE
};
