//! The reference that `cargo faults bench bus` compares the runtime with: one stage of a pipeline that does
//! nothing, written directly on the client library, as short as possible without losing anything.
//!
//! `bus-reference URL STREAM CONSUMER SUBJECT` pulls from the consumer, publishes on the subject with a new
//! message id, awaits the confirmation and acknowledges. 64 articles are in flight.
#![expect(clippy::expect_used, reason = "a benchmark stops at the first surprise")]

use async_nats::{
    HeaderMap,
    jetstream::{self, Message, consumer::pull, message::PublishMessage},
};
use futures_util::StreamExt;

const IN_FLIGHT: usize = 64;

#[tokio::main]
#[expect(clippy::print_stderr, reason = "reports when it is ready, as the workers do")]
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
    let received = message.headers.clone().unwrap_or_default();
    // `Nats-` headers are instructions for the first stream, not for the next one.
    let mut headers: HeaderMap = HeaderMap::new();
    for (name, values) in received.iter().filter(|(name, _)| !name.to_string().starts_with("Nats-")) {
        for value in values {
            headers.append(name.clone(), value.clone());
        }
    }
    let id = received.get("Nats-Msg-Id").map(|id| format!("{id}:{subject}")).unwrap_or_default();
    headers.insert("Nats-Msg-Id", id);
    let publish = PublishMessage::build().headers(headers).payload(message.payload.clone());
    let confirmation = jetstream.send_publish(subject.to_owned(), publish).await.expect("a connection");
    confirmation.await.expect("the stream stores it");
    message.ack().await.expect("a connection");
}
