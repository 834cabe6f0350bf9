//! The addresses of the servers: `NATS_URL`, with the user or token that it may contain.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;
use url::Url;

use super::authentication::Authentication;

/// The checked servers of a connection.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ServerUrls {
    /// The URLs without users, passwords and tokens, separated by commas.
    pub(super) bare: String,
    /// The identity in the URLs, if there is one.
    pub(super) identity: Option<Authentication>,
}

impl ServerUrls {
    /// Reads one URL, or several separated by commas: `nats://user:password@host:4222`, `tls://token@host`,
    /// `host`.
    ///
    /// # Errors
    ///
    /// When one of them can never work. The text contains no secret.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let servers = text.split(',').map(|server| Server::parse(server.trim()));
        let servers = servers.collect::<Result<Vec<Server>, String>>()?;
        // The client has one identity for all servers, also for those of a cluster that it learns of later.
        let logins: BTreeSet<&Login> = servers.iter().filter_map(|server| server.login.as_ref()).collect();
        if logins.len() > 1 {
            return Err("the servers have different users or passwords: write the same for all".to_owned());
        }
        Ok(Self {
            identity: logins.first().map(|login| login.identity()),
            bare: servers.iter().map(|server| server.bare.as_str()).collect::<Vec<_>>().join(","),
        })
    }
}

/// One server.
struct Server {
    bare: String,
    login: Option<Login>,
}

/// What stands before the `@` of a URL: a user and a password, or a token alone.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Login {
    user: String,
    password: Option<String>,
}

impl Login {
    fn identity(&self) -> Authentication {
        match self.password.clone() {
            Some(password) => Authentication::Password { user: self.user.clone(), password },
            None => Authentication::Token(self.user.clone()),
        }
    }
}

impl Server {
    fn parse(text: &str) -> Result<Self, String> {
        if text.is_empty() {
            return Err("a server URL is empty: remove the extra comma".to_owned());
        }
        let with_scheme = if text.contains("://") { text.to_owned() } else { format!("nats://{text}") };
        // A password could be anywhere in a URL that cannot be read, so only what follows the `@` is shown.
        // A comma inside a password cuts the URL, and what stands before the `@` of another piece has none.
        let shown = match (text.rsplit_once('@'), text.rsplit_once(':')) {
            (Some((_, host)), _) => host,
            (None, Some((before, port))) if !port.bytes().all(|digit| digit.is_ascii_digit()) => {
                if port.starts_with("//") { text } else { before }
            }
            _ => text,
        };
        // The parser does not distinguish an empty password from none, which would make the user a token.
        if text.rsplit_once('@').is_some_and(|(login, _)| login.ends_with(':')) {
            return Err(format!("the URL of `{shown}` has an empty password"));
        }
        let mut url = Url::parse(&with_scheme).map_err(|error| {
            format!("`{shown}` is not the URL of a server: {error}; write `nats://host:4222`")
        })?;
        check(&url, shown)?;
        let login = login(&url, shown)?;
        // Neither fails, because the URL has a host.
        let _ = url.set_username("");
        let _ = url.set_password(None);
        Ok(Self { bare: url.as_str().trim_end_matches('/').to_owned(), login })
    }
}

/// Rejects what no NATS server has.
fn check(url: &Url, shown: &str) -> Result<(), String> {
    let scheme = url.scheme();
    if !matches!(scheme, "nats" | "tls") {
        return Err(format!("unsupported scheme `{scheme}://`: use nats:// or tls://"));
    }
    if url.host_str().is_none_or(|host| host.is_empty() || host.contains('%')) {
        return Err(format!("`{shown}` names no host: write `{scheme}://host:4222`"));
    }
    if url.port() == Some(0) {
        return Err(format!("`{shown}` has the port 0, on which no server listens"));
    }
    let has_path = !matches!(url.path(), "" | "/");
    if has_path || url.query().is_some() || url.fragment().is_some() {
        return Err(format!("`{shown}` has a path after host and port, which a NATS server does not have"));
    }
    Ok(())
}

fn login(url: &Url, shown: &str) -> Result<Option<Login>, String> {
    let decoded = |text: &str| {
        let bytes = percent_decode_str(text).decode_utf8();
        bytes
            .map(std::borrow::Cow::into_owned)
            .map_err(|_| format!("the user or password for `{shown}` is not UTF-8"))
    };
    if url.username().is_empty() && url.password().is_some() {
        return Err(format!("the URL of `{shown}` has a password, but no user"));
    }
    if url.username().is_empty() {
        return Ok(None);
    }
    let password = url.password().map(decoded).transpose()?;
    Ok(Some(Login { user: decoded(url.username())?, password }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, bare: &str, identity: Option<Authentication>) {
        let expected = ServerUrls { bare: bare.to_owned(), identity };
        assert!(ServerUrls::parse(text) == Ok(expected), "{text}: {:?}", ServerUrls::parse(text));
    }

    fn password(user: &str, password: &str) -> Authentication {
        Authentication::Password { user: user.to_owned(), password: password.to_owned() }
    }

    #[test]
    fn a_host_is_enough() {
        check("localhost", "nats://localhost", None);
        check("tls://nats.example:4443", "tls://nats.example:4443", None);
        check("nats://[::1]:4222/", "nats://[::1]:4222", None);
        check("nats://10.0.0.7:4222", "nats://10.0.0.7:4222", None);
        check("one, two:4333", "nats://one,nats://two:4333", None);
    }

    #[test]
    fn a_user_and_a_password_are_taken_out_of_the_url() {
        check("nats://ann:secret@host:4222", "nats://host:4222", Some(password("ann", "secret")));
        check("ann:secret@host", "nats://host", Some(password("ann", "secret")));
        check("tls://ann:p%40ss%2C%C3%A9@host", "tls://host", Some(password("ann", "p@ss,é")));
    }

    #[test]
    fn a_name_without_a_password_is_a_token() {
        check("nats://s3cr3t@host", "nats://host", Some(Authentication::Token("s3cr3t".to_owned())));
    }

    #[test]
    fn all_servers_share_one_identity() {
        check("nats://a:b@one,nats://two", "nats://one,nats://two", Some(password("a", "b")));
        check("nats://a:b@one,nats://a:b@two", "nats://one,nats://two", Some(password("a", "b")));
        let error = ServerUrls::parse("nats://a:hidden@one,nats://c:hidden2@two").unwrap_err();
        assert!(error.contains("different users") && !error.contains("hidden"), "{error}");
    }

    #[test]
    fn a_url_that_can_never_work_is_an_error_without_its_password() {
        for (text, expected) in [
            ("http://host", "unsupported scheme `http://`"),
            ("ftp://ann:hidden@host", "unsupported scheme `ftp://`"),
            ("", "empty"),
            ("nats://one,,nats://two", "empty"),
            ("nats://", "host"),
            ("nats://ann:hidden@:4222", "host"),
            ("nats://host:99999", "port"),
            ("nats://ann:hidden,x@host", "`nats://ann`"),
            ("nats://ann:hidden@host:port", "port"),
            ("host:4222:4223", "port"),
            ("nats://host:0", "port 0"),
            ("nats://host/articles", "path"),
            ("nats://host?tls=true", "path"),
            ("nats://a b", "not the URL"),
            ("nats://%68ost", "host"),
            ("nats://:hidden@host", "no user"),
            ("nats://ann:@host", "empty password"),
            ("nats://[::1", "not the URL"),
        ] {
            let error = ServerUrls::parse(text).unwrap_err();
            assert!(error.contains(expected) && !error.contains("hidden"), "{text}: {error}");
        }
    }
}
