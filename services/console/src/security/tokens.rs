//! The file of tokens: who may read, publish and operate.

use std::{fmt, fs, io, path::Path, str::FromStr};

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use thiserror::Error;

/// The shortest token. Sixteen random characters of Base64 have 96 bits, which nobody can guess.
const SHORTEST: usize = 16;

/// What somebody may do. Each role may do what those before it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// May look at everything and try texts.
    Reader,
    /// May publish articles.
    Publisher,
    /// May replay and drop dead letters.
    Operator,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 3] = [Self::Reader, Self::Publisher, Self::Operator];

    /// Returns the name of the role in the file of tokens.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Publisher => "publisher",
            Self::Operator => "operator",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for Role {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let role = Self::ALL.into_iter().find(|role| role.as_str() == name);
        role.ok_or_else(|| format!("`{name}` is not a role: use `reader`, `publisher` or `operator`"))
    }
}

/// The tokens that open the console. Only their digests are kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Tokens {
    digests: Vec<([u8; 32], Role)>,
}

/// What is wrong with a file of tokens.
#[derive(Debug, Error)]
pub enum TokensError {
    /// It cannot be read.
    #[error("cannot read {0}: {1}")]
    Unreadable(String, #[source] io::Error),
    /// A line is wrong.
    #[error("line {0}: {1}")]
    Line(usize, String),
    /// It has no token.
    #[error(
        "it has no token: write one line for each, such as `operator TOKEN`, with a token from `openssl rand -base64 24`"
    )]
    Empty,
}

impl Tokens {
    /// Reads the file of tokens: one role and token a line. Empty lines and lines with `#` are left out.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or a line is wrong. The error does not quote a token.
    pub fn read(path: &Path) -> Result<Self, TokensError> {
        let text = fs::read_to_string(path)
            .map_err(|error| TokensError::Unreadable(path.display().to_string(), error))?;
        text.parse()
    }

    /// Returns the role that a token gives. The time that this takes tells nothing about the tokens.
    pub fn role(&self, token: &str) -> Option<Role> {
        let digest = digest(token);
        let mut found = None;
        for (known, role) in &self.digests {
            if bool::from(known.ct_eq(&digest)) {
                found = Some(*role);
            }
        }
        found
    }

    /// Reports whether some token gives this role or a higher one.
    pub(super) fn grant(&self, role: Role) -> bool {
        self.digests.iter().any(|(_, granted)| *granted >= role)
    }
}

impl FromStr for Tokens {
    type Err = TokensError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut digests = Vec::new();
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let wrong = |why: String| TokensError::Line(number, why);
            let mut words = line.split_whitespace();
            let (Some(role), Some(token), None) = (words.next(), words.next(), words.next()) else {
                return Err(wrong("write a role and a token, separated by a space".to_owned()));
            };
            if token.len() < SHORTEST {
                return Err(wrong(format!("a token has at least {SHORTEST} characters")));
            }
            digests.push((
                digest(token),
                role.parse().map_err(|_| {
                    wrong("the first word is not a role: use `reader`, `publisher` or `operator`".to_owned())
                })?,
            ));
        }
        if digests.is_empty() { Err(TokensError::Empty) } else { Ok(Self { digests }) }
    }
}

impl fmt::Debug for Tokens {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} tokens", self.digests.len())
    }
}

fn digest(token: &str) -> [u8; 32] {
    Sha256::digest(token.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# tokens\n\nreader 0123456789abcdef\noperator  fedcba9876543210  \n";

    #[test]
    fn a_token_gives_a_role() {
        let tokens: Tokens = FILE.parse().unwrap();
        assert_eq!(tokens.role("0123456789abcdef"), Some(Role::Reader));
        assert_eq!(tokens.role("fedcba9876543210"), Some(Role::Operator));
        for wrong in ["", "0123456789abcdeF", "0123456789abcdef ", "reader"] {
            assert_eq!(tokens.role(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn an_error_names_the_line_and_not_the_token() {
        for (text, expected) in [
            ("reader short", "line 1: a token has at least 16 characters"),
            ("\nsecret-secret-secret", "line 2: write a role and a token, separated by a space"),
            (
                "secret-secret-secret reader-reader-reader",
                "line 1: the first word is not a role: use `reader`, `publisher` or `operator`",
            ),
        ] {
            assert_eq!(text.parse::<Tokens>().unwrap_err().to_string(), expected);
        }
        assert!(matches!("# none".parse::<Tokens>(), Err(TokensError::Empty)));
    }

    #[test]
    fn a_file_grants_the_roles_up_to_its_highest() {
        let tokens: Tokens = "publisher 0123456789abcdef".parse().unwrap();
        assert_eq!(Role::ALL.map(|role| tokens.grant(role)), [true, true, false]);
    }

    #[test]
    fn a_role_may_do_what_those_before_it_may() {
        assert!(Role::Reader < Role::Publisher && Role::Publisher < Role::Operator);
    }
}
