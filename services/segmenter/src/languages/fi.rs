//! Finnish.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "a", "ao", "dr", "ed", "em", "ent", "esim", "huom", "jne", "joht", "kirj", "klo", "ko", "kpl",
            "ks", "lyh", "milj", "ml", "mm", "mrd", "n", "nk", "nro", "ns", "op", "os", "prof", "puh", "s",
            "synt", "t", "tj", "tk", "tms", "toht", "tri", "ts", "v", "vrt", "vs", "ym",
        ],
        final_before_starter: &[
            "cm", "co", "corp", "eKr", "eaa", "ekr", "inc", "jKr", "jkr", "jms", "jr", "kg", "km", "ltd",
            "oy", "oyj", "yms",
        ],
        sentence_starters: &[
            "Aikaisemmin", "Aina", "Asia", "Edelleen", "Ehkä", "Ei", "Eivät", "Eli", "En", "Ensimmäinen",
            "Erityisesti", "Esimerkiksi", "Että", "He", "Heidän", "Hän", "Hänen", "Ihmiset", "Itse", "Ja",
            "Jo", "Joka", "Jos", "Kaikki", "Kaksi", "Kolme", "Koska", "Kuitenkin", "Kuka", "Kukaan", "Kun",
            "Kuten", "Lisäksi", "Me", "Miksi", "Mikä", "Minä", "Missä", "Mitä", "Monet", "Mukaan", "Mutta",
            "Muun", "Myöhemmin", "Myös", "Ne", "Niin", "No", "Noin", "Nyt", "Näin", "Nämä", "Ole", "Olen",
            "Oli", "Olisi", "On", "Ovat", "Paljon", "Sanoi", "Se", "Sekä", "Sen", "Seuraavaksi", "Siellä",
            "Siinä", "Siis", "Silloin", "Silti", "Sinä", "Sitten", "Tai", "Te", "Todella", "Toinen",
            "Tällä", "Tämä", "Tämän", "Tässä", "Vaan", "Vai", "Vaikka", "Vain", "Vasta", "Vielä", "Vuonna",
            "Yksi", "Yli",
        ],
        ordinal_stops: true,
        ..AbbreviationLists::NONE
    }),
    cues: Cues {
        byline_labels: &["kirjoittaja"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta",
            "heinäkuuta", "elokuuta", "syyskuuta", "lokakuuta", "marraskuuta", "joulukuuta",
        ],
        agencies: &["stt"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
