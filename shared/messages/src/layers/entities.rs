//! The entities layer: mentions, and what they refer to.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Field, PointsInto, fits, located};
use crate::ArticleText;

/// The names, dates and amounts of an article.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Entities {
    /// Every occurrence, in reading order: the headline field first.
    pub mentions: Vec<Mention>,
    /// What the names refer to, most salient first.
    pub entities: Vec<Entity>,
}

/// One occurrence of a name, date or amount.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// The field it stands in.
    #[serde(default, skip_serializing_if = "Field::is_body")]
    pub field: Field,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The text under the span, so that anyone can verify the offsets.
    pub text: String,
    /// What it is.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// Index of the entity it refers to; names have one, dates and amounts none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<usize>,
    /// The value meant, where it could be worked out: `2019-04-24` for a date (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// How sure the stage is, 0 to 1.
    pub score: f64,
}

/// What one or more mentions refer to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Entity {
    /// Its fullest name in the article.
    pub name: String,
    /// What it is.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// How central it is to the article, 0 to 1.
    pub salience: f64,
    /// Number of mentions.
    pub mentions: usize,
    /// Ids elsewhere, by scheme: `iso3166` (alpha-2), `geonames`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub links: BTreeMap<String, String>,
    /// How sure the ids are among all bearers of the name that the tables know, 0 to 1: 1 where they know no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link_confidence: Option<f64>,
}

/// What a mention or an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[schemars(transform = super::open_to_later_names)]
#[serde(rename_all = "UPPERCASE")]
pub enum EntityType {
    /// A person.
    Per,
    /// An organisation.
    Org,
    /// A place.
    Loc,
    /// Another name: nationality, event, work, law.
    Misc,
    /// A calendar date or a stretch of days.
    Date,
    /// A time of day.
    Time,
    /// An amount of money.
    Money,
    /// A share in per cent.
    Percent,
    /// A measured amount.
    Quantity,
    /// A type that a later version knows.
    #[serde(other)]
    Other,
}

impl EntityType {
    /// The types of names, in the order in which models and tables list them.
    pub const NAMES: [Self; 4] = [Self::Per, Self::Org, Self::Loc, Self::Misc];

    /// As it stands on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Per => "PER",
            Self::Org => "ORG",
            Self::Loc => "LOC",
            Self::Misc => "MISC",
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Money => "MONEY",
            Self::Percent => "PERCENT",
            Self::Quantity => "QUANTITY",
            Self::Other => "OTHER",
        }
    }

    /// Whether it names something, rather than a date or an amount.
    pub fn is_name(self) -> bool {
        Self::NAMES.contains(&self)
    }
}

located!(Mention);

impl PointsInto for Entities {
    fn fits(&self, text: &ArticleText<'_>) -> bool {
        self.mentions.iter().all(|mention| {
            mention.entity.is_none_or(|entity| entity < self.entities.len())
                && fits(text, mention.field, mention.span())
        })
    }
}
