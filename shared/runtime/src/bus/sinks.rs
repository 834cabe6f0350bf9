//! What the server knows about sinks: their places, and whether anybody writes.

use async_nats::jetstream::consumer::Info;
use futures_util::TryStreamExt;
use messages::StageName;

use super::{
    client::{Bus, BusError},
    doctor::{Finding, State},
    durable::{Keeper, is_kept_by},
};
use crate::causes::with_causes;

impl Bus {
    /// Checks that every sink with a place writes. There are none for a pipeline without sinks.
    pub(super) async fn sinks(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for stage in StageName::ALL {
            match self.places(&self.topology.stream(stage.output())).await {
                Ok(places) => findings.extend(places.iter().map(finding)),
                Err(error) => {
                    let remedy = "connect as the operator";
                    findings.push(Finding::new("sinks", State::Doubtful, with_causes(&error), remedy));
                }
            }
        }
        findings
    }

    /// Returns the consumers of sinks.
    async fn places(&self, stream: &str) -> Result<Vec<Info>, BusError> {
        let stream = self.stream(stream).await?;
        let mut consumers = stream.consumers();
        let mut places = Vec::new();
        while let Some(info) = consumers.try_next().await.map_err(BusError::server)? {
            if is_kept_by(Keeper::Sink, &info) {
                places.push(info);
            }
        }
        Ok(places)
    }
}

fn finding(place: &Info) -> Finding {
    let (name, stream) = (&place.name, &place.stream_name);
    judge(name, stream, place.num_pending, place.num_ack_pending, place.num_waiting)
}

/// Judges a sink by the articles that wait, those that it holds, and its open pulls.
fn judge(name: &str, stream: &str, waiting: u64, held: usize, pulls: usize) -> Finding {
    if waiting > 0 && held == 0 && pulls == 0 {
        let found = format!("{name}: {waiting} articles of {stream} wait, and no sink asks for them");
        let remedy = format!(
            "start `wiredesk sink` (or `wiredesk alerts run`) with `--name {name}`, or delete its place with `nats consumer rm {stream} {name}`"
        );
        return Finding::new("sinks", State::Doubtful, found, &remedy);
    }
    Finding::fine(
        "sinks",
        format!("{name}: {} articles of {stream} are not written yet", waiting + held as u64),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_whose_articles_nobody_asks_for_is_doubtful() {
        for (waiting, held, pulls, expected) in [
            (0, 0, 0, State::Fine),
            (7, 0, 1, State::Fine),
            (7, 500, 0, State::Fine),
            (7, 0, 0, State::Doubtful),
        ] {
            let finding = judge("sink-jsonl", "S", waiting, held, pulls);
            assert_eq!(finding.state, expected, "{finding:?}");
        }
        assert!(judge("a", "S", 1, 0, 0).remedy.contains("--name a"));
    }
}
