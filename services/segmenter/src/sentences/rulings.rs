//! What the rules say of each mark that may end a sentence.

use super::candidate::Candidate;
use super::enclosures::Enclosures;
use super::marks::Marks;
use super::scorer::Verdict;
use super::{Rules, decision};
use crate::abbreviations::Class;

/// A candidate, and what the rules say of it.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a finding of its own")]
pub(super) struct Ruling {
    /// Where its mark stands.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) ends: bool,
    /// Whether the term before it is an abbreviation.
    pub(super) is_abbreviation: bool,
    /// Whether that abbreviation ends no sentence whatever follows.
    pub(super) is_never_final: bool,
    /// Whether no white space follows, and yet a word that could open a sentence.
    pub(super) may_end_tight: bool,
    /// Mark, class of the term, quotation and brackets around it, as one number.
    details: u32,
}

impl Ruling {
    pub(super) fn verdict(&self) -> Verdict {
        if self.ends { Verdict::End } else { Verdict::NoEnd }
    }

    /// All that the rules see, as a number.
    pub(super) fn code(&self) -> u32 {
        self.details * 4 + self.verdict() as u32
    }
}

/// The candidates of the scripts that mark where sentences end, in order.
pub(super) fn rulings<'t>(text: &'t str, rules: &'t Rules) -> impl Iterator<Item = Ruling> + 't {
    let mut enclosures = Enclosures::of(text, rules);
    let mut marks = Marks::of(text, rules);
    let mut start = 0;
    std::iter::from_fn(move || {
        let (position, mark) = marks.next()?;
        let candidate = Candidate::read(text, start, position, mark, marks.open, rules);
        marks.pass(candidate.end);
        // A stop inside brackets ends nothing outside them, unless the brackets close behind it.
        let enclosed = enclosures.hold(position, candidate.end);
        let class = decision::class_of_term(&candidate, rules);
        let ends = !enclosed && decision::ends_sentence(&candidate, class, rules);
        if ends {
            start = candidate.end;
        }
        Some(Ruling {
            start: position,
            end: candidate.end,
            ends,
            is_abbreviation: class.is_some(),
            is_never_final: class == Some(Class::NeverFinal),
            may_end_tight: decision::may_end_tight(&candidate),
            details: decision::details(&candidate, class) * 2 + u32::from(enclosed),
        })
    })
}
