//! What an operator, or an accident, does to streams and consumers.

use std::time::Duration;

use async_nats::jetstream::{
    self,
    consumer::{AckPolicy, pull},
    stream::Stream,
};

pub use async_nats::jetstream::Context;

/// JetStream of the server at `url`.
pub async fn jetstream(url: &str) -> jetstream::Context {
    jetstream::new(async_nats::connect(url).await.expect("the server takes connections"))
}

async fn stream(jetstream: &jetstream::Context, name: &str) -> Stream {
    jetstream.get_stream(name).await.unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Has the server deliver again after `wait` what nobody settled, for each of `consumers`: stream and name.
pub async fn set_ack_wait(jetstream: &jetstream::Context, consumers: &[(String, String)], wait: Duration) {
    for (stream_name, consumer) in consumers {
        let stream = stream(jetstream, stream_name).await;
        let info = stream.consumer_info(consumer).await;
        let mut config = info.unwrap_or_else(|error| panic!("{consumer}: {error}")).config;
        config.ack_wait = wait;
        stream.update_consumer(config).await.expect("the time to wait for an ack can be changed");
    }
}

/// Has a stream forget message ids after `window`.
pub async fn set_duplicate_window(jetstream: &jetstream::Context, name: &str, window: Duration) {
    let mut config = stream(jetstream, name).await.cached_info().config.clone();
    config.duplicate_window = window;
    jetstream.update_stream(config).await.expect("the window can be changed");
}

/// Replaces a consumer by one without acknowledgements: the server counts each delivery as acknowledged at once.
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

/// Deletes a consumer under its workers.
pub async fn delete_consumer(jetstream: &jetstream::Context, stream_name: &str, consumer: &str) {
    stream(jetstream, stream_name).await.delete_consumer(consumer).await.expect("it can be deleted");
}

/// Deletes a stream under its workers.
pub async fn delete_stream(jetstream: &jetstream::Context, name: &str) {
    jetstream.delete_stream(name).await.expect("it can be deleted");
}
