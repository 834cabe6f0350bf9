//! The story of each article, in the order of a stream.

use messages::{
    ArticleLinked, ArticleSummarized, CopyOf, Provenance, StageIdentity, StageName, Story,
    headers::{self, Headers},
};
use stories::{Fingerprint, Link, Linker};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::record::Record;

/// The name of the rules: when an article belongs to a story.
const RULES: &str = "stories-2";

/// Links articles to stories.
pub struct Linking {
    linker: Linker,
    identity: StageIdentity,
    table: String,
}

/// An article with its story, and what the linker notes with it.
#[derive(Debug)]
pub struct Linked {
    /// The event.
    pub event: ArticleLinked,
    /// The headers from which a linker has its state again.
    pub headers: Headers,
}

impl Linking {
    /// Starts with no articles. `window` is how long an article is compared with later ones, in milliseconds. `table`
    /// is the name of the table that all vectors are from.
    pub fn new(window: i64, table: &str) -> Self {
        let model = format!("{RULES}+{table}");
        let identity = StageIdentity { stage: StageName::Link, version: env!("CARGO_PKG_VERSION"), model };
        Self { linker: Linker::new(window), identity, table: table.to_owned() }
    }

    /// Returns the identity of the linker, for provenance.
    pub fn identity(&self) -> &StageIdentity {
        &self.identity
    }

    /// Returns the number of articles and of stories in the window.
    pub fn counts(&self) -> (usize, usize) {
        (self.linker.articles(), self.linker.stories())
    }

    /// Takes up an article that was linked before. Articles come in the order in which they were linked.
    pub fn restore(&mut self, record: Record) {
        self.linker.restore(record.fingerprint, &record.link);
    }

    /// Links the next article of the stream.
    pub fn link(&mut self, event: ArticleSummarized, fingerprint: Fingerprint) -> Linked {
        let noted = Record::fingerprint_header(&fingerprint, &self.table);
        let link = self.linker.link(fingerprint);
        let mut headers = vec![(headers::STORY, Record::story_header(&link)), (headers::FINGERPRINT, noted)];
        let story = story(link);
        if let Some(CopyOf { id, share }) = &story.copy_of {
            // For readers of headers only; the linker does not need it again.
            headers.push((headers::COPY_OF, format!("{share} {}", headers::percent_encoded(id))));
        }
        Linked { event: event.linked(story, Provenance::ok(&self.identity)), headers }
    }
}

/// Returns the layer of an article. A share has three digits, because it is an estimate.
fn story(link: Link) -> Story {
    let copy_of = |copy: stories::CopyOf| CopyOf { id: copy.id, share: (copy.share * 1e3).round() / 1e3 };
    Story {
        id: link.story,
        first_seen: rfc3339(link.first_seen),
        size: link.size,
        sources: link.sources,
        copy_of: link.copy_of.map(copy_of),
        related: link.related,
        merged: link.merged,
    }
}

fn rfc3339(milliseconds: i64) -> String {
    let moment = OffsetDateTime::from_unix_timestamp_nanos(i128::from(milliseconds) * 1_000_000);
    moment.ok().and_then(|moment| moment.format(&Rfc3339).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use messages::{Article, Event};
    use stories::{Signature, Source};

    use super::*;

    const WINDOW: i64 = 3_600_000;

    fn event(id: &str, body: &str) -> ArticleSummarized {
        let json = format!(
            r#"{{"schema":"wiredesk.article/1","article":{{"id":"{id}","revision":"0f","body":"{body}"}},
            "language":{{"tag":"en","iso639_3":"eng","script":"Latn","confidence":1.0,"reliable":true}},
            "segments":{{"blocks":[],"sentences":[]}},"entities":{{"mentions":[],"entities":[]}},
            "summary":{{"text":"","sentences":[],"keywords":[]}},"provenance":[]}}"#
        );
        ArticleSummarized::decode(json.as_bytes()).unwrap()
    }

    fn linked(linking: &mut Linking, id: &str, time: i64, body: &str) -> Linked {
        let event = event(id, body);
        let signature = Signature::of(&[&event.article.body]);
        linking.link(
            event,
            Fingerprint { id: id.to_owned(), time, signature, vector: None, source: Source::of(id) },
        )
    }

    #[test]
    fn the_event_has_the_article_its_story_and_the_rules_that_made_it() {
        let mut linking = Linking::new(WINDOW, "vectors-1@0f");
        let body = "Rain fell in Oslo on Monday and flooded the lower streets of the town.";
        linked(&mut linking, "a", 1_764_400_000_000, body);
        let Linked { event, headers } = linked(&mut linking, "b", 1_764_400_001_000, body);
        let expected = Story {
            id: "a".to_owned(),
            first_seen: "2025-11-29T07:06:40Z".to_owned(),
            size: 2,
            sources: 2,
            copy_of: Some(CopyOf { id: "a".to_owned(), share: 1.0 }),
            related: None,
            merged: vec![],
        };
        assert_eq!(*event.story, expected);
        assert_eq!(event.article(), &Article::clone(&super::tests::event("b", body).article));
        assert_eq!(
            (event.provenance[0].stage, &*event.provenance[0].model),
            (StageName::Link, "stories-2+vectors-1@0f")
        );
        assert_eq!(headers[0].1, "1 2 1764400000000 a");
        assert_eq!((headers[2].0, headers[2].1.as_str()), (super::headers::COPY_OF, "1 a"));
    }

    #[test]
    fn it_goes_on_from_its_own_notes() {
        let mut linking = Linking::new(WINDOW, "t");
        let body = "Rain fell in Oslo on Monday and flooded the lower streets of the town.";
        let first = linked(&mut linking, "a", 0, body);
        let mut restarted = Linking::new(WINDOW, "t");
        let record = Record::read("a".to_owned(), &first.headers[0].1, &first.headers[1].1, "t").unwrap();
        restarted.restore(record);
        assert_eq!(restarted.counts(), (1, 1));
        let (one, other) = (linked(&mut linking, "b", 9, body), linked(&mut restarted, "b", 9, body));
        assert_eq!((one.event, one.headers), (other.event, other.headers));
    }
}
