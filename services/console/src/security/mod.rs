//! Who may do what: tokens with roles, sessions of browsers, and the checks on each request.

mod access;
mod caller;
mod guard;
mod host;
mod session;
mod tokens;

pub(crate) use access::Access;
pub(crate) use caller::Caller;
pub(crate) use guard::{check, require, without_cache};
pub(crate) use host::is_of_another_site;
pub(crate) use session::Sessions;
pub use tokens::{Role, Tokens, TokensError};
