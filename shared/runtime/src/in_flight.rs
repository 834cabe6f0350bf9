//! The ledger of deliveries that a worker process has in flight.
//!
//! The ledger lies in a file that the supervisor process shares. When the worker process dies, the supervisor
//! reads which deliveries were in flight and returns them to the server.

use std::{
    env,
    fs::File,
    io,
    os::{fd::AsFd, unix::fs::FileExt},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// The environment variable that tells a worker process the process id of its supervisor.
pub(crate) const SUPERVISOR: &str = "WIREDESK_SUPERVISOR";

/// The size of one slot of the file in bytes: two for the length of the reply subject, the rest for the
/// subject.
const SLOT: usize = 512;
/// The longest reply subject that fits into a slot, in bytes.
const LONGEST: usize = SLOT - 2;

/// The ledger: a file of slots, one for each delivery in flight.
///
/// Receiving and settling a delivery cost one small write each. The write stays in memory, because the file
/// is a memfd.
#[derive(Debug)]
pub(crate) struct Ledger {
    file: File,
    slots: Mutex<Slots>,
}

#[derive(Debug, Default)]
struct Slots {
    free: Vec<u64>,
    used: u64,
}

/// The ledger's entry for one delivery in flight.
#[derive(Debug)]
pub(crate) struct Entry {
    ledger: Arc<Ledger>,
    slot: u64,
}

impl Ledger {
    /// Creates a ledger in `file`, which must be empty.
    pub(crate) fn new(file: File) -> Arc<Self> {
        Arc::new(Self { file, slots: Mutex::default() })
    }

    /// Opens the ledger that the supervisor passed as standard input. Returns `None` without a supervisor.
    pub(crate) fn inherited() -> Option<Arc<Self>> {
        env::var_os(SUPERVISOR)?;
        let file = io::stdin().as_fd().try_clone_to_owned().ok()?;
        Some(Self::new(File::from(file)))
    }

    /// Enters the delivery that is settled by a message to the subject `reply`.
    ///
    /// Returns `None` if the subject is too long or the file cannot be written. Such a delivery is
    /// redelivered after the ack timeout if the process dies.
    pub(crate) fn enter(self: &Arc<Self>, reply: &str) -> Option<Entry> {
        if reply.len() > LONGEST {
            return None;
        }
        let slot = self.slots().take();
        let entry = Entry { ledger: Arc::clone(self), slot };
        let mut bytes = [0; SLOT];
        let (length, rest) = bytes.split_first_chunk_mut::<2>()?;
        *length = u16::try_from(reply.len()).ok()?.to_le_bytes();
        rest.get_mut(..reply.len())?.copy_from_slice(reply.as_bytes());
        self.file.write_all_at(bytes.get(..2 + reply.len())?, offset(slot)).ok()?;
        Some(entry)
    }

    fn slots(&self) -> MutexGuard<'_, Slots> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Entry {
    /// Removes the entry, because the delivery is settled. An entry that is only dropped stays in the file
    /// until another one takes its slot.
    pub(crate) fn settled(self) {
        // If this write fails, the supervisor returns a settled delivery, which the server ignores.
        drop(self.ledger.file.write_all_at(&[0, 0], offset(self.slot)));
    }
}

impl Drop for Entry {
    fn drop(&mut self) {
        self.ledger.slots().free.push(self.slot);
    }
}

impl Slots {
    fn take(&mut self) -> u64 {
        self.free.pop().unwrap_or_else(|| {
            self.used += 1;
            self.used - 1
        })
    }
}

/// Reads the reply subjects of all deliveries that the ledger in `file` lists as in flight.
///
/// # Errors
///
/// When the file cannot be read.
pub(crate) fn unsettled(file: &File) -> io::Result<Vec<String>> {
    let mut bytes = vec![0; usize::try_from(file.metadata()?.len()).unwrap_or(usize::MAX)];
    file.read_exact_at(&mut bytes, 0)?;
    Ok(bytes.chunks(SLOT).filter_map(subject_in).collect())
}

/// Reads the reply subject in one slot. Returns `None` for an empty or damaged slot.
fn subject_in(slot: &[u8]) -> Option<String> {
    let (length, rest) = slot.split_first_chunk()?;
    let subject = rest.get(..usize::from(u16::from_le_bytes(*length)))?;
    let subject = std::str::from_utf8(subject).ok().filter(|subject| !subject.is_empty())?;
    Some(subject.to_owned())
}

fn offset(slot: u64) -> u64 {
    slot * SLOT as u64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn empty() -> (File, Arc<Ledger>) {
        let file = tempfile::tempfile().unwrap();
        (file.try_clone().unwrap(), Ledger::new(file))
    }

    #[test]
    fn lists_what_was_entered_and_not_settled() {
        let (file, ledger) = empty();
        assert_eq!(unsettled(&file).unwrap(), Vec::<String>::new());
        let [first, second, third] =
            ["$JS.ACK.A.1", "$JS.ACK.B.22", "$JS.ACK.C.3"].map(|reply| ledger.enter(reply));
        second.unwrap().settled();
        assert_eq!(unsettled(&file).unwrap(), ["$JS.ACK.A.1", "$JS.ACK.C.3"]);
        drop((first, third));
        assert_eq!(unsettled(&file).unwrap(), ["$JS.ACK.A.1", "$JS.ACK.C.3"]);
    }

    #[test]
    fn slots_are_reused() {
        let (file, ledger) = empty();
        for number in 0..100 {
            ledger.enter(&format!("$JS.ACK.{number}")).unwrap().settled();
        }
        assert!(file.metadata().unwrap().len() <= SLOT as u64);
    }

    #[test]
    fn leaves_out_a_subject_that_is_too_long() {
        let (file, ledger) = empty();
        assert!(ledger.enter(&"x".repeat(LONGEST + 1)).is_none());
        let kept = ledger.enter(&"x".repeat(LONGEST));
        assert!(kept.is_some() && unsettled(&file).unwrap() == ["x".repeat(LONGEST)]);
    }

    proptest! {
        /// Checks that a truncated file or arbitrary bytes cause no panic.
        #[test]
        fn reads_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
            let file = tempfile::tempfile().unwrap();
            file.write_all_at(&bytes, 0).unwrap();
            prop_assert!(unsettled(&file).unwrap().len() <= bytes.len().div_ceil(SLOT));
        }
    }
}
