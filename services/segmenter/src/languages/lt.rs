//! Lithuanian.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "a.k", "akad", "al", "doc", "dr", "g", "gen", "inž", "kpt", "kt", "ltn", "m", "mjr", "nr", "p",
            "plg", "plk", "ponas", "pr", "prof", "psl", "pvz", "red", "t.y", "tel", "vad", "žr",
        ],
        final_before_starter: &[
            "cm", "co", "corp", "d", "inc", "kg", "km", "ltd", "m.e", "mln", "mlrd", "pr.m.e", "tūkst",
            "val",
        ],
        sentence_starters: &[
            "Anot", "Ar", "Aš", "Bet", "Buvo", "Dabar", "Dar", "Dėl", "Gal", "Ir", "Iš", "Jau", "Jei",
            "Jeigu", "Ji", "Jie", "Jis", "Jo", "Jos", "Jums", "Kad", "Kai", "Kaip", "Kas", "Kodėl", "Kur",
            "Mano", "Mes", "Ne", "Nes", "Nors", "Nuo", "O", "Pagal", "Pasak", "Per", "Po", "Su", "Tad",
            "Tai", "Taip", "Tas", "Tačiau", "Ten", "Todėl", "Tu", "Tuo", "Už", "Vakar", "Visi", "Yra", "Į",
            "Ši", "Šiandien", "Šie", "Šis",
        ],
        final_by_shape: &["pan", "t.t"],
        ..AbbreviationLists::NONE
    }),
    words: SharedWords {
        final_units: &["Lt", "Eur", "ct", "kg", "km", "vnt", "ha", "t", "l"],
        number_labels: &["nr", "Nr"],
        year_marks: &["m"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_labels: &[
            "autorius", "autorė",
        ],
        byline_openings: &[
            "parengė", "parašė",
        ],
        roles: &[
            "korespondentas", "korespondentė", "žurnalistas", "žurnalistė",
        ],
        newsrooms: &[
            "redakcija",
        ],
        notice_openings: &[
            "taip pat skaitykite", "skaitykite taip pat", "šaltinis:", "visos teisės", "draudžiama",
            "patikslinimas", "(elta)", "(bns)",
        ],
        caption_openings: &[
            "nuotr.", "nuotrauka:", "asociatyvi nuotr", "asociatyvinė", "nuotraukoje",
        ],
        caption_credits: &[
            "nuotr", "foto", "asociatyv",
        ],
        picture_labels: &[
            "nuotr", "nuotrauka", "nuotraukos", "foto", "iliustracija",
        ],
        caption_positions: &[
            "kairėje", "dešinėje", "viduryje",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# komentarai", "# min skaitymo", "ankstesnis", "apie autorių", "archyvas", "asociatyvi nuotr",
            "asociatyvinė nuotrauka", "bns", "dalinkis", "dalintis", "daugiau", "elta", "galerija",
            "išsaugoti", "kitas", "klausyk straipsnio", "klausyti", "komentarai", "komentuoti", "kontaktai",
            "kopijuoti nuorodą", "ką tik", "meniu", "naujiena papildoma", "naujienlaiškis", "nuotraukos",
            "nustatymai", "paieška", "pasidalinti", "pradžia", "pranešti apie klaidą", "prenumerata",
            "prenumeruoti", "priimti visus", "prisijungti", "privatumo politika", "redakcija", "registruotis",
            "reklama", "reklaminis straipsnis", "rodyti daugiau", "sekite mus", "sekti", "siųsti",
            "skaitymo laikas # min", "skaityti daugiau", "skaityti toliau", "spausdinti",
            "straipsnis pildomas", "sutinku", "temos", "tiesiogiai", "tik prenumeratoriams",
            "užsakomasis turinys", "vaizdo įrašas", "į viršų", "žiūrėti vaizdo įrašą", "žymos",
        ],
        link_headings: &[
            "daugiau naujienų", "jums gali patikti", "kitos naujienos", "naujausi", "naujausios naujienos",
            "nepraleiskite", "populiariausi", "populiaru", "rekomenduojame", "rekomenduojami", "skaitomiausi",
            "skaitomiausios", "skaitykite taip pat", "susijusios naujienos", "susiję", "susiję straipsniai",
            "taip pat skaityk", "taip pat skaitykite",
        ],
        openings: &[
            "atnaujinta", "atsisiųskite", "dalinkitės", "daugiau apie", "daugiau informacijos", "gaukite",
            "komentuokite", "ką manote", "naujienlaiškis", "nepraleiskite", "pasidalykite", "paskelbta",
            "pastebėjote", "prenumeruokite", "prisijunkite", "publikuota", "radote klaidą", "rašykite mums",
            "registruokitės", "sekite", "sekite mus", "siųskite", "skaityk", "skaitykite daugiau",
            "skaitykite taip pat", "skaitykite:", "skaitymo laikas", "spauskite", "susisiekite",
            "taip pat skaitykite", "temos:", "užsiregistruokite", "vaizdo įrašas:", "šaltiniai:", "žiūrėkite",
            "žymos:",
        ],
        notes: &[
            "ankstesnėje versijoje", "atitaisymas", "naudojame slapukus", "pataisymas", "patikslinimas",
            "redakcijos pastaba", "redaktoriaus pastaba", "straipsnis atnaujintas", "visos teisės saugomos",
            "ši svetainė naudoja", "šioje svetainėje",
        ],
        phrases: &[
            "mūsų naujienlaiškį", "mūsų programėlę", "naujienlaiškį", "privatumo politika", "spauskite čia",
            "tik prenumeratoriams", "visos teisės saugomos",
        ],
        rights: &[
            "be raštiško sutikimo", "visos teisės saugomos",
        ],
        share_words: &[
            "dalinkis", "dalintis", "išsaugoti", "komentarai", "kopijuoti", "nuorodą", "pasidalinti", "sekti",
            "siųsti", "spausdinti",
        ],
        share_connectors: &[
            "el", "facebook'e", "feisbuke", "paštu", "per", "straipsniu",
        ],
        clock_words: &[
            "atnaujinta", "balandžio", "birželio", "d", "dienas", "dieną", "dienų", "gegužės", "gruodžio",
            "kovo", "lapkričio", "liepos", "m", "min", "minutes", "minučių", "mėn", "paskelbta", "prieš",
            "publikuota", "rugpjūčio", "rugsėjo", "sausio", "savaitę", "spalio", "vakar", "val", "valandas",
            "valandą", "vasario", "šiandien",
        ],
        follow_words: &[
            "rašykite", "sekite", "susisiekite",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        months: &[
            "sausio", "sausis", "vasario", "vasaris", "kovas", "kovo", "balandis", "balandžio", "gegužė",
            "gegužės", "birželio", "birželis", "liepa", "liepos", "rugpjūtis", "rugpjūčio", "rugsėjis",
            "rugsėjo", "spalio", "spalis", "lapkritis", "lapkričio", "gruodis", "gruodžio",
        ],
        weekdays: &[
            "pirmadienis", "antradienis", "trečiadienis", "ketvirtadienis", "penktadienis", "šeštadienis",
            "sekmadienis",
        ],
        date_connectors: &["d", "m"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
