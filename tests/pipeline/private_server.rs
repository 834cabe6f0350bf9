//! The server of the tests is private, and its store survives a crash.

use async_nats::jetstream::{self, stream::Config};
use pipeline_tests::NatsServer;

#[tokio::test]
async fn two_tests_never_share_a_server() {
    let (first, second) = (NatsServer::start(), NatsServer::start());
    assert_ne!(first.url(), second.url());
    create_stream(&first).await;
    assert_eq!(streams(&first).await, 1);
    assert_eq!(streams(&second).await, 0);
}

#[tokio::test]
async fn a_restarted_server_keeps_its_address_and_its_store() {
    let mut server = NatsServer::start();
    let url = server.url().to_owned();
    create_stream(&server).await;
    server.restart();
    assert_eq!(server.url(), url);
    assert_eq!(streams(&server).await, 1);
}

#[test]
#[should_panic(expected = "nats-server ended before it took connections")]
fn a_server_that_cannot_start_is_reported_at_once() {
    NatsServer::start_configured("port: nonsense\n");
}

async fn context(server: &NatsServer) -> jetstream::Context {
    jetstream::new(async_nats::connect(server.url()).await.unwrap())
}

async fn create_stream(server: &NatsServer) {
    let config = Config { name: "TEST".into(), subjects: vec!["test.>".into()], ..Config::default() };
    context(server).await.create_stream(config).await.unwrap();
}

async fn streams(server: &NatsServer) -> usize {
    context(server).await.query_account().await.unwrap().streams
}
