//! Words that make up a date in a dateline.

use crate::words::WordList;

/// Months and their abbreviations, in small letters without the stop, over the languages of news.
#[rustfmt::skip] // Rows of words, not one word a line.
static MONTHS: WordList = WordList::of(&[
    // English, German, Dutch and the Nordic languages
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "januar", "februar",
    "märz", "mai", "juni", "juli", "oktober", "dezember", "jänner", "okt", "dez", "mrz", "januari", "februari", "maart",
    "mei", "augustus", "mrt", "mars", "augusti", "maj", "marts", "desember", "des", "tammikuuta", "helmikuuta",
    "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta", "heinäkuuta", "elokuuta", "syyskuuta", "lokakuuta",
    "marraskuuta", "joulukuuta",
    // Romance
    "janvier", "février", "avril", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre", "janv",
    "févr", "avr", "juil", "déc", "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "setiembre", "octubre", "noviembre", "diciembre", "ene", "abr", "ago", "dic", "janeiro", "fevereiro", "março", "maio",
    "junho", "julho", "setembro", "outubro", "novembro", "dezembro", "fev", "set", "out", "gennaio", "febbraio", "aprile",
    "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre", "gen", "mag", "giu", "lug", "ott", "ianuarie",
    "februarie", "martie", "aprilie", "iunie", "iulie", "septembrie", "octombrie", "noiembrie", "decembrie",
    // Slavic
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
    "янв", "фев", "апр", "авг", "сен", "окт", "ноя", "дек", "січня", "лютого", "березня", "квітня", "травня", "червня",
    "липня", "серпня", "вересня", "жовтня", "листопада", "грудня", "януари", "февруари", "март", "април", "май", "юни", "юли",
    "август", "септември", "октомври", "ноември", "декември", "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca",
    "lipca", "sierpnia", "września", "października", "listopada", "grudnia", "ledna", "února", "března", "dubna", "května",
    "června", "července", "srpna", "září", "října", "listopadu", "prosince", "siječnja", "ožujka", "travnja", "svibnja",
    // Greek, Turkish, Indonesian
    "ιανουαρίου", "φεβρουαρίου", "μαρτίου", "απριλίου", "μαΐου", "ιουνίου", "ιουλίου", "αυγούστου", "σεπτεμβρίου",
    "οκτωβρίου", "νοεμβρίου", "δεκεμβρίου", "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül",
    "ekim", "kasım", "aralık", "maret", "agustus", "desember",
    // Arabic, Persian
    "يناير", "فبراير", "مارس", "أبريل", "إبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    "أيار", "نيسان", "آذار", "شباط", "تموز", "كانون", "تشرين", "الأول", "الثاني", "حزيران", "آب", "أيلول",
    // Hindi, and the numbers that Hindi agencies write out up to nine
    "जनवरी", "फरवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "सितम्बर", "अक्टूबर", "अक्तूबर", "नवंबर",
    "नवम्बर", "दिसंबर", "दिसम्बर", "एक", "दो", "तीन", "चार", "पांच", "पाँच", "छह", "सात", "आठ", "नौ",
]);

/// Days of the week, in small letters.
#[rustfmt::skip] // Rows of words, not one word a line.
static WEEKDAYS: WordList = WordList::of(&[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri",
    "sat", "sun", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lundi", "mardi",
    "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado",
    "domingo", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "segunda-feira", "terça-feira",
    "quarta-feira", "quinta-feira", "sexta-feira", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد",
]);

/// Small words between day, month and year: `3 de mayo`, `le 3 mai`.
#[rustfmt::skip] // Rows of words, not one word a line.
static CONNECTORS: WordList =
    WordList::of(&["de", "le", "of", "del", "في", "يوم", "am", "den", "г", "року", "года", "el"]);

/// Whether `word` can open a date: a day, a month, a weekday.
pub(super) fn opens_date(word: &str) -> bool {
    is_day(word) || names(word, &MONTHS) || names(word, &WEEKDAYS)
}

/// Whether `word` may stand in a date.
pub(super) fn is_in_date(word: &str) -> bool {
    opens_date(word) || is_connector(word)
}

/// Whether `word` joins the parts of a date.
pub(super) fn is_connector(word: &str) -> bool {
    names(word, &CONNECTORS)
}

/// `3`, `3.`, `03/05/2026`, `1er`, `3rd`
fn is_day(word: &str) -> bool {
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let others = word.chars().filter(|character| character.is_alphabetic()).count();
    (1..=8).contains(&digits) && others <= 2 && word.starts_with(|first: char| first.is_ascii_digit())
}

fn names(word: &str, list: &WordList) -> bool {
    list.holds(word.trim_matches(['.', ',']))
}
