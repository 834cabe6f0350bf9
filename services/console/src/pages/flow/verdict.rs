//! How a stage is, and which one needs more workers.

use std::time::Duration;

use messages::StageName;

use super::view::{Flow, Queue, Stage};
use crate::pages::words;

/// A backlog that takes less than this is the normal unevenness of a stream of news.
const NORMAL: Duration = Duration::from_secs(10);

/// How a stage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing waits.
    Idle,
    /// What waits is soon done.
    KeepsUp,
    /// Live articles wait for longer than ten seconds: the stage needs more workers.
    Behind,
    /// Articles wait, and none is processed.
    StandsStill,
    /// Articles wait, and no worker asks for them.
    NoWorker,
}

impl Verdict {
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::KeepsUp => "good",
            Self::Behind => "warn",
            Self::StandsStill | Self::NoWorker => "bad",
        }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::KeepsUp => "keeps up",
            Self::Behind => "scale this",
            Self::StandsStill => "stands still",
            Self::NoWorker => "no worker",
        }
    }
}

/// Judges one stage.
pub(super) fn verdict(flow: &Flow, stage: &Stage) -> Verdict {
    let waits = stage.live.pending() + stage.backfill.pending();
    if stage.live.is_empty() && stage.backfill.is_empty() {
        Verdict::Idle
    } else if waits > 0 && flow.workers_at(stage.stage) == 0 {
        Verdict::NoWorker
    } else if waits > 0 && stage.live.rate() + stage.backfill.rate() < 0.05 {
        Verdict::StandsStill
    } else if time_to_drain(&stage.live).is_none_or(|time| time > NORMAL) {
        Verdict::Behind
    } else {
        Verdict::KeepsUp
    }
}

/// Returns how long what waits takes at the present rate. `None` if nothing moves.
pub(super) fn time_to_drain(queue: &Queue) -> Option<Duration> {
    if queue.pending() == 0 {
        return Some(Duration::ZERO);
    }
    Duration::try_from_secs_f64(queue.pending() as f64 / queue.rate()).ok()
}

/// Returns the worst verdict, and the sentence that says what to do.
pub(super) fn summary(flow: &Flow) -> (Verdict, String) {
    let judged: Vec<(&Stage, Verdict)> =
        flow.stages.iter().map(|stage| (stage, verdict(flow, stage))).collect();
    let with =
        |wanted: Verdict| judged.iter().find(|(_, verdict)| *verdict == wanted).map(|(stage, _)| *stage);
    for (stopped, what) in [(Verdict::NoWorker, "has no worker"), (Verdict::StandsStill, "stands still")] {
        if let Some(stage) = with(stopped) {
            let waits = words::counted(stage.live.pending() + stage.backfill.pending(), "article");
            return (stopped, format!("The {} {what}: {waits} pending.", stage.stage.worker()));
        }
    }
    let behind = judged.iter().filter(|(_, verdict)| *verdict == Verdict::Behind).map(|(stage, _)| *stage);
    if let Some(stage) = behind.max_by_key(|stage| time_to_drain(&stage.live).unwrap_or(Duration::MAX)) {
        return (Verdict::Behind, to_scale(stage));
    }
    if with(Verdict::KeepsUp).is_some() {
        return (Verdict::KeepsUp, "All stages keep up.".to_owned());
    }
    (Verdict::Idle, "Nothing is pending.".to_owned())
}

fn to_scale(stage: &Stage) -> String {
    let waits = words::counted(stage.live.pending(), "live article");
    let time = time_to_drain(&stage.live).map(|time| format!(", {} of work", words::duration(time)));
    format!("Scale the {}: {waits} pending{}.", StageName::worker(stage.stage), time.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::flow::view::{Sample, Worker};

    fn queue(pending: u64, rate: f64) -> Queue {
        Queue { samples: vec![Sample { rate, pending }], ..Queue::default() }
    }

    fn stage(name: StageName, live: Queue, backfill: Queue) -> Stage {
        Stage { stage: name, live, backfill, dead: 0 }
    }

    /// A pipeline in which each stage has a worker.
    fn flow(stages: Vec<Stage>) -> Flow {
        let worker = |stage| Worker {
            id: String::new(),
            first: stage,
            last: stage,
            version: String::new(),
            model: String::new(),
        };
        Flow { stages, workers: StageName::ALL.map(worker).into(), obstacles: vec![], given_up: 0 }
    }

    fn check(live: Queue, backfill: Queue, expected: Verdict) {
        let flow = flow(vec![stage(StageName::Tag, live, backfill)]);
        assert_eq!(verdict(&flow, &flow.stages[0]), expected);
    }

    #[test]
    fn a_stage_is_judged_by_its_live_backlog() {
        check(queue(0, 0.0), queue(0, 0.0), Verdict::Idle);
        check(queue(50, 10.0), queue(0, 0.0), Verdict::KeepsUp);
        check(queue(500, 10.0), queue(0, 0.0), Verdict::Behind);
        check(queue(500, 0.0), queue(0, 0.0), Verdict::StandsStill);
        // Backfill may wait: live articles go first.
        check(queue(0, 0.0), queue(90_000, 10.0), Verdict::KeepsUp);
    }

    #[test]
    fn a_stage_without_a_worker_says_so() {
        let mut flow = flow(vec![stage(StageName::Tag, queue(3, 0.0), Queue::default())]);
        flow.workers.retain(|worker| worker.first != StageName::Tag);
        assert_eq!(
            summary(&flow),
            (Verdict::NoWorker, "The entity-tagger has no worker: 3 articles pending.".into())
        );
    }

    #[test]
    fn the_stage_with_most_work_is_the_one_to_scale() {
        let stages = vec![
            stage(StageName::Segment, queue(2_000, 100.0), Queue::default()),
            stage(StageName::Tag, queue(1_500, 10.0), Queue::default()),
        ];
        let sentence = summary(&flow(stages)).1;
        assert_eq!(sentence, "Scale the entity-tagger: 1,500 live articles pending, 2 min of work.");
    }
}
