//! The entities layer: mentions, and the entities that they refer to.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::spans::{PointsInto, fits, located};
use crate::{ArticleText, Field, schema::open_to_later_names};

/// The names, dates and amounts of an article.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Entities {
    /// All mentions in reading order, those of the headline field first.
    pub mentions: Vec<Mention>,
    /// The entities that the names refer to, most salient first.
    pub entities: Vec<Entity>,
}

/// One occurrence of a name, date or amount.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Mention {
    /// The field that the span points into.
    #[serde(default, skip_serializing_if = "Field::is_body")]
    pub field: Field,
    /// The first code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The text under the span, which lets any reader verify the offsets.
    pub text: String,
    /// The type of what is mentioned.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// The index of the entity that it refers to. Names have one; dates and amounts have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<usize>,
    /// The normalized value, where the tagger could derive one: `2019-04-24` for a date (ISO 8601).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The confidence in the mention, 0 to 1.
    pub score: f64,
}

/// A person, organisation, place or other thing that one or more mentions refer to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Entity {
    /// The fullest of its names in the article.
    pub name: String,
    /// The type of the entity.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// How central the entity is to the article, 0 to 1.
    pub salience: f64,
    /// The number of mentions.
    pub mentions: usize,
    /// Ids in other catalogues, by scheme: `iso3166` (alpha-2), `geonames`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub links: BTreeMap<String, String>,
    /// The confidence in the ids among all known bearers of the name, 0 to 1. It is 1 where the name has one
    /// bearer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link_confidence: Option<f64>,
}

/// The type of a mention or an entity.
///
/// This is the one list of the types: [`EntityType::NAMES`] for names, [`EntityType::ALL`] with dates and
/// amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[schemars(transform = open_to_later_names)]
#[serde(rename_all = "UPPERCASE")]
pub enum EntityType {
    /// A person.
    Per,
    /// An organisation.
    Org,
    /// A place.
    Loc,
    /// Another name: a nationality, event, work or law.
    Misc,
    /// A calendar date or a span of days.
    Date,
    /// A time of day.
    Time,
    /// An amount of money.
    Money,
    /// A percentage.
    Percent,
    /// A measured amount.
    Quantity,
    /// A type of a later version.
    #[serde(other)]
    Other,
}

impl EntityType {
    /// The types of names, in the order in which models and tables list them.
    pub const NAMES: [Self; 4] = [Self::Per, Self::Org, Self::Loc, Self::Misc];

    /// All types of this version: names first, then what the grammar of dates and amounts finds.
    pub const ALL: [Self; 9] = [
        Self::Per,
        Self::Org,
        Self::Loc,
        Self::Misc,
        Self::Date,
        Self::Time,
        Self::Money,
        Self::Percent,
        Self::Quantity,
    ];

    /// Returns the type as it is on the wire: `PER`.
    pub const fn as_str(self) -> &'static str {
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

    /// Finds the type that is on the wire as `name`. Returns `None` for a type of a later version.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|entity_type| entity_type.as_str() == name)
    }

    /// Reports whether this is a type of names, not of dates or amounts.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_is_written_as_its_name_and_found_again() {
        for entity_type in EntityType::ALL {
            assert_eq!(serde_json::to_value(entity_type).unwrap(), entity_type.as_str());
            assert_eq!(EntityType::from_name(entity_type.as_str()), Some(entity_type));
        }
        assert_eq!(EntityType::from_name("VESSEL"), None);
    }
}
