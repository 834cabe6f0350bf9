//! German.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "Abs", "Anm", "Art", "Aufl", "Dipl", "Dr", "Frl", "Hbf", "Hr", "Hrn", "Hrsg", "Lt", "Mag",
            "Prof", "St", "Str", "Tel", "a.d", "a.m", "abs", "allg", "b", "bes", "bezgl", "bzgl", "bzw",
            "ca", "d.h", "dergl", "ders", "dgl", "dipl", "dr", "dt", "e.v", "ehem", "einschl", "engl",
            "entspr", "etw", "europ", "evtl", "exkl", "f", "ff", "geb", "gegr", "gem", "ggf", "griech",
            "hrsg", "i.d.R", "i.d.r", "i.s", "i.v", "ing", "inkl", "insb", "insbes", "int", "ital", "jap",
            "jur", "k.o", "kath", "kfm", "lat", "lfd", "lt", "m.e", "mag", "max", "med", "min", "mind",
            "mtl", "möbl", "nat", "norw", "o.g", "o.ä", "od", "p.a", "phil", "prof", "r", "rd", "rel",
            "russ", "röm", "s.o", "s.u", "schwed", "sel", "sen", "sog", "soz", "span", "st", "stellv",
            "städt", "techn", "tel", "theol", "u", "u.a", "ung", "urspr", "v.a", "v.l.n.r", "verh",
            "vermtl", "verw", "vgl", "vorm", "wg", "wiss", "z", "z.b", "zit", "zool", "zz", "zzgl",
            "österr", "übers",
        ],
        final_before_starter: &[
            "Chr", "Co", "Corp", "Ges", "Inc", "Jh", "Jhd", "Ltd", "Mio", "Mrd", "Nr", "Std", "Tsd", "a.D",
            "co", "e.V", "etc", "h.c", "inc", "jh", "jr", "ltd", "mio", "mrd", "n.chr", "sr", "str",
            "u.a.m", "u.s.f", "u.s.w", "usf", "usw", "v.chr",
        ],
        final_by_shape: &[
            "Abb", "Apr", "Aug", "Bd", "Dez", "Di", "Do", "Feb", "Fr", "Jan", "Kap", "Mi", "Mo", "Nov",
            "Okt", "Sa", "Sept", "So", "abb", "bd", "cm", "kap", "kg", "km", "no", "nr", "s", "tab",
        ],
        sentence_starters: &[
            "Aber", "Alle", "Als", "Also", "Am", "An", "Andere", "Auch", "Auf", "Aus", "Außerdem", "Bei",
            "Beide", "Bis", "Da", "Dabei", "Dafür", "Dagegen", "Daher", "Damit", "Danach", "Dann",
            "Darauf", "Daraus", "Das", "Dass", "Dazu", "Den", "Denn", "Dennoch", "Der", "Des", "Deshalb",
            "Die", "Dies", "Diese", "Dieser", "Dieses", "Doch", "Dort", "Durch", "Ein", "Eine", "Einer",
            "Einige", "Er", "Es", "Etwa", "Für", "Gegen", "Hier", "Ich", "Ihr", "Ihre", "Im", "In",
            "Insgesamt", "Ist", "Jetzt", "Man", "Mein", "Mit", "Nach", "Nachdem", "Neben", "Nicht", "Noch",
            "Nun", "Nur", "Ob", "Obwohl", "Ohne", "Schon", "Sein", "Seine", "Seit", "Sie", "So", "Sollte",
            "Später", "Trotz", "Trotzdem", "Um", "Und", "Uns", "Unser", "Unter", "Viele", "Vielleicht",
            "Vom", "Von", "Vor", "Wann", "War", "Warum", "Was", "Weil", "Weiter", "Welche", "Wenn", "Wer",
            "Wie", "Wir", "Wird", "Wo", "Zu", "Zudem", "Zum", "Zur", "Zwar", "Zwei", "Zwischen", "Über",
        ],
        ordinal_stops: true,
    }),
    words: SharedWords {
        figure_labels: &["Abbildung", "Abb.", "Tabelle"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_words: &["von"],
        byline_labels: &["autor", "text"],
        name_connectors: &["und", "in", "aus", "für", "von", "zu", "der", "den"],
        credit_openings: &[
            "bericht von", "redaktion:", "bearbeitet von", "redigiert von", "reportage von",
        ],
        notice_openings: &[
            "lesen sie auch", "mehr zum thema", "mehr lesen", "alle rechte vorbehalten", "quelle:",
            "quellen:", "foto:", "fotos:", "copyright",
        ],
        caption_openings: &["bild:", "foto:", "fotos:", "bildunterschrift"],
        caption_credits: &["foto:", "foto/", "foto ", "picture alliance"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
            "november", "dezember", "jänner", "jan", "feb", "mrz", "apr", "jun", "jul", "aug", "sep",
            "sept", "okt", "nov", "dez",
        ],
        weekdays: &[
            "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag",
        ],
        date_connectors: &["am", "den"],
        place_connectors: &["am", "an", "der", "den", "und"],
        story_labels: &["EILMELDUNG", "KOMMENTAR", "ANALYSE", "INTERVIEW", "VIDEO"],
        agencies: &["dpa", "apa", "sda", "epd", "kna", "sid", "ots", "ddp"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
