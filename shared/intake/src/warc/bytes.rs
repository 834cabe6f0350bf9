//! The bytes of an archive, plain or in gzip, with their place in the file.
//!
//! Archives are compressed record by record: each record is a gzip member of its own. So a damaged member does
//! not damage the others, and the offset of a member is the place of its record.

use std::io::{self, BufRead, BufReader, Read};

use flate2::bufread::GzDecoder;

use super::head::VERSION;

/// What every gzip member with deflate begins with.
const MEMBER: [u8; 3] = [0x1f, 0x8b, 8];

/// The content of an archive.
pub(super) enum Bytes<R: BufRead> {
    Plain(Counted<R>),
    Gzip(Box<Members<R>>),
}

impl<R: BufRead> Bytes<R> {
    pub(super) fn open(reader: R) -> io::Result<Self> {
        let mut file = Counted { reader, position: 0 };
        let is_gzip = file.fill_buf()?.first() == MEMBER.first();
        let gzip = |file| Self::Gzip(Box::new(Members { state: State::Between(file), start: 0, inside: 0 }));
        Ok(if is_gzip { gzip(file) } else { Self::Plain(file) })
    }

    /// Returns the place of the next byte.
    pub(super) fn place(&self) -> String {
        match self {
            Self::Plain(file) => format!("@{}", file.position),
            Self::Gzip(members) if members.inside == 0 => format!("@{}", members.start),
            Self::Gzip(members) => format!("@{}+{}", members.start, members.inside),
        }
    }

    /// Goes to the next gzip member. Returns `false` if there is none.
    pub(super) fn skip_to_member(&mut self) -> io::Result<bool> {
        match self {
            // What cannot be read in a plain file cannot be read later either.
            Self::Plain(_) => Ok(false),
            Self::Gzip(members) => members.skip_to_next(),
        }
    }
}

impl<R: BufRead> Read for Bytes<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut available = self.fill_buf()?;
        let count = available.read(buffer)?;
        self.consume(count);
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Bytes<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        match self {
            Self::Plain(file) => file.fill_buf(),
            Self::Gzip(members) => members.fill_buf(),
        }
    }

    fn consume(&mut self, amount: usize) {
        match self {
            Self::Plain(file) => file.consume(amount),
            Self::Gzip(members) => members.consume(amount),
        }
    }
}

/// A file that counts what was read.
pub(super) struct Counted<R> {
    reader: R,
    position: u64,
}

impl<R: BufRead> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(buffer)?;
        self.position += count as u64;
        Ok(count)
    }
}

impl<R: BufRead> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.reader.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.position += amount as u64;
        self.reader.consume(amount);
    }
}

/// The members of a gzip file, one after another.
pub(super) struct Members<R: BufRead> {
    state: State<R>,
    /// The offset of the current member in the file.
    start: u64,
    /// The bytes of the current member that were read.
    inside: u64,
}

enum State<R: BufRead> {
    Between(Counted<R>),
    Inside(Box<BufReader<GzDecoder<Counted<R>>>>),
    /// Only while one of the others becomes the other.
    Nowhere,
}

impl<R: BufRead> Members<R> {
    /// Returns the file, behind what was read of the member.
    fn leave(&mut self) -> Option<Counted<R>> {
        match std::mem::replace(&mut self.state, State::Nowhere) {
            State::Between(file) => Some(file),
            State::Inside(member) => Some(member.into_inner().into_inner()),
            State::Nowhere => None,
        }
    }

    /// Begins the next member. Returns `false` at the end of the file.
    fn enter_next(&mut self) -> io::Result<bool> {
        let Some(mut file) = self.leave() else { return Ok(false) };
        let is_end = file.fill_buf().map(<[u8]>::is_empty);
        if !matches!(is_end, Ok(false)) {
            self.state = State::Between(file);
            return is_end.map(|_| false);
        }
        (self.start, self.inside) = (file.position, 0);
        self.state = State::Inside(Box::new(BufReader::new(GzDecoder::new(file))));
        Ok(true)
    }

    fn skip_to_next(&mut self) -> io::Result<bool> {
        loop {
            let Some(mut file) = self.leave() else { return Ok(false) };
            // The sign of the damaged member itself is not the next one.
            let is_at_start = file.position == self.start;
            let is_found = skip_to_sign(&mut file, is_at_start);
            (self.start, self.inside) = (file.position, 0);
            self.state = State::Between(file);
            if !is_found? {
                return Ok(false);
            }
            // The same bytes may stand inside compressed data. A member of an archive begins with a record.
            self.enter_next()?;
            if let State::Inside(member) = &mut self.state
                && member.fill_buf().is_ok_and(|start| start.starts_with(VERSION))
            {
                return Ok(true);
            }
        }
    }

    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        loop {
            let is_at_end = match &mut self.state {
                State::Inside(member) => member.fill_buf()?.is_empty(),
                State::Between(_) | State::Nowhere => true,
            };
            if !is_at_end {
                break;
            }
            if !self.enter_next()? {
                return Ok(&[]);
            }
        }
        match &mut self.state {
            State::Inside(member) => member.fill_buf(),
            State::Between(_) | State::Nowhere => Ok(&[]),
        }
    }

    fn consume(&mut self, amount: usize) {
        if let State::Inside(member) = &mut self.state {
            member.consume(amount);
            self.inside += amount as u64;
        }
    }
}

/// Reads up to the sign of a member, which stays unread. Returns `false` at the end of the file.
///
/// `is_at_start` says that the sign of a damaged member may be the next bytes, which are passed over.
fn skip_to_sign(file: &mut Counted<impl BufRead>, is_at_start: bool) -> io::Result<bool> {
    let mut passed_over = usize::from(is_at_start);
    loop {
        let buffer = file.fill_buf()?;
        if buffer.is_empty() {
            return Ok(false);
        }
        let from = std::mem::take(&mut passed_over);
        let rest = buffer.get(from..).unwrap_or_default();
        // A sign at the edge of two buffers is known by its first byte: what follows decides.
        let found = (0..rest.len()).find(|at| {
            let start = rest.get(*at..).unwrap_or_default();
            MEMBER.iter().zip(start).all(|(sign, byte)| sign == byte)
        });
        let length = buffer.len();
        match found {
            Some(at) => {
                file.consume(from + at);
                return Ok(true);
            }
            None => file.consume(length),
        }
    }
}
