//! Lists of words in the files of the languages.

/// A list of words in any order.
pub(crate) type Words = &'static [&'static str];
