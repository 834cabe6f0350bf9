//! Builds the summarizer's input from articles in a simple notation.
//!
//! A line is `# headline`, `@ dateline`, `~ trailer`, `% furniture` or `= Name TYPE` (a name that the tagger found). Every
//! other line is a paragraph, with ` | ` between its sentences.

use std::collections::BTreeMap;

use messages::{
    Article, ArticleReceived, Block, BlockKind, Entities, EntitiesTagged, Entity, EntityType, Field,
    Language, Mention, Provenance, Segments, Sentence, StageIdentity, StageName,
};

/// Returns the event of an article in this notation, segmented and tagged as written.
pub(crate) fn tagged(language: &str, marked_up: &str) -> EntitiesTagged {
    let joint = if matches!(language, "zh" | "ja") { "" } else { " " };
    let (mut body, mut segments, mut names) = (String::new(), Segments::default(), Vec::new());
    let mut separator = "";
    for line in marked_up.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (kind, text) = match line.split_once(' ') {
            Some(("#", text)) => (BlockKind::Headline, text),
            Some(("@", text)) => (BlockKind::Dateline, text),
            Some(("~", text)) => (BlockKind::Trailer, text),
            Some(("%", text)) => (BlockKind::Furniture, text),
            Some(("=", name)) => {
                names.extend(name.rsplit_once(' '));
                continue;
            }
            _ => (BlockKind::Paragraph, line),
        };
        body.push_str(separator);
        separator = if kind == BlockKind::Dateline { " " } else { "\n\n" };
        append(&mut body, &mut segments, kind, &text.split(" | ").collect::<Vec<_>>(), joint);
    }
    let entities = entities(&body, &names);
    event(Article::from_body(body), language, segments, entities)
}

/// Assembles an event from its layers.
pub(crate) fn event(
    article: Article,
    language: &str,
    segments: Segments,
    entities: Entities,
) -> EntitiesTagged {
    let language = Language {
        tag: language.to_owned(),
        iso639_3: "und".to_owned(),
        script: "Zyyy".to_owned(),
        confidence: 1.0,
        reliable: true,
        alternatives: Vec::new(),
        paragraphs: Vec::new(),
    };
    let by = |stage| Provenance::ok(&StageIdentity { stage, version: "0", model: "by-hand".to_owned() });
    ArticleReceived { article }
        .detected(language, by(StageName::Detect))
        .segmented(segments, by(StageName::Segment))
        .tagged(entities, by(StageName::Tag))
}

fn append(body: &mut String, segments: &mut Segments, kind: BlockKind, sentences: &[&str], joint: &str) {
    let block = segments.blocks.len();
    let start = body.chars().count();
    for (number, sentence) in sentences.iter().enumerate() {
        body.push_str(if number == 0 { "" } else { joint });
        let start = body.chars().count();
        body.push_str(sentence);
        if kind != BlockKind::Dateline {
            let end = body.chars().count();
            segments.sentences.push(Sentence { field: Field::Body, start, end, block });
        }
    }
    segments.blocks.push(Block {
        kind,
        field: Field::Body,
        start,
        end: body.chars().count(),
        dateline: None,
    });
}

/// Makes every occurrence of each name a mention. The salience of a name is its share of all mentions.
fn entities(body: &str, names: &[(&str, &str)]) -> Entities {
    let mut layer = Entities::default();
    for (entity, (name, kind)) in names.iter().enumerate() {
        let entity_type = match *kind {
            "PER" => EntityType::Per,
            "ORG" => EntityType::Org,
            "LOC" => EntityType::Loc,
            "DATE" => EntityType::Date,
            _ => EntityType::Misc,
        };
        let starts =
            body.match_indices(name).map(|(byte, _)| body.get(..byte).unwrap_or_default().chars().count());
        let mentions: Vec<Mention> = starts
            .map(|start| Mention {
                field: Field::Body,
                start,
                end: start + name.chars().count(),
                text: (*name).to_owned(),
                entity_type,
                entity: Some(entity),
                value: None,
                score: 1.0,
            })
            .collect();
        assert!(!mentions.is_empty(), "{name} is not in the article");
        let (name, count) = ((*name).to_owned(), mentions.len());
        layer.entities.push(Entity {
            name,
            entity_type,
            salience: 0.0,
            mentions: count,
            links: BTreeMap::default(),
            link_confidence: None,
        });
        layer.mentions.extend(mentions);
    }
    layer.mentions.sort_by_key(|mention| mention.start);
    let all = layer.mentions.len().max(1) as f64;
    layer.entities.iter_mut().for_each(|entity| entity.salience = entity.mentions as f64 / all);
    layer
}
