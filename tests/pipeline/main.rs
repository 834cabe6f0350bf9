//! Tests of the pipeline as a whole: first in this process, then as real processes on a real server.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise; its helpers too"
)]

// The four stages in this process.
mod any_text;
mod golden;
mod long_text;
mod schema;
mod snapshots;

// What the tests stand on.
mod private_server;
mod running;

// Four worker processes on a server.
mod connection;
mod dead_letters;
mod delivery;
mod fused;
mod permissions;
mod setup;
mod telemetry;

// The tool at work on them.
mod dead_commands;
mod publish;
mod results;
mod status;

// Clients in other languages.
mod foreign_clients;
