//! Articles from files, folders and standard input, read one at a time.

mod arguments;
mod documents;
mod files;
mod format;
mod input;
mod read;
mod sniff;

#[cfg(test)]
mod tests;

pub(crate) use arguments::{InputArgs, Inputs};
pub(crate) use input::{Input, InputError};
