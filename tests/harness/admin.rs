//! Changes to streams and consumers, as an operator makes them or an accident does.

use std::time::Duration;

use async_nats::jetstream::{
    self,
    consumer::{AckPolicy, pull},
    stream::Stream,
};

pub use async_nats::jetstream::Context;

/// Connects to JetStream on the server at `url`.
pub async fn jetstream(url: &str) -> jetstream::Context {
    jetstream::new(async_nats::connect(url).await.expect("the server takes connections"))
}

async fn stream(jetstream: &jetstream::Context, name: &str) -> Stream {
    jetstream.get_stream(name).await.unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Sets the ack timeout of `consumers`, given as stream and name.
pub async fn set_ack_wait(jetstream: &jetstream::Context, consumers: &[(String, String)], wait: Duration) {
    for (stream_name, consumer) in consumers {
        let stream = stream(jetstream, stream_name).await;
        let info = stream.consumer_info(consumer).await;
        let mut config = info.unwrap_or_else(|error| panic!("{consumer}: {error}")).config;
        config.ack_wait = wait;
        stream.update_consumer(config).await.expect("the ack timeout can be changed");
    }
}

/// Sets the duplicate window of a stream.
pub async fn set_duplicate_window(jetstream: &jetstream::Context, name: &str, window: Duration) {
    let mut config = stream(jetstream, name).await.cached_info().config.clone();
    config.duplicate_window = window;
    jetstream.update_stream(config).await.expect("the window can be changed");
}

/// Sets the largest size of a stream in bytes.
pub async fn set_max_bytes(jetstream: &jetstream::Context, name: &str, max_bytes: i64) {
    let mut config = stream(jetstream, name).await.cached_info().config.clone();
    config.max_bytes = max_bytes;
    jetstream.update_stream(config).await.expect("the size can be changed");
}

/// Replaces a consumer by one without acknowledgements, for which every delivery counts as acknowledged at
/// once.
pub async fn acknowledge_on_delivery(jetstream: &jetstream::Context, stream_name: &str, consumer: &str) {
    let stream = stream(jetstream, stream_name).await;
    let info = stream.consumer_info(consumer).await;
    let old = info.unwrap_or_else(|error| panic!("{consumer}: {error}")).config;
    stream.delete_consumer(consumer).await.expect("it can be deleted");
    let new = pull::Config {
        durable_name: old.durable_name,
        filter_subject: old.filter_subject,
        ack_policy: AckPolicy::None,
        ..pull::Config::default()
    };
    stream.create_consumer(new).await.expect("it can be created again");
}

/// Deletes a consumer while its workers run.
pub async fn delete_consumer(jetstream: &jetstream::Context, stream_name: &str, consumer: &str) {
    stream(jetstream, stream_name).await.delete_consumer(consumer).await.expect("it can be deleted");
}

/// Returns the number of messages that a consumer has to deliver or to settle.
pub async fn unsettled(jetstream: &jetstream::Context, stream_name: &str, consumer: &str) -> u64 {
    let info = stream(jetstream, stream_name).await.consumer_info(consumer).await;
    let info = info.unwrap_or_else(|error| panic!("{consumer}: {error}"));
    info.num_pending + info.num_ack_pending as u64
}

/// Deletes a stream while its workers run.
pub async fn delete_stream(jetstream: &jetstream::Context, name: &str) {
    jetstream.delete_stream(name).await.expect("it can be deleted");
}
