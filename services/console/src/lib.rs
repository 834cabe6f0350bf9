//! The console: a web page and an HTTP API for articles, the flow of a pipeline, and dead letters.
//!
//! The console knows the pipeline only through `runtime` and `messages`, and keeps nothing on disk. It follows the
//! streams, so several consoles can run side by side.
//!
//! - [`settings`]: flags and environment variables
//! - [`index`]: what the streams hold about the newest articles, in memory
//! - `feed`: the tasks that feed the index and the figures
//! - `figures`: what waits, how fast it goes, how long it takes
//! - [`stages`]: the four stages in this process
//! - `letters`: what one can do with dead letters
//! - [`pages`]: pure functions from plain view structs to HTML
//! - `site`: the handlers that fill the pages and read their forms
//! - `api`: the HTTP API
//! - [`security`]: who may do what
//! - `router`, `server`: the routes with the limits around them, and the HTTP server
//! - `assets`: style sheets and scripts, embedded in the program

mod api;
mod assets;
mod counts;
mod extract;
mod feed;
mod figures;
mod health;
pub mod index;
mod letters;
mod metrics;
mod news;
pub mod pages;
mod problem;
mod process;
mod progress;
mod router;
pub mod security;
mod server;
pub mod settings;
mod site;
pub mod stages;
mod state;

pub use process::{Command, run};
