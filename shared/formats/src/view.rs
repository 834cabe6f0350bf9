//! An enriched article with what every format asks of it.

use messages::{
    Block, BlockKind, Entity, EntityType, Field, Mention, SuggestedHeadline, Summary, UNDETERMINED,
};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use text::Span;

use crate::{Enriched, OffsetUnit, units::Positions};

/// An enriched article and the conversions of its offsets.
pub(crate) struct View<'e> {
    pub(crate) event: &'e Enriched,
    pub(crate) positions: Positions<'e>,
    /// The unit of the offsets in the output.
    pub(crate) unit: OffsetUnit,
}

/// A mention whose span fits the article.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Located<'e> {
    pub(crate) mention: &'e Mention,
    /// The span in bytes of the field.
    pub(crate) bytes: Span,
    /// The span in the unit of the output.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl<'e> View<'e> {
    pub(crate) fn new(event: &'e Enriched, unit: OffsetUnit) -> Self {
        Self { event, positions: Positions::new(&event.article, unit), unit }
    }

    /// Returns the mentions in their order, without those that are empty or do not fit the article.
    pub(crate) fn mentions(&self) -> Vec<Located<'e>> {
        let all = self.event.entities.iter().flat_map(|entities| &entities.mentions);
        let located = all.filter_map(|mention| {
            let bytes = self.positions.bytes(mention.field, mention.span())?;
            let (start, end) = self.positions.convert(mention.field, mention.span())?;
            (!bytes.is_empty()).then_some(Located { mention, bytes, start, end })
        });
        located.collect()
    }

    /// Returns the mentions of one field in the order of the text, without those that overlap an earlier one.
    pub(crate) fn disjoint_mentions(&self, field: Field) -> Vec<Located<'e>> {
        let mut mentions = self.mentions();
        mentions.retain(|located| located.mention.field == field);
        mentions.sort_by_key(|located| (located.bytes.start, std::cmp::Reverse(located.bytes.end)));
        let mut end = 0;
        mentions.retain(|located| {
            let free = located.bytes.start >= end;
            end = if free { located.bytes.end } else { end };
            free
        });
        mentions
    }

    /// Returns the entity that a mention refers to.
    pub(crate) fn entity_of(&self, mention: &Mention) -> Option<&'e Entity> {
        self.event.entities.as_ref()?.entities.get(mention.entity?)
    }

    /// Returns the entities of one type, most salient first.
    pub(crate) fn entities(&self, entity_type: EntityType) -> impl Iterator<Item = &'e Entity> + use<'e> {
        let entities = self.event.entities.iter().flat_map(|entities| &entities.entities);
        entities.filter(move |entity| entity.entity_type == entity_type)
    }

    /// Returns the headline as sent, else as found in the body, else as the summarizer suggests.
    pub(crate) fn headline(&self) -> Option<&'e str> {
        let sent = self.event.article.headline.as_deref().filter(|headline| !headline.trim().is_empty());
        let suggested = || {
            let SuggestedHeadline { text, .. } = self.summary()?.suggested_headline.as_ref()?;
            Some(text.as_str())
        };
        sent.or_else(|| self.first_block(BlockKind::Headline)).or_else(suggested)
    }

    /// Returns the byline as sent, else as found in the body.
    pub(crate) fn byline(&self) -> Option<&'e str> {
        self.event.article.byline.as_deref().or_else(|| self.first_block(BlockKind::Byline))
    }

    /// Returns the place of the first dateline.
    pub(crate) fn dateline_place(&self) -> Option<&'e str> {
        let mut datelines = self.blocks().filter_map(|block| block.dateline.as_ref());
        datelines.find_map(|dateline| dateline.place.as_ref()).map(|place| place.text.as_str())
    }

    /// Returns the summary. Its text may be empty.
    pub(crate) fn summary(&self) -> Option<&'e Summary> {
        self.event.summary.as_ref()
    }

    /// Returns the tag of the detected language, else of the one that the publisher declared. Returns `None`
    /// for an undetermined language.
    pub(crate) fn language(&self) -> Option<&'e str> {
        let tag = match &self.event.language {
            Some(language) => Some(language.tag.as_str()),
            None => self.event.article.language.as_deref(),
        };
        tag.filter(|tag| *tag != UNDETERMINED)
    }

    /// Returns the article's name as a URI: `urn:wiredesk:article:a-1`.
    pub(crate) fn uri(&self) -> String {
        format!("urn:wiredesk:article:{}", utf8_percent_encode(&self.event.article.id, URI_PART))
    }

    fn blocks(&self) -> impl Iterator<Item = &'e Block> + use<'e> {
        self.event.segments.iter().flat_map(|segments| &segments.blocks)
    }

    fn first_block(&self, kind: BlockKind) -> Option<&'e str> {
        let block = self.blocks().find(|block| block.kind == kind)?;
        let bytes = self.positions.bytes(block.field, block.span())?;
        Some(bytes.of(self.positions.field(block.field))).filter(|text| !text.trim().is_empty())
    }
}

/// What is encoded in a part of a URN: all but letters, digits and `-._~`.
pub(crate) const URI_PART: &percent_encoding::AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Returns the name of a field as it is on the wire.
pub(crate) const fn field_name(field: Field) -> &'static str {
    match field {
        Field::Headline => "headline",
        Field::Body => "body",
    }
}
