//! JSON Lines: one JSON object per line, byte for byte as a stage encoded it
//! unless the offsets are converted.

use std::io::{self, BufWriter, StdoutLock, Write, stdout};

use formats::{OffsetUnit, with_utf16_offsets};

use super::{exchange::refused, sink::Sink};
use crate::{chain::Failure, command::Outcome};

/// Standard output as JSON Lines.
pub(super) struct Jsonl {
    out: BufWriter<StdoutLock<'static>>,
    unit: OffsetUnit,
}

impl Jsonl {
    pub(super) fn stdout(unit: OffsetUnit) -> Self {
        Self { out: BufWriter::new(stdout().lock()), unit }
    }

    fn line(&mut self, json: &[u8]) -> io::Result<()> {
        self.out.write_all(json)?;
        self.out.write_all(b"\n")
    }
}

impl Sink for Jsonl {
    fn article(&mut self, event: &[u8]) -> io::Result<Outcome> {
        match self.unit {
            OffsetUnit::CodePoints => self.line(event)?,
            OffsetUnit::Utf16 => match with_utf16_offsets(event) {
                Some(converted) => self.line(&converted)?,
                None => return Ok(refused("", "its offsets cannot be converted: use --offsets code-points")),
            },
        }
        Ok(Outcome::Done)
    }

    fn failure(&mut self, failure: &Failure) -> io::Result<()> {
        self.line(&serde_json::to_vec(failure)?)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
