//! The text of an article with its layers: blocks, languages, the sentences of the summary, mentions.

use formats::{Enriched, escaped};
use maud::{Markup, PreEscaped, html};
use messages::{ArticleText, BlockKind, Field, Mention, UNDETERMINED};
use text::Span;

use super::view::View;
use crate::pages::{
    escape::is_unseen,
    marks::{Element, disjoint, nested},
    words,
};

/// The characters of a title that is made from a text without a headline.
const TITLE: usize = 80;

/// Returns the headline as sent, else as found in the body, else the first words of the body.
pub(super) fn title(event: &Enriched) -> String {
    let text = ArticleText::new(&event.article);
    let blocks = event.segments.iter().flat_map(|segments| &segments.blocks);
    let found = blocks
        .filter(|block| block.kind == BlockKind::Headline)
        .map(|block| text.slice(block.field, block.span()));
    let body = event.article.body.trim().lines().next();
    let candidates = event.article.headline.as_deref().into_iter().chain(found).chain(body);
    let title = candidates.map(str::trim).find(|title| !title.is_empty()).unwrap_or("(no text)");
    match title.char_indices().nth(TITLE) {
        Some((end, _)) => format!("{}…", title.get(..end).unwrap_or_default()),
        None => title.to_owned(),
    }
}

/// Returns the tag of the article's language, or `None` if there is none.
pub(super) fn language(event: &Enriched) -> Option<&str> {
    event.language.as_ref().map(|language| language.tag.as_str()).filter(|tag| *tag != UNDETERMINED)
}

/// Returns the headline field with its layers. Without one, the page has a heading for screen readers only.
pub(super) fn headline(view: &View) -> Markup {
    let sent = view.event.article.headline.as_deref().filter(|headline| !headline.trim().is_empty());
    html! {
        @if sent.is_some() {
            h1 #headline dir="auto" { (PreEscaped(marked(view, Field::Headline))) }
        } @else {
            h1.away dir="auto" { (title(&view.event)) }
        }
    }
}

/// Returns the body with its layers.
pub(super) fn body(view: &View) -> Markup {
    html! { div #body .body { (PreEscaped(marked(view, Field::Body))) } }
}

/// Warns of characters that may make the text look other than it is.
pub(super) fn warning(event: &Enriched) -> Markup {
    let fields = [event.article.headline.as_deref(), Some(event.article.body.as_str())];
    let unseen =
        fields.into_iter().flatten().flat_map(str::chars).filter(|character| is_unseen(*character)).count();
    html! {
        @if unseen > 0 {
            p.banner {
                "The text has " (words::counted(unseen as u64, "unseen character"))
                ": controls, or marks of direction. The JSON shows their codes."
            }
        }
    }
}

/// Writes a field with its layers as nested elements.
fn marked(view: &View, field: Field) -> String {
    let article = ArticleText::new(&view.event.article);
    let text = article.field(field);
    let layers = Layers::new(view, &article, field);
    let spans =
        [spans(&layers.blocks), spans(&layers.languages), spans(&layers.extract), spans(&layers.mentions)];
    nested(text, &spans, |layer, index| layers.element(layer, index, view))
}

fn spans<T>(layer: &[(Span, T)]) -> Vec<Span> {
    layer.iter().map(|(span, _)| *span).collect()
}

/// The layers of a field, from the outermost to the innermost. Each is disjoint.
struct Layers<'v> {
    blocks: Vec<(Span, BlockKind)>,
    languages: Vec<(Span, &'v str)>,
    extract: Vec<(Span, ())>,
    mentions: Vec<(Span, &'v Mention)>,
}

impl<'v> Layers<'v> {
    fn new(view: &'v View, article: &ArticleText<'_>, field: Field) -> Self {
        let text = article.field(field);
        let event = &view.event;
        let located = |span| article.to_bytes(field, span);
        let mentions = event.entities.iter().flat_map(|entities| &entities.mentions);
        let mentions = mentions.filter(|mention| mention.field == field);
        let mentions = mentions.filter_map(|mention| Some((located(mention.span())?, mention))).collect();
        let languages = event.language.iter().flat_map(|language| &language.paragraphs);
        let languages = languages.filter(|_| field == Field::Body);
        let languages =
            languages.filter_map(|span| Some((located(span.span())?, span.tag.as_str()))).collect();
        Self {
            blocks: blocks(event, article, field),
            languages: disjoint(text, languages),
            extract: disjoint(text, extract(event, article, field)),
            mentions: disjoint(text, mentions),
        }
    }

    /// Returns the tags for a span of one of the layers.
    fn element(&self, layer: usize, index: usize, view: &View) -> Element {
        match layer {
            0 => self.blocks.get(index).map(|(_, kind)| block(*kind)),
            1 => self.languages.get(index).map(|(_, tag)| foreign(tag)),
            2 => Some(Element { open: "<mark class=\"extract\">".to_owned(), close: "</mark>" }),
            _ => self.mentions.get(index).map(|(_, mention)| self::mention(mention, view.choice.entity)),
        }
        .unwrap_or_else(|| Element { open: "<span>".to_owned(), close: "</span>" })
    }
}

/// Returns the blocks of a field. The headline is one element of the page already. A body without blocks is one
/// block.
fn blocks(event: &Enriched, article: &ArticleText<'_>, field: Field) -> Vec<(Span, BlockKind)> {
    if field == Field::Headline {
        return Vec::new();
    }
    let text = article.field(field);
    let all = event.segments.iter().flat_map(|segments| &segments.blocks);
    let of_field = all.filter(|block| block.field == field);
    let located = of_field.filter_map(|block| Some((article.to_bytes(field, block.span())?, block.kind)));
    let blocks = disjoint(text, located.collect());
    if blocks.is_empty() { vec![(Span::whole(text), BlockKind::Other)] } else { blocks }
}

/// Returns the sentences that the summary chose.
fn extract(event: &Enriched, article: &ArticleText<'_>, field: Field) -> Vec<(Span, ())> {
    let Some(segments) = &event.segments else { return Vec::new() };
    let chosen = event.summary.iter().flat_map(|summary| &summary.sentences);
    let chosen = chosen.filter_map(|index| segments.sentences.get(*index));
    let of_field = chosen.filter(|sentence| segments.field_of(sentence) == field);
    of_field.filter_map(|sentence| Some((article.to_bytes(field, sentence.span())?, ()))).collect()
}

/// Returns the tags of a block. Its direction is that of its first letter, whatever stands around it.
fn block(kind: BlockKind) -> Element {
    let (tag, class, close) = match kind {
        BlockKind::Headline => ("h2", "found", "</h2>"),
        BlockKind::Subheading => ("h2", "subheading", "</h2>"),
        BlockKind::Pullquote => ("blockquote", "pullquote", "</blockquote>"),
        BlockKind::Byline => ("p", "byline", "</p>"),
        BlockKind::Dateline => ("p", "dateline", "</p>"),
        BlockKind::Item => ("p", "item", "</p>"),
        BlockKind::Caption => ("p", "caption", "</p>"),
        BlockKind::Trailer => ("p", "trailer", "</p>"),
        BlockKind::Furniture => ("p", "furniture", "</p>"),
        BlockKind::Paragraph | BlockKind::Other => ("p", "paragraph", "</p>"),
    };
    Element { open: format!("<{tag} class=\"{class}\" dir=\"auto\">"), close }
}

fn foreign(tag: &str) -> Element {
    let title = escaped(&words::language(tag)).into_owned();
    Element { open: format!("<span lang=\"{}\" title=\"{title}\">", escaped(tag)), close: "</span>" }
}

fn mention(mention: &Mention, chosen: Option<usize>) -> Element {
    let class = words::type_class(mention.entity_type);
    let lit = if mention.entity.is_some() && mention.entity == chosen { " lit" } else { "" };
    let entity = mention.entity.map(|entity| format!(" data-entity=\"{entity}\"")).unwrap_or_default();
    let value = mention.value.as_deref().filter(|value| *value != mention.text);
    let value = value.map(|value| format!(" = {value}")).unwrap_or_default();
    let title = format!("{}{value}, {}", mention.entity_type.as_str(), words::percent(mention.score));
    Element {
        open: format!("<span class=\"mention {class}{lit}\"{entity} title=\"{}\">", escaped(&title)),
        close: "</span>",
    }
}
