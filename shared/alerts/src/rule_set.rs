//! All rules, compiled to be matched at once.

use std::collections::{BTreeSet, HashMap};

use messages::{Finished, Once};

use crate::{
    condition::Condition, lookups::Lookups, matches::Match, observed::Observed, query::Atom, rules::Rule,
};

/// How often an atom is true that is no word: an article has one language, and few publishers.
const FREQUENT: f64 = 1_000.0;

/// Rules that are matched all at once.
#[derive(Debug)]
pub struct RuleSet {
    rules: Vec<Compiled>,
    lookups: Lookups,
    /// For each atom, the rules that need a look when it is true.
    woken: Vec<Vec<u32>>,
    /// The rules that can match an article for which nothing is true.
    always: Vec<u32>,
}

#[derive(Debug)]
struct Compiled {
    name: String,
    condition: Condition,
    once: Once,
    needs_stories: bool,
}

impl RuleSet {
    /// Compiles rules.
    ///
    /// # Errors
    ///
    /// When they have so many words that no automaton can hold them: thousands of millions of letters.
    pub fn compile(rules: &[Rule]) -> Result<Self, TooManyWords> {
        let mut atoms = Vec::<Atom>::new();
        let mut numbers = HashMap::<Atom, u32>::new();
        let mut number = |atom: &Atom| {
            *numbers.entry(atom.clone()).or_insert_with(|| {
                atoms.push(atom.clone());
                u32::try_from(atoms.len() - 1).unwrap_or(u32::MAX)
            })
        };
        let rules: Vec<Compiled> = rules
            .iter()
            .map(|rule| Compiled {
                name: rule.name.clone(),
                condition: Condition::of(&rule.query, &mut number),
                once: rule.once,
                needs_stories: rule.needs_stories(),
            })
            .collect();
        let (mut woken, mut always) = (vec![Vec::new(); atoms.len()], Vec::new());
        let frequency = |atom: u32| atoms.get(atom as usize).map_or(FREQUENT, frequency);
        for (rule, place) in rules.iter().zip(0_u32..) {
            match rule.condition.triggers(&frequency) {
                None => always.push(place),
                Some(triggers) => {
                    for atom in triggers.into_iter().collect::<BTreeSet<u32>>() {
                        if let Some(rules) = woken.get_mut(atom as usize) {
                            rules.push(place);
                        }
                    }
                }
            }
        }
        let lookups = Lookups::new(atoms).map_err(|_| TooManyWords)?;
        Ok(Self { rules, lookups, woken, always })
    }

    /// Returns the number of rules.
    pub fn len(&self) -> usize {
        self.rules.len()
    }

    /// Reports whether there is no rule.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Returns the names of the rules, in their order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().map(|rule| rule.name.as_str())
    }

    /// Returns the name of a rule that asks for stories, which only articles of a story-linker have.
    pub fn needs_stories(&self) -> Option<&str> {
        self.rules.iter().find(|rule| rule.needs_stories).map(|rule| rule.name.as_str())
    }

    /// Returns the rules that an article matches, in their order, each with what matched.
    pub fn matches<'e>(&self, event: impl Into<Finished<'e>>) -> Vec<Match<'_>> {
        let observed = Observed::of(event.into(), &self.lookups);
        let truth = &observed.truth;
        let candidates = truth.atoms().iter().filter_map(|atom| self.woken.get(*atom as usize)).flatten();
        let candidates: BTreeSet<u32> = candidates.chain(&self.always).copied().collect();
        let rules = candidates.into_iter().filter_map(|place| self.rules.get(place as usize));
        rules
            .filter(|rule| rule.condition.is_met(truth))
            .map(|rule| {
                let mut reasons = BTreeSet::new();
                rule.condition.reasons(truth, &mut reasons);
                Match { rule: &rule.name, once: rule.once, found: observed.found(&reasons, &self.lookups) }
            })
            .collect()
    }
}

/// The rules have more words than an automaton can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooManyWords;

impl std::fmt::Display for TooManyWords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("the rules have too many words: split them over several processes")
    }
}

impl std::error::Error for TooManyWords {}

/// Returns how often an atom is true, in any unit: long words are rare.
fn frequency(atom: &Atom) -> f64 {
    match atom {
        Atom::Text { phrase, .. } | Atom::Name { phrase, .. } => {
            64.0 / phrase.folded().chars().count().max(1) as f64
        }
        // A large story has many articles, but few of its articles come first.
        Atom::Story { least, .. } => FREQUENT / f64::from(*least),
        Atom::Link { .. } => 1.0,
        Atom::Source(_) => FREQUENT / 10.0,
        Atom::Language(_) => FREQUENT,
    }
}
