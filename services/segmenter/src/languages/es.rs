//! Spanish.

use super::abbreviations::AbbreviationLists;
use super::profile::{Cues, DatelineWords, ExtraMark, Profile, SentenceRules, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "admón", "aprox", "arq", "art", "arts", "atte", "av", "avda", "bros", "c", "cap", "cf", "cnel",
            "cra", "cía", "d", "dpto", "dr", "dra", "dres", "dña", "ed", "ej", "excma", "excmo", "ext",
            "fig", "fr", "gob", "gral", "hnos", "ilma", "ilmo", "ing", "lic", "lun", "mons", "mr", "mrs",
            "mt", "máx", "mín", "n°", "núm", "p.ej", "pbro", "pdte", "pp", "prof", "profa", "prov", "pág",
            "págs", "párrf", "sr", "sra", "sras", "sres", "srta", "srtas", "st", "sta", "sto", "tel",
            "tfno", "tte", "ud", "uds", "vd", "vds", "vol",
        ],
        final_before_starter: &[
            "a.c", "a.j.c", "a.m", "aa.vv", "c.v", "cc.oo", "co", "corp", "d.c", "ee", "ee.uu", "ff.aa",
            "ff.cc", "inc", "j.j.o.o", "jj.oo", "jr", "k.o", "ltd", "m.n", "n.y", "o.n.u", "p.m", "rr.hh",
            "s.a", "s.a.b", "s.l", "s.r.l", "u.s", "u.s.a", "uu",
        ],
        final_by_shape: &[
            "abr", "ago", "cm", "dic", "ene", "etc", "feb", "jul", "jun", "kg", "km", "mar", "n", "no",
            "nov", "nro", "nº", "oct", "p", "s", "sep", "sept",
        ],
        sentence_starters: &[
            "A", "Actualmente", "Además", "Ahora", "Al", "Algunas", "Algunos", "Allí", "Antes", "Aquí",
            "Asimismo", "Así", "Aun", "Aunque", "Bajo", "Cada", "Casi", "Como", "Con", "Contra", "Cuando",
            "Cuándo", "Cómo", "De", "Del", "Desde", "Después", "Donde", "Dos", "Durante", "El", "Ella",
            "Ellas", "Ellos", "En", "Entonces", "Entre", "Era", "Es", "Esa", "Ese", "Eso", "Esta", "Estas",
            "Este", "Esto", "Estos", "Está", "Fue", "Ha", "Había", "Hace", "Han", "Hasta", "Hay", "Hoy",
            "Incluso", "La", "Las", "Le", "Les", "Lo", "Los", "Luego", "Mañana", "Mi", "Mientras",
            "Muchas", "Muchos", "Muy", "Más", "Nada", "Nadie", "Ni", "No", "Nos", "Nosotros", "Nuestra",
            "Nuestro", "O", "Otra", "Otro", "Otros", "Para", "Pero", "Poco", "Por", "Porque", "Pues",
            "Que", "Quien", "Quién", "Qué", "Se", "Según", "Ser", "Si", "Sin", "Sobre", "Solo", "Son",
            "Su", "Sus", "Sí", "Sólo", "También", "Tampoco", "Tan", "Te", "Tenemos", "Tiene", "Toda",
            "Todas", "Todo", "Todos", "Tras", "Tres", "Tu", "Tú", "Un", "Una", "Unas", "Uno", "Unos",
            "Usted", "Varios", "Y", "Ya", "Yo", "Él",
        ],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        extra_mark: Some(ExtraMark::ClauseSemicolon),
        ..SentenceRules::NONE
    },
    words: SharedWords {
        figure_labels: &["Figura", "Tabla"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_words: &["por"],
        byline_labels: &["autor", "autora", "texto"],
        name_connectors: &["y", "en", "para", "de", "la", "del"],
        credit_openings: &[
            "reporte de", "reportaje de", "editado por", "escrito por", "información de",
        ],
        notice_openings: &[
            "lea también", "lee también", "leer más", "todos los derechos reservados", "fuente:", "foto:",
            "fotos:",
        ],
        caption_openings: &["imagen:", "pie de foto", "en la foto", "foto:", "fotos:"],
        caption_credits: &["foto:", "foto/", "foto ", "imagen:"],
        ..Cues::NONE
    },
    datelines: DatelineWords {
        months: &[
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
            "setiembre", "octubre", "noviembre", "diciembre", "ene", "feb", "mar", "abr", "may", "jun",
            "jul", "ago", "sep", "sept", "oct", "nov", "dic",
        ],
        weekdays: &["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
        date_connectors: &["de", "del", "el"],
        place_connectors: &["de", "del", "la", "las", "los", "el", "y"],
        story_labels: &["ÚLTIMA", "EXCLUSIVA", "ANÁLISIS", "OPINIÓN", "URGENTE", "EXCLUSIVO"],
        agencies: &["efe"],
        ..DatelineWords::NONE
    },
};
