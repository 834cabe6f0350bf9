//! An account of every article: summarized, dead or lost. All verdicts of the suite rest on it.

use std::{
    collections::{BTreeMap, BTreeSet},
    pin::pin,
    time::Duration,
};

use anyhow::Context;
use futures_util::TryStreamExt;
use messages::{
    Article, ArticleReceived, ArticleSummarized, EntitiesTagged, Event, LanguageDetected, TextSegmented,
    headers,
};
use runtime::{
    bus::{Bus, DeadFilter, StreamQuery},
    topology::DEAD,
};

use crate::{articles::ID_PREFIX, streams::stored};

/// How long a scenario may take to settle after its last fault.
pub(crate) const SETTLE_DEADLINE: Duration = Duration::from_mins(5);

/// The events that stages make.
const MADE: [&str; 4] =
    [LanguageDetected::NAME, TextSegmented::NAME, EntitiesTagged::NAME, ArticleSummarized::NAME];

/// The counts of one scenario, in articles unless a field says otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Account {
    /// Distinct articles that were published.
    pub(crate) published: usize,
    /// Articles with a result.
    pub(crate) summarized: usize,
    /// Articles that became dead letters and have no result.
    pub(crate) dead: usize,
    /// Articles that have no result and did not become dead letters.
    pub(crate) lost: usize,
    /// Messages that any stream of events holds twice under one message id.
    pub(crate) duplicates: usize,
    /// Deliveries beyond one for each article and stage. `None` if a consumer was created again: its count
    /// then starts from one.
    pub(crate) redeliveries: Option<u64>,
    /// Number of dead letters by reason.
    pub(crate) reasons: BTreeMap<String, usize>,
}

impl Account {
    /// Takes the account of the published ids from the server's streams.
    pub(crate) async fn take(bus: &Bus, published: &BTreeSet<String>) -> anyhow::Result<Self> {
        let mut account = Self { published: published.len(), ..Self::default() };
        let mut summarized = BTreeSet::new();
        for event in MADE {
            let query = StreamQuery { headers_only: true, ..StreamQuery::all(event) };
            let mut events = pin!(bus.read(&query).await?);
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
        }
        let dead = dead_articles(bus, &mut account.reasons).await?;
        account.summarized = summarized.intersection(published).count();
        account.dead = dead.difference(&summarized).filter(|id| published.contains(*id)).count();
        account.lost = published.iter().filter(|id| !summarized.contains(*id) && !dead.contains(*id)).count();
        let status = bus.status().await?;
        let delivered: u64 = status.consumers.iter().map(|consumer| consumer.delivered).sum();
        // Each stage takes every event of its input stream once, so the inputs count the first deliveries.
        let inputs =
            [ArticleReceived::NAME, LanguageDetected::NAME, TextSegmented::NAME, EntitiesTagged::NAME];
        let distinct: u64 = inputs.map(|event| stored(bus, &status, event)).iter().sum();
        account.redeliveries = Some(delivered.saturating_sub(distinct));
        Ok(account)
    }

    /// Reports whether every article is accounted for exactly once.
    pub(crate) fn is_sound(&self) -> bool {
        self.lost == 0 && self.duplicates == 0 && self.published == self.summarized + self.dead
    }
}

/// Returns the ids of the articles that became dead letters and were not replayed, and counts the reasons.
///
/// An article that cannot be decoded has the id that the suite wrote into its text.
async fn dead_articles(bus: &Bus, reasons: &mut BTreeMap<String, usize>) -> anyhow::Result<BTreeSet<String>> {
    let mut articles = BTreeSet::new();
    for letter in bus.dead_letters(&DeadFilter::default()).await? {
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

/// Returns the article id in a payload, even if the payload is not valid JSON.
pub(crate) fn id_in(payload: &[u8]) -> String {
    if let Ok(article) = Article::from_json(payload) {
        return article.id;
    }
    let text = String::from_utf8_lossy(payload);
    text.split('"').find(|quoted| quoted.starts_with(ID_PREFIX)).unwrap_or_default().to_owned()
}

/// Reports whether no stage has any work left.
pub(crate) async fn is_settled(bus: &Bus) -> bool {
    bus.status().await.is_ok_and(|status| status.unfinished() == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_id_in_a_broken_article() {
        assert_eq!(id_in(br#"{"id":"fault-7","body": "#), "fault-7");
        assert_eq!(id_in(br#"{"id":"fault-8","body":"Rain."}"#), "fault-8");
    }

    #[test]
    fn is_sound_if_each_article_is_accounted_for_once() {
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
