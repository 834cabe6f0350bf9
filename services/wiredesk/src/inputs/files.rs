//! Finds the sources that a path stands for: walks folders and looks at extensions.

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
};

use intake::DocumentFormat;

use super::{
    documents,
    format::{InputFormat, STDIN},
    input::{Articles, InputError},
    read, sniff,
};

/// The kind of a file, as its extension or the flag says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Json,
    Lines,
    Xml,
    Table,
    Archive,
    Document(DocumentFormat),
    /// A file that is named on the command line and whose extension says nothing.
    Unknown,
}

/// The extensions of the files that are read from a folder, with their kinds.
const EXTENSIONS: [(&str, Kind); 14] = [
    ("txt", Kind::Text),
    ("text", Kind::Text),
    ("json", Kind::Json),
    ("jsonl", Kind::Lines),
    ("ndjson", Kind::Lines),
    ("xml", Kind::Xml),
    ("rss", Kind::Xml),
    ("atom", Kind::Xml),
    ("csv", Kind::Table),
    ("tsv", Kind::Table),
    ("html", Kind::Document(DocumentFormat::Page)),
    ("htm", Kind::Document(DocumentFormat::Page)),
    ("xhtml", Kind::Document(DocumentFormat::Page)),
    ("warc", Kind::Archive),
];

/// A place that holds articles.
#[derive(Debug)]
pub(super) enum Source {
    Stdin,
    File(PathBuf),
    Unreadable(PathBuf, InputError),
}

/// Returns the sources that a path of the command line stands for.
pub(super) fn sources(path: &Path, format: InputFormat) -> Vec<Source> {
    if path.as_os_str() == STDIN {
        return vec![Source::Stdin];
    }
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => {
            let mut found = Vec::new();
            walk(path, format, &mut found);
            found
        }
        Ok(_) => vec![Source::File(path.to_owned())],
        Err(error) => vec![Source::Unreadable(path.to_owned(), error.into())],
    }
}

/// Adds the files in `folder` and in its folders to `found`, in the order of their names.
///
/// Does not follow links to folders, because they may form a cycle.
fn walk(folder: &Path, format: InputFormat, found: &mut Vec<Source>) {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => return found.push(Source::Unreadable(folder.to_owned(), error.into())),
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => walk(&path, format, found),
            Ok(_) if path.is_dir() => {}
            Ok(_) if format == InputFormat::Auto && kind(&path).is_none() => {}
            Ok(_) => found.push(Source::File(path)),
            Err(error) => found.push(Source::Unreadable(path, error.into())),
        }
    }
}

fn kind(path: &Path) -> Option<Kind> {
    let extension = path.extension()?.to_str()?;
    if extension.eq_ignore_ascii_case("gz") {
        // Of compressed files only archives are read.
        return kind(Path::new(path.file_stem()?)).filter(|kind| *kind == Kind::Archive);
    }
    EXTENSIONS.iter().find(|(known, _)| known.eq_ignore_ascii_case(extension)).map(|(_, kind)| *kind)
}

impl Source {
    /// Reports whether the source holds exactly one article. Returns `false` if only reading it would tell.
    pub(super) fn is_one_article(&self, format: InputFormat) -> bool {
        match self {
            Self::Unreadable(..) => true,
            Self::Stdin => format == InputFormat::Text,
            Self::File(path) => {
                matches!(kind_of_file(path, format), Kind::Text | Kind::Document(DocumentFormat::Page))
            }
        }
    }

    /// Opens the source and reads it article by article.
    pub(super) fn articles(self, format: InputFormat) -> Articles {
        match self {
            Self::Stdin => stdin_articles(format),
            Self::File(path) => file_articles(&path, format),
            Self::Unreadable(path, error) => error.at(path.display().to_string()),
        }
    }
}

fn kind_of_file(path: &Path, format: InputFormat) -> Kind {
    kind_of_flag(format).or_else(|| kind(path)).unwrap_or(Kind::Unknown)
}

/// Returns the kind that the flag names, or `None` for `auto`.
fn kind_of_flag(format: InputFormat) -> Option<Kind> {
    match format {
        InputFormat::Auto => None,
        InputFormat::Text => Some(Kind::Text),
        InputFormat::Jsonl => Some(Kind::Lines),
        InputFormat::Feed => Some(Kind::Document(DocumentFormat::Feed)),
        InputFormat::Ninjs => Some(Kind::Document(DocumentFormat::Ninjs)),
        InputFormat::Newsml => Some(Kind::Document(DocumentFormat::Newsml)),
        InputFormat::Csv => Some(Kind::Table),
        InputFormat::Html => Some(Kind::Document(DocumentFormat::Page)),
        InputFormat::Warc => Some(Kind::Archive),
    }
}

fn stdin_articles(format: InputFormat) -> Articles {
    let stdin = BufReader::new(io::stdin());
    let name = STDIN.to_owned();
    match kind_of_flag(format) {
        Some(kind) => articles_of(kind, format, name, stdin),
        None => sniff::any(name, stdin),
    }
}

fn file_articles(path: &Path, format: InputFormat) -> Articles {
    let name = path.display().to_string();
    match File::open(path) {
        Ok(file) => articles_of(kind_of_file(path, format), format, name, BufReader::new(file)),
        Err(error) => InputError::from(error).at(name),
    }
}

fn articles_of(
    kind: Kind,
    format: InputFormat,
    name: String,
    reader: impl BufRead + Send + 'static,
) -> Articles {
    match kind {
        Kind::Text => read::text(name, reader),
        // The flag says that each line is an article.
        Kind::Lines if format == InputFormat::Jsonl => read::lines(name, reader),
        Kind::Lines => documents::recognized(read::lines(name, reader)),
        Kind::Json => sniff::json(name, reader),
        Kind::Xml => documents::xml(name, reader),
        Kind::Table => documents::table(name, reader),
        Kind::Archive => documents::archive(name, reader),
        Kind::Unknown => sniff::unknown(name, reader),
        Kind::Document(format) => documents::document(name, reader, format),
    }
}
