//! Pulling from one consumer: one subscription takes the answers to all pulls.
//!
//! The client library subscribes anew for each pull, and each new subscription has the server forget which subjects it
//! has looked up for whom.

use std::time::Duration;

use async_nats::{
    Client, StatusCode, Subscriber,
    jetstream::{
        self,
        consumer::{Consumer, pull},
    },
};
use futures_util::StreamExt;
use tokio::{
    sync::Mutex,
    time::{Instant, timeout_at},
};

use super::connect::with_sources;

/// How much longer than asked a pull is waited for: the server's own end of it comes first, unless
/// the connection broke meanwhile.
const GRACE: Duration = Duration::from_millis(500);

/// The pulls from one consumer, one after the other.
#[derive(Debug)]
pub(super) struct Pulls {
    client: Client,
    context: jetstream::Context,
    pub(super) consumer: Consumer<pull::Config>,
    /// Where answers come in; none before the first pull, and after one that failed: what is still under way to there
    /// is then left to be delivered again.
    inbox: Mutex<Option<Inbox>>,
}

#[derive(Debug)]
struct Inbox {
    subject: String,
    answers: Subscriber,
    pulls: u64,
}

/// What a message to the inbox says.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    Delivery,
    /// The pull is over: its time, or what there was.
    End,
    /// Of no concern.
    Nothing,
    /// The pull cannot go on.
    Refused(String),
}

impl Pulls {
    pub(super) fn new(client: Client, context: jetstream::Context, consumer: Consumer<pull::Config>) -> Self {
        Self { client, context, consumer, inbox: Mutex::new(None) }
    }

    /// Hands over up to `most` deliveries, for as long as `wait`.
    ///
    /// # Errors
    ///
    /// Why the pull did not come to its end.
    pub(super) async fn pull(
        &self,
        most: usize,
        wait: Duration,
        hand_over: impl FnMut(jetstream::Message),
    ) -> Result<(), String> {
        let mut inbox = self.inbox.lock().await;
        let open = match inbox.take() {
            Some(open) => open,
            None => Inbox::open(&self.client).await?,
        };
        let open = self.pull_into(open, most, wait, hand_over).await?;
        *inbox = Some(open);
        Ok(())
    }

    async fn pull_into(
        &self,
        mut inbox: Inbox,
        most: usize,
        wait: Duration,
        mut hand_over: impl FnMut(jetstream::Message),
    ) -> Result<Inbox, String> {
        let reply = inbox.next();
        let request = pull::BatchConfig { batch: most, expires: Some(wait), ..pull::BatchConfig::default() };
        let asked = self.consumer.request_batch(request, reply.as_str().into()).await;
        asked.map_err(|error| with_sources(&error))?;
        let end = Instant::now() + wait + GRACE;
        let mut left = most;
        while left > 0 {
            let message = match timeout_at(end, inbox.answers.next()).await {
                Ok(Some(message)) => message,
                Ok(None) => return Err("the connection is closed".to_owned()),
                Err(_) => return Err("the pull was not answered".to_owned()),
            };
            match answer(message.status, message.description.as_deref(), message.subject.as_str() == reply) {
                Answer::Delivery => {
                    left -= 1;
                    hand_over(jetstream::Message { message, context: self.context.clone() });
                }
                Answer::End => break,
                Answer::Nothing => {}
                Answer::Refused(why) => return Err(why),
            }
        }
        Ok(inbox)
    }
}

impl Inbox {
    async fn open(client: &Client) -> Result<Self, String> {
        let subject = client.new_inbox();
        let answers = client.subscribe(format!("{subject}.*")).await.map_err(|error| with_sources(&error))?;
        Ok(Self { subject, answers, pulls: 0 })
    }

    /// Where the next pull is answered.
    fn next(&mut self) -> String {
        self.pulls += 1;
        format!("{}.{}", self.subject, self.pulls)
    }
}

/// What the server says, to this pull or to an earlier one (NATS ADR-37).
fn answer(status: Option<StatusCode>, description: Option<&str>, to_this_pull: bool) -> Answer {
    match status {
        None | Some(StatusCode::OK) => Answer::Delivery,
        Some(StatusCode::IDLE_HEARTBEAT) => Answer::Nothing,
        Some(_) if !to_this_pull => Answer::Nothing,
        Some(StatusCode::TIMEOUT | StatusCode::NOT_FOUND) => Answer::End,
        Some(status) => Answer::Refused(format!("{status} {}", description.unwrap_or_default())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_server_says_to_a_pull() {
        let to_this = |code| answer(StatusCode::from_u16(code).ok(), Some("as it says"), true);
        assert_eq!(answer(None, None, false), Answer::Delivery);
        assert_eq!(to_this(100), Answer::Nothing);
        assert_eq!(to_this(404), Answer::End);
        assert_eq!(to_this(408), Answer::End);
        assert_eq!(to_this(409), Answer::Refused("409 as it says".into()));
        assert_eq!(to_this(503), Answer::Refused("503 as it says".into()));
    }

    #[test]
    fn the_end_of_an_earlier_pull_does_not_end_this_one() {
        for code in [404, 408, 409] {
            assert_eq!(answer(StatusCode::from_u16(code).ok(), None, false), Answer::Nothing);
        }
    }
}
