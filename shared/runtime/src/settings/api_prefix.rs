//! Where the JetStream API is: in the server's own domain, in another one, or behind an import.

use std::fmt;

use super::{environment::Environment, problems::Problems, setting::Setting, values::is_plain_subject};

/// The JetStream domain that holds the streams.
pub(super) const DOMAIN: Setting = Setting::new(
    "nats-domain",
    "NATS_DOMAIN",
    "JetStream domain that holds the streams, if it is not that of the server: that of a leaf node, for example",
);
/// The subjects of the JetStream API, for accounts that import it.
pub(super) const API_PREFIX: Setting = Setting::new(
    "nats-api-prefix",
    "NATS_API_PREFIX",
    "Subjects of the JetStream API, if an account imports it from another one under other subjects than `$JS.API`",
);

/// The first tokens of the subjects of the JetStream API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiPrefix(String);

impl Default for ApiPrefix {
    fn default() -> Self {
        Self("$JS.API".to_owned())
    }
}

impl fmt::Display for ApiPrefix {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl ApiPrefix {
    /// Returns the prefix of the API in a domain: `$JS.leaf.API`.
    pub fn of_domain(domain: &str) -> Self {
        Self(format!("$JS.{domain}.API"))
    }

    /// Checks the two settings, of which at most one may be set. Adds every problem to `problems`.
    pub(super) fn resolve(
        domain: Option<&str>,
        prefix: Option<&str>,
        environment: &dyn Environment,
        problems: &mut Problems,
    ) -> Self {
        let domain = DOMAIN.read(domain, environment, problems, |name| {
            let is_name = |character: char| character.is_ascii_alphanumeric() || "-_".contains(character);
            if name.chars().all(is_name) {
                Ok(Some(Self::of_domain(name)))
            } else {
                Err(format!("`{name}` is not a domain: use letters, digits, `-` and `_`"))
            }
        });
        let prefix = API_PREFIX.read(prefix, environment, problems, |prefix| {
            let bare = prefix.strip_suffix(".>").unwrap_or(prefix);
            if is_plain_subject(bare) {
                Ok(Some(Self(bare.to_owned())))
            } else {
                Err(format!("`{prefix}` is not the start of subjects: write for example `JS.news.API`"))
            }
        });
        if domain.is_some() && prefix.is_some() {
            problems.add("NATS_DOMAIN and NATS_API_PREFIX exclude each other: set only one");
        }
        domain.or(prefix).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    fn resolve(variables: &[(&'static str, &'static str)]) -> Result<String, String> {
        let environment: HashMap<&str, &str> = variables.iter().copied().collect();
        let mut problems = Problems::default();
        let prefix = ApiPrefix::resolve(None, None, &environment, &mut problems);
        problems.or(prefix.to_string()).map_err(|problems| problems.to_string())
    }

    #[test]
    fn the_api_is_that_of_the_server_a_domain_or_an_import() {
        assert_eq!(resolve(&[]).as_deref(), Ok("$JS.API"));
        assert_eq!(resolve(&[("NATS_DOMAIN", "leaf-1")]).as_deref(), Ok("$JS.leaf-1.API"));
        assert_eq!(resolve(&[("NATS_API_PREFIX", "JS.news.API")]).as_deref(), Ok("JS.news.API"));
        assert_eq!(resolve(&[("NATS_API_PREFIX", "JS.news.API.>")]).as_deref(), Ok("JS.news.API"));
    }

    #[test]
    fn rejects_what_cannot_be_part_of_a_subject() {
        for (variable, value) in [
            ("NATS_DOMAIN", "a.b"),
            ("NATS_DOMAIN", "*"),
            ("NATS_API_PREFIX", "JS..API"),
            ("NATS_API_PREFIX", "JS.*.API"),
            ("NATS_API_PREFIX", "JS API"),
        ] {
            assert!(
                resolve(&[(variable, value)]).is_err_and(|problem| problem.contains(variable)),
                "{value}"
            );
        }
        let both = [("NATS_DOMAIN", "leaf"), ("NATS_API_PREFIX", "JS.news.API")];
        assert!(resolve(&both).is_err_and(|problem| problem.contains("exclude each other")));
    }
}
