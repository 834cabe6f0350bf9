//! What became of every article: the reckoning that the suite stands on.

use std::{
    collections::{BTreeMap, BTreeSet},
    pin::pin,
    time::Duration,
};

use anyhow::Context;
use futures_util::TryStreamExt;
use messages::{Article, ArticleSummarized, EntitiesTagged, Event, LanguageDetected, TextSegmented, headers};
use runtime::{
    bus::{Bus, Reading},
    topology::DEAD,
};

/// The count of one scenario.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Account {
    pub(super) published: usize,
    pub(super) summarized: usize,
    /// Dead and not summarized.
    pub(super) dead: usize,
    /// Neither.
    pub(super) lost: usize,
    /// Dead although summarized: set aside after its result was stored.
    pub(super) both: usize,
    /// Stored twice in any stream of events.
    pub(super) duplicates: usize,
    /// `None` where a consumer was made anew, and counts from one again.
    pub(super) redeliveries: Option<u64>,
    /// Dead letters by reason.
    pub(super) reasons: BTreeMap<String, usize>,
}

impl Account {
    /// Reads the streams of the server.
    pub(super) async fn take(bus: &Bus, published: &BTreeSet<String>) -> anyhow::Result<Self> {
        let mut account = Self { published: published.len(), ..Self::default() };
        let mut summarized = BTreeSet::new();
        let mut stored_in = BTreeMap::new();
        for event in
            [LanguageDetected::NAME, TextSegmented::NAME, EntitiesTagged::NAME, ArticleSummarized::NAME]
        {
            let reading = Reading { headers_only: true, ..Reading::all(event) };
            let mut events = pin!(bus.read(&reading).await?);
            let mut seen = BTreeSet::new();
            let mut count = 0_usize;
            while let Some(stored) = events.try_next().await? {
                count += 1;
                let id = stored.header(headers::MESSAGE_ID).context("an event has a message id")?;
                seen.insert(id.to_owned());
                if event == ArticleSummarized::NAME {
                    summarized.extend(stored.article_id());
                }
            }
            account.duplicates += count - seen.len();
            stored_in.insert(event, count);
        }
        let dead = dead_articles(bus, &mut account.reasons).await?;
        account.summarized = summarized.intersection(published).count();
        account.both = dead.intersection(&summarized).count();
        account.dead = dead.difference(&summarized).filter(|id| published.contains(*id)).count();
        account.lost = published.iter().filter(|id| !summarized.contains(*id) && !dead.contains(*id)).count();
        let status = bus.status().await?;
        let delivered: u64 = status.consumers.iter().map(|consumer| consumer.delivered).sum();
        let distinct: u64 = status.streams.iter().take(4).map(|stream| stream.messages).sum();
        account.redeliveries = Some(delivered.saturating_sub(distinct));
        Ok(account)
    }

    /// Whether every article is accounted for, once.
    pub(super) fn is_sound(&self) -> bool {
        self.lost == 0 && self.duplicates == 0 && self.published == self.summarized + self.dead
    }
}

/// The ids of the articles that were set aside and not replayed. One that cannot be read has the id that the
/// suite wrote into its text.
async fn dead_articles(bus: &Bus, reasons: &mut BTreeMap<String, usize>) -> anyhow::Result<BTreeSet<String>> {
    let mut articles = BTreeSet::new();
    for letter in bus.dead_letters(&runtime::bus::DeadFilter::default()).await? {
        if letter.replayed.is_some() {
            continue;
        }
        *reasons.entry(letter.reason.clone()).or_default() += 1;
        let id = if let Some(id) = letter.article {
            id
        } else {
            let stored = bus.stored_event(DEAD, letter.sequence).await?;
            id_in(&stored.context("a dead letter stays")?.payload)
        };
        articles.insert(id);
    }
    Ok(articles)
}

/// The id in a payload, whole or broken.
pub(super) fn id_in(payload: &[u8]) -> String {
    if let Ok(article) = Article::from_json(payload) {
        return article.id;
    }
    let text = String::from_utf8_lossy(payload);
    text.split('"').find(|part| part.starts_with("chaos-")).unwrap_or_default().to_owned()
}

/// Whether no stage has anything left to do.
pub(super) async fn settled(bus: &Bus) -> bool {
    match bus.status().await {
        Ok(status) => status.unfinished() == 0,
        Err(_) => false,
    }
}

/// How long a scenario may take to settle after its last fault.
pub(super) const PATIENCE: Duration = Duration::from_mins(5);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_article_still_says_its_id() {
        assert_eq!(id_in(br#"{"id":"chaos-7","body": "#), "chaos-7");
        assert_eq!(id_in(br#"{"id":"chaos-8","body":"Rain."}"#), "chaos-8");
    }

    #[test]
    fn an_account_is_sound_when_each_article_is_somewhere_once() {
        let sound = Account { published: 3, summarized: 2, dead: 1, ..Account::default() };
        assert!(sound.is_sound());
        for unsound in [
            Account { lost: 1, published: 4, ..sound.clone() },
            Account { duplicates: 1, ..sound.clone() },
            Account { dead: 0, ..sound.clone() },
        ] {
            assert!(!unsound.is_sound(), "{unsound:?}");
        }
    }
}
