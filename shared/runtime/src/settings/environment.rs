//! Environment variables behind a small trait, so that tests can pass a map.

use std::{collections::HashMap, hash::BuildHasher};

/// A source of environment variables.
pub trait Environment {
    /// Returns the value of `name`, or `None` if it is unset, empty or not Unicode.
    fn variable(&self, name: &str) -> Option<String>;
}

/// The environment variables of this process.
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
