//! Settings: flag over environment over default, with every problem reported at once.
//!
//! Flags are declared here for clap, so that `--help` teaches them; values are checked by
//! [`Problems`], which collects instead of stopping at the first.

mod connection;
mod environment;
mod worker;

pub use connection::{Authentication, ConnectionArgs, ConnectionSettings, Tls};
pub use environment::{Environment, ProcessEnvironment};
pub use worker::{WorkerArgs, WorkerSettings};

use std::{fmt, str::FromStr};

/// Everything wrong with the settings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems(Vec<String>);

impl fmt::Display for Problems {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_slice() {
            [only] => formatter.write_str(only),
            several => {
                write!(formatter, "{} settings need attention:", several.len())?;
                several.iter().try_for_each(|problem| write!(formatter, "\n  - {problem}"))
            }
        }
    }
}

impl std::error::Error for Problems {}

impl Problems {
    /// Notes one more problem.
    pub fn add(&mut self, problem: impl Into<String>) {
        self.0.push(problem.into());
    }

    /// `value` if nothing was noted.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }
}

/// One setting: its flag, its environment variable, and what the user gave.
pub struct Setting<'s> {
    flag: &'static str,
    variable: &'static str,
    given: Option<&'s str>,
}

impl<'s> Setting<'s> {
    /// The setting with flag `--flag`, given as `given` on the command line.
    pub fn new(flag: &'static str, variable: &'static str, given: Option<&'s str>) -> Self {
        Self { flag, variable, given }
    }

    /// The value as text, and where it came from. An empty environment variable counts as unset.
    fn text(&self, environment: &dyn Environment) -> Option<(String, &'static str)> {
        match self.given {
            Some(value) => Some((value.to_owned(), self.flag)),
            None => environment.variable(self.variable).map(|value| (value, self.variable)),
        }
    }

    /// The value as text, if there is one.
    pub fn optional(&self, environment: &dyn Environment) -> Option<String> {
        self.text(environment).map(|(value, _)| value)
    }

    /// The value read as a `T`; a problem is noted and `default` stands in where it cannot be.
    pub fn parse<T>(&self, environment: &dyn Environment, default: T, problems: &mut Problems) -> T
    where
        T: FromStr,
        T::Err: fmt::Display,
    {
        self.check(environment, default, problems, |value| {
            value.parse::<T>().map_err(|error| error.to_string())
        })
    }

    /// The value as `read` makes it; a problem is noted and `default` stands in where it cannot be.
    pub fn check<T>(
        &self,
        environment: &dyn Environment,
        default: T,
        problems: &mut Problems,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> T {
        let Some((value, origin)) = self.text(environment) else { return default };
        read(&value).unwrap_or_else(|error| {
            problems.add(format!("{origin}: {error}"));
            default
        })
    }
}

/// A whole number of at least one.
pub(crate) fn at_least_one(value: &str) -> Result<usize, String> {
    match value.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err(format!("`{value}` is no whole number above zero")),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn a_flag_wins_over_the_environment_and_the_environment_over_the_default() {
        let environment = HashMap::from([("PORT", "2")]);
        let mut problems = Problems::default();
        assert_eq!(Setting::new("--port", "PORT", Some("1")).parse(&environment, 3, &mut problems), 1);
        assert_eq!(Setting::new("--port", "PORT", None).parse(&environment, 3, &mut problems), 2);
        assert_eq!(Setting::new("--port", "OTHER", None).parse(&environment, 3, &mut problems), 3);
        assert_eq!(problems.or(()), Ok(()));
    }

    #[test]
    fn every_problem_is_named_with_its_origin() {
        let environment = HashMap::from([("A", "x")]);
        let mut problems = Problems::default();
        Setting::new("--a", "A", None).check(&environment, 1, &mut problems, at_least_one);
        Setting::new("--b", "B", Some("0")).check(&environment, 1, &mut problems, at_least_one);
        let said = problems.or(()).unwrap_err().to_string();
        assert_eq!(
            said,
            "2 settings need attention:\n  - A: `x` is no whole number above zero\n  - --b: `0` is no whole number above zero"
        );
    }
}
