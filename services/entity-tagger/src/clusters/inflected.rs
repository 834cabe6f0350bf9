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
    fn short_names_have_no_stem() {
        assert_eq!(stem("rzym", "pl"), None);
        assert_ne!(stem("essen", "de"), stem("esse", "de"));
    }
}
