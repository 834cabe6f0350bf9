//! When changed rules are taken over. Pure.

use crate::files::RuleFiles;

/// What was seen of the files.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    /// What the rules were last read from, whether they could be read or not.
    read: RuleFiles,
    /// What was seen at the last look, if it was something else.
    changed: Option<RuleFiles>,
}

impl Watch {
    /// Begins with the files that were read.
    pub(crate) fn new(read: RuleFiles) -> Self {
        Self { read, changed: None }
    }

    /// Returns the files if they changed, and are as they were at the last look. So a file that is just being written
    /// is not taken for a shorter one.
    pub(crate) fn look(&mut self, files: RuleFiles) -> Option<&RuleFiles> {
        if files == self.read {
            self.changed = None;
            return None;
        }
        if self.changed.as_ref() != Some(&files) {
            self.changed = Some(files);
            return None;
        }
        self.changed = None;
        self.read = files;
        Some(&self.read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(text: &str) -> RuleFiles {
        RuleFiles::of("a.toml", text)
    }

    #[test]
    fn a_change_counts_when_it_is_seen_twice() {
        let mut watch = Watch::new(files("a"));
        assert_eq!(watch.look(files("a")), None);
        assert_eq!(watch.look(files("")), None);
        assert_eq!(watch.look(files("ab")), None);
        assert_eq!(watch.look(files("ab")), Some(&files("ab")));
        assert_eq!(watch.look(files("ab")), None);
    }

    #[test]
    fn a_change_that_is_taken_back_does_not_count() {
        let mut watch = Watch::new(files("a"));
        assert_eq!(watch.look(files("b")), None);
        assert_eq!(watch.look(files("a")), None);
        assert_eq!(watch.look(files("b")), None);
    }
}
