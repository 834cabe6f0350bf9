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

/// The tables of a folder.
#[derive(Debug)]
pub(crate) struct Tables {
    path: PathBuf,
    journal: Files,
    group: usize,
}

impl Tables {
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
mod tests;
