//! Slovak.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "angl", "atp", "bc", "bud", "cca", "cit", "csc", "doc", "dr", "drsc", "ev", "franc", "gen",
            "i.e", "ing", "judr", "kap", "kpt", "lat", "max", "mgr", "min", "mjr", "ml", "mudr", "mvdr",
            "napr", "nar", "nem", "nám", "obr", "odd", "ods", "p", "ph", "phdr", "plk", "por", "pozn",
            "prof", "príp", "pí", "písm", "red", "resp", "rndr", "roz", "roč", "s", "spol", "st", "str",
            "sv", "tab", "tel", "tj", "tzn", "tzv", "ul", "vyd", "zomr", "zv", "č", "čl", "čís",
        ],
        final_before_starter: &[
            "a.i", "a.s", "ap", "cm", "co", "corp", "hod", "inc", "jr", "kg", "km", "ltd", "mil", "mld",
            "n.l", "n.o", "o.z", "pr.n.l", "pred.n.l", "r", "s.r.o", "sek", "tis",
        ],
        sentence_starters: &[
            "A", "Aby", "Aj", "Ako", "Ale", "Ani", "Asi", "Až", "Bez", "Bol", "Bola", "Boli", "Bolo",
            "Bude", "Dnes", "Do", "Dva", "I", "Iba", "Ich", "Ja", "Je", "Jeho", "Jej", "Každý", "Kde",
            "Kedy", "Keď", "Kto", "Ktorá", "Ktoré", "Ktorý", "Ku", "Majú", "Mal", "Medzi", "Mi", "My",
            "Má", "Môže", "Na", "Nad", "Nech", "Nie", "Nikto", "Nič", "No", "O", "Od", "On", "Ona", "Oni",
            "Ono", "Po", "Pod", "Podľa", "Pokiaľ", "Potom", "Pre", "Preto", "Pretože", "Prečo", "Pri", "S",
            "Sa", "Si", "Sme", "Som", "Sú", "Tak", "Také", "Takže", "Tam", "Teda", "Ten", "Tento", "Teraz",
            "To", "Toto", "Tri", "Ty", "Táto", "U", "Už", "V", "Vlani", "Vo", "Vy", "Včera", "Však",
            "Všetci", "Všetko", "Z", "Za", "Zatiaľ", "Zo", "Čo", "Ďalší", "Ľudia", "Že",
        ],
        ordinal_stops: true,
        final_by_shape: &["apod", "atď", "etc"],
    }),
    words: SharedWords {
        final_units: &[
            "hod", "h", "min", "sek", "km", "kg", "cm", "mm", "m", "ks", "ha", "Sk",
        ],
        number_labels: &["č", "čís"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_labels: &[
            "autor", "autorka", "text",
        ],
        byline_openings: &[
            "napísal", "napísala", "spracoval", "spracovala", "pripravil",
        ],
        roles: &[
            "redaktor", "redaktorka", "spravodajca", "reportér", "reportérka",
        ],
        newsrooms: &[
            "redakcia",
        ],
        notice_openings: &[
            "čítajte aj", "čítajte tiež", "prečítajte si", "zdroj:", "zdroje:", "všetky práva", "oprava:",
            "mohlo by vás",
            "ďakujeme, že", "autor:", "(tasr", "© autorské", "upozornenie:", "témy:", "prevzaté z",
            "viac správ z", "našli ste v článku",
        ],
        caption_openings: &[
            "foto:", "zdroj foto", "ilustračné foto", "ilustračná", "na snímke",
            "zľava:",
        ],
        caption_credits: &[
            "foto", "ilustračn",
            "archívn",
        ],
        picture_labels: &[
            "foto", "fotografia", "autor foto", "ilustrácia",
        ],
        source_labels: &[
            "zdroj:",
        ],
        telling_verbs: &[
            "povedal", "povedala", "hovorí", "hovoril", "prosil", "prosila", "vyzýva", "stálo", "stojí",
            "píše", "písal", "dodal", "dodala", "žartuje", "žartoval", "uviedol", "uviedla", "kričal",
            "spomína",
        ],
        caption_endings: &["ilustračné foto", "ilustračná snímka"],
        caption_positions: &[
            "vľavo", "vpravo", "v strede",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# komentáre", "# komentárov", "# min", "# min čítania", "archívne foto", "diskusia", "domov",
            "fotogaléria", "galéria", "hore", "hľadať", "ilustračná snímka", "ilustračné foto", "inzercia",
            "komentáre", "kontakt", "kopírovať odkaz", "len pre predplatiteľov", "menu", "nahlásiť chybu",
            "nastavenia", "naživo", "newsletter", "o autorovi", "ochrana osobných údajov", "poslať",
            "pozrieť video", "predchádzajúci", "predplatiť", "predplatné", "pridať komentár", "prihlásiť sa",
            "prijať všetko", "redakcia", "registrácia", "reklama", "sita", "sledovať", "sledujte nás",
            "správu aktualizujeme", "súhlasím", "tasr", "tlačiť", "témy", "uložiť", "viac", "video",
            "vypočuť", "vytlačiť", "zdieľajte", "zdieľať", "zdieľať článok", "zobraziť viac",
            "čas čítania # min", "článok aktualizujeme", "čítať viac", "čítať ďalej", "ďalší",
            "uložiť článok", "vypočujte si článok", "článok pokračuje pod video reklamou",
            "článok pokračuje pod reklamou", "diskusia (#)",
            "zdieľať na facebooku",
        ],
        link_headings: &[
            "k téme", "mohlo by vás zaujímať", "najnovšie", "najnovšie správy", "najčítanejšie",
            "najčítanejšie články", "nenechajte si ujsť", "odporúčame", "odporúčané", "populárne",
            "pozrite si aj", "prečítajte si aj", "súvisiace", "súvisiace články", "viac správ", "čítajte aj",
            "čítajte tiež", "čítajte viac", "ďalšie správy", "ďalšie články",
            "súvisiaci článok", "viac k téme", "neprehliadnite",
            "prečítajte si tiež", "mohlo vás zaujať", "čitatelia čítali",
        ],
        openings: &[
            "aktualizované", "aktualizácia:", "buďte v obraze", "kliknite", "kontaktujte", "mohlo by vás",
            "máte tip", "napíšte nám", "našli ste", "odoberajte", "podcast:", "podporte",
            "posledná aktualizácia", "pozrite si", "pošlite nám", "pre pokračovanie", "predplaťte",
            "prečítajte si", "prihláste sa", "publikované", "reklama:", "sledujte nás", "sledujte:",
            "správu aktualizujeme", "stiahnite", "tagy:", "témy:", "už ste", "viac informácií", "viac tu",
            "viac čítajte", "video:", "zaregistrujte", "zdieľajte", "zdroj:", "zdroje:", "zverejnené",
            "čas čítania", "čo si myslíte", "čítajte aj", "čítajte tiež", "čítajte viac", "čítajte:",
            "článok pokračuje", "text pokračuje", "pokračovanie článku", "súvisiaci článok", "ďakujeme, že",
            "ak ste našli", "máte pre nás", "nahlásiť chybu", "vypočujte", "pridať komentár", "len pre",
            "iba pre", "páči sa vám", "uložiť článok", "aktualizujeme",
            "viac správ", "viac o téme", "našli ste v článku", "máte zaujímavý tip",
        ],
        notes: &[
            "my a naši partneri", "oprava:", "ospravedlnenie", "používame cookies", "pozn. red",
            "poznámka redakcie", "predchádzajúca verzia", "pôvodná verzia", "spresnenie",
            "táto stránka používa", "v pôvodnej verzii", "článok bol aktualizovaný", "článok sme",
        ],
        phrases: &[
            "bol aktualizovaný", "kliknite sem", "len pre predplatiteľov", "našu aplikáciu", "newslettera",
            "náš newsletter", "nášho newslettera", "ochrana osobných údajov", "všetky práva vyhradené",
            "čas čítania",
            "súvisiaci článok",
        ],
        rights: &[
            "práva vyhradené", "všetky práva vyhradené",
            "autorské práva vyhradené", "publikovanie alebo ďalšie šírenie",
        ],
        share_words: &[
            "komentáre", "kopírovať", "odkaz", "poslať", "sledovať", "tlačiť", "uložiť", "vytlačiť",
            "zdieľajte", "zdieľať",
        ],
        share_connectors: &[
            "cez", "e-mailom", "facebooku", "na", "twitteri", "článok",
        ],
        clock_words: &[
            "aktualizované", "apríla", "augusta", "decembra", "dnes", "dňami", "dňom", "februára", "hod",
            "hodinami", "hodinou", "januára", "júla", "júna", "marca", "minút", "minútami", "mája", "nedeľa",
            "novembra", "o", "októbra", "piatok", "pondelok", "pred", "publikované", "septembra", "sobota",
            "streda", "utorok", "včera", "štvrtok",
            "aktualizácia", "i",
        ],
        follow_words: &[
            "kontaktujte", "napíšte", "sledujte",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        agencies: &["tasr"],
        months: &[
            "január", "januára", "február", "februára", "marca", "marec", "apríl", "apríla", "máj", "mája",
            "jún", "júna", "júl", "júla", "august", "augusta", "september", "septembra", "október",
            "októbra", "november", "novembra", "december", "decembra",
        ],
        weekdays: &[
            "pondelok", "utorok", "streda", "štvrtok", "piatok", "sobota", "nedeľa", "stredu", "sobotu",
            "nedeľu",
        ],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
