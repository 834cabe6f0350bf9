//! The table of languages.

use super::profile::Profile;
use super::{
    ar, da, de, en, es, fi, fr, hi, it, ja, km, lb, lo, my, nb, nl, pl, pt, ru, sv, th, tr, uk, wuu, zh,
};

/// The profile of each language, by BCP 47 primary subtag and in the order of the subtags.
pub(super) const LANGUAGES: &[(&str, &Profile)] = &[
    ("ar", &ar::PROFILE),
    ("da", &da::PROFILE),
    ("de", &de::PROFILE),
    ("en", &en::PROFILE),
    ("es", &es::PROFILE),
    ("fi", &fi::PROFILE),
    ("fr", &fr::PROFILE),
    ("hi", &hi::PROFILE),
    ("it", &it::PROFILE),
    ("ja", &ja::PROFILE),
    ("km", &km::PROFILE),
    ("lb", &lb::PROFILE),
    ("lo", &lo::PROFILE),
    ("lzh", &wuu::PROFILE),
    ("my", &my::PROFILE),
    ("nb", &nb::PROFILE),
    ("nl", &nl::PROFILE),
    ("nn", &nb::PROFILE),
    ("no", &nb::PROFILE),
    ("pl", &pl::PROFILE),
    ("pt", &pt::PROFILE),
    ("ru", &ru::PROFILE),
    ("sv", &sv::PROFILE),
    ("th", &th::PROFILE),
    ("tr", &tr::PROFILE),
    ("uk", &uk::PROFILE),
    ("wuu", &wuu::PROFILE),
    ("yue", &zh::PROFILE),
    ("zh", &zh::PROFILE),
];

/// Returns the profile of a language; [`Profile::NONE`] if it has no file.
pub(crate) fn profile(language: &str) -> &'static Profile {
    let row = LANGUAGES.binary_search_by(|(tag, _)| (*tag).cmp(language)).ok();
    row.and_then(|row| LANGUAGES.get(row)).map_or(&Profile::NONE, |(_, profile)| *profile)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_list_is_in_lower_case_and_without_duplicates() {
        for (tag, profile) in LANGUAGES {
            let words: Vec<&str> = profile.stop_words.split_whitespace().collect();
            let distinct: HashSet<&str> = words.iter().copied().collect();
            let duplicates: Vec<&&str> =
                words.iter().filter(|w| words.iter().filter(|v| v == w).count() > 1).collect();
            assert_eq!(words.len(), distinct.len(), "{tag}: {duplicates:?}");
            for word in words.iter().chain(profile.orphan_openings).chain(profile.cues) {
                assert_eq!(**word, word.to_lowercase(), "{tag}");
            }
        }
    }

    #[test]
    fn rows_are_in_the_order_of_their_tags() {
        assert!(LANGUAGES.is_sorted_by(|(one, _), (next, _)| one < next));
    }

    #[test]
    fn a_language_without_a_file_has_the_empty_profile() {
        assert!(profile("xx").stop_words.is_empty() && profile("xx").inflects_names);
        assert!(!profile("en").inflects_names && profile("en").tuned_weights.is_some());
    }
}
