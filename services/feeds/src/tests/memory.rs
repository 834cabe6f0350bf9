//! What is remembered between polls.

use std::{collections::BTreeSet, time::Duration};

use super::{feed, rss};
use crate::{
    fetch::Validators,
    items,
    list::Feed,
    memory::{Memory, Poll, key},
    schedule::Ending,
};

const NOW: u64 = 1_800_000_000;

fn poll(ending: Ending) -> Poll {
    Poll { outcome: "read", ending, retry_after: None, validators: None }
}

#[test]
fn a_feed_has_a_key_that_any_bucket_takes() {
    let key = key(&feed());
    let digits = key.strip_prefix("feed.").unwrap();
    assert!(digits.len() == 32 && digits.chars().all(|digit| digit.is_ascii_hexdigit()), "{key}");
}

#[test]
fn a_poll_sets_the_time_of_the_next_one() {
    let mut memory = Memory::default();
    assert_eq!(memory.wait(&feed(), NOW, false), None);
    memory.settle(&feed(), poll(Ending::Read), NOW);
    let wait = memory.wait(&feed(), NOW, false).unwrap();
    assert!((Duration::from_mins(10)..Duration::from_secs(631)).contains(&wait), "{wait:?}");
    assert_eq!((memory.failures, memory.polled, memory.name.as_str()), (0, NOW, "gazette"));
    for failures in 1..=3 {
        memory.settle(&feed(), poll(Ending::Failed), NOW);
        assert_eq!(memory.failures, failures);
    }
    assert!(memory.wait(&feed(), NOW, false).unwrap() >= Duration::from_mins(40));
    memory.settle(&feed(), poll(Ending::Read), NOW);
    assert_eq!(memory.failures, 0);
}

#[test]
fn an_eager_caller_waits_only_for_a_feed_that_failed() {
    let mut memory = Memory::default();
    memory.settle(&feed(), poll(Ending::Read), NOW);
    assert_eq!(memory.wait(&feed(), NOW, true), None);
    memory.settle(&feed(), poll(Ending::Failed), NOW);
    assert!(memory.wait(&feed(), NOW, true).is_some());
}

#[test]
fn a_shorter_interval_in_the_list_holds_at_once() {
    let mut memory = Memory::default();
    let slow = Feed { every: Duration::from_hours(24), ..feed() };
    memory.settle(&slow, poll(Ending::Read), NOW);
    assert!(memory.wait(&slow, NOW, false).unwrap() >= Duration::from_hours(24));
    assert!(memory.wait(&feed(), NOW, false).unwrap() < Duration::from_mins(11));
}

#[test]
fn what_recognizes_the_document_stays_until_there_is_a_new_one() {
    let mut memory = Memory::default();
    let validators = Validators { etag: Some("7".to_owned()), last_modified: None };
    memory.settle(&feed(), Poll { validators: Some(validators.clone()), ..poll(Ending::Read) }, NOW);
    memory.settle(&feed(), poll(Ending::Failed), NOW);
    assert_eq!(memory.validators, validators);
    let again: Memory = serde_json::from_slice(&serde_json::to_vec(&memory).unwrap()).unwrap();
    assert_eq!(again, memory);
}

#[test]
fn an_item_that_was_noted_is_not_new() {
    let mut memory = Memory::default();
    let items = |texts: &[(&str, &str)]| items::read(&feed(), &rss(texts)).unwrap().items;
    for item in memory.unseen(items(&[("1", "Rain."), ("2", "Snow.")])) {
        memory.note(item.key);
    }
    memory.leave_out("left out".to_owned());
    assert_eq!((memory.published, memory.seen.len()), (2, 3));
    let new = memory.unseen(items(&[("1", "Rain and hail."), ("2", "Snow."), ("3", "Sun.")]));
    let ids: Vec<String> = new.iter().map(|item| item.article().unwrap().article.id).collect();
    assert_eq!(ids, ["https://example.org/feed.xml#3", "https://example.org/feed.xml#1"]);
}

#[test]
fn items_of_the_document_are_never_forgotten_and_others_by_their_age() {
    let mut memory = Memory::default();
    for number in 0..1_500 {
        memory.note(number.to_string());
    }
    let current: BTreeSet<String> = ["0", "1", "1499"].map(str::to_owned).into();
    memory.forget(&current);
    assert_eq!(memory.seen.len(), 1_003);
    assert!(current.iter().all(|key| memory.seen.contains(key)));
    assert!(!memory.seen.contains(&"2".to_owned()) && memory.seen.contains(&"1498".to_owned()));
}

#[test]
fn an_empty_or_later_value_is_a_memory() {
    assert_eq!(serde_json::from_str::<Memory>("{}").unwrap(), Memory::default());
    assert_eq!(serde_json::from_str::<Memory>(r#"{"mood": 7, "failures": 2}"#).unwrap().failures, 2);
}
