//! The chain of events. Each carries everything before it and one more layer.

use std::fmt;

use schemars::JsonSchema;
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{DeserializeOwned, Error, IgnoredAny, MapAccess, Visitor},
};
use serde_json::{Map, Value};

use crate::{
    Article, ArticleText, DecodeError, Entities, Kept, Language, Provenance, Segments, Story, Summary,
    article::parse,
    layers::PointsInto,
    members::{Members, Text},
    schema::SCHEMA,
};

/// A fact about an article, published on a subject of its own.
///
/// ```
/// # use wiredesk_messages as messages;
/// use messages::{Article, ArticleReceived, Event};
///
/// let event = ArticleReceived::decode(br#"{"headline": "Rain", "body": "Rain fell in Oslo.", "desk": "weather"}"#)?;
/// assert_eq!(ArticleReceived::NAME, "received");
/// assert_eq!(event.article().body, "Rain fell in Oslo.");
/// // Members that this version does not know are passed on.
/// assert!(String::from_utf8_lossy(&event.encode()).contains(r#""desk":"weather""#));
///
/// let error = ArticleReceived::decode(br#"{"headline": "Rain"}"#).unwrap_err();
/// assert_eq!(error.code(), "missing_body");
/// # Ok::<(), messages::DecodeError>(())
/// ```
pub trait Event: Sized + Send + 'static {
    /// The event's token in subjects: `segmented`.
    const NAME: &'static str;

    /// Reads the event from a message's payload.
    ///
    /// Every span in the decoded event fits the article.
    ///
    /// # Errors
    ///
    /// When the payload is not this event, or a span or index points outside the article.
    fn decode(payload: &[u8]) -> Result<Self, DecodeError>;

    /// Writes the event as one line of JSON, without the line break.
    fn encode(&self) -> Vec<u8>;

    /// Returns the article that the event is about.
    fn article(&self) -> &Article;

    /// Returns the primary subtag of the article's language: `None` before detection, `und` when
    /// undetermined.
    fn language(&self) -> Option<&str>;

    /// Returns the CloudEvents type: `news.article.segmented.v1`.
    fn cloud_event_type() -> String {
        format!("news.article.{}.v1", Self::NAME)
    }
}

/// The event that an article arrived. On the wire it is the publisher's own JSON object.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct ArticleReceived {
    /// The article, with its id and revision filled in.
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

/// Declares one enriched event from its name and its layers in order.
macro_rules! enriched_event {
    ($(#[$doc:meta])* $event:ident, $name:literal, { $($(#[$layer_doc:meta])* $layer:ident: $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
        pub struct $event {
            /// The schema version, always [`SCHEMA`].
            pub schema: String,
            /// The article as received.
            pub article: Article,
            $($(#[$layer_doc])* pub $layer: Kept<$type>,)+
            /// The record of each stage, in order.
            pub provenance: Vec<Kept<Provenance>>,
            /// Members that this version does not know, passed on as they came.
            #[serde(flatten)]
            #[schemars(with = "Map<String, Value>")]
            pub other: Members,
        }

        // Written by hand for the same reasons as that of `Article`.
        impl<'de> Deserialize<'de> for $event {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct EventVisitor;

                impl<'de> Visitor<'de> for EventVisitor {
                    type Value = $event;

                    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                        formatter.write_str("an object")
                    }

                    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<$event, A::Error> {
                        let (mut schema, mut article, mut provenance) = (None, None, None);
                        $(let mut $layer = None;)+
                        let mut other = Members::default();
                        while let Some(name) = members.next_key::<String>()? {
                            match name.as_str() {
                                "schema" => schema = members.next_value_seed(Text("schema"))?,
                                "article" => article = Some(members.next_value()?),
                                "provenance" => provenance = Some(members.next_value()?),
                                $(stringify!($layer) => {
                                    let layer = Kept::read(members.next_value()?);
                                    let explain = |error| format!(concat!(stringify!($layer), ": {}"), error);
                                    $layer = Some(layer.map_err(explain).map_err(A::Error::custom)?);
                                })+
                                _ => other.read(name, &mut members)?,
                            }
                        }
                        let missing = A::Error::missing_field;
                        Ok($event {
                            schema: schema.ok_or_else(|| missing("schema"))?,
                            article: article.ok_or_else(|| missing("article"))?,
                            $($layer: $layer.ok_or_else(|| missing(stringify!($layer)))?,)+
                            provenance: provenance.ok_or_else(|| missing("provenance"))?,
                            other,
                        })
                    }
                }

                deserializer.deserialize_map(EventVisitor)
            }
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
    /// The event that the article's language was detected.
    LanguageDetected, "detected", {
        /// The language that the article is written in.
        language: Language,
    }
);

enriched_event!(
    /// The event that the article was segmented into blocks and sentences.
    TextSegmented, "segmented", {
        /// The language that the article is written in.
        language: Language,
        /// The article's blocks and sentences.
        segments: Segments,
    }
);

enriched_event!(
    /// The event that the article's names, dates and amounts were tagged.
    EntitiesTagged, "tagged", {
        /// The language that the article is written in.
        language: Language,
        /// The article's blocks and sentences.
        segments: Segments,
        /// The article's mentions and entities.
        entities: Entities,
    }
);

enriched_event!(
    /// The event that the article was summarized. It carries the whole enriched article.
    ArticleSummarized, "summarized", {
        /// The language that the article is written in.
        language: Language,
        /// The article's blocks and sentences.
        segments: Segments,
        /// The article's mentions and entities.
        entities: Entities,
        /// The article's summary.
        summary: Summary,
    }
);

enriched_event!(
    /// The event that the optional story-linker linked the finished article to a story. It carries the whole enriched
    /// article.
    ArticleLinked, "linked", {
        /// The language that the article is written in.
        language: Language,
        /// The article's blocks and sentences.
        segments: Segments,
        /// The article's mentions and entities.
        entities: Entities,
        /// The article's summary.
        summary: Summary,
        /// The story that the article belongs to.
        story: Story,
    }
);

impl ArticleReceived {
    /// Makes the next event by adding the language layer.
    pub fn detected(self, language: Language, by: Provenance) -> LanguageDetected {
        LanguageDetected {
            schema: SCHEMA.to_owned(),
            article: self.article,
            language: language.into(),
            provenance: vec![by.into()],
            other: Members::default(),
        }
    }
}

impl LanguageDetected {
    /// Makes the next event by adding the segments layer.
    pub fn segmented(self, segments: Segments, by: Provenance) -> TextSegmented {
        let Self { schema, article, language, mut provenance, other } = self;
        provenance.push(by.into());
        TextSegmented { schema, article, language, segments: segments.into(), provenance, other }
    }
}

impl TextSegmented {
    /// Makes the next event by adding the entities layer.
    pub fn tagged(self, entities: Entities, by: Provenance) -> EntitiesTagged {
        let Self { schema, article, language, segments, mut provenance, other } = self;
        provenance.push(by.into());
        EntitiesTagged { schema, article, language, segments, entities: entities.into(), provenance, other }
    }
}

impl EntitiesTagged {
    /// Makes the next event by adding the summary layer.
    pub fn summarized(self, summary: Summary, by: Provenance) -> ArticleSummarized {
        let Self { schema, article, language, segments, entities, mut provenance, other } = self;
        provenance.push(by.into());
        let summary = summary.into();
        ArticleSummarized { schema, article, language, segments, entities, summary, provenance, other }
    }
}

impl ArticleSummarized {
    /// Makes the event of the story-linker by adding the story layer.
    pub fn linked(self, story: Story, by: Provenance) -> ArticleLinked {
        let Self { schema, article, language, segments, entities, summary, mut provenance, other } = self;
        provenance.push(by.into());
        let story = story.into();
        ArticleLinked { schema, article, language, segments, entities, summary, story, provenance, other }
    }
}

/// Reads an enriched event. The error distinguishes "not JSON", "another schema" and "not this event".
fn decode<E: DeserializeOwned>(payload: &[u8]) -> Result<E, DecodeError> {
    let payload = text::without_mark(payload);
    parse(payload).map_err(|error| match serde_json::from_slice::<Probe>(payload) {
        Ok(Probe { schema: Some(schema) }) if schema != SCHEMA => DecodeError::UnsupportedSchema(schema),
        Ok(_) => DecodeError::invalid_event(&error),
        Err(probed) => match serde_json::from_slice::<IgnoredAny>(payload) {
            Ok(_) if probed.is_data() => DecodeError::invalid_event(&error),
            Ok(_) => DecodeError::invalid_json(&probed),
            Err(error) => DecodeError::invalid_json(&error),
        },
    })
}

/// Writes one line of JSON. `text_bytes` is the size of the texts in it, from which the capacity is
/// estimated.
fn encode(event: &impl Serialize, text_bytes: usize) -> Vec<u8> {
    // An eighth for escapes and 2 KiB for the members' names: the buffer then rarely has to grow.
    let mut json = Vec::with_capacity(text_bytes + text_bytes / 8 + 2_048);
    match serde_json::to_writer(&mut json, event) {
        Ok(()) => json,
        Err(_) => Vec::new(),
    }
}

/// The one member that every version of an event has.
#[derive(Deserialize)]
struct Probe {
    #[serde(default)]
    schema: Option<String>,
}
