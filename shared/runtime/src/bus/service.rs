//! The registration of a worker as a NATS micro service. `nats micro ls` lists it with stage, model and
//! version.

use std::collections::HashMap;

use async_nats::service::{Service, ServiceExt};
use futures_util::StreamExt;
use messages::{StageIdentity, StageName};
use tokio::task::JoinHandle;
use tracing::{debug, warn};

use super::{
    client::Bus,
    standing::{Answer, obstacles_of},
};

/// The registration of a worker. It answers `$SRV.PING`, `$SRV.INFO` and `$SRV.STATS` until it is dropped, and
/// tells what hinders the worker.
#[derive(Debug)]
pub struct Registration {
    #[expect(dead_code, reason = "dropping it ends the registration")]
    service: Service,
    answers: JoinHandle<()>,
}

impl Drop for Registration {
    fn drop(&mut self) {
        self.answers.abort();
    }
}

impl Bus {
    /// Announces the worker `name`, which runs the stages from `first` on, for discovery. Returns `None` if
    /// that fails; the worker can work without it.
    pub async fn announce(
        &self,
        name: &str,
        first: StageName,
        identity: &StageIdentity,
    ) -> Option<Registration> {
        let metadata = HashMap::from([
            ("first_stage".to_owned(), first.to_string()),
            ("stage".to_owned(), identity.stage.to_string()),
            ("model".to_owned(), identity.model.clone()),
            ("prefix".to_owned(), self.topology.subjects().prefix().to_owned()),
        ]);
        let service = self
            .client
            .service_builder()
            .description("a Wiredesk worker")
            .metadata(metadata)
            .start(name, identity.version)
            .await;
        match service {
            Ok(service) => {
                let answers = tokio::spawn(self.clone().answer(first, identity.stage));
                Some(Registration { service, answers })
            }
            Err(error) => {
                warn!(%error, "cannot announce the worker for discovery, continuing without");
                None
            }
        }
    }

    /// Tells everybody who asks what hinders this worker, which runs the stages from `first` to `last`.
    async fn answer(self, first: StageName, last: StageName) {
        let mut questions = match self.client.subscribe(obstacles_of(&self.topology)).await {
            Ok(questions) => questions,
            Err(error) => return debug!(%error, "cannot tell others what hinders this worker"),
        };
        let stages = StageName::ALL.into_iter().filter(|stage| (first..=last).contains(stage));
        let stages: Vec<String> = stages.map(|stage| stage.to_string()).collect();
        while let Some(asked) = questions.next().await {
            let Some(reply) = asked.reply else { continue };
            let current = self.standstills.current();
            let obstacles = current.into_iter().map(|it| (it.reason.code().to_owned(), it.what)).collect();
            let answer = Answer { stages: stages.clone(), obstacles };
            let answer = serde_json::to_vec(&answer).unwrap_or_default();
            if let Err(error) = self.client.publish(reply, answer.into()).await {
                debug!(%error, "cannot tell what hinders this worker");
            }
        }
    }
}
