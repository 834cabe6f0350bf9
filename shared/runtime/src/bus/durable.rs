//! The durable consumers of readers, sinks and alerters, which keep their places on the server.

use async_nats::jetstream::{
    Context,
    consumer::{AckPolicy, Consumer, DeliverPolicy, FromConsumer, Info, pull},
    context::ConsumerInfoErrorKind,
    stream::Stream,
};
use thiserror::Error;

use super::client::BusError;
use crate::topology::{ACK_WAIT, MOST_UNSETTLED, Topology};

/// Whose place a durable consumer keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeper {
    /// A reader. It acknowledges each event before the next.
    Reader,
    /// A sink. It acknowledges batches.
    Sink,
    /// An alerter. It reads as a sink does.
    Alerter,
}

impl Keeper {
    /// Returns what the server shows as the purpose of the consumer. It distinguishes it from others of the same
    /// name.
    const fn description(self) -> &'static str {
        match self {
            Self::Reader => "a reader's place, kept by `wiredesk results --durable`",
            Self::Sink => "a sink's place, kept by `wiredesk sink`",
            Self::Alerter => "an alerter's place, kept by `wiredesk alerts run`",
        }
    }

    /// Returns how many events may be delivered and not acknowledged, over all processes under one name.
    const fn most_unsettled(self) -> i64 {
        match self {
            Self::Reader => 1_000,
            Self::Sink | Self::Alerter => MOST_UNSETTLED,
        }
    }
}

/// The reason why the place of a reader cannot be used.
#[derive(Debug, Error)]
pub enum DurableError {
    /// A consumer of this name has another purpose.
    #[error("`{name}` is a consumer of {stream} that another program made: choose another name")]
    Foreign {
        /// The name.
        name: String,
        /// The stream.
        stream: String,
    },
    /// The place exists, so a start is of no use.
    #[error(
        "`{name}` already has its place in {stream}: leave out --since, choose another name, or delete it with `nats consumer rm {stream} {name}`"
    )]
    HasPlace {
        /// The name.
        name: String,
        /// The stream.
        stream: String,
    },
    /// The consumer was deleted while it was read.
    #[error(
        "`{name}` no longer exists in {stream}, and with it its place: start again to read from the first event"
    )]
    Deleted {
        /// The name.
        name: String,
        /// The stream.
        stream: String,
    },
    /// The server refused the request or did not answer.
    #[error(transparent)]
    Bus(#[from] BusError),
}

/// Checks the name of a reader's place.
///
/// # Errors
///
/// When a consumer cannot have this name, or when one of a worker has it.
pub fn check_durable_name(name: &str) -> Result<String, String> {
    let is_allowed = |character: char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    if name.is_empty() || !name.chars().all(is_allowed) {
        return Err(format!("`{name}` is not a name: use letters, digits, `-` and `_`"));
    }
    if Topology::default().consumers().iter().any(|plan| plan.name == name) {
        return Err(format!("`{name}` is the consumer of a worker: choose another name"));
    }
    Ok(name.to_owned())
}

/// Finds the durable consumer `name`, or creates it with `start` if it may be new.
///
/// # Errors
///
/// When it is the consumer of another program, or was deleted, or the server does not answer.
pub(super) async fn consumer(
    context: &Context,
    stream: &Stream,
    (name, keeper): (&str, Keeper),
    filter: String,
    start: DeliverPolicy,
    may_be_new: bool,
) -> Result<Consumer<pull::Config>, DurableError> {
    let named = || (name.to_owned(), stream.cached_info().config.name.clone());
    match stream.consumer_info(name).await {
        Ok(info) if !may_use(keeper, &info) => {
            let (name, stream) = named();
            Err(DurableError::Foreign { name, stream })
        }
        Ok(_) if may_be_new && !matches!(start, DeliverPolicy::All) => {
            let (name, stream) = named();
            Err(DurableError::HasPlace { name, stream })
        }
        Ok(info) => {
            let config = pull::Config::try_from_consumer_config(info.config.clone());
            Ok(Consumer::new(config.map_err(BusError::server)?, info, context.clone()))
        }
        Err(error) if error.kind() == ConsumerInfoErrorKind::NotFound && may_be_new => {
            let config = pull::Config {
                durable_name: Some(name.to_owned()),
                description: Some(keeper.description().to_owned()),
                filter_subject: filter,
                deliver_policy: start,
                ack_policy: AckPolicy::Explicit,
                ack_wait: ACK_WAIT,
                max_ack_pending: keeper.most_unsettled(),
                ..pull::Config::default()
            };
            Ok(stream.create_consumer_strict(config).await.map_err(BusError::server)?)
        }
        Err(error) if error.kind() == ConsumerInfoErrorKind::NotFound => {
            let (name, stream) = named();
            Err(DurableError::Deleted { name, stream })
        }
        Err(error) => Err(BusError::server(error).into()),
    }
}

/// Reports whether such a program may go on at the place of a consumer. Alerters of earlier versions have that of a sink.
fn may_use(keeper: Keeper, info: &Info) -> bool {
    is_kept_by(keeper, info) || keeper == Keeper::Alerter && is_kept_by(Keeper::Sink, info)
}

/// Reports whether a consumer keeps such a place.
pub(super) fn is_kept_by(keeper: Keeper, info: &Info) -> bool {
    info.config.description.as_deref() == Some(keeper.description())
        && info.config.ack_policy == AckPolicy::Explicit
        && info.config.deliver_subject.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_word_that_no_worker_uses() {
        assert_eq!(check_durable_name("archive-2_b"), Ok("archive-2_b".to_owned()));
        for name in ["", "a.b", "a b", "*", ">", "a/b", "é"] {
            assert!(check_durable_name(name).unwrap_err().contains("not a name"), "{name}");
        }
        for name in ["summarizer-live", "language-detector-backfill"] {
            assert!(check_durable_name(name).unwrap_err().contains("of a worker"), "{name}");
        }
    }
}
