//! One article in a list.

use messages::EntityType;
use serde::Serialize;

use super::{article::Article, kind::Kind, step::Step, times::rfc3339, words::Words};

/// How many names a row shows.
const NAMES: usize = 8;

/// What a list shows of an article.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// The article's id.
    pub id: String,
    /// The revision of its newest event, if that names one.
    pub revision: Option<String>,
    /// The number of revisions that are known.
    pub revisions: usize,
    /// How far its newest event is: `received`, …, `summarized`, or `dead`.
    pub state: &'static str,
    /// The time at which its newest version arrived (RFC 3339).
    pub received_at: String,
    /// The milliseconds from then to its newest event.
    pub latency_ms: Option<f64>,
    /// The lane of its newest event: `live` or `backfill`.
    pub lane: Option<String>,
    /// The language, once it is detected.
    pub language: Option<String>,
    /// The headline, or the body's first line if it is one, or the suggested one, once the article is enriched.
    pub headline: Option<String>,
    /// The publisher, once the article is enriched.
    pub source: Option<String>,
    /// The most salient names.
    pub names: Vec<Named>,
    /// Why its newest event is a dead letter.
    pub dead: Option<Failed>,
}

/// A name with its type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Named {
    /// The fullest form of the name in the article.
    pub name: String,
    /// The type.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
}

/// A dead letter of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failed {
    /// The stage.
    pub stage: String,
    /// The code of the reason.
    pub reason: String,
    /// The sequence in the stream of dead letters.
    pub sequence: u64,
}

impl Row {
    pub(super) fn of(article: &Article, words: &Words) -> Option<Self> {
        let newest =
            article.steps.iter().filter(|it| it.kind != Kind::Replayed).max_by_key(|it| (it.at, it.kind))?;
        let kept = article.kept.as_deref();
        let hexadecimal = |step: &Step| step.revision.map(|revision| format!("{revision:016x}"));
        let mut revisions: Vec<_> = article.steps.iter().filter_map(|step| step.revision).collect();
        revisions.sort_unstable();
        revisions.dedup();
        let latency = newest.at.saturating_sub(article.order);
        let names = kept.map(|kept| &*kept.names).unwrap_or_default().iter().take(NAMES);
        Some(Self {
            id: article.id.to_string(),
            revision: hexadecimal(newest),
            revisions: revisions.len(),
            state: newest.kind.as_str(),
            received_at: rfc3339(article.order),
            latency_ms: (latency > 0).then_some(latency as f64 / 1e6),
            lane: lane(words.text(newest.subject)),
            language: article.language.map(|language| words.text(language).to_owned()),
            headline: kept.map(|kept| kept.headline.to_string()).filter(|headline| !headline.is_empty()),
            source: kept.and_then(|kept| kept.source).map(|source| words.text(source).to_owned()),
            names: names
                .map(|(name, of_type)| Named { name: words.text(*name).to_owned(), entity_type: *of_type })
                .collect(),
            dead: failed(newest, words),
        })
    }
}

fn failed(step: &Step, words: &Words) -> Option<Failed> {
    if step.kind != Kind::Dead {
        return None;
    }
    let stage = words.text(step.subject).rsplit('.').nth(1)?.to_owned();
    Some(Failed { stage, reason: step.failure()?.0.clone(), sequence: step.sequence })
}

/// Returns the lane in a subject: `prefix.v1.event.lane.language`. A dead letter has the stage there.
fn lane(subject: &str) -> Option<String> {
    subject.split('.').nth(3).filter(|token| matches!(*token, "live" | "backfill")).map(str::to_owned)
}
