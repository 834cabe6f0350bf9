//! Reads the workspace's own source code, so that tests can state rules about it.
//!
//! [`targets`] lists what cargo builds, [`source::Crate`] is the tree of modules of one target, and
//! [`graph::cycles`] finds modules that depend on each other.

pub mod graph;
pub mod resolve;
pub mod source;
pub mod tags;
pub mod targets;
