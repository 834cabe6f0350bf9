//! Tables of the stages, compiled from openly licensed sources.

pub mod gazetteers;
