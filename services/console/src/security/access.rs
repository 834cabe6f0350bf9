//! Who may use the console.

use axum::http::HeaderValue;

use super::{
    session::{COOKIE, Sessions},
    tokens::Tokens,
};

/// Who may use the console.
#[derive(Debug, Clone)]
pub(crate) struct Access {
    /// The tokens. Without them everybody may do everything.
    pub(crate) tokens: Option<Tokens>,
    pub(crate) sessions: Sessions,
    /// Whether browsers reach it by HTTPS only, through a proxy.
    pub(crate) is_secure: bool,
}

impl Access {
    /// Returns the header that gives a browser its session.
    pub(crate) fn cookie(&self, value: &str) -> Option<HeaderValue> {
        let secure = if self.is_secure { "; Secure" } else { "" };
        HeaderValue::from_str(&format!("{COOKIE}={value}; Path=/; HttpOnly; SameSite=Strict{secure}")).ok()
    }
}
