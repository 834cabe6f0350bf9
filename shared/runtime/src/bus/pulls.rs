//! Pulls from one consumer. One subscription receives the answers to all of them.
//!
//! The client library creates a subscription for each pull. Each new subscription clears the server's cache
//! of routes, which slows down all clients.

use std::time::Duration;

use async_nats::{
    Client, Message, StatusCode, Subscriber,
    jetstream::consumer::{Consumer, pull},
};
use futures_util::StreamExt;
use tokio::{
    sync::Mutex,
    time::{Instant, timeout_at},
};

use crate::causes::Cause;

/// How much longer than requested a pull waits for its end. The server's own end arrives before that, unless
/// the connection breaks.
const GRACE: Duration = Duration::from_millis(500);

/// The pulls from one consumer, which run one after the other.
#[derive(Debug)]
pub(super) struct Pulls {
    client: Client,
    pub(super) consumer: Consumer<pull::Config>,
    /// Whether a pull waits for the first delivery only, and ends with what is there then.
    takes_what_is_there: bool,
    /// The subscription for the answers. There is none before the first pull and after a failed one: messages
    /// that are still on their way to the old inbox are delivered again.
    inbox: Mutex<Option<Inbox>>,
}

#[derive(Debug)]
struct Inbox {
    subject: String,
    answers: Subscriber,
    pulls: u64,
}

/// For what a message to the inbox is meant, which its subject says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Recipient {
    /// The current pull: the server's answer to it.
    ThisPull,
    /// An earlier pull, which has ended.
    EarlierPull,
    /// The worker: a delivery, which has the subject that it was published on.
    Worker,
}

/// The meaning of a message to the inbox.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    /// A delivery.
    Delivery,
    /// The end of the pull: its time is over, or the stream has no more messages.
    End,
    /// A message without meaning for this pull.
    Ignored,
    /// The end of the pull with an error.
    Refused(String),
}

impl Pulls {
    pub(super) fn new(client: Client, consumer: Consumer<pull::Config>) -> Self {
        Self { client, consumer, takes_what_is_there: false, inbox: Mutex::new(None) }
    }

    /// Lets each pull end with what is there when its first delivery comes. Else the server sends each message by
    /// itself when it is stored.
    pub(super) fn taking_what_is_there(self) -> Self {
        Self { takes_what_is_there: true, ..self }
    }

    /// Passes up to `most` deliveries to `hand_over`, for at most `wait`.
    ///
    /// # Errors
    ///
    /// The reason why the pull failed.
    pub(super) async fn pull(
        &self,
        most: usize,
        wait: Duration,
        hand_over: impl FnMut(Message),
    ) -> Result<(), Cause> {
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
        mut hand_over: impl FnMut(Message),
    ) -> Result<Inbox, Cause> {
        let reply = inbox.next();
        // With a time, "no wait" means: wait for the first message, but not for more.
        let no_wait = self.takes_what_is_there;
        let request =
            pull::BatchConfig { batch: most, expires: Some(wait), no_wait, ..pull::BatchConfig::default() };
        self.consumer.request_batch(request, reply.as_str().into()).await?;
        let end = Instant::now() + wait + GRACE;
        let mut left = most;
        while left > 0 {
            let message = match timeout_at(end, inbox.answers.next()).await {
                Ok(Some(message)) => message,
                Ok(None) => return Err("the connection is closed".into()),
                Err(_) => return Err("the server did not answer".into()),
            };
            let to = inbox.recipient(&message.subject, &reply);
            match answer(message.status, message.description.as_deref(), to) {
                Answer::Delivery => {
                    left -= 1;
                    hand_over(message);
                }
                Answer::End => break,
                Answer::Ignored => {}
                Answer::Refused(reason) => return Err(reason.into()),
            }
        }
        Ok(inbox)
    }
}

impl Inbox {
    async fn open(client: &Client) -> Result<Self, Cause> {
        let subject = client.new_inbox();
        let answers = client.subscribe(format!("{subject}.*")).await?;
        Ok(Self { subject, answers, pulls: 0 })
    }

    /// Returns for what a message with this subject is meant. `reply` is the subject of the current pull.
    fn recipient(&self, subject: &str, reply: &str) -> Recipient {
        match subject.strip_prefix(&self.subject) {
            Some(_) if subject == reply => Recipient::ThisPull,
            Some(rest) if rest.starts_with('.') => Recipient::EarlierPull,
            _ => Recipient::Worker,
        }
    }

    /// Returns the subject for the answers to the next pull.
    fn next(&mut self) -> String {
        self.pulls += 1;
        format!("{}.{}", self.subject, self.pulls)
    }
}

/// Interprets a message from the server, which answers this pull or an earlier one (NATS ADR-37).
///
/// A delivery may have any status, because its publisher can set one.
fn answer(status: Option<StatusCode>, description: Option<&str>, to: Recipient) -> Answer {
    match status {
        _ if to == Recipient::Worker => Answer::Delivery,
        None | Some(StatusCode::OK) => Answer::Delivery,
        Some(StatusCode::IDLE_HEARTBEAT) => Answer::Ignored,
        Some(_) if to == Recipient::EarlierPull => Answer::Ignored,
        Some(StatusCode::TIMEOUT | StatusCode::NOT_FOUND) => Answer::End,
        Some(status) => Answer::Refused(format!("{status} {}", description.unwrap_or_default())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interprets_the_servers_answers() {
        let to_this = |code| answer(StatusCode::from_u16(code).ok(), Some("the reason"), Recipient::ThisPull);
        assert_eq!(answer(None, None, Recipient::Worker), Answer::Delivery);
        assert_eq!(to_this(100), Answer::Ignored);
        assert_eq!(to_this(404), Answer::End);
        assert_eq!(to_this(408), Answer::End);
        assert_eq!(to_this(409), Answer::Refused("409 the reason".into()));
        assert_eq!(to_this(503), Answer::Refused("503 the reason".into()));
    }

    #[test]
    fn the_end_of_an_earlier_pull_does_not_end_this_one() {
        for code in [404, 408, 409] {
            let status = StatusCode::from_u16(code).ok();
            assert_eq!(answer(status, None, Recipient::EarlierPull), Answer::Ignored);
        }
    }

    #[test]
    fn a_message_with_a_subject_of_its_own_is_a_delivery_whatever_its_status() {
        for code in [100, 200, 404, 408, 409, 503] {
            let status = StatusCode::from_u16(code).ok();
            assert_eq!(answer(status, None, Recipient::Worker), Answer::Delivery, "{code}");
        }
    }
}
