//! One HTTP request, with bounds on time, size, decompression and the addresses that it may reach.
//!
//! Redirects are returned and not followed: the caller checks the rules of the next host first.

mod answer;

use std::{io::Read, net::IpAddr, time::Duration};

use flate2::read::MultiGzDecoder;
use thiserror::Error;
use ureq::{
    Agent, Body,
    config::Config,
    http::{HeaderMap, Response, Uri, header},
    tls::TlsConfig,
    unversioned::{
        resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver},
        transport::{DefaultConnector, NextTimeout},
    },
};
use url::Url;

pub use self::answer::{Answer, Document, FetchError, Validators, Wanted};
use crate::{address::is_public, list::web_address, robots};

/// The redirects that are followed. RFC 9309 asks for five.
pub const MOST_REDIRECTS: usize = 5;
/// The largest document as it is sent, in bytes. The largest feeds have a few megabytes.
const LARGEST_SENT: u64 = 10 << 20;
/// The largest document after decompression, in bytes.
const LARGEST_DOCUMENT: u64 = 32 << 20;
/// The usual time limit of one request, from the look-up of the name to the last byte.
pub const TIME_LIMIT: Duration = Duration::from_secs(30);
const CONNECT_LIMIT: Duration = Duration::from_secs(10);

/// An HTTP client. It blocks. Clones share their connections.
#[derive(Debug, Clone)]
pub struct Fetcher {
    agent: Agent,
    allows: fn(IpAddr) -> bool,
}

impl Fetcher {
    /// Creates a client. `allow_private` allows hosts in private networks. `time_limit` bounds one request, usually
    /// [`TIME_LIMIT`].
    pub fn new(allow_private: bool, time_limit: Duration, tls: TlsConfig) -> Self {
        Self::guarded(if allow_private { |_| true } else { is_public }, time_limit, tls)
    }

    /// Creates a client that reaches only the addresses that `allows` is true for.
    pub(crate) fn guarded(allows: fn(IpAddr) -> bool, time_limit: Duration, tls: TlsConfig) -> Self {
        let config = Config::builder()
            .timeout_global(Some(time_limit))
            .timeout_connect(Some(CONNECT_LIMIT))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections_per_host(1)
            // A proxy would resolve names itself, and so reach what is refused here.
            .proxy(None)
            .user_agent(concat!("Wiredesk/", env!("CARGO_PKG_VERSION")))
            .tls_config(tls)
            .build();
        Self::with(config, allows)
    }

    /// Returns a client with the same bounds and no connection yet.
    #[must_use]
    pub fn fresh(&self) -> Self {
        Self::with(self.agent.config().clone(), self.allows)
    }

    fn with(config: Config, allows: fn(IpAddr) -> bool) -> Self {
        let resolver = Guarded { allows, names: DefaultResolver::default() };
        Self { agent: Agent::with_parts(config, DefaultConnector::default(), resolver), allows }
    }

    /// Asks for a document once. `now` is the time in seconds since 1970.
    ///
    /// # Errors
    ///
    /// When there is no whole answer within the bounds, or the server refuses.
    pub fn ask(
        &self,
        url: &Url,
        wanted: Wanted,
        validators: &Validators,
        now: u64,
    ) -> Result<Answer, FetchError> {
        let request = self.agent.get(url.as_str()).header(header::ACCEPT, wanted.accept());
        let mut request = request.header(header::ACCEPT_ENCODING, "gzip");
        if let Some(etag) = &validators.etag {
            request = request.header(header::IF_NONE_MATCH, etag);
        }
        if let Some(moment) = &validators.last_modified {
            request = request.header(header::IF_MODIFIED_SINCE, moment);
        }
        let response = request.call().map_err(|error| failure(&error))?;
        match response.status().as_u16() {
            304 => Ok(Answer::Unchanged),
            200..=299 => document(response),
            301 | 302 | 303 | 307 | 308 => moved(url, response.headers()),
            status => Err(FetchError::Status { status, retry_after: retry_after(response.headers(), now) }),
        }
    }

    /// Asks for the rules of a host, following redirects.
    pub fn rules(&self, url: &Url) -> robots::Rules {
        let mut next = robots::address(url);
        for _ in 0..=MOST_REDIRECTS {
            let Some(address) = next.take() else { break };
            match self.ask(&address, Wanted::Feed, &Validators::default(), 0) {
                Ok(Answer::Document(found)) => return robots::Rules::of(Some(200), found.text().as_bytes()),
                Ok(Answer::Moved(address)) => next = Some(address),
                // A private host then refuses the feed too, with an error that says so.
                Ok(Answer::Unchanged) | Err(FetchError::Private) => break,
                Err(FetchError::Status { status, .. }) => return robots::Rules::of(Some(status), &[]),
                Err(_) => return robots::Rules::of(None, &[]),
            }
        }
        // Rules that cannot be found behind redirects do not exist (RFC 9309, 2.3.1.2).
        robots::Rules::of(Some(404), &[])
    }
}

fn document(mut response: Response<Body>) -> Result<Answer, FetchError> {
    let text_of = |name: header::HeaderName| {
        let value = response.headers().get(name)?.to_str().ok()?;
        Some(value.to_owned())
    };
    let validators =
        Validators { etag: text_of(header::ETAG), last_modified: text_of(header::LAST_MODIFIED) };
    let content_type = text_of(header::CONTENT_TYPE);
    let encoding = text_of(header::CONTENT_ENCODING).unwrap_or_default().to_ascii_lowercase();
    let body = response.body_mut().with_config().limit(LARGEST_SENT).read_to_vec();
    let body = body.map_err(|error| failure(&error))?;
    let body = match encoding.as_str() {
        "" | "identity" => body,
        "gzip" | "x-gzip" => decompressed(&body)?,
        _ => return Err(FetchError::Unreadable("compressed in a way that was not asked for".to_owned())),
    };
    Ok(Answer::Document(Document { body, content_type, validators }))
}

/// Decompresses gzip up to the largest document.
fn decompressed(body: &[u8]) -> Result<Vec<u8>, FetchError> {
    let mut document = Vec::new();
    let mut bounded = MultiGzDecoder::new(body).take(LARGEST_DOCUMENT + 1);
    bounded.read_to_end(&mut document).map_err(|_| FetchError::Unreadable("not whole gzip".to_owned()))?;
    if document.len() as u64 > LARGEST_DOCUMENT {
        return Err(FetchError::TooLarge);
    }
    Ok(document)
}

fn moved(from: &Url, headers: &HeaderMap) -> Result<Answer, FetchError> {
    let target = headers.get(header::LOCATION).and_then(|location| location.to_str().ok());
    let target = target.and_then(|location| from.join(location).ok());
    let target = target.and_then(|target| web_address(target.as_str())).ok_or(FetchError::Redirects)?;
    Ok(Answer::Moved(target))
}

/// Reads `Retry-After`: seconds, or a date.
fn retry_after(headers: &HeaderMap, now: u64) -> Option<Duration> {
    let value = headers.get(header::RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let moment = httpdate::parse_http_date(value).ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(moment.saturating_sub(Duration::from_secs(now)))
}

fn failure(error: &ureq::Error) -> FetchError {
    match error {
        ureq::Error::Timeout(_) => FetchError::TimedOut,
        ureq::Error::BodyExceedsLimit(_) | ureq::Error::LargeResponseHeader(..) => FetchError::TooLarge,
        ureq::Error::Other(inner) if inner.is::<PrivateAddress>() => FetchError::Private,
        ureq::Error::HostNotFound => FetchError::Broken("the host is unknown".to_owned()),
        error => FetchError::Broken(error.to_string()),
    }
}

#[derive(Debug, Error)]
#[error("a private address")]
struct PrivateAddress;

/// Looks up names, and refuses those of hosts that must not be reached. The connection goes to the addresses that were checked.
#[derive(Debug)]
struct Guarded {
    allows: fn(IpAddr) -> bool,
    names: DefaultResolver,
}

impl Resolver for Guarded {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        if found.iter().all(|address| (self.allows)(address.ip())) {
            Ok(found)
        } else {
            Err(ureq::Error::Other(Box::new(PrivateAddress)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_seconds_or_a_date() {
        let read = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::RETRY_AFTER, value.parse().unwrap());
            retry_after(&headers, 784_111_777).map(|wait| wait.as_secs())
        };
        assert_eq!(read("120"), Some(120));
        assert_eq!(read("Sun, 06 Nov 1994 08:50:37 GMT"), Some(60));
        assert_eq!(read("Sun, 06 Nov 1994 08:00:00 GMT"), Some(0));
        assert_eq!(read("soon"), None);
        assert_eq!(read("-1"), None);
    }
}
