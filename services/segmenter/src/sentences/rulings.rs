//! What the rules say about each mark that may end a sentence.

use super::candidate::Candidate;
use super::decision;
use super::enclosures::Enclosures;
use super::marks::Marks;
use super::missing_space::may_end_without_gap;
use super::rules::Rules;
use super::term_class::term_class;
use crate::languages::Class;

/// A candidate, and what the rules say about it.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent finding")]
pub(super) struct Ruling {
    /// The start of the mark, in bytes.
    pub(super) start: usize,
    /// The end of the mark and of what closes with it, in bytes.
    pub(super) end: usize,
    /// Whether a sentence ends here.
    pub(super) ends: bool,
    /// Whether the term before the mark is an abbreviation.
    pub(super) is_abbreviation: bool,
    /// Whether that abbreviation never ends a sentence.
    pub(super) is_never_final: bool,
    /// Whether a word that could open a sentence follows without white space.
    pub(super) may_end_without_gap: bool,
    /// Mark, class of the term, quotation and brackets, encoded as one number.
    details: u32,
}

/// What the rules say about a gap between words. The numbers are features of the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// No mark is there.
    NoMark = 0,
    /// A sentence ends.
    End = 2,
    /// A mark is there, and no sentence ends.
    NoEnd = 3,
}

impl Ruling {
    /// Returns the verdict on the gap after the mark.
    pub(super) fn verdict(&self) -> Verdict {
        if self.ends { Verdict::End } else { Verdict::NoEnd }
    }

    /// Encodes all that the rules see as a number.
    pub(super) fn code(&self) -> u32 {
        self.details * 4 + self.verdict() as u32
    }
}

/// Judges the candidates of a text in order, for scripts that mark the ends of sentences.
pub(super) fn rulings<'t>(text: &'t str, rules: &'t Rules) -> impl Iterator<Item = Ruling> + 't {
    let mut enclosures = Enclosures::find(text, rules);
    let mut marks = Marks::new(text, rules);
    let mut start = 0;
    std::iter::from_fn(move || {
        let (position, mark) = marks.next()?;
        let candidate = Candidate::at(text, start, position, mark, marks.open, rules);
        marks.skip_to(candidate.end);
        // A stop inside brackets ends nothing outside them, unless the brackets close after it.
        let enclosed = enclosures.hold(position, candidate.end);
        let class = term_class(&candidate, rules);
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
            may_end_without_gap: may_end_without_gap(&candidate),
            details: decision::details(&candidate, class) * 2 + u32::from(enclosed),
        })
    })
}
