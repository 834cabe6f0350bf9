//! The index as its readers see it.

use std::num::NonZeroU64;

use messages::{EntityType, StageName, headers::percent_encoded, subjects::Lane};
use proptest::prelude::*;

use super::*;

const SECOND: i64 = 1_000_000_000;

fn index() -> Index {
    Index::new(Limits { articles: 1_000, bytes: 100_000_000 })
}

/// An event about the article `id` at `second`.
fn entry(kind: Kind, sequence: u64, id: &str, second: i64) -> Entry {
    let subject = match kind {
        Kind::Received => "articles.v1.received.live".to_owned(),
        Kind::Dead => "articles.v1.dead.detect.invalid_json".to_owned(),
        Kind::Replayed => "articles.v1.dead.detect.invalid_json.replayed.1".to_owned(),
        _ => format!("articles.v1.{}.live.en", kind.as_str()),
    };
    let stage = kind.stage().map(|stage| format!(":{stage}")).unwrap_or_default();
    Entry {
        kind,
        sequence,
        at: second * SECOND,
        subject,
        id: Some(id.to_owned()),
        revision: NonZeroU64::new(1),
        message_id: Some(format!("{}:0000000000000001{stage}", percent_encoded(id))),
        input: None,
        deliveries: None,
        version: None,
        replay: None,
        replay_of: None,
        failure: None,
        facts: None,
        linked: None,
        alert: None,
    }
}

fn enriched(sequence: u64, id: &str, second: i64, facts: Facts) -> Entry {
    Entry { facts: Some(facts), ..entry(Kind::Summarized, sequence, id, second) }
}

fn ids(index: &Index, filter: &Filter) -> Vec<String> {
    index.rows(filter, None, 100).0.into_iter().map(|row| row.id).collect()
}

fn states(index: &Index, id: &str) -> Vec<String> {
    index.timeline(id).into_iter().map(|step| step.what).collect()
}

#[test]
fn an_article_is_found_by_its_id_with_its_way() {
    let mut index = index();
    index.add(&entry(Kind::Received, 1, "a 1", 1));
    let made =
        Entry { input: Some((Kind::Received, 1)), deliveries: Some(2), ..entry(Kind::Detected, 1, "a 1", 3) };
    index.add(&made);
    let steps = index.timeline("a 1");
    assert_eq!(steps[1].latency_ms, Some(2_000.0));
    assert_eq!(steps[1].deliveries, Some(2));
    assert_eq!(steps[1].message_id.as_deref(), Some("a%201:0000000000000001:detect"));
    let row = index.row("a 1").unwrap();
    assert_eq!((row.state, row.language.as_deref()), ("detected", Some("en")));
    assert_eq!(index.row("a-2"), None);
}

#[test]
fn the_time_of_a_stage_is_told_once_although_its_input_comes_later() {
    let received = entry(Kind::Received, 1, "a", 1);
    let made = Entry { input: Some((Kind::Received, 1)), ..entry(Kind::Detected, 1, "a", 3) };
    let time = Finished { stage: StageName::Detect, lane: Lane::Live, at: 3 * SECOND, latency: 2 * SECOND };
    for [first, second] in [[&received, &made], [&made, &received]] {
        let mut index = index();
        assert_eq!(index.add(first), []);
        assert_eq!(index.add(second), [time]);
        assert_eq!(index.add(second), []);
    }
}

#[test]
fn an_article_that_its_publisher_did_not_name_is_found_by_what_was_made_from_it() {
    for received_first in [true, false] {
        let mut index = index();
        let nameless = Entry { id: None, revision: None, ..entry(Kind::Received, 7, "?", 1) };
        let made = Entry { input: Some((Kind::Received, 7)), ..entry(Kind::Detected, 1, "a", 2) };
        let entries = if received_first { [nameless, made] } else { [made, nameless] };
        for entry in entries {
            index.add(&entry);
        }
        assert_eq!(states(&index, "a"), ["received", "detected"]);
    }
}

#[test]
fn a_repaired_article_has_the_way_of_its_broken_payload() {
    let mut index = index();
    index.add(&Entry { id: None, ..entry(Kind::Received, 1, "?", 1) });
    let failure = Some(("invalid_json".to_owned(), "not valid JSON".to_owned()));
    index.add(&Entry { id: None, input: Some((Kind::Received, 1)), failure, ..entry(Kind::Dead, 1, "?", 2) });
    index.add(&Entry { id: None, input: Some((Kind::Dead, 1)), ..entry(Kind::Replayed, 2, "?", 4) });
    index.add(&Entry { replay: Some(1), replay_of: Some(1), ..entry(Kind::Received, 2, "a", 3) });
    assert_eq!(states(&index, "a"), ["received", "dead", "received", "replayed"]);
    assert_eq!(index.timeline("a")[1].reason.as_deref(), Some("invalid_json"));
    assert_eq!(index.row("a").unwrap().dead, None);
}

#[test]
fn the_newest_articles_come_first_and_pages_continue() {
    let mut index = index();
    for number in 1..=5 {
        index.add(&entry(Kind::Received, number, &format!("a-{number}"), number.cast_signed()));
    }
    let (first, next) = index.rows(&Filter::default(), None, 2);
    assert_eq!(first.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["a-5", "a-4"]);
    let next: Cursor = next.unwrap().to_string().parse().unwrap();
    // What arrives in the meantime does not move the pages.
    index.add(&entry(Kind::Received, 6, "a-6", 6));
    let (second, next) = index.rows(&Filter::default(), Some(&next), 3);
    assert_eq!(second.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["a-3", "a-2", "a-1"]);
    assert_eq!(next, None);
}

#[test]
fn a_correction_is_a_new_revision_and_moves_the_article_up() {
    let mut index = index();
    index.add(&entry(Kind::Received, 1, "a", 1));
    index.add(&enriched(1, "a", 2, Facts::default()));
    index.add(&entry(Kind::Received, 2, "b", 3));
    let corrected = |entry: Entry| Entry { revision: NonZeroU64::new(2), ..entry };
    index.add(&corrected(entry(Kind::Received, 3, "a", 4)));
    index.add(&corrected(enriched(2, "a", 5, Facts { headline: "Corrected".into(), ..Facts::default() })));
    assert_eq!(ids(&index, &Filter::default()), ["a", "b"]);
    let revisions: Vec<_> =
        index.revisions("a").into_iter().map(|it| (it.revision.get(), it.at / SECOND)).collect();
    assert_eq!(revisions, [(1, 1), (2, 4)]);
    assert_eq!(index.newest("a", Kind::Summarized, NonZeroU64::new(1)), Some(1));
    assert_eq!(index.row("a").unwrap().headline.as_deref(), Some("Corrected"));
}

#[test]
fn the_oldest_articles_are_forgotten_with_all_their_texts() {
    let mut index = Index::new(Limits { articles: 2, bytes: 100_000_000 });
    for number in 1..=5_u64 {
        let facts = Facts { names: vec![(format!("Name {number}"), EntityType::Per)], ..Facts::default() };
        index.add(&enriched(number, &format!("a-{number}"), number.cast_signed(), facts));
    }
    assert_eq!(ids(&index, &Filter::default()), ["a-5", "a-4"]);
    assert_eq!(
        ids(&index, &Filter { name: Some("name 1".into()), ..Filter::default() }),
        Vec::<String>::new()
    );
    let mut tiny = Index::new(Limits { articles: 100, bytes: 0 });
    tiny.add(&entry(Kind::Received, 1, "a", 1));
    assert_eq!((tiny.len(), tiny.bytes()), (0, 0));
}

#[test]
fn what_a_new_stream_does_not_have_is_forgotten() {
    let mut index = index();
    index.add(&entry(Kind::Received, 1, "a", 1));
    index.add(&entry(Kind::Received, 2, "b", 2));
    index.add(&entry(Kind::Received, 1, "c", 9));
    assert_eq!(ids(&index, &Filter::default()), ["c"]);
}

#[test]
fn a_new_stream_of_results_replaces_what_is_known_of_the_old_ones() {
    let mut index = index();
    let facts = |name: &str| Facts {
        headline: format!("{name} today"),
        names: vec![(name.to_owned(), EntityType::Loc)],
        ..Facts::default()
    };
    index.add(&entry(Kind::Received, 1, "a", 1));
    index.add(&entry(Kind::Received, 2, "b", 1));
    index.add(&enriched(8, "a", 2, facts("Oslo")));
    index.add(&enriched(9, "b", 2, facts("Rome")));
    index.add(&enriched(1, "a", 20, facts("Paris")));
    let row = |id| index.row(id).unwrap();
    assert_eq!(row("a").headline.as_deref(), Some("Paris today"));
    assert_eq!((row("b").state, row("b").headline, row("b").language), ("received", None, None));
    let named = |name: &str| ids(&index, &Filter { name: Some(name.into()), ..Filter::default() });
    assert_eq!([named("oslo"), named("rome"), named("paris")], [vec![], vec![], vec!["a".to_owned()]]);
}

#[test]
fn a_filter_has_several_conditions() {
    let mut index = index();
    let facts = |name: &str, of_type, source: &str| Facts {
        headline: format!("{name} today"),
        source: Some(source.to_owned()),
        names: vec![(name.to_owned(), of_type)],
        types: vec![of_type],
        ..Facts::default()
    };
    index.add(&enriched(1, "a", 1, facts("Oslo", EntityType::Loc, "Wire")));
    index.add(&enriched(2, "b", 2, facts("Oslo Børs", EntityType::Org, "wire")));
    index.add(&enriched(3, "c", 3, facts("Ann", EntityType::Per, "Other")));
    let check = |filter: Filter, expected: &[&str]| assert_eq!(ids(&index, &filter), expected, "{filter:?}");
    let none = Filter::default;
    check(Filter { name: Some("OSLO".into()), ..none() }, &["b", "a"]);
    check(Filter { name: Some("oslo".into()), entity_type: Some(EntityType::Org), ..none() }, &["b"]);
    check(Filter { entity_type: Some(EntityType::Per), ..none() }, &["c"]);
    check(Filter { source: Some("WIRE".into()), ..none() }, &["b", "a"]);
    check(Filter { words: Filter::words_of("today  BØRS today"), ..none() }, &["b"]);
    check(Filter { language: Some("en".into()), ..none() }, &["c", "b", "a"]);
    check(Filter { language: Some("de".into()), ..none() }, &[]);
    check(Filter { since: Some(2 * SECOND), until: Some(3 * SECOND), ..none() }, &["b"]);
}

fn any_facts() -> impl Strategy<Value = Facts> {
    let name = ("[abAB]{1,3}", prop::sample::select(EntityType::NAMES.to_vec()));
    ("[ab ]{0,4}", prop::option::of("[aA]{1,2}"), prop::collection::vec(name, 0..3)).prop_map(
        |(headline, source, names)| {
            let mut types: Vec<EntityType> = names.iter().map(|(_, of_type)| *of_type).collect();
            types.sort_unstable();
            types.dedup();
            Facts { headline, source, names, types, ..Facts::default() }
        },
    )
}

fn any_filter() -> impl Strategy<Value = Filter> {
    (
        prop::option::of("[abAB]{1,2}"),
        prop::option::of(prop::sample::select(EntityType::NAMES.to_vec())),
        prop::option::of("[aA]{1,2}"),
        prop::option::of(0..20_i64),
        prop::option::of(0..20_i64),
        prop::option::of("[ab ]{1,3}"),
    )
        .prop_map(|(name, entity_type, source, since, until, query)| {
            let (since, until) = (since.map(|it| it * SECOND), until.map(|it| it * SECOND));
            let words = Filter::words_of(&query.unwrap_or_default());
            Filter { language: None, name, entity_type, source, since, until, words, without_copies: false }
        })
}

proptest! {
    #[test]
    fn a_list_has_exactly_the_articles_that_pass_by_themselves(
        facts in prop::collection::vec(any_facts(), 0..20),
        filter in any_filter(),
    ) {
        let mut index = index();
        let mut expected = Vec::new();
        for (number, facts) in (1..).zip(facts) {
            let entry = enriched(number, &format!("{number}"), number.cast_signed(), facts);
            if filter.admits(&entry) {
                expected.insert(0, entry.id.clone().unwrap());
            }
            index.add(&entry);
        }
        prop_assert_eq!(ids(&index, &filter), expected);
    }

    #[test]
    fn the_order_of_arrival_does_not_matter(
        order in Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let made = |kind, input| move |id: &str, sequence, second| Entry {
            input: Some((input, sequence)),
            ..entry(kind, sequence, id, second)
        };
        let detected = made(Kind::Detected, Kind::Received);
        let segmented = made(Kind::Segmented, Kind::Detected);
        let entries = [
            entry(Kind::Received, 1, "a", 1), detected("a", 1, 2), segmented("a", 1, 4),
            Entry { id: None, ..entry(Kind::Received, 2, "b", 2) }, detected("b", 2, 3), segmented("b", 2, 5),
            entry(Kind::Summarized, 1, "a", 6), entry(Kind::Tagged, 1, "a", 5),
        ];
        let (mut sorted, mut shuffled) = (index(), index());
        for entry in &entries {
            sorted.add(entry);
        }
        // Each stream is read in its own order.
        let mut of_streams: Vec<Entry> = order.into_iter().map(|place| entries[place].clone()).collect();
        of_streams.sort_by_key(|entry| entry.sequence);
        for entry in of_streams {
            shuffled.add(&entry);
        }
        let all = Filter::default();
        prop_assert_eq!(sorted.rows(&all, None, 9), shuffled.rows(&all, None, 9));
        for id in ["a", "b"] {
            prop_assert_eq!(sorted.timeline(id), shuffled.timeline(id));
        }
        prop_assert_eq!(sorted.bytes() > 0, true);
    }

    #[test]
    fn no_sequence_of_events_exceeds_the_limits(
        events in prop::collection::vec((0..6_usize, 1..50_u64, "[a-e]{1,2}", 0..40_i64), 0..60),
        articles in 0..5_usize,
        bytes in 0..4_000_usize,
    ) {
        let mut index = Index::new(Limits { articles, bytes });
        for (kind, sequence, id, second) in events {
            index.add(&entry(Kind::STREAMS[kind], sequence, &id, second));
            prop_assert!(index.len() <= articles && index.bytes() <= bytes);
        }
    }

    #[test]
    fn any_text_is_a_cursor_or_an_error(text in "\\PC{0,40}") {
        let _ = text.parse::<Cursor>();
    }
}
