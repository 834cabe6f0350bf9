//! The little Markdown that the documents use: headings, links, code spans and code blocks.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// One Markdown file.
pub(super) struct Document {
    /// Path from the root of the repository, for messages.
    pub(super) name: String,
    /// Absolute path.
    pub(super) file: PathBuf,
    /// The whole text.
    pub(super) text: String,
    /// The text without code blocks.
    prose: String,
    /// The lines of all code blocks except sample output (fenced as `text`).
    code: Vec<String>,
}

impl Document {
    /// Reads `file`, which is below `root`.
    pub(super) fn read(root: &Path, file: &Path) -> Self {
        let text = fs::read_to_string(file).unwrap();
        let (mut prose, mut code, mut fence) = (String::new(), vec![], None);
        for line in text.lines() {
            match (line.trim_start().strip_prefix("```"), fence) {
                (Some(_), Some(_)) => fence = None,
                (Some(language), None) => fence = Some(language.trim()),
                (None, Some("text")) => {}
                (None, Some(_)) => code.push(line.to_owned()),
                (None, None) if line.starts_with("    ") => code.push(line.to_owned()),
                (None, None) => prose = prose + line + "\n",
            }
        }
        let name = file.strip_prefix(root).unwrap().display().to_string();
        Self { name, file: file.canonicalize().unwrap(), text, prose, code }
    }

    /// Returns the folder that links are relative to.
    pub(super) fn folder(&self) -> &Path {
        self.file.parent().unwrap()
    }

    /// Returns the targets of all links.
    pub(super) fn links(&self) -> Vec<String> {
        let targets = self.prose.split("](").skip(1);
        targets.map(|rest| rest.split(')').next().unwrap().to_owned()).collect()
    }

    /// Returns the anchors of all headings, as GitHub makes them.
    pub(super) fn anchors(&self) -> BTreeSet<String> {
        let headings = self.prose.lines().filter(|line| line.starts_with('#'));
        let kept = |character: &char| character.is_alphanumeric() || " -_".contains(*character);
        headings
            .map(|line| line.trim_start_matches('#').trim().to_lowercase())
            .map(|title| title.chars().filter(kept).collect::<String>().replace(' ', "-"))
            .collect()
    }

    /// Returns the text of all code spans, each on one line.
    pub(super) fn code_spans(&self) -> Vec<String> {
        let inside = self.prose.split('`').skip(1).step_by(2);
        inside.map(|code| code.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    }

    /// Returns what could be a command line: code spans and lines of code blocks, with continuation lines
    /// joined.
    pub(super) fn command_lines(&self) -> Vec<String> {
        let mut lines = self.code_spans();
        let mut continued = String::new();
        for line in &self.code {
            continued += line.trim();
            match continued.strip_suffix('\\') {
                Some(start) => continued = start.to_owned(),
                None => lines.push(std::mem::take(&mut continued)),
            }
        }
        lines
    }
}
