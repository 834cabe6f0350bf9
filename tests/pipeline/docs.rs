//! Checks the documents: links, paths, commands, flags, environment variables and the sample output exist as
//! written.

mod commands;
mod markdown;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use pipeline_tests::{Binaries, Process};

use self::markdown::Document;

/// Folders whose Markdown files are checked, in addition to the root.
const FOLDERS: [&str; 10] = [
    "clients/python",
    "docs",
    "deploy",
    "examples",
    "lab",
    "lab/teacher",
    "services/entity-tagger",
    "services/segmenter",
    "tests/faults",
    "vendor",
];
/// Folders that a path in a document may begin with.
const TOP: [&str; 12] = [
    ".ci", ".github", "clients", "deploy", "docs", "examples", "fuzz", "lab", "services", "shared", "tests",
    "vendor",
];
/// Files that a command of the documents creates.
const GENERATED: [&str; 3] = ["deploy/.env", "deploy/secrets", "services/entity-tagger/model/cs.bin"];
/// Folders and extensions in which an environment variable must occur to count as existing.
const SOURCES: [(&str, &str); 4] =
    [("shared/runtime/src", "rs"), ("services", "rs"), ("deploy", "yml"), ("lab/src", "rs")];

/// Returns the root folder of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Reads all documents, sorted by path.
fn documents() -> Vec<Document> {
    let folders = std::iter::once(root()).chain(FOLDERS.map(|folder| root().join(folder)));
    let files = folders.flat_map(|folder| fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        files.filter(|file| file.extension().is_some_and(|end| end == "md")).collect();
    files.sort();
    files.into_iter().map(|file| Document::read(&root(), &file)).collect()
}

/// Fails with all `faults` at once.
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults in the documents:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_link_has_a_target() {
    let documents = documents();
    let anchors = |file: &Path| {
        documents.iter().find(|document| document.file == file).map(Document::anchors).unwrap_or_default()
    };
    let mut faults = vec![];
    for document in &documents {
        for link in document.links().into_iter().filter(|link| !link.contains("://")) {
            let (path, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let file = if path.is_empty() { document.file.clone() } else { document.folder().join(path) };
            let Ok(file) = file.canonicalize() else {
                faults.push(format!("{}: no file {path}", document.name));
                continue;
            };
            if !anchor.is_empty() && !anchors(&file).contains(anchor) {
                faults.push(format!("{}: no heading for {link}", document.name));
            }
        }
    }
    none(&faults);
}

/// Reports whether `code` names a file or folder of the repository, without placeholders.
fn is_path(code: &str) -> bool {
    let placeholder = ["xx.", "<", "*", "…", "NAME", "DIR"].iter().any(|mark| code.contains(mark));
    let plain = code.chars().all(|character| character.is_ascii_alphanumeric() || "/._-".contains(character));
    let top = code.split('/').next().unwrap_or_default();
    code.contains('/') && plain && !placeholder && TOP.contains(&top)
}

#[test]
fn every_path_in_the_text_exists() {
    let mut faults = vec![];
    for document in documents() {
        let is_generated = |path: &str| GENERATED.iter().any(|start| path.starts_with(start));
        for path in document.code_spans().into_iter().filter(|code| is_path(code) && !is_generated(code)) {
            if !root().join(&path).exists() {
                faults.push(format!("{}: no {path}", document.name));
            }
        }
    }
    none(&faults);
}

#[test]
fn a_command_that_does_not_exist_is_reported() {
    for line in [
        "wiredesk frobnicate",
        "wiredesk dead frobnicate",
        "wiredesk status --frobnicate",
        "NATS_URL=x segmenter --frobnicate | wiredesk publish -",
        "cargo run --release --bin wiredesk -- annotate --frobnicate",
        "cargo lab frobnicate",
        "cargo faults --frobnicate 3",
        "cargo test --package frobnicate",
        "cargo install --path services/segmenter --features frobnicate",
        ".ci/run frobnicate",
        "deploy/frobnicate",
        "kubectl apply -k deploy/kubernetes/frobnicate",
        "docker-compose -f docker-compose.frobnicate.yml up -d",
        "docker-compose up -d --scale frobnicate=3",
    ] {
        assert_eq!(commands::faults(&root(), line).len(), 1, "{line}");
    }
}

#[test]
fn every_command_and_flag_exists() {
    let mut faults = vec![];
    for document in documents() {
        for line in document.command_lines() {
            let found = commands::faults(&root(), &line);
            faults.extend(found.into_iter().map(|fault| format!("{}: {fault} (`{line}`)", document.name)));
        }
    }
    none(&faults);
}

/// Appends all files with `extension` in `folder` and below to `text`.
fn append(folder: &Path, extension: &str, text: &mut String) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            append(&path, extension, text);
        } else if path.extension().is_some_and(|end| end == extension) {
            text.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

#[test]
fn every_environment_variable_exists() {
    let mut sources = String::new();
    for (folder, extension) in SOURCES {
        append(&root().join(folder), extension, &mut sources);
    }
    let variables = |text: &str| -> BTreeSet<String> {
        let words = text.split(|character: char| !character.is_ascii_uppercase() && character != '_');
        words
            .filter(|word| word.starts_with("WIREDESK_") || word.starts_with("NATS_"))
            .map(str::to_owned)
            .collect()
    };
    let known = variables(&sources);
    let mut faults = vec![];
    for document in documents() {
        // `WIREDESK_MODEL_…` stands for a group of variables.
        let unknown = variables(&document.text)
            .into_iter()
            .filter(|name| !name.ends_with('_') && !known.contains(name));
        faults.extend(unknown.map(|name| format!("{}: no program reads {name}", document.name)));
    }
    none(&faults);
}

#[test]
fn the_sample_in_the_readme_is_what_the_program_prints() {
    let mut command = Binaries::built().command("wiredesk");
    command.current_dir(root()).args(["annotate", "--output", "pretty", "examples/article.txt"]);
    let (status, printed, complaint) = Process::run(command);
    assert!(status.success(), "{complaint}");
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let sample = readme.split("```text\n").nth(1).and_then(|rest| rest.split("\n```").next());
    assert_eq!(sample.unwrap().trim(), printed.trim());
}

#[test]
fn the_readme_stays_short() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(readme.lines().count() <= 170, "README.md has {} lines", readme.lines().count());
    let longest = readme.lines().max_by_key(|line| line.chars().count()).unwrap();
    assert!(longest.chars().count() <= 110, "too long: {longest}");
    for command in
        ["cargo run --release --bin wiredesk -- annotate examples/article.txt", "cargo test --workspace"]
    {
        assert!(readme.lines().any(|line| line.trim() == command), "README.md lacks `{command}`");
    }
}
