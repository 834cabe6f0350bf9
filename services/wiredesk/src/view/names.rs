//! English names for the codes in events.

use language_detector::KnownLanguage;
use messages::Limit;
use text::Script;

/// Names for tags that the detector never gives, but other publishers of events may. It does not know some of
/// the languages, and reads `ku`, `no` and `sh` as one member of what they cover.
const OTHER_LANGUAGES: [(&str, &str); 7] = [
    ("ceb", "Cebuano"),
    ("ht", "Haitian Creole"),
    ("ku", "Kurdish"),
    ("lzh", "Literary Chinese"),
    ("no", "Norwegian"),
    ("sh", "Serbo-Croatian"),
    ("wuu", "Wu Chinese"),
];

/// Returns the English name of a language: "English" for `en-GB`. Returns `None` if it is not known.
pub(super) fn language(tag: &str) -> Option<&'static str> {
    let primary = tag.split('-').next().unwrap_or(tag);
    let other = OTHER_LANGUAGES.iter().find(|(tag, _)| *tag == primary).map(|(_, name)| *name);
    other.or_else(|| KnownLanguage::from_tag(primary).map(|language| language.name))
}

/// Returns the name of a script: "Cyrillic script" for `Cyrl`, and the code itself if the script is unknown.
pub(super) fn script(code: &str) -> String {
    match Script::from_short_name(code) {
        Some(Script::Common | Script::Inherited | Script::Unknown) => "no letters".to_owned(),
        Some(script) => format!("{} script", script.full_name().replace('_', " ")),
        None => format!("script {code}"),
    }
}

/// Returns the sentence for a limit's code. A code of a later version gives its own words.
pub(super) fn limit(code: &str) -> String {
    Limit::from_code(code).map_or_else(|| code.replace('_', " "), |limit| limit.sentence().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_named() {
        assert_eq!(language("zh-Hant"), Some("Chinese"));
        assert_eq!(language("ht"), Some("Haitian Creole"));
        assert_eq!(language("nb"), Some("Norwegian Bokmål"));
        assert_eq!(language("no"), Some("Norwegian"));
        assert_eq!(language("und"), None);
        assert_eq!(script("Cyrl"), "Cyrillic script");
        assert_eq!(script("Zyyy"), "no letters");
        assert_eq!(script("?"), "script ?");
        assert_eq!(limit("of_a_later_version"), "of a later version");
    }
}
