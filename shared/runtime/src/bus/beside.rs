//! The programs beside the stages that read finished articles: the story-linker, alerters and sinks. What waits for each,
//! and whether anybody works.

use std::time::Duration;

use async_nats::jetstream::consumer::Info;
use futures_util::TryStreamExt;
use messages::{ArticleLinked, ArticleSummarized, Event, StageName};
use serde::Serialize;

use super::{
    bucket::Kept,
    client::{Bus, BusError},
    doctor::{Finding, State},
    durable::{Keeper, is_kept_by},
};
use crate::{
    causes::with_causes,
    clock,
    topology::{ALERTS, STORIES, STORIES_LEASE},
};

/// From how many waiting articles on a program is behind. The linker and an alerter read these in some ten seconds.
const BEHIND: u64 = 10_000;
/// A lease that was not renewed for so long is nobody's. Its holder renews it every second; the rest is for clocks that
/// differ.
const LEASE_AGE: Duration = Duration::from_secs(15);

/// A program beside the stages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Beside {
    /// What it is.
    pub kind: BesideKind,
    /// The name under which the server keeps its place, or `story-linker`.
    pub name: String,
    /// The stream that it reads.
    pub stream: String,
    /// The number of articles that it has not got yet.
    pub pending: u64,
    /// The number of articles that it has got, and not settled yet.
    pub in_flight: usize,
    /// Whether a process works, as far as the server can tell.
    pub works: bool,
}

/// What a program beside the stages is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum BesideKind {
    /// The story-linker.
    Linker,
    /// `wiredesk alerts run`.
    Alerter,
    /// `wiredesk sink`.
    Sink,
}

/// What is wrong with a program beside the stages, and the remedy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub found: String,
    /// The remedy.
    pub remedy: String,
}

impl Bus {
    /// Returns the programs beside the stages that the pipeline is set up for, or that have a place on the server.
    ///
    /// # Errors
    ///
    /// When the server does not answer or refuses.
    pub async fn beside(&self) -> Result<Vec<Beside>, BusError> {
        let mut all: Vec<Beside> = self.linker().await?.into_iter().collect();
        for stage in StageName::ALL.into_iter().chain([StageName::Link]) {
            match self.places(&self.topology.stream(stage.output())).await {
                Ok(places) => all.extend(places.iter().filter_map(of_place)),
                // Streams that are missing are reported elsewhere.
                Err(BusError::NotSetUp(_)) => {}
                Err(error) => return Err(error),
            }
        }
        let has_alerter = all.iter().any(|one| one.kind == BesideKind::Alerter);
        if !has_alerter && self.exists(ALERTS).await? {
            all.push(self.alerter_without_place().await?);
        }
        Ok(all)
    }

    /// Checks the programs beside the stages. There are none in a pipeline that has only stages.
    pub(super) async fn check_beside(&self) -> Vec<Finding> {
        match self.beside().await {
            Ok(all) => all.iter().map(finding).collect(),
            Err(error) => {
                let remedy = "connect as the operator";
                vec![Finding::new("beside", State::Doubtful, with_causes(&error), remedy)]
            }
        }
    }

    /// Returns the story-linker, if the pipeline has a stream for it.
    async fn linker(&self) -> Result<Option<Beside>, BusError> {
        let positions = async {
            let (_, last) = self.appender(ArticleLinked::NAME).await?;
            Ok::<_, BusError>((last, self.stream_end(ArticleSummarized::NAME).await?))
        };
        let (last, input) = match positions.await {
            Ok(positions) => positions,
            Err(BusError::NotSetUp(_)) => return Ok(None),
            Err(error) => return Err(error),
        };
        let lease = match self.existing_bucket(STORIES).await? {
            Some(bucket) => bucket.get(STORIES_LEASE).await?,
            None => None,
        };
        let is_held = |lease: Kept| !lease.value.is_empty() && clock::since(lease.since) < LEASE_AGE;
        Ok(Some(Beside {
            kind: BesideKind::Linker,
            name: StageName::Link.worker().to_owned(),
            stream: self.topology.stream(ArticleSummarized::NAME),
            pending: input.waiting_after(last.as_ref()),
            in_flight: 0,
            works: lease.is_some_and(is_held),
        }))
    }

    /// Returns an alerter that nobody has started yet: all stored articles wait for it.
    async fn alerter_without_place(&self) -> Result<Beside, BusError> {
        let input = self.stream_end(ArticleSummarized::NAME).await?;
        Ok(Beside {
            kind: BesideKind::Alerter,
            name: "alerter".to_owned(),
            stream: self.topology.stream(ArticleSummarized::NAME),
            pending: input.waiting_after(None),
            in_flight: 0,
            works: false,
        })
    }

    async fn exists(&self, event: &str) -> Result<bool, BusError> {
        match self.stream(&self.topology.stream(event)).await {
            Ok(_) => Ok(true),
            Err(BusError::NotSetUp(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Returns the durable consumers of a stream.
    async fn places(&self, stream: &str) -> Result<Vec<Info>, BusError> {
        self.stream(stream).await?.consumers().try_collect().await.map_err(BusError::server)
    }
}

/// Returns the alerter or sink whose place a consumer keeps.
fn of_place(place: &Info) -> Option<Beside> {
    let kind = if is_kept_by(Keeper::Alerter, place) {
        BesideKind::Alerter
    } else if is_kept_by(Keeper::Sink, place) {
        BesideKind::Sink
    } else {
        return None;
    };
    let (pending, in_flight) = (place.num_pending, place.num_ack_pending);
    Some(Beside {
        kind,
        name: place.name.clone(),
        stream: place.stream_name.clone(),
        pending,
        in_flight,
        // Between two pulls of a process that has nothing to do, none is open.
        works: pending == 0 || in_flight > 0 || place.num_waiting > 0,
    })
}

impl Beside {
    /// Returns the number of articles that wait or are in its hands.
    pub fn unfinished(&self) -> u64 {
        self.pending + self.in_flight as u64
    }

    /// Returns what is wrong with it: nobody works, or it is behind.
    pub fn fault(&self) -> Option<Fault> {
        let Self { kind, name, stream, pending, works, .. } = self;
        if !works {
            let found = format!("{name}: {pending} articles of {stream} wait, and nobody asks for them");
            let remedy = match kind {
                BesideKind::Linker => "start `wiredesk story-linker`".to_owned(),
                BesideKind::Alerter => restart("wiredesk alerts run", name, stream),
                BesideKind::Sink => restart("wiredesk sink", name, stream),
            };
            return Some(Fault { found, remedy });
        }
        (self.unfinished() >= BEHIND).then(|| {
            let found = format!("{name} is behind: {} articles of {stream} wait", self.unfinished());
            let remedy = match kind {
                BesideKind::Linker => {
                    "see whether its stream is full, and whether it has a whole core: `wiredesk_linker_batch_seconds`".to_owned()
                }
                BesideKind::Alerter | BesideKind::Sink => {
                    format!("see what it logs; start another process with `--name {name}`, which shares the articles")
                }
            };
            Fault { found, remedy }
        })
    }
}

fn restart(command: &str, name: &str, stream: &str) -> String {
    format!(
        "start `{command}` with `--name {name}`, or delete its place with `nats consumer rm {stream} {name}`"
    )
}

fn finding(one: &Beside) -> Finding {
    let subject = match one.kind {
        BesideKind::Linker => "stories",
        BesideKind::Alerter => "alerts",
        BesideKind::Sink => "sinks",
    };
    if let Some(Fault { found, remedy }) = one.fault() {
        return Finding::new(subject, State::Doubtful, found, &remedy);
    }
    Finding::fine(subject, format!("{}: {} articles of {} wait", one.name, one.unfinished(), one.stream))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(kind: BesideKind, pending: u64, works: bool) -> Beside {
        Beside { kind, name: "a".into(), stream: "S".into(), pending, in_flight: 0, works }
    }

    #[test]
    fn a_program_that_nobody_runs_is_doubtful_with_its_remedy() {
        for (kind, remedy) in [
            (BesideKind::Linker, "start `wiredesk story-linker`"),
            (BesideKind::Alerter, "start `wiredesk alerts run` with `--name a`"),
            (BesideKind::Sink, "start `wiredesk sink` with `--name a`"),
        ] {
            let finding = finding(&one(kind, 7, false));
            assert_eq!(finding.state, State::Doubtful);
            assert_eq!(finding.found, "a: 7 articles of S wait, and nobody asks for them");
            assert!(finding.remedy.starts_with(remedy), "{}", finding.remedy);
        }
    }

    #[test]
    fn a_program_is_behind_from_ten_thousand_articles_on() {
        assert_eq!(finding(&one(BesideKind::Linker, 9_999, true)).state, State::Fine);
        let finding = finding(&one(BesideKind::Linker, 10_000, true));
        assert_eq!(finding.state, State::Doubtful);
        assert_eq!(finding.found, "a is behind: 10000 articles of S wait");
    }
}
