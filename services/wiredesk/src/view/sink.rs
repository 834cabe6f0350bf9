//! What a format must be able to write.

use std::io;

use crate::{chain::Failure, command::Outcome};

/// Standard output in one format.
pub(crate) trait Sink {
    /// Writes an enriched article. `event` is its JSON.
    ///
    /// An article that the format cannot hold is reported on standard error, and the outcome says so.
    fn article(&mut self, event: &[u8]) -> io::Result<Outcome>;

    /// Writes the failure of an article.
    fn failure(&mut self, failure: &Failure) -> io::Result<()>;

    /// Makes everything written so far visible to the reader.
    fn flush(&mut self) -> io::Result<()>;

    /// Writes what stands after the last article, and flushes.
    fn finish(&mut self) -> io::Result<()> {
        self.flush()
    }
}
