//! Case forms of Cyrillic and Greek place names: `Россия` also appears as `России`, `Αθήνα` as `Αθήνας`.

/// Returns the regular singular case forms of a Russian, Ukrainian or Greek noun of one word, and nothing for
/// other names.
///
/// It knows nouns with hard stems only, because names of countries and cities follow their declensions.
pub(super) fn case_forms(name: &str) -> Vec<String> {
    let greek = |character: char| ('\u{370}'..='\u{3ff}').contains(&character);
    if name.chars().count() > 3 && name.chars().all(greek) {
        // The genitive of a feminine noun. Other nouns change their accent as well.
        let feminine = name.ends_with(['α', 'η']);
        return if feminine { vec![format!("{name}ς")] } else { Vec::new() };
    }
    let cyrillic = |character: char| ('\u{400}'..='\u{4ff}').contains(&character) || character == '-';
    // Short names are abbreviations or would share their forms with ordinary words.
    if name.is_ascii() || name.chars().count() < 4 || !name.chars().all(cyrillic) {
        return Vec::new();
    }
    let Some(last) = name.chars().next_back() else { return Vec::new() };
    let stem = name.strip_suffix(last).unwrap_or(name);
    let (stem, endings): (&str, &[&str]) = match last {
        'а' => (stem, &["ы", "и", "е", "у", "ой", "і", "ою"]),
        'я' => (stem, &["и", "е", "ю", "ей"]),
        'й' => (stem, &["я", "ю", "ем", "е"]),
        'ь' => (stem, &["и", "ю", "ью", "е"]),
        // Names with these endings do not change.
        'о' | 'е' | 'и' | 'у' | 'ы' | 'э' | 'ю' | 'і' | 'ї' | 'є' => return Vec::new(),
        _ if last.is_lowercase() => (name, &["а", "у", "ом", "е", "і"]),
        _ => return Vec::new(),
    };
    endings.iter().map(|ending| format!("{stem}{ending}")).collect()
}

/// Letters of the shortest stem of a place's name. Shorter ones are shared by different names.
const STEM: usize = 3;

/// Endings of places' names in the nominative.
const NOMINATIVE: [&str; 9] = ["", "a", "o", "e", "y", "ia", "а", "ь", "я"];

/// Asks `find` for each form that a name of one word may have in the nominative, and returns its first answer. The
/// name is in any case with one of the `endings`, before which stems change as `changes` says.
pub(super) fn nominatives<T>(
    name: &str,
    endings: &[&str],
    changes: &[(&str, &'static str)],
    mut find: impl FnMut(&str) -> Option<T>,
) -> Option<T> {
    if !name.chars().all(char::is_alphabetic) {
        return None;
    }
    let stems = endings.iter().filter(|ending| !ending.is_empty());
    let mut stems = stems.filter_map(|ending| name.strip_suffix(ending));
    let mut form = String::with_capacity(name.len() + 2);
    stems.find_map(|stem| {
        // The empty ending was looked up with the name itself.
        stem.chars().nth(STEM - 1)?;
        let others = changes.iter().filter_map(|(end, other)| Some((stem.strip_suffix(end)?, *other)));
        let forms = NOMINATIVE.iter().map(|ending| (stem, *ending)).chain(others);
        forms.into_iter().find_map(|(stem, ending)| {
            form.clear();
            form.push_str(stem);
            form.push_str(ending);
            find(&form).filter(|_| form != name)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::{Declension, profile};

    #[test]
    fn cyrillic_and_greek_place_names_have_case_forms() {
        assert!(case_forms("Россия").contains(&"России".to_owned()));
        assert!(case_forms("Китай").contains(&"Китае".to_owned()));
        assert!(case_forms("Лондон").contains(&"Лондоном".to_owned()));
        assert_eq!(case_forms("Αθήνα"), ["Αθήνας"]);
    }

    #[test]
    fn other_names_have_no_case_forms() {
        assert!(case_forms("Oslo").is_empty());
        assert!(case_forms("ООН").is_empty());
        assert!(case_forms("Осло").is_empty());
    }

    #[test]
    fn a_name_in_another_case_is_found_by_its_nominative() {
        let towns =
            ["Londyn", "Rzym", "Warszawa", "Brno", "Poznań", "Wiedeń", "Kijów", "Praga", "Wrocław", "Łódź"];
        let found = |name: &str| {
            let profile = profile("pl");
            let Declension::Endings(endings) = profile.declension else { return None };
            let known = |form: &str| towns.into_iter().find(|town| *town == form);
            nominatives(name, endings, profile.stem_changes, known)
        };
        for (form, town) in [
            ("Londynu", "Londyn"),
            ("Rzymie", "Rzym"),
            ("Warszawy", "Warszawa"),
            ("Brně", "Brno"),
            ("Poznania", "Poznań"),
            ("Wiedniu", "Wiedeń"),
            ("Kijowa", "Kijów"),
            ("Pradze", "Praga"),
            ("Wrocławiu", "Wrocław"),
            ("Łodzi", "Łódź"),
        ] {
            assert_eq!(found(form), Some(town));
        }
        assert_eq!(found("Rzymu 2"), None);
        assert_eq!(found("Ray"), None);
    }
}
