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

use std::{fmt, str::FromStr, time::Duration};

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

/// A length of time above zero: `500ms`, `10s`, `5m`, `2h`, `3d`; a bare number is seconds.
pub fn duration(value: &str) -> Result<Duration, String> {
    let digits = value.trim_end_matches(|character: char| character.is_ascii_alphabetic());
    let wrong = || format!("`{value}` is no length of time, such as `500ms`, `10s`, `5m`, `2h` or `3d`");
    let number: u64 = digits.parse().map_err(|_| wrong())?;
    let milliseconds = match value.strip_prefix(digits) {
        Some("ms") => 1,
        Some("" | "s") => 1_000,
        Some("m") => 60_000,
        Some("h") => 3_600_000,
        Some("d") => 86_400_000,
        _ => return Err(wrong()),
    };
    let total = number.checked_mul(milliseconds).filter(|total| *total > 0).ok_or_else(wrong)?;
    Ok(Duration::from_millis(total))
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
    fn a_length_of_time_has_a_unit() {
        for (text, milliseconds) in
            [("500ms", 500), ("10s", 10_000), ("3", 3_000), ("5m", 300_000), ("1d", 86_400_000)]
        {
            assert_eq!(duration(text), Ok(Duration::from_millis(milliseconds)), "{text}");
        }
        for text in ["", "0s", "s", "-1s", "1.5s", "10 s", "9w", "99999999999999999d"] {
            assert!(duration(text).is_err(), "{text:?}");
        }
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
