//! News for those who wait: enriched articles and dead letters, as they are stored.

use std::{
    ops::Range,
    sync::{Arc, OnceLock},
};

use bytes::Bytes;
use serde_json::json;

use crate::index::{self, Entry};

/// How many names of an article its event has.
const NAMES: usize = 8;

/// What one stream has stored since the last news.
#[derive(Debug)]
pub(crate) struct News {
    /// What was stored.
    pub(crate) entries: Vec<Entry>,
    /// The texts for the readers of events, who all get the same.
    texts: OnceLock<Texts>,
}

/// The texts of all entries, one after the other.
#[derive(Debug)]
struct Texts {
    all: Bytes,
    /// Where each begins, and where the last one ends.
    places: Vec<usize>,
}

impl News {
    pub(crate) fn of(entries: Vec<Entry>) -> Arc<Self> {
        Arc::new(Self { entries, texts: OnceLock::new() })
    }

    /// Returns what the readers of events see of some enriched articles: server-sent events. They are written once,
    /// and not copied for each reader.
    pub(crate) fn texts(&self, which: Range<usize>) -> Bytes {
        if which.is_empty() {
            return Bytes::new();
        }
        let texts = self.texts.get_or_init(|| Texts::of(&self.entries));
        let place = |number: usize| texts.places.get(number).copied().unwrap_or(texts.all.len());
        texts.all.slice(place(which.start)..place(which.end))
    }
}

impl Texts {
    fn of(entries: &[Entry]) -> Self {
        let (mut all, mut places) = (String::new(), vec![0]);
        for entry in entries {
            all.push_str(&text(entry));
            places.push(all.len());
        }
        Self { all: all.into(), places }
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
            linked: None,
            alert: None,
        };
        let news = News::of(vec![entry.clone(), Entry { sequence: 8, ..entry }]);
        let (first, both) = (news.texts(0..1), news.texts(0..2));
        assert_eq!(both, [first.clone(), news.texts(1..2)].concat());
        let lines: Vec<&str> = std::str::from_utf8(&first).unwrap().split('\n').collect();
        assert_eq!((lines.len(), lines[0], lines[1], lines[3]), (5, "event: article", "id: 7", ""));
        let data: serde_json::Value = serde_json::from_str(lines[2].strip_prefix("data: ").unwrap()).unwrap();
        assert_eq!((&data["headline"], &data["language"]), (&"Rain\n\ndata: x\r".into(), &"en".into()));
        assert_eq!(data["names"].as_array().map(Vec::len), Some(NAMES));
    }
}
