//! What a format must be able to write.

use std::io;

use crate::chain::Failure;

/// Standard output in one format.
pub(crate) trait Sink {
    /// Writes an enriched article. `event` is its JSON.
    fn article(&mut self, event: &[u8]) -> io::Result<()>;

    /// Writes the failure of an article.
    fn failure(&mut self, failure: &Failure) -> io::Result<()>;

    /// Makes everything written so far visible to the reader.
    fn flush(&mut self) -> io::Result<()>;
}
