//! Telugu. It ends its sentences with the full stop.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "అడ్వ", "ఆర్", "ఇ", "ఇం", "ఈ", "ఉదా", "ఎ", "ఎం", "ఎక్స్", "ఎన్", "ఎఫ్", "ఎమ్", "ఎల్", "ఎస్", "ఏ",
            "ఐ", "ఓ", "కి.గ్రా", "కి.మీ", "కిమీ", "కె", "కే", "క్యూ", "క్రీ.పూ", "క్రీ.శ", "జి", "జీ", "జె",
            "జెడ్", "జే", "టి", "టీ", "డబ్ల్యూ", "డా", "డి", "డీ", "తి.తి.దే", "దివం", "నెం", "పి", "పీ",
            "ప్రై", "ప్రొ", "ప్రొఫె", "బి", "బీ", "మి.మీ", "యు", "యూ", "రూ", "వి", "వీ", "వై", "శ్రీ",
            "శ్రీమతి", "సి", "సీ", "సెం.మీ", "స్వ", "హెచ్",
        ],
        ..AbbreviationLists::NONE
    }),
    cues: Cues {
        newsrooms: &[
            "మా ప్రతినిధి",
        ],
        picture_labels: &["ఫోటో", "చిత్రం"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "జనవరి", "ఫిబ్రవరి", "మార్చి", "ఏప్రిల్", "మే", "జూన్", "జులై", "ఆగస్టు", "సెప్టెంబర్",
            "అక్టోబర్", "నవంబర్", "డిసెంబర్",
        ],
        weekdays: &[
            "సోమవారం", "మంగళవారం", "బుధవారం", "గురువారం", "శుక్రవారం", "శనివారం", "ఆదివారం",
        ],
        ..DatelineWords::NONE
    },
    words: SharedWords {
        speech_verbs: &["అన్నారు", "అడిగారు", "చెప్పారు"],
        ..SharedWords::NONE
    },
    ..Profile::NONE
};
