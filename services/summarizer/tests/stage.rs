//! Properties of the stage that hold for any article.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at the first surprise")]

mod support;

use std::collections::BTreeMap;

use messages::{
    Article, ArticleSummarized, ArticleText, Block, BlockKind, Entities, EntitiesTagged, Entity, EntityType,
    Event, Field, Mention, Outcome, Segments, Sentence, Stage,
};
use proptest::prelude::*;
use summarizer::{Budget, Summarizer};

const STORM: &str = include_str!("articles/en.txt");

fn summarize(budget: Budget, event: EntitiesTagged) -> ArticleSummarized {
    Summarizer::new(budget).process(event).unwrap()
}

/// Returns the chosen sentences, cut from the article by their indexes.
fn chosen(event: &ArticleSummarized) -> Vec<&str> {
    let text = ArticleText::new(&event.article);
    let sentence = |index: &usize| {
        let sentence = &event.segments.sentences[*index];
        text.slice(event.segments.field_of(sentence), sentence.span())
    };
    event.summary.sentences.iter().map(sentence).collect()
}

fn words(sentence: &str) -> usize {
    use text::TokenKind::{Number, Word};
    text::tokenize(sentence).filter(|token| matches!(token.kind, Word | Number)).count()
}

#[test]
fn takes_three_sentences_by_default_with_the_lead() {
    let event = Summarizer::default().process(support::tagged("en", STORM)).unwrap();
    assert_eq!(event.summary.sentences.len(), 3);
    assert!(event.summary.text.starts_with("A spring storm cut power to half of Bergen"));
}

#[test]
fn the_text_is_the_sentences_joined_by_one_space() {
    let event = summarize(Budget::Sentences(4), support::tagged("en", STORM));
    assert_eq!(event.summary.text, chosen(&event).join(" "));
}

#[test]
fn chinese_and_japanese_sentences_are_joined_by_nothing() {
    for (language, article) in
        [("zh", include_str!("articles/zh.txt")), ("ja", include_str!("articles/ja.txt"))]
    {
        let event = summarize(Budget::Sentences(2), support::tagged(language, article));
        assert_eq!(event.summary.text, chosen(&event).concat());
    }
}

#[test]
fn never_takes_headline_and_trailer() {
    let event = summarize(Budget::Ratio(1.0), support::tagged("en", STORM));
    // Sentence 10 and 11 are a caption and a link of the page.
    assert_eq!(event.summary.sentences, (1..=9).collect::<Vec<_>>());
    assert!(!event.summary.text.contains("Storm cuts power"));
    assert!(!event.summary.text.contains("Reporting by"));
    assert!(!event.summary.text.contains("(NTB)"));
}

#[test]
fn takes_captions_questions_and_phrases_of_web_pages_last() {
    let event = summarize(Budget::Sentences(5), support::tagged("en", STORM));
    for unwanted in ["Photo of the harbour", "Read more", "Where were"] {
        assert!(!event.summary.text.contains(unwanted), "{unwanted}");
    }
}

#[test]
fn takes_no_sentence_with_a_pronoun_without_the_one_it_refers_to() {
    let event = summarize(Budget::Sentences(3), support::tagged("en", STORM));
    assert!(!event.summary.text.contains("They had been out of service"), "{}", event.summary.text);
}

#[test]
fn an_article_within_the_budget_is_returned_whole() {
    let article = "# Rain\nRain fell in Oslo. | It was warm.\nWill it last?";
    for budget in [Budget::Sentences(3), Budget::Words(100), Budget::Ratio(1.0)] {
        assert_eq!(
            summarize(budget, support::tagged("en", article)).summary.sentences,
            [1, 2, 3],
            "{budget}"
        );
    }
}

#[test]
fn does_not_take_a_repetition() {
    let article = "The council of Turku approved the harbour tunnel on Monday after a long debate.
        The harbour tunnel was approved by the council of Turku on Monday after long debate.
        Fishermen fear for the herring that spawn along the northern shore in spring.
        A vote in the national parliament is expected before the summer recess begins.";
    let event = summarize(Budget::Sentences(2), support::tagged("en", article));
    assert_eq!(event.summary.sentences[0], 0);
    assert_ne!(event.summary.sentences[1], 1);
}

#[test]
fn a_word_budget_is_filled_without_cutting_a_sentence() {
    let event = summarize(Budget::Words(60), support::tagged("en", STORM));
    let taken: usize = chosen(&event).into_iter().map(words).sum();
    assert!((45..=60).contains(&taken), "{taken} words");
}

#[test]
fn a_budget_in_characters_counts_the_spaces_between_sentences() {
    let article =
        "Rain fell in Oslo on Sunday.\nSnow fell in Bergen on Monday.\nHail fell on the roofs of Turku.";
    let two = "Rain fell in Oslo on Sunday. Snow fell in Bergen on Monday.".len();
    for (budget, expected) in [(two, 2), (two - 1, 1)] {
        let event = summarize(Budget::Characters(budget), support::tagged("en", article));
        assert_eq!(event.summary.sentences.len(), expected, "{budget}");
    }
}

#[test]
fn a_budget_too_small_for_any_sentence_gives_one_sentence() {
    for budget in [Budget::Words(1), Budget::Ratio(0.001), Budget::Words(0), Budget::Sentences(0)] {
        assert_eq!(summarize(budget, support::tagged("en", STORM)).summary.sentences.len(), 1, "{budget}");
    }
}

#[test]
fn keeps_the_line_break_of_a_sentence_on_two_lines() {
    let body = "Rain fell\r\nin Oslo. Snow fell in Bodø.";
    let sentence = |start, end| Sentence { field: Field::Body, start, end, block: 0 };
    let block = Block { kind: BlockKind::Paragraph, field: Field::Body, start: 0, end: 39, dateline: None };
    let segments =
        Segments { blocks: vec![block], sentences: vec![sentence(0, 19), sentence(20, 38)], tokens: None };
    let event = support::event(Article::from_body(body), "en", segments, Entities::default());
    assert_eq!(summarize(Budget::default(), event).summary.text, body);
}

#[test]
fn an_article_without_sentences_is_skipped_with_a_reason() {
    let event = summarize(Budget::default(), support::tagged("en", "# Only a headline\n~ and a trailer"));
    let by = event.provenance.last().unwrap();
    assert_eq!((by.outcome, by.reason.as_deref()), (Outcome::Skipped, Some("no_sentences")));
    assert_eq!(*event.summary, messages::Summary::default());
}

#[test]
fn a_text_that_is_only_furniture_is_skipped_with_a_reason() {
    let event =
        summarize(Budget::default(), support::tagged("en", "% Advertisement\n% Sign up for our newsletter"));
    let by = event.provenance.last().unwrap();
    assert_eq!((by.outcome, by.reason.as_deref()), (Outcome::Skipped, Some("only_furniture")));
    assert_eq!(*event.summary, messages::Summary::default());
}

#[test]
fn furniture_and_headings_do_not_pad_a_summary() {
    let article = "Snow closed the pass on Monday.\n% Read more: Snow\nWhat comes next\nPloughs will clear it by Friday.";
    let event = summarize(Budget::default(), support::tagged("en", article));
    assert_eq!(event.summary.text, "Snow closed the pass on Monday. Ploughs will clear it by Friday.");
}

#[test]
fn a_quotation_of_several_sentences_is_not_cut() {
    let article = "Snow closed the pass between Turku and the coast on Monday, the police said.\n\
        “We have never seen so much snow. We lost the road in an hour. We will pay for it,” said Mayor Ola Reid.\n\
        Two lorries and a bus were stuck for nine hours near the top of the pass.\n\
        The road will be cleared by Friday, and the schools stay closed until then.";
    let article = article.replace(". ", ". | ");
    let event = summarize(Budget::default(), support::tagged("en", &article));
    assert_eq!(event.summary.sentences.len(), 3);
    assert!(!event.summary.text.contains(['“', '”']), "{}", event.summary.text);
}

#[test]
fn provenance_names_the_rules_and_their_limits() {
    let known = summarize(Budget::default(), support::tagged("en", STORM));
    let by = known.provenance.last().unwrap();
    assert_eq!((by.model.as_str(), by.limits.len()), ("extract-5", 0));
    let unknown = summarize(Budget::default(), support::tagged("und", STORM));
    let limits = ["no_stop_words_for_language", "weights_not_tuned_for_language"];
    assert_eq!(unknown.provenance.last().unwrap().limits, limits);
    let by_hand = summarize(Budget::default(), support::tagged("de", STORM));
    assert_eq!(by_hand.provenance.last().unwrap().limits, limits[1..]);
}

#[test]
fn suggests_the_best_short_sentence_for_a_missing_headline() {
    let article = "A spring storm that came in from the Atlantic cut power to half of Bergen on Sunday and closed the airport \
        for nine hours, the grid operator said.\nIt was the worst storm in the city.\nWill power return to Bergen?\n\
        The storm brought down 60 pylons near Bergen.\n“Power to Bergen comes first,” the operator said.";
    let event = summarize(Budget::Sentences(1), support::tagged("en", article));
    let suggested = event.summary.suggested_headline.clone().unwrap();
    assert_eq!(suggested.text, "The storm brought down 60 pylons near Bergen.");
    assert_eq!(suggested.sentence, 3);
}

#[test]
fn suggests_no_headline_for_an_article_that_has_one() {
    assert_eq!(summarize(Budget::default(), support::tagged("en", STORM)).summary.suggested_headline, None);
}

#[test]
fn suggests_no_headline_without_a_short_clear_sentence() {
    let event =
        summarize(Budget::default(), support::tagged("en", "He left.\nWill he return to the city soon?"));
    assert_eq!(event.summary.suggested_headline, None);
}

#[test]
fn an_entity_without_a_mention_in_the_body_is_not_a_keyword() {
    let mut mention = support::tagged("en", STORM).entities.mentions[0].clone();
    mention.field = Field::Headline;
    mention.entity = Some(0);
    let entity = Entity {
        name: "Nowhere".into(),
        entity_type: EntityType::Loc,
        salience: 1.0,
        mentions: 1,
        links: BTreeMap::default(),
        link_confidence: None,
    };
    let event = support::tagged("en", STORM);
    let entities = Entities { mentions: vec![mention], entities: vec![entity] };
    let event = support::event(event.article.clone(), "en", (*event.segments).clone(), entities);
    let summarized = summarize(Budget::default(), event);
    assert!(summarized.summary.keywords.iter().all(|keyword| keyword.text != "Nowhere"));
}

#[test]
fn a_name_only_in_dateline_or_trailer_is_not_a_keyword() {
    let article = "# Ferry resumes\n@ TURKU (STT) —\nThe ferry to Naantali resumed on Monday.\n~ © STT 2026\n\
        = STT ORG\n= TURKU LOC\n= Naantali LOC";
    let summarized = summarize(Budget::default(), support::tagged("en", article));
    let keywords: Vec<&str> =
        summarized.summary.keywords.iter().map(|keyword| keyword.text.as_str()).collect();
    assert_eq!(keywords, ["ferry", "Naantali"]);
}

fn clumsy_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "Oslo",
        "oslo ",
        "He ",
        "the ",
        "storm ",
        "42 ",
        ". ",
        "? ",
        "“",
        "”",
        "\"",
        "(",
        "\n",
        "\r\n",
        " ",
        "北京",
        "雨",
        "。",
        "しかし",
        "カメラ",
        "ไทย",
        "é",
        "e\u{301}",
        "🌧",
        "👩‍👩‍👧",
        "وقال ",
        "؟",
        "http://",
        "'",
        "’s",
        "-",
        "\u{200f}",
        "ß",
        "İ",
    ]);
    prop_oneof![prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat()), "\\PC{0,60}"]
}

fn any_budget() -> impl Strategy<Value = Budget> {
    prop_oneof![
        (0usize..12).prop_map(Budget::Sentences),
        (0usize..80).prop_map(Budget::Words),
        (0usize..400).prop_map(Budget::Characters),
        prop::num::f64::ANY.prop_map(Budget::Ratio),
        (0.0..1.0).prop_map(Budget::Ratio),
    ]
}

/// An event with blocks of any kind and mentions anywhere.
fn any_event() -> impl Strategy<Value = EntitiesTagged> {
    let kinds = prop::sample::select(vec![
        BlockKind::Paragraph,
        BlockKind::Paragraph,
        BlockKind::Paragraph,
        BlockKind::Headline,
        BlockKind::Trailer,
        BlockKind::Furniture,
        BlockKind::Byline,
    ]);
    let blocks = prop::collection::vec((kinds, prop::collection::vec(clumsy_text(), 1..4)), 0..12);
    let mentions = prop::collection::vec((0.0..1.0, 0usize..12, 0usize..3), 0..12);
    let language = prop::sample::select(vec!["en", "de", "zh", "ja", "ar", "th", "und", "xx-Latn", ""]);
    (blocks, mentions, language)
        .prop_map(|(blocks, mentions, language)| assemble(&blocks, &mentions, language))
}

fn assemble(
    blocks: &[(BlockKind, Vec<String>)],
    mentions: &[(f64, usize, usize)],
    language: &str,
) -> EntitiesTagged {
    let (mut body, mut segments, mut length) = (String::new(), Segments::default(), 0);
    for (kind, sentences) in blocks {
        let start = length;
        for sentence in sentences {
            let end = length + sentence.chars().count();
            let block = segments.blocks.len();
            segments.sentences.push(Sentence { field: Field::Body, start: length, end, block });
            body.push_str(sentence);
            length = end;
        }
        segments.blocks.push(Block { kind: *kind, field: Field::Body, start, end: length, dateline: None });
    }
    let mut entities = Entities::default();
    for salience in [0.0, 0.4, 1.0] {
        let (name, entity_type) = ("any".into(), EntityType::Per);
        entities.entities.push(Entity {
            name,
            entity_type,
            salience,
            mentions: 0,
            links: BTreeMap::default(),
            link_confidence: None,
        });
    }
    for (at, long, entity) in mentions {
        let start = (at * length as f64) as usize;
        let (end, text) = ((start + long).min(length), String::new());
        let entity_type = EntityType::Per;
        let (field, entity) = (Field::Body, Some(*entity));
        entities.mentions.push(Mention {
            field,
            start,
            end,
            text,
            entity_type,
            entity,
            value: None,
            score: 1.0,
        });
    }
    support::event(Article::from_body(body), language, segments, entities)
}

proptest! {
    #[test]
    fn the_summary_of_any_article_keeps_to_any_budget(event in any_event(), budget in any_budget()) {
        let encoded = event.encode();
        let summarized = summarize(budget, event.clone());
        let summary = &summarized.summary;

        prop_assert!(summary.sentences.is_sorted_by(|a, b| a < b), "article order");
        let candidate = |index: &usize| {
            let sentence = &event.segments.sentences[*index];
            event.segments.kind_of(sentence) == BlockKind::Paragraph
        };
        prop_assert!(summary.sentences.iter().all(candidate), "paragraphs only");
        let joint = if matches!(summarized.language(), Some("zh" | "ja")) { "" } else { " " };
        prop_assert_eq!(&summary.text, &chosen(&summarized).join(joint), "verbatim");

        let taken: usize = chosen(&summarized).into_iter().map(words).sum();
        match budget {
            Budget::Sentences(count) => prop_assert!(summary.sentences.len() <= count.max(1)),
            // A budget does not count the words of tags and references, but `words` above does.
            Budget::Words(_) if event.article.body.contains(['<', '&']) => {}
            Budget::Words(count) => prop_assert!(taken <= count || summary.sentences.len() == 1),
            Budget::Characters(count) => {
                prop_assert!(summary.text.chars().count() <= count || summary.sentences.len() == 1);
            }
            Budget::Ratio(_) => {}
        }
        let skipped = summarized.provenance.last().is_some_and(|by| by.outcome == Outcome::Skipped);
        prop_assert_eq!(summary.sentences.is_empty(), skipped, "at least one sentence if there is one");

        prop_assert!(summary.keywords.len() <= 10);
        prop_assert!(summary.keywords.is_sorted_by(|a, b| a.score >= b.score));
        for keyword in &summary.keywords {
            prop_assert!(event.article.body.contains(&keyword.text) && !keyword.text.trim().is_empty());
            prop_assert!((0.0..=1.0).contains(&keyword.score));
        }

        let again = summarize(budget, EntitiesTagged::decode(&encoded).unwrap());
        prop_assert_eq!(again.encode(), summarized.encode(), "the same bytes from the wire");
    }
}
