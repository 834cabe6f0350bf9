//! The names of an article by type. An opened name shows its links, its confidence and its mentions.

use formats::{Link, links};
use maud::{Markup, html};
use messages::{Entities, Entity, Mention};

use super::view::View;
use crate::pages::{
    query,
    words::{self, TYPES},
};

/// The mentions that an opened name lists.
const LISTED: usize = 30;

/// Lists the names, then dates and amounts. Says so if there are none.
pub(super) fn section(view: &View, entities: &Entities) -> Markup {
    html! {
        section {
            h2 { "Names" }
            @if entities.mentions.is_empty() { p.empty { "None found." } }
            @for (entity_type, heading) in TYPES {
                @let of_type: Vec<(usize, &Entity)> = entities.entities.iter().enumerate()
                    .filter(|(_, entity)| entity.entity_type == entity_type).collect();
                @if !of_type.is_empty() {
                    h3 { span.swatch.(words::type_class(entity_type)) {} (heading) }
                    @for (index, entity) in of_type { (self::entity(view, entities, index, entity)) }
                }
            }
            (amounts(entities))
        }
    }
}

fn entity(view: &View, entities: &Entities, index: usize, entity: &Entity) -> Markup {
    let is_chosen = view.choice.entity == Some(index);
    let address = query::with(
        &view.address(),
        [("revision", view.choice.revision.as_deref()), ("entity", Some(index.to_string().as_str()))],
    );
    let mentions: Vec<&Mention> =
        entities.mentions.iter().filter(|mention| mention.entity == Some(index)).collect();
    html! {
        details.entity #{ "entity-" (index) } name="entity" data-pick=(index) open[is_chosen] {
            summary {
                bdi { (entity.name) }
                span.times { "×" (entity.mentions) }
            }
            dl {
                dt { "salience" } dd { (words::percent(entity.salience)) }
                (self::links_of(entity))
                dt { "mentions" }
                dd { ul { @for mention in mentions.iter().take(LISTED) { (self::mention(mention)) } } }
            }
            @if mentions.len() > LISTED { p.small { "and " (mentions.len() - LISTED) " more" } }
            p.steps {
                button type="button" data-step="-1" hidden { "Previous mention" }
                button type="button" data-step="1" hidden { "Next mention" }
                // Without scripts the mentions light up by the address.
                a.unscripted href=(address) { "Light up in the text" }
            }
        }
    }
}

fn links_of(entity: &Entity) -> Markup {
    let known = links(&entity.links);
    html! {
        @if !known.is_empty() {
            dt { "links" }
            dd {
                @for Link { id, uri } in &known {
                    a href=(uri) rel="noreferrer noopener" target="_blank" { (id) } " "
                }
                @if let Some(confidence) = entity.link_confidence { "(" (words::percent(confidence)) ")" }
            }
        }
    }
}

fn mention(mention: &Mention) -> Markup {
    html! {
        li { bdi { (mention.text) } " " span.small { (words::percent(mention.score)) ", from " (mention.start) } }
    }
}

/// Lists dates and amounts by type, each text once, with its normalized value.
fn amounts(entities: &Entities) -> Markup {
    html! {
        @for (entity_type, heading) in TYPES.into_iter().filter(|(entity_type, _)| !entity_type.is_name()) {
            @let of_type = distinct(entities.mentions.iter().filter(|mention| mention.entity_type == entity_type));
            @if !of_type.is_empty() {
                h3 { span.swatch.(words::type_class(entity_type)) {} (heading) }
                ul.amounts {
                    @for mention in of_type {
                        li {
                            bdi { (mention.text) }
                            @if let Some(value) = mention.value.as_deref().filter(|value| *value != mention.text) {
                                " " code { (value) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Returns the first mention of each text and value.
fn distinct<'m>(mentions: impl Iterator<Item = &'m Mention>) -> Vec<&'m Mention> {
    let mut seen = std::collections::BTreeSet::new();
    mentions.filter(|mention| seen.insert((&mention.text, &mention.value))).collect()
}
