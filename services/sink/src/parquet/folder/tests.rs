//! Folders of tables, and what interrupts their making.

use std::{collections::BTreeMap, io::Write, time::Duration};

use parquet::{file::reader::SerializedFileReader, record::Row};
use proptest::prelude::*;
use serde_json::json;
use time::macros::datetime;

use super::{super::journal::line, *};

const NOON: OffsetDateTime = datetime!(2026-11-29 12:00 UTC);
const HOUR: Duration = Duration::from_hours(1);
const LIMITS: Limits = Limits { bytes: 1 << 20, age: HOUR };

fn open(folder: &Path) -> Tables {
    Tables { group: 600, ..Tables::open(folder, LIMITS).unwrap() }
}

fn record(id: &str, body: &str) -> Record {
    let event = json!({
        "schema": messages::SCHEMA,
        "article": {"id": id, "revision": "0f", "headline": "Rain", "body": body, "desk": "weather",
                    "published_at": "2026-11-29T08:00:00.000001+01:00"},
        "language": {"tag": "en", "iso639_3": "eng", "script": "Latn", "confidence": 1.0, "reliable": true},
        "entities": {
            "entities": [{"name": "Oslo", "type": "LOC", "salience": 0.5, "mentions": 1,
                          "links": {"geonames": "3143244"}}],
            "mentions": [{"start": 8, "end": 12, "text": "Oslo", "type": "LOC", "entity": 0, "score": 0.9},
                         {"start": 0, "end": 4, "text": "1830", "type": "DATE", "value": "1830", "score": 1.0}],
        },
        "provenance": [],
    });
    Record { stored_at: NOON, ..Record::of_event(&event) }
}

fn lines(records: &[Record]) -> Vec<Bytes> {
    records.iter().map(line).collect()
}

/// Returns the rows of a table with the names of their files.
fn rows(folder: &Path, table: &str) -> Vec<(String, Row)> {
    let folder = folder.join(table);
    let names = begun(&folder, &[END]).unwrap();
    let of = |name: &String| {
        let reader = SerializedFileReader::new(File::open(folder.join(name)).unwrap()).unwrap();
        reader.into_iter().map(|row| (name.clone(), row.unwrap())).collect::<Vec<_>>()
    };
    names.iter().flat_map(of).collect()
}

fn shown(row: &Row) -> BTreeMap<String, String> {
    row.get_column_iter().map(|(name, value)| (name.clone(), value.to_string())).collect()
}

/// Returns the ids of the articles in all files, in order.
fn ids(folder: &Path) -> Vec<String> {
    rows(folder, "articles").iter().map(|(_, row)| shown(row)["id"].trim_matches('"').to_owned()).collect()
}

#[test]
fn an_hour_becomes_one_file_of_each_table() {
    let folder = tempfile::tempdir().unwrap();
    let mut tables = open(folder.path());
    tables.append(&lines(&[record("a", "Rain in Oslo."), record("b", "Sun.")]), NOON).unwrap();
    assert_eq!(rows(folder.path(), "articles").len(), 0);
    tables.append(&lines(&[record("c", "Fog.")]), NOON).unwrap();
    tables.append(&[], NOON + HOUR).unwrap();
    assert_eq!(ids(folder.path()), ["a", "b", "c"]);
    for (table, count) in [("articles", 3), ("entities", 3), ("mentions", 6), ("layers", 9)] {
        let rows = rows(folder.path(), table);
        assert_eq!(rows.len(), count, "{table}");
        assert!(rows.iter().all(|(name, _)| name == "20261129T120000Z.parquet"), "{table}");
    }
    assert_eq!(fs::read_dir(folder.path().join(JOURNAL)).unwrap().count(), 0);
}

#[test]
fn the_columns_have_what_the_stages_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut tables = open(folder.path());
    tables.append(&lines(&[record("a", "Rain in Oslo.")]), NOON).unwrap();
    tables.append(&[], NOON + HOUR).unwrap();
    let article = shown(&rows(folder.path(), "articles")[0].1);
    assert_eq!(article["body"], "\"Rain in Oslo.\"");
    assert_eq!(article["members"], r#""{"desk":"weather"}""#);
    assert_eq!(article["stored_at"], "2026-11-29 12:00:00.000000 +00:00");
    assert_eq!(article["published_at"], "2026-11-29 07:00:00.000001 +00:00");
    assert_eq!((&*article["source"], &*article["summary"]), ("null", "null"));
    let mentions: Vec<_> = rows(folder.path(), "mentions").iter().map(|(_, row)| shown(row)).collect();
    assert_eq!((&*mentions[0]["text"], &*mentions[0]["entity"]), ("\"Oslo\"", "0"));
    assert_eq!((&*mentions[1]["value"], &*mentions[1]["entity"]), ("\"1830\"", "null"));
}

#[test]
fn an_article_is_written_once_whatever_is_interrupted() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (record("a", "x"), record("b", "y"));
    open(folder.path()).append(&lines(std::slice::from_ref(&first)), NOON).unwrap();
    // Killed while the tables were made: the journal is closed and still there.
    let stem = folder.path().join(JOURNAL).join("20261129T120000Z");
    fs::rename(stem.with_extension("jsonl.part"), stem.with_extension("jsonl")).unwrap();
    fs::write(folder.path().join("mentions/20261129T120000Z.parquet"), "half").unwrap();
    open(folder.path()).append(&lines(&[first.clone(), second.clone()]), NOON).unwrap();
    assert_eq!(ids(folder.path()), ["a"]);
    assert_eq!(rows(folder.path(), "mentions").len(), 2);
    // The tables know it after a restart, too, even if it was stored again at another time.
    let again = Record { stored_at: NOON + Duration::from_mins(1), ..first };
    let mut tables = open(folder.path());
    tables.append(&lines(&[again, second]), NOON).unwrap();
    tables.append(&[], NOON + HOUR).unwrap();
    assert_eq!(ids(folder.path()), ["a", "b"]);
}

#[test]
fn files_that_begin_in_one_second_have_names_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let limits = Limits { bytes: 1, age: HOUR };
    let mut tables = Tables::open(folder.path(), limits).unwrap();
    for id in ["a", "b", "c"] {
        tables.append(&lines(&[record(id, "x")]), NOON).unwrap();
    }
    tables.append(&[], NOON).unwrap();
    let names: Vec<String> = rows(folder.path(), "articles").into_iter().map(|(name, _)| name).collect();
    let expected = ["20261129T120000Z", "20261129T120000Z_0001", "20261129T120000Z_0002"];
    assert_eq!(names, expected.map(|stem| format!("{stem}.parquet")));
}

#[test]
fn a_line_of_others_is_named_without_its_text() {
    let folder = tempfile::tempdir().unwrap();
    let mut tables = open(folder.path());
    let path = folder.path().join(JOURNAL).join("20261129T110000Z.jsonl");
    let mut journal = File::create(&path).unwrap();
    writeln!(journal, "{}", String::from_utf8_lossy(&line(&record("a", "x")))).unwrap();
    writeln!(journal, "secret").unwrap();
    let error = tables.append(&[], NOON).unwrap_err().to_string();
    assert!(error.contains("line 2 is not one") && error.contains("20261129T110000Z.jsonl"), "{error}");
    assert!(!error.contains("secret") && path.exists());
}

#[test]
fn a_file_of_others_in_the_place_of_articles_is_named() {
    let folder = tempfile::tempdir().unwrap();
    drop(open(folder.path()));
    fs::write(folder.path().join("articles/20261129T110000Z.parquet"), "mine").unwrap();
    let error = Tables::open(folder.path(), LIMITS).unwrap_err().to_string();
    assert!(error.contains("move this file away") && error.contains("20261129T110000Z"), "{error}");
}

/// What happens to a folder.
#[derive(Debug, Clone)]
enum Step {
    /// Articles are written, some of which were written before.
    Append(Vec<u8>),
    /// Half an hour passes.
    Wait,
    /// The sink is killed, and starts again.
    Restart,
    /// The sink is killed in the middle of a write, and starts again.
    RestartInLine(Vec<u8>),
    /// The sink is killed while it makes files, and starts again.
    RestartInTables,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => prop::collection::vec(0..30_u8, 0..6).prop_map(Step::Append),
        2 => Just(Step::Wait),
        1 => Just(Step::Restart),
        1 => prop::collection::vec(any::<u8>().prop_filter("no whole line", |byte| *byte != b'\n'), 1..40)
            .prop_map(Step::RestartInLine),
        1 => Just(Step::RestartInTables),
    ]
}

/// Does to the files of a folder without a sink what a kill leaves behind.
fn interrupt(folder: &Path, step: &Step) {
    let journal = folder.join(JOURNAL);
    for name in begun(&journal, &[".jsonl.part"]).unwrap() {
        let path = journal.join(&name);
        match step {
            Step::RestartInLine(torn) => {
                File::options().append(true).open(path).unwrap().write_all(torn).unwrap();
            }
            Step::RestartInTables if fs::metadata(&path).unwrap().len() > 0 => {
                let basename = name.trim_end_matches(".jsonl.part");
                fs::rename(&path, journal.join(format!("{basename}.jsonl"))).unwrap();
                fs::write(journal.join(format!("{basename}.layers.parquet.part")), "half").unwrap();
                fs::write(folder.join("mentions").join(format!("{basename}.parquet")), "half").unwrap();
            }
            _ => {}
        }
    }
}

/// Returns a configuration for properties that write files.
fn few_cases() -> ProptestConfig {
    let usual = ProptestConfig::default();
    ProptestConfig { cases: (usual.cases / 16).max(1), ..usual }
}

proptest! {
    #![proptest_config(few_cases())]

    #[test]
    fn whatever_interrupts_it_every_article_is_there_once(steps in prop::collection::vec(step(), 1..20)) {
        let folder = tempfile::tempdir().unwrap();
        let (mut tables, mut now) = (Some(open(folder.path())), NOON);
        let mut expected = std::collections::BTreeSet::new();
        for step in steps {
            match &step {
                Step::Append(numbers) => {
                    let ids: Vec<String> = numbers.iter().map(|number| format!("a{number:02}")).collect();
                    let records: Vec<Record> = ids.iter().map(|id| record(id, "Rain in Oslo.")).collect();
                    tables.as_mut().unwrap().append(&lines(&records), now).unwrap();
                    expected.extend(ids);
                }
                Step::Wait => now += HOUR / 2,
                Step::Restart | Step::RestartInLine(_) | Step::RestartInTables => {
                    drop(tables.take());
                    interrupt(folder.path(), &step);
                    tables = Some(open(folder.path()));
                }
            }
        }
        tables.as_mut().unwrap().append(&[], now + HOUR).unwrap();
        let mut written = ids(folder.path());
        written.sort();
        prop_assert_eq!(&written, &expected.into_iter().collect::<Vec<_>>());
        prop_assert_eq!(rows(folder.path(), "mentions").len(), 2 * written.len());
    }
}
