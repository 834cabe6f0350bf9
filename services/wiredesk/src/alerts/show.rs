//! An alert as text for people, or as JSON.

use std::{fmt::Write as _, io};

use messages::{Alert, Field};

use crate::{command::print_json, view::plain};

/// How many places are shown.
const MOST_SHOWN: usize = 5;
/// How many characters of an article without a headline are shown.
const LONGEST: usize = 80;

/// Prints an alert: as a line of JSON, or as text.
///
/// # Errors
///
/// When standard output cannot be written.
pub(super) fn print(alert: &Alert, is_json: bool) -> io::Result<()> {
    if is_json { print_json(String::from_utf8_lossy(&alert.encode())) } else { print_json(text(alert)) }
}

/// Returns an alert as text: rule, id and headline, and below it the story and what matched.
fn text(alert: &Alert) -> String {
    let article = &alert.article;
    let title = article.headline.as_deref().unwrap_or(&article.summary);
    let title: String = title.chars().take(LONGEST).collect();
    let mut text = plain(&format!("{}  {}  {title}", alert.rule, article.id)).trim_end().to_owned();
    if let Some(story) = &alert.story {
        let line = format!("story {}: articles {}, publishers {}", story.id, story.size, story.sources);
        let _ = write!(text, "\n    {}", plain(&line));
    }
    for found in alert.found.iter().take(MOST_SHOWN) {
        let field = if found.field == Field::Headline { "headline" } else { "body" };
        let line = format!("{}: {} ({field} {}-{})", found.term, found.text, found.start, found.end);
        let _ = write!(text, "\n    {}", plain(&line));
    }
    match alert.found.len().saturating_sub(MOST_SHOWN) {
        0 => text,
        more => format!("{text}\n    and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alert_is_its_rule_its_article_and_what_matched() {
        let found = r#"{"start":3,"end":9,"text":"rained","term":"rain*"}"#;
        let founds = [found; 7].join(",");
        let json = format!(
            r#"{{"schema":"wiredesk.alert/1","rule":"rain","article":{{"id":"a\u001b","revision":"0f","language":"en","summary":"It rained."}},"found":[{founds}]}}"#
        );
        let text = text(&serde_json::from_str(&json).unwrap());
        assert!(text.starts_with("rain  a   It rained.\n    rain*: rained (body 3-9)\n"), "{text}");
        assert!(text.ends_with("\n    and 2 more"), "{text}");
    }

    #[test]
    fn an_alert_names_its_story() {
        let json = r#"{"schema":"wiredesk.alert/1","rule":"large","article":{"id":"b","revision":"0f","language":"en","summary":"It rained."},"story":{"id":"a","first_seen":"2026-11-29T08:00:00Z","size":7,"sources":5},"found":[]}"#;
        let text = text(&serde_json::from_str(json).unwrap());
        assert_eq!(text, "large  b  It rained.\n    story a: articles 7, publishers 5");
    }
}
