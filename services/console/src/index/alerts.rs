//! Alerts: the newest matches of saved searches, and how many each rule has.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::Arc,
};

use messages::Alert;
use runtime::bus::StoredEvent;
use serde::Serialize;

use super::times::rfc3339;

/// How many matches are kept, of all rules together.
const MOST: usize = 20_000;
/// How many rules are counted.
const MOST_RULES: usize = 20_000;
/// How many characters of a headline and of a text are kept.
const HEADLINE: usize = 200;
const TEXT: usize = 60;
/// How many different texts of one match are kept.
const TEXTS: usize = 6;

/// A moment in nanoseconds since 1970, as the API gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub i64);

impl Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&rfc3339(self.0))
    }
}

/// One match of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Match {
    /// The sequence in the stream of alerts.
    pub sequence: u64,
    /// When it was stored.
    #[serde(rename = "stored_at")]
    pub at: Moment,
    /// The name of the rule.
    pub rule: String,
    /// The id of the article.
    pub article: String,
    /// The headline, if its publisher sent one.
    pub headline: Option<String>,
    /// The publisher.
    pub source: Option<String>,
    /// The language.
    pub language: String,
    /// Different texts that matched, in the order in which they stand in the article.
    pub found: Vec<String>,
}

/// What is known of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rule {
    /// The name.
    pub rule: String,
    /// The number of its matches that were stored or came since the console started.
    pub matches: u64,
    /// When the newest one was stored.
    #[serde(rename = "newest_at")]
    pub newest: Moment,
}

impl Match {
    /// Reads an alert. Returns `None` if it is not one.
    pub(super) fn read(event: &StoredEvent, at: i64) -> Option<Self> {
        let alert: Alert = serde_json::from_slice(&event.payload).ok()?;
        let mut found: Vec<String> = Vec::new();
        for span in alert.found {
            let text: String = span.text.chars().take(TEXT).collect();
            if found.len() < TEXTS && !found.contains(&text) {
                found.push(text);
            }
        }
        Some(Self {
            sequence: event.sequence,
            at: Moment(at),
            rule: alert.rule,
            article: alert.article.id,
            headline: alert.article.headline.map(|text| text.chars().take(HEADLINE).collect()),
            source: alert.article.source,
            language: alert.article.language,
            found,
        })
    }
}

/// The alerts that are kept.
#[derive(Debug, Default)]
pub(super) struct Alerts {
    /// In the order of their sequences.
    newest: VecDeque<Arc<Match>>,
    rules: BTreeMap<String, (u64, Moment)>,
    /// The last sequence, and when it was stored.
    last: Option<(u64, Moment)>,
}

impl Alerts {
    /// Adds an alert. Adding it again changes nothing.
    pub(super) fn add(&mut self, alert: &Match) {
        if let Some((last, at)) = self.last
            && alert.sequence <= last
        {
            if alert.at <= at {
                return;
            }
            // The stream was created anew.
            *self = Self::default();
        }
        self.last = Some((alert.sequence, alert.at));
        if let Some((matches, newest)) = self.rules.get_mut(&alert.rule) {
            (*matches, *newest) = (*matches + 1, alert.at);
        } else if self.rules.len() < MOST_RULES {
            self.rules.insert(alert.rule.clone(), (1, alert.at));
        }
        self.newest.push_back(Arc::new(alert.clone()));
        if self.newest.len() > MOST {
            self.newest.pop_front();
        }
    }

    /// Returns the rules, those with the newest matches first.
    pub(super) fn rules(&self) -> Vec<Rule> {
        let rule = |(rule, (matches, newest)): (&String, &(u64, Moment))| Rule {
            rule: rule.clone(),
            matches: *matches,
            newest: *newest,
        };
        let mut rules: Vec<Rule> = self.rules.iter().map(rule).collect();
        rules.sort_by(|one, other| (other.newest, &one.rule).cmp(&(one.newest, &other.rule)));
        rules
    }

    /// Returns up to `most` matches, newest first: of one rule or of all, of one article or of all, before a sequence
    /// or of all.
    pub(super) fn matches(
        &self,
        rule: Option<&str>,
        article: Option<&str>,
        before: Option<u64>,
        most: usize,
    ) -> Vec<Arc<Match>> {
        let wanted = |alert: &&Arc<Match>| {
            before.is_none_or(|before| alert.sequence < before)
                && rule.is_none_or(|rule| alert.rule == rule)
                && article.is_none_or(|article| alert.article == article)
        };
        self.newest.iter().rev().filter(wanted).take(most).cloned().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alert(sequence: u64, rule: &str, article: &str) -> Match {
        Match {
            sequence,
            at: Moment(sequence.cast_signed() * 10),
            rule: rule.to_owned(),
            article: article.to_owned(),
            headline: None,
            source: None,
            language: "en".to_owned(),
            found: vec![],
        }
    }

    fn alerts() -> Alerts {
        let mut alerts = Alerts::default();
        for (sequence, rule, article) in [(1, "rain", "a"), (2, "snow", "a"), (3, "rain", "b")] {
            alerts.add(&alert(sequence, rule, article));
        }
        alerts
    }

    fn sequences(found: &[Arc<Match>]) -> Vec<u64> {
        found.iter().map(|alert| alert.sequence).collect()
    }

    #[test]
    fn the_rules_with_the_newest_matches_are_first() {
        let rules = alerts().rules();
        let shown: Vec<_> = rules.iter().map(|it| (it.rule.as_str(), it.matches, it.newest.0)).collect();
        assert_eq!(shown, [("rain", 2, 30), ("snow", 1, 20)]);
    }

    #[test]
    fn matches_are_chosen_by_rule_and_article() {
        let alerts = alerts();
        assert_eq!(sequences(&alerts.matches(None, None, None, 9)), [3, 2, 1]);
        assert_eq!(sequences(&alerts.matches(Some("rain"), None, None, 1)), [3]);
        assert_eq!(sequences(&alerts.matches(Some("rain"), None, Some(3), 9)), [1]);
        assert_eq!(sequences(&alerts.matches(None, Some("a"), None, 9)), [2, 1]);
    }

    #[test]
    fn an_alert_that_is_read_again_does_not_count_again() {
        let mut alerts = alerts();
        alerts.add(&alert(1, "rain", "a"));
        assert_eq!(alerts.rules().iter().map(|it| it.matches).sum::<u64>(), 3);
    }

    #[test]
    fn a_stream_that_was_created_anew_replaces_the_alerts() {
        let mut alerts = alerts();
        alerts.add(&Match { at: Moment(99), ..alert(1, "fog", "c") });
        assert_eq!(alerts.rules().len(), 1);
        assert_eq!(sequences(&alerts.matches(None, None, None, 9)), [1]);
    }

    #[test]
    fn a_match_has_each_text_once_and_few_of_them() {
        let spans: Vec<String> = ["Rain", "Rain", "a", "b", "c", "d", "e", "f"]
            .map(|text| format!(r#"{{"start":0,"end":1,"text":"{text}","term":"x"}}"#))
            .into();
        let payload = format!(
            r#"{{"schema":"wiredesk.alert/1","rule":"rain","article":{{"id":"a","revision":"0f","language":"en","summary":""}},"found":[{}]}}"#,
            spans.join(",")
        );
        let event = StoredEvent {
            sequence: 7,
            stored_at: time::OffsetDateTime::UNIX_EPOCH,
            subject: "articles.v1.alerts.rain".into(),
            payload: payload.into(),
            headers: runtime::bus::StoredHeaders::default(),
            after: 0,
        };
        let read = Match::read(&event, 0).unwrap();
        assert_eq!(read.found, ["Rain", "a", "b", "c", "d", "e"]);
        assert_eq!(Match::read(&StoredEvent { payload: "{}".into(), ..event }, 0), None);
    }
}
