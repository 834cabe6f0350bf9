//! The stories of articles that rules are tested with, without a server.

use anyhow::Result;
use messages::{ArticleLinked, ArticleSummarized};
use runtime::clock;
use story_linker::{Fingerprinter, Linking};

/// How long an article is compared with later ones. All come at once, so any length will do.
const WINDOW: i64 = 3_600_000;

/// Links articles as a story-linker does to which they come all at once.
pub(super) struct Stories {
    fingerprinter: Fingerprinter,
    linking: Linking,
    /// When all come, in milliseconds since 1970.
    now: i64,
}

impl Stories {
    pub(super) fn open() -> Result<Self> {
        let fingerprinter = Fingerprinter::new()?;
        let linking = Linking::new(WINDOW, fingerprinter.table());
        let now = i64::try_from(clock::now().unix_timestamp_nanos() / 1_000_000)?;
        Ok(Self { fingerprinter, linking, now })
    }

    /// Returns an article with the story that it has among those before.
    pub(super) fn link(&mut self, event: ArticleSummarized) -> ArticleLinked {
        let fingerprint = self.fingerprinter.fingerprint(&event, self.now);
        self.linking.link(event, fingerprint).event
    }
}
