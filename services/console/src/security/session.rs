//! The session of a browser: a signed cookie, and the token that forms send back.

use std::fmt::Write;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::tokens::Role;

/// The name of the cookie.
pub(crate) const COOKIE: &str = "wiredesk_session";
/// How long a session lasts, in seconds: a working day.
const LASTS: u64 = 12 * 3_600;

/// Signs and checks sessions. It keeps none.
#[derive(Clone)]
pub(crate) struct Sessions {
    /// Random, and only in the memory of this process. A key that follows from the tokens would let whoever knows them
    /// sign a cookie with any role.
    key: [u8; 32],
}

/// The session that a cookie proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Session {
    pub(super) role: Role,
    /// What forms send back.
    pub(super) csrf: String,
}

impl Sessions {
    /// Creates the signer, whose sessions no other process accepts.
    ///
    /// # Errors
    ///
    /// When the system has no random numbers.
    pub(crate) fn new() -> Result<Self, getrandom::Error> {
        let mut key = [0; 32];
        getrandom::fill(&mut key)?;
        Ok(Self { key })
    }

    /// Returns the value of a new cookie. `now` is in seconds since 1970.
    ///
    /// # Errors
    ///
    /// When the system has no random numbers.
    pub(crate) fn open(&self, role: Role, now: u64) -> Result<String, getrandom::Error> {
        let mut number = [0; 16];
        getrandom::fill(&mut number)?;
        let said = format!("{role}.{now}.{}", hex(&number));
        let signature = self.sign("session", &said);
        Ok(format!("{said}.{signature}"))
    }

    /// Returns the session that the value of a cookie proves, unless it is over.
    pub(super) fn find(&self, cookie: &str, now: u64) -> Option<Session> {
        let (said, signature) = cookie.rsplit_once('.')?;
        if !self.proves("session", said, signature) {
            return None;
        }
        let mut words = said.split('.');
        let (role, since) = (words.next()?.parse().ok()?, words.next()?.parse::<u64>().ok()?);
        let is_over = now.saturating_sub(since) > LASTS;
        (!is_over).then(|| Session { role, csrf: self.sign("csrf", said) })
    }

    fn mac(&self, purpose: &str, said: &str) -> Option<Hmac<Sha256>> {
        // A key of any length is valid.
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).ok()?;
        mac.update(purpose.as_bytes());
        mac.update(b":");
        mac.update(said.as_bytes());
        Some(mac)
    }

    fn sign(&self, purpose: &str, said: &str) -> String {
        self.mac(purpose, said).map(|mac| hex(&mac.finalize().into_bytes())).unwrap_or_default()
    }

    /// Compares in constant time.
    fn proves(&self, purpose: &str, said: &str, signature: &str) -> bool {
        use subtle::ConstantTimeEq;
        let expected = self.sign(purpose, said);
        !expected.is_empty() && bool::from(expected.as_bytes().ct_eq(signature.as_bytes()))
    }
}

impl std::fmt::Debug for Sessions {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Sessions")
    }
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in bytes {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 1_790_000_000;

    fn sessions() -> Sessions {
        Sessions::new().unwrap()
    }

    #[test]
    fn a_cookie_proves_a_role_for_a_day() {
        let sessions = sessions();
        let cookie = sessions.open(Role::Publisher, NOW).unwrap();
        assert_eq!(sessions.find(&cookie, NOW + 60).unwrap().role, Role::Publisher);
        assert_eq!(sessions.find(&cookie, NOW + LASTS + 1), None);
    }

    #[test]
    fn a_changed_cookie_proves_nothing() {
        let sessions = sessions();
        let cookie = sessions.open(Role::Reader, NOW).unwrap();
        for changed in [cookie.replace("reader", "operator"), format!("{cookie}0"), String::new(), ".".into()]
        {
            assert_eq!(sessions.find(&changed, NOW), None, "{changed}");
        }
        assert_eq!(Sessions::new().unwrap().find(&cookie, NOW), None, "another process");
    }

    #[test]
    fn each_session_has_its_own_form_token() {
        let sessions = sessions();
        let csrf = |()| sessions.find(&sessions.open(Role::Reader, NOW).unwrap(), NOW).unwrap().csrf;
        let [first, second] = [(); 2].map(csrf);
        assert!(first != second && first.len() == 64);
    }
}
