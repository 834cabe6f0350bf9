//! Romanian.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, ExtraMark, Profile, SentenceRules, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "alin", "aprox", "arh", "art", "av", "bd", "cap", "cf", "cit", "col", "com", "conf", "cpt",
            "d-l", "d-na", "dl", "dlui", "dna", "dnei", "dr", "dra", "ed", "ex", "fig", "gen", "ing", "jud",
            "lect", "lit", "lt", "maj", "max", "min", "mun", "nr", "op", "pag", "pct", "pg", "prof", "sat",
            "sf", "str", "tel", "vol", "î.e.n", "șos",
        ],
        final_before_starter: &[
            "a.c", "a.m", "cm", "co", "corp", "d.hr", "e.n", "inc", "jr", "kg", "km", "ltd", "mil", "mld",
            "n.r", "n.red", "p.m", "s.a", "s.r.l", "srl", "î.hr",
        ],
        final_by_shape: &[
            "apr", "aug", "dec", "etc", "feb", "ian", "iul", "iun", "mar", "no", "nov", "oct", "p", "sept",
            "ş.a", "ş.a.m.d", "ș.a", "ș.a.m.d",
        ],
        sentence_starters: &[
            "A", "Acea", "Aceasta", "Această", "Acest", "Acesta", "Aceste", "Aceștia", "Acolo", "Acum",
            "Al", "Alte", "Altfel", "Am", "Apoi", "Are", "Asta", "Astfel", "Astăzi", "Atunci", "Au",
            "Avem", "Așa", "Ca", "Care", "Ce", "Cea", "Cei", "Cel", "Cele", "Chiar", "Cine", "Cu", "Cum",
            "Când", "Cât", "Că", "Dacă", "Dar", "De", "Deci", "Deja", "Deoarece", "Despre", "Deși", "Din",
            "Dintre", "Doar", "Doi", "După", "Ea", "Ei", "El", "Ele", "Este", "Eu", "Fără", "Iar", "Ieri",
            "La", "Le", "Lui", "Mai", "Multe", "Mulți", "Nici", "Nimeni", "Noi", "Nu", "O", "Or", "Oricum",
            "Pe", "Pentru", "Poate", "Potrivit", "Prin", "Sau", "Se", "Si", "Sub", "Sunt", "Toate",
            "Totuși", "Toți", "Trebuie", "Trei", "Un", "Una", "Unde", "Unii", "Va", "Voi", "Vor", "Îl",
            "În", "Încă", "Însă", "Între", "Și",
        ],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        extra_mark: Some(ExtraMark::ClauseSemicolon),
        ..SentenceRules::NONE
    },
    words: SharedWords {
        final_units: &[
            "km", "kg", "buc", "ha",
        ],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_openings: &[
            "scris de", "articol de", "un articol de", "text de", "de",
        ],
        roles: &[
            "corespondent", "corespondentă", "redactor", "reporter", "jurnalist", "jurnalistă",
            "editor",
        ],
        newsrooms: &[
            "redacția", "de redacția",
            "scris de",
        ],
        byline_labels: &[
            "autor", "text", "autoare", "autori",
            "de",
        ],
        credit_openings: &[
            "editor:", "redactor:", "autor:", "traducere:",
        ],
        notice_openings: &[
            "citește și", "citeşte şi", "sursa:", "surse:", "sursă:", "vezi și", "urmărește",
            "toate drepturile", "abonează-te", "erată", "contact:", "te-ar putea",
            "dacă ți-a plăcut", "articol editat", "conținutul website", "agerpres/", "sursa foto", "editor:",
            "autor:", "urmărește-ne",
            "dacă ai informații", "abonați-vă la",
        ],
        caption_openings: &[
            "foto:", "sursa foto", "credit foto", "imagine:", "imagine ilustrativă", "fotografie:",
            "în imagine",
            "de la stânga la dreapta",
        ],
        caption_credits: &[
            "foto:", "foto ", "sursa foto", "credit foto",
            "arhiv",
        ],
        caption_endings: &[
            "Foto arhivă", "Foto: arhivă", "Imagine ilustrativă", "foto arhivă", "imagine ilustrativă",
            "imagine de arhivă",
        ],
        picture_labels: &[
            "foto", "fotografie", "imagine", "imagini", "sursa foto", "captură",
        ],
        picture_agencies: &[
            "inquam photos", "inquam", "hepta", "profimedia images",
        ],
        source_labels: &[
            "sursa:",
        ],
        telling_verbs: &[
            "a spus", "spune", "spunea", "a glumit", "glumește", "glumea", "scria", "scrie", "își amintește",
            "povestește", "a declarat", "a explicat", "explică", "striga", "râde",
        ],
        caption_positions: &[
            "stânga", "dreapta", "în stânga", "în dreapta",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# comentarii", "# comentariu", "# min", "# min citire", "# min de citit", "# minute de citit",
            "abonare", "abonați-vă", "abonează-te", "acasă", "accept", "acceptă tot", "acum",
            "adaugă un comentariu", "advertorial", "agerpres", "anteriorul", "arată mai mult",
            "articol în curs de actualizare", "articolul continuă după reclamă", "articolul continuă mai jos",
            "ascultă", "ascultă articolul", "autentificare", "caută", "citeşte mai mult",
            "citește mai departe", "citește mai mult", "comentarii", "comentează", "conectare", "contact",
            "conținut sponsorizat", "copiază linkul", "despre autor", "distribuie", "distribuie articolul",
            "distribuiți", "doar pentru abonați", "etichete", "foto arhivă", "foto ilustrativ", "galerie",
            "galerie foto", "imagine ilustrativă", "link copiat", "live", "mai mult", "mai multe", "mediafax",
            "meniu", "newsletter", "politica de confidențialitate", "printează", "publicitate",
            "raportează o eroare", "reclama", "reclamă", "redacția", "refuz", "salvează", "sari la conținut",
            "setări", "share", "subiecte", "sus", "termeni și condiții", "timp de citire # min",
            "timp de citire # minute", "tipărește", "trimite", "trimite pe e-mail", "urmărește",
            "urmărește-ne", "următorul", "vezi comentariile", "vezi galeria", "vezi mai mult", "vezi video",
            "video", "înapoi sus", "înregistrare", "știre în curs de actualizare",
            "știre în curs de desfășurare",
            "distribuie pe facebook",
            "- publicitate -", "ascultă știrea",
            "# vizualizări", "# afișări",
        ],
        link_headings: &[
            "alte articole", "alte știri", "articole asemănătoare", "articole recomandate",
            "articole similare", "cele mai citite", "cele mai comentate", "cele mai noi", "cele mai populare",
            "citeşte şi", "citește și", "citește și despre", "citiți și", "mai multe știri", "nu rata",
            "pe aceeași temă", "populare", "recomandarea noastră", "recomandate", "recomandări",
            "recomandările noastre", "te-ar putea interesa", "te-ar putea interesa și", "ultima oră",
            "ultimele știri", "v-ar putea interesa", "vezi și", "știri similare", "ți-ar putea plăcea",
            "citește mai mult", "știrile zilei", "mai multe", "articole înrudite",
            "articole din aceeași categorie",
        ],
        openings: &[
            "abonați-vă", "abonează-te", "acest articol are peste", "acest articol este mai vechi",
            "acest conținut", "actualizare:", "actualizat", "ai găsit o", "ai informații", "ai observat",
            "apasă aici", "articol în curs", "ascultă și", "ce părere", "citeşte mai", "citeşte şi",
            "citește articolul", "citește continuarea", "citește integral", "citește mai", "citește și",
            "citește:", "citiți și", "click aici", "contactează", "descarcă aplicația", "descărcați",
            "detalii aici", "distribuie articolul", "distribuie pe", "distribuiți", "dă click", "etichete:",
            "ești deja abonat", "fii la curent", "galerie foto", "mai multe despre", "mai multe detalii",
            "nu rata", "pentru a citi", "pentru a continua", "podcast:", "primește cele mai",
            "primește newsletterul", "primește pe email", "publicat", "publicată", "rămâi la curent",
            "scrie-ne", "scrieți-ne", "spune-ne", "subiecte:", "sursa:", "surse:", "sursă:", "taguri:",
            "timp de citire", "toate știrile", "trimite-ne", "ultima actualizare", "urmărește-ne",
            "urmărește-ne pe", "urmăriți-ne", "vezi aici", "vezi mai", "vezi video", "vezi și", "video:",
            "înscrie-te", "înscrieți-vă", "știre în curs",
            "articolul continuă", "știrea continuă", "continuarea articolului", "citește mai departe",
            "citește mai mult", "citește aici", "urmărește știrile", "dacă ți-a plăcut", "dacă v-a plăcut",
            "ai observat o", "semnalează o", "trimiteți-ne", "contactează-ne", "articol editat",
            "articol scris", "data publicării", "data actualizării", "conținutul website", "conținutul site",
            "tag-uri:", "pentru abonați", "alătură-te",
            "dacă ai informații", "abonați-vă la", "te-ar putea interesa", "intră pe", "editor:",
        ],
        notes: &[
            "acest articol a fost", "acest site folosește", "acest site utilizează", "articolul a fost",
            "corecţie", "corecție", "erata", "erată", "folosim cookie", "n.r", "noi și partenerii",
            "nota editorului", "nota redacţiei", "nota redacției", "o versiune anterioară",
            "opiniile exprimate", "precizare:", "textul a fost", "toate drepturile rezervate",
            "utilizăm cookie", "într-o versiune anterioară",
        ],
        phrases: &[
            "a fost actualizat", "aplicația noastră", "canalul de whatsapp", "canalul nostru", "citește și",
            "click aici", "doar pentru abonați", "google news", "la newsletter", "newsletter-ul nostru",
            "newsletterul nostru", "politica de confidențialitate", "timp de citire",
            "toate drepturile rezervate", "urmărește-ne pe", "versiune anterioară",
            "știrile zilei pe google news", "pe google news", "canalul nostru de whatsapp",
        ],
        rights: &[
            "drepturi rezervate", "preluarea fără acord", "reproducerea interzisă",
            "toate drepturile rezervate",
            "este interzisă republicarea", "este interzisă reproducerea",
        ],
        share_words: &[
            "comentarii", "comentează", "copiază", "distribuie", "distribuiri", "link", "linkul", "printează",
            "salvează", "share", "tipărește", "trimite", "tweet", "urmărește",
        ],
        share_connectors: &[
            "acest", "articolul", "e-mail", "la", "ne", "pe", "prieten", "prin", "un",
        ],
        clock_words: &[
            "actualizare", "actualizat", "acum", "an", "ani", "aprilie", "august", "azi", "cu", "decembrie",
            "duminică", "februarie", "ianuarie", "ieri", "iulie", "iunie", "joi", "la", "luni", "lună", "mai",
            "martie", "marți", "miercuri", "minut", "minute", "noiembrie", "octombrie", "ora", "ore", "oră",
            "publicat", "septembrie", "sâmbătă", "săptămâni", "săptămână", "ultima", "urmă", "vineri", "zi",
            "zile", "în",
            "publicării", "actualizării", "data", "astăzi",
        ],
        follow_words: &[
            "abonează-te", "contactează", "scrie-ne", "urmărește", "urmăriți",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        months: &[
            "ianuarie", "februarie", "martie", "aprilie", "mai", "iunie", "iulie", "august", "septembrie",
            "octombrie", "noiembrie", "decembrie",
        ],
        agencies: &["agerpres", "mediafax", "news.ro", "moldpres"],
        weekdays: &["luni", "marți", "miercuri", "joi", "vineri", "sâmbătă", "duminică"],
        ..DatelineWords::NONE
    },
};
