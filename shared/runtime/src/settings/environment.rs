//! Environment variables through a small trait, so that tests pass a map.

use std::{collections::HashMap, hash::BuildHasher};

/// Where variables come from.
pub trait Environment {
    /// The value of `name`; `None` where it is unset, empty or not Unicode.
    fn variable(&self, name: &str) -> Option<String>;
}

/// The variables of this process.
#[derive(Debug, Clone, Copy, Default)]
pub struct ProcessEnvironment;

impl Environment for ProcessEnvironment {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
    fn variable(&self, name: &str) -> Option<String> {
        std::env::var(name).ok().filter(|value| !value.is_empty())
    }
}

impl<S: BuildHasher> Environment for HashMap<&str, &str, S> {
    fn variable(&self, name: &str) -> Option<String> {
        self.get(name).filter(|value| !value.is_empty()).map(|value| (*value).to_owned())
    }
}
