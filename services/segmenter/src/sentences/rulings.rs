//! What the rules say of each mark that may end a sentence.

use super::candidate::Candidate;
use super::closing::Quotations;
use super::enclosures::Enclosures;
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

/// The candidates of the scripts that mark where sentences end.
pub(super) fn rulings(text: &str, rules: &Rules) -> Vec<Ruling> {
    let mut enclosures = Enclosures::of(text, rules);
    let mut rulings = Vec::new();
    let (mut start, mut at, mut quotations) = (0, 0, Quotations::default());
    while let Some((position, mark)) = next_mark(text, at, rules) {
        quotations.pass(text.get(at..position).unwrap_or(""));
        let candidate = Candidate::read(text, start, position, mark, quotations, rules);
        quotations.pass(text.get(position..candidate.end).unwrap_or(""));
        at = candidate.end;
        // A stop inside brackets ends nothing outside them, unless the brackets close behind it.
        let enclosed = enclosures.hold(position, candidate.end);
        let class = decision::class_of_term(&candidate, rules);
        let ends = !enclosed && decision::ends_sentence(&candidate, class, rules);
        if ends {
            start = candidate.end;
        }
        let details = decision::details(&candidate, class) * 2 + u32::from(enclosed);
        rulings.push(Ruling {
            start: position,
            end: candidate.end,
            ends,
            is_abbreviation: class.is_some(),
            is_never_final: class == Some(Class::NeverFinal),
            may_end_tight: decision::may_end_tight(&candidate),
            details,
        });
    }
    rulings
}

/// The next mark that may end a sentence. Bytes first: only what is no letter of ASCII is read as a character.
fn next_mark(text: &str, from: usize, rules: &Rules) -> Option<(usize, char)> {
    let bytes = text.as_bytes().get(from..)?;
    let may_mark = |byte: &u8| !matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b' ' | b',' | 0x80..=0xbf);
    let places = bytes.iter().enumerate().filter(|(_, byte)| may_mark(byte));
    let mut marks = places.filter_map(|(offset, byte)| {
        let character =
            if byte.is_ascii() { char::from(*byte) } else { text.get(from + offset..)?.chars().next()? };
        rules.is_mark(character).then_some((from + offset, character))
    });
    marks.next()
}
