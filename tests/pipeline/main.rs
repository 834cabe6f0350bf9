//! Tests of the whole pipeline: in this process, and as real processes on a real server.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests and their helpers stop at the first surprise"
)]

// Stages in this process.
mod any_text;
mod golden;
mod long_text;
mod schema;
mod snapshots;

// The harness.
mod private_server;
mod running;

// Worker processes on a server.
mod connection;
mod credentials;
mod dead_letters;
mod delivery;
mod domains;
mod fused;
mod max_payload;
mod models;
mod new_consumer;
mod obstacles;
mod permissions;
mod rotation;
mod setup;
mod setup_obstacles;
mod signals;
mod telemetry;
mod threads;
mod unreadable_headers;

// The command line tool.
mod dead_commands;
mod feeds;
mod follow;
mod publish;
mod results;
mod sinks;
mod status;
mod stories;

// The console.
mod console;

// Clients in other languages.
mod foreign_clients;

// The documents.
mod catalogues;
mod docs;
