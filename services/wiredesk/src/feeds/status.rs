//! `wiredesk feeds status`: what is remembered of each feed.

use std::fmt::Write;

use anyhow::Result;
use feeds::memory::{KEYS, Memory};
use runtime::{
    clock,
    settings::{ConnectionArgs, Problems},
};
use serde_json::json;
use time::OffsetDateTime;

use super::bucket;
use crate::command::{Outcome, connect};

/// The seconds from which on a poll is late. A host has one connection, so that its feeds wait for each other.
const LATE: u64 = 5 * 60;

pub(super) async fn run(connection: &ConnectionArgs, as_json: bool) -> Result<Outcome> {
    let bus = connect(connection, Problems::default()).await?;
    let values = bucket::open(&bus).await?.all(KEYS).await?;
    let mut feeds: Vec<Memory> =
        values.iter().filter_map(|value| serde_json::from_slice(value).ok()).collect();
    feeds.sort_by(|one, other| one.name.cmp(&other.name));
    let now = clock::unix_seconds();
    if as_json {
        for feed in &feeds {
            anstream::println!("{}", object(feed, now));
        }
    } else {
        anstream::print!("{}", table(&feeds, now));
    }
    Ok(Outcome::Done)
}

fn object(feed: &Memory, now: u64) -> serde_json::Value {
    json!({
        "name": feed.name,
        "url": feed.url,
        "outcome": feed.outcome,
        "failures": feed.failures,
        "published": feed.published,
        "polled": moment(feed.polled),
        "next_poll": moment(feed.next_poll),
        "overdue_seconds": overdue(feed, now),
    })
}

/// Returns a time as RFC 3339, or `None` if it has not come yet.
fn moment(seconds: u64) -> Option<String> {
    let seconds = i64::try_from(seconds).ok().filter(|seconds| *seconds > 0)?;
    OffsetDateTime::from_unix_timestamp(seconds).ok().map(clock::rfc3339)
}

fn table(feeds: &[Memory], now: u64) -> String {
    let width = feeds.iter().map(|feed| feed.name.chars().count()).max().unwrap_or_default().max(4);
    let mut lines = format!(
        "{:width$}  {:>10}  {:15} {:>8} {:>10} {:>10}\n",
        "FEED", "POLLED", "OUTCOME", "FAILURES", "PUBLISHED", "NEXT"
    );
    for feed in feeds {
        let polled = if feed.polled == 0 { "–".to_owned() } else { ago(now.saturating_sub(feed.polled)) };
        let next = match overdue(feed, now) {
            Some(seconds) => format!("late {}", span(seconds)),
            None => format!("in {}", span(feed.next_poll.saturating_sub(now))),
        };
        let _ = writeln!(
            lines,
            "{:width$}  {polled:>10}  {:15} {:>8} {:>10} {next:>10}",
            feed.name, feed.outcome, feed.failures, feed.published
        );
    }
    lines
}

/// Returns how long a feed has waited for a poll, in seconds, if that is longer than a busy host explains. Then it is in
/// the list of no running instance.
fn overdue(feed: &Memory, now: u64) -> Option<u64> {
    Some(now.saturating_sub(feed.next_poll)).filter(|late| feed.polled > 0 && *late >= LATE)
}

fn ago(seconds: u64) -> String {
    format!("{} ago", span(seconds))
}

/// Returns a span of time in its largest whole unit.
fn span(seconds: u64) -> String {
    match seconds {
        0..=119 => format!("{seconds} s"),
        120..=7_199 => format!("{} min", seconds / 60),
        7_200..=172_799 => format!("{} h", seconds / 3_600),
        _ => format!("{} d", seconds / 86_400),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_has_its_largest_whole_unit() {
        for (seconds, expected) in
            [(0, "0 s"), (119, "119 s"), (120, "2 min"), (7_200, "2 h"), (200_000, "2 d")]
        {
            assert_eq!(span(seconds), expected);
        }
    }

    #[test]
    fn the_table_says_when_a_feed_was_polled_and_when_it_is_next() {
        let read = Memory {
            name: "gazette".to_owned(),
            outcome: "read".to_owned(),
            polled: 880,
            next_poll: 1_600,
            published: 7,
            ..Memory::default()
        };
        let shown = table(&[read, Memory { name: "new".to_owned(), ..Memory::default() }], 1_000);
        let lines: Vec<Vec<&str>> = shown.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(lines[1], ["gazette", "2", "min", "ago", "read", "0", "7", "in", "10", "min"]);
        assert_eq!(lines[2], ["new", "–", "0", "0", "in", "0", "s"]);
    }

    #[test]
    fn a_feed_that_nobody_polls_any_more_is_late() {
        let removed = Memory { polled: 880, next_poll: 1_600, ..Memory::default() };
        assert_eq!([1_600, 1_899, 1_900].map(|now| overdue(&removed, now)), [None, None, Some(300)]);
        assert!(table(&[removed], 9_600).contains("late 2 h"));
        assert_eq!(overdue(&Memory::default(), 9_600), None);
    }
}
