//! What the tests of the whole pipeline stand on.
//!
//! - [`NatsServer`]: a private broker for one test, on a port of its own choosing.
//! - [`Binaries`] and [`Process`]: the workers and the tool as real processes.
//! - [`article`], [`articles`]: the test articles, written for the project.
//! - [`Annotated`]: one article after each of the four stages, in this process.
//! - [`admin`]: what happens to streams and consumers.
//! - [`invariants`]: what holds for every event of every article.
//! - [`readable`]: an enriched article as text that a person can judge.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test stops at the first surprise, and says which"
)]

mod articles;
mod binaries;
mod chain;
mod nats_fetch;
mod nats_program;
mod nats_server;
mod process;
mod target;
mod wait;

pub mod admin;
pub mod invariants;
pub mod readable;

pub use articles::{article, article_names, articles, articles_folder};
pub use binaries::Binaries;
pub use chain::{Annotated, Chain, chain};
pub use nats_server::NatsServer;
pub use process::Process;
pub use target::target_folder;
pub use wait::{DEADLINE, wait_until};
