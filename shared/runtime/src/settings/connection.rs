//! The settings of the connection to NATS. The variables are those of the `nats` command line tool.

use std::path::PathBuf;

use clap::Args;
use messages::subjects::{DEFAULT_PREFIX, Subjects};

use super::{
    api_prefix::{API_PREFIX, ApiPrefix, DOMAIN},
    authentication::{Authentication, password},
    environment::Environment,
    problems::Problems,
    server_urls::ServerUrls,
    setting::Setting,
    values::is_plain_subject,
};

const URL: Setting = Setting::new(
    "nats-url",
    "NATS_URL",
    "Server URL, or several separated by commas; may contain a user and password, or a token: nats://user:password@host:4222",
)
.with_default("nats://localhost:4222");
const CREDS: Setting = Setting::new("nats-creds", "NATS_CREDS", "File with the user's JWT and seed");
const NKEY: Setting = Setting::new("nats-nkey", "NATS_NKEY", "File with the user's nkey seed");
const CERT: Setting = Setting::new("nats-cert", "NATS_CERT", "File with the client certificate, PEM");
const KEY: Setting = Setting::new("nats-key", "NATS_KEY", "File with the key of the client certificate, PEM");
const CA: Setting = Setting::new(
    "nats-ca",
    "NATS_CA",
    "File with the certificate authority that signed the server's certificate, PEM; implies TLS",
);
const INBOX_PREFIX: Setting = Setting::new(
    "nats-inbox-prefix",
    "NATS_INBOX_PREFIX",
    "Prefix of the subjects on which answers arrive, for users that may read only their own; `_INBOX` if not set",
);
const PREFIX: Setting = Setting::new(
    "prefix",
    "WIREDESK_PREFIX",
    "First token of every subject; several pipelines can share a server under different prefixes",
)
.with_default(DEFAULT_PREFIX);

/// The flags for the connection to NATS.
///
/// Secrets have no flag, because every user of a machine can read the command lines of its processes.
#[derive(Debug, Clone, Default, Args)]
#[command(
    next_help_heading = "NATS (secrets: NATS_USER with NATS_PASSWORD or NATS_PASSWORD_FILE, or NATS_TOKEN)"
)]
pub struct ConnectionArgs {
    /// The server's URL, or several separated by commas.
    #[arg(long = URL.flag, help = URL.help(), value_name = "URL")]
    pub nats_url: Option<String>,
    /// The path of the user's JWT and seed.
    #[arg(long = CREDS.flag, help = CREDS.help(), value_name = "FILE")]
    pub nats_creds: Option<String>,
    /// The path of the user's nkey seed.
    #[arg(long = NKEY.flag, help = NKEY.help(), value_name = "FILE")]
    pub nats_nkey: Option<String>,
    /// The path of the client certificate.
    #[arg(long = CERT.flag, help = CERT.help(), value_name = "FILE")]
    pub nats_cert: Option<String>,
    /// The path of the client certificate's key.
    #[arg(long = KEY.flag, help = KEY.help(), value_name = "FILE")]
    pub nats_key: Option<String>,
    /// The path of the certificate authority.
    #[arg(long = CA.flag, help = CA.help(), value_name = "FILE")]
    pub nats_ca: Option<String>,
    /// The prefix of the subjects on which answers arrive.
    #[arg(long = INBOX_PREFIX.flag, help = INBOX_PREFIX.help(), value_name = "SUBJECT")]
    pub nats_inbox_prefix: Option<String>,
    /// The JetStream domain that holds the streams.
    #[arg(long = DOMAIN.flag, help = DOMAIN.help(), value_name = "DOMAIN")]
    pub nats_domain: Option<String>,
    /// The subjects of the JetStream API.
    #[arg(long = API_PREFIX.flag, help = API_PREFIX.help(), value_name = "SUBJECT")]
    pub nats_api_prefix: Option<String>,
    /// The first token of every subject.
    #[arg(long = PREFIX.flag, help = PREFIX.help(), value_name = "TOKEN")]
    pub prefix: Option<String>,
}

/// The checked settings of the connection to NATS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectionSettings {
    /// The server's URL, or several separated by commas, without user and password.
    pub url: String,
    /// The identity that the client proves to the server.
    pub authentication: Authentication,
    /// The certificates for TLS.
    pub tls: Tls,
    /// The prefix of the subjects on which answers arrive. `None` for the client library's own.
    pub inbox_prefix: Option<String>,
    /// The subjects of the JetStream API.
    pub api: ApiPrefix,
    /// The subjects of this pipeline.
    pub subjects: Subjects,
}

/// The certificates for TLS.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tls {
    /// The certificate authority that signed the server's certificate.
    pub ca: Option<PathBuf>,
    /// The client's certificate and its key.
    pub client: Option<(PathBuf, PathBuf)>,
}

impl ConnectionArgs {
    /// Checks flags and environment variables. Adds every problem to `problems`.
    pub fn resolve(&self, environment: &dyn Environment, problems: &mut Problems) -> ConnectionSettings {
        let urls = URL.read(self.nats_url.as_deref(), environment, problems, ServerUrls::parse);
        ConnectionSettings {
            url: urls.bare,
            authentication: self.authentication(urls.identity, environment, problems),
            tls: self.tls(environment, problems),
            inbox_prefix: INBOX_PREFIX.read(
                self.nats_inbox_prefix.as_deref(),
                environment,
                problems,
                |prefix| check_inbox(prefix).map(Some),
            ),
            api: ApiPrefix::resolve(
                self.nats_domain.as_deref(),
                self.nats_api_prefix.as_deref(),
                environment,
                problems,
            ),
            subjects: PREFIX.read(self.prefix.as_deref(), environment, problems, |prefix| {
                Subjects::new(prefix).map_err(|error| format!("{error} (the default is `{DEFAULT_PREFIX}`)"))
            }),
        }
    }

    fn authentication(
        &self,
        in_url: Option<Authentication>,
        environment: &dyn Environment,
        problems: &mut Problems,
    ) -> Authentication {
        let user = environment.variable("NATS_USER");
        let password = password(environment, problems);
        if user.is_some() != password.is_some() {
            problems.add(
                "NATS_USER and NATS_PASSWORD (or NATS_PASSWORD_FILE) belong together: set both or neither",
            );
        }
        let url_part = if matches!(in_url, Some(Authentication::Token(_))) { "token" } else { "user" };
        let creds = file(CREDS, self.nats_creds.as_deref(), environment, problems);
        let nkey = file(NKEY, self.nats_nkey.as_deref(), environment, problems);
        let ways = [
            ("NATS_CREDS".to_owned(), creds.map(Authentication::Credentials)),
            ("NATS_NKEY".to_owned(), nkey.map(Authentication::Nkey)),
            ("NATS_USER".to_owned(), user.zip(password).map(|(user, password)| password.of(user))),
            ("NATS_TOKEN".to_owned(), environment.variable("NATS_TOKEN").map(Authentication::Token)),
            (format!("the {url_part} in NATS_URL"), in_url),
        ];
        let mut ways = ways.into_iter().filter_map(|(name, way)| Some((name, way?)));
        let Some((name, way)) = ways.next() else { return Authentication::None };
        if let Some((other, _)) = ways.next() {
            problems.add(format!("two ways to authenticate are set, {name} and {other}: keep one"));
        }
        way
    }

    fn tls(&self, environment: &dyn Environment, problems: &mut Problems) -> Tls {
        let mut path =
            |setting, given: &Option<String>| file(setting, given.as_deref(), environment, problems);
        let ca = path(CA, &self.nats_ca);
        let certificate = path(CERT, &self.nats_cert);
        let key = path(KEY, &self.nats_key);
        if certificate.is_some() != key.is_some() {
            problems.add("NATS_CERT and NATS_KEY belong together: set both or neither");
        }
        Tls { ca, client: certificate.zip(key) }
    }
}

/// Checks that an inbox prefix is a subject without wildcards.
fn check_inbox(prefix: &str) -> Result<String, String> {
    if is_plain_subject(prefix) {
        Ok(prefix.to_owned())
    } else {
        Err(format!("`{prefix}` is not a subject: write tokens joined by dots, without `*`, `>` and spaces"))
    }
}

/// Returns the path in `setting`. Adds a problem if there is no such file.
fn file(
    setting: Setting,
    given: Option<&str>,
    environment: &dyn Environment,
    problems: &mut Problems,
) -> Option<PathBuf> {
    setting.read(given, environment, problems, |value| {
        let path = PathBuf::from(value);
        if path.is_file() { Ok(Some(path)) } else { Err(format!("there is no file `{value}`")) }
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    fn resolve(variables: &[(&'static str, &'static str)]) -> Result<ConnectionSettings, String> {
        let environment: HashMap<&str, &str> = variables.iter().copied().collect();
        let mut problems = Problems::default();
        let settings = ConnectionArgs::default().resolve(&environment, &mut problems);
        problems.or(settings).map_err(|problems| problems.to_string())
    }

    #[test]
    fn the_default_is_a_local_server_and_the_default_prefix() {
        let settings = resolve(&[]).unwrap();
        assert_eq!(settings.url, "nats://localhost:4222");
        assert_eq!(settings.subjects, Subjects::default());
        assert_eq!(settings.authentication, Authentication::None);
    }

    #[test]
    fn a_user_needs_a_password() {
        assert!(resolve(&[("NATS_USER", "a")]).unwrap_err().contains("NATS_PASSWORD"));
        let settings = resolve(&[("NATS_USER", "a"), ("NATS_PASSWORD", "b")]).unwrap();
        assert!(matches!(settings.authentication, Authentication::Password { .. }));
    }

    #[test]
    fn a_password_can_come_from_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, content: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, content).unwrap();
            &*path.display().to_string().leak()
        };
        let secret = file("secret", "hunter2\n");
        let settings = resolve(&[("NATS_USER", "a"), ("NATS_PASSWORD_FILE", secret)]).unwrap();
        let expected = Authentication::PasswordFile { user: "a".into(), path: secret.into() };
        assert!(settings.authentication == expected);
        for (variables, expected) in [
            (vec![("NATS_USER", "a"), ("NATS_PASSWORD_FILE", file("empty", "\n"))], "is empty"),
            (vec![("NATS_USER", "a"), ("NATS_PASSWORD_FILE", "/no/such/file")], "cannot read"),
            (vec![("NATS_PASSWORD_FILE", secret)], "belong together"),
            (vec![("NATS_USER", "a"), ("NATS_PASSWORD", "b"), ("NATS_PASSWORD_FILE", secret)], "keep one"),
        ] {
            let problems = resolve(&variables).unwrap_err();
            assert!(problems.contains(expected) && !problems.contains("hunter2"), "{problems}");
            assert!(!problems.contains('\n'), "one problem is one line: {problems}");
        }
    }

    #[test]
    fn rejects_wildcards_in_an_inbox_prefix() {
        let settings = resolve(&[("NATS_INBOX_PREFIX", "_INBOX.segmenter")]).unwrap();
        assert_eq!(settings.inbox_prefix.as_deref(), Some("_INBOX.segmenter"));
        for wrong in ["_INBOX.>", "a..b", "*", "a b"] {
            assert!(resolve(&[("NATS_INBOX_PREFIX", wrong)]).is_err(), "{wrong}");
        }
    }

    #[test]
    fn rejects_two_ways_to_authenticate() {
        let report = resolve(&[("NATS_USER", "a"), ("NATS_PASSWORD", "b"), ("NATS_TOKEN", "c")]).unwrap_err();
        assert!(report.contains("NATS_USER and NATS_TOKEN"), "{report}");
    }

    #[test]
    fn a_user_in_the_url_takes_the_place_of_nats_user() {
        let settings = resolve(&[("NATS_URL", "nats://ann:hunter2@host")]).unwrap();
        assert_eq!(settings.url, "nats://host");
        let expected = Authentication::Password { user: "ann".into(), password: "hunter2".into() };
        assert!(settings.authentication == expected);
        for (url, part) in [("nats://ann:hunter2@host", "user"), ("nats://hunter2@host", "token")] {
            let report =
                resolve(&[("NATS_URL", url), ("NATS_USER", "a"), ("NATS_PASSWORD", "b")]).unwrap_err();
            assert!(report.contains(&format!("NATS_USER and the {part} in NATS_URL")), "{report}");
            assert!(!report.contains("hunter2"), "{report}");
        }
    }

    #[test]
    fn all_problems_are_reported_together() {
        let report = resolve(&[
            ("NATS_URL", "http://localhost"),
            ("NATS_CREDS", "/no/such/file"),
            ("NATS_CERT", "/no/such/cert"),
            ("WIREDESK_PREFIX", "a.b"),
        ])
        .unwrap_err();
        for variable in ["NATS_URL", "NATS_CREDS", "NATS_CERT", "WIREDESK_PREFIX"] {
            assert!(report.contains(variable), "{variable} in: {report}");
        }
    }
}
