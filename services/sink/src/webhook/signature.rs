//! The signature of a request, as the specification Standard Webhooks has it. Pure.
//!
//! <https://www.standardwebhooks.com>: libraries in many languages check it.

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// What stands before a secret that is given in Base64.
const ENCODED: &str = "whsec_";

/// The secret that sink and receiver share.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Secret(Vec<u8>);

impl Secret {
    /// Reads the content of the file with the secret: `whsec_` and Base64, or the bytes themselves. White space around
    /// it does not count.
    ///
    /// # Errors
    ///
    /// When it is empty, or is not Base64 after `whsec_`. The error does not quote it.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text.is_empty() {
            return Err("the secret is empty".to_owned());
        }
        match text.strip_prefix(ENCODED) {
            Some(encoded) => {
                let decoded = STANDARD.decode(encoded);
                decoded.map(Self).map_err(|_| format!("the secret is not Base64 after `{ENCODED}`"))
            }
            None => Ok(Self(text.as_bytes().to_vec())),
        }
    }

    /// Returns the header `webhook-signature` of a request. `timestamp` is in seconds since 1970.
    pub(super) fn sign(&self, key: &str, timestamp: u64, body: &[u8]) -> String {
        // A key of any length is one of HMAC.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return String::new() };
        mac.update(format!("{key}.{timestamp}.").as_bytes());
        mac.update(body);
        format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The expected signatures are those of Python's module `hmac`.
    fn check(secret: &str, expected: &str) {
        let secret = Secret::read(secret).unwrap();
        let signature =
            secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, br#"{"test": 2432232314}"#);
        assert_eq!(signature, format!("v1,{expected}"));
    }

    #[test]
    fn signs_as_others_do() {
        check("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n", "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        check("a secret of words", "54WSAsLePB28PKQmieRb0OPass/uVRV70HyvK3yL5ew=");
    }

    #[test]
    fn rejects_a_secret_that_cannot_be_read_without_quoting_it() {
        for text in ["", " \n", "whsec_***hunter2"] {
            let error = Secret::read(text).err().unwrap();
            assert!(!error.contains("hunter2"), "{error}");
        }
    }
}
