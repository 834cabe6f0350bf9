//! The list of feeds, in TOML or OPML.

use std::{collections::BTreeSet, time::Duration};

use messages::subjects::Lane;
use serde::Deserialize;
use thiserror::Error;
use url::Url;

use crate::{entry::Entry, opml};

/// How often a feed is polled if the list says nothing.
const EVERY: Duration = Duration::from_mins(10);
/// The shortest time between two polls. More often is impolite, and no feed changes so fast.
const SHORTEST: Duration = Duration::from_mins(1);
/// The longest time between two polls.
const LONGEST: Duration = Duration::from_hours(24 * 7);

/// One feed of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feed {
    /// A short name, for metrics and messages.
    pub name: String,
    /// The address of the document.
    pub url: Url,
    /// The publisher, as articles name it. `None` takes the feed's own title.
    pub source: Option<String>,
    /// The lane that its articles are published on.
    pub lane: Lane,
    /// The time between two polls.
    pub every: Duration,
    /// Whether the page of an entry is fetched that has only a teaser.
    pub pages: bool,
}

/// The reason why a list cannot be used.
#[derive(Debug, Error)]
pub enum ListError {
    /// It is neither TOML nor OPML.
    #[error("not readable as {format}: {reason}")]
    Malformed {
        /// What it was read as.
        format: &'static str,
        /// What is wrong and where.
        reason: String,
    },
    /// It names no feed.
    #[error("it names no feed: add `[[feed]]` with a `url`")]
    Empty,
    /// An address is not one of the web.
    #[error("`{0}` is not an address such as https://example.org/feed.xml")]
    Url(String),
    /// A time between two polls is out of bounds.
    #[error("`every = \"{0}\"` is not a time from `1m` to `7d`")]
    Every(String),
    /// Two feeds share an address or a name.
    #[error("`{0}` occurs twice")]
    Twice(String),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    every: Option<String>,
    #[serde(default)]
    feed: Vec<Entry>,
}

/// Reads a list. A text that begins with `<` is OPML, any other TOML.
///
/// # Errors
///
/// When it cannot be read, or has a feed that cannot be polled.
pub fn read(text: &str) -> Result<Vec<Feed>, ListError> {
    let table = if text.trim_start_matches('\u{FEFF}').trim_start().starts_with('<') {
        Table {
            every: None,
            feed: opml::read(text).map_err(|reason| ListError::Malformed { format: "OPML", reason })?,
        }
    } else {
        toml::from_str(text)
            .map_err(|error| ListError::Malformed { format: "TOML", reason: error.to_string() })?
    };
    let every = table.every.as_deref().map_or(Ok(EVERY), interval)?;
    let feeds = table.feed.into_iter().map(|entry| feed(entry, every)).collect::<Result<Vec<Feed>, _>>()?;
    if feeds.is_empty() {
        return Err(ListError::Empty);
    }
    let mut known = BTreeSet::new();
    for feed in &feeds {
        for key in [feed.url.as_str(), feed.name.as_str()] {
            if !known.insert(key) {
                return Err(ListError::Twice(key.to_owned()));
            }
        }
    }
    Ok(feeds)
}

fn feed(entry: Entry, every: Duration) -> Result<Feed, ListError> {
    let url = web_address(&entry.url).ok_or_else(|| ListError::Url(entry.url.clone()))?;
    let lane = match entry.lane.as_deref() {
        None => Lane::Live,
        Some(name) => name.parse().map_err(|_| ListError::Malformed {
            format: "a lane",
            reason: format!("`{name}` is neither `live` nor `backfill`"),
        })?,
    };
    let shown = entry.name.filter(|name| !name.trim().is_empty());
    Ok(Feed {
        name: shown.unwrap_or_else(|| default_name(&url)),
        source: entry.source.filter(|source| !source.trim().is_empty()),
        lane,
        every: entry.every.as_deref().map_or(Ok(every), interval)?,
        pages: entry.pages.unwrap_or(true),
        url,
    })
}

/// Returns an address of the web without its fragment.
pub(crate) fn web_address(text: &str) -> Option<Url> {
    let mut url = Url::parse(text.trim()).ok()?;
    url.set_fragment(None);
    (matches!(url.scheme(), "http" | "https") && url.has_host()).then_some(url)
}

/// Returns the address without scheme and user: `example.org/feed.xml`.
fn default_name(url: &Url) -> String {
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    format!("{}{port}{}{query}", url.host_str().unwrap_or_default(), url.path())
}

/// Reads a time between two polls: `90s`, `10m`, `2h`, `1d`.
fn interval(text: &str) -> Result<Duration, ListError> {
    let wrong = || ListError::Every(text.to_owned());
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let number: u64 = digits.parse().map_err(|_| wrong())?;
    let seconds = match text.strip_prefix(digits) {
        Some("s") => 1,
        Some("m") => 60,
        Some("h") => 60 * 60,
        Some("d") => 24 * 60 * 60,
        _ => return Err(wrong()),
    };
    let interval = Duration::from_secs(number.saturating_mul(seconds));
    if (SHORTEST..=LONGEST).contains(&interval) { Ok(interval) } else { Err(wrong()) }
}
