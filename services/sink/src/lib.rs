//! Sinks: programs that write enriched articles to a target outside of the pipeline, each once.
//!
//! A sink reads a stream in batches through a durable consumer, and acknowledges an event only after its target
//! has it. So an event can come again, and the target recognizes it. A target that is away stops the sink and
//! nothing else. What the target refuses becomes a dead letter.
//!
//! - [`args`], `settings`: flags and environment variables
//! - `record`: an event as a target gets it
//! - `reading`: reads and decodes batches, the next one while the target writes
//! - `filter`: which articles are written; pure
//! - `target`: the interface to a target
//! - `decision`: what follows from the target's verdict; pure
//! - `delivery`: the loop that reads, writes and settles
//! - `folder`: what targets have in common that write files
//! - `jsonl`, `parquet`, `webhook`, `postgres`: the targets, one module for each
//! - `rows`: articles as rows of tables; pure
//! - `meter`, `process`: metrics, and the process
//!
//! Another program can be a sink, too: it implements [`Target`] and calls [`run_target`].

pub mod args;
mod decision;
mod delivery;
mod filter;
mod folder;
mod jsonl;
mod meter;
#[cfg(feature = "parquet")]
mod parquet;
#[cfg(feature = "postgres")]
mod postgres;
mod process;
mod reading;
mod record;
#[cfg(any(feature = "postgres", feature = "parquet"))]
mod rows;
mod settings;
mod target;
mod webhook;

pub use filter::Filter;
#[cfg(feature = "parquet")]
pub use parquet::journal;
pub use process::{run, run_target};
pub use record::{Content, Record};
pub use settings::SinkSettings;
pub use target::{Answer, Hindrance, Target, Verdict};
