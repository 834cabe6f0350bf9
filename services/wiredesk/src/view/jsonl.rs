//! JSON Lines: one JSON object per line, byte for byte as a stage encoded it.

use std::io::{self, BufWriter, StdoutLock, Write, stdout};

use super::sink::Sink;
use crate::chain::Failure;

/// Standard output as JSON Lines.
pub(super) struct Jsonl(BufWriter<StdoutLock<'static>>);

impl Jsonl {
    pub(super) fn stdout() -> Self {
        Self(BufWriter::new(stdout().lock()))
    }

    fn line(&mut self, json: &[u8]) -> io::Result<()> {
        self.0.write_all(json)?;
        self.0.write_all(b"\n")
    }
}

impl Sink for Jsonl {
    fn article(&mut self, event: &[u8]) -> io::Result<()> {
        self.line(event)
    }

    fn failure(&mut self, failure: &Failure) -> io::Result<()> {
        self.line(&serde_json::to_vec(failure)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
