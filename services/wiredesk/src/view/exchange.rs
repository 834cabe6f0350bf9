//! The formats of other programs, written by `shared/formats`.

use std::io::{self, BufWriter, StdoutLock, Write, stdout};

use formats::{Enriched, Format, OffsetUnit};

use super::{page::plain, sink::Sink};
use crate::{chain::Failure, command::Outcome};

/// Standard output in a format of another program. Errors go to standard error, because the formats have no
/// place for them.
pub(super) struct Exchange {
    out: BufWriter<StdoutLock<'static>>,
    format: Format,
    unit: OffsetUnit,
    begun: bool,
}

impl Exchange {
    pub(super) fn stdout(format: Format, unit: OffsetUnit) -> Self {
        Self { out: BufWriter::new(stdout().lock()), format, unit, begun: false }
    }

    /// Writes what stands before the first article, once.
    fn begin(&mut self) -> io::Result<()> {
        if !self.begun {
            self.begun = true;
            self.out.write_all(self.format.before().as_bytes())?;
        }
        Ok(())
    }
}

impl Sink for Exchange {
    fn article(&mut self, event: &[u8]) -> io::Result<Outcome> {
        let Some(article) = Enriched::read(event) else {
            return Ok(refused("", "not an event that this version can read"));
        };
        match self.format.article(&article, self.unit) {
            Ok(written) => {
                self.begin()?;
                self.out.write_all(&written)?;
                Ok(Outcome::Done)
            }
            Err(error) => Ok(refused(&article.article.id, &error.to_string())),
        }
    }

    fn failure(&mut self, failure: &Failure) -> io::Result<()> {
        anstream::eprintln!("error: {}", plain(&failure.sentence()));
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    fn finish(&mut self) -> io::Result<()> {
        self.begin()?;
        self.out.write_all(self.format.after().as_bytes())?;
        self.out.flush()
    }
}

/// Reports an article that the output cannot hold.
pub(super) fn refused(id: &str, reason: &str) -> Outcome {
    let of_article = if id.is_empty() { String::new() } else { format!("article {}: ", plain(id)) };
    anstream::eprintln!("error: {of_article}{reason}");
    Outcome::SomeFailed
}
