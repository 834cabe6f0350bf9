//! The claim of this instance on a host, in the bucket that all instances share.

use std::time::Duration;

use anyhow::Result;
use feeds::claim::{self, Claim, RENEW};
use runtime::{bus::Bucket, clock};
use tokio::time::sleep;
use url::Url;

/// How long to wait if another instance was faster.
pub(super) const TAKEN: Duration = Duration::from_secs(2);

/// A host that this instance has claimed.
pub(super) struct Claimed<'b> {
    bucket: &'b Bucket,
    instance: &'b str,
    key: String,
    revision: u64,
}

impl<'b> Claimed<'b> {
    /// Claims the host of `url`. Returns how long to wait if another instance has it.
    pub(super) async fn host(
        url: &Url,
        bucket: &'b Bucket,
        instance: &'b str,
    ) -> Result<Result<Self, Duration>> {
        let key = claim::key(url);
        let kept = bucket.get(&key).await?;
        let claim: Option<Claim> = kept.as_ref().and_then(|kept| serde_json::from_slice(&kept.value).ok());
        if let Some(wait) = claim.unwrap_or_default().wait(instance, clock::unix_seconds()) {
            return Ok(Err(wait));
        }
        let mut claimed = Self { bucket, instance, key, revision: kept.map_or(0, |kept| kept.revision) };
        let is_mine = claimed.write(&Claim::made(instance, clock::unix_seconds())).await?;
        Ok(if is_mine { Ok(claimed) } else { Err(TAKEN) })
    }

    /// Renews the claim until another instance has it, which ends the wait.
    pub(super) async fn lost(&mut self) {
        loop {
            sleep(RENEW).await;
            // While the server does not answer, no other instance can claim the host.
            if let Ok(false) = self.write(&Claim::made(self.instance, clock::unix_seconds())).await {
                return;
            }
        }
    }

    /// Ends the claim, so that another instance need not wait until it ends by itself.
    pub(super) async fn end(mut self) -> Result<()> {
        self.write(&Claim::ended(self.instance, clock::unix_seconds())).await.map(drop)
    }

    /// Writes the claim. Returns false if another instance was faster.
    async fn write(&mut self, claim: &Claim) -> Result<bool> {
        let kept = self.bucket.replace(&self.key, serde_json::to_vec(claim)?, self.revision).await?;
        self.revision = kept.unwrap_or(self.revision);
        Ok(kept.is_some())
    }
}
