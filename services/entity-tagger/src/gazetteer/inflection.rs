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
        'а' => (stem, &["ы", "и", "е", "у", "ой"]),
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
