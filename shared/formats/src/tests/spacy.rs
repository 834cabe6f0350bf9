//! spaCy's JSON. `tests/formats/check.py` loads it with spaCy itself.

use serde_json::{Value, json};

use super::articles::{TEXTS, article, code_points, json, language};
use crate::{Enriched, Format};

/// Returns the texts of the tokens, as `Doc.from_json` slices them.
fn tokens(doc: &Value) -> Vec<String> {
    let text = doc["text"].as_str().unwrap();
    let tokens = doc["tokens"].as_array().unwrap().iter();
    tokens.map(|token| code_points(text, &token["start"], &token["end"])).collect()
}

#[test]
fn the_text_is_headline_and_body_and_every_mention_slices_right() {
    for text in TEXTS {
        let doc = json(Format::Spacy, &article(Some("[LOC Łódź] 🌧"), text));
        let whole = doc["text"].as_str().unwrap();
        assert!(whole.starts_with("Łódź 🌧\n\n"), "{whole}");
        assert_eq!(
            doc["ents"][0],
            json!({"start": 0, "end": 4, "label": "LOC", "kb_id": "geonames:7",
            "kb_url": "https://sws.geonames.org/7/"})
        );
        let slices =
            doc["ents"].as_array().unwrap().iter().map(|ent| code_points(whole, &ent["start"], &ent["end"]));
        let marked =
            text.split('[').skip(1).map(|part| part.split_once(']').unwrap().0.split_once(' ').unwrap().1);
        assert_eq!(
            slices.skip(1).collect::<Vec<_>>(),
            marked.map(|text| text.trim().to_owned()).collect::<Vec<_>>()
        );
    }
}

#[test]
fn one_space_belongs_to_the_word_before_and_other_white_space_is_a_token() {
    let doc = json(Format::Spacy, &article(None, "  Rain  fell.\n\nIn [LOC Oslo] "));
    assert_eq!(tokens(&doc), ["  ", "Rain", " ", "fell", ".", "\n\n", "In", "Oslo"]);
}

#[test]
fn a_separator_that_is_white_space_for_python_is_a_token() {
    let doc = json(Format::Spacy, &article(None, "a\u{1c}b \u{1f}c"));
    assert_eq!(tokens(&doc), ["a", "\u{1c}", "b", "\u{1f}", "c"]);
}

#[test]
fn without_tokens_it_splits_at_white_space_mentions_and_sentences() {
    let mut untokenized = article(None, "Anti-[LOC Oslo]-law, it rains.");
    untokenized.segments.as_mut().unwrap().tokens = None;
    assert_eq!(tokens(&json(Format::Spacy, &untokenized)), ["Anti-", "Oslo", "-law,", "it", "rains."]);
}

#[test]
fn a_mention_that_overlaps_another_or_does_not_fit_is_left_out() {
    let mut overlapping = article(None, "[LOC Oslo] rain");
    let mentions = &mut overlapping.entities.as_mut().unwrap().mentions;
    let second = messages::Mention { start: 2, end: 6, ..mentions[0].clone() };
    let far = messages::Mention { start: 2, end: 600, ..second.clone() };
    mentions.extend([second, far]);
    assert_eq!(json(Format::Spacy, &overlapping)["ents"].as_array().unwrap().len(), 1);
}

#[test]
fn right_to_left_text_is_shown_from_right_to_left() {
    let mut arabic = article(None, TEXTS[2]);
    arabic.language = Some(language("ar", "Arab"));
    assert_eq!(json(Format::Spacy, &arabic)["settings"], json!({"lang": "ar", "direction": "rtl"}));
}

#[test]
fn an_article_without_layers_has_text_and_tokens_only() {
    let bare = Enriched::read(br#"{"id": "a", "body": "It rains."}"#).unwrap();
    let doc = json(Format::Spacy, &bare);
    assert_eq!(tokens(&doc), ["It", "rains."]);
    assert_eq!(doc.get("ents"), None);
}
