//! The page with the chain of stages: what waits where, how fast it goes, and which stage needs more workers.

mod page;
mod picture;
mod verdict;
mod view;

pub use page::page;
pub use view::{Flow, Queue, Sample, Stage, Worker};
