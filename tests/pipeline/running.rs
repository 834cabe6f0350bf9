//! A pipeline on a private server, which the tool sets up and real workers serve.

use std::{process::ExitStatus, time::Duration};

use async_nats::{
    HeaderMap,
    jetstream::{
        self,
        consumer::{DeliverPolicy, Info, pull},
        stream::Stream,
    },
};
use bytes::Bytes;
use futures_util::StreamExt;
use messages::{ArticleReceived, Event, StageName};
use pipeline_tests::{Binaries, DEADLINE, NatsServer, Process, admin, articles};
use tokio::time::timeout;

/// The subject of live articles.
pub(crate) const RECEIVED: &str = "articles.v1.received.live";

/// Each stage's input stream, live consumer and output stream.
pub(crate) const STAGES: [(StageName, &str, &str, &str); 4] = [
    (StageName::Detect, "ARTICLES_RECEIVED", "language-detector-live", "ARTICLES_DETECTED"),
    (StageName::Segment, "ARTICLES_DETECTED", "segmenter-live", "ARTICLES_SEGMENTED"),
    (StageName::Tag, "ARTICLES_SEGMENTED", "entity-tagger-live", "ARTICLES_TAGGED"),
    (StageName::Summarize, "ARTICLES_TAGGED", "summarizer-live", "ARTICLES_SUMMARIZED"),
];

/// A pipeline on a server of one test.
pub(crate) struct Pipeline {
    pub(crate) server: NatsServer,
    pub(crate) jetstream: jetstream::Context,
}

/// A stored message.
pub(crate) struct Stored {
    pub(crate) subject: String,
    pub(crate) headers: HeaderMap,
    pub(crate) payload: Bytes,
}

impl Pipeline {
    /// Starts a server and runs `wiredesk setup`, without workers.
    pub(crate) async fn set_up() -> Self {
        let pipeline = Self::not_set_up().await;
        let (status, _, stderr) = pipeline.wiredesk(&["setup"]);
        assert!(status.success(), "{stderr}");
        pipeline
    }

    /// Starts a server without streams.
    pub(crate) async fn not_set_up() -> Self {
        Self::on(NatsServer::start).await
    }

    /// Starts a server with `configuration` and without streams.
    pub(crate) async fn configured(configuration: &str) -> Self {
        Self::on(|| NatsServer::start_configured(configuration)).await
    }

    async fn on(start: impl FnOnce() -> NatsServer) -> Self {
        // Builds the programs first, so that no server waits for a compiler.
        Binaries::built();
        let server = start();
        let client = async_nats::connect(server.url()).await.expect("the server takes connections");
        Self { server, jetstream: jetstream::new(client) }
    }

    /// Runs the tool to its end, and returns status, standard output and standard error.
    pub(crate) fn wiredesk(&self, arguments: &[&str]) -> (ExitStatus, String, String) {
        Process::run(Binaries::built().wiredesk(self.server.url(), arguments))
    }

    /// Starts the worker of a stage, and waits until it is ready.
    pub(crate) fn worker(&self, stage: StageName) -> Process {
        let mut worker = self.starting(stage);
        worker.wait_for_stderr("ready");
        worker
    }

    /// Starts the worker of a stage.
    pub(crate) fn starting(&self, stage: StageName) -> Process {
        Process::start(Binaries::built().worker(stage, self.server.url()))
    }

    /// Kills the server and starts it again, so that all clients have to reconnect.
    pub(crate) async fn restart_server(&mut self) {
        self.server.restart();
        let client = async_nats::connect(self.server.url()).await.expect("the server takes connections");
        self.jetstream = jetstream::new(client);
    }

    /// Sets the ack timeout of all consumers.
    pub(crate) async fn redeliver_after(&self, wait: Duration) {
        let consumers = STAGES.map(|(_, stream, consumer, _)| (stream.to_owned(), consumer.to_owned()));
        admin::set_ack_wait(&self.jetstream, &consumers, wait).await;
    }

    /// Sets the ack timeout of all consumers to two seconds instead of ten.
    pub(crate) async fn hurry_redelivery(&self) {
        self.redeliver_after(Duration::from_secs(2)).await;
    }

    /// Starts all four workers and waits until they are ready.
    pub(crate) fn workers(&self) -> [Process; 4] {
        StageName::ALL.map(|stage| self.worker(stage))
    }

    /// Publishes a payload as any client does, and waits until it is stored.
    pub(crate) async fn publish(&self, subject: &str, payload: impl Into<Bytes>) {
        let stored = self.jetstream.publish(subject.to_owned(), payload.into()).await;
        stored.expect("the server answers").await.expect("the stream takes it");
    }

    pub(crate) async fn stream(&self, name: &str) -> Stream {
        self.jetstream.get_stream(name).await.unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Waits until `stream` has stored `count` messages, and returns them in order.
    pub(crate) async fn stored(&self, stream: &str, count: usize) -> Vec<Stored> {
        let config = pull::OrderedConfig { deliver_policy: DeliverPolicy::All, ..Default::default() };
        let reader = self.stream(stream).await.create_consumer(config).await.expect("a stream can be read");
        let messages = reader.messages().await.expect("a stream can be read").take(count);
        let stored = messages.map(|message| {
            let message = message.expect("a stream can be read");
            Stored {
                subject: message.subject.to_string(),
                headers: message.headers.clone().unwrap_or_default(),
                payload: message.payload.clone(),
            }
        });
        let all = timeout(DEADLINE, stored.collect());
        all.await.unwrap_or_else(|_| panic!("{stream} does not hold {count} messages after {DEADLINE:?}"))
    }

    /// Returns the number of messages in `stream`.
    pub(crate) async fn count(&self, stream: &str) -> usize {
        let mut stream = self.stream(stream).await;
        let info = stream.info().await.expect("the server answers");
        usize::try_from(info.state.messages).expect("few messages")
    }

    pub(crate) async fn consumer(&self, stream: &str, name: &str) -> Info {
        let info = self.stream(stream).await.consumer_info(name).await;
        info.unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Waits until no live consumer has a message to deliver or to settle.
    pub(crate) async fn settled(&self) {
        for (_, stream, consumer, _) in STAGES {
            self.settled_on(stream, consumer).await;
        }
    }

    /// Waits until a consumer has no message to deliver or to settle.
    pub(crate) async fn settled_on(&self, stream: &str, consumer: &str) {
        self.counts_on(stream, consumer, (0, 0)).await;
    }

    /// Waits until a consumer has this number of messages to deliver, and to settle.
    pub(crate) async fn counts_on(&self, stream: &str, consumer: &str, expected: (u64, usize)) {
        let counts = async {
            loop {
                let info = self.consumer(stream, consumer).await;
                if (info.num_pending, info.num_ack_pending) == expected {
                    break;
                }
                tokio::time::sleep(LOOK_EVERY).await;
            }
        };
        let late = |_| panic!("{consumer} has {expected:?} to deliver and to settle");
        timeout(DEADLINE, counts).await.unwrap_or_else(late);
    }
}

/// The pause between two looks at a consumer. The server sends no signal when a consumer has nothing left.
pub(crate) const LOOK_EVERY: Duration = Duration::from_millis(20);

/// Returns `count` copies of test articles, each with its own id.
pub(crate) fn many_articles(count: usize) -> Vec<ArticleReceived> {
    let numbered = articles().into_iter().cycle().enumerate().take(count);
    numbered
        .map(|(number, received)| {
            let mut article = serde_json::to_value(&received).expect("an article is JSON");
            article["id"] = format!("{}-{number}", received.article.id).into();
            ArticleReceived::decode(article.to_string().as_bytes()).expect("an article with another id")
        })
        .collect()
}

/// Returns the article id in a stored event.
pub(crate) fn id(stored: &Stored) -> String {
    let event: serde_json::Value = serde_json::from_slice(&stored.payload).expect("an event is JSON");
    event["article"]["id"].as_str().expect("an event has its article's id").to_owned()
}
