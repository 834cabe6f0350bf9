//! Polish.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "a.d", "abp", "adm", "al", "art", "bp", "bł", "chor", "doc", "dot", "dr", "dyr", "gen", "hab",
            "im", "inż", "itp", "jw", "kard", "kl", "kol", "kom", "kpt", "ks", "lek", "lic", "m", "m.in",
            "mec", "mgr", "min", "mjr", "n.p", "nadkom", "np", "nr", "nt", "o", "ob", "ok", "op", "os",
            "p", "pkt", "pl", "pn", "pod", "podkom", "por", "pp", "ppor", "ppłk", "prof", "przyp", "pt",
            "płk", "r", "red", "rkps", "rozdz", "rp", "ryc", "rys", "s", "s.a", "sierż", "sp", "st", "str",
            "tab", "tel", "tj", "tys", "tzn", "tzw", "ub", "ul", "ur", "wg", "woj", "ws", "ww", "wyd",
            "zał", "zm", "zob", "zwł", "św",
        ],
        final_before_starter: &[
            "b.r", "bm", "br", "cm", "co", "corp", "etc", "godz", "gr", "in", "inc", "itd", "jr", "kg",
            "km", "ltd", "mld", "mln", "n.e", "o.o", "p.n.e", "proc", "r.p", "sek", "sp.z.o.o", "w",
            "wlkp", "z.o.o", "zł",
        ],
        sentence_starters: &[
            "A", "Aby", "Ale", "Ani", "Bez", "Bo", "By", "Być", "Był", "Była", "Było", "Choć", "Co", "Czy",
            "Dla", "Dlatego", "Do", "Dopiero", "Dwa", "Dziś", "Gdy", "Gdyby", "Gdzie", "I", "Ich", "Im",
            "Innymi", "Jak", "Jaka", "Jako", "Jednak", "Jego", "Jej", "Jest", "Jeszcze", "Jeśli", "Już",
            "Kiedy", "Kto", "Która", "Które", "Który", "Lecz", "Mam", "Mimo", "Między", "Mogą", "Może",
            "Można", "My", "Na", "Nad", "Nam", "Następnie", "Nasz", "Natomiast", "Nie", "Nikt", "No", "O",
            "Obecnie", "Od", "On", "Ona", "One", "Oni", "Oraz", "Po", "Pod", "Podczas", "Ponadto", "Potem",
            "Poza", "Prawdopodobnie", "Przed", "Przez", "Przy", "Również", "Sam", "Skoro", "Są", "Ta",
            "Tak", "Także", "Tam", "Te", "Tego", "Ten", "Teraz", "To", "Trzy", "Tu", "Tutaj", "Ty",
            "Tylko", "W", "We", "Według", "Więc", "Wszyscy", "Wszystko", "Wtedy", "Wy", "Z", "Za", "Zaś",
            "Ze", "Żeby",
        ],
        ..AbbreviationLists::NONE
    }),
    cues: Cues {
        byline_words: &["przez", "napisał", "tekst"],
        byline_labels: &["autor", "autorka", "tekst"],
        name_connectors: &["i", "z", "w"],
        notice_openings: &["czytaj także", "źródło:"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
            "października", "listopada", "grudnia",
        ],
        agencies: &["pap"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
