//! The harness of the tests of the whole pipeline.
//!
//! - [`NatsServer`]: a private broker for one test, on a free port.
//! - [`PostgresServer`]: a private database for one test.
//! - [`Binaries`] and [`Process`]: the workers and the tool as real processes.
//! - [`start_console`]: a console as a process, with its address.
//! - [`RawPublisher`]: a publisher that sends any header bytes.
//! - [`article`], [`articles`]: the test articles, written for the project.
//! - [`Annotated`]: an article after each of the four stages, in this process.
//! - [`expected_stories`]: what the story-linker must say, computed in this process.
//! - [`admin`]: changes to streams and consumers, as an operator makes them.
//! - [`invariants`]: checks that every event of every article passes.
//! - [`readable`]: an enriched article as text for people.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test stops at the first surprise and reports it"
)]

mod articles;
mod binaries;
mod chain;
mod console;
mod expected_stories;
mod nats_fetch;
mod nats_program;
mod nats_server;
mod nats_version;
mod postgres;
mod postgres_program;
mod process;
mod raw_publisher;
mod target;
mod wait;
mod wheel;

pub mod admin;
pub mod invariants;
pub mod readable;

pub use articles::{article, article_names, articles, articles_folder};
pub use binaries::Binaries;
pub use chain::{Annotated, Chain, chain};
pub use console::start_console;
pub use expected_stories::expected_stories;
pub use nats_server::NatsServer;
pub use postgres::PostgresServer;
pub use process::Process;
pub use raw_publisher::{RawPublisher, UNREADABLE, WITH_STATUS};
pub use target::target_folder;
pub use wait::{DEADLINE, wait_until};
