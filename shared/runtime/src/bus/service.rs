//! A worker as a NATS micro service: `nats micro ls` lists it, with its stage, model and version.

use std::collections::HashMap;

use async_nats::service::{Service, ServiceExt};
use messages::StageIdentity;
use tracing::warn;

use super::Bus;

/// Answers `$SRV.PING`, `$SRV.INFO` and `$SRV.STATS` while it is held.
#[derive(Debug)]
pub struct Announced(#[expect(dead_code, reason = "dropping it ends the answers")] Service);

impl Bus {
    /// Has the worker called `name` answer discovery. One that cannot works all the same.
    pub async fn tell_of(&self, name: &str, identity: &StageIdentity) -> Option<Announced> {
        let metadata = HashMap::from([
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
            Ok(service) => Some(Announced(service)),
            Err(error) => {
                warn!(%error, "cannot answer $SRV.PING, working all the same");
                None
            }
        }
    }
}
