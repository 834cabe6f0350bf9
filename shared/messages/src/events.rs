//! The chain of events, each with everything before it and one layer more.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use crate::layers::PointsInto;
use crate::{
    Article, ArticleText, DecodeError, Entities, Kept, Language, Provenance, Segments, Summary, UNDETERMINED,
};

/// The `schema` member of every event of this version.
pub const SCHEMA: &str = "wiredesk.article/1";

/// A fact about an article, published on a subject of its own.
pub trait Event: Sized + Send + 'static {
    /// The subject token: `segmented`.
    const NAME: &'static str;

    /// Reads the event from a message's payload.
    ///
    /// What comes back holds only spans that fit the article.
    fn decode(payload: &[u8]) -> Result<Self, DecodeError>;

    /// The event as one line of JSON, without the line break.
    fn encode(&self) -> Vec<u8>;

    /// The article it is about.
    fn article(&self) -> &Article;

    /// BCP 47 tag of the article's language, once detected; `und` when undetermined.
    fn language(&self) -> Option<&str>;

    /// The CloudEvents type: `news.article.segmented.v1`.
    fn cloud_event_type() -> String {
        format!("news.article.{}.v1", Self::NAME)
    }
}

/// An article came in. On the wire it is the publisher's own JSON object.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct ArticleReceived {
    /// The article, its id and revision filled in.
    pub article: Article,
}

impl Event for ArticleReceived {
    const NAME: &'static str = "received";

    fn decode(payload: &[u8]) -> Result<Self, DecodeError> {
        Ok(Self { article: Article::from_json(payload)? })
    }

    fn encode(&self) -> Vec<u8> {
        encode(self, self.article.text_len())
    }

    fn article(&self) -> &Article {
        &self.article
    }

    fn language(&self) -> Option<&str> {
        None
    }
}

/// Declares one enriched event: its layers in order, all of them read-only but the newest.
macro_rules! enriched_event {
    ($(#[$doc:meta])* $event:ident, $name:literal, { $($(#[$layer_doc:meta])* $layer:ident: $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
        pub struct $event {
            /// Always [`SCHEMA`].
            pub schema: String,
            /// The article as received.
            pub article: Article,
            $($(#[$layer_doc])* pub $layer: Kept<$type>,)+
            /// Who made what, in order.
            pub provenance: Vec<Kept<Provenance>>,
            /// Members that this version does not know, passed on as they came.
            #[serde(flatten)]
            pub other: Map<String, Value>,
        }

        impl Event for $event {
            const NAME: &'static str = $name;

            fn decode(payload: &[u8]) -> Result<Self, DecodeError> {
                let event: Self = decode(payload)?;
                let text = ArticleText::new(&event.article);
                $(if !event.$layer.fits(&text) {
                    let message = concat!("`", stringify!($layer), "` points outside the article");
                    return Err(DecodeError::InvalidEvent(message.into()));
                })+
                Ok(event)
            }

            fn encode(&self) -> Vec<u8> {
                let layers = [$(self.$layer.received_len()),+];
                encode(self, self.article.text_len() + layers.into_iter().sum::<usize>())
            }

            fn article(&self) -> &Article {
                &self.article
            }

            fn language(&self) -> Option<&str> {
                Some(self.language.primary())
            }
        }
    };
}

enriched_event!(
    /// The article's language was detected.
    LanguageDetected, "detected", {
        /// What it is written in.
        language: Language,
    }
);

enriched_event!(
    /// The article's parts and sentences were found.
    TextSegmented, "segmented", {
        /// What it is written in.
        language: Language,
        /// Its parts.
        segments: Segments,
    }
);

enriched_event!(
    /// The article's names, dates and amounts were tagged.
    EntitiesTagged, "tagged", {
        /// What it is written in.
        language: Language,
        /// Its parts.
        segments: Segments,
        /// Its names.
        entities: Entities,
    }
);

enriched_event!(
    /// The article was summarized: the whole enriched article.
    ArticleSummarized, "summarized", {
        /// What it is written in.
        language: Language,
        /// Its parts.
        segments: Segments,
        /// Its names.
        entities: Entities,
        /// Its summary.
        summary: Summary,
    }
);

impl ArticleReceived {
    /// The next event.
    pub fn detected(self, language: Language, by: Provenance) -> LanguageDetected {
        LanguageDetected {
            schema: SCHEMA.to_owned(),
            article: self.article,
            language: language.into(),
            provenance: vec![by.into()],
            other: Map::new(),
        }
    }
}

impl LanguageDetected {
    /// The next event.
    pub fn segmented(self, segments: Segments, by: Provenance) -> TextSegmented {
        let Self { schema, article, language, mut provenance, other } = self;
        provenance.push(by.into());
        TextSegmented { schema, article, language, segments: segments.into(), provenance, other }
    }
}

impl TextSegmented {
    /// The next event.
    pub fn tagged(self, entities: Entities, by: Provenance) -> EntitiesTagged {
        let Self { schema, article, language, segments, mut provenance, other } = self;
        provenance.push(by.into());
        EntitiesTagged { schema, article, language, segments, entities: entities.into(), provenance, other }
    }
}

impl EntitiesTagged {
    /// The next event.
    pub fn summarized(self, summary: Summary, by: Provenance) -> ArticleSummarized {
        let Self { schema, article, language, segments, entities, mut provenance, other } = self;
        provenance.push(by.into());
        let summary = summary.into();
        ArticleSummarized { schema, article, language, segments, entities, summary, provenance, other }
    }
}

impl Language {
    /// The tag's primary subtag: `zh` of `zh-Hant`.
    pub fn primary(&self) -> &str {
        match self.tag.split('-').next() {
            Some(primary) if !primary.is_empty() => primary,
            _ => UNDETERMINED,
        }
    }
}

/// Tells "not JSON", "another schema" and "not this event" apart.
fn decode<E: DeserializeOwned>(payload: &[u8]) -> Result<E, DecodeError> {
    // Text that is checked as a whole need not be checked string by string; what is no text gets the parser's own error.
    let event = match std::str::from_utf8(payload) {
        Ok(text) => serde_json::from_str(text),
        Err(_) => serde_json::from_slice(payload),
    };
    event.map_err(|error: serde_json::Error| match serde_json::from_slice::<Probe>(payload) {
        Ok(Probe { schema: Some(schema) }) if schema != SCHEMA => DecodeError::UnsupportedSchema(schema),
        Ok(_) => DecodeError::invalid_event(&error),
        Err(_) if error.is_data() => DecodeError::InvalidEvent("the payload is not a JSON object".into()),
        Err(_) => DecodeError::invalid_json(&error),
    })
}

/// One line of JSON; of about `expected` bytes and the names of its members, so that it is seldom moved while it grows.
fn encode(event: &impl Serialize, expected: usize) -> Vec<u8> {
    let mut json = Vec::with_capacity(expected + expected / 8 + 2_048);
    match serde_json::to_writer(&mut json, event) {
        Ok(()) => json,
        Err(_) => Vec::new(),
    }
}

/// The one member every version of an event has.
#[derive(Deserialize)]
struct Probe {
    #[serde(default)]
    schema: Option<String>,
}
