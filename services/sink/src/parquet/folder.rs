//! The folder: a journal of what was taken, and the tables that are made of it.
//!
//! A Parquet file cannot be read before it is whole, so an article of an hour would be safe only at the end of that
//! hour. Events are therefore appended to a journal first, and count as written when they are on disk there. A closed
//! file of the journal becomes one file of each table, and is deleted after that. If this is interrupted, it begins
//! anew and replaces what it had made.

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, Error},
    path::{Path, PathBuf},
};

use bytes::Bytes;
use time::OffsetDateTime;

use super::{
    file::{TableFile, hashes},
    journal::{identity, read},
    tables::{Rows, Table},
};
use crate::{
    jsonl::{
        files::{Files, Limits, Purpose, at, begun},
        lines::{Print, REMEMBERED, print},
        names::CLOSED,
    },
    record::Record,
};

/// The folder of the journal. Readers of whole folders leave out names that begin with an underscore.
const JOURNAL: &str = "_journal";
/// The end of the names of the tables' files.
const END: &str = ".parquet";
/// The size of the events of a row group, in bytes. It bounds the memory that making a file takes.
const GROUP: usize = 16 << 20;

/// A folder of tables.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    journal: Files,
    group: usize,
}

impl Folder {
    /// Opens a folder, and creates it if it is missing. Reads back what was written last.
    pub(super) fn open(path: &Path, limits: Limits) -> io::Result<Self> {
        for table in Table::ALL {
            let folder = path.join(table.name());
            fs::create_dir_all(&folder).map_err(|error| at(&folder, "cannot create", &error))?;
        }
        let articles = path.join(Table::Articles.name());
        let written = written(&articles)?;
        let purpose = Purpose { identity, written, successors: Some((articles, END)) };
        let journal = Files::open(&path.join(JOURNAL), limits, purpose)?;
        Ok(Self { path: path.to_owned(), journal, group: GROUP })
    }

    /// Appends lines of the journal that were not written lately, and returns when they are on disk. Makes the files
    /// that are due.
    pub(super) fn append(&mut self, lines: &[Bytes], now: OffsetDateTime) -> io::Result<()> {
        self.journal.append(lines, now)?;
        for journal in self.journal.closed()? {
            self.make_tables(&journal)?;
        }
        Ok(())
    }

    /// Makes one file of each table from a closed file of the journal, and deletes that.
    fn make_tables(&self, journal: &Path) -> io::Result<()> {
        let name = journal.file_name().unwrap_or_default().to_string_lossy();
        let stem = name.strip_suffix(CLOSED).unwrap_or(&name);
        let mut files = Table::ALL
            .iter()
            .map(|table| TableFile::create(*table, self.part(stem, *table)))
            .collect::<io::Result<Vec<_>>>()?;
        let mut lines = Lines::open(journal)?;
        loop {
            let (records, prints) = lines.next_group(self.group)?;
            if records.is_empty() {
                break;
            }
            let rows = Rows::of(&records, &prints);
            for file in &mut files {
                file.append(&rows)?;
            }
        }
        for (file, table) in files.into_iter().zip(Table::ALL) {
            file.finish(&self.path.join(table.name()), &format!("{stem}{END}"))?;
        }
        fs::remove_file(journal).map_err(|error| at(journal, "cannot delete", &error))
    }

    /// Returns the name of a table's file while it is written. It is in the same folder as the journal, so that
    /// readers of a table never see it.
    fn part(&self, stem: &str, table: Table) -> PathBuf {
        self.path.join(JOURNAL).join(format!("{stem}.{}{END}.part", table.name()))
    }
}

/// Returns what identifies the articles of the last files, the oldest one first.
fn written(articles: &Path) -> io::Result<Vec<Print>> {
    let (mut files, mut count) = (Vec::new(), 0);
    for name in begun(articles, &[END])?.iter().rev() {
        let prints = hashes(&articles.join(name))?;
        count += prints.len();
        files.push(prints);
        if count >= REMEMBERED {
            break;
        }
    }
    Ok(files.into_iter().rev().flatten().collect())
}

/// The lines of a closed file of the journal.
struct Lines<'p> {
    path: &'p Path,
    file: BufReader<File>,
    number: usize,
}

impl<'p> Lines<'p> {
    fn open(path: &'p Path) -> io::Result<Self> {
        let file = File::open(path).map_err(|error| at(path, "cannot read", &error))?;
        Ok(Self { path, file: BufReader::new(file), number: 0 })
    }

    /// Reads records with what identifies them, until they have `size` bytes. Returns none at the end.
    fn next_group(&mut self, size: usize) -> io::Result<(Vec<Record>, Vec<Print>)> {
        let (mut records, mut prints, mut bytes) = (Vec::new(), Vec::new(), 0);
        let mut line = Vec::new();
        while bytes < size {
            line.clear();
            let read_bytes = self.file.read_until(b'\n', &mut line);
            if read_bytes.map_err(|error| at(self.path, "cannot read", &error))? == 0 {
                break;
            }
            self.number += 1;
            // The line itself is not shown, because it has the article's text.
            let unreadable = || {
                let what = format!("line {} is not one of this program in", self.number);
                at(self.path, &what, &Error::other("move the file away"))
            };
            records.push(read(&line).ok_or_else(unreadable)?);
            prints.push(print(identity(&line)));
            bytes += line.len();
        }
        Ok((records, prints))
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, io::Write, time::Duration};

    use parquet::{file::reader::SerializedFileReader, record::Row};
    use serde_json::json;
    use time::macros::datetime;

    use super::{super::journal::line, *};

    const NOON: OffsetDateTime = datetime!(2026-11-29 12:00 UTC);
    const HOUR: Duration = Duration::from_hours(1);
    const LIMITS: Limits = Limits { bytes: 1 << 20, age: HOUR };

    fn open(folder: &Path) -> Folder {
        Folder { group: 600, ..Folder::open(folder, LIMITS).unwrap() }
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
        rows(folder, "articles")
            .iter()
            .map(|(_, row)| shown(row)["id"].trim_matches('"').to_owned())
            .collect()
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
        let mut tables = Folder::open(folder.path(), limits).unwrap();
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
        let error = Folder::open(folder.path(), LIMITS).unwrap_err().to_string();
        assert!(error.contains("move this file away") && error.contains("20261129T110000Z"), "{error}");
    }
}
