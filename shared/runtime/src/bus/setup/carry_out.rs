//! Carrying out what the survey found.

use async_nats::jetstream::{
    consumer,
    stream::{Config, Info},
};
use serde::Serialize;
use serde_json::Value;

use super::{
    super::{api::ApiError, client::Bus, server_version},
    change::Change,
    errors::SetupError,
    options::SetupOptions,
    survey::{ConsumerStep, StreamStep, Survey},
};

/// A request to create or update a consumer.
#[derive(Serialize)]
struct ConsumerRequest<'c> {
    stream_name: &'c str,
    config: &'c consumer::Config,
    action: &'static str,
}

impl Bus {
    /// Creates missing streams and consumers and updates those that differ from what is wanted. Calls `notify`
    /// after each.
    ///
    /// A second run changes nothing. What can lose articles or copies of them changes only with `force`. No
    /// stream with messages is ever deleted.
    ///
    /// # Errors
    ///
    /// Before anything is changed, when something is in the way. Later, at the first stream or consumer that
    /// cannot be created or updated; if it is a stream, those that this run created are deleted again.
    pub async fn set_up(
        &self,
        options: SetupOptions,
        mut notify: impl FnMut(&Change),
    ) -> Result<Vec<Change>, SetupError> {
        let mut survey = self.survey(&options).await?;
        if let Some(error) =
            SetupError::unforced(&survey.changes()).filter(|_| !options.force && !options.dry_run)
        {
            return Err(error);
        }
        self.find_starts(&mut survey).await?;
        let changes = survey.changes();
        if options.dry_run {
            changes.iter().for_each(notify);
            return Ok(changes);
        }
        self.carry_out(&survey, &mut notify).await?;
        Ok(changes)
    }

    /// Returns what [`Bus::set_up`] would do. It does not look for the events that new consumers start with,
    /// which takes long if there are many.
    ///
    /// # Errors
    ///
    /// When something is in the way.
    pub(in crate::bus) async fn planned(&self, options: SetupOptions) -> Result<Vec<Change>, SetupError> {
        Ok(self.survey(&options).await?.changes())
    }

    /// Returns what is wrong with the server's version, for a warning.
    pub fn version_fault(&self) -> Option<String> {
        let fault = server_version::fault(&self.client.server_info().version)?;
        Some(format!("{fault}: {}", server_version::REMEDY))
    }

    async fn carry_out(&self, survey: &Survey, notify: &mut impl FnMut(&Change)) -> Result<(), SetupError> {
        let mut created = Vec::new();
        for step in &survey.streams {
            let change = step.change();
            if let Err(error) = self.apply_stream(step, &change).await {
                self.withdraw(&created).await;
                return Err(SetupError::server(&step.what(), error));
            }
            if matches!(change, Change::Created { .. }) {
                created.push(&step.wanted);
            }
            notify(&change);
        }
        for step in &survey.consumers {
            let change = step.change();
            self.publish_left_behind(step).await?;
            self.apply_consumer(step, &change)
                .await
                .map_err(|error| SetupError::server(&step.what(), error))?;
            notify(&change);
        }
        Ok(())
    }

    async fn apply_stream(&self, step: &StreamStep, change: &Change) -> Result<(), ApiError> {
        let action = match change {
            Change::Unchanged { .. } => return Ok(()),
            Change::Created { .. } => "CREATE",
            Change::Updated { .. } => "UPDATE",
        };
        let request = format!("STREAM.{action}.{}", step.wanted.name);
        self.api::<Info>(request, &step.wanted).await.map(drop)
    }

    async fn apply_consumer(&self, step: &ConsumerStep, change: &Change) -> Result<(), ApiError> {
        let action = match change {
            Change::Unchanged { .. } => return Ok(()),
            Change::Created { .. } => "create",
            Change::Updated { .. } => "update",
        };
        let (stream, name) = (&step.plan.stream, &step.plan.name);
        let request = ConsumerRequest { stream_name: stream, config: &step.wanted, action };
        let subject = format!("CONSUMER.CREATE.{stream}.{name}.{}", step.wanted.filter_subject);
        self.api::<consumer::Info>(subject, &request).await.map(drop)
    }

    /// Deletes the streams that this run created, because another one cannot be created. A half set-up
    /// pipeline would take articles that nobody processes.
    async fn withdraw(&self, created: &[&Config]) {
        for config in created.iter().rev() {
            if let Err(error) = self.withdraw_stream(config).await {
                tracing::warn!(stream = config.name, %error, "cannot delete the stream again");
            }
        }
    }

    /// Deletes a stream that holds nothing. It first gives the stream a subject that nobody uses, because
    /// somebody may publish between a look at the stream and its deletion.
    async fn withdraw_stream(&self, config: &Config) -> Result<(), ApiError> {
        let name = &config.name;
        let unused = vec![format!("_wiredesk.withdrawn.{name}")];
        let closed = Config { subjects: unused, ..config.clone() };
        let info: Info = self.api(format!("STREAM.UPDATE.{name}"), &closed).await?;
        if info.state.messages == 0 {
            self.ask::<Value>(format!("STREAM.DELETE.{name}")).await.map(drop)
        } else {
            self.api::<Info>(format!("STREAM.UPDATE.{name}"), config).await.map(drop)
        }
    }
}
