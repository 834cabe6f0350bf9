//! One setting: its flag, environment variable, help and default, declared in one place.

use std::{fmt, str::FromStr};

use super::{environment::Environment, problems::Problems};

/// The declaration of a setting that a user gives as a flag or in an environment variable.
///
/// Declare it as a constant. The clap attributes of the field that receives the flag take their texts from
/// it:
///
/// ```
/// use wiredesk_runtime::settings::{Problems, Setting, at_least_one};
///
/// const READERS: Setting =
///     Setting::new("readers", "EXAMPLE_READERS", "Number of threads that read").with_default("4");
///
/// #[derive(Default, clap::Args)]
/// struct ReadArgs {
///     #[arg(long = READERS.flag, help = READERS.help(), value_name = "N")]
///     readers: Option<String>,
/// }
///
/// let environment = std::collections::HashMap::from([("EXAMPLE_READERS", "8")]);
/// let mut problems = Problems::default();
/// let given = ReadArgs::default().readers;
/// assert_eq!(READERS.read(given.as_deref(), &environment, &mut problems, at_least_one), 8);
/// assert_eq!(READERS.help(), "Number of threads that read\n[env: EXAMPLE_READERS] [default: 4]");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The flag, without its dashes.
    pub flag: &'static str,
    variable: &'static str,
    help: &'static str,
    /// The default as a user would write it. `None` if the setting can be absent.
    default: Option<&'static str>,
}

impl Setting {
    /// Declares a setting that can be absent.
    pub const fn new(flag: &'static str, variable: &'static str, help: &'static str) -> Self {
        Self { flag, variable, help, default: None }
    }

    /// Returns the setting with the default `default`, written as a user would write it.
    #[must_use]
    pub const fn with_default(self, default: &'static str) -> Self {
        Self { default: Some(default), ..self }
    }

    /// Returns the text for `--help`: what the setting does, and on a second line its environment variable
    /// and default.
    pub fn help(&self) -> String {
        let default = self.default.map(|default| format!(" [default: {default}]")).unwrap_or_default();
        format!("{}\n[env: {}]{default}", self.help, self.variable)
    }

    /// Returns the text for `--help` of a switch, which is a flag without a value.
    pub fn switch_help(&self) -> String {
        format!("{}\n[env: {}=true]", self.help, self.variable)
    }

    /// Parses the value. `given` is the value of the flag, if the user gave it.
    ///
    /// If the value is invalid, adds a problem and returns `T::default()`.
    pub fn parse<T>(&self, given: Option<&str>, environment: &dyn Environment, problems: &mut Problems) -> T
    where
        T: FromStr + Default,
        T::Err: fmt::Display,
    {
        let parse = |value: &str| value.parse::<T>().map_err(|error| error.to_string());
        self.read(given, environment, problems, parse)
    }

    /// Returns the value as `read` understands it. `given` is the value of the flag, if the user gave it.
    ///
    /// Returns `T::default()` if there is neither a value nor a default. If the value is invalid, adds a
    /// problem and returns `T::default()`.
    pub fn read<T: Default>(
        &self,
        given: Option<&str>,
        environment: &dyn Environment,
        problems: &mut Problems,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> T {
        let Some((value, origin)) = self.value_and_origin(given, environment) else { return T::default() };
        read(&value).unwrap_or_else(|error| {
            problems.add(format!("{origin}: {error}"));
            T::default()
        })
    }

    /// Returns the value as text, or `None` if there is neither a value nor a default.
    pub fn text(&self, given: Option<&str>, environment: &dyn Environment) -> Option<String> {
        self.value_and_origin(given, environment).map(|(value, _)| value)
    }

    /// Reports whether a switch is on. `given` says whether the user gave the flag.
    ///
    /// If the environment variable is neither `true` nor `false`, adds a problem and returns `false`.
    pub fn is_on(&self, given: bool, environment: &dyn Environment, problems: &mut Problems) -> bool {
        self.read(given.then_some("true"), environment, problems, |value| {
            value.parse().map_err(|_| format!("`{value}` is neither `true` nor `false`"))
        })
    }

    /// Returns the value and the name under which the user gave it, for messages.
    fn value_and_origin(
        &self,
        given: Option<&str>,
        environment: &dyn Environment,
    ) -> Option<(String, String)> {
        let flag = || format!("--{}", self.flag);
        let from_flag = given.map(|value| (value.to_owned(), flag()));
        let from_environment = || Some((environment.variable(self.variable)?, self.variable.to_owned()));
        let from_default = || Some((self.default?.to_owned(), flag()));
        from_flag.or_else(from_environment).or_else(from_default)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{super::values::at_least_one, *};

    const PORT: Setting = Setting::new("port", "PORT", "Port to listen on").with_default("3");
    const OTHER: Setting = Setting::new("other", "OTHER", "Other port").with_default("4");
    const VERBOSE: Setting = Setting::new("verbose", "VERBOSE", "Print more");

    #[test]
    fn a_flag_wins_over_the_environment_and_the_environment_over_the_default() {
        let environment = HashMap::from([("PORT", "2")]);
        let mut problems = Problems::default();
        assert_eq!(PORT.parse::<u16>(Some("1"), &environment, &mut problems), 1);
        assert_eq!(PORT.parse::<u16>(None, &environment, &mut problems), 2);
        assert_eq!(OTHER.parse::<u16>(None, &environment, &mut problems), 4);
        assert_eq!(problems.or(()), Ok(()));
    }

    #[test]
    fn every_problem_is_reported_with_the_name_the_user_gave_it_under() {
        let environment = HashMap::from([("PORT", "x")]);
        let mut problems = Problems::default();
        PORT.read(None, &environment, &mut problems, at_least_one);
        OTHER.read(Some("0"), &environment, &mut problems, at_least_one);
        let report = problems.or(()).unwrap_err().to_string();
        assert_eq!(
            report,
            "2 settings need attention:\n  - PORT: `x` is not a whole number above zero\n  - --other: `0` is not a whole number above zero"
        );
    }

    #[test]
    fn a_switch_is_on_if_its_flag_is_given_or_its_variable_is_true() {
        let mut problems = Problems::default();
        assert!(VERBOSE.is_on(true, &HashMap::new(), &mut problems));
        assert!(VERBOSE.is_on(false, &HashMap::from([("VERBOSE", "true")]), &mut problems));
        assert!(!VERBOSE.is_on(false, &HashMap::from([("VERBOSE", "false")]), &mut problems));
        assert!(!VERBOSE.is_on(false, &HashMap::new(), &mut problems));
        VERBOSE.is_on(false, &HashMap::from([("VERBOSE", "yes")]), &mut problems);
        assert_eq!(problems.or(()).unwrap_err().to_string(), "VERBOSE: `yes` is neither `true` nor `false`");
    }

    #[test]
    fn help_shows_the_environment_variable_and_the_default() {
        assert_eq!(PORT.help(), "Port to listen on\n[env: PORT] [default: 3]");
        assert_eq!(VERBOSE.switch_help(), "Print more\n[env: VERBOSE=true]");
    }
}
