//! Who sends a request, and why a request is refused.

use axum::http::{HeaderMap, Method, header};

use super::{
    access::Access,
    host::{is_called_by_domain, is_navigation, is_of_another_site},
    session::COOKIE,
    tokens::Role,
};

/// Who sends a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Caller {
    /// What the caller may do.
    pub(crate) role: Role,
    /// What the forms of a session send back. `None` for a program with a token.
    pub(crate) csrf: Option<String>,
    /// Whether the session is new, with the value of its cookie.
    pub(super) cookie: Option<String>,
}

/// Why a request is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The caller is unknown.
    Unknown,
    /// The token is wrong.
    WrongToken,
    /// The request calls this console by a foreign name.
    ForeignName,
    /// Another site made the browser send it.
    ForeignSite,
    /// The caller may not do this.
    Role(Role),
}

impl Caller {
    /// Finds out who sends a request. `now` is in seconds since 1970.
    pub(super) fn of(
        access: &Access,
        method: &Method,
        headers: &HeaderMap,
        now: u64,
    ) -> Result<Self, Refusal> {
        if access.tokens.is_none() && is_called_by_domain(headers) {
            return Err(Refusal::ForeignName);
        }
        if let Some(token) = bearer(headers) {
            let tokens = access.tokens.as_ref().ok_or(Refusal::WrongToken)?;
            let role = tokens.role(token).ok_or(Refusal::WrongToken)?;
            return Ok(Self { role, csrf: None, cookie: None });
        }
        let only_looks = matches!(*method, Method::GET | Method::HEAD);
        if is_of_another_site(headers) && !(only_looks && is_navigation(headers)) {
            return Err(Refusal::ForeignSite);
        }
        let granted = |role| access.tokens.as_ref().is_none_or(|tokens| tokens.grant(role));
        let session = cookie(headers).and_then(|cookie| access.sessions.find(cookie, now));
        if let Some(session) = session.filter(|session| granted(session.role)) {
            return Ok(Self { role: session.role, csrf: Some(session.csrf), cookie: None });
        }
        if access.tokens.is_some() {
            return Err(Refusal::Unknown);
        }
        // Without tokens everybody who reaches the console may do everything.
        let cookie = access.sessions.open(Role::Operator, now).map_err(|_| Refusal::Unknown)?;
        let session = access.sessions.find(&cookie, now).ok_or(Refusal::Unknown)?;
        Ok(Self { role: session.role, csrf: Some(session.csrf), cookie: Some(cookie) })
    }

    /// Reports whether a form of this caller's session sent `token`.
    pub(crate) fn sent(&self, token: &str) -> bool {
        use subtle::ConstantTimeEq;
        self.csrf.as_ref().is_some_and(|csrf| bool::from(csrf.as_bytes().ct_eq(token.as_bytes())))
    }
}

/// Returns the token that a program sends.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

/// Returns the value of the session's cookie.
fn cookie(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(name, value)| (name == COOKIE).then_some(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::security::session::Sessions;

    fn access(tokens: Option<&str>) -> Access {
        let tokens = tokens.map(|tokens| tokens.parse().unwrap());
        let sessions = Sessions::new().unwrap();
        Access { tokens, sessions, is_secure: false }
    }

    #[expect(clippy::needless_pass_by_value, reason = "a method is written as it is named")]
    fn caller(access: &Access, method: Method, named: &[(&'static str, &str)]) -> Result<Caller, Refusal> {
        let named = named.iter().chain(&[("host", "localhost:8080")]);
        let headers = named.map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
        Caller::of(access, &method, &headers, 1_790_000_000)
    }

    #[test]
    fn without_tokens_everybody_on_this_machine_may_do_everything() {
        let open = access(None);
        let first = caller(&open, Method::GET, &[]).unwrap();
        assert_eq!(first.role, Role::Operator);
        let cookie = format!("a=b; {COOKIE}={}", first.cookie.clone().unwrap());
        let again = caller(&open, Method::POST, &[("cookie", &cookie)]).unwrap();
        assert_eq!((again.cookie.as_ref(), &again.csrf), (None, &first.csrf));
        assert!(again.sent(&first.csrf.unwrap()) && !again.sent(""));
        let foreign = [("sec-fetch-site", "cross-site")];
        assert_eq!(caller(&open, Method::POST, &foreign), Err(Refusal::ForeignSite));
    }

    #[test]
    fn with_tokens_a_caller_proves_its_role() {
        let closed = access(Some("reader 0123456789abcdef"));
        assert_eq!(caller(&closed, Method::GET, &[]), Err(Refusal::Unknown));
        let with =
            |token: &str| caller(&closed, Method::POST, &[("authorization", &format!("Bearer {token}"))]);
        assert_eq!(with("0123456789abcdef").unwrap().role, Role::Reader);
        assert_eq!(with("fedcba9876543210"), Err(Refusal::WrongToken));
    }

    #[test]
    fn a_session_never_has_a_higher_role_than_the_tokens_give() {
        let closed = access(Some("publisher 0123456789abcdef"));
        let with_session = |role| {
            let session = closed.sessions.open(role, 1_790_000_000).unwrap();
            caller(&closed, Method::GET, &[("cookie", &format!("{COOKIE}={session}"))])
        };
        assert_eq!(with_session(Role::Publisher).unwrap().role, Role::Publisher);
        assert_eq!(with_session(Role::Operator), Err(Refusal::Unknown));
    }

    #[test]
    fn another_site_may_only_link_to_a_page() {
        let open = access(None);
        let from_elsewhere = |mode, destination| {
            let headers =
                [("sec-fetch-site", "cross-site"), ("sec-fetch-mode", mode), ("sec-fetch-dest", destination)];
            caller(&open, Method::GET, &headers)
        };
        assert!(from_elsewhere("navigate", "document").is_ok());
        for (mode, destination) in [("no-cors", "image"), ("cors", "empty"), ("navigate", "iframe")] {
            assert_eq!(from_elsewhere(mode, destination), Err(Refusal::ForeignSite), "{mode} {destination}");
        }
    }

    #[test]
    fn a_program_with_a_token_has_no_form_token() {
        let closed = access(Some("reader 0123456789abcdef"));
        let found = caller(&closed, Method::GET, &[("authorization", "bearer 0123456789abcdef")]).unwrap();
        assert!(!found.sent(""));
    }
}
