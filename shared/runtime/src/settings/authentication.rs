//! The identity that a program proves to the server.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{environment::Environment, problems::Problems};

/// The identity that the client proves to the server.
#[derive(Clone, PartialEq, Eq)]
pub enum Authentication {
    /// No identity.
    None,
    /// A user with a password.
    Password {
        /// The user's name.
        user: String,
        /// The user's password.
        password: String,
    },
    /// A user whose password is the first line of a file, which may change while the program runs.
    PasswordFile {
        /// The user's name.
        user: String,
        /// The path of the file.
        path: PathBuf,
    },
    /// A token.
    Token(String),
    /// The path of an nkey seed.
    Nkey(PathBuf),
    /// The path of a JWT with its seed.
    Credentials(PathBuf),
}

impl std::fmt::Debug for Authentication {
    /// Writes the kind only, so that no secret gets into a log.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::None => "none",
            Self::Password { .. } => "password",
            Self::PasswordFile { .. } => "password file",
            Self::Token(_) => "token",
            Self::Nkey(_) => "nkey",
            Self::Credentials(_) => "credentials",
        })
    }
}

/// A password as the user gave it.
pub(super) enum Password {
    Text(String),
    File(PathBuf),
}

impl Password {
    /// Returns the identity of `user` with this password.
    pub(super) fn of(self, user: String) -> Authentication {
        match self {
            Self::Text(password) => Authentication::Password { user, password },
            Self::File(path) => Authentication::PasswordFile { user, path },
        }
    }
}

/// Returns the password in `NATS_PASSWORD`, or the file in `NATS_PASSWORD_FILE`, which must hold one.
/// Container platforms mount secrets as files.
pub(super) fn password(environment: &dyn Environment, problems: &mut Problems) -> Option<Password> {
    let given = environment.variable("NATS_PASSWORD");
    let Some(path) = environment.variable("NATS_PASSWORD_FILE") else { return given.map(Password::Text) };
    if given.is_some() {
        problems.add("NATS_PASSWORD and NATS_PASSWORD_FILE are both set: keep one");
    }
    let path = PathBuf::from(path);
    if let Err(error) = password_in(&path) {
        problems.add(format!("NATS_PASSWORD_FILE: cannot read `{}`: {error}", path.display()));
    }
    Some(Password::File(path))
}

/// Reads a password: the first line of the file at `path`.
///
/// # Errors
///
/// When the file cannot be read, or its first line is empty.
pub(crate) fn password_in(path: &Path) -> io::Result<String> {
    let content = std::fs::read_to_string(path)?;
    match content.lines().next() {
        Some(password) if !password.is_empty() => Ok(password.to_owned()),
        _ => Err(io::Error::new(io::ErrorKind::InvalidData, "its first line is empty")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_hides_secrets() {
        let password = Authentication::Password { user: "a".into(), password: "hunter2".into() };
        assert_eq!(format!("{password:?}"), "password");
    }
}
