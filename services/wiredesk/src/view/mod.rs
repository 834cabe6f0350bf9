//! The formats in which results are printed.
//!
//! Formats for people and the wire format are here; those of other programs are in `shared/formats`. To add
//! one of another program, write it there and add it to `Format` in `format.rs`.

mod arguments;
mod article;
mod exchange;
mod format;
mod jsonl;
mod names;
mod page;
mod pretty;
mod sink;

#[cfg(test)]
mod tests;

pub(crate) use arguments::OutputArgs;
pub(crate) use page::plain;
pub(crate) use sink::Sink;
