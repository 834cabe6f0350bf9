//! The console: a web page for articles, the flow of a pipeline, and dead letters.
//!
//! - [`pages`]: pure functions from plain view structs to HTML
//! - `assets`, a folder: the style sheet and the scripts of the pages

pub mod pages;
