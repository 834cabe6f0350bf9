//! Lines, and which of them were written lately. Pure but for reading.

use std::{
    collections::{HashSet, VecDeque},
    io::{self, BufRead},
};

use sha2::{Digest, Sha256};

/// How many lines are remembered. A server that is killed forgets the acknowledgements of its last seconds and
/// delivers these events again; at a thousand articles a second this is more than a minute.
pub(crate) const REMEMBERED: usize = 100_000;

/// The part of a line, with its line break, that identifies it.
pub(crate) type Identity = fn(&[u8]) -> &[u8];

/// What identifies a line: the first half of the SHA-256 of that part. An event that is delivered again has the same bytes; another
/// result for the same article has others.
pub(crate) type Print = [u8; 16];

/// The lines that were written last.
#[derive(Debug, Default)]
pub(crate) struct Recent {
    known: HashSet<Print>,
    /// The oldest one first.
    order: VecDeque<Print>,
}

impl Recent {
    /// Reports whether a line was written lately.
    pub(crate) fn contains(&self, print: &Print) -> bool {
        self.known.contains(print)
    }

    /// Adds a line, and forgets the oldest one if there are too many.
    pub(crate) fn add(&mut self, print: Print) {
        if self.known.insert(print) {
            self.order.push_back(print);
        }
        if self.order.len() > REMEMBERED
            && let Some(oldest) = self.order.pop_front()
        {
            self.known.remove(&oldest);
        }
    }
}

/// What a file holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Held {
    /// Its whole lines, in order.
    pub(crate) prints: Vec<Print>,
    /// Its length up to the last whole line, in bytes.
    pub(crate) length: u64,
}

impl Held {
    /// Reads a file. A last line without its line break does not count: its write was interrupted.
    pub(crate) fn read(mut file: impl BufRead, identity: Identity) -> io::Result<Self> {
        let mut held = Self::default();
        let mut line = Vec::new();
        while file.read_until(b'\n', &mut line)? > 0 {
            if line.ends_with(b"\n") {
                held.prints.push(print(identity(&line)));
                held.length += line.len() as u64;
            }
            line.clear();
        }
        Ok(held)
    }
}

/// Returns an event as a line, with its line break.
///
/// In valid JSON a line break is insignificant white space, so that a space in its place changes no value.
pub(crate) fn line(event: &[u8]) -> Vec<u8> {
    let is_break = |byte: u8| matches!(byte, b'\n' | b'\r');
    let flat = event.iter().map(|byte| if is_break(*byte) { b' ' } else { *byte });
    flat.chain([b'\n']).collect()
}

/// Returns what identifies a line, from the part of it that does.
pub(crate) fn print(part: &[u8]) -> Print {
    let mut print = Print::default();
    print.iter_mut().zip(Sha256::digest(part)).for_each(|(byte, of_hash)| *byte = of_hash);
    print
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_interrupted_line_does_not_count() {
        let held = Held::read(&b"{\"a\":1}\n{\"b\":2}\n{\"c\""[..], |line| line).unwrap();
        assert_eq!(held.length, 16);
        assert_eq!(held.prints, [print(b"{\"a\":1}\n"), print(b"{\"b\":2}\n")]);
    }

    #[test]
    fn an_event_with_line_breaks_is_one_line() {
        assert_eq!(line(b"{\n \"a\":\r\n1}"), b"{  \"a\":  1}\n");
    }

    #[test]
    fn the_oldest_lines_are_forgotten() {
        let of = |number: usize| print(number.to_string().as_bytes());
        let mut recent = Recent::default();
        (0..=REMEMBERED).for_each(|number| recent.add(of(number)));
        recent.add(of(REMEMBERED));
        assert!(!recent.contains(&of(0)) && recent.contains(&of(1)) && recent.contains(&of(REMEMBERED)));
        assert_eq!((recent.known.len(), recent.order.len()), (REMEMBERED, REMEMBERED));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_their_interrupted_end(
            bytes in proptest::collection::vec(prop_oneof![Just(b'\n'), any::<u8>()], 0..200)
        ) {
            let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |last| last + 1);
            let lines = bytes[..whole].split_inclusive(|byte| *byte == b'\n');
            let expected = Held { prints: lines.map(print).collect(), length: whole as u64 };
            prop_assert_eq!(Held::read(bytes.as_slice(), |line| line).unwrap(), expected);
        }

        #[test]
        fn any_event_is_one_line(event in proptest::collection::vec(any::<u8>(), 0..40)) {
            let line = line(&event);
            let held = Held::read(line.as_slice(), |line| line).unwrap();
            prop_assert_eq!(held, Held { prints: vec![print(&line)], length: line.len() as u64 });
        }
    }
}
