//! Every page, filled with one text wherever a text of others can be.

use std::time::Duration;

use formats::Enriched;
use maud::Markup;
use messages::{EntityType, StageName};
use runtime::bus::{DeadCount, DeadLetter, PayloadPlace, Step};
use serde_json::json;

use crate::pages::{
    BusState, Frame, Rights,
    alerts::{self, Alerts},
    article::{self, Choice, Membership, Part, Revision, View},
    articles::{self, Filters, List, Row},
    dead::{self, Confirmation, Fate, Filter, Letter, Letters, Outcomes},
    flow::{self, Flow, Queue, Sample, Stage, Worker},
    notice, stories,
    try_it::{self, Draft, Failure, Trial},
};

pub(super) fn frame() -> Frame {
    Frame { csrf: "token".into(), rights: Rights { publish: true, operate: true }, bus: BusState::Connected }
}

/// Returns an article whose texts, names and codes are all `text`, with layers over its first and last characters.
pub(super) fn event(text: &str) -> Enriched {
    let length = text.chars().count();
    let mention = |start: usize, end: usize| json!({"start": start, "end": end, "text": text, "type": "PER", "entity": 0, "score": 0.5});
    let event = json!({
        "schema": "1",
        "article": {
            "id": text, "revision": text, "headline": text, "byline": text, "body": text, "source": text, "url": text,
            "published_at": text, "language": text,
        },
        "language": {
            "tag": text, "iso639_3": text, "script": text, "confidence": 0.9, "reliable": false,
            "paragraphs": [{"start": 0, "end": length / 2, "tag": text, "confidence": 0.5}],
        },
        "segments": {
            "blocks": [{"kind": "dateline", "start": 0, "end": length / 3}, {"kind": "paragraph", "start": length / 3, "end": length}],
            "sentences": [{"start": 0, "end": length.saturating_sub(1), "block": 0}],
        },
        "entities": {
            "mentions": [
                mention(0, 1), mention(length / 4, length / 2 + 1), mention(length / 2, length), mention(length, length + 5),
                {"start": 1, "end": 2, "text": text, "type": "DATE", "value": text, "score": 0.5},
            ],
            "entities": [{"name": text, "type": "PER", "salience": 0.5, "mentions": 3, "links": {"geonames": text}, "link_confidence": 0.7}],
        },
        "summary": {
            "text": text, "sentences": [0, 7], "keywords": [{"text": text, "score": 0.5}],
            "suggested_headline": {"text": text, "sentence": 0},
            "abstract": {"text": text, "model": text, "unsupported_claims": [text]},
        },
        "provenance": [
            {"stage": "detect", "version": text, "model": text, "outcome": "skipped", "reason": text, "limits": [text, "too_short"]},
            {"stage": "segment", "version": "1", "model": "m", "outcome": "ok"},
        ],
    });
    Enriched::read(event.to_string().as_bytes()).unwrap()
}

pub(super) fn step(what: &str, text: &str) -> Step {
    Step {
        at: "2026-11-24T08:00:00.123456Z".into(),
        what: what.into(),
        subject: text.into(),
        sequence: 7,
        message_id: Some(text.into()),
        latency_ms: Some(3.2),
        deliveries: Some(3),
        version: Some(text.into()),
        reason: Some(text.into()),
        error: Some(text.into()),
        replay: Some(1),
    }
}

pub(super) fn view(text: &str, part: Part) -> View {
    View {
        event: event(text),
        json: text.into(),
        timeline: vec![step("received", text), step("detected", text), step("dead", text), step(text, text)],
        revisions: vec![
            Revision { revision: text.into(), received_at: text.into() },
            Revision { revision: "other".into(), received_at: "2026-11-24T08:00:00Z".into() },
        ],
        compared: Some(event(&format!("{text} {text}"))),
        story: Some(Membership {
            id: text.into(),
            articles: 3,
            sources: 2,
            copy_of: Some((text.into(), 93)),
        }),
        rules: vec![text.into()],
        choice: Choice { revision: Some(text.into()), part, entity: Some(0), with: Some(text.into()) },
    }
}

pub(super) fn letter(text: &str) -> DeadLetter {
    DeadLetter {
        sequence: 17,
        article: Some(text.into()),
        stage: text.into(),
        reason: text.into(),
        error: format!("{text} at line 1 column 2"),
        subject: text.into(),
        original_sequence: 3,
        original_message_id: Some(text.into()),
        stored_at: text.into(),
        set_aside_at: text.into(),
        deliveries: 2,
        version: text.into(),
        replay: 0,
        replayed: Some(1),
        payload_place: PayloadPlace::InStream,
        unreadable_headers: vec![text.into()],
    }
}

fn failure(text: &str) -> Failure {
    Failure { stage: text.into(), code: text.into(), message: text.into() }
}

pub(super) fn flow(text: &str) -> Flow {
    let queue = || Queue {
        samples: vec![Sample { rate: 3.0, pending: 9 }; 5],
        in_flight: 2,
        oldest: Some(Duration::from_secs(3)),
        p50: Some(Duration::from_millis(3)),
        p99: None,
    };
    let stage = |stage| Stage { stage, live: queue(), backfill: queue(), dead: 1 };
    let worker =
        |first, last| Worker { id: text.into(), first, last, version: text.into(), model: text.into() };
    Flow {
        stages: StageName::ALL.map(stage).into(),
        workers: vec![
            worker(StageName::Detect, StageName::Summarize),
            worker(StageName::Tag, StageName::Tag),
        ],
        obstacles: Vec::new(),
        given_up: 1,
    }
}

pub(super) fn list(text: &str) -> List {
    let filters = Filters {
        q: text.into(),
        name: text.into(),
        entity_type: text.into(),
        language: text.into(),
        source: text.into(),
        since: text.into(),
        until: text.into(),
        copies: text.into(),
        cursor: String::new(),
    };
    let row = Row {
        id: text.into(),
        headline: text.into(),
        language: Some(text.into()),
        source: Some(text.into()),
        received_at: text.into(),
        event: text.into(),
        dead: Some(text.into()),
        names: vec![(EntityType::Per, text.into())],
        revisions: 2,
    };
    let live = Row { dead: None, ..row.clone() };
    List {
        filters,
        rows: vec![row, live],
        matching: Some(2),
        known: 9,
        older: Some(text.into()),
        problem: Some(text.into()),
    }
}

pub(super) fn story(text: &str) -> stories::Story {
    let moment = |at, is_copy| stories::Moment { at, is_copy };
    let article = stories::Article {
        id: text.into(),
        headline: text.into(),
        language: Some(text.into()),
        source: Some(text.into()),
        linked_at: text.into(),
        copy_of: Some((text.into(), 93)),
    };
    let first = stories::Article { copy_of: None, headline: String::new(), ..article.clone() };
    stories::Story {
        row: stories::Row {
            id: text.into(),
            headline: text.into(),
            language: Some(text.into()),
            sources: vec![text.into(); 8],
            languages: vec![text.into(); 2],
            moments: vec![moment(1_000_000_000, false), moment(7_000_000_000, true)],
        },
        first_seen: text.into(),
        articles: vec![first, article],
        without_copies: false,
    }
}

fn stories(text: &str) -> stories::List {
    let filters = stories::Filters {
        q: text.into(),
        name: text.into(),
        language: text.into(),
        source: text.into(),
        articles: text.into(),
        sources: text.into(),
        since: text.into(),
        cursor: String::new(),
    };
    stories::List {
        filters,
        rows: vec![story(text).row],
        known: 9,
        older: Some(text.into()),
        is_missing: false,
        problem: Some(text.into()),
    }
}

fn alerts(text: &str) -> Alerts {
    Alerts {
        filter: alerts::Filter { rule: text.into(), article: text.into(), before: text.into() },
        rules: vec![alerts::Rule { name: text.into(), matches: 3, newest_at: text.into() }],
        matches: vec![alerts::Match {
            rule: text.into(),
            article: text.into(),
            headline: text.into(),
            language: text.into(),
            source: Some(text.into()),
            stored_at: text.into(),
            found: vec![text.into()],
        }],
        older: Some(7),
        is_missing: false,
    }
}

/// Returns all pages with `text` in every place for a text of others.
pub(super) fn pages(text: &str) -> Vec<(&'static str, Markup)> {
    let frame = frame();
    let away = Frame { bus: BusState::Away { since: text.into(), why: text.into() }, ..frame.clone() };
    let filter = Filter { stage: text.into(), reason: text.into(), since: text.into(), before: text.into() };
    let count = DeadCount { stage: text.into(), reason: text.into(), articles: 5, replayed: 2 };
    let letters = Letters {
        filter,
        letters: vec![letter(text)],
        matching: 5,
        has_older: true,
        counts: vec![count],
        problem: Some(text.into()),
    };
    let one = |trial| Letter {
        letter: letter(text),
        payload: Some(text.into()),
        headers: vec![(text.into(), text.into())],
        draft: Some(text.into()),
        trial: Some(trial),
    };
    let boxed = |part| Box::new(view(text, part));
    let draft = Draft { headline: text.into(), body: text.into(), source: text.into(), csrf: String::new() };
    let trial = Trial { draft: draft.clone(), result: Some(Ok(boxed(Part::Text))) };
    let failed = Trial { draft, result: Some(Err(failure(text))) };
    let fates = [Fate::Replayed(1), Fate::ReplayedBefore, Fate::Dropped, Fate::Failed(text.into())];
    let outcomes = Outcomes {
        action: dead::Action::Drop,
        letters: fates.into_iter().map(|fate| (letter(text), fate)).collect(),
    };
    let confirmation = Confirmation { action: dead::Action::Replay, letters: vec![letter(text)] };
    vec![
        ("flow", flow::page(&away, Some(&flow(text)))),
        ("articles", articles::page(&away, &list(text))),
        ("article", article::page(&frame, &view(text, Part::Text))),
        ("compare", article::page(&frame, &view(text, Part::Compare))),
        ("json", article::page(&frame, &view(text, Part::Json))),
        ("stories", stories::list(&away, &stories(text))),
        ("story", stories::story(&frame, &story(text))),
        ("alerts", alerts::page(&frame, &alerts(text))),
        ("dead", dead::list(&frame, &letters)),
        ("letter", dead::letter(&frame, &one(Ok(boxed(Part::Text))))),
        ("failed letter", dead::letter(&frame, &one(Err(failure(text))))),
        ("confirmation", dead::confirmation(&frame, &confirmation)),
        ("outcomes", dead::outcomes(&frame, &outcomes)),
        ("try", try_it::page(&frame, &trial)),
        ("failed try", try_it::page(&frame, &failed)),
        ("notice", notice::page(&frame, text, text)),
    ]
}
