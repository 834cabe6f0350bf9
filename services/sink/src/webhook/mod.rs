//! The target `webhook`: one signed HTTP request for each article.

mod answer;
mod client;
mod signature;

use std::{
    fs,
    path::PathBuf,
    sync::{Arc, OnceLock},
    time::Duration,
};

use clap::Args;
use formats::Enriched;
use futures_util::{StreamExt, stream};
use messages::headers;
use runtime::{
    clock,
    settings::{Environment, Problems, Setting, duration},
};
use tokio::task::spawn_blocking;
use ureq::http::Uri;

use self::{
    client::{Client, Request},
    signature::Secret,
};
use crate::{
    record::Record,
    settings::CommonArgs,
    target::{Hindrance, Target, Verdict},
};

const URL: Setting = Setting::new("url", "WIREDESK_WEBHOOK_URL", "Address of the receiver, https: or http:");
const SECRET_FILE: Setting = Setting::new(
    "secret-file",
    "WIREDESK_WEBHOOK_SECRET_FILE",
    "File with the secret that signs the requests; read again for each batch. Without it they are not signed",
);
const TIMEOUT: Setting = Setting::new(
    "timeout",
    "WIREDESK_WEBHOOK_TIMEOUT",
    "How long the receiver may take for one article, from `100ms` to `25s`",
)
.with_default("10s");

/// How many requests run at the same time. A receiver that handles one in 10 ms gets 800 a second.
const AT_ONCE: usize = 8;
/// The longest time limit. A receiver that does not answer is reported at least every half minute.
const LONGEST: Duration = Duration::from_secs(25);
const SHORTEST: Duration = Duration::from_millis(100);

/// Post each event to an HTTP receiver, signed
///
/// Each article is one POST request with the event as JSON. It has an `Idempotency-Key`, which is the same whenever the
/// article comes again. With a secret it is signed with HMAC-SHA-256 as the specification Standard Webhooks says
/// (`webhook-id`, `webhook-timestamp`, `webhook-signature`), so that the receiver can check it with a library.
///
/// Any 2xx answer means that the receiver has the article. A 4xx answer makes it a dead letter, and so do 16 answers of
/// 500. While the receiver is away, overloaded (429, 502 to 504) or does not accept the sink (401, 403, 404), the sink
/// waits.
#[derive(Debug, Args)]
pub(crate) struct WebhookArgs {
    #[arg(help = URL.help(), value_name = "URL")]
    url: Option<String>,
    #[arg(long = SECRET_FILE.flag, help = SECRET_FILE.help(), value_name = "FILE")]
    secret_file: Option<String>,
    #[arg(long = TIMEOUT.flag, help = TIMEOUT.help(), value_name = "TIME")]
    timeout: Option<String>,
    #[command(flatten)]
    pub(crate) common: CommonArgs,
}

/// The checked settings of the target.
#[derive(Debug)]
pub(crate) struct WebhookSettings {
    url: String,
    secret: Option<PathBuf>,
    timeout: Duration,
}

impl WebhookArgs {
    /// Checks flags and environment variables. Adds every problem to `problems`.
    pub(crate) fn resolve(&self, environment: &dyn Environment, problems: &mut Problems) -> WebhookSettings {
        if URL.text(self.url.as_deref(), environment).is_none() {
            problems.add("name the receiver: `wiredesk sink webhook URL`");
        }
        WebhookSettings {
            url: URL.read(self.url.as_deref(), environment, problems, address),
            secret: SECRET_FILE.read(self.secret_file.as_deref(), environment, problems, |path| {
                let path = PathBuf::from(path);
                secret_in(&path).map(|_| Some(path))
            }),
            timeout: TIMEOUT.read(self.timeout.as_deref(), environment, problems, timeout),
        }
    }
}

/// Checks the address of a receiver.
fn address(text: &str) -> Result<String, String> {
    let uri: Option<Uri> = text.parse().ok();
    let of_web = uri.filter(|uri| {
        let scheme = uri.scheme_str().unwrap_or_default();
        matches!(scheme, "http" | "https") && uri.host().is_some_and(|host| !host.is_empty())
    });
    match of_web {
        Some(uri) if uri.authority().is_some_and(|authority| authority.as_str().contains('@')) => {
            Err("the address has a user: requests are signed instead, see --secret-file".to_owned())
        }
        Some(_) => Ok(text.to_owned()),
        None => Err(format!("`{text}` is not an address: write for example `https://example.org/articles`")),
    }
}

fn timeout(text: &str) -> Result<Duration, String> {
    let timeout = duration(text)?;
    if (SHORTEST..=LONGEST).contains(&timeout) {
        Ok(timeout)
    } else {
        Err(format!("`{text}` is out of range: give 100ms to 25s"))
    }
}

fn secret_in(path: &PathBuf) -> Result<Secret, String> {
    let text =
        fs::read_to_string(path).map_err(|error| format!("cannot read `{}`: {error}", path.display()))?;
    Secret::read(&text).map_err(|error| format!("`{}`: {error}", path.display()))
}

/// A receiver.
pub(crate) struct Webhook {
    client: Client,
    secret: Option<PathBuf>,
    /// The address without its query, which may be a secret.
    shown: String,
}

impl Webhook {
    pub(crate) fn new(settings: WebhookSettings) -> Self {
        let WebhookSettings { url, secret, timeout } = settings;
        let shown = url.split(['?', '#']).next().unwrap_or_default().to_owned();
        Self { client: Client::new(&url, timeout, AT_ONCE), secret, shown }
    }
}

impl Target for Webhook {
    type Event = Enriched;

    fn name(&self) -> String {
        format!("webhook {}", self.shown)
    }

    async fn write(&mut self, batch: &[&Record]) -> Result<Vec<Verdict>, Hindrance> {
        // The file may have a new secret.
        let secret = self.secret.as_ref().map(secret_in).transpose().map_err(Hindrance::denied)?;
        let (secret, hindrance) = (Arc::new(secret), Arc::new(OnceLock::new()));
        let requests: Vec<Request> = batch
            .iter()
            .map(|record| Request { key: header_value(&record.key), body: record.payload.clone() })
            .collect();
        let sent = stream::iter(requests).map(|request| {
            let (client, secret, hindrance) =
                (self.client.clone(), Arc::clone(&secret), Arc::clone(&hindrance));
            spawn_blocking(move || send(&client, &request, (*secret).as_ref(), &hindrance))
        });
        let verdicts = sent.buffered(AT_ONCE).map(|verdict| {
            verdict.unwrap_or_else(|error| {
                Verdict::Waits(Hindrance::away(format!("a request did not end: {error}")))
            })
        });
        Ok(verdicts.collect().await)
    }
}

/// Sends an article, unless an earlier one of the batch found that the receiver takes nothing.
fn send(
    client: &Client,
    request: &Request,
    secret: Option<&Secret>,
    hindrance: &OnceLock<Hindrance>,
) -> Verdict {
    if let Some(hindrance) = hindrance.get() {
        return Verdict::Waits(hindrance.clone());
    }
    let verdict = client.send(request, secret, clock::unix_seconds());
    if let Verdict::Waits(why) = &verdict {
        // Another request may have found it first.
        drop(hindrance.set(why.clone()));
    }
    verdict
}

/// Returns a key as a header value. Message ids of this project are visible ASCII; those of others may be anything.
fn header_value(key: &str) -> String {
    if key.bytes().all(|byte| byte.is_ascii_graphic()) {
        key.to_owned()
    } else {
        headers::percent_encoded(key)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    fn resolve(variables: &[(&'static str, &'static str)]) -> Result<WebhookSettings, String> {
        let environment: HashMap<&str, &str> = variables.iter().copied().collect();
        let mut problems = Problems::default();
        let args = WebhookArgs { url: None, secret_file: None, timeout: None, common: CommonArgs::default() };
        let settings = args.resolve(&environment, &mut problems);
        problems.or(settings).map_err(|problems| problems.to_string())
    }

    #[test]
    fn a_receiver_has_an_address_of_the_web() {
        for text in ["https://example.org/in?token=x", "http://127.0.0.1:8080"] {
            assert!(resolve(&[("WIREDESK_WEBHOOK_URL", text)]).is_ok(), "{text}");
        }
        for text in ["example.org", "ftp://example.org", "https://", "/in", "https://ann:x@example.org/"] {
            let report = resolve(&[("WIREDESK_WEBHOOK_URL", text)]).unwrap_err();
            assert!(report.contains("address"), "{text}: {report}");
        }
        assert!(resolve(&[]).unwrap_err().contains("name the receiver"));
    }

    #[test]
    fn all_problems_are_reported_together() {
        let report = resolve(&[
            ("WIREDESK_WEBHOOK_URL", "here"),
            ("WIREDESK_WEBHOOK_SECRET_FILE", "/no/such/file"),
            ("WIREDESK_WEBHOOK_TIMEOUT", "1m"),
        ])
        .unwrap_err();
        assert!(report.starts_with("3 settings need attention:"), "{report}");
    }

    #[test]
    fn the_query_of_an_address_is_not_shown() {
        let settings = resolve(&[("WIREDESK_WEBHOOK_URL", "https://example.org/in?token=hunter2")]).unwrap();
        assert_eq!(Webhook::new(settings).name(), "webhook https://example.org/in");
    }

    #[test]
    fn a_key_of_others_is_encoded() {
        assert_eq!(header_value("a%20b:0f:summarize:r2"), "a%20b:0f:summarize:r2");
        assert_eq!(header_value("ä b"), "%C3%A4%20b");
    }
}
