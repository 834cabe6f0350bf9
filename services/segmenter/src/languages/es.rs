//! Spanish.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
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
        final_units: &[
            "h", "hs", "hrs", "min", "km", "kg", "cm", "m", "seg", "s", "ha", "pts", "ptas",
        ],
        figure_labels: &["Figura", "Tabla"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_openings: &[
            "escrito por", "texto de", "crónica de", "una crónica de", "publicado por",
            "un análisis de", "análisis de", "reportaje de", "entrevista de", "informe de",
        ],
        roles: &[
            "enviado", "enviada", "corresponsal", "redactor", "redactora", "periodista", "reportero",
            "reportera", "columnista", "redacción", "editor", "editora", "enviados",
        ],
        newsrooms: &[
            "redacción", "la redacción", "por redacción", "de la redacción", "redacción y agencias",
            "agencias", "por agencias", "nuestro corresponsal", "redacción central", "staff",
            "servicios informativos", "agencia efe",
            "escrito por", "publicado por",
            "redacción web", "redacción digital",
        ],
        author_phrases: &[
            "es periodista", "es corresponsal", "es columnista", "es profesor", "es profesora", "es autor de",
            "es autora de", "es redactor", "es redactora",
        ],
        byline_words: &[
            "por",
        ],
        byline_labels: &[
            "autor", "autora", "texto", "por", "redactor", "redactora", "periodista", "autores",
            "textos",
        ],
        name_connectors: &[
            "y", "en", "para", "de", "la", "del",
            "con",
            "los", "las",
        ],
        credit_openings: &[
            "reporte de", "reportaje de", "editado por", "escrito por", "información de",
            "con información de", "con datos de", "(con información", "(con datos", "traducido por",
            "traducción de", "elaborado por", "edición:", "edición de", "texto y fotos",
        ],
        notice_openings: &[
            "lea también", "lee también", "leer más", "todos los derechos reservados", "fuente:", "foto:",
            "fotos:", "el autor es", "la autora es", "sobre el autor", "nota del editor",
            "nota de la redacción", "corrección:", "fe de errores", "contacto:", "para más información",
            "más información en", "mira también", "te puede interesar", "suscríbete", "síguenos",
            "temas relacionados", "etiquetas:", "tags:", "con información de",
            "puedes seguir", "archivado en", "reportar un", "(con información", "esta noticia ha sido",
            "fuentes:", "sobre la firma", "(más información", "edición:", "texto:",
        ],
        caption_openings: &[
            "imagen:", "pie de foto", "en la foto", "foto:", "fotos:", "crédito:", "créditos:", "fotografía:",
            "fotografías:", "foto de archivo", "imagen de archivo", "ilustración:", "fuente de la imagen",
            "pie de foto,",
            "fotografía de archivo", "vídeo:", "en la imagen",
            "de izquierda a derecha",
        ],
        caption_credits: &[
            "foto:", "foto/", "foto ", "imagen:", "fotografía", "crédito", "efe/", "/efe",
        ],
        picture_labels: &[
            "foto", "fotos", "fotografía", "fotografías", "imagen", "imágenes", "crédito", "créditos",
            "ilustración", "infografía",
        ],
        source_labels: &[
            "fuente:",
        ],
        telling_verbs: &[
            "dice", "dijo", "decía", "explica", "explicó", "recuerda", "recordó", "bromea", "bromeó",
            "gritaba", "grita", "cuenta", "contó", "afirma", "afirmó", "se lee", "se leía", "rezaba",
            "escribió",
        ],
        caption_endings: &[
            "imagen de archivo", "foto de archivo", "fotografía de archivo", "imagen ilustrativa",
        ],
        caption_positions: &[
            "izq", "dcha", "a la izquierda", "a la derecha", "en el centro",
        ],
        end_marks: &[
            "(foto)", "(vídeo)", "(foto) (vídeo)", "(foto)(vídeo)", "(Foto)", "(Vídeo)", "(Foto) (Vídeo)",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# comentario", "# comentarios", "# min", "# min de lectura", "# minutos de lectura", "aceptar",
            "aceptar todo", "agencia", "agencias", "ahora mismo", "ampliar", "ampliar imagen", "ampliaremos",
            "anterior", "anuncio", "anuncios", "archivado en", "archivo", "arriba", "aviso legal",
            "boletines", "boletín", "buscar", "comentar", "comentarios", "comparte", "comparte esta noticia",
            "comparte este artículo", "compartir", "compartir artículo", "compartir esta noticia",
            "con información de agencias", "configurar", "contacto", "contenido exclusivo",
            "contenido para ti", "contenido patrocinado", "continuar leyendo", "copiar enlace",
            "deja un comentario", "efe", "en desarrollo", "en directo", "enlace copiado", "enviar",
            "enviar por correo", "escribe un comentario", "escucha la noticia", "escuchar",
            "escuchar artículo", "escuchar la noticia", "etiquetas", "europa press", "exclusivo suscriptores",
            "foto de archivo", "fotogalería", "galería", "guardar", "habrá ampliación", "imagen de archivo",
            "imprimir", "inicia sesión", "iniciar sesión", "inicio", "ir al contenido", "lectura # min",
            "lectura de # min", "leer más", "menú", "mostrar más", "más", "más información",
            "más información en breve", "newsletter", "noticia en desarrollo", "patrocinado",
            "política de cookies", "política de privacidad", "portada", "publicidad", "rechazar", "redacción",
            "registrarse", "regístrate", "reportar error", "saltar al contenido", "seguir", "seguir leyendo",
            "sigue leyendo", "siguiente", "sobre el autor", "solo para suscriptores", "suscribirse",
            "suscripción", "suscríbete", "síguenos", "temas", "tiempo de lectura # min", "ver comentarios",
            "ver galería", "ver más", "ver video", "ver vídeo", "video", "volver arriba", "vídeo",
            "última hora",
            "reportar un error", "informa de un error", "añadir a favoritos", "regala esta noticia",
            "publicidad - sigue leyendo debajo",
            "síguenos en google discover", "síguenos en google", "compartir nota",
            "# visitas", "# vistas", "# lecturas",
        ],
        link_headings: &[
            "además", "artículos relacionados", "contenido relacionado", "de interés", "de tu interés",
            "en portada", "las más leídas", "le puede interesar", "le recomendamos", "lea también",
            "lee también", "leer también", "lo más compartido", "lo más leído", "lo más visto", "lo último",
            "mira también", "más en", "más información sobre", "más leídas", "más leídos", "más noticias",
            "más sobre el tema", "más vistas", "no te lo pierdas", "no te pierdas", "notas relacionadas",
            "noticias relacionadas", "otras noticias", "puede interesarte", "recomendado",
            "recomendado para ti", "recomendados", "relacionadas", "relacionado", "relacionados",
            "también te puede interesar", "te puede interesar", "te puede interesar:", "te recomendamos",
            "temas relacionados", "tendencias", "ver también", "últimas noticias",
            "más información", "en otras noticias", "tags",
            "lee más", "contenido sugerido",
        ],
        openings: &[
            "(con información", "actualizada", "actualizado", "al registrarte", "al suscribirte", "apóyanos",
            "apúntate", "archivado en", "boletín", "buenos días y bienvenidos", "comparte en",
            "comparte esta", "comparte este", "compartir en", "compartir por", "compártelo", "comunícate",
            "con datos de", "con información de", "conoce más", "contacta con", "contenido exclusivo",
            "contenido patrocinado", "contáctanos", "crédito:", "créditos:", "da clic", "da click",
            "deja tu comentario", "descarga gratis", "descarga la app", "descarga nuestra",
            "descargue la app", "descargue nuestra", "déjanos", "en breve ampliaremos", "entra en nuestro",
            "envíanos", "escribanos", "escríbanos", "escríbenos", "esta es una noticia",
            "esta información es", "esta nota ha sido", "esta noticia fue", "esta noticia tiene más",
            "este artículo es de hace", "este artículo tiene más", "este contenido", "este video no está",
            "este vídeo no está", "etiquetas:", "fecha de publicación", "foto de", "foto:", "fotogalería",
            "fotografía:", "fotos de", "fotos:", "fuente:", "fuentes:", "habrá más", "hacé clic", "haga clic",
            "has encontrado un error", "haz clic", "haz click", "hazte socio", "hazte suscriptor",
            "imagen de", "imagen:", "infografía", "ingresa a nuestro", "las últimas noticias",
            "le puede interesar", "le recomendamos", "lea aquí", "lea más", "lea también", "lea:", "lee aquí",
            "lee más", "lee también", "lee:", "leer más", "leer también", "leer:", "mantente informado",
            "manténgase", "mira también", "mira:", "más información", "más noticias en", "más sobre",
            "no te pierdas", "noticia en desarrollo", "para comentar", "para continuar", "para leer",
            "para más información", "para seguir leyendo", "pinche", "podcast:", "publicada", "publicado",
            "publicidad -", "puede escribir", "puede interesarte", "puede leer", "puedes escribir",
            "reciba en su", "reciba nuestro", "recibe en tu", "recibe gratis", "recibe las", "recibe nuestra",
            "recibe nuestro", "recibe todas", "recomendamos", "regístrate", "regístrese", "seguinos",
            "si tienes información", "siga la actualidad", "siga las", "siga leyendo", "sigue a",
            "sigue la actualidad", "sigue las", "sigue leyendo", "sigue toda", "su navegador", "suscribirse",
            "suscribite", "suscríbase", "suscríbete", "síganos", "síguenos", "también puedes leer",
            "te puede interesar", "te recomendamos", "temas:", "tiempo de lectura", "toda la actualidad",
            "toda la información", "tu navegador", "vea además", "vea también", "ver también", "video:",
            "visita nuestra", "visita nuestro", "visite nuestra", "vídeo:", "ya eres suscriptor",
            "¿encontraste", "¿has encontrado", "¿quieres recibir", "¿qué opinas", "¿qué te pareció",
            "¿ya eres", "¿ya tienes", "última actualización", "únase", "únete",
            "escucha esta", "escucha este",
            "puedes seguir a", "puede seguir a", "puedes seguirnos", "sigue toda la información",
            "sigue la última hora", "continúa leyendo", "la nota continúa", "la noticia continúa",
            "continúa después de", "descárgate", "reportar un", "reportar error", "informa de un error",
            "ha encontrado un error", "si has detectado", "tienes una historia", "qué opinas", "más noticias",
            "más información en", "más información sobre", "también te puede interesar", "ver más",
            "únete a nuestro canal", "sigue nuestro canal", "síguenos en", "regístrate para",
            "solo para suscriptores", "contenido para suscriptores", "esta noticia ha sido",
            "esta información ha sido", "puedes consultar",
            "únete a nuestro", "las noticias más relevantes", "únete al canal", "entérate de",
            "newsletter exclusivo",
        ],
        notes: &[
            "aclaración", "correcciones:", "corrección:", "descargo de responsabilidad",
            "en una versión anterior", "en una versión previa", "erratas", "esta nota fue",
            "esta nota ha sido", "esta noticia fue", "esta noticia ha sido actualizada",
            "esta web utiliza cookies", "este artículo apareció", "este artículo fue",
            "este artículo ha sido", "este artículo se publicó", "este reportaje",
            "este sitio utiliza cookies", "este sitio web utiliza cookies", "este texto fue", "fe de erratas",
            "fe de errores", "las opiniones expresadas", "las opiniones vertidas", "n. de la r",
            "nosotros y nuestros socios", "nota de la editora", "nota de la redacción", "nota de redacción",
            "nota del editor", "prohibida la reproducción", "prohibida su reproducción", "queda prohibida",
            "rectificación", "rectificación:", "si necesita ayuda", "si necesitas ayuda",
            "si usted o alguien", "una versión anterior", "una versión previa", "usamos cookies",
            "utilizamos cookies",
        ],
        phrases: &[
            "aviso legal", "canal de telegram", "canal de whatsapp", "canal de youtube", "colaboró en este",
            "contribuyeron a este", "contribuyó a este", "contribuyó con este", "en google news",
            "en su correo", "en tu correo", "fue actualizada", "fue actualizado", "ha sido actualizada",
            "ha sido actualizado", "haga clic aquí", "haz clic aquí", "lea también", "lee también",
            "min de lectura", "minutos de lectura", "nuestra aplicación", "nuestra app", "nuestra newsletter",
            "nuestras redes", "nuestro boletín", "nuestro canal", "nuestro newsletter", "nuestros boletines",
            "política de privacidad", "solo para suscriptores", "síguenos", "síguenos en",
            "te puede interesar", "tiempo de lectura", "todos los derechos reservados", "versión anterior de",
            "nuestra newsletter semanal", "nuestro canal de whatsapp",
        ],
        rights: &[
            "derechos reservados", "prohibida la reproducción", "prohibida su reproducción",
            "reproducción total o parcial", "todos los derechos reservados",
        ],
        share_words: &[
            "comentar", "comentarios", "comparte", "compartido", "compartir", "copiar", "enlace", "enviar",
            "guardar", "imprimir", "publicar", "seguir", "tuitea", "tuitear",
        ],
        share_connectors: &[
            "a", "al", "amigo", "artículo", "con", "correo", "de", "el", "electrónico", "en", "esta", "este",
            "la", "más", "noticia", "para", "por", "página", "tarde", "un", "una", "url", "via", "vía",
        ],
        clock_words: &[
            "a", "actualización", "actualizada", "actualizado", "ayer", "año", "años", "creado", "del",
            "desde", "día", "días", "el", "fecha", "h", "hace", "hora", "horas", "hoy", "hs", "la", "las",
            "lectura", "mes", "meses", "min", "minuto", "minutos", "modificado", "publicada", "publicado",
            "semana", "semanas", "última",
            "cest", "cet", "hrs",
        ],
        follow_words: &[
            "búscanos", "contacta", "contáctanos", "escríbanos", "escríbenos", "seguinos", "siga", "sigue",
            "suscríbase", "suscríbete", "síganos", "síguenos", "únete",
        ],
        summary_headings: &[
            "puntos clave", "claves", "lo más importante", "resumen", "en resumen",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        cities: &[
            "Asunción", "Atenas", "Barcelona", "Bilbao", "Bogotá", "Bruselas", "Caracas", "Ciudad de México",
            "Ginebra", "Guatemala", "Jerusalén", "La Habana", "La Paz", "Lisboa", "Londres", "Managua",
            "Montevideo", "Moscú", "Nueva York", "Panamá", "París", "Pekín", "Quito", "Roma", "San José",
            "San Salvador", "Santo Domingo", "Sevilla", "Tegucigalpa", "Tokio", "Valencia", "Viena",
        ],
        months: &[
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
            "setiembre", "octubre", "noviembre", "diciembre", "ene", "feb", "mar", "abr", "may", "jun",
            "jul", "ago", "sep", "sept", "oct", "nov", "dic",
        ],
        weekdays: &["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
        date_connectors: &["de", "del", "el"],
        place_connectors: &["de", "del", "la", "las", "los", "el", "y"],
        story_labels: &["ÚLTIMA", "EXCLUSIVA", "ANÁLISIS", "OPINIÓN", "URGENTE", "EXCLUSIVO"],
        agencies: &[
            "efe", "apro", "andina", "notimex", "télam", "telam", "abi", "ansalatina", "colpisa", "avn",
            "prensa latina", "europa press", "servimedia", "agencia efe",
        ],
        paper_words: &["Agencia", "Diario", "Noticias", "Radio"],
        // The states of Mexico.
        stop_regions: &[
            "Ags.", "B.C.", "B.C.S.", "Camp.", "Chih.", "Chis.", "Coah.", "Dgo.", "Edomex.", "Gro.", "Gto.",
            "Hgo.", "Jal.", "Mich.", "Mor.", "Méx.", "N.L.", "Nay.", "Oax.", "Pue.", "Q.R.", "Q. Roo.", "Qro.",
            "S.L.P.", "Sin.", "Son.", "Tab.", "Tamps.", "Tlax.", "Ver.", "Yuc.", "Zac.",
        ],
        ..DatelineWords::NONE
    },
};
