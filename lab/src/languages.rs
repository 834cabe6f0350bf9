//! Converts the language codes of several systems into the ISO 639-3 codes of the corpora.

use whatlang::Lang;

/// Codes of individual languages, and the code that the corpora use for them, mostly that of the
/// macrolanguage.
const INDIVIDUAL: &[(&str, &str)] = &[
    ("arb", "ara"),
    ("azj", "aze"),
    ("cmn", "zho"),
    ("ekk", "est"),
    ("fil", "tgl"),
    ("gaz", "orm"),
    ("khk", "mon"),
    ("lvs", "lav"),
    ("npi", "nep"),
    ("ory", "ori"),
    ("pbt", "pus"),
    ("pes", "fas"),
    ("plt", "mlg"),
    ("prs", "fas"),
    ("swh", "swa"),
    ("uzn", "uzb"),
    ("ydd", "yid"),
    ("zsm", "msa"),
];

/// The two-letter codes of all languages that whatlang knows or that have golden rules.
#[rustfmt::skip]
const TWO_LETTERS: &[(&str, &str)] = &[
    ("af", "afr"), ("ak", "aka"), ("am", "amh"), ("ar", "ara"), ("az", "aze"), ("be", "bel"), ("bg", "bul"),
    ("bn", "ben"), ("ca", "cat"), ("cs", "ces"), ("cy", "cym"), ("da", "dan"), ("de", "deu"), ("el", "ell"),
    ("en", "eng"), ("eo", "epo"), ("es", "spa"), ("et", "est"), ("fa", "fas"), ("fi", "fin"), ("fr", "fra"),
    ("gu", "guj"), ("he", "heb"), ("hi", "hin"), ("hr", "hrv"), ("hu", "hun"), ("hy", "hye"), ("id", "ind"),
    ("it", "ita"), ("ja", "jpn"), ("jv", "jav"), ("ka", "kat"), ("kk", "kaz"), ("km", "khm"), ("kn", "kan"),
    ("ko", "kor"), ("la", "lat"), ("lt", "lit"), ("lv", "lav"), ("mk", "mkd"), ("ml", "mal"), ("mr", "mar"),
    ("my", "mya"), ("nb", "nob"), ("ne", "nep"), ("nl", "nld"), ("nn", "nno"), ("no", "nob"), ("or", "ori"), ("pa", "pan"),
    ("pl", "pol"), ("pt", "por"), ("ro", "ron"), ("ru", "rus"), ("si", "sin"), ("sk", "slk"), ("sl", "slv"),
    ("sn", "sna"), ("sr", "srp"), ("sv", "swe"), ("ta", "tam"), ("te", "tel"), ("th", "tha"), ("tk", "tuk"),
    ("tl", "tgl"), ("tr", "tur"), ("uk", "ukr"), ("ur", "urd"), ("uz", "uzb"), ("vi", "vie"), ("yi", "yid"),
    ("zh", "zho"), ("zu", "zul"),
];

/// Returns the corpora's code for an ISO 639-3 code.
pub(crate) fn canonical(code: &str) -> &str {
    INDIVIDUAL.iter().find(|(other, _)| *other == code).map_or(code, |(_, canonical)| canonical)
}

/// Returns the corpora's code for a BCP 47 tag, or `und` if the table does not have its two-letter code.
pub(crate) fn of_tag(tag: &str) -> &str {
    let primary = tag.split('-').next().unwrap_or_default();
    match TWO_LETTERS.iter().find(|(two_letters, _)| *two_letters == primary) {
        Some((_, code)) => code,
        None if primary.len() == 3 => canonical(primary),
        None => messages::UNDETERMINED,
    }
}

/// Reports whether whatlang knows the language of this code.
pub(crate) fn whatlang_knows(code: &str) -> bool {
    Lang::all().iter().any(|language| canonical(language.code()) == code)
}

/// Reports whether whichlang knows the language of this code.
pub(crate) fn whichlang_knows(code: &str) -> bool {
    const KNOWN: [&str; 16] = [
        "ara", "deu", "eng", "fra", "hin", "ita", "jpn", "kor", "nld", "por", "rus", "spa", "swe", "tur",
        "vie", "zho",
    ];
    KNOWN.contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn individual_languages_get_the_code_of_the_corpora() {
        assert_eq!(canonical("eng"), "eng");
        assert_eq!(canonical("cmn"), "zho");
    }

    #[test]
    fn only_the_primary_subtag_of_a_tag_counts() {
        assert_eq!(of_tag("zh-Hant"), "zho");
        assert_eq!(of_tag("fil"), "tgl");
        assert_eq!(of_tag("und"), "und");
    }

    #[test]
    fn every_language_that_whatlang_knows_has_a_two_letter_code() {
        for language in Lang::all() {
            let code = canonical(language.code());
            assert!(TWO_LETTERS.iter().any(|(_, listed)| *listed == code), "{code}");
        }
        assert!(!whatlang_knows("bos") && !whatlang_knows("eus"));
    }
}
