//! Czech.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "aj", "angl", "bc", "býv", "cca", "csc", "doc", "dr", "drsc", "franc", "gen", "hl", "ing",
            "judr", "kap", "kpt", "lat", "max", "mga", "mgr", "min", "mj", "mjr", "ml", "mudr", "mvdr",
            "např", "nar", "nám", "něm", "obr", "odd", "odst", "ph", "phdr", "plk", "popř", "por", "pozn",
            "prof", "písm", "příp", "red", "resp", "rkp", "rndr", "roč", "s", "srov", "st", "str", "sv",
            "tab", "tel", "tj", "tzn", "tzv", "tř", "ul", "viz", "vyd", "zejm", "zemř", "č", "čl", "čís",
            "řec",
        ],
        final_before_starter: &[
            "a.s", "cm", "co", "corp", "hod", "inc", "jr", "kg", "km", "kč", "ltd", "mil", "mld", "n.l",
            "o.p.s", "př.n.l", "r", "s.r.o", "sek", "spol", "tis", "z.s",
        ],
        sentence_starters: &[
            "A", "Aby", "Ale", "Alespoň", "Ani", "Až", "Bez", "Bude", "Bych", "Byl", "Byla", "Byli",
            "Bylo", "Co", "Další", "Dnes", "Do", "Dva", "Hned", "I", "Jak", "Jako", "Jaký", "Je", "Jeho",
            "Jejich", "Její", "Jen", "Jenže", "Ještě", "Již", "Jsem", "Jsme", "Jsou", "Já", "K", "Kde",
            "Kdo", "Kdy", "Když", "Kromě", "Která", "Které", "Který", "Letos", "Lidé", "Loni", "Mají",
            "Mezi", "Mi", "Mimo", "My", "Má", "Může", "Na", "Nad", "Navíc", "Nebo", "Nebyl", "Není", "Než",
            "Nic", "Nikdo", "Nyní", "O", "Od", "On", "Ona", "Oni", "Ono", "Pak", "Po", "Pod", "Podle",
            "Pokud", "Poté", "Pro", "Proto", "Protože", "Proč", "Před", "Přes", "Při", "S", "Se", "Si",
            "Tady", "Tak", "Také", "Takže", "Tam", "Tato", "Tedy", "Ten", "Tento", "Teď", "To", "Toto",
            "Ty", "Tím", "Tři", "U", "V", "Ve", "Vy", "Včera", "Však", "Všechno", "Všichni", "Vždy", "Z",
            "Za", "Zatím", "Ze", "Že",
        ],
        ordinal_stops: true,
        final_by_shape: &["apod", "atd", "atp", "etc"],
    }),
    words: SharedWords {
        final_units: &[
            "Kč", "hod", "h", "min", "sek", "km", "kg", "cm", "mm", "m", "ks", "ha", "l", "t",
        ],
        number_labels: &["č", "čís"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_openings: &[
            "napsal", "napsala", "zpracoval", "zpracovala", "připravil", "připravila",
        ],
        roles: &[
            "redaktor", "redaktorka", "zpravodaj", "zpravodajka", "reportér", "reportérka",
            "komentátor", "komentátorka",
        ],
        newsrooms: &[
            "redakce", "naše redakce",
        ],
        byline_labels: &[
            "autor", "autorka", "autoři", "text",
        ],
        credit_openings: &[
            "zpracoval", "zpracovala", "připravil",
        ],
        notice_openings: &[
            "čtěte také", "čtěte i", "čtěte více", "zdroj:", "zdroje:", "přečtěte si", "mohlo by vás",
            "oprava:", "autor je", "všechna práva", "sledujte nás", "kontakt:", "(čtk",
            "pokud jste v", "témata:", "publikování nebo", "autor:", "autoři:", "vstoupit do diskuse",
            "upozornění:", "editor:", "převzato z",
            "přečtěte si také", "máte tip na",
        ],
        caption_openings: &[
            "foto:", "fotografie:", "ilustrační foto", "ilustrační snímek", "zdroj foto", "na snímku",
            "zleva:",
        ],
        caption_credits: &[
            "foto:", "foto ", "ilustrační", "čtk/", "/čtk",
            "archivní",
        ],
        picture_labels: &[
            "foto", "fotografie", "autor fotografie", "ilustrace", "grafika",
        ],
        picture_agencies: &[
            "profimedia.cz", "čtk/ap",
        ],
        source_labels: &[
            "zdroj:",
        ],
        telling_verbs: &[
            "řekl", "řekla", "říká", "říkal", "křičel", "křičeli", "stálo", "stojí", "píše", "psal", "dodal",
            "dodala", "žertoval", "žertuje", "vzpomíná", "uvedl", "uvedla", "hlásá", "směje se",
        ],
        caption_endings: &["ilustrační foto", "ilustrační snímek", "archivní foto"],
        caption_positions: &[
            "vlevo", "vpravo", "uprostřed", "zleva", "druhý zleva",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "článek pokračuje pod reklamou", "text pokračuje pod reklamou", "článek pokračuje pod videem", "pokračování textu pod reklamou", "# komentář", "# komentáře", "# komentářů", "# min", "# min čtení", "aktualizujeme",
            "archivní foto", "další", "diskuse", "doba čtení # min", "doba čtení # minut", "domů",
            "fotogalerie", "galerie", "hlavní strana", "hledat", "ilustrační foto", "ilustrační snímek",
            "inzerce", "jen pro předplatitele", "komentovat", "komentáře", "komerční sdělení", "kontakt",
            "kopírovat odkaz", "menu", "nahlásit chybu", "nahoru", "nastavení", "newsletter", "o autorovi",
            "ochrana osobních údajů", "odeslat e-mailem", "odkaz zkopírován", "odmítnout", "poslat",
            "poslechnout", "poslechněte si článek", "pr článek", "právě teď", "předchozí", "předplatit",
            "předplatné", "přehrát video", "přehrát článek", "přejít k obsahu", "přeskočit na obsah",
            "přidat komentář", "přihlásit", "přihlásit se", "přijmout vše", "redakce", "registrace",
            "reklama", "sdílejte", "sdílejte článek", "sdílet", "sdílet článek", "sledovat", "sledujte nás",
            "souhlasím", "tisk", "tisknout", "témata", "uložit", "video", "vstoupit do diskuse", "vytisknout",
            "více", "zobrazit více", "zprávu aktualizujeme", "článek aktualizujeme", "čtení na # min", "čtk",
            "číst dál", "číst více", "štítky", "živě",
            "číst článek", "diskuse (#)",
            "poslechnout článek",
            "# zobrazení", "# přečtení",
        ],
        link_headings: &[
            "aktuálně", "další zprávy", "další články", "doporučené", "doporučené články", "doporučujeme",
            "k tématu", "mohlo by vás také zajímat", "mohlo by vás zajímat", "nejnovější",
            "nejnovější zprávy", "nejsledovanější", "nejčtenější", "nejčtenější články", "nenechte si ujít",
            "oblíbené", "podívejte se také", "populární", "poslední zprávy", "přečtěte si také",
            "související", "související témata", "související články", "tipy redakce", "více k tématu",
            "více zpráv", "z domova", "čtěte dále", "čtěte i", "čtěte také", "čtěte více",
            "číst článek", "mohlo by se vám líbit", "nepřehlédněte",
            "mohlo vás minout", "další z rubriky", "čtenáři také četli",
        ],
        openings: &[
            "aktualizace:", "aktualizováno", "autor fotografie", "buďte v obraze", "chcete číst",
            "co si myslíte", "doba čtení", "inzerce:", "jste předplatitel", "klikněte", "komentujte",
            "kontaktujte", "mohlo by vás", "máte pro nás", "máte tip", "napište do", "napište nám",
            "našli jste", "nenechte si", "odebírejte", "podcast:", "podpořte", "podívejte se",
            "poslechněte si", "poslední aktualizace", "pošlete nám", "pro pokračování", "publikováno",
            "předplaťte", "přečtěte si", "přihlaste se", "registrujte se", "reklama:", "sdílejte",
            "sledujte nás", "sledujte náš", "sledujte:", "stáhněte", "tento obsah", "tento článek je starší",
            "témata:", "už jste", "video:", "vydáno", "váš prohlížeč", "více informací", "více k tématu",
            "více zde", "více čtěte", "zdroj:", "zdroje:", "zprávu aktualizujeme", "zveřejněno",
            "článek je starší", "čtěte i", "čtěte také", "čtěte více", "čtěte:", "štítky:",
            "článek pokračuje", "text pokračuje", "pokračování článku", "pokud jste v", "nalezli jste",
            "všimli jste", "dejte nám vědět", "nahlásit chybu", "čtěte též", "čtěte dál", "číst dále",
            "poslechněte", "vstoupit do", "přidat komentář", "pouze pro", "jen pro předplatitele",
            "publikování nebo", "líbil se vám", "autor:", "aktualizujeme",
            "přehrát článek", "našli jste v článku", "máte zajímavý tip",
        ],
        notes: &[
            "my a naši partneři", "omluva:", "oprava:", "pokud potřebujete pomoc", "používáme cookies",
            "pozn. red", "pozn. redakce", "poznámka editora", "poznámka redakce", "předchozí verze",
            "původní verze", "tento web používá", "text byl", "text jsme", "tyto stránky používají",
            "upřesnění", "v předchozí verzi", "v původní verzi", "článek byl aktualizován",
            "článek byl upraven", "článek jsme",
        ],
        phrases: &[
            "byl aktualizován", "byla aktualizována", "doba čtení", "jen pro předplatitele", "klikněte zde",
            "našeho newsletteru", "naši aplikaci", "naší aplikaci", "newsletteru", "náš kanál",
            "náš newsletter", "ochrana osobních údajů", "předchozí verze", "původní verzi",
            "všechna práva vyhrazena", "čtěte také", "čtěte více",
            "dejte nám vědět",
        ],
        rights: &[
            "kopírování zakázáno", "práva vyhrazena", "všechna práva vyhrazena",
            "publikování nebo další šíření",
        ],
        share_words: &[
            "komentovat", "komentáře", "kopírovat", "odeslat", "odkaz", "poslat", "sdílejte", "sdílení",
            "sdílet", "sledovat", "tisk", "tisknout", "tweetnout", "uložit", "vytisknout",
        ],
        share_connectors: &[
            "do", "e-mailem", "facebooku", "mailem", "na", "nás", "přes", "síti", "tento", "twitteru", "x",
            "článek",
        ],
        clock_words: &[
            "aktualizace", "aktualizováno", "března", "dnem", "dnes", "dny", "dní", "dubna", "hod", "hodin",
            "hodina", "hodinami", "hodinou", "května", "ledna", "listopadu", "minut", "minutami", "minutou",
            "měsícem", "ne", "neděle", "po", "pondělí", "prosince", "publikováno", "pá", "pátek", "před",
            "rokem", "so", "sobota", "srpna", "st", "středa", "týdnem", "týdny", "v", "ve", "vydáno", "včera",
            "září", "února", "út", "úterý", "července", "června", "čt", "čtvrtek", "října",
        ],
        follow_words: &[
            "kontaktujte", "napište", "pošlete", "sledujte",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        months: &[
            "ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října",
            "listopadu", "prosince",
        ],
        agencies: &["ctk", "čtk"],
        weekdays: &[
            "pondělí", "úterý", "středa", "čtvrtek", "pátek", "sobota", "neděle", "středu", "sobotu",
            "neděli",
        ],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
