//! Which deliveries a process has in hand, noted where another process can read it afterwards.

use std::{
    fs::File,
    io,
    os::unix::fs::FileExt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// Bytes of one place in the file: two for the length of the reply subject, the rest for the subject. One that does not
/// fit is not noted, and waits for its ack wait.
const PLACE: usize = 512;
/// Longest reply subject that is noted, in bytes.
const LONGEST: usize = PLACE - 2;

/// The file and which of its places are free.
///
/// Taking a delivery and settling it cost one small write each, into memory where the file is one of memory.
#[derive(Debug)]
pub(crate) struct InHand {
    file: File,
    places: Mutex<Places>,
}

#[derive(Debug, Default)]
struct Places {
    free: Vec<u64>,
    used: u64,
}

/// One delivery in hand; whoever settles it says so.
#[derive(Debug)]
pub(crate) struct Note {
    in_hand: Arc<InHand>,
    place: u64,
}

impl InHand {
    /// Notes in `file`, which is empty.
    pub(crate) fn new(file: File) -> Arc<Self> {
        Arc::new(Self { file, places: Mutex::default() })
    }

    /// Notes the delivery that is settled by a message to `reply`; `None` where that cannot be written.
    pub(crate) fn note(self: &Arc<Self>, reply: &str) -> Option<Note> {
        if reply.len() > LONGEST {
            return None;
        }
        let place = self.places().take();
        let note = Note { in_hand: Arc::clone(self), place };
        let length = u16::try_from(reply.len()).ok()?.to_le_bytes();
        self.file.write_all_at(&[&length, reply.as_bytes()].concat(), offset(place)).ok()?;
        Some(note)
    }

    fn places(&self) -> MutexGuard<'_, Places> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Note {
    /// The delivery is settled. One that is dropped otherwise stays noted until another takes its place.
    pub(crate) fn settled(self) {
        // Where this fails, the server is told once more what it knows.
        drop(self.in_hand.file.write_all_at(&[0, 0], offset(self.place)));
    }
}

impl Drop for Note {
    fn drop(&mut self) {
        self.in_hand.places().free.push(self.place);
    }
}

impl Places {
    fn take(&mut self) -> u64 {
        self.free.pop().unwrap_or_else(|| {
            self.used += 1;
            self.used - 1
        })
    }
}

/// The reply subjects of all that `file` notes as in hand.
///
/// # Errors
///
/// When the file cannot be read.
pub(crate) fn left(file: &File) -> io::Result<Vec<String>> {
    let mut noted = vec![0; usize::try_from(file.metadata()?.len()).unwrap_or(usize::MAX)];
    file.read_exact_at(&mut noted, 0)?;
    Ok(noted.chunks(PLACE).filter_map(noted_in).collect())
}

/// The reply subject in one place, where there is one.
fn noted_in(place: &[u8]) -> Option<String> {
    let (length, rest) = place.split_first_chunk()?;
    let subject = rest.get(..usize::from(u16::from_le_bytes(*length)))?;
    let subject = std::str::from_utf8(subject).ok().filter(|subject| !subject.is_empty())?;
    Some(subject.to_owned())
}

fn offset(place: u64) -> u64 {
    place * PLACE as u64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn empty() -> (File, Arc<InHand>) {
        let file = tempfile::tempfile().unwrap();
        (file.try_clone().unwrap(), InHand::new(file))
    }

    #[test]
    fn what_is_taken_and_not_settled_is_left() {
        let (file, in_hand) = empty();
        assert_eq!(left(&file).unwrap(), Vec::<String>::new());
        let [first, second, third] =
            ["$JS.ACK.A.1", "$JS.ACK.B.22", "$JS.ACK.C.3"].map(|reply| in_hand.note(reply));
        second.unwrap().settled();
        assert_eq!(left(&file).unwrap(), ["$JS.ACK.A.1", "$JS.ACK.C.3"]);
        drop((first, third));
        assert_eq!(left(&file).unwrap(), ["$JS.ACK.A.1", "$JS.ACK.C.3"]);
    }

    #[test]
    fn places_are_used_again() {
        let (file, in_hand) = empty();
        for number in 0..100 {
            in_hand.note(&format!("$JS.ACK.{number}")).unwrap().settled();
        }
        assert!(file.metadata().unwrap().len() <= PLACE as u64);
    }

    #[test]
    fn a_subject_without_room_is_not_noted() {
        let (file, in_hand) = empty();
        assert!(in_hand.note(&"x".repeat(LONGEST + 1)).is_none());
        let kept = in_hand.note(&"x".repeat(LONGEST));
        assert!(kept.is_some() && left(&file).unwrap() == ["x".repeat(LONGEST)]);
    }

    proptest! {
        /// A file cut off anywhere, or of any bytes at all, is read without harm.
        #[test]
        fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
            let file = tempfile::tempfile().unwrap();
            file.write_all_at(&bytes, 0).unwrap();
            prop_assert!(left(&file).unwrap().len() <= bytes.len().div_ceil(PLACE));
        }
    }
}
