//! Finnish.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "a", "ao", "dr", "ed", "em", "ent", "esim", "huom", "joht", "kirj", "klo", "ko", "kpl", "ks",
            "lyh", "milj", "ml", "mm", "mrd", "n", "nk", "nro", "ns", "op", "os", "prof", "puh", "s", "synt",
            "t", "tj", "tk", "toht", "tri", "ts", "v", "vrt", "vs",
        ],
        final_before_starter: &[
            "cm", "co", "corp", "eKr", "eaa", "ekr", "inc", "jKr", "jkr", "jr", "kg", "km", "ltd", "oy",
            "oyj",
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
        final_by_shape: &["jms", "jne", "tms", "ym", "yms"],
    }),
    words: SharedWords {
        final_units: &["mk", "km", "kg", "kpl", "ha", "e", "eur", "t", "min", "h"],
        number_labels: &["nro", "n:o", "klo"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_openings: &[
            "kirjoittanut", "teksti", "kirjoittaja",
            "kuvat", "teksti ja kuvat",
        ],
        roles: &[
            "toimittaja", "kirjeenvaihtaja", "kolumnisti", "päätoimittaja", "erikoistoimittaja",
        ],
        newsrooms: &[
            "toimitus", "stt-lehtikuva",
        ],
        byline_labels: &[
            "kirjoittaja", "teksti", "toimittaja",
        ],
        notice_openings: &[
            "lue myös", "lue lisää", "lähde:", "lähteet:", "oikaisu", "korjaus", "seuraa meitä",
            "lisätietoja", "lisätiedot", "kirjoittaja on", "kaikki oikeudet",
            "mitä ajatuksia", "huomasitko", "juttua on", "artikkelia on", "kuvat:", "toimittaja:",
            "katso myös",
        ],
        caption_openings: &[
            "kuva:", "kuvat:", "arkistokuva", "kuvituskuva", "kuvassa",
            "vasemmalta:",
        ],
        caption_credits: &[
            "kuva:", "kuva ", "arkistokuva", "lehtikuva",
        ],
        picture_labels: &[
            "kuva", "kuvat", "kuvaaja", "valokuva", "arkistokuva", "kuvituskuva", "grafiikka",
        ],
        source_labels: &[
            "lähde:",
        ],
        telling_verbs: &[
            "sanoo", "sanoi", "kertoo", "kertoi", "luki", "lukee", "huusi", "kirjoittaa", "kirjoitti",
            "nauraa", "nauroi", "muistelee", "vitsailee", "vitsaili", "vakuuttaa",
        ],
        caption_endings: &["arkistokuva", "kuvituskuva", "Arkistokuva", "Kuvituskuva"],
        caption_positions: &[
            "vasemmalla", "oikealla", "keskellä",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "mainos alkaa", "mainos päättyy", "juttu jatkuu mainoksen jälkeen", "artikkeli jatkuu mainoksen jälkeen", "# kommentti", "# kommenttia", "# min", "# min lukuaika", "aiheet", "anna palautetta",
            "arkistokuva", "asetukset", "avainsanat", "edellinen", "etusivu", "evästeasetukset", "evästeet",
            "galleria", "hae", "haku", "hylkää", "hyväksy", "hyväksy kaikki", "ilmoita virheestä", "ilmoitus",
            "jaa", "jaa artikkeli", "jaa juttu", "jaa tämä", "juttu päivittyy", "juttua päivitetään",
            "juuri nyt", "katso lisää", "katso video", "kaupallinen yhteistyö", "kirjaudu", "kirjaudu sisään",
            "kirjoittajasta", "kommentit", "kommentoi", "kopioi linkki", "kuuntele", "kuuntele artikkeli",
            "kuuntele juttu", "kuvagalleria", "kuvituskuva", "linkki kopioitu", "lisää", "lukuaika # min",
            "lukuaika # minuuttia", "lähetä", "mainokset", "mainos", "näytä kommentit", "näytä lisää",
            "ota yhteyttä", "palaute", "päivittyy", "rekisteröidy", "seuraa", "seuraa meitä", "seuraava",
            "siirry sisältöön", "sponsoroitu", "stt", "suora lähetys", "takaisin ylös", "tallenna",
            "tietosuoja", "tietosuojaseloste", "tilaa", "tilaa nyt", "tilaajille", "toimitus", "toista",
            "tulosta", "uutiskirje", "uutista päivitetään", "vain tilaajille", "valikko", "video",
            "yhteystiedot", "ylös",
            "juttu jatkuu kuvan jälkeen", "kuuntele juttu # min", "kuuntele # min", "jaa tallenna",
            "kommentit (#)", "mainos (teksti jatkuu alla)", "mainos (juttu jatkuu alla)",
        ],
        link_headings: &[
            "aiheeseen liittyvää", "aiheesta muualla", "katso myös", "katsotuimmat", "lisää aiheesta",
            "lisää uutisia", "lue lisää", "lue myös", "luetuimmat", "luetuimmat jutut", "muita uutisia",
            "muut uutiset", "nostot", "poimintoja", "pääuutiset", "saatat pitää myös", "suositellut",
            "suositeltua", "suosittelemme", "suosittua", "suosituimmat", "tuoreimmat", "tuoreimmat uutiset",
            "uusimmat", "uusimmat uutiset", "älä missaa",
            "lisää", "aiheesta lisää", "lue seuraavaksi", "juuri nyt",
            "luitko jo tämän", "luitko jo nämä", "seuraavaksi", "katso myös nämä", "muut lukivat",
        ],
        openings: &[
            "aiheet:", "artikkeli on yli", "avainsanat:", "huomasitko", "jaa artikkeli", "jaa facebookissa",
            "jaa juttu", "jaa tämä", "jatka lukemista", "julkaistu", "juttu on yli", "juttu päivittyy",
            "juttua päivitetään", "kaikki uutiset", "katso lisää", "katso myös", "katso:",
            "kerro mielipiteesi", "kirjoita meille", "klikkaa", "kommentoi", "kuuntele myös", "kuuntele:",
            "kuva:", "kuvat:", "lataa sovellus", "liity tilaajaksi", "liity whatsapp", "lisää aiheesta",
            "lue koko", "lue lisää", "lue myös", "lue tästä", "lue:", "lukeaksesi", "lukuaika", "lähde:",
            "lähteet:", "löysitkö", "mitä mieltä", "napauta", "oletko jo", "onko sinulla", "ota yhteyttä",
            "podcast:", "pysy ajan tasalla", "päivitetty", "rekisteröidy", "saat uutiskirjeen", "selaimesi",
            "seuraa aihetta", "seuraa meitä", "tilaa meidän", "tilaa nyt", "tilaa uutiskirje",
            "tämä artikkeli on yli", "tämä sisältö", "uutista päivitetään", "video:", "viimeksi muokattu",
            "viimeksi päivitetty", "älä missaa",
            "juttu jatkuu", "artikkeli jatkuu", "teksti jatkuu", "kuuntele", "kuuntele juttu",
            "mitä ajatuksia", "voit keskustella", "keskustele", "löysitkö virheen", "onko jutussa virhe",
            "ilmoita virheestä", "lähetä palautetta", "anna palautetta", "vinkkaa", "katso video",
            "tilaajille", "juttua on", "artikkelia on", "juttua muokattu", "tämä juttu", "tämä artikkeli",
            "mainos (teksti", "luitko jo", "lue seuraavaksi", "näin tilaat",
        ],
        notes: &[
            "aiemmassa versiossa", "artikkeli on julkaistu", "artikkelia on",
            "artikkelin aiemmassa versiossa", "jos sinulla on itsetuhoisia", "juttu on julkaistu",
            "juttua on", "jutun aiemmassa versiossa", "korjattu #", "korjattu:", "korjaus #", "korjaus:",
            "käytämme evästeitä", "me ja kumppanimme", "oikaisu", "otsikkoa muutettu",
            "sivusto käyttää evästeitä", "tarkennus:", "toimitukselta", "toimituksen huomautus",
            "toimituksen kommentti", "tämä artikkeli on", "tämä sivusto käyttää", "täsmennys:",
            "tätä artikkelia on",
        ],
        phrases: &[
            "aiemmassa versiossa", "artikkelia on päivitetty", "juttua on päivitetty", "juttua päivitetty",
            "kaikki oikeudet pidätetään", "klikkaa tästä", "lue lisää", "lue myös", "lukuaika",
            "seuraa meitä", "sovelluksemme", "sähköpostiisi", "tietosuojaseloste", "uutiskirjeemme",
            "uutiskirjeen", "vain tilaajille",
            "ilmoita siitä toimitukselle", "voit keskustella aiheesta",
        ],
        rights: &[
            "kaikki oikeudet pidätetään", "kopiointi kielletty", "oikeudet pidätetään",
        ],
        share_words: &[
            "jaa", "jakoa", "kommentit", "kommentoi", "kopioi", "linkki", "lähetä", "seuraa", "tallenna",
            "tulosta", "twiittaa",
        ],
        share_connectors: &[
            "artikkeli", "facebookissa", "juttu", "kaverille", "linkedinissä", "meitä", "sähköpostilla",
            "sähköpostitse", "twitterissä", "tämä", "whatsappissa", "x:ssä",
        ],
        clock_words: &[
            "eilen", "elokuuta", "heinäkuuta", "helmikuuta", "huhtikuuta", "joulukuuta", "julkaistu", "ke",
            "kello", "keskiviikko", "kesäkuuta", "klo", "kuukausi", "kuukautta", "la", "lauantai",
            "lokakuuta", "lukuaika", "ma", "maaliskuuta", "maanantai", "marraskuuta", "min", "minuutti",
            "minuuttia", "muokattu", "pe", "perjantai", "päivitetty", "päivä", "päivää", "sitten", "su",
            "sunnuntai", "syyskuuta", "tammikuuta", "ti", "tiistai", "to", "torstai", "toukokuuta", "tunti",
            "tuntia", "tänään", "viikko", "viikkoa", "viimeksi", "vuosi", "vuotta",
        ],
        follow_words: &[
            "kirjoita", "lähetä", "ota", "seuraa", "tykkää",
        ],
        summary_headings: &[
            "tiivistelmä", "lyhyesti", "pääkohdat",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        months: &[
            "tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta",
            "heinäkuuta", "elokuuta", "syyskuuta", "lokakuuta", "marraskuuta", "joulukuuta",
        ],
        agencies: &["stt", "lehtikuva"],
        weekdays: &[
            "maanantai", "maanantaina", "tiistai", "tiistaina", "keskiviikko", "keskiviikkona", "torstai",
            "torstaina", "perjantai", "perjantaina", "lauantai", "lauantaina", "sunnuntai", "sunnuntaina",
        ],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
