//! The languages the detector can name, with their codes.

use whatlang::Lang;

/// One language that can be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownLanguage {
    /// BCP 47 primary subtag.
    pub tag: &'static str,
    /// ISO 639-3 code.
    ///
    /// Where a two-letter tag stands for a macrolanguage (`zh`, `ar`, `fa`, `ms`, …), this is the code
    /// of the macrolanguage: written news does not tell Mandarin from its sisters, and both members say
    /// the same. Norwegian is the exception: its two written standards have tags of their own.
    pub iso639_3: &'static str,
    /// What whatlang calls it, where its trigrams know it.
    trigrams: Option<Lang>,
}

impl KnownLanguage {
    /// Whether the two are so close that a short text does not tell them apart.
    pub fn is_easily_taken_for(&self, other: &Self) -> bool {
        are_confusable(self, other)
    }
}

const fn language(tag: &'static str, iso639_3: &'static str, trigrams: Option<Lang>) -> KnownLanguage {
    KnownLanguage { tag, iso639_3, trigrams }
}

/// In the order of their ISO 639-3 codes.
pub(crate) const LANGUAGES: [KnownLanguage; 129] = [
    language("af", "afr", Some(Lang::Afr)),
    language("ak", "aka", Some(Lang::Aka)),
    language("am", "amh", Some(Lang::Amh)),
    language("ar", "ara", Some(Lang::Ara)),
    language("az", "aze", Some(Lang::Aze)),
    language("ba", "bak", None),
    language("be", "bel", Some(Lang::Bel)),
    language("bem", "bem", None),
    language("bn", "ben", Some(Lang::Ben)),
    language("bo", "bod", None),
    language("bs", "bos", None),
    language("bg", "bul", Some(Lang::Bul)),
    language("ca", "cat", Some(Lang::Cat)),
    language("cs", "ces", Some(Lang::Ces)),
    language("ckb", "ckb", None),
    language("cy", "cym", Some(Lang::Cym)),
    language("da", "dan", Some(Lang::Dan)),
    language("de", "deu", Some(Lang::Deu)),
    language("dv", "div", None),
    language("dz", "dzo", None),
    language("el", "ell", Some(Lang::Ell)),
    language("en", "eng", Some(Lang::Eng)),
    language("eo", "epo", Some(Lang::Epo)),
    language("et", "est", Some(Lang::Est)),
    language("eu", "eus", None),
    language("ee", "ewe", None),
    language("fo", "fao", None),
    language("fa", "fas", Some(Lang::Pes)),
    language("fj", "fij", None),
    language("fi", "fin", Some(Lang::Fin)),
    language("fr", "fra", Some(Lang::Fra)),
    language("fuc", "fuc", None),
    language("ga", "gle", None),
    language("gl", "glg", None),
    language("gu", "guj", Some(Lang::Guj)),
    language("ha", "hau", None),
    language("he", "heb", Some(Lang::Heb)),
    language("hi", "hin", Some(Lang::Hin)),
    language("hmn", "hmn", None),
    language("hr", "hrv", Some(Lang::Hrv)),
    language("hu", "hun", Some(Lang::Hun)),
    language("hy", "hye", Some(Lang::Hye)),
    language("ig", "ibo", None),
    language("id", "ind", Some(Lang::Ind)),
    language("is", "isl", None),
    language("it", "ita", Some(Lang::Ita)),
    language("jv", "jav", Some(Lang::Jav)),
    language("ja", "jpn", Some(Lang::Jpn)),
    language("kn", "kan", Some(Lang::Kan)),
    language("ka", "kat", Some(Lang::Kat)),
    language("kk", "kaz", None),
    language("km", "khm", Some(Lang::Khm)),
    language("rw", "kin", None),
    language("ky", "kir", None),
    language("kmr", "kmr", None),
    language("ko", "kor", Some(Lang::Kor)),
    language("lo", "lao", None),
    language("la", "lat", Some(Lang::Lat)),
    language("lv", "lav", Some(Lang::Lav)),
    language("ln", "lin", None),
    language("lt", "lit", Some(Lang::Lit)),
    language("lb", "ltz", None),
    language("lg", "lug", None),
    language("ml", "mal", Some(Lang::Mal)),
    language("mr", "mar", Some(Lang::Mar)),
    language("mk", "mkd", Some(Lang::Mkd)),
    language("mg", "mlg", None),
    language("mt", "mlt", None),
    language("mn", "mon", None),
    language("mi", "mri", None),
    language("ms", "msa", None),
    language("my", "mya", Some(Lang::Mya)),
    language("nd", "nde", None),
    language("ne", "nep", Some(Lang::Nep)),
    language("nl", "nld", Some(Lang::Nld)),
    language("nn", "nno", None),
    language("nb", "nob", Some(Lang::Nob)),
    language("nso", "nso", None),
    language("ny", "nya", None),
    language("or", "ori", Some(Lang::Ori)),
    language("om", "orm", None),
    language("pa", "pan", Some(Lang::Pan)),
    language("pl", "pol", Some(Lang::Pol)),
    language("pt", "por", Some(Lang::Por)),
    language("ps", "pus", None),
    language("ro", "ron", Some(Lang::Ron)),
    language("rn", "run", None),
    language("ru", "rus", Some(Lang::Rus)),
    language("shi", "shi", None),
    language("si", "sin", Some(Lang::Sin)),
    language("sk", "slk", Some(Lang::Slk)),
    language("sl", "slv", Some(Lang::Slv)),
    language("sm", "smo", None),
    language("sn", "sna", Some(Lang::Sna)),
    language("sd", "snd", None),
    language("so", "som", None),
    language("st", "sot", None),
    language("es", "spa", Some(Lang::Spa)),
    language("sq", "sqi", None),
    language("sr", "srp", Some(Lang::Srp)),
    language("ss", "ssw", None),
    language("sw", "swa", None),
    language("sv", "swe", Some(Lang::Swe)),
    language("ty", "tah", None),
    language("ta", "tam", Some(Lang::Tam)),
    language("tt", "tat", None),
    language("te", "tel", Some(Lang::Tel)),
    language("tg", "tgk", None),
    language("tl", "tgl", Some(Lang::Tgl)),
    language("th", "tha", Some(Lang::Tha)),
    language("ti", "tir", None),
    language("to", "ton", None),
    language("tn", "tsn", None),
    language("ts", "tso", None),
    language("tk", "tuk", Some(Lang::Tuk)),
    language("tr", "tur", Some(Lang::Tur)),
    language("ug", "uig", None),
    language("uk", "ukr", Some(Lang::Ukr)),
    language("ur", "urd", Some(Lang::Urd)),
    language("uz", "uzb", Some(Lang::Uzb)),
    language("ve", "ven", None),
    language("vi", "vie", Some(Lang::Vie)),
    language("wo", "wol", None),
    language("xh", "xho", None),
    language("yi", "yid", Some(Lang::Yid)),
    language("yo", "yor", None),
    language("yue", "yue", None),
    language("zh", "zho", Some(Lang::Cmn)),
    language("zu", "zul", Some(Lang::Zul)),
];

/// Tags that publishers use for a language above under another name.
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

/// Languages so close that a short text, or one detector, cannot tell them apart.
///
/// Inside a group the publisher's word counts for more, and an answer needs a wider margin.
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

/// The language of an ISO 639-3 code in the table.
pub(crate) fn by_code(iso639_3: &str) -> Option<&'static KnownLanguage> {
    let at = LANGUAGES.binary_search_by(|language| language.iso639_3.cmp(iso639_3)).ok()?;
    LANGUAGES.get(at)
}

/// The language of a primary subtag in any of its usual forms: `en`, `eng`, `EN`, `no`.
pub(crate) fn by_subtag(subtag: &str) -> Option<&'static KnownLanguage> {
    let subtag = subtag.to_ascii_lowercase();
    let subtag = ALIASES.iter().find(|(alias, _)| *alias == subtag).map_or(subtag.as_str(), |(_, tag)| tag);
    LANGUAGES.iter().find(|language| language.tag == subtag).or_else(|| by_code(subtag))
}

/// The language whatlang names.
pub(crate) fn by_trigrams(named: Lang) -> Option<&'static KnownLanguage> {
    LANGUAGES.iter().find(|language| language.trigrams == Some(named))
}

/// Whether whatlang, naming `named`, may mean `language`: itself, or a close relative that whatlang cannot name.
pub(crate) fn may_be_meant(language: &KnownLanguage, named: &KnownLanguage) -> bool {
    language == named || language.trigrams.is_none() && are_confusable(language, named)
}

/// Whether the two are one, or easily taken for one another.
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
    fn every_language_of_the_trigrams_has_a_row() {
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
    fn every_group_names_languages_of_the_table() {
        assert!(CONFUSABLE.iter().flat_map(|group| group.iter()).all(|code| by_code(code).is_some()));
    }

    #[test]
    fn a_language_is_found_under_each_of_its_names() {
        check("EN", "en");
        check("deu", "de");
        check("no", "nb");
        check("cmn", "zh");
        check("iw", "he");
        assert_eq!(by_subtag("qq"), None);
    }
}
