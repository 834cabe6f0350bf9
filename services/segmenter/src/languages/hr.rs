//! Croatian, Bosnian and Serbian in Latin script.
//!
//! The agencies include those of Bosnia and Herzegovina and of Montenegro.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "ak", "akad", "arh", "br", "dipl", "doc", "dr", "engl", "g", "gen", "gl", "god", "gosp", "gđa",
            "gđica", "ing", "inž", "lat", "mag", "max", "min", "mr", "njem", "npr", "o.g", "odn", "oko",
            "prim", "prof", "puk", "red", "s", "sl", "sr", "st", "str", "sv", "tal", "tel", "tj", "tzn",
            "tzv", "ul", "ur", "usp", "v", "vidi", "čl",
        ],
        final_before_starter: &[
            "cm", "co", "corp", "d.d", "d.o.o", "i.sl", "inc", "jr", "kg", "km", "kn", "ltd", "mil", "mlrd",
            "n.e", "p.n.e", "pr.kr", "tis",
        ],
        sentence_starters: &[
            "A", "Ako", "Ali", "Bez", "Bi", "Bila", "Bilo", "Bio", "Biti", "Da", "Dakle", "Danas", "Do",
            "Dok", "Dva", "I", "Iako", "Ipak", "Istodobno", "Istovremeno", "Iz", "Iza", "Ja", "Je", "Jer",
            "Još", "Juče", "Jučer", "Kad", "Kada", "Kako", "Kao", "Kod", "Koja", "Koje", "Koji", "Kroz",
            "Među", "Međutim", "Mi", "Mnogi", "Može", "Na", "Nad", "Naime", "Nakon", "Ne", "Neki", "Nema",
            "Nije", "Njegov", "Njegova", "No", "O", "Od", "On", "Ona", "Oni", "Ono", "Osim", "Ova", "Ovaj",
            "Ove", "Ovo", "Pa", "Po", "Pod", "Pored", "Pred", "Prema", "Pri", "Prije", "S", "Sa", "Sada",
            "Sam", "Samo", "Smo", "Stoga", "Su", "Sve", "Svi", "Ta", "Tada", "Taj", "Tako", "Takođe",
            "Također", "Tamo", "Te", "Ti", "To", "Tri", "Tu", "U", "Uz", "Već", "Vi", "Više", "Za",
            "Zatim", "Zato", "Zašto", "Zbog", "Šta", "Što",
        ],
        ordinal_stops: true,
        final_by_shape: &["etc", "itd", "itsl"],
    }),
    words: SharedWords {
        final_units: &[
            "kn", "g", "god", "km", "kg", "cm", "h", "KM", "din", "ha", "t", "min", "l",
        ],
        number_labels: &["br", "čl"],
        year_marks: &["g", "god"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_openings: &[
            "piše", "pišu", "napisao", "napisala", "priredio", "priredila",
        ],
        roles: &[
            "novinar", "novinarka", "dopisnik", "dopisnica", "reporter", "reporterka", "urednik",
            "urednica",
        ],
        newsrooms: &[
            "redakcija",
        ],
        byline_labels: &[
            "autor", "piše", "autorica", "tekst",
        ],
        notice_openings: &[
            "pročitajte još", "pročitajte i", "pogledajte i", "izvor:", "izvori:", "pratite nas", "sva prava",
            "ispravak", "(hina)", "kontakt:", "povezane vijesti",
            "bonus video", "želite li dopuniti", "imate priču", "autor:", "ispravak:", "ispravka:", "foto:",
            "uredila:", "uredio:", "urednik:",
            "označi kao omiljeni", "želite li primati",
        ],
        caption_openings: &[
            "foto:", "fotografija:", "ilustracija", "snimio:", "arhivska fotografija", "na fotografiji",
            "na slici",
        ],
        caption_credits: &[
            "foto:", "foto ", "foto/", "pixsell", "cropix",
            "arhiv",
        ],
        picture_labels: &[
            "foto", "fotografija", "snimio", "snimila", "ilustracija",
        ],
        picture_agencies: &[
            "pixsell", "cropix", "hanza media",
        ],
        source_labels: &[
            "izvor:", "autor:",
        ],
        telling_verbs: &[
            "kaže", "rekao", "rekla", "pisalo", "piše", "govorili", "govori", "šali se", "našalio se",
            "dodaje", "dodao", "dodala", "ispričao", "ispričala", "prisjeća se", "vikao", "vikali", "stoji",
        ],
        caption_endings: &["ilustracija", "arhivska fotografija"],
        caption_positions: &[
            "u sredini",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "tekst se nastavlja ispod oglasa", "nastavak teksta ispod oglasa", "članak se nastavlja ispod oglasa", "# komentar", "# komentara", "# min", "# min čitanja", "arhiva", "foto galerija", "fotogalerija",
            "galerija", "hina", "ilustracija", "ispis", "ispiši", "izbornik", "komentari", "komentiraj",
            "kontakt", "kopiraj link", "kopiraj poveznicu", "na vrh", "naslovnica", "newsletter", "o autoru",
            "oglas", "oglasi", "opširnije uskoro", "ostavi komentar", "podijeli", "podijeli članak",
            "podijelite", "pogledaj video", "poslušaj", "postavke", "početna", "pošalji", "prati nas",
            "pratite nas", "prethodni", "pretplata", "pretplati se", "pretraga", "prihvati sve", "prihvaćam",
            "prijava", "prijavi grešku", "prijavi pogrešku", "prijavi se", "prikaži više", "promo",
            "pročitaj još", "pročitaj više", "redakcija", "registracija", "reklama", "samo za pretplatnike",
            "sljedeći", "sponzorirani sadržaj", "sponzorirani članak", "spremi", "tagovi", "teme",
            "upravo sada", "uživo", "video", "vijest se dopunjuje", "vijest se nadopunjuje", "više",
            "vrijeme čitanja # min", "zaštita privatnosti", "čitanje # min", "članak se nadopunjuje",
            "tekst se nastavlja ispod reklame", "podeli", "komentari (#)",
            "nastavak teksta nakon oglasa", "slušaj vijest", "poslušajte članak",
            "# pregleda",
        ],
        link_headings: &[
            "izdvojeno", "možda vas zanima", "možda će vas zanimati", "na ovu temu", "najnovije",
            "najnovije vijesti", "najpopularnije", "najčitanije", "ne propustite", "ostale vijesti",
            "pogledajte i", "pogledajte još", "popularno", "povezane vijesti", "povezani članci", "povezano",
            "preporuka", "preporučeno", "preporučujemo", "pročitajte i", "pročitajte i ovo", "pročitajte još",
            "pročitajte više", "vezane vijesti", "više vijesti",
            "pročitaj još", "povezane vesti", "vezane vesti", "preporuka za vas", "još iz rubrike",
            "srodne vijesti", "iz iste rubrike",
            "vezani članci", "najčitanije danas", "iz medija",
        ],
        openings: &[
            "ažurirano", "budite u tijeku", "imate informaciju", "imate priču", "izvor:", "izvori:",
            "javite nam", "kliknite", "ključne riječi:", "kontaktirajte", "ne propustite", "objavljeno",
            "opširnije:", "ostavite komentar", "pišite nam", "podcast:", "podijelite", "podržite",
            "pogledajte i", "pogledajte još", "pogledajte:", "posljednja izmjena", "poslušajte", "pošaljite",
            "pratite nas", "pretplatite se", "preuzmite", "pridružite se", "prijavite se", "pronašli ste",
            "pročitajte i", "pročitajte još", "pročitajte više", "pročitajte:", "registrirajte se",
            "sve vijesti", "tagovi:", "teme:", "uočili ste", "već ste pretplatnik", "video:",
            "vijest se nadopunjuje", "više informacija", "više o", "vrijeme čitanja", "zadnja izmjena",
            "što mislite",
            "tekst se nastavlja", "članak se nastavlja", "nastavak teksta", "nastavak članka", "prati nas",
            "imate vest", "imate vijest", "imaš priču", "pošaljite nam", "primijetili ste", "primetili ste",
            "prijavi grešku", "prijavite grešku", "prijavi pogrešku", "pročitaj", "pročitajte", "pogledajte",
            "bonus video", "možda vas zanima", "samo za pretplatnike",
            "nastavak teksta nakon", "želite li primati", "označi kao omiljeni", "dodajte nas",
            "postavite nas", "povezano",
            "čitanje članka", "pošalji prijatelju",
        ],
        notes: &[
            "ispravak:", "ispravka:", "koristimo kolačiće", "mi i naši partneri", "napomena redakcije",
            "napomena urednika", "napomena uredništva", "ova stranica koristi", "ova web stranica koristi",
            "pojašnjenje", "ranija verzija", "sva prava pridržana", "tekst je ažuriran",
            "u prethodnoj verziji", "članak je ažuriran",
        ],
        phrases: &[
            "kliknite ovdje", "naš newsletter", "naš viber", "našu aplikaciju", "politika privatnosti",
            "pratite nas na", "samo za pretplatnike", "sva prava pridržana", "viber kanal", "vrijeme čitanja",
            "whatsapp kanal", "zaštiti privatnosti",
            "na našem viberu", "na facebook i instagram", "našoj facebook", "u google vijestima",
            "prijaviti pogrešku",
        ],
        rights: &[
            "sva prava pridržana", "sva prava zadržana", "zabranjeno prenošenje",
        ],
        share_words: &[
            "ispiši", "komentari", "komentiraj", "kopiraj", "link", "podijeli", "podijelite", "poveznicu",
            "pošalji", "spremi", "tweetaj",
        ],
        share_connectors: &[
            "facebooku", "mailom", "na", "ovaj", "preko", "putem", "twitteru", "članak",
        ],
        clock_words: &[
            "ažurirano", "dan", "dana", "danas", "godina", "h", "izmjena", "jučer", "kolovoza", "lipnja",
            "listopada", "minuta", "minute", "minutu", "mjesec", "nedjelja", "objavljeno", "ožujka", "petak",
            "ponedjeljak", "prije", "prosinca", "rujna", "sat", "sata", "sati", "siječnja", "srijeda",
            "srpnja", "studenog", "studenoga", "subota", "svibnja", "tjedan", "travnja", "u", "utorak",
            "veljače", "zadnja", "četvrtak",
            "poslednja", "izmena", "pre", "juče",
        ],
        follow_words: &[
            "javite", "kontaktirajte", "pišite", "pratite", "pridružite",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        months: &[
            "siječnja", "ožujka", "travnja", "svibnja", "listopada", "siječanj", "veljača", "veljače",
            "ožujak", "travanj", "svibanj", "lipanj", "lipnja", "srpanj", "srpnja", "kolovoz", "kolovoza",
            "rujan", "rujna", "listopad", "studeni", "studenoga", "prosinac", "prosinca", "studenog",
            "januara", "februara", "marta", "aprila", "maja", "juna", "jula", "augusta", "septembra",
            "oktobra", "novembra", "decembra",
        ],
        agencies: &["hina", "fena", "mina", "onasa"],
        weekdays: &[
            "ponedjeljak", "utorak", "srijeda", "četvrtak", "petak", "subota", "nedjelja", "srijedu",
            "subotu", "nedjelju",
        ],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
