//! Latvian.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "akad", "bulv", "doc", "dr", "gad", "gs", "iel", "inž", "kapt", "lpp", "maj", "nr", "piem",
            "plkst", "plkv", "prof", "resp", "sk", "t.i", "t.s", "tālr", "ģen",
        ],
        final_before_starter: &[
            "cm", "co", "corp", "g", "inc", "kg", "km", "ltd", "m.ē", "milj", "mljrd", "p.m.ē", "tūkst",
        ],
        sentence_starters: &[
            "Ar", "Arī", "Bet", "Bija", "Es", "Gan", "Ir", "Ja", "Jau", "Jūs", "Ka", "Kad", "Kas", "Kur",
            "Kā", "Kāpēc", "Lai", "Mēs", "Nav", "Ne", "No", "Par", "Pat", "Pie", "Pēc", "Savukārt", "Tad",
            "Tagad", "Tas", "Tie", "Tikai", "To", "Tomēr", "Tā", "Tāpēc", "Un", "Uz", "Vai", "Vakar",
            "Viņa", "Viņi", "Viņš", "Vēl", "Šie", "Šis", "Šobrīd", "Šodien", "Šī",
        ],
        ordinal_stops: true,
        final_by_shape: &["u.c", "u.tml", "utt"],
    }),
    words: SharedWords {
        final_units: &["Ls", "kg", "km", "gab", "ha", "st", "t", "l"],
        number_labels: &["nr", "Nr"],
        year_marks: &["g"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_labels: &[
            "autors", "autore",
        ],
        byline_openings: &[
            "sagatavoja",
        ],
        roles: &[
            "korespondents", "korespondente", "žurnālists", "žurnāliste",
        ],
        newsrooms: &[
            "redakcija",
        ],
        notice_openings: &[
            "lasi arī", "lasiet arī", "avots:", "avoti:", "visas tiesības", "pārpublicēšana", "labojums",
        ],
        caption_openings: &[
            "foto:", "attēls:", "ilustratīvs",
        ],
        caption_credits: &[
            "foto", "ilustratīv",
        ],
        picture_labels: &[
            "foto", "attēls", "fotogrāfija",
        ],
        caption_positions: &[
            "no kreisās", "no labās", "pa kreisi", "pa labi", "vidū",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# komentāri", "# min lasīšana", "abonements", "abonēt", "apstiprināt visus", "arhīvs", "birkas",
            "bns", "dalies", "dalīties", "drukāt", "foto", "galerija", "ieiet", "iepriekšējais",
            "iestatījumi", "ilustratīvs attēls", "ilustratīvs foto", "izdrukāt", "izvēlne", "jaunumi e-pastā",
            "klausīties", "komentāri", "komentēt", "kontakti", "kopēt saiti", "lasīt tālāk", "lasīt vairāk",
            "lasīšanas laiks # min", "leta", "meklēt", "nosūtīt", "nākamais", "par autoru", "piekrītu",
            "privātuma politika", "raksts tiek papildināts", "redakcija", "reklāma", "reklāmraksts",
            "reģistrēties", "rādīt vairāk", "saglabāt", "seko mums", "sekojiet mums", "sekot",
            "skatīties video", "sponsorēts saturs", "sākums", "tiešraide", "tikai abonentiem", "tikko",
            "tēmas", "uz augšu", "vairāk", "video", "ziņa tiek papildināta", "ziņot par kļūdu",
        ],
        link_headings: &[
            "citas ziņas", "iesakām", "ieteicam", "jaunākais", "jaunākās ziņas", "lasi arī", "lasi vēl",
            "lasiet arī", "lasītākais", "lasītākie", "nepalaid garām", "populāri", "populārākais",
            "saistīti raksti", "saistītie raksti", "saistītās ziņas", "skaties arī", "tevi varētu interesēt",
            "vairāk ziņu",
        ],
        openings: &[
            "abonē", "abonējiet", "atjaunināts", "atjaunots", "atradi kļūdu", "avoti:", "avots:", "birkas:",
            "dalies", "ko tu domā", "komentē", "lasi arī", "lasi vēl", "lasi:", "lasiet arī", "lasiet vairāk",
            "lasīšanas laiks", "lejupielādē", "nepalaid garām", "noklikšķini", "pamanīji", "piesakies",
            "piesakieties", "pievienojies", "publicēta", "publicēts", "pēdējās izmaiņas", "raksti mums",
            "rakstiet mums", "reģistrējies", "sazinies", "seko mums", "sekojiet", "skaties arī", "skatieties",
            "spied šeit", "sūti", "tēmas:", "vairāk informācijas", "vairāk par", "video:",
            "ziņa tiek papildināta",
        ],
        notes: &[
            "iepriekšējā versijā", "labojums:", "mēs izmantojam sīkdatnes", "precizējums",
            "raksts ir papildināts", "redakcijas piezīme", "redaktora piezīme", "visas tiesības aizsargātas",
            "šajā vietnē", "šī vietne izmanto",
        ],
        phrases: &[
            "jaunumiem e-pastā", "mūsu jaunumus", "mūsu lietotni", "privātuma politika", "spied šeit",
            "tikai abonentiem", "visas tiesības aizsargātas",
        ],
        rights: &[
            "pārpublicēšana aizliegta", "visas tiesības aizsargātas", "visas tiesības paturētas",
        ],
        share_words: &[
            "dalies", "dalīties", "drukāt", "komentāri", "kopēt", "nosūtīt", "saglabāt", "saiti", "sekot",
        ],
        share_connectors: &[
            "ar", "e-pastu", "facebook", "pa", "rakstu", "uz",
        ],
        clock_words: &[
            "aprīlis", "aprīlī", "atjaunots", "augusts", "augustā", "decembris", "decembrī", "dienas",
            "dienām", "februāris", "februārī", "g", "gada", "janvāris", "janvārī", "jūlijs", "jūlijā",
            "jūnijs", "jūnijā", "maijs", "maijā", "marts", "martā", "minūtēm", "mēneša", "nedēļas",
            "novembris", "novembrī", "oktobris", "oktobrī", "pirms", "plkst", "publicēts", "septembris",
            "septembrī", "stundas", "stundām", "vakar", "šodien",
        ],
        follow_words: &[
            "raksti", "sazinies", "seko", "sekojiet",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        months: &[
            "janvāris", "februāris", "marts", "aprīlis", "maijs", "jūnijs", "jūlijs", "augusts",
            "septembris", "oktobris", "novembris", "decembris", "janvārī", "februārī", "martā", "aprīlī",
            "maijā", "jūnijā", "jūlijā", "augustā", "septembrī", "oktobrī", "novembrī", "decembrī",
        ],
        weekdays: &[
            "pirmdiena", "otrdiena", "trešdiena", "ceturtdiena", "piektdiena", "sestdiena", "svētdiena",
        ],
        date_connectors: &["gada"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
