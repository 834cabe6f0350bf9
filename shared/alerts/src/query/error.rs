//! Why a query cannot be read.

use std::{error::Error, fmt};

/// The reason why a query cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryError {
    /// The byte of the query at which the problem is.
    pub at: usize,
    /// What is wrong, and how to correct it.
    pub problem: String,
}

impl QueryError {
    pub(super) fn new(at: usize, problem: impl Into<String>) -> Self {
        Self { at, problem: problem.into() }
    }
}

impl fmt::Display for QueryError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "byte {}: {}", self.at, self.problem)
    }
}

impl Error for QueryError {}
