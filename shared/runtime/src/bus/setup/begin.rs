//! Lets new consumers start after what has a result, and publishes again what was left behind.

use std::time::Duration;

use async_nats::jetstream::consumer::DeliverPolicy;
use messages::{ArticleReceived, Event, StageName, headers};

use super::{
    super::client::Bus,
    errors::SetupError,
    results::Results,
    start::{Start, Window, choose},
    survey::{ConsumerStep, Survey},
};
use crate::{
    causes::Cause,
    clock,
    topology::{DEAD, DUPLICATE_WINDOW},
};

impl Bus {
    /// Finds out where each missing consumer of an existing stream starts.
    pub(super) async fn find_starts(&self, survey: &mut Survey) -> Result<(), SetupError> {
        for stage in StageName::ALL {
            let input = self.topology.stream(stage.input());
            let is_missing = |step: &&mut ConsumerStep| step.plan.stage == stage && step.stored.is_none();
            let duplicates = self.shortest_window(survey, stage);
            let mut missing = survey.consumers.iter_mut().filter(is_missing).peekable();
            let exists = survey.streams.iter().any(|step| step.stored.is_some() && step.wanted.name == input);
            let Some(first) = missing.peek().filter(|_| exists) else { continue };
            let unread = |error: Cause| SetupError::Server { what: first.what(), source: error };
            let results = self.results_of(stage).await.map_err(|error| unread(error.into()))?;
            let now = self.server_time(&input).await.unwrap_or_else(clock::now);
            for step in missing {
                self.choose_start(step, &results, Window { duplicates, now }).await?;
            }
        }
        Ok(())
    }

    /// Returns the shortest duplicate window of the streams that store results of `stage`, as they are before
    /// setup changes them: a window that was short until now has forgotten the ids.
    fn shortest_window(&self, survey: &Survey, stage: StageName) -> Duration {
        let later = StageName::ALL.into_iter().filter(|later| *later >= stage).map(StageName::output);
        let names: Vec<String> = later.chain([DEAD]).map(|event| self.topology.stream(event)).collect();
        let stored = survey.streams.iter().filter_map(|step| step.stored.as_ref());
        let windows =
            stored.filter(|config| names.contains(&config.name)).map(|config| config.duplicate_window);
        windows.min().unwrap_or(DUPLICATE_WINDOW)
    }

    async fn choose_start(
        &self,
        step: &mut ConsumerStep,
        results: &Results,
        window: Window,
    ) -> Result<(), SetupError> {
        let mut start = choose(&results.inputs(step.plan.lane), window);
        if step.plan.stage.input() == ArticleReceived::NAME {
            self.forgive_repeated_articles(step, results, &mut start).await?;
        }
        if let Some(start_sequence) = start.first {
            step.wanted.deliver_policy = DeliverPolicy::ByStartSequence { start_sequence };
        }
        step.start = Some(start);
        Ok(())
    }

    /// Takes articles off those that were left behind, if they have a result that their message id does not
    /// show: their publisher chose another id, or sent an article twice.
    async fn forgive_repeated_articles(
        &self,
        step: &ConsumerStep,
        results: &Results,
        start: &mut Start,
    ) -> Result<(), SetupError> {
        for sequence in start.left_behind.clone() {
            let event = self.stored_event(step.plan.stage.input(), sequence).await;
            let event =
                event.map_err(|error| SetupError::Server { what: step.what(), source: error.into() })?;
            if event.is_none_or(|event| results.covers(&event)) {
                start.has_result(sequence);
            }
        }
        Ok(())
    }

    /// Publishes the events again that a new consumer will not deliver and that have no result. Each copy names
    /// its original as its input, so that a second setup does not publish it once more.
    pub(super) async fn publish_left_behind(&self, step: &ConsumerStep) -> Result<(), SetupError> {
        let run = clock::unix_seconds();
        for &sequence in step.start.iter().flat_map(|start| &start.left_behind) {
            let what = || format!("{}: event {sequence} cannot be published again", step.what());
            let failed = |source: Cause| SetupError::Server { what: what(), source };
            let event = self.stored_event(step.plan.stage.input(), sequence).await;
            let Some(event) = event.map_err(|error| failed(error.into()))? else { continue };
            let origin = [
                (headers::INPUT_SUBJECT, event.subject.clone()),
                (headers::INPUT_SEQUENCE, sequence.to_string()),
            ];
            let stored = self.publish_again(&event, &event.subject, run, &origin).await;
            stored.map_err(|error| failed(error.into()))?;
        }
        Ok(())
    }
}
