//! Whole events as text.

use super::pretty::show;

fn shown(payload: &str) -> String {
    let mut out = anstream::StripStream::new(Vec::new());
    show(payload.as_bytes(), &mut out, 72).unwrap();
    String::from_utf8(out.into_inner()).unwrap()
}

/// An invented event with every layer.
const ENRICHED: &str = r#"{
  "schema": "wiredesk.article/1",
  "article": {"id": "a-1", "revision": "r", "headline": "Snow closes Oslo airport",
              "body": "OSLO, 3 May (NTB) - Snow fell on Oslo. Mayor Kari Dahl called it odd.\n\nIl neige."},
  "language": {"tag": "en", "iso639_3": "eng", "script": "Latn", "confidence": 0.987, "reliable": false,
               "paragraphs": [{"start": 0, "end": 69, "tag": "en", "confidence": 1},
                              {"start": 71, "end": 80, "tag": "fr", "confidence": 1}]},
  "segments": {"blocks": [
      {"kind": "headline", "field": "headline", "start": 0, "end": 24},
      {"kind": "dateline", "start": 0, "end": 20, "dateline": {
         "place": {"start": 0, "end": 4, "text": "OSLO"}, "date": {"start": 6, "end": 11, "text": "3 May"},
         "source": {"start": 13, "end": 16, "text": "NTB"}}},
      {"kind": "paragraph", "start": 20, "end": 69},
      {"kind": "pull-quote of a later version", "start": 71, "end": 80}],
    "sentences": [{"start": 0, "end": 24, "block": 0}, {"start": 20, "end": 38, "block": 2},
                  {"start": 39, "end": 69, "block": 2}]},
  "entities": {
    "mentions": [{"start": 6, "end": 11, "text": "3 May", "type": "DATE", "value": "2026-05-03", "score": 1},
                 {"start": 33, "end": 37, "text": "Oslo", "type": "LOC", "entity": 0, "score": 1}],
    "entities": [{"name": "Oslo", "type": "LOC", "salience": 0.5, "mentions": 2},
                 {"name": "Kari Dahl", "type": "PER", "salience": 0.4, "mentions": 1}]},
  "summary": {"text": "Snow fell on Oslo.", "sentences": [1], "keywords": [{"text": "snow", "score": 0.9}]},
  "provenance": [
    {"stage": "detect", "version": "1", "model": "m", "outcome": "ok"},
    {"stage": "tag", "version": "1", "model": "m", "outcome": "ok", "limits": ["no_date_grammar_for_language"]},
    {"stage": "summarize", "version": "1", "model": "m", "outcome": "skipped", "reason": "no_sentences"}],
  "later": {"layer": true}
}"#;

#[test]
fn shows_every_layer() {
    insta::assert_snapshot!(shown(ENRICHED), @r"
    Snow closes Oslo airport
    id               a-1
    language         English (en), Latin script, 99 % sure, doubtful
    mixed            English “OSLO, 3 May (NTB) - Snow fell on Oslo. Mayor
                     Kari Dahl calle…”; French “Il neige.”
    dateline         OSLO · 3 May · NTB
    structure        1 paragraph, 3 sentences

    Summary
      Snow fell on Oslo.

    Entities
      people         Kari Dahl
      places         Oslo ×2
      dates          3 May (= 2026-05-03)

    Keywords
      snow

    Notes
      tag            dates and amounts in words are not read in this
                     language
      summarize      skipped: there are no sentences to choose from
    ");
}

#[test]
fn omits_absent_layers() {
    insta::assert_snapshot!(shown(r#"{"id":"a-2","body":"Rain fell in Oslo all day.\nIt went on."}"#), @r"
    Rain fell in Oslo all day.
    id               a-2
    ");
}

#[test]
fn shows_anything_else_as_it_is() {
    assert_eq!(shown("[1, 2]"), "[1, 2]\n\n");
}

#[test]
fn control_sequences_in_an_article_do_not_reach_the_terminal() {
    let hostile = r#"{"id":"\u001b]0;owned\u0007","headline":"\u001b[2J\u009b31m","body":"x"}"#;
    let mut out = Vec::new();
    show(hostile.as_bytes(), &mut out, 72).unwrap();
    let text = String::from_utf8(out).unwrap();
    assert!(!text.contains("\u{1b}]") && !text.contains("\u{1b}[2J") && !text.contains(['\u{7}', '\u{9b}']));
}
