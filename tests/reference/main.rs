//! The reference that `cargo faults bench bus` measures the runtime against: one hop of a pipeline that does nothing,
//! written straight on the client library, as short as it can be without losing anything.
//!
//! `bus-reference STREAM CONSUMER SUBJECT`: takes from the consumer, publishes on the subject with a message id of its
//! own, awaits the confirmation, acknowledges; 64 in flight.
#![expect(clippy::expect_used, reason = "a benchmark stops at the first surprise")]

use async_nats::{
    HeaderMap,
    jetstream::{self, Message, consumer::pull, message::PublishMessage},
};
use futures_util::StreamExt;

const IN_FLIGHT: usize = 64;

#[tokio::main]
#[expect(clippy::print_stderr, reason = "says when it is ready, as the workers do")]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [url, stream, consumer, subject] =
        <[String; 4]>::try_from(arguments).expect("bus-reference URL STREAM CONSUMER SUBJECT");
    let client = async_nats::connect(url).await.expect("a server");
    let jetstream = jetstream::new(client);
    let stream = jetstream.get_stream(stream).await.expect("the stream");
    let consumer: jetstream::consumer::Consumer<pull::Config> =
        stream.get_consumer(&consumer).await.expect("the consumer");
    let messages = consumer.stream().max_messages_per_batch(IN_FLIGHT).messages().await.expect("messages");
    eprintln!("ready");
    messages
        .for_each_concurrent(IN_FLIGHT, |message| hop(&jetstream, &subject, message.expect("a message")))
        .await;
}

async fn hop(jetstream: &jetstream::Context, subject: &str, message: Message) {
    let came = message.headers.clone().unwrap_or_default();
    // What was asked of the first stream is nothing to ask of the next.
    let mut headers: HeaderMap = HeaderMap::new();
    for (name, values) in came.iter().filter(|(name, _)| !name.to_string().starts_with("Nats-")) {
        for value in values {
            headers.append(name.clone(), value.clone());
        }
    }
    let id = came.get("Nats-Msg-Id").map(|id| format!("{id}:{subject}")).unwrap_or_default();
    headers.insert("Nats-Msg-Id", id);
    let publish = PublishMessage::build().headers(headers).payload(message.payload.clone());
    let confirmation = jetstream.send_publish(subject.to_owned(), publish).await.expect("a connection");
    confirmation.await.expect("the stream takes it");
    message.ack().await.expect("a connection");
}
