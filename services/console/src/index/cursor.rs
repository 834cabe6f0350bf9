//! The place in a list of articles at which the next page begins.

use std::{fmt, str::FromStr};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

/// A place in the order of articles. Each console that reads the same streams understands it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    /// The place of the last article of a page, in nanoseconds since 1970.
    pub(super) order: i64,
    /// Its id.
    pub(super) id: String,
}

impl fmt::Display for Cursor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&URL_SAFE_NO_PAD.encode(format!("{}.{}", self.order, self.id)))
    }
}

impl FromStr for Cursor {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || "cursor: take the member `next` of an answer".to_owned();
        let decoded = URL_SAFE_NO_PAD.decode(text).map_err(|_| wrong())?;
        let decoded = String::from_utf8(decoded).map_err(|_| wrong())?;
        let (order, id) = decoded.split_once('.').ok_or_else(wrong)?;
        Ok(Self { order: order.parse().map_err(|_| wrong())?, id: id.to_owned() })
    }
}
