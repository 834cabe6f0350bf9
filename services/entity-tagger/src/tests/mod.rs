//! Tests of whole articles: a text with its expected mentions in brackets.

mod calendars;
mod clusters;
mod grammar;
mod links;
mod names;
mod properties;

use std::sync::{Arc, LazyLock};

use messages::{
    Article, ArticleReceived, Block, BlockKind, Dateline, EntitiesTagged, Excerpt, Field, Language, Outcome,
    Provenance, Segments, Sentence, Stage, StageName, TextSegmented,
};
use text::{Offsets, Span};

use crate::EntityTagger;
use crate::gazetteer::Gazetteer;
use crate::mentions::RuleModel;

static TAGGER: LazyLock<EntityTagger> = LazyLock::new(EntityTagger::new);

/// The tagger with rules only, as in languages without a trained model.
static RULES: LazyLock<EntityTagger> =
    LazyLock::new(|| EntityTagger::with_model(Box::new(RuleModel::new(Arc::new(Gazetteer::load())))));

/// An article to tag: its language, headline and body, and the segments that the segmenter would find.
struct Story<'s> {
    language: &'s str,
    headline: Option<&'s str>,
    body: &'s str,
    published_at: Option<&'s str>,
    /// The dateline at the start of the first paragraph: all of it, the place, the source.
    dateline: Option<(&'s str, &'s str, &'s str)>,
}

impl<'s> Story<'s> {
    fn new(language: &'s str, body: &'s str) -> Self {
        Self { language, headline: None, body, published_at: None, dateline: None }
    }

    fn tag(&self) -> EntitiesTagged {
        TAGGER.process(self.event()).unwrap()
    }

    fn event(&self) -> TextSegmented {
        let mut article = Article::from_body(self.body);
        article.headline = self.headline.map(str::to_owned);
        article.published_at = self.published_at.map(str::to_owned);
        let language = Language {
            tag: self.language.to_owned(),
            iso639_3: "und".to_owned(),
            script: if self.language == "km" { "Khmr" } else { "Latn" }.to_owned(),
            confidence: 1.0,
            reliable: true,
            alternatives: Vec::new(),
            paragraphs: Vec::new(),
        };
        let by = |stage| Provenance {
            stage,
            version: "0".to_owned(),
            model: "test".to_owned(),
            outcome: Outcome::Ok,
            reason: None,
            limits: Vec::new(),
        };
        let segments = self.segments();
        ArticleReceived { article }
            .detected(language, by(StageName::Detect))
            .segmented(segments, by(StageName::Segment))
    }

    /// Makes each line a paragraph, and ends a sentence after a stop and a space.
    fn segments(&self) -> Segments {
        let mut segments = Segments::default();
        if let Some(headline) = self.headline {
            let end = headline.chars().count();
            segments.blocks.push(block(BlockKind::Headline, Field::Headline, 0, end, None));
            segments.sentences.push(Sentence { field: Field::Headline, start: 0, end, block: 0 });
        }
        let offsets = Offsets::new(self.body);
        let push = |segments: &mut Segments, kind, span: Span, dateline| {
            let points = offsets.to_code_points(span);
            segments.blocks.push(block(kind, Field::Body, points.start, points.end, dateline));
        };
        let mut at = 0;
        for line in self.body.split_inclusive('\n') {
            let mut span = Span::new(at, at + line.len()).trimmed(self.body);
            at += line.len();
            if let Some((whole, place, source)) = self.dateline.filter(|(whole, ..)| line.starts_with(whole))
            {
                let excerpt = |part: &str| {
                    let start = span.start + whole.find(part).unwrap();
                    let points = offsets.to_code_points(Span::new(start, start + part.len()));
                    Some(Excerpt { start: points.start, end: points.end, text: part.to_owned() })
                };
                let parts = Dateline { place: excerpt(place), date: None, source: excerpt(source) };
                push(
                    &mut segments,
                    BlockKind::Dateline,
                    Span::new(span.start, span.start + whole.len()),
                    Some(parts),
                );
                span = Span::new(span.start + whole.len(), span.end).trimmed(self.body);
            }
            if span.is_empty() {
                continue;
            }
            push(&mut segments, BlockKind::Paragraph, span, None);
            let block = segments.blocks.len() - 1;
            for sentence in sentences(span, self.body) {
                let points = offsets.to_code_points(sentence.trimmed(self.body));
                let (start, end) = (points.start, points.end);
                segments.sentences.push(Sentence { field: Field::Body, start, end, block });
            }
        }
        segments
    }
}

/// Ends a sentence with a stop and a space, after a word of more than two letters.
fn sentences(span: Span, body: &str) -> Vec<Span> {
    let (mut found, mut start, mut at) = (Vec::new(), span.start, span.start);
    for piece in span.of(body).split_inclusive(". ") {
        at += piece.len();
        let word = piece.trim_end_matches(['.', ' ']).rsplit(' ').next().unwrap_or_default();
        if word.chars().count() > 2 || at == span.end {
            found.push(Span::new(start, at));
            start = at;
        }
    }
    found
}

fn block(kind: BlockKind, field: Field, start: usize, end: usize, dateline: Option<Dateline>) -> Block {
    Block { kind, field, start, end, dateline }
}

/// Returns the body with its mentions in brackets: `[PER Ada Lovelace] met [PER Babbage]`.
fn bracketed(tagged: &EntitiesTagged, keep: impl Fn(&messages::Mention) -> bool) -> String {
    let characters: Vec<char> = tagged.article.body.chars().collect();
    let (mut out, mut at) = (String::new(), 0);
    for mention in
        tagged.entities.mentions.iter().filter(|mention| mention.field == Field::Body && keep(mention))
    {
        out.extend(&characters[at..mention.start]);
        let value = mention.value.as_ref().map(|value| format!("={value}")).unwrap_or_default();
        for part in ["[", mention.entity_type.as_str(), &value, " ", &mention.text, "]"] {
            out.push_str(part);
        }
        at = mention.end;
    }
    out.extend(&characters[at..]);
    out
}

/// Returns the text without its brackets.
fn plain(expected: &str) -> String {
    let mut out = String::new();
    let mut rest = expected;
    while let Some((before, after)) = rest.split_once('[') {
        out.push_str(before);
        let (inside, behind) = after.split_once(']').unwrap();
        out.push_str(inside.split_once(' ').unwrap().1);
        rest = behind;
    }
    out + rest
}
