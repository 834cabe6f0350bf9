//! What is true for an article, and where.

use std::collections::BTreeSet;

use messages::{
    Article, ArticleText, BlockKind, Entities, Entity, Field, Finished, FoundSpan, Mention, Story,
};
use text::{CodePoints, Span};

use crate::{
    condition::Truth,
    folded_text::{FoldedText, TokenEdges},
    index::{Borders, Part},
    lookups::Lookups,
    query::{Atom, StoryCount},
};

/// How many places of one match are told. It bounds the size of an alert.
const MOST_FOUND: usize = 100;

/// The atoms that are true for one article, and the places that show it.
pub(crate) struct Observed<'a> {
    pub(crate) truth: Truth,
    text: ArticleText<'a>,
    /// Each place with its atom, sorted.
    places: Vec<Place>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    atom: u32,
    /// Whether it is in the body, so that the headline comes first.
    is_in_body: bool,
    start: usize,
    end: usize,
}

impl<'a> Observed<'a> {
    /// Looks at an article.
    pub(crate) fn of(event: Finished<'a>, lookups: &Lookups) -> Self {
        let text = ArticleText::new(event.article);
        let mut observed = Self { truth: Truth::new(lookups.atoms.len()), text, places: Vec::new() };
        observed.words(event, lookups);
        observed.names(event.entities, lookups);
        observed.links(event.entities, lookups);
        observed.publisher(event.article, lookups);
        observed.language(&event.language.tag, lookups);
        if let Some(story) = event.story {
            observed.story(story, lookups);
        }
        observed.places.sort_unstable();
        observed.places.dedup();
        observed
    }

    /// Finds words and phrases. None goes over from one block to the next, and furniture of the page has none.
    fn words(&mut self, event: Finished<'_>, lookups: &Lookups) {
        let edges = [Field::Headline, Field::Body].map(|field| self.edges(event, field));
        let [of_headline, of_body] = &edges;
        for block in event.segments.blocks.iter().filter(|block| block.kind != BlockKind::Furniture) {
            let (field, edges) = match block.field {
                Field::Headline => (Field::Headline, of_headline),
                Field::Body => (Field::Body, of_body),
            };
            let points = CodePoints { start: block.start, end: block.end };
            let Some(span) = self.text.to_bytes(field, points) else { continue };
            let text = self.text.field(field);
            let folded = FoldedText::of(text, span);
            let part = Part { field: text, folded: &folded, borders: Borders::OfWords(edges.as_ref()) };
            lookups.words.find(part, |(atom, wanted), span| {
                if wanted.is_none_or(|wanted| wanted == field) {
                    self.add(*atom, field, span);
                }
            });
        }
    }

    fn edges(&self, event: Finished<'_>, field: Field) -> Option<TokenEdges> {
        let tokens = event.segments.tokens.as_ref()?;
        let of_field = tokens.iter().filter(|token| token.field == field);
        let points = of_field.map(|token| CodePoints { start: token.start, end: token.end });
        Some(TokenEdges::new(points.filter_map(|points| self.text.to_bytes(field, points))))
    }

    /// Finds names of mentions, and of the entities that they refer to.
    fn names(&mut self, entities: &Entities, lookups: &Lookups) {
        let mut found = Vec::new();
        for mention in entities.mentions.iter().filter(|mention| mention.entity_type.is_name()) {
            find_name(&mention.text, lookups, |atom, wanted| {
                if wanted.is_none_or(|wanted| wanted == mention.entity_type) {
                    found.push((atom, mention));
                }
            });
        }
        for (place, entity) in entities.entities.iter().enumerate() {
            let mentions = || entities.mentions.iter().filter(move |mention| mention.entity == Some(place));
            find_name(&entity.name, lookups, |atom, wanted| {
                if wanted.is_none_or(|wanted| wanted == entity.entity_type) {
                    self.truth.set(atom);
                    found.extend(mentions().map(|mention| (atom, mention)));
                }
            });
        }
        for (atom, mention) in found {
            self.add_mention(atom, mention);
        }
    }

    fn links(&mut self, entities: &Entities, lookups: &Lookups) {
        for (place, entity) in entities.entities.iter().enumerate() {
            for atom in linked(entity, lookups) {
                self.truth.set(atom);
                let mentions = entities.mentions.iter().filter(|mention| mention.entity == Some(place));
                for mention in mentions {
                    self.add_mention(atom, mention);
                }
            }
        }
    }

    fn publisher(&mut self, article: &Article, lookups: &Lookups) {
        let Some(source) = &article.source else { return };
        let folded = FoldedText::of(source, Span::whole(source));
        let part = Part { field: source, folded: &folded, borders: Borders::OfText };
        lookups.sources.find(part, |atom, _| self.truth.set(*atom));
    }

    /// `zh` is true for `zh-Hant`, too.
    fn language(&mut self, tag: &str, lookups: &Lookups) {
        let tag = tag.to_ascii_lowercase();
        let ends = tag.match_indices('-').map(|(end, _)| end).chain([tag.len()]);
        for end in ends {
            if let Some(atom) = tag.get(..end).and_then(|part| lookups.languages.get(part)) {
                self.truth.set(*atom);
            }
        }
    }

    fn story(&mut self, story: &Story, lookups: &Lookups) {
        for (count, least, atom) in &lookups.stories {
            let number = match count {
                StoryCount::Articles => story.size,
                StoryCount::Sources => story.sources,
            };
            if number >= *least {
                self.truth.set(*atom);
            }
        }
    }

    fn add_mention(&mut self, atom: u32, mention: &Mention) {
        let points = CodePoints { start: mention.start, end: mention.end };
        if let Some(span) = self.text.to_bytes(mention.field, points) {
            self.add(atom, mention.field, span);
        }
    }

    fn add(&mut self, atom: u32, field: Field, span: Span) {
        self.truth.set(atom);
        let Span { start, end } = span;
        self.places.push(Place { atom, is_in_body: field == Field::Body, start, end });
    }

    /// Returns the places that show these atoms, in reading order.
    pub(crate) fn found(&self, atoms: &BTreeSet<u32>, lookups: &Lookups) -> Vec<FoundSpan> {
        let mut places: Vec<&Place> = atoms.iter().flat_map(|atom| self.places_of(*atom)).collect();
        places.sort_unstable_by_key(|place| (place.is_in_body, place.start, place.end, place.atom));
        let found = places.into_iter().take(MOST_FOUND).filter_map(|place| {
            let field = if place.is_in_body { Field::Body } else { Field::Headline };
            let span = Span::new(place.start, place.end);
            let points = self.text.to_code_points(field, span);
            let text = span.of(self.text.field(field)).to_owned();
            let term = term(lookups.atoms.get(place.atom as usize)?);
            Some(FoundSpan { field, start: points.start, end: points.end, text, term })
        });
        found.collect()
    }

    fn places_of(&self, atom: u32) -> &[Place] {
        let start = self.places.partition_point(|place| place.atom < atom);
        let end = self.places.partition_point(|place| place.atom <= atom);
        self.places.get(start..end).unwrap_or_default()
    }
}

fn find_name(name: &str, lookups: &Lookups, mut each: impl FnMut(u32, Option<messages::EntityType>)) {
    let folded = FoldedText::of(name, Span::whole(name));
    let part = Part { field: name, folded: &folded, borders: Borders::OfText };
    lookups.names.find(part, |(atom, wanted), _| each(*atom, *wanted));
}

/// Returns the atoms for the ids of an entity.
fn linked<'l>(entity: &'l Entity, lookups: &'l Lookups) -> impl Iterator<Item = u32> + 'l {
    entity.links.iter().flat_map(|(scheme, id)| {
        let wanted = lookups.links.get(id).into_iter().flatten();
        let of_scheme =
            wanted.filter(move |(_, wanted)| wanted.as_ref().is_none_or(|wanted| wanted == scheme));
        of_scheme.map(|(atom, _)| *atom)
    })
}

/// Returns an atom as it is in the rule, without quotation marks.
fn term(atom: &Atom) -> String {
    match atom {
        Atom::Text { phrase, .. } | Atom::Name { phrase, .. } | Atom::Source(phrase) => {
            phrase.written().to_owned()
        }
        Atom::Link { scheme: None, id } | Atom::Language(id) => id.clone(),
        Atom::Link { scheme: Some(scheme), id } => format!("{scheme}:{id}"),
        Atom::Story { count: StoryCount::Articles, least } => format!("articles>={least}"),
        Atom::Story { count: StoryCount::Sources, least } => format!("sources>={least}"),
    }
}
