//! The registration of a worker as a NATS micro service. `nats micro ls` lists it with stage, model and
//! version.

use std::collections::HashMap;

use async_nats::service::{Service, ServiceExt};
use messages::StageIdentity;
use tracing::warn;

use super::client::Bus;

/// The registration of a worker. It answers `$SRV.PING`, `$SRV.INFO` and `$SRV.STATS` until it is dropped.
#[derive(Debug)]
pub struct Registration(#[expect(dead_code, reason = "dropping it ends the registration")] Service);

impl Bus {
    /// Announces the worker `name` for discovery. Returns `None` if that fails; the worker can work without
    /// it.
    pub async fn announce(&self, name: &str, identity: &StageIdentity) -> Option<Registration> {
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
            Ok(service) => Some(Registration(service)),
            Err(error) => {
                warn!(%error, "cannot announce the worker for discovery, continuing without");
                None
            }
        }
    }
}
