//! The survey: what the server has, what is wanted, and what is in the way. It changes nothing.

use async_nats::jetstream::{
    account::Account,
    consumer::{self, AckPolicy},
    stream::{Config, Info},
};
use serde::Deserialize;
use serde_json::json;

use super::{
    super::{api::ApiError, client::Bus},
    change::Change,
    differences::{self, Difference},
    errors::SetupError,
    options::SetupOptions,
    room,
    start::Start,
    wanted::{self, Neighbours},
};
use crate::topology::{ConsumerPlan, StreamPlan};

/// The smallest `max_payload` of a server with which a pipeline is of use, in bytes. A short article of 3 KB
/// takes about 12 KB with all its layers.
const LEAST_PAYLOAD: usize = 16 << 10;

/// One stream, as it is and as it is wanted.
#[derive(Debug)]
pub(super) struct StreamStep {
    pub(super) stored: Option<Config>,
    pub(super) wanted: Config,
}

/// One consumer, as it is and as it is wanted.
#[derive(Debug)]
pub(super) struct ConsumerStep {
    pub(super) plan: ConsumerPlan,
    pub(super) stored: Option<consumer::Config>,
    pub(super) wanted: consumer::Config,
    /// Where it starts, if it is missing and its stream exists.
    pub(super) start: Option<Start>,
}

/// Everything that setup would do.
#[derive(Debug)]
pub(super) struct Survey {
    pub(super) streams: Vec<StreamStep>,
    pub(super) consumers: Vec<ConsumerStep>,
}

impl StreamStep {
    /// Returns the stream's name for people.
    pub(super) fn what(&self) -> String {
        format!("stream {}", self.wanted.name)
    }

    /// Returns what is to be done.
    pub(super) fn change(&self) -> Change {
        let differences = self.stored.as_ref().map(|stored| differences::of_stream(stored, &self.wanted));
        change(self.what(), differences, None)
    }
}

impl ConsumerStep {
    /// Returns the consumer's name for people.
    pub(super) fn what(&self) -> String {
        format!("consumer {} of {}", self.plan.name, self.plan.stream)
    }

    /// Returns what is to be done.
    pub(super) fn change(&self) -> Change {
        let differences = self.stored.as_ref().map(|stored| differences::of_consumer(stored, &self.wanted));
        change(self.what(), differences, self.start.as_ref().and_then(Start::note))
    }
}

impl Survey {
    /// Returns everything that is to be done, streams first.
    pub(super) fn changes(&self) -> Vec<Change> {
        let streams = self.streams.iter().map(StreamStep::change);
        streams.chain(self.consumers.iter().map(ConsumerStep::change)).collect()
    }
}

/// Names what is to be done. `None` as differences means that it is missing.
fn change(what: String, differences: Option<Vec<Difference>>, note: Option<String>) -> Change {
    match differences {
        None => Change::Created { what, note },
        Some(all) if all.is_empty() => Change::Unchanged { what },
        Some(differences) => Change::Updated { what, differences },
    }
}

/// The answer to a request for the names of streams.
#[derive(Deserialize)]
struct Names {
    #[serde(default)]
    streams: Option<Vec<String>>,
}

impl Bus {
    /// Finds out what is to be done.
    ///
    /// # Errors
    ///
    /// When something is in the way that setup cannot or must not remove.
    pub(super) async fn survey(&self, options: &SetupOptions) -> Result<Survey, SetupError> {
        if self.max_payload() < LEAST_PAYLOAD {
            return Err(SetupError::small_payload(self.max_payload(), LEAST_PAYLOAD));
        }
        let account: Account =
            self.ask("INFO".to_owned()).await.map_err(|error| SetupError::server("the pipeline", error))?;
        let streams = self.survey_streams(options).await?;
        let mut consumers = Vec::new();
        for plan in self.topology.consumers() {
            consumers.push(self.survey_consumer(plan, options).await?);
        }
        let sizes: Vec<room::Wanted<'_>> =
            streams.iter().map(|step| (step.stored.as_ref(), &step.wanted)).collect();
        match room::shortage(&account, &sizes) {
            Some(shortage) => Err(shortage),
            None => Ok(Survey { streams, consumers }),
        }
    }

    async fn survey_streams(&self, options: &SetupOptions) -> Result<Vec<StreamStep>, SetupError> {
        let mut found = Vec::new();
        let always = self.topology.streams().into_iter().map(|plan| (plan, true));
        let optional = self.topology.optional_streams().into_iter().zip([options.stories, options.alerts]);
        for (plan, is_asked_for) in always.chain(optional) {
            let stored = self.stored_stream(&plan.name).await?;
            if stored.is_none() && !is_asked_for {
                continue;
            }
            if let Some(stored) = &stored {
                self.check_owner(&plan, stored)?;
            }
            found.push((plan, stored));
        }
        let existing: Vec<_> =
            found.iter().filter_map(|(plan, stored)| Some((plan, stored.as_ref()?))).collect();
        let neighbours = Neighbours::of(&existing);
        let mut steps = Vec::new();
        for (plan, stored) in found {
            let wanted = wanted::stream(&plan, options, stored.as_ref(), neighbours);
            if stored.as_ref().is_none_or(|stored| stored.subjects != wanted.subjects) {
                self.check_subjects(&wanted).await?;
            }
            steps.push(StreamStep { stored, wanted });
        }
        Ok(steps)
    }

    /// Returns the configuration of a stream, or `None` if there is no such stream.
    async fn stored_stream(&self, name: &str) -> Result<Option<Config>, SetupError> {
        match self.ask::<Info>(format!("STREAM.INFO.{name}")).await {
            Ok(info) => Ok(Some(info.config)),
            Err(error) if error.is_not_found() => Ok(None),
            Err(error) => Err(SetupError::server(&format!("stream {name}"), error)),
        }
    }

    /// Checks that a stream with the name of ours is ours, and kept on disk.
    fn check_owner(&self, plan: &StreamPlan, stored: &Config) -> Result<(), SetupError> {
        if plan.subjects.iter().all(|subject| !stored.subjects.contains(subject)) {
            return Err(SetupError::foreign(stored, self.topology.subjects().prefix()));
        }
        if stored.storage != async_nats::jetstream::stream::StorageType::File {
            return Err(SetupError::in_memory(&plan.name));
        }
        Ok(())
    }

    /// Checks that no other stream takes the subjects of this one.
    async fn check_subjects(&self, wanted: &Config) -> Result<(), SetupError> {
        let refused = |error: ApiError| SetupError::server(&format!("stream {}", wanted.name), error);
        for subject in &wanted.subjects {
            let request = json!({ "subject": subject });
            let names: Names = self.api("STREAM.NAMES".to_owned(), &request).await.map_err(refused)?;
            let mut others = names.streams.unwrap_or_default().into_iter();
            if let Some(other) = others.find(|name| *name != wanted.name)
                && let Some(other) = self.stored_stream(&other).await?
            {
                return Err(SetupError::overlap(&wanted.name, subject, &other));
            }
        }
        Ok(())
    }

    async fn survey_consumer(
        &self,
        plan: ConsumerPlan,
        options: &SetupOptions,
    ) -> Result<ConsumerStep, SetupError> {
        let what = format!("consumer {} of {}", plan.name, plan.stream);
        let request = format!("CONSUMER.INFO.{}.{}", plan.stream, plan.name);
        let stored = match self.ask::<consumer::Info>(request).await {
            Ok(info) => Some(info.config),
            Err(error) if error.is_not_found() => None,
            Err(error) => return Err(SetupError::server(&what, error)),
        };
        if let Some(kind) = stored.as_ref().and_then(unusable) {
            return Err(SetupError::unusable_consumer(&plan.stream, &plan.name, kind));
        }
        let wanted = wanted::consumer(&plan, options, stored.as_ref());
        Ok(ConsumerStep { plan, stored, wanted, start: None })
    }
}

/// Returns the kind of a consumer that workers cannot use and that no server can change.
fn unusable(config: &consumer::Config) -> Option<&'static str> {
    match config.ack_policy {
        AckPolicy::Explicit if config.deliver_subject.is_none() => None,
        AckPolicy::Explicit => Some("a push consumer"),
        AckPolicy::None => Some("a consumer without acknowledgements (ack policy `none`)"),
        AckPolicy::All => Some("a consumer that acknowledges all earlier messages, too (ack policy `all`)"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn workers_can_use_only_pull_consumers_with_explicit_acknowledgements() {
        let explicit = consumer::Config { ack_policy: AckPolicy::Explicit, ..consumer::Config::default() };
        assert_eq!(unusable(&explicit), None);
        let push = consumer::Config { deliver_subject: Some("there".into()), ..explicit };
        assert_eq!(unusable(&push), Some("a push consumer"));
        for ack_policy in [AckPolicy::None, AckPolicy::All] {
            let config = consumer::Config { ack_policy, ..consumer::Config::default() };
            assert!(unusable(&config).is_some_and(|kind| kind.contains("ack policy")), "{config:?}");
        }
    }
}
