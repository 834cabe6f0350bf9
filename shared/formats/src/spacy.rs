//! A spaCy `Doc` as JSON, as `Doc.to_json` writes it and `Doc.from_json` reads it.
//!
//! The text is the headline, an empty line, and the body. `ents` also has the members `kb_id` and `kb_url`,
//! which displaCy shows as a link. Offsets are code points, which index strings of Python. The member `article`
//! is ours. It is not `_`, because `Doc.from_json` fails there for an extension that nobody has registered.

use std::collections::BTreeSet;

use messages::Field;
use serde_json::{Value, json};
use text::{CodePoints, Offsets, Script, Span};

use crate::{
    json::{line, object},
    links::links,
    view::{Located, View},
    whole::Whole,
};

/// Scripts that are written from right to left.
const RIGHT_TO_LEFT: [Script; 8] = [
    Script::Adlam,
    Script::Arabic,
    Script::Hebrew,
    Script::Hanifi_Rohingya,
    Script::Mandaic,
    Script::Nko,
    Script::Syriac,
    Script::Thaana,
];

/// Writes the article as one line of JSON.
pub(crate) fn write(view: &View<'_>) -> Vec<u8> {
    let whole = Whole::new(&view.event.article);
    let offsets = Offsets::new(&whole.text);
    let mentions = mentions(view, &whole);
    let sentences = sentences(view, &whole);
    let tokens = tokens(&whole.text, &edges(view, &whole, &mentions, &sentences));
    let points = |span: Span| offsets.to_code_points(span);
    let article = &view.event.article;
    line(&object([
        ("text", whole.text.as_str().into()),
        ("ents", mentions.iter().map(|(span, located)| entity(view, points(*span), located)).collect()),
        ("sents", sentences.iter().map(|span| bounds(points(*span))).collect()),
        ("tokens", tokens.iter().enumerate().map(|(id, span)| token(id, points(*span))).collect()),
        ("settings", settings(view)),
        (
            "article",
            object([
                ("id", article.id.as_str().into()),
                ("revision", article.revision.as_str().into()),
                ("language", view.language().into()),
                ("url", article.url.as_deref().into()),
                ("summary", view.summary().map(|summary| summary.text.as_str()).into()),
            ]),
        ),
    ]))
}

fn bounds(span: CodePoints) -> Value {
    json!({"start": span.start, "end": span.end})
}

fn token(id: usize, span: CodePoints) -> Value {
    json!({"id": id, "start": span.start, "end": span.end})
}

fn entity(view: &View<'_>, span: CodePoints, located: &Located<'_>) -> Value {
    let link = view.entity_of(located.mention).and_then(|entity| links(&entity.links).into_iter().next());
    object([
        ("start", span.start.into()),
        ("end", span.end.into()),
        ("label", located.mention.entity_type.as_str().into()),
        ("kb_id", link.as_ref().map(|link| link.id.as_str()).into()),
        ("kb_url", link.as_ref().map(|link| link.uri.as_str()).into()),
    ])
}

/// Returns the settings of displaCy: the language and the direction of the text.
fn settings(view: &View<'_>) -> Value {
    let script = view.event.language.as_ref().and_then(|found| Script::from_short_name(&found.script));
    let to_left = script.is_some_and(|script| RIGHT_TO_LEFT.contains(&script));
    object([("lang", view.language().into()), ("direction", to_left.then_some("rtl").into())])
}

/// Returns the mentions with their spans in the whole text, in its order. None overlaps another.
fn mentions<'e>(view: &View<'e>, whole: &Whole) -> Vec<(Span, Located<'e>)> {
    let fields = [Field::Headline, Field::Body].into_iter();
    let located = fields.flat_map(|field| view.disjoint_mentions(field));
    let placed = located.filter_map(|located| {
        let span = visible(&whole.text, whole.span(located.mention.field, located.bytes)?)?;
        Some((span, located))
    });
    placed.collect()
}

/// Returns the sentences in the whole text, in its order. None overlaps another.
fn sentences(view: &View<'_>, whole: &Whole) -> Vec<Span> {
    let segments = view.event.segments.iter();
    let spans = segments.flat_map(|segments| {
        segments.sentences.iter().filter_map(|sentence| {
            let field = segments.field_of(sentence);
            let bytes = view.positions.bytes(field, sentence.span())?;
            visible(&whole.text, whole.span(field, bytes)?)
        })
    });
    let mut sentences: Vec<Span> = spans.collect();
    sentences.sort_unstable();
    let mut end = 0;
    sentences.retain(|sentence| {
        let free = sentence.start >= end;
        end = if free { sentence.end } else { end };
        free
    });
    sentences
}

/// Returns the bytes at which a token must begin or end: those of the segmenter's tokens, mentions and
/// sentences. `Doc.from_json` rejects a mention or a sentence inside a token.
fn edges(
    view: &View<'_>,
    whole: &Whole,
    mentions: &[(Span, Located<'_>)],
    sentences: &[Span],
) -> BTreeSet<usize> {
    let tokens = view.event.segments.iter().flat_map(|segments| segments.tokens.iter().flatten());
    let tokens =
        tokens.filter_map(|token| whole.span(token.field, view.positions.bytes(token.field, token.span())?));
    let spans = tokens.chain(mentions.iter().map(|(span, _)| *span)).chain(sentences.iter().copied());
    spans.flat_map(|span| [span.start, span.end]).chain([whole.text.len()]).collect()
}

/// Splits `text` at the edges and around white space.
///
/// A token of white space is what spaCy makes of it: all of it after the one space that belongs to the word
/// before.
fn tokens(text: &str, edges: &BTreeSet<usize>) -> Vec<Span> {
    let mut tokens: Vec<Span> = Vec::new();
    let mut start = 0;
    let mut after_word = false;
    for run in runs(text, edges) {
        if !run.of(text).starts_with(is_space) {
            tokens.push(run);
            after_word = true;
            start = run.end;
            continue;
        }
        start = start.max(run.start);
        if after_word && run.of(text).starts_with(' ') {
            start += 1;
        }
        if start < run.end {
            tokens.push(Span::new(start, run.end));
        }
        after_word = false;
        start = run.end;
    }
    tokens
}

/// Splits `text` into runs of white space, and runs of other characters that no edge divides.
fn runs(text: &str, edges: &BTreeSet<usize>) -> Vec<Span> {
    let mut runs = Vec::new();
    let mut start = 0;
    let mut space = None;
    for (at, character) in text.char_indices() {
        let is_space = is_space(character);
        let divided = space != Some(is_space) || (!is_space && edges.contains(&at));
        if divided && at > start {
            runs.push(Span::new(start, at));
            start = at;
        }
        space = Some(is_space);
    }
    if start < text.len() {
        runs.push(Span::new(start, text.len()));
    }
    runs
}

/// Returns the span without white space at its ends, or `None` if nothing is left.
fn visible(text: &str, span: Span) -> Option<Span> {
    let inside = span.of(text);
    let start = span.start + inside.len() - inside.trim_start_matches(is_space).len();
    let trimmed = Span::new(start, start + inside.trim_matches(is_space).len());
    (!trimmed.is_empty()).then_some(trimmed)
}

/// Reports whether Python's `str.isspace` holds for a character. It counts four separators of ASCII, which
/// Unicode does not.
fn is_space(character: char) -> bool {
    character.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&character)
}
