//! The setting that limits which languages may be named.

use std::{fmt, str::FromStr};

use crate::tags::{self, KnownLanguage, LANGUAGES};

/// A choice of languages: all, only some, or all except some.
///
/// ```
/// use language_detector::{LanguageChoice, LanguageDetector};
///
/// let choice: LanguageChoice = "only:en,de".parse()?;
/// let detector = LanguageDetector::new().choosing(choice);
/// let found = detector.detect("", "De brug blijft tot het voorjaar dicht", None);
/// assert!(found.candidates.iter().all(|candidate| ["en", "de"].contains(&candidate.language.tag)));
/// # Ok::<(), String>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LanguageChoice {
    /// Whether each row of the table of languages may be named.
    allowed: [bool; LANGUAGES.len()],
}

impl LanguageChoice {
    /// Reports whether every language may be named.
    pub fn is_all(&self) -> bool {
        self.allowed.iter().all(|allowed| *allowed)
    }

    /// Reports whether `language` may be named.
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

    /// Parses `all`, `only:en,de` or `not:nn,gl`. A list without a word before it means `only`.
    fn from_str(value: &str) -> Result<Self, String> {
        if value.trim() == "all" {
            return Ok(Self::default());
        }
        let (listed_are, list) = match value.split_once(':') {
            Some(("only", list)) => (true, list),
            Some(("not", list)) => (false, list),
            None => (true, value),
            Some(_) => {
                return Err(format!(
                    "invalid choice of languages `{value}`: use `all`, `only:en,de` or `not:nn,gl`"
                ));
            }
        };
        let mut allowed = [!listed_are; LANGUAGES.len()];
        for tag in list.split(',').map(str::trim) {
            let language = tags::by_subtag(tag)
                .ok_or_else(|| format!("unknown language `{tag}`: use a tag such as `en` or `deu`"))?;
            for (allowed, _) in allowed.iter_mut().zip(&LANGUAGES).filter(|(_, row)| *row == language) {
                *allowed = listed_are;
            }
        }
        Ok(Self { allowed })
    }
}

impl fmt::Display for LanguageChoice {
    /// Writes the shorter of the two lists.
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
    fn a_list_names_what_is_allowed_or_denied() {
        check("all", &["en", "nn"], &[]);
        check("en, de", &["en", "de"], &["fr"]);
        check("only:en,deu", &["en", "de"], &["fr"]);
        check("not:nn,gl", &["en", "pt"], &["nn", "gl"]);
    }

    #[test]
    fn rejects_an_unknown_language() {
        for value in ["", "only:", "english", "some:en", "en,,de"] {
            assert!(value.parse::<LanguageChoice>().is_err(), "{value}");
        }
    }
}
