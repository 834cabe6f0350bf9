//! Case forms of one name: "Gdańsk" and "w Gdańsku", "Muster AG" and "der Hanseatischen Muster AG".

use std::collections::HashMap;

use messages::EntityType;

use super::grouping::Grouping;
use crate::languages::Declension;

/// Letters of the shortest stem that two forms may share. Shorter stems would join different names.
const STEM: usize = 5;

/// Joins places and organisations whose names differ only in a case ending.
pub(super) fn join(grouping: &mut Grouping<'_>, declension: Declension) {
    if declension == Declension::None {
        return;
    }
    let mut first: HashMap<(EntityType, String), usize> = HashMap::new();
    let mut joins = Vec::new();
    for (index, group) in grouping.groups.iter().enumerate() {
        if !matches!(group.entity_type, EntityType::Org | EntityType::Loc) {
            continue;
        }
        let Some(stem) = stem(&group.name, declension) else { continue };
        let known = *first.entry((group.entity_type, stem)).or_insert(index);
        if known != index {
            joins.push((known, index));
        }
    }
    for (known, index) in joins {
        grouping.join(known, index);
    }
}

/// Letters of a given name that its cases share: "Павел", "Павлом".
const GIVEN: usize = 3;

/// Case endings of given names and surnames in Slavic languages, without marks on their letters.
const PERSONAL_ENDINGS: [&str; 39] = [
    "", "а", "у", "ом", "ым", "е", "ой", "ою", "ы", "и", "ю", "я", "ем", "ей", "ому", "ого", "им", "ему",
    "его", "ові", "еві", "і", "ій", "ию", "ия", "a", "u", "em", "om", "ie", "e", "owi", "ovi", "y", "ego",
    "emu", "im", "ym", "i",
];

/// Joins the full names of a person in several cases: "Даниил Кречетов" and "Даниилом Кречетовым".
pub(super) fn join_persons(grouping: &mut Grouping<'_>, declension: Declension) {
    if !matches!(declension, Declension::Endings(_)) {
        return;
    }
    let mut first: HashMap<(String, String), usize> = HashMap::new();
    let mut joins = Vec::new();
    for (index, group) in grouping.groups.iter().enumerate() {
        let words: Vec<&str> = group.words().collect();
        let ([given, .., surname], EntityType::Per) = (words.as_slice(), group.entity_type) else { continue };
        let given: String = given.chars().take(GIVEN).collect();
        let stem = personal_stem(surname);
        if given.chars().count() < GIVEN || stem.chars().count() < GIVEN {
            continue;
        }
        let known = *first.entry((given, stem.to_owned())).or_insert(index);
        if known != index {
            joins.push((known, index));
        }
    }
    for (known, index) in joins {
        grouping.join(known, index);
    }
}

/// Returns a surname without its longest case ending.
pub(super) fn personal_stem(surname: &str) -> &str {
    let stems = PERSONAL_ENDINGS.iter().filter_map(|ending| surname.strip_suffix(ending));
    stems.min_by_key(|stem| stem.len()).unwrap_or(surname)
}

fn stem(name: &str, declension: Declension) -> Option<String> {
    match declension {
        Declension::None => None,
        Declension::Endings(endings) => without_ending(name, endings),
        Declension::WeakAdjectives => without_adjective_endings(name),
    }
}

/// Returns a single word without its longest case ending.
fn without_ending(name: &str, endings: &[&str]) -> Option<String> {
    let ending = endings.iter().filter(|ending| name.ends_with(*ending)).max_by_key(|ending| ending.len())?;
    let stem = name.strip_suffix(*ending)?;
    (stem.chars().count() >= STEM && stem.chars().all(char::is_alphabetic)).then(|| stem.to_owned())
}

/// Returns a name without the "n" of an adjective or the "s" of a genitive on each long word.
fn without_adjective_endings(name: &str) -> Option<String> {
    let stem = |word: &str| {
        let long = word.chars().count() > STEM;
        let bare = word.strip_suffix("en").map(|bare| format!("{bare}e"));
        let bare = bare.or_else(|| word.strip_suffix('s').map(str::to_owned));
        bare.filter(|_| long).unwrap_or_else(|| word.to_owned())
    };
    (name.chars().count() >= STEM).then(|| name.split(' ').map(stem).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use crate::languages::profile;

    fn stem(name: &str, language: &str) -> Option<String> {
        super::stem(name, profile(language).declension)
    }

    #[test]
    fn case_forms_of_a_name_share_their_stem() {
        assert_eq!(stem("gdańsk", "pl"), stem("gdańsku", "pl"));
        assert_eq!(stem("иркутск", "ru"), stem("иркутске", "ru"));
        assert_eq!(stem("nordische werft ag", "de"), stem("nordischen werft ag", "de"));
    }

    #[test]
    fn case_forms_of_a_surname_share_their_stem() {
        for form in ["кречетова", "кречетову", "кречетовым", "кречетове"]
        {
            assert_eq!(super::personal_stem(form), super::personal_stem("кречетов"), "{form}");
        }
        assert_eq!(super::personal_stem("wilkowi"), super::personal_stem("wilk"));
        assert_ne!(super::personal_stem("лыков"), super::personal_stem("лыкин"));
    }

    #[test]
    fn short_names_have_no_stem() {
        assert_eq!(stem("rzym", "pl"), None);
        assert_ne!(stem("essen", "de"), stem("esse", "de"));
    }
}
