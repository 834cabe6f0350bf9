//! Words that give bylines and trailers away, over the languages of news.

/// "By", at the head of a byline: `By Jane Doe`.
#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const BYLINE_WORDS: &[&str] = &[
    "by", "von", "par", "por", "di", "door", "av", "af", "от", "від", "автор", "przez", "napisał", "tekst",
    "bởi", "oleh", "από", "του", "bài",
];

/// Before a colon or a slash and a name: `Author: Jane Doe`.
#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const BYLINE_LABELS: &[&str] = &[
    "author", "authors", "autor", "autora", "auteur", "autore", "autorka", "автор", "text", "texte", "texto", "testo",
    "tekst", "written by", "reporter", "byline", "skribent", "kirjoittaja", "yazan", "muhabir", "haber", "penulis", "tác giả",
    "συντάκτης", "بقلم", "كتب", "نویسنده", "记者", "記者", "文", "作者", "撰文", "本报记者", "기자", "글",
];

/// A reporter's title, a word of its own in a short line: `김철수 기자`, `本报记者 张三`.
pub(super) const BYLINE_SUFFIXES: [&str; 10] =
    ["기자", "특파원", "선임기자", "인턴기자", "記者", "记者", "本报记者", "本報記者", "通讯员", "特派員"];

/// Words in small letters that may stand in a byline between names.
#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const NAME_CONNECTORS: &[&str] = &[
    "and", "in", "for", "at", "of", "the", "with", "und", "aus", "für", "et", "à", "pour", "y", "en", "para", "e", "a",
    "per", "da", "do", "dos", "das", "di", "del", "della", "de", "la", "le", "du", "des", "van", "der", "den", "ten",
    "von", "zu", "og", "och", "i", "z", "w", "и", "в", "из", "та", "και", "στο", "ve", "al", "bin", "dan",
];

/// How a credit opens, in small letters; these may stand in brackets behind the last sentence.
#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const CREDIT_OPENINGS: &[&str] = &[
    "reporting by", "additional reporting", "editing by", "writing by", "written by", "edited by", "compiled by",
    "reporting and writing", "with reporting by", "with assistance", "with additional reporting", "contributed by",
    "translated by", "photos by", "photo by", "graphics by", "bericht von", "redaktion:", "bearbeitet von",
    "redigiert von", "édité par", "reportage de", "avec la contribution", "rédigé par", "version française",
    "reporte de", "reportaje de", "editado por", "escrito por", "información de", "reportagem de", "reportagem adicional",
    "edição de", "a cura di", "redazione", "reportage von", "подготовил", "репортаж", "редактор",
    "muhabir:", "editör:", "إعداد", "تحرير", "تغطية صحفية", "编辑：", "編輯：", "责任编辑", "責任編輯", "（责任编辑", "（編輯",
];

/// How a notice opens, in small letters.
#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const TRAILER_OPENINGS: &[&str] = &[
    "copyright", "©", "&copy;", "(c) ", "(c)2", "all rights reserved", "read more", "read also", "read next", "see also",
    "related:", "related articles", "related stories", "also read", "follow us", "follow the", "subscribe to", "sign up",
    "no photo", "no photos", "photo:", "photos:", "photo credit", "image:", "image credit", "[photo", "[image", "picture:",
    "this article was originally", "this article originally", "this article first", "this article has been",
    "this story was originally", "this story has been", "this story first", "this report was", "originally published",
    "for more information", "for media inquiries", "media contact", "contact:", "note to editors", "notes to editors",
    "source:", "disclaimer", "download the", "click here", "ends ", "lesen sie auch", "mehr zum thema",
    "mehr lesen", "alle rechte vorbehalten", "quelle:", "quellen:", "foto:", "fotos:", "lire aussi", "à lire aussi",
    "tous droits réservés", "source :", "sources :", "crédit photo", "lea también", "lee también", "leer más",
    "todos los derechos reservados", "fuente:", "leia também", "leia mais", "todos os direitos reservados", "fonte:",
    "leggi anche", "riproduzione riservata", "tutti i diritti riservati", "lees ook", "läs också", "läs mer",
    "czytaj także", "źródło:", "читайте также", "источник:", "все права защищены", "читайте також", "джерело:",
    "при цитировании", "при использовании материалов", "при перепечатке", "при цитуванні", "при використанні матеріалів",
    "при передруку", "передрук", "всі права захищені", "ayrıca okuyun", "tüm hakları saklıdır", "ⓒ", "제보는", "재배포 금지", "اقرأ أيضا", "المصدر", "저작권자", "무단 전재", "関連記事", "本文来源",
];

/// A line of its own below which the story is over.
#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const END_MARKS: &[&str] = &[
    "ENDS", "Ends", "END", "(END)", "(ENDS)", "-END-", "-ENDS-", "- ENDS -", "- END -", "###", "# # #", "-30-", "– 30 –",
    "— ENDS —", "(끝)", "[끝]", "【끝】", "（完）", "(完)", "【完】", "（终）", "（終）", "【終】", "（了）", "【了】",
];

/// How the line under a picture opens, in small letters.
#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const CAPTION_OPENINGS: &[&str] = &[
    "photo:", "photo by", "photo credit", "photos:", "picture:", "image:", "image credit", "caption:", "file photo", "in this photo",
    "pictured:", "pictured above", "pictured,", "bild:", "foto:", "fotos:", "bildunterschrift", "photo :", "légende", "crédit photo", "image :",
    "imagen:", "pie de foto", "imagem:", "legenda:", "didascalia", "nella foto", "nella foto:", "en la foto", "na foto", "на фото", "фото:",
    "фото ", "صورة:", "الصورة:", "사진=", "사진:", "사진 ", "▲", "写真：", "写真:", "写真は", "【写真】", "图：", "图为", "图片：", "圖：", "圖為",
];

/// What a credit in brackets behind a caption holds, in small letters.
#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const CAPTION_CREDITS: &[&str] = &[
    "photo/", "photo by", "photo:", "photo :", "file photo", "via ap", "getty images", "handout", "courtesy of", "foto:", "foto/", "foto ",
    "picture alliance", "image:", "crédit", "imagen:", "фото", "사진", "写真", "摄", "攝", "تصوير",
];
