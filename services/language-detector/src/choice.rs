//! Which languages may be named: a setting.

use std::{fmt, str::FromStr};

use crate::tags::{self, KnownLanguage, LANGUAGES};

/// All languages, only some, or all but some.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LanguageChoice {
    /// One for each row of the table of languages.
    allowed: [bool; LANGUAGES.len()],
}

impl LanguageChoice {
    /// Whether every language may be named.
    pub fn is_all(&self) -> bool {
        self.allowed.iter().all(|allowed| *allowed)
    }

    pub(crate) fn allows(&self, language: &KnownLanguage) -> bool {
        let row = LANGUAGES.iter().position(|row| row == language);
        row.and_then(|row| self.allowed.get(row)).is_some_and(|allowed| *allowed)
    }
}

impl Default for LanguageChoice {
    fn default() -> Self {
        Self { allowed: [true; LANGUAGES.len()] }
    }
}

impl FromStr for LanguageChoice {
    type Err = String;

    fn from_str(value: &str) -> Result<Self, String> {
        if value.trim() == "all" {
            return Ok(Self::default());
        }
        let (listed_are, list) = match value.split_once(':') {
            Some(("only", list)) => (true, list),
            Some(("not", list)) => (false, list),
            None => (true, value),
            Some(_) => return Err(format!("`{value}` is none of `all`, `only:en,de` and `not:nn,gl`")),
        };
        let mut allowed = [!listed_are; LANGUAGES.len()];
        for tag in list.split(',').map(str::trim) {
            let language =
                tags::by_subtag(tag).ok_or_else(|| format!("`{tag}` is no language that can be detected"))?;
            for (allowed, _) in allowed.iter_mut().zip(&LANGUAGES).filter(|(_, row)| *row == language) {
                *allowed = listed_are;
            }
        }
        Ok(Self { allowed })
    }
}

impl fmt::Display for LanguageChoice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.allowed.iter().filter(|allowed| **allowed).count();
        if count == LANGUAGES.len() {
            return formatter.write_str("all");
        }
        let listed_are = 2 * count <= LANGUAGES.len();
        let rows = LANGUAGES.iter().zip(self.allowed).filter(|(_, allowed)| *allowed == listed_are);
        let tags: Vec<&str> = rows.map(|(row, _)| row.tag).collect();
        write!(formatter, "{}:{}", if listed_are { "only" } else { "not" }, tags.join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: &str, allowed: &[&str], denied: &[&str]) {
        let choice: LanguageChoice = value.parse().unwrap();
        let allows = |tag: &&str| choice.allows(tags::by_subtag(tag).unwrap());
        assert!(allowed.iter().all(allows) && !denied.iter().any(allows), "{value}");
        assert_eq!(choice.to_string().parse(), Ok(choice), "{value}");
    }

    #[test]
    fn a_list_allows_or_denies() {
        check("all", &["en", "nn"], &[]);
        check("en, de", &["en", "de"], &["fr"]);
        check("only:en,deu", &["en", "de"], &["fr"]);
        check("not:nn,gl", &["en", "pt"], &["nn", "gl"]);
    }

    #[test]
    fn what_is_no_language_is_refused() {
        for value in ["", "only:", "english", "some:en", "en,,de"] {
            assert!(value.parse::<LanguageChoice>().is_err(), "{value}");
        }
    }
}
