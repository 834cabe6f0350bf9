//! The files of a folder: one that is being written, and closed ones.
//!
//! The state of the sink is in the files. An event is acknowledged after its line is on disk, so what comes again is
//! among the last lines.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, BufReader, Error, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use bytes::Bytes;
use time::OffsetDateTime;

use super::{
    lines::{Held, Identity, Print, REMEMBERED, Recent, line, print},
    names::{CLOSED, OPEN, begun_at, stem},
};

/// When a file is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limits {
    /// The size from which on it is closed, in bytes.
    pub(crate) bytes: u64,
    /// The age from which on it is closed.
    pub(crate) age: Duration,
}

/// What the files of a folder are for.
#[derive(Debug)]
pub(crate) struct Purpose {
    /// The part of a line that identifies it.
    pub(crate) identity: Identity,
    /// What was written lately and is no longer in the folder, the oldest line first.
    pub(crate) written: Vec<Print>,
    /// Another folder, and the end of a name there: a new file takes no stem that has a file there.
    pub(crate) successors: Option<(PathBuf, &'static str)>,
}

impl Default for Purpose {
    fn default() -> Self {
        Self { identity: |line| line, written: Vec::new(), successors: None }
    }
}

/// The files of a folder, of which one may be open.
#[derive(Debug)]
pub(crate) struct Files {
    folder: PathBuf,
    identity: Identity,
    successors: Option<(PathBuf, &'static str)>,
    /// The folder, which is locked for as long as this is open.
    lock: File,
    limits: Limits,
    open: Option<OpenFile>,
    recent: Recent,
    /// Whether the open file must be read back, because a write to it failed.
    is_in_doubt: bool,
}

#[derive(Debug)]
struct OpenFile {
    file: File,
    /// The name without its end.
    stem: String,
    begun: OffsetDateTime,
    /// In bytes.
    length: u64,
}

impl Files {
    /// Opens a folder, and creates it if it is missing. Reads back the last lines.
    pub(crate) fn open(folder: &Path, limits: Limits, purpose: Purpose) -> io::Result<Self> {
        fs::create_dir_all(folder).map_err(|error| at(folder, "cannot create", &error))?;
        let lock = File::open(folder).map_err(|error| at(folder, "cannot open", &error))?;
        lock.try_lock().map_err(|error| {
            at(folder, "another sink writes to this folder: choose another one for", &error.into())
        })?;
        let mut files = Self {
            folder: folder.to_owned(),
            identity: purpose.identity,
            successors: purpose.successors,
            lock,
            limits,
            open: None,
            recent: Recent::default(),
            is_in_doubt: false,
        };
        purpose.written.into_iter().for_each(|print| files.recent.add(print));
        files.read_back()?;
        Ok(files)
    }

    /// Appends events that are not among the last lines, and returns when they are on disk. Closes the open file
    /// first if it is due.
    pub(crate) fn append(&mut self, events: &[Bytes], now: OffsetDateTime) -> io::Result<()> {
        if self.is_in_doubt {
            self.read_back()?;
        }
        self.close_if_due(now)?;
        let mut in_batch = BTreeSet::new();
        let lines = events.iter().map(|event| line(event)).map(|line| (print((self.identity)(&line)), line));
        let new: Vec<(Print, Vec<u8>)> =
            lines.filter(|(print, _)| !self.recent.contains(print) && in_batch.insert(*print)).collect();
        if new.is_empty() {
            return Ok(());
        }
        let open = match self.open.take() {
            Some(open) => open,
            None => self.begin(now)?,
        };
        let appended = self.open.insert(open).append(&new);
        if let Err(error) = appended {
            // What the file holds now is not certain, so it is read again before the next write.
            self.is_in_doubt = true;
            return Err(at(&self.path(OPEN), "cannot write", &error));
        }
        for (print, _) in new {
            self.recent.add(print);
        }
        Ok(())
    }

    /// Returns the paths of the closed files, in the order in which they were begun.
    #[cfg(feature = "parquet")]
    pub(crate) fn closed(&self) -> io::Result<Vec<PathBuf>> {
        Ok(begun(&self.folder, &[CLOSED])?.iter().map(|name| self.folder.join(name)).collect())
    }

    fn close_if_due(&mut self, now: OffsetDateTime) -> io::Result<()> {
        let Some(open) = &self.open else { return Ok(()) };
        let is_due = open.length >= self.limits.bytes || now - open.begun >= self.limits.age;
        if !is_due || open.length == 0 {
            return Ok(());
        }
        let (from, to) = (self.path(OPEN), self.path(CLOSED));
        fs::rename(&from, to).map_err(|error| at(&from, "cannot rename", &error))?;
        self.lock.sync_all().map_err(|error| at(&self.folder, "cannot sync", &error))?;
        self.open = None;
        Ok(())
    }

    /// Begins a file.
    fn begin(&self, now: OffsetDateTime) -> io::Result<OpenFile> {
        let here = [OPEN, CLOSED].map(|end| (&self.folder, end));
        let elsewhere = self.successors.iter().map(|(folder, end)| (folder, *end));
        let places: Vec<_> = here.into_iter().chain(elsewhere).collect();
        let exists =
            |stem: &String| places.iter().any(|(folder, end)| folder.join(format!("{stem}{end}")).exists());
        let mut stems = (0..).map(|number| stem(now, number));
        let stem = stems.find(|stem| !exists(stem)).unwrap_or_default();
        let path = self.folder.join(format!("{stem}{OPEN}"));
        let file = File::options().append(true).create_new(true).open(&path);
        let file = file.map_err(|error| at(&path, "cannot create", &error))?;
        self.lock.sync_all().map_err(|error| at(&self.folder, "cannot sync", &error))?;
        Ok(OpenFile { file, stem, begun: now, length: 0 })
    }

    /// Reads the last lines of all files, and cuts off an interrupted one.
    fn read_back(&mut self) -> io::Result<()> {
        let names = begun(&self.folder, &[OPEN, CLOSED])?;
        self.open = None;
        let (mut files, mut count) = (Vec::new(), 0);
        for name in names.iter().rev() {
            let held = self.held(name)?;
            if name.ends_with(OPEN) && self.open.is_none() {
                self.open = Some(self.reopen(name, held.length)?);
            }
            count += held.prints.len();
            files.push(held);
            if count >= REMEMBERED {
                break;
            }
        }
        let oldest_first = files.into_iter().rev().flat_map(|held| held.prints);
        for print in oldest_first {
            self.recent.add(print);
        }
        self.is_in_doubt = false;
        Ok(())
    }

    fn reopen(&self, name: &str, length: u64) -> io::Result<OpenFile> {
        let path = self.folder.join(name);
        let reopened = || {
            let file = File::options().append(true).open(&path)?;
            file.set_len(length)?;
            // Its lines count as written, so they must be on disk.
            file.sync_all()?;
            Ok(file)
        };
        let file = reopened().map_err(|error| at(&path, "cannot open", &error))?;
        let stem = name.strip_suffix(OPEN).unwrap_or(name).to_owned();
        let begun = begun_at(name).unwrap_or(OffsetDateTime::UNIX_EPOCH);
        Ok(OpenFile { file, stem, begun, length })
    }

    fn held(&self, name: &str) -> io::Result<Held> {
        let path = self.folder.join(name);
        let read = File::open(&path).and_then(|file| Held::read(BufReader::new(file), self.identity));
        read.map_err(|error| at(&path, "cannot read", &error))
    }

    /// Returns the path of the open file with this end.
    fn path(&self, end: &str) -> PathBuf {
        let stem = self.open.as_ref().map(|open| open.stem.as_str()).unwrap_or_default();
        self.folder.join(format!("{stem}{end}"))
    }
}

impl OpenFile {
    /// Appends lines and waits until they are on disk. After an error it has those of before.
    fn append(&mut self, lines: &[(Print, Vec<u8>)]) -> io::Result<()> {
        let all: Vec<u8> = lines.iter().flat_map(|(_, line)| line.iter().copied()).collect();
        let appended = self.file.write_all(&all).and_then(|()| self.file.sync_data());
        match &appended {
            Ok(()) => self.length += all.len() as u64,
            // If this fails, too, reading back cuts off what is not whole.
            Err(_) => drop(self.file.set_len(self.length)),
        }
        appended
    }
}

/// Returns the names of the sink's files in a folder with one of these ends, in the order in which they were begun.
pub(crate) fn begun(folder: &Path, ends: &[&str]) -> io::Result<Vec<String>> {
    let entries = fs::read_dir(folder).map_err(|error| at(folder, "cannot read", &error))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| begun_at(name).is_some() && ends.iter().any(|end| name.ends_with(end)))
        .collect();
    names.sort_unstable();
    Ok(names)
}

/// Returns an error that names the file.
pub(crate) fn at(path: &Path, what: &str, error: &Error) -> Error {
    Error::new(error.kind(), format!("{what} `{}`: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    const NOON: OffsetDateTime = datetime!(2026-11-29 12:00 UTC);
    const LIMITS: Limits = Limits { bytes: 1_000, age: Duration::from_hours(1) };

    fn open(folder: &Path) -> Files {
        Files::open(folder, LIMITS, Purpose::default()).unwrap()
    }

    fn events(texts: &[&str]) -> Vec<Bytes> {
        texts.iter().map(|text| Bytes::from((*text).to_owned())).collect()
    }

    /// Returns the names of all files with their content, in order.
    fn contents(folder: &Path) -> Vec<(String, String)> {
        let mut all: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap())
            .map(|entry| {
                (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap())
            })
            .collect();
        all.sort_unstable();
        all
    }

    fn check(folder: &Path, expected: &[(&str, &str)]) {
        let expected: Vec<_> =
            expected.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        assert_eq!(contents(folder), expected);
    }

    #[test]
    fn an_event_is_written_once_even_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let mut files = open(folder.path());
        files.append(&events(&["{1}", "{2}"]), NOON).unwrap();
        files.append(&events(&["{2}", "{3}"]), NOON).unwrap();
        drop(files);
        open(folder.path()).append(&events(&["{1}", "{3}", "{4}"]), NOON).unwrap();
        check(folder.path(), &[("20261129T120000Z.jsonl.part", "{1}\n{2}\n{3}\n{4}\n")]);
    }

    #[test]
    fn an_event_that_comes_twice_in_a_batch_is_written_once() {
        let folder = tempfile::tempdir().unwrap();
        open(folder.path()).append(&events(&["{1}", "{1}"]), NOON).unwrap();
        check(folder.path(), &[("20261129T120000Z.jsonl.part", "{1}\n")]);
    }

    #[test]
    fn a_line_that_was_interrupted_is_written_again() {
        let folder = tempfile::tempdir().unwrap();
        let mut files = open(folder.path());
        files.append(&events(&["{1}"]), NOON).unwrap();
        let path = folder.path().join("20261129T120000Z.jsonl.part");
        File::options().append(true).open(path).unwrap().write_all(b"{\"half").unwrap();
        drop(files);
        open(folder.path()).append(&events(&["{1}", "{2}"]), NOON).unwrap();
        check(folder.path(), &[("20261129T120000Z.jsonl.part", "{1}\n{2}\n")]);
    }

    #[test]
    fn a_file_is_closed_when_it_is_old_or_large() {
        let folder = tempfile::tempdir().unwrap();
        let mut files = open(folder.path());
        files.append(&events(&["{1}"]), NOON).unwrap();
        files.append(&[], NOON + LIMITS.age).unwrap();
        check(folder.path(), &[("20261129T120000Z.jsonl", "{1}\n")]);
        let large = "x".repeat(1_000);
        files.append(&events(&[&large]), NOON + LIMITS.age).unwrap();
        files.append(&events(&["{2}"]), NOON + LIMITS.age).unwrap();
        let large = format!("{large}\n");
        check(
            folder.path(),
            &[
                ("20261129T120000Z.jsonl", "{1}\n"),
                ("20261129T130000Z.jsonl", &large),
                ("20261129T130000Z_0001.jsonl.part", "{2}\n"),
            ],
        );
    }

    #[test]
    fn an_event_of_any_of_the_last_files_is_not_written_again() {
        let folder = tempfile::tempdir().unwrap();
        let mut files = open(folder.path());
        let hours: [OffsetDateTime; 3] = [0, 1, 2].map(|hours| NOON + hours * LIMITS.age);
        for (now, event) in hours.into_iter().zip(["{1}", "{2}", "{3}"]) {
            files.append(&events(&[event]), now).unwrap();
        }
        files.append(&events(&["{2}", "{1}"]), hours[2]).unwrap();
        drop(files);
        open(folder.path()).append(&events(&["{1}", "{3}", "{2}"]), hours[2]).unwrap();
        let expected = [
            ("20261129T120000Z.jsonl", "{1}\n"),
            ("20261129T130000Z.jsonl", "{2}\n"),
            ("20261129T140000Z.jsonl.part", "{3}\n"),
        ];
        check(folder.path(), &expected);
    }

    #[test]
    fn a_second_sink_is_kept_out_of_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let first = open(folder.path());
        let refused = Files::open(folder.path(), LIMITS, Purpose::default()).unwrap_err().to_string();
        assert!(refused.contains("another sink writes to this folder"), "{refused}");
        drop(first);
        open(folder.path());
    }

    #[test]
    fn files_of_others_are_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("notes.jsonl.part"), "mine").unwrap();
        open(folder.path()).append(&events(&["{1}"]), NOON).unwrap();
        check(folder.path(), &[("20261129T120000Z.jsonl.part", "{1}\n"), ("notes.jsonl.part", "mine")]);
    }
}
