//! Measures the stages: evaluation against gold annotation, and benchmarks. Never shipped.
//!
//! `corpus` reads the development data, `metrics` scores, `eval` brings the two together for each
//! stage, `bench` measures speed, `chaos` proves what the pipeline survives. What they find leaves as a `report`: tables in Markdown, printed
//! and written to `lab/results`.

pub mod bench;
pub mod bus;
pub mod chaos;
pub mod cli;
pub mod compile;
pub mod corpus;
pub mod eval;
pub mod metrics;
pub mod pipeline;
pub mod report;
pub mod train;

mod languages;
mod machine;
mod peers;
mod progress;
