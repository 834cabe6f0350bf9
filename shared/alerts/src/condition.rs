//! The compiled query of a rule: what must be true, in numbers of atoms. Pure arithmetic of truth.

use std::collections::BTreeSet;

use crate::query::{Atom, Query};

/// A query whose atoms are numbers, and in which only atoms are negated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Condition {
    Holds(u32),
    Fails(u32),
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

/// Which atoms are true for an article.
#[derive(Debug, Clone, Default)]
pub(crate) struct Truth {
    bits: Vec<u64>,
    /// The atoms that are true, in the order in which they were found.
    all: Vec<u32>,
}

impl Truth {
    /// Prepares the truth of `count` atoms. None is true.
    pub(crate) fn new(count: usize) -> Self {
        Self { bits: vec![0; count.div_ceil(64)], all: Vec::new() }
    }

    pub(crate) fn set(&mut self, atom: u32) {
        if let Some(bits) = self.bits.get_mut(atom as usize / 64) {
            let bit = 1 << (atom % 64);
            if *bits & bit == 0 {
                *bits |= bit;
                self.all.push(atom);
            }
        }
    }

    /// Returns the atoms that are true.
    pub(crate) fn atoms(&self) -> &[u32] {
        &self.all
    }

    fn has(&self, atom: u32) -> bool {
        self.bits.get(atom as usize / 64).is_some_and(|bits| bits >> (atom % 64) & 1 == 1)
    }
}

impl Condition {
    /// Compiles a query. `number` gives each atom its number.
    pub(crate) fn of(query: &Query, number: &mut impl FnMut(&Atom) -> u32) -> Self {
        Self::compile(query, false, number)
    }

    fn compile(query: &Query, is_negated: bool, number: &mut impl FnMut(&Atom) -> u32) -> Self {
        let mut each = |parts: &[Query]| -> Vec<Self> {
            parts.iter().map(|part| Self::compile(part, is_negated, number)).collect()
        };
        match (query, is_negated) {
            (Query::Atom(atom), false) => Self::Holds(number(atom)),
            (Query::Atom(atom), true) => Self::Fails(number(atom)),
            (Query::Not(inside), _) => Self::compile(inside, !is_negated, number),
            (Query::All(parts), false) | (Query::Any(parts), true) => Self::All(each(parts)),
            (Query::Any(parts), false) | (Query::All(parts), true) => Self::Any(each(parts)),
        }
    }

    /// Reports whether it is true for an article.
    pub(crate) fn is_met(&self, truth: &Truth) -> bool {
        match self {
            Self::Holds(atom) => truth.has(*atom),
            Self::Fails(atom) => !truth.has(*atom),
            Self::All(parts) => parts.iter().all(|part| part.is_met(truth)),
            Self::Any(parts) => parts.iter().any(|part| part.is_met(truth)),
        }
    }

    /// Adds the atoms that make it true for an article. It adds none if it is not true.
    pub(crate) fn reasons(&self, truth: &Truth, reasons: &mut BTreeSet<u32>) {
        if !self.is_met(truth) {
            return;
        }
        match self {
            Self::Holds(atom) => {
                reasons.insert(*atom);
            }
            Self::Fails(_) => {}
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.reasons(truth, reasons);
                }
            }
        }
    }

    /// Returns atoms of which at least one is true whenever this is true, or `None` if it can be true without any.
    ///
    /// `frequency` tells how often an atom is true, in any unit. Of several choices it takes the rarest.
    pub(crate) fn triggers(&self, frequency: &impl Fn(u32) -> f64) -> Option<Vec<u32>> {
        match self {
            Self::Holds(atom) => Some(vec![*atom]),
            Self::Fails(_) => None,
            Self::Any(parts) => {
                let each: Option<Vec<Vec<u32>>> = parts.iter().map(|part| part.triggers(frequency)).collect();
                each.map(|each| each.concat())
            }
            Self::All(parts) => {
                let sum = |atoms: &Vec<u32>| atoms.iter().map(|atom| frequency(*atom)).sum::<f64>();
                let choices = parts.iter().filter_map(|part| part.triggers(frequency));
                choices.min_by(|one, other| sum(one).total_cmp(&sum(other)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::query;

    /// Returns the number of a word `a0` to `a9`.
    fn number_of(word: &str) -> u32 {
        word.trim_start_matches('a').parse().unwrap()
    }

    /// Compiles a query whose words are `a0` to `a9`.
    fn condition(text: &str) -> Condition {
        Condition::of(&query::parse(text).unwrap(), &mut |atom| match atom {
            Atom::Text { phrase, .. } => number_of(phrase.written()),
            _ => panic!("a word"),
        })
    }

    fn truth(atoms: &[u32]) -> Truth {
        let mut truth = Truth::new(10);
        for atom in atoms {
            truth.set(*atom);
        }
        truth
    }

    fn check(text: &str, atoms: &[u32], expected: Option<&[u32]>) {
        let (condition, truth) = (condition(text), truth(atoms));
        let mut reasons = BTreeSet::new();
        condition.reasons(&truth, &mut reasons);
        let reasons: Vec<u32> = reasons.into_iter().collect();
        let found = condition.is_met(&truth).then_some(reasons.as_slice());
        assert_eq!(found, expected, "{text} with {atoms:?}");
    }

    #[test]
    fn the_reasons_are_the_atoms_that_make_it_true() {
        check("a1 AND a2", &[1, 2, 3], Some(&[1, 2]));
        check("a1 AND a2", &[1], None);
        check("(a1 AND a2) OR a3", &[1, 3], Some(&[3]));
        check("a1 AND NOT a2", &[1], Some(&[1]));
        check("a1 AND NOT a2", &[1, 2], None);
        check("NOT a1", &[], Some(&[]));
        check("NOT (a1 OR a2) AND a3", &[3], Some(&[3]));
        check("NOT (a1 AND a2)", &[1], Some(&[]));
        check("NOT NOT a1", &[1], Some(&[1]));
    }

    #[test]
    fn a_rule_is_looked_at_only_when_its_rarest_words_occur() {
        let triggers = |text: &str| condition(text).triggers(&|atom| f64::from(atom));
        assert_eq!(triggers("a5 AND a2 AND NOT a1"), Some(vec![2]));
        assert_eq!(triggers("a5 AND (a2 OR a4)"), Some(vec![5]));
        assert_eq!(triggers("(a5 AND a2) OR a1"), Some(vec![2, 1]));
        assert_eq!(triggers("NOT a1"), None);
        assert_eq!(triggers("a1 OR NOT a2"), None);
    }

    fn queries() -> impl Strategy<Value = String> {
        let word = (0_u32..10).prop_map(|number| format!("a{number}"));
        word.prop_recursive(5, 24, 3, |inner| {
            prop_oneof![
                inner.clone().prop_map(|query| format!("NOT ({query})")),
                (inner.clone(), inner.clone()).prop_map(|(one, other)| format!("({one}) AND ({other})")),
                (inner.clone(), inner).prop_map(|(one, other)| format!("({one}) OR ({other})")),
            ]
        })
    }

    /// Evaluates a query without compiling it.
    fn plainly(query: &Query, atoms: &[u32]) -> bool {
        match query {
            Query::Atom(Atom::Text { phrase, .. }) => atoms.contains(&number_of(phrase.written())),
            Query::Atom(_) => panic!("a word"),
            Query::All(parts) => parts.iter().all(|part| plainly(part, atoms)),
            Query::Any(parts) => parts.iter().any(|part| plainly(part, atoms)),
            Query::Not(inside) => !plainly(inside, atoms),
        }
    }

    proptest! {
        #[test]
        fn compiling_changes_no_answer_and_triggers_miss_nothing(
            text in queries(),
            atoms in prop::collection::vec(0_u32..10, 0..6),
        ) {
            let (query, condition, truth) = (query::parse(&text).unwrap(), condition(&text), truth(&atoms));
            let is_met = condition.is_met(&truth);
            prop_assert_eq!(is_met, plainly(&query, &atoms));
            let triggers = condition.triggers(&|_| 1.0);
            if is_met && let Some(triggers) = triggers {
                prop_assert!(triggers.iter().any(|atom| atoms.contains(atom)));
            }
            let mut reasons = BTreeSet::new();
            condition.reasons(&truth, &mut reasons);
            prop_assert!(reasons.iter().all(|atom| atoms.contains(atom)) && (is_met || reasons.is_empty()));
        }
    }
}
