//! Case forms of one name: "Gdańsk" and "w Gdańsku", "Muster AG" and "der Hanseatischen Muster AG".

use std::collections::HashMap;

use messages::EntityType;

use super::Grouping;

/// Letters that the common stem of two forms has at least.
const STEM: usize = 5;

/// Languages whose names take case endings.
const INFLECTING: [&str; 9] = ["pl", "ru", "uk", "hr", "cs", "sk", "sl", "sr", "bg"];

/// Case endings of nouns, without marks on their letters as names are compared; the empty one is the nominative of many.
const ENDINGS: [&str; 36] = [
    "", "a", "u", "em", "om", "ie", "i", "y", "e", "o", "ow", "ach", "ami", "owi", "iem", "ii", "ию", "ии",
    "ия", "ией", "а", "у", "ом", "ем", "е", "і", "ы", "и", "ю", "я", "ой", "ою", "ої", "ові", "ь", "й",
];

/// Joins places and organisations whose names differ in a case ending only.
pub(super) fn join(grouping: &mut Grouping<'_>, language: &str) {
    let stem: fn(&str) -> Option<String> = match language {
        "de" => german_stem,
        language if INFLECTING.contains(&language) => slavic_stem,
        _ => return,
    };
    let mut first: HashMap<(EntityType, String), usize> = HashMap::new();
    let mut joins = Vec::new();
    for (index, group) in grouping.groups.iter().enumerate() {
        if !matches!(group.entity_type, EntityType::Org | EntityType::Loc) {
            continue;
        }
        let Some(stem) = stem(&group.name) else { continue };
        let known = *first.entry((group.entity_type, stem)).or_insert(index);
        if known != index {
            joins.push((known, index));
        }
    }
    for (known, index) in joins {
        grouping.join(known, index);
    }
}

/// A single word without its case ending.
fn slavic_stem(name: &str) -> Option<String> {
    let ending = ENDINGS.iter().filter(|ending| name.ends_with(*ending)).max_by_key(|ending| ending.len())?;
    let stem = name.strip_suffix(*ending)?;
    (stem.chars().count() >= STEM && stem.chars().all(char::is_alphabetic)).then(|| stem.to_owned())
}

/// Every long word without the "n" of an adjective and the "s" of a genitive.
fn german_stem(name: &str) -> Option<String> {
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
    use super::*;

    #[test]
    fn forms_of_one_word_share_their_stem() {
        assert_eq!(slavic_stem("gdańsk"), slavic_stem("gdańsku"));
        assert_eq!(slavic_stem("иркутск"), slavic_stem("иркутске"));
        assert_eq!(slavic_stem("rzym"), None);
        assert_eq!(german_stem("nordische werft ag"), german_stem("nordischen werft ag"));
        assert_ne!(german_stem("essen"), german_stem("esse"));
    }
}
