//! Acronyms with their expansion, and short forms of organisations' names.

use std::collections::HashMap;

use messages::EntityType;

use super::Grouping;
use crate::gazetteer::{Classes, Gazetteer};

/// Words an acronym passes over.
const PASSED_OVER: [&str; 17] = [
    "of", "the", "and", "for", "on", "in", "&", "de", "la", "le", "des", "du", "und", "für", "der", "y", "e",
];

/// Joins "Asia News Network" with "ANN", "Acme Inc." with "Acme", in either order.
pub(super) fn join(grouping: &mut Grouping<'_>, gazetteer: &Gazetteer) {
    let mut short: HashMap<String, Option<usize>> = HashMap::new();
    for (index, group) in grouping.groups.iter().enumerate() {
        if group.entity_type != EntityType::Org {
            continue;
        }
        let words: Vec<&str> = group.name.split(' ').collect();
        if words.len() < 2 {
            continue;
        }
        let initials = words.iter().filter(|word| !PASSED_OVER.contains(word));
        let acronym: String = initials.filter_map(|word| word.chars().next()).collect();
        let mut forms = vec![acronym];
        let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
        let legal = gazetteer.classes(last).any(Classes::ORG_SUFFIX);
        if legal || words.len() == 2 {
            forms.push((*first).to_owned());
        }
        if legal {
            forms.extend(without_legal_form(gazetteer, &words));
        }
        for form in forms.into_iter().filter(|form| form.chars().count() >= 2) {
            // Two expansions of one acronym leave it to itself.
            short
                .entry(form)
                .and_modify(|known| *known = known.filter(|known| *known == index))
                .or_insert(Some(index));
        }
    }
    let joins: Vec<(usize, usize)> = grouping
        .groups
        .iter()
        .enumerate()
        .filter(|(_, group)| group.entity_type == EntityType::Org)
        .filter_map(|(index, group)| Some((index, short.get(&group.name).copied().flatten()?)))
        .collect();
    for (index, full) in joins {
        grouping.join(index, full);
    }
}

/// "prairie northern" of "prairie northern corp", and one word less: "gulf & western" of "gulf &
/// western railway inc".
fn without_legal_form(gazetteer: &Gazetteer, words: &[&str]) -> Vec<String> {
    let legal =
        words.iter().rev().take_while(|word| gazetteer.classes(word).any(Classes::ORG_SUFFIX)).count();
    let plain = words.get(..words.len() - legal).unwrap_or_default();
    let shorter = plain.get(..plain.len().saturating_sub(1)).unwrap_or_default();
    [plain, shorter]
        .into_iter()
        .filter(|name| name.len() >= 2 && name.last().is_some_and(|last| !PASSED_OVER.contains(last)))
        .map(|name| name.join(" "))
        .collect()
}
