//! How to reach NATS. The variables are those of the `nats` command line tool.

use std::path::PathBuf;

use clap::Args;
use messages::subjects::{DEFAULT_PREFIX, Subjects};

use super::{Environment, Problems, Setting};

/// Server used where none is set.
const DEFAULT_URL: &str = "nats://localhost:4222";

/// Flags for the connection to NATS.
///
/// Secrets have no flag: a command line can be read by every user of the machine.
#[derive(Debug, Clone, Default, Args)]
#[command(
    next_help_heading = "NATS (secrets: NATS_USER with NATS_PASSWORD or NATS_PASSWORD_FILE, or NATS_TOKEN)"
)]
pub struct ConnectionArgs {
    /// Server URL, or several separated by commas [env: NATS_URL] [default: nats://localhost:4222]
    #[arg(long, value_name = "URL")]
    pub nats_url: Option<String>,
    /// File with a user's JWT and seed [env: NATS_CREDS]
    #[arg(long, value_name = "FILE")]
    pub nats_creds: Option<String>,
    /// File with a user's nkey seed [env: NATS_NKEY]
    #[arg(long, value_name = "FILE")]
    pub nats_nkey: Option<String>,
    /// Client certificate, PEM [env: NATS_CERT]
    #[arg(long, value_name = "FILE")]
    pub nats_cert: Option<String>,
    /// Key of the client certificate, PEM [env: NATS_KEY]
    #[arg(long, value_name = "FILE")]
    pub nats_key: Option<String>,
    /// Certificate authority that signed the server's certificate, PEM; implies TLS [env: NATS_CA]
    #[arg(long, value_name = "FILE")]
    pub nats_ca: Option<String>,
    /// Where answers come in; a user who may read only its own inbox names it here [env: NATS_INBOX_PREFIX] [default: _INBOX]
    #[arg(long, value_name = "SUBJECT")]
    pub nats_inbox_prefix: Option<String>,
    /// First token of every subject, so that pipelines can share a server [env: WIREDESK_PREFIX] [default: articles]
    #[arg(long, value_name = "TOKEN")]
    pub prefix: Option<String>,
}

/// How to reach NATS, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectionSettings {
    /// One URL, or several separated by commas.
    pub url: String,
    /// Who we are.
    pub authentication: Authentication,
    /// Certificates, for TLS.
    pub tls: Tls,
    /// What the subjects of answers begin with; `None` for the client's own choice.
    pub inbox_prefix: Option<String>,
    /// The subjects of this pipeline.
    pub subjects: Subjects,
}

/// Who we are to the server.
#[derive(Clone, PartialEq, Eq)]
pub enum Authentication {
    /// Nobody in particular.
    None,
    /// A user with a password.
    Password {
        /// Name.
        user: String,
        /// Password.
        password: String,
    },
    /// A token.
    Token(String),
    /// File with an nkey seed.
    Nkey(PathBuf),
    /// File with a JWT and its seed.
    Credentials(PathBuf),
}

/// Certificates, for TLS.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tls {
    /// Certificate authority of the server.
    pub ca: Option<PathBuf>,
    /// Our certificate and its key.
    pub client: Option<(PathBuf, PathBuf)>,
}

impl std::fmt::Debug for Authentication {
    /// Says which kind; secrets stay out of logs.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::None => "none",
            Self::Password { .. } => "password",
            Self::Token(_) => "token",
            Self::Nkey(_) => "nkey",
            Self::Credentials(_) => "credentials",
        })
    }
}

impl ConnectionArgs {
    /// Checks flags and environment; problems are noted, all of them.
    pub fn resolve(&self, environment: &dyn Environment, problems: &mut Problems) -> ConnectionSettings {
        let setting = |flag, variable, given| Setting::new(flag, variable, given);
        let url = setting("--nats-url", "NATS_URL", self.nats_url.as_deref());
        let prefix = setting("--prefix", "WIREDESK_PREFIX", self.prefix.as_deref());
        let inbox = setting("--nats-inbox-prefix", "NATS_INBOX_PREFIX", self.nats_inbox_prefix.as_deref());
        ConnectionSettings {
            url: url.check(environment, DEFAULT_URL.to_owned(), problems, check_url),
            authentication: self.authentication(environment, problems),
            tls: self.tls(environment, problems),
            inbox_prefix: inbox.check(environment, None, problems, |prefix| check_inbox(prefix).map(Some)),
            subjects: prefix.check(environment, Subjects::default(), problems, |prefix| {
                Subjects::new(prefix).map_err(|error| format!("{error} (the default is `{DEFAULT_PREFIX}`)"))
            }),
        }
    }

    fn authentication(&self, environment: &dyn Environment, problems: &mut Problems) -> Authentication {
        let creds = Setting::new("--nats-creds", "NATS_CREDS", self.nats_creds.as_deref());
        let nkey = Setting::new("--nats-nkey", "NATS_NKEY", self.nats_nkey.as_deref());
        let user = environment.variable("NATS_USER");
        let password = password(environment, problems);
        if user.is_some() != password.is_some() {
            problems
                .add("NATS_USER and NATS_PASSWORD (or NATS_PASSWORD_FILE) go together: set both or neither");
        }
        let ways = [
            file(&creds, environment, problems).map(Authentication::Credentials),
            file(&nkey, environment, problems).map(Authentication::Nkey),
            user.zip(password).map(|(user, password)| Authentication::Password { user, password }),
            environment.variable("NATS_TOKEN").map(Authentication::Token),
        ];
        let mut ways = ways.into_iter().flatten();
        let way = ways.next().unwrap_or(Authentication::None);
        if let Some(other) = ways.next() {
            problems.add(format!("two ways to authenticate are set ({way:?} and {other:?}): keep one"));
        }
        way
    }

    fn tls(&self, environment: &dyn Environment, problems: &mut Problems) -> Tls {
        let mut read = |flag, variable, given: &Option<String>| {
            file(&Setting::new(flag, variable, given.as_deref()), environment, problems)
        };
        let ca = read("--nats-ca", "NATS_CA", &self.nats_ca);
        let certificate = read("--nats-cert", "NATS_CERT", &self.nats_cert);
        let key = read("--nats-key", "NATS_KEY", &self.nats_key);
        if certificate.is_some() != key.is_some() {
            problems.add("NATS_CERT and NATS_KEY go together: set both or neither");
        }
        Tls { ca, client: certificate.zip(key) }
    }
}

/// The password itself, or the first line of the file that holds it: a container's secret is a file.
fn password(environment: &dyn Environment, problems: &mut Problems) -> Option<String> {
    let given = environment.variable("NATS_PASSWORD");
    let Some(path) = environment.variable("NATS_PASSWORD_FILE") else { return given };
    if given.is_some() {
        problems.add("NATS_PASSWORD and NATS_PASSWORD_FILE are both set: keep one");
    }
    let read = std::fs::read_to_string(&path);
    let first = read.as_ref().map(|content| content.lines().next().unwrap_or_default().to_owned());
    match first {
        Ok(password) if !password.is_empty() => return Some(password),
        Ok(_) => problems.add(format!("NATS_PASSWORD_FILE: the first line of `{path}` is empty")),
        Err(error) => problems.add(format!("NATS_PASSWORD_FILE: cannot read `{path}`: {error}")),
    }
    // The problem is told; that the password is missing would be the same one again.
    Some(String::new())
}

/// An inbox prefix is a subject without wildcards.
fn check_inbox(prefix: &str) -> Result<String, String> {
    let is_token = |token: &str| !token.is_empty() && !token.contains(['*', '>', ' ', '\t']);
    if prefix.split('.').all(is_token) {
        Ok(prefix.to_owned())
    } else {
        Err(format!("`{prefix}` is no subject: tokens joined by dots, without `*` and `>`"))
    }
}

/// A URL's scheme must be one that NATS clients speak; the client checks the rest.
fn check_url(url: &str) -> Result<String, String> {
    for server in url.split(',') {
        match server.split_once("://") {
            Some((scheme, _)) if !matches!(scheme, "nats" | "tls") => {
                return Err(format!("`{scheme}://` is not spoken here: use nats:// or tls://"));
            }
            _ if server.trim().is_empty() => return Err("a server URL is empty".to_owned()),
            _ => {}
        }
    }
    Ok(url.to_owned())
}

/// A file that must be there.
fn file(setting: &Setting<'_>, environment: &dyn Environment, problems: &mut Problems) -> Option<PathBuf> {
    setting.check(environment, None, problems, |value| {
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
    fn nothing_set_means_a_local_server_and_the_default_prefix() {
        let settings = resolve(&[]).unwrap();
        assert_eq!(settings.url, DEFAULT_URL);
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
    fn a_password_may_stand_in_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, content: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, content).unwrap();
            &*path.display().to_string().leak()
        };
        let secret = file("secret", "hunter2\n");
        let settings = resolve(&[("NATS_USER", "a"), ("NATS_PASSWORD_FILE", secret)]).unwrap();
        let expected = Authentication::Password { user: "a".into(), password: "hunter2".into() };
        assert!(settings.authentication == expected);
        for (variables, said) in [
            (vec![("NATS_USER", "a"), ("NATS_PASSWORD_FILE", file("empty", "\n"))], "is empty"),
            (vec![("NATS_USER", "a"), ("NATS_PASSWORD_FILE", "/no/such/file")], "cannot read"),
            (vec![("NATS_PASSWORD_FILE", secret)], "go together"),
            (vec![("NATS_USER", "a"), ("NATS_PASSWORD", "b"), ("NATS_PASSWORD_FILE", secret)], "keep one"),
        ] {
            let problems = resolve(&variables).unwrap_err();
            assert!(problems.contains(said) && !problems.contains("hunter2"), "{problems}");
            assert!(!problems.contains('\n'), "one problem, one line: {problems}");
        }
    }

    #[test]
    fn an_inbox_has_no_wildcards() {
        let settings = resolve(&[("NATS_INBOX_PREFIX", "_INBOX.segmenter")]).unwrap();
        assert_eq!(settings.inbox_prefix.as_deref(), Some("_INBOX.segmenter"));
        for wrong in ["_INBOX.>", "a..b", "*", "a b"] {
            assert!(resolve(&[("NATS_INBOX_PREFIX", wrong)]).is_err(), "{wrong}");
        }
    }

    #[test]
    fn two_ways_to_authenticate_are_one_too_many() {
        let said = resolve(&[("NATS_USER", "a"), ("NATS_PASSWORD", "b"), ("NATS_TOKEN", "c")]).unwrap_err();
        assert!(said.contains("password and token"), "{said}");
    }

    #[test]
    fn all_problems_are_reported_together() {
        let said = resolve(&[
            ("NATS_URL", "http://localhost"),
            ("NATS_CREDS", "/no/such/file"),
            ("NATS_CERT", "/no/such/cert"),
            ("WIREDESK_PREFIX", "a.b"),
        ])
        .unwrap_err();
        for part in ["NATS_URL", "NATS_CREDS", "NATS_CERT", "WIREDESK_PREFIX"] {
            assert!(said.contains(part), "{part} in: {said}");
        }
    }

    #[test]
    fn secrets_do_not_show_in_debug_output() {
        let password = Authentication::Password { user: "a".into(), password: "hunter2".into() };
        assert_eq!(format!("{password:?}"), "password");
    }
}
