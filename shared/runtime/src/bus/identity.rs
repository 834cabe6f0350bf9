//! Proving who the client is. Files with secrets are read again for each connection, because they are changed
//! while a worker runs, together with what the server accepts.

use std::{fs, io, path::Path};

use async_nats::{Auth, AuthError, ConnectOptions};
use nkeys::KeyPair;
use thiserror::Error;

use crate::{
    causes::with_causes,
    settings::{Authentication, password_in},
};

/// A file with a secret cannot be read.
#[derive(Debug, Error)]
#[error("cannot read {path}")]
pub struct SecretError {
    /// The file.
    path: String,
    /// The error of the file system, or the error in the file's content.
    source: io::Error,
}

/// Returns options under which each connection proves the identity `authentication`.
///
/// # Errors
///
/// When a file with a secret cannot be read now.
pub(super) fn options(authentication: &Authentication) -> Result<ConnectOptions, SecretError> {
    if *authentication == Authentication::None {
        return Ok(ConnectOptions::new());
    }
    proof(authentication, &[])?;
    let authentication = authentication.clone();
    Ok(ConnectOptions::with_auth_callback(move |nonce| {
        let proof = proof(&authentication, &nonce);
        async move { proof.map_err(|error| AuthError::new(with_causes(&error))) }
    }))
}

/// Returns what the client sends to prove its identity. `nonce` is the random text that the server sent for
/// this connection, which the owner of a seed signs.
fn proof(authentication: &Authentication, nonce: &[u8]) -> Result<Auth, SecretError> {
    let mut proof = Auth::new();
    match authentication {
        Authentication::None => {}
        Authentication::Password { user, password } => {
            proof.username = Some(user.clone());
            proof.password = Some(password.clone());
        }
        Authentication::PasswordFile { user, path } => {
            proof.username = Some(user.clone());
            proof.password = Some(within(path, password_in(path))?);
        }
        Authentication::Token(token) => proof.token = Some(token.clone()),
        Authentication::Nkey(path) => {
            let seed = within(path, fs::read_to_string(path))?;
            let pair = within(path, key_pair(&seed))?;
            proof.nkey = Some(pair.public_key());
            proof.signature = Some(within(path, sign(&pair, nonce))?);
        }
        Authentication::Credentials(path) => {
            let content = within(path, fs::read_to_string(path))?;
            let (token, seed) = within(path, token_and_seed(&content))?;
            let pair = within(path, key_pair(seed))?;
            proof.jwt = Some(token.to_owned());
            proof.signature = Some(within(path, sign(&pair, nonce))?);
        }
    }
    Ok(proof)
}

/// Names the file in an error about its content.
fn within<T>(path: &Path, outcome: io::Result<T>) -> Result<T, SecretError> {
    outcome.map_err(|source| SecretError { path: path.display().to_string(), source })
}

fn key_pair(seed: &str) -> io::Result<KeyPair> {
    KeyPair::from_seed(seed.trim()).map_err(|error| invalid(&format!("it holds no nkey seed: {error}")))
}

fn sign(pair: &KeyPair, nonce: &[u8]) -> io::Result<Vec<u8>> {
    pair.sign(nonce).map_err(|error| invalid(&format!("its nkey seed cannot sign: {error}")))
}

/// Finds the JWT and the seed in a credentials file. Each is a line of its own between two lines of dashes.
fn token_and_seed(content: &str) -> io::Result<(&str, &str)> {
    let lines: Vec<&str> = content.lines().map(str::trim).collect();
    let is_rule = |line: &str| line.starts_with("---") && line.ends_with("---");
    let is_text = |line: &str| !line.is_empty() && !is_rule(line);
    let mut enclosed = lines.windows(3).filter_map(|lines| match lines {
        [before, line, after] if is_rule(before) && is_rule(after) && is_text(line) => Some(*line),
        _ => None,
    });
    match (enclosed.next(), enclosed.next()) {
        (Some(token), Some(seed)) => Ok((token, seed)),
        _ => Err(invalid("it does not hold a JWT and an nkey seed, as a credentials file does")),
    }
}

fn invalid(problem: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, problem)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A pair that was made for this test, and that no server knows.
    const SEED: &str = "SUACH75SWCM5D2JMJM6EKLR2WDARVGZT4QC6LX3AGHSWOMVAKERABBBRWM";

    fn credentials() -> String {
        format!(
            "-----BEGIN NATS USER JWT-----\neyJ0eXAi.eyJ.c2ln\n------END NATS USER JWT------\n\n\
             ************* IMPORTANT *************\nNKEY Seed printed below.\n\n\
             -----BEGIN USER NKEY SEED-----\n{SEED}\n------END USER NKEY SEED------\n"
        )
    }

    fn file(content: &str) -> tempfile::NamedTempFile {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(&file, content).unwrap();
        file
    }

    #[test]
    fn a_password_file_is_read_for_each_connection() {
        let file = file("first\n");
        let authentication =
            Authentication::PasswordFile { user: "ann".into(), path: file.path().to_owned() };
        let password = || proof(&authentication, b"").unwrap().password;
        assert_eq!(password().as_deref(), Some("first"));
        fs::write(&file, "second\n").unwrap();
        assert_eq!(password().as_deref(), Some("second"));
    }

    #[test]
    fn a_seed_signs_the_nonce() {
        let pair = KeyPair::from_seed(SEED).unwrap();
        let (nkey, creds) = (file(&format!("{SEED}\n")), file(&credentials()));
        let signed = |authentication| proof(&authentication, b"nonce").unwrap();
        let by_nkey = signed(Authentication::Nkey(nkey.path().to_owned()));
        assert_eq!(by_nkey.nkey, Some(pair.public_key()));
        pair.verify(b"nonce", &by_nkey.signature.unwrap()).unwrap();
        let by_creds = signed(Authentication::Credentials(creds.path().to_owned()));
        assert_eq!(by_creds.jwt.as_deref(), Some("eyJ0eXAi.eyJ.c2ln"));
        pair.verify(b"nonce", &by_creds.signature.unwrap()).unwrap();
    }

    #[test]
    fn line_ends_and_what_stands_between_do_not_matter() {
        let expected = ("eyJ0eXAi.eyJ.c2ln", SEED);
        let content = credentials();
        assert_eq!(token_and_seed(&content).unwrap(), expected);
        assert_eq!(token_and_seed(&content.replace('\n', "\r\n")).unwrap(), expected);
        let short: Vec<&str> =
            content.lines().filter(|line| !line.contains(['*', ' ']) || line.contains("--")).collect();
        assert_eq!(token_and_seed(&short.join("\n")).unwrap(), expected);
    }

    #[test]
    fn an_unreadable_secret_is_named_without_its_content() {
        let broken = file("SUAnot-a-seed");
        for authentication in [
            Authentication::Nkey(broken.path().to_owned()),
            Authentication::Credentials(broken.path().to_owned()),
            Authentication::Credentials("/no/such/file".into()),
        ] {
            let Err(error) = proof(&authentication, b"") else { panic!("{authentication:?} is not valid") };
            let error = with_causes(&error);
            assert!(error.contains("cannot read /") && !error.contains("not-a-seed"), "{error}");
        }
    }
}
