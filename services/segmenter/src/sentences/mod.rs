//! Sentences of a block, by one forward scan over its marks.
//!
//! [`candidate`] reads what stands around a mark, [`decision`] says whether a sentence ends there.
//! Nothing is read twice but a bounded stretch around each mark, so the time is linear in the text.

mod candidate;
mod decision;
mod enclosures;
mod rules;
mod speech;
#[cfg(test)]
mod tests;
mod unspaced;

pub(crate) use rules::Rules;
use text::Span;

use candidate::Candidate;
use enclosures::Enclosures;

/// The sentences of the stretch `within`, in order; together they cover it but for white space.
pub(crate) fn sentences(text: &str, within: Span, rules: &Rules) -> Vec<Span> {
    let stretch = within.of(text);
    let ends = if rules.is_unspaced() { unspaced::ends(stretch, rules) } else { ends(stretch, rules) };
    let mut sentences: Vec<Span> = Vec::new();
    let mut start = 0;
    for end in ends.into_iter().chain([stretch.len()]) {
        let sentence = Span::new(start, end).trimmed(stretch);
        start = end;
        match sentences.last_mut() {
            _ if sentence.is_empty() => {}
            // A closing mark on its own belongs to the sentence that it closes.
            Some(last) if sentence.of(stretch).chars().all(text::is_closing_mark) => last.end = sentence.end,
            _ => sentences.push(sentence),
        }
    }
    sentences.into_iter().map(|sentence| sentence.shifted(within.start)).collect()
}

/// Where sentences end, in the scripts that mark it.
fn ends(text: &str, rules: &Rules) -> Vec<usize> {
    let mut enclosures = Enclosures::of(text, rules);
    let mut ends = Vec::new();
    let (mut start, mut at) = (0, 0);
    while let Some((position, mark)) = next_mark(text, at, rules) {
        let candidate = Candidate::read(text, start, position, mark);
        at = candidate.end;
        // A stop inside brackets ends nothing outside them, unless the brackets close behind it.
        let enclosed = enclosures.hold(position, candidate.end);
        if !enclosed && decision::ends_sentence(&candidate, rules) {
            ends.push(candidate.end);
            start = candidate.end;
        }
    }
    ends
}

/// The next mark that may end a sentence.
fn next_mark(text: &str, from: usize, rules: &Rules) -> Option<(usize, char)> {
    let rest = text.get(from..)?;
    let found = rest.char_indices().find(|(_, character)| rules.is_mark(*character));
    found.map(|(offset, mark)| (from + offset, mark))
}
