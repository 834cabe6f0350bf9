//! Articles as a test writes them: a text with its mentions in brackets.

use messages::{
    Article, Block, BlockKind, Entities, Entity, EntityType, Field, Keyword, Language, Mention, Segments,
    Sentence, Summary, Token,
};
use serde_json::Value;
use text::{CodePoints, Offsets, Span};

use crate::{Enriched, Format, OffsetUnit};

/// Texts that are hard to count: emoji, a mark on its own, right-to-left, no spaces, a rare ideograph.
pub(super) const TEXTS: [&str; 6] = [
    "[LOC Oslo] is wet, said [PER Kari Dahl].",
    "👩‍👩‍👧 fled [LOC Cafe\u{301} Zürich] on [DATE 3 May], 🇳🇴.",
    "وصل [PER نجيب ساويرس] إلى [LOC القاهرة] اليوم.",
    "[LOC 北海道]の[LOC 𠮷野家]に大雪。",
    "[ORG ทีมข่าว] อยู่ที่ [LOC กรุงเทพ]",
    "A\tb \u{a0}[LOC Rio]\r\n\r\nc\u{2028}[MONEY €5 ]\u{1c}d",
];

/// Returns an enriched article. Mentions are `[TYPE text]`, and each field is one block of one sentence.
pub(super) fn article(headline: Option<&str>, body: &str) -> Enriched {
    let (headline, mut mentions) = match headline.map(|headline| marked(headline, Field::Headline)) {
        Some((text, mentions)) => (Some(text), mentions),
        None => (None, Vec::new()),
    };
    let (body, of_body) = marked(body, Field::Body);
    mentions.extend(of_body);
    let mut article = Article::from_body(body);
    article.id = "a-1".to_owned();
    article.revision = "r1".to_owned();
    article.headline = headline;
    let entities: Vec<Entity> =
        mentions.iter().filter(|mention| mention.entity_type.is_name()).map(entity).collect();
    let mut names = 0..;
    for mention in mentions.iter_mut().filter(|mention| mention.entity_type.is_name()) {
        mention.entity = names.next();
    }
    Enriched {
        segments: Some(segments(&article)),
        article,
        language: Some(language("en", "Latn")),
        entities: Some(Entities { mentions, entities }),
        summary: Some(Summary {
            text: "Rain fell.".to_owned(),
            keywords: vec![Keyword { text: "rain".to_owned(), score: 0.876 }],
            ..Summary::default()
        }),
        provenance: Vec::new(),
    }
}

pub(super) fn language(tag: &str, script: &str) -> Language {
    Language {
        tag: tag.to_owned(),
        iso639_3: String::new(),
        script: script.to_owned(),
        confidence: 1.0,
        reliable: true,
        alternatives: Vec::new(),
        paragraphs: Vec::new(),
    }
}

fn entity(mention: &Mention) -> Entity {
    Entity {
        name: mention.text.clone(),
        entity_type: mention.entity_type,
        salience: 0.5,
        mentions: 1,
        links: [("geonames".to_owned(), "7".to_owned())].into(),
        link_confidence: None,
    }
}

/// Returns the text without brackets, and the mentions that were in them.
fn marked(text: &str, field: Field) -> (String, Vec<Mention>) {
    let (mut plain, mut mentions) = (String::new(), Vec::new());
    for (number, part) in text.split('[').enumerate() {
        let inside =
            (number > 0).then(|| part.split_once(']').and_then(|(inside, _)| inside.split_once(' ')));
        let Some((name, inside)) = inside.flatten() else {
            plain.push_str(part);
            continue;
        };
        let start = plain.chars().count();
        plain.push_str(inside);
        mentions.push(Mention {
            field,
            start,
            end: plain.chars().count(),
            text: inside.to_owned(),
            entity_type: EntityType::from_name(name).unwrap(),
            entity: None,
            value: None,
            score: 0.5,
        });
        plain.push_str(part.split_once(']').unwrap().1);
    }
    (plain, mentions)
}

fn segments(article: &Article) -> Segments {
    let fields = [(Field::Headline, article.headline.as_deref()), (Field::Body, Some(article.body.as_str()))];
    let mut segments = Segments { tokens: Some(Vec::new()), ..Segments::default() };
    for (field, text) in fields.into_iter().filter_map(|(field, text)| Some((field, text?))) {
        let offsets = Offsets::new(text);
        let CodePoints { start, end } = offsets.to_code_points(Span::whole(text).trimmed(text));
        let kind = if field == Field::Headline { BlockKind::Headline } else { BlockKind::Paragraph };
        segments.sentences.push(Sentence { field, start, end, block: segments.blocks.len() });
        segments.blocks.push(Block { kind, field, start, end, dateline: None });
        let tokens = text::tokenize(text).map(|token| {
            let CodePoints { start, end } = offsets.to_code_points(token.span);
            Token { field, start, end }
        });
        segments.tokens.as_mut().unwrap().extend(tokens);
    }
    segments
}

/// Writes an article, which must succeed.
pub(super) fn written(format: Format, article: &Enriched, unit: OffsetUnit) -> String {
    String::from_utf8(format.article(article, unit).unwrap()).unwrap()
}

/// Writes an article in a JSON format with code points.
pub(super) fn json(format: Format, article: &Enriched) -> Value {
    let line = written(format, article, OffsetUnit::CodePoints);
    assert_eq!(line.matches('\n').count(), 1, "one line: {line}");
    serde_json::from_str(&line).unwrap()
}

/// Returns the characters from `start` to `end`, as Python slices a string.
pub(super) fn code_points(text: &str, start: &Value, end: &Value) -> String {
    let (start, end) = (start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
    assert!(start <= end && end <= text.chars().count());
    text.chars().skip(start).take(end - start).collect()
}

/// Returns the UTF-16 units from `start` to `end`, as JavaScript slices a string.
pub(super) fn utf16(text: &str, start: &Value, end: &Value) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let (start, end) = (start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
    String::from_utf16(&units[start..end]).unwrap()
}
