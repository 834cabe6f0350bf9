//! The labels of tokens (BILOU): outside, or a type with a place in the name (begin, inside, last, unit).

use messages::EntityType;

/// The number of labels: outside, and four places in names of four types.
pub const LABELS: usize = 17;

/// One score for each label.
pub type Scores = [f32; LABELS];

/// The label of a token outside every name.
pub const OUTSIDE: usize = 0;

/// A set of labels, one bit for each.
pub type LabelSet = u32;

/// The set of all labels.
pub const ANY: LabelSet = (1 << LABELS) - 1;

/// The types in the order of their labels.
pub const TYPES: [EntityType; 4] = EntityType::NAMES;

/// The place of a token in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The first of several tokens.
    Begin,
    /// Neither first nor last.
    Inside,
    /// The last of several tokens.
    Last,
    /// The only token.
    Unit,
}

const PLACES: [Place; 4] = [Place::Begin, Place::Inside, Place::Last, Place::Unit];

/// Returns the label of a token at `place` in a name; outside for dates and amounts, which are not names.
pub fn label(entity_type: EntityType, place: Place) -> usize {
    let of_type = TYPES.iter().position(|listed| *listed == entity_type);
    let of_place = PLACES.iter().position(|listed| *listed == place).unwrap_or_default();
    of_type.map_or(OUTSIDE, |of_type| 1 + of_type * PLACES.len() + of_place)
}

/// Returns the type and place of a label; `None` for outside.
pub fn parts(label: usize) -> Option<(EntityType, Place)> {
    let inside = label.checked_sub(1)?;
    Some((*TYPES.get(inside / PLACES.len())?, *PLACES.get(inside % PLACES.len())?))
}

/// Returns the labels of a name of `length` tokens.
pub fn labels_of(entity_type: EntityType, length: usize) -> impl Iterator<Item = usize> {
    (0..length).map(move |index| {
        let place = match (index, length - 1 - index) {
            (0, 0) => Place::Unit,
            (0, _) => Place::Begin,
            (_, 0) => Place::Last,
            _ => Place::Inside,
        };
        label(entity_type, place)
    })
}

/// Reports whether the label `next` may follow `previous`: a name that began must end in its type.
pub fn may_follow(previous: usize, next: usize) -> bool {
    let open = |label| parts(label).filter(|(_, place)| matches!(place, Place::Begin | Place::Inside));
    let goes_on = |label| parts(label).filter(|(_, place)| matches!(place, Place::Inside | Place::Last));
    match (open(previous), goes_on(next)) {
        (Some((first, _)), Some((second, _))) => first == second,
        (None, None) => true,
        _ => false,
    }
}

/// Reports whether a sentence may start with the label.
pub(super) fn may_start(label: usize) -> bool {
    may_follow(OUTSIDE, label)
}

/// Reports whether a sentence may end with the label.
pub(super) fn may_end(label: usize) -> bool {
    may_follow(label, OUTSIDE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_ends_in_the_type_in_which_it_began() {
        let [begin, last] = [Place::Begin, Place::Last].map(|place| label(EntityType::Loc, place));
        assert!(may_follow(begin, last) && may_follow(last, begin) && may_end(last) && may_start(begin));
        assert!(!may_follow(begin, OUTSIDE) && !may_follow(OUTSIDE, last) && !may_end(begin));
        assert!(!may_follow(begin, label(EntityType::Per, Place::Last)));
    }

    #[test]
    fn labels_and_their_parts_agree() {
        for label_of in 1..LABELS {
            let (entity_type, place) = parts(label_of).unwrap();
            assert_eq!(label(entity_type, place), label_of);
        }
        assert_eq!(parts(OUTSIDE), None);
        assert_eq!(label(EntityType::Date, Place::Unit), OUTSIDE);
    }

    #[test]
    fn a_name_of_one_token_is_a_unit() {
        let places = |length| labels_of(EntityType::Per, length).filter_map(parts).map(|(_, place)| place);
        assert!(places(1).eq([Place::Unit]));
        assert!(places(3).eq([Place::Begin, Place::Inside, Place::Last]));
    }
}
