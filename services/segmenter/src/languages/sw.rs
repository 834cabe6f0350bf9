//! Swahili.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "Bi", "Bw", "Mh", "Mhe", "Mt", "Mw", "Prof", "Sh", "Tsh", "adv", "brig", "dk", "dkt", "dr", "fr",
            "gen", "inj", "jen", "kapt", "ksh", "mchg", "mf", "mr", "mrs", "ms", "nk", "no", "prof", "shs",
            "st", "tel", "uk", "ush",
        ],
        final_before_starter: &["co", "inc", "jr", "k.m", "kg", "km", "ltd"],
        sentence_starters: &[
            "Aidha", "Aliongeza", "Alisema", "Baada", "Hata", "Hii", "Huyo", "Kabla", "Katika", "Kwa", "Lakini", "Mbali",
            "Mwaka", "Na", "Ni", "Pia", "Serikali", "Wakati",
        ],
        final_by_shape: &["n.k"],
        ..AbbreviationLists::NONE
    }),
    cues: Cues {
        byline_words: &["na"],
        byline_labels: &["mwandishi"],
        notice_openings: &["soma pia", "soma zaidi", "chanzo:", "haki zote"],
        caption_openings: &["picha:", "picha na"],
        picture_labels: &["picha"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "januari", "februari", "machi", "aprili", "mei", "juni", "julai", "agosti", "septemba", "oktoba", "novemba",
            "desemba",
        ],
        weekdays: &[
            "jumatatu", "jumanne", "jumatano", "alhamisi", "ijumaa", "jumamosi", "jumapili",
        ],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
