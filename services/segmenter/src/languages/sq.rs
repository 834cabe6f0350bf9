//! Albanian.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "akad", "ark", "art", "av", "bul", "dok", "dr", "fq", "gjen", "ing", "kap", "kol", "krh", "lagj",
            "max", "min", "mr", "nr", "p.sh", "ph", "pika", "prof", "psh", "rr", "sh", "shih", "sht", "shën",
            "tel", "vëll", "z", "zj", "znj", "zt",
        ],
        final_before_starter: &[
            "cm", "co", "corp", "inc", "kg", "km", "ltd", "p.e.s", "sh.a", "sh.p.k",
        ],
        final_by_shape: &[
            "dhj", "etj", "gush", "jan", "korr", "mars", "nën", "pri", "qer", "shk", "tet",
        ],
        sentence_starters: &[
            "Ai", "Ajo", "Ata", "Ato", "Disa", "Dje", "Duke", "E", "Edhe", "Gjatë", "Kjo", "Ky", "Këta", "Këto", "Kur",
            "Me", "Megjithatë", "Ndërsa", "Në", "Një", "Nuk", "Nga", "Pas", "Pasi", "Por", "Për", "Sipas", "Sot", "Të",
            "Tani", "Ndërkohë",
        ],
        ..AbbreviationLists::NONE
    }),
    words: SharedWords {
        final_units: &["km", "kg", "cm", "ha"],
        ..SharedWords::NONE
    },
    cues: Cues {
        roles: &[
            "gazetar", "gazetare", "korrespondent",
        ],
        newsrooms: &[
            "redaksia",
        ],
        byline_words: &["nga"],
        byline_labels: &["autor", "autori"],
        notice_openings: &["lexo edhe", "lexo gjithashtu", "lexoni edhe", "burimi:", "të gjitha të drejtat"],
        caption_openings: &["foto:", "foto ilustruese"],
        picture_labels: &["foto", "fotografi"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "janar", "shkurt", "mars", "prill", "maj", "qershor", "korrik", "gusht", "shtator", "tetor", "nëntor",
            "dhjetor",
        ],
        agencies: &["atsh"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
