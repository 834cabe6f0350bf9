//! Rules on disk: one file, or all TOML files of a folder.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use alerts::{Rule, RuleErrors, RuleFile};

/// Files with rules, each with its path as it is shown in errors.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RuleFiles(Vec<(String, String)>);

impl RuleFiles {
    /// Reads a file, or all files of a folder that end in `.toml`, in the order of their names.
    ///
    /// # Errors
    ///
    /// When a file cannot be read, or is not UTF-8. The error names the file.
    pub fn load(path: &Path) -> io::Result<Self> {
        let paths = if path.is_dir() { in_folder(path).map_err(named(path))? } else { vec![path.to_owned()] };
        let read = |file: &PathBuf| {
            let text = fs::read_to_string(file).map_err(named(file))?;
            Ok((file.display().to_string(), text))
        };
        paths.iter().map(read).collect::<io::Result<Vec<_>>>().map(Self)
    }

    /// Reads the rules.
    ///
    /// # Errors
    ///
    /// When a rule cannot be read, or there is none.
    pub fn rules(&self) -> Result<Vec<Rule>, RuleErrors> {
        let files = self.0.iter().map(|(name, text)| RuleFile { name, text });
        alerts::read(&files.collect::<Vec<_>>())
    }
}

#[cfg(test)]
impl RuleFiles {
    pub(crate) fn of(name: &str, text: &str) -> Self {
        Self(vec![(name.to_owned(), text.to_owned())])
    }
}

/// Returns what adds the name of a file to an error.
fn named(file: &Path) -> impl Fn(io::Error) -> io::Error + '_ {
    move |error| io::Error::new(error.kind(), format!("cannot read `{}`: {error}", file.display()))
}

fn in_folder(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if !is_hidden && path.extension().is_some_and(|end| end == "toml") && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: &str = "[[rule]]\nname = \"rain\"\nquery = \"rain\"\n";

    #[test]
    fn a_folder_has_the_rules_of_all_its_toml_files() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("b.toml"), RULE).unwrap();
        fs::write(folder.path().join("a.toml"), RULE.replace("\"rain\"", "\"snow\"")).unwrap();
        fs::write(folder.path().join(".c.toml"), "half a rule").unwrap();
        fs::write(folder.path().join("README.md"), "no rules").unwrap();
        let rules = RuleFiles::load(folder.path()).unwrap().rules().unwrap();
        assert_eq!(rules.iter().map(|rule| rule.name.as_str()).collect::<Vec<_>>(), ["snow", "rain"]);
        let file = RuleFiles::load(&folder.path().join("b.toml")).unwrap();
        assert_eq!(file.rules().unwrap().len(), 1);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let error = RuleFiles::load(&folder.path().join("none.toml")).unwrap_err().to_string();
        assert!(error.starts_with("cannot read `") && error.contains("none.toml"), "{error}");
        let wrong = folder.path().join("wrong.toml");
        fs::write(&wrong, [0xff, 0xfe]).unwrap();
        assert!(RuleFiles::load(&wrong).unwrap_err().to_string().contains("wrong.toml"));
    }
}
