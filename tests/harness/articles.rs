//! Reads the test articles, `tests/articles/*.json`, which were written for the project.

use std::{fs, path::PathBuf};

use messages::{ArticleReceived, Event};

/// Returns the folder of the test articles.
pub fn articles_folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/articles"))
}

/// Returns the names of all test articles, sorted.
pub fn article_names() -> Vec<String> {
    let entries = fs::read_dir(articles_folder()).expect("tests/articles can be listed");
    let paths = entries.map(|entry| entry.expect("tests/articles can be listed").path());
    let articles = paths.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let mut names: Vec<String> =
        articles.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
    names.sort();
    names
}

/// Reads a test article as the pipeline receives it. `name` is that of the file without `.json`.
pub fn article(name: &str) -> ArticleReceived {
    let path = articles_folder().join(format!("{name}.json"));
    let payload = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    ArticleReceived::decode(&payload).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Reads all test articles, in the order of their names.
pub fn articles() -> Vec<ArticleReceived> {
    article_names().iter().map(|name| article(name)).collect()
}
