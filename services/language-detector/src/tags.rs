//! The languages the detector can name, with their codes and English names.

use whatlang::Lang;

/// A language the detector can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownLanguage {
    /// BCP 47 primary subtag.
    pub tag: &'static str,
    /// ISO 639-3 code.
    ///
    /// If a two-letter tag stands for a macrolanguage (`zh`, `ar`, `fa`, `ms`, …), this is the code of the
    /// macrolanguage, because written news does not show which member it is in. Norwegian is the exception:
    /// its two written standards have their own tags.
    pub iso639_3: &'static str,
    /// English name.
    pub name: &'static str,
    /// The language's name in whatlang, if whatlang knows it.
    trigrams: Option<Lang>,
}

/// ISO 639-3 codes that decisions about Chinese characters depend on.
const CANTONESE: &str = "yue";
pub(crate) const JAPANESE: &str = "jpn";

impl KnownLanguage {
    /// Returns the language of a BCP 47 tag or ISO 639-3 code in any usual form: `en`, `en-GB`, `eng`, `EN`,
    /// `no`.
    ///
    /// ```
    /// use language_detector::KnownLanguage;
    ///
    /// assert_eq!(KnownLanguage::from_tag("zh-Hant").map(|language| language.name), Some("Chinese"));
    /// assert_eq!(KnownLanguage::from_tag("qq"), None);
    /// ```
    pub fn from_tag(tag: &str) -> Option<&'static Self> {
        by_subtag(tag.split(['-', '_']).next()?)
    }

    /// Reports whether the two languages are so similar that a short text does not tell them apart.
    pub fn is_easily_mistaken_for(&self, other: &Self) -> bool {
        are_confusable(self, other)
    }

    pub(crate) fn is_cantonese(&self) -> bool {
        self.iso639_3 == CANTONESE
    }

    pub(crate) fn is_japanese(&self) -> bool {
        self.iso639_3 == JAPANESE
    }
}

const fn language(
    tag: &'static str,
    iso639_3: &'static str,
    name: &'static str,
    trigrams: Option<Lang>,
) -> KnownLanguage {
    KnownLanguage { tag, iso639_3, name, trigrams }
}

/// The languages in the order of their ISO 639-3 codes.
pub(crate) const LANGUAGES: [KnownLanguage; 129] = [
    language("af", "afr", "Afrikaans", Some(Lang::Afr)),
    language("ak", "aka", "Akan", Some(Lang::Aka)),
    language("am", "amh", "Amharic", Some(Lang::Amh)),
    language("ar", "ara", "Arabic", Some(Lang::Ara)),
    language("az", "aze", "Azerbaijani", Some(Lang::Aze)),
    language("ba", "bak", "Bashkir", None),
    language("be", "bel", "Belarusian", Some(Lang::Bel)),
    language("bem", "bem", "Bemba", None),
    language("bn", "ben", "Bengali", Some(Lang::Ben)),
    language("bo", "bod", "Tibetan", None),
    language("bs", "bos", "Bosnian", None),
    language("bg", "bul", "Bulgarian", Some(Lang::Bul)),
    language("ca", "cat", "Catalan", Some(Lang::Cat)),
    language("cs", "ces", "Czech", Some(Lang::Ces)),
    language("ckb", "ckb", "Central Kurdish", None),
    language("cy", "cym", "Welsh", Some(Lang::Cym)),
    language("da", "dan", "Danish", Some(Lang::Dan)),
    language("de", "deu", "German", Some(Lang::Deu)),
    language("dv", "div", "Dhivehi", None),
    language("dz", "dzo", "Dzongkha", None),
    language("el", "ell", "Greek", Some(Lang::Ell)),
    language("en", "eng", "English", Some(Lang::Eng)),
    language("eo", "epo", "Esperanto", Some(Lang::Epo)),
    language("et", "est", "Estonian", Some(Lang::Est)),
    language("eu", "eus", "Basque", None),
    language("ee", "ewe", "Ewe", None),
    language("fo", "fao", "Faroese", None),
    language("fa", "fas", "Persian", Some(Lang::Pes)),
    language("fj", "fij", "Fijian", None),
    language("fi", "fin", "Finnish", Some(Lang::Fin)),
    language("fr", "fra", "French", Some(Lang::Fra)),
    language("fuc", "fuc", "Pulaar", None),
    language("ga", "gle", "Irish", None),
    language("gl", "glg", "Galician", None),
    language("gu", "guj", "Gujarati", Some(Lang::Guj)),
    language("ha", "hau", "Hausa", None),
    language("he", "heb", "Hebrew", Some(Lang::Heb)),
    language("hi", "hin", "Hindi", Some(Lang::Hin)),
    language("hmn", "hmn", "Hmong", None),
    language("hr", "hrv", "Croatian", Some(Lang::Hrv)),
    language("hu", "hun", "Hungarian", Some(Lang::Hun)),
    language("hy", "hye", "Armenian", Some(Lang::Hye)),
    language("ig", "ibo", "Igbo", None),
    language("id", "ind", "Indonesian", Some(Lang::Ind)),
    language("is", "isl", "Icelandic", None),
    language("it", "ita", "Italian", Some(Lang::Ita)),
    language("jv", "jav", "Javanese", Some(Lang::Jav)),
    language("ja", "jpn", "Japanese", Some(Lang::Jpn)),
    language("kn", "kan", "Kannada", Some(Lang::Kan)),
    language("ka", "kat", "Georgian", Some(Lang::Kat)),
    language("kk", "kaz", "Kazakh", None),
    language("km", "khm", "Khmer", Some(Lang::Khm)),
    language("rw", "kin", "Kinyarwanda", None),
    language("ky", "kir", "Kyrgyz", None),
    language("kmr", "kmr", "Northern Kurdish", None),
    language("ko", "kor", "Korean", Some(Lang::Kor)),
    language("lo", "lao", "Lao", None),
    language("la", "lat", "Latin", Some(Lang::Lat)),
    language("lv", "lav", "Latvian", Some(Lang::Lav)),
    language("ln", "lin", "Lingala", None),
    language("lt", "lit", "Lithuanian", Some(Lang::Lit)),
    language("lb", "ltz", "Luxembourgish", None),
    language("lg", "lug", "Ganda", None),
    language("ml", "mal", "Malayalam", Some(Lang::Mal)),
    language("mr", "mar", "Marathi", Some(Lang::Mar)),
    language("mk", "mkd", "Macedonian", Some(Lang::Mkd)),
    language("mg", "mlg", "Malagasy", None),
    language("mt", "mlt", "Maltese", None),
    language("mn", "mon", "Mongolian", None),
    language("mi", "mri", "Maori", None),
    language("ms", "msa", "Malay", None),
    language("my", "mya", "Burmese", Some(Lang::Mya)),
    language("nd", "nde", "North Ndebele", None),
    language("ne", "nep", "Nepali", Some(Lang::Nep)),
    language("nl", "nld", "Dutch", Some(Lang::Nld)),
    language("nn", "nno", "Norwegian Nynorsk", None),
    language("nb", "nob", "Norwegian Bokmål", Some(Lang::Nob)),
    language("nso", "nso", "Northern Sotho", None),
    language("ny", "nya", "Nyanja", None),
    language("or", "ori", "Odia", Some(Lang::Ori)),
    language("om", "orm", "Oromo", None),
    language("pa", "pan", "Punjabi", Some(Lang::Pan)),
    language("pl", "pol", "Polish", Some(Lang::Pol)),
    language("pt", "por", "Portuguese", Some(Lang::Por)),
    language("ps", "pus", "Pashto", None),
    language("ro", "ron", "Romanian", Some(Lang::Ron)),
    language("rn", "run", "Rundi", None),
    language("ru", "rus", "Russian", Some(Lang::Rus)),
    language("shi", "shi", "Tachelhit", None),
    language("si", "sin", "Sinhala", Some(Lang::Sin)),
    language("sk", "slk", "Slovak", Some(Lang::Slk)),
    language("sl", "slv", "Slovenian", Some(Lang::Slv)),
    language("sm", "smo", "Samoan", None),
    language("sn", "sna", "Shona", Some(Lang::Sna)),
    language("sd", "snd", "Sindhi", None),
    language("so", "som", "Somali", None),
    language("st", "sot", "Southern Sotho", None),
    language("es", "spa", "Spanish", Some(Lang::Spa)),
    language("sq", "sqi", "Albanian", None),
    language("sr", "srp", "Serbian", Some(Lang::Srp)),
    language("ss", "ssw", "Swati", None),
    language("sw", "swa", "Swahili", None),
    language("sv", "swe", "Swedish", Some(Lang::Swe)),
    language("ty", "tah", "Tahitian", None),
    language("ta", "tam", "Tamil", Some(Lang::Tam)),
    language("tt", "tat", "Tatar", None),
    language("te", "tel", "Telugu", Some(Lang::Tel)),
    language("tg", "tgk", "Tajik", None),
    language("tl", "tgl", "Tagalog", Some(Lang::Tgl)),
    language("th", "tha", "Thai", Some(Lang::Tha)),
    language("ti", "tir", "Tigrinya", None),
    language("to", "ton", "Tongan", None),
    language("tn", "tsn", "Tswana", None),
    language("ts", "tso", "Tsonga", None),
    language("tk", "tuk", "Turkmen", Some(Lang::Tuk)),
    language("tr", "tur", "Turkish", Some(Lang::Tur)),
    language("ug", "uig", "Uyghur", None),
    language("uk", "ukr", "Ukrainian", Some(Lang::Ukr)),
    language("ur", "urd", "Urdu", Some(Lang::Urd)),
    language("uz", "uzb", "Uzbek", Some(Lang::Uzb)),
    language("ve", "ven", "Venda", None),
    language("vi", "vie", "Vietnamese", Some(Lang::Vie)),
    language("wo", "wol", "Wolof", None),
    language("xh", "xho", "Xhosa", None),
    language("yi", "yid", "Yiddish", Some(Lang::Yid)),
    language("yo", "yor", "Yoruba", None),
    language("yue", "yue", "Cantonese", None),
    language("zh", "zho", "Chinese", Some(Lang::Cmn)),
    language("zu", "zul", "Zulu", Some(Lang::Zul)),
];

/// Other tags that publishers use for a language of the table.
const ALIASES: [(&str, &str); 12] = [
    ("no", "nb"),
    ("iw", "he"),
    ("in", "id"),
    ("ji", "yi"),
    ("fil", "tl"),
    ("sh", "sr"),
    ("cmn", "zh"),
    ("prs", "fa"),
    ("ku", "kmr"),
    ("mo", "ro"),
    ("arb", "ar"),
    ("zsm", "ms"),
];

/// Groups of languages that a short text, or a single detector, cannot tell apart.
///
/// Within a group the publisher's declaration counts for more, and an answer needs a wider margin to be
/// reliable.
const CONFUSABLE: [&[&str]; 21] = [
    &["bos", "hrv", "srp"],
    &["ind", "msa", "jav"],
    &["nob", "nno", "dan"],
    &["ces", "slk"],
    &["glg", "por", "spa"],
    &["zho", "yue"],
    &["zho", "jpn"],
    &["amh", "tir"],
    &["xho", "zul", "ssw", "nde"],
    &["kin", "run"],
    &["nso", "sot", "tsn"],
    &["tat", "bak", "kaz", "kir"],
    &["bul", "mkd"],
    &["aze", "tur", "tuk"],
    &["hin", "mar", "nep"],
    &["fas", "pus", "urd", "ckb", "snd"],
    &["isl", "fao"],
    &["bod", "dzo"],
    &["rus", "bel", "ukr"],
    &["afr", "nld"],
    &["deu", "ltz"],
];

/// Returns the language with an ISO 639-3 code.
pub(crate) fn by_code(iso639_3: &str) -> Option<&'static KnownLanguage> {
    let at = LANGUAGES.binary_search_by(|language| language.iso639_3.cmp(iso639_3)).ok()?;
    LANGUAGES.get(at)
}

/// Returns the language with a primary subtag in any usual form: `en`, `eng`, `EN`, `no`.
pub(crate) fn by_subtag(subtag: &str) -> Option<&'static KnownLanguage> {
    let subtag = subtag.to_ascii_lowercase();
    let subtag = ALIASES.iter().find(|(alias, _)| *alias == subtag).map_or(subtag.as_str(), |(_, tag)| tag);
    LANGUAGES.iter().find(|language| language.tag == subtag).or_else(|| by_code(subtag))
}

/// Returns the language that whatlang calls `named`.
pub(crate) fn by_trigrams(named: Lang) -> Option<&'static KnownLanguage> {
    LANGUAGES.iter().find(|language| language.trigrams == Some(named))
}

/// Reports whether whatlang's answer `named` also supports `language`: `language` is `named`, or a similar
/// language that whatlang cannot name.
pub(crate) fn is_supported_by(language: &KnownLanguage, named: &KnownLanguage) -> bool {
    language == named || language.trigrams.is_none() && are_confusable(language, named)
}

/// Reports whether the two languages are the same or easily mistaken for each other.
pub(crate) fn are_confusable(one: &KnownLanguage, other: &KnownLanguage) -> bool {
    let holds = |group: &&[&str]| group.contains(&one.iso639_3) && group.contains(&other.iso639_3);
    one == other || CONFUSABLE.iter().any(holds)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(subtag: &str, expected: &str) {
        assert_eq!(by_subtag(subtag).map(|language| language.tag), Some(expected), "{subtag}");
    }

    #[test]
    fn every_language_of_whatlang_has_a_row() {
        for named in Lang::all() {
            assert!(by_trigrams(*named).is_some(), "{named}");
        }
    }

    #[test]
    fn rows_are_in_order_and_tags_are_unique() {
        assert!(LANGUAGES.is_sorted_by(|one, next| one.iso639_3 < next.iso639_3));
        for language in &LANGUAGES {
            assert_eq!(LANGUAGES.iter().filter(|other| other.tag == language.tag).count(), 1);
        }
    }

    #[test]
    fn every_confusable_language_is_in_the_table() {
        assert!(CONFUSABLE.iter().flat_map(|group| group.iter()).all(|code| by_code(code).is_some()));
    }

    #[test]
    fn finds_a_language_by_each_of_its_codes() {
        check("EN", "en");
        check("deu", "de");
        check("no", "nb");
        check("cmn", "zh");
        check("iw", "he");
        assert_eq!(by_subtag("qq"), None);
    }
}
