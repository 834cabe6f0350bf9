//! Abbreviations of Polish.

use super::Lists;

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const TABLE: Lists = Lists {
    never_final: &[
        "a.d", "abp", "adm", "al", "art", "bp", "bł", "chor", "doc", "dot", "dr", "dyr", "gen", "hab", "im",
        "inż", "itp", "jw", "kard", "kl", "kol", "kom", "kpt", "ks", "lek", "lic", "m", "m.in", "mec",
        "mgr", "min", "mjr", "n.p", "nadkom", "np", "nr", "nt", "o", "ob", "ok", "op", "os", "p", "pkt",
        "pl", "pn", "pod", "podkom", "por", "pp", "ppor", "ppłk", "prof", "przyp", "pt", "płk", "r", "red",
        "rkps", "rozdz", "rp", "ryc", "rys", "s", "s.a", "sierż", "sp", "st", "str", "tab", "tel", "tj",
        "tys", "tzn", "tzw", "ub", "ul", "ur", "wg", "woj", "ws", "ww", "wyd", "zał", "zm", "zob", "zwł",
        "św",
    ],
    final_before_starter: &[
        "b.r", "bm", "br", "cm", "co", "corp", "etc", "godz", "gr", "in", "inc", "itd", "jr", "kg", "km",
        "ltd", "mld", "mln", "n.e", "o.o", "p.n.e", "proc", "r.p", "sek", "sp.z.o.o", "w", "wlkp", "z.o.o",
        "zł",
    ],
    final_by_shape: &[],
    sentence_starters: &[
        "A", "Aby", "Ale", "Ani", "Bez", "Bo", "By", "Być", "Był", "Była", "Było", "Choć", "Co", "Czy",
        "Dla", "Dlatego", "Do", "Dopiero", "Dwa", "Dziś", "Gdy", "Gdyby", "Gdzie", "I", "Ich", "Im",
        "Innymi", "Jak", "Jaka", "Jako", "Jednak", "Jego", "Jej", "Jest", "Jeszcze", "Jeśli", "Już",
        "Kiedy", "Kto", "Która", "Które", "Który", "Lecz", "Mam", "Mimo", "Między", "Mogą", "Może", "Można",
        "My", "Na", "Nad", "Nam", "Następnie", "Nasz", "Natomiast", "Nie", "Nikt", "No", "O", "Obecnie",
        "Od", "On", "Ona", "One", "Oni", "Oraz", "Po", "Pod", "Podczas", "Ponadto", "Potem", "Poza",
        "Prawdopodobnie", "Przed", "Przez", "Przy", "Również", "Sam", "Skoro", "Są", "Ta", "Tak", "Także",
        "Tam", "Te", "Tego", "Ten", "Teraz", "To", "Trzy", "Tu", "Tutaj", "Ty", "Tylko", "W", "We",
        "Według", "Więc", "Wszyscy", "Wszystko", "Wtedy", "Wy", "Z", "Za", "Zaś", "Ze", "Żeby",
    ],
    ordinal_stops: false,
};
