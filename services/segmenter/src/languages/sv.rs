//! Swedish.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "ang", "art", "avd", "bil", "bitr", "bl.a", "bla", "ca", "d.v.s", "dr", "dvs", "dåv", "e.dyl",
            "el", "enl", "ev", "exkl", "exp", "f.d", "fd", "fig", "fil", "forts", "fr", "fr.o.m", "följ",
            "förf", "g", "herr", "hr", "i.o.m", "inkl", "jfr", "k", "kap", "kl", "m.a.o", "m.fl", "max",
            "min", "nr", "o.d", "o.dyl", "obs", "p.g.a", "pga", "prof", "red", "ref", "resp", "s.k", "sid",
            "sk", "skr", "st", "sthlm", "t.ex", "t.h", "t.o.m", "t.v", "tel", "tex", "tf", "tr", "ung",
            "utg", "vd", "vol",
        ],
        final_before_starter: &[
            "Kr", "a.b", "co", "corp", "e.d", "e.kr", "etc", "f.kr", "f.n", "inc", "jr", "ltd", "m.m",
            "mdr", "mfl", "milj", "mkr", "mm", "mn", "mnkr", "o.s.v", "osv", "p.m", "sr", "tkr", "u.s",
        ],
        final_by_shape: &[
            "apr", "aug", "dec", "feb", "jan", "jul", "jun", "mar", "no", "nov", "okt", "p", "s", "sep",
            "sept",
        ],
        sentence_starters: &[
            "Af", "All", "Alla", "Allt", "Att", "Av", "Bland", "Både", "De", "Dem", "Den", "Denna", "Det",
            "Detta", "Där", "Därefter", "Därför", "Då", "Efter", "Eller", "En", "Enligt", "Ett", "Flera",
            "Från", "För", "Före", "Genom", "Hade", "Han", "Hans", "Har", "Hela", "Hennes", "Hon", "Hur",
            "I", "Idag", "Ingen", "Inget", "Innan", "Inte", "Jag", "Ju", "Kan", "Kanske", "Man", "Med",
            "Medan", "Mellan", "Men", "Mer", "Min", "Mot", "Mycket", "Många", "Ni", "Nu", "Nya", "När",
            "Och", "Också", "Om", "På", "Samtidigt", "Sedan", "Ser", "Sin", "Själv", "Ska", "Som", "Så",
            "Sådana", "Till", "Tre", "Trots", "Två", "Under", "Upp", "Ut", "Utan", "Vad", "Var", "Varför",
            "Vem", "Vi", "Vid", "Vilka", "Vilken", "Visst", "Än", "Ändå", "Är", "Även", "Åt", "Över",
        ],
        ..AbbreviationLists::NONE
    }),
    cues: Cues {
        byline_words: &["av"],
        byline_labels: &["skribent", "text"],
        name_connectors: &["och", "i"],
        notice_openings: &["läs också", "läs mer", "foto:"],
        caption_openings: &["foto:"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
            "oktober", "november", "december",
        ],
        agencies: &["tt"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
