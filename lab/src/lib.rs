//! Measures the stages: evaluation against gold annotation, and benchmarks. Never shipped.
//!
//! `corpus` reads the development data, `metrics` scores, `eval` brings the two together for each stage,
//! `bench` measures speed, `train` and `compile` write models and tables into the services' folders. Their
//! figures leave as the tables of a report (`lab-report`), printed and written to `lab/results`.

pub mod bench;
pub mod cli;
pub mod compile;
pub mod corpus;
pub mod eval;
pub mod metrics;
pub mod pipeline;
pub mod progress;
pub mod random;
pub mod train;

mod languages;
mod peers;
