//! News for those who wait: enriched articles and dead letters, as they are stored.

use std::sync::{Arc, OnceLock};

use serde_json::json;

use crate::index::{self, Entry};

/// How many names of an article its event has.
const NAMES: usize = 8;

/// One piece of news.
#[derive(Debug)]
pub(crate) struct News {
    /// What was stored.
    pub(crate) entry: Entry,
    /// The text for the readers of events, who all get the same.
    text: OnceLock<String>,
}

impl News {
    pub(crate) fn of(entry: Entry) -> Arc<Self> {
        Arc::new(Self { entry, text: OnceLock::new() })
    }

    /// Returns what the readers of events see of an enriched article: a server-sent event.
    pub(crate) fn text(&self) -> &str {
        self.text.get_or_init(|| text(&self.entry))
    }
}

fn text(entry: &Entry) -> String {
    let mut tokens = entry.subject.split('.').skip(3);
    let (lane, language) = (tokens.next(), tokens.next());
    let facts = entry.facts.as_ref();
    let names = facts.map(|facts| facts.names.as_slice()).unwrap_or_default().iter().take(NAMES);
    let names: Vec<_> = names.map(|(name, of_type)| json!({"name": name, "type": of_type})).collect();
    let data = json!({
        "id": entry.id,
        "revision": facts.map(|facts| &facts.revision),
        "lane": lane,
        "language": language,
        "headline": facts.map(|facts| &facts.headline),
        "source": facts.and_then(|facts| facts.source.as_ref()),
        "names": names,
        "stored_at": index::rfc3339(entry.at),
    });
    // JSON has no line breaks, which would end the data.
    format!("event: article\nid: {}\ndata: {data}\n\n", entry.sequence)
}

#[cfg(test)]
mod tests {
    use messages::EntityType;

    use super::*;
    use crate::index::{Facts, Kind};

    #[test]
    fn a_text_with_line_breaks_stays_one_event() {
        let facts = Facts {
            headline: "Rain\n\ndata: x\r".into(),
            names: vec![("Os\nlo".into(), EntityType::Loc); 20],
            ..Facts::default()
        };
        let entry = Entry {
            kind: Kind::Summarized,
            sequence: 7,
            at: 0,
            subject: "articles.v1.summarized.live.en".into(),
            id: Some("a".into()),
            revision: None,
            message_id: None,
            input: None,
            deliveries: None,
            version: None,
            replay: None,
            replay_of: None,
            failure: None,
            facts: Some(facts),
        };
        let news = News::of(entry);
        let lines: Vec<&str> = news.text().split('\n').collect();
        assert_eq!((lines.len(), lines[0], lines[1], lines[3]), (5, "event: article", "id: 7", ""));
        let data: serde_json::Value = serde_json::from_str(lines[2].strip_prefix("data: ").unwrap()).unwrap();
        assert_eq!((&data["headline"], &data["language"]), (&"Rain\n\ndata: x\r".into(), &"en".into()));
        assert_eq!(data["names"].as_array().map(Vec::len), Some(NAMES));
    }
}
