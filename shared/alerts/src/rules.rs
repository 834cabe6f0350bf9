//! Rules in TOML.

use std::{collections::BTreeMap, error::Error, fmt};

use messages::Once;
use serde::Deserialize;
use text::Span;
use toml::Spanned;

use crate::query::{self, Atom, Query};

/// The longest name of a rule, in bytes. It is a part of a subject and of message ids.
const LONGEST_NAME: usize = 64;
/// How many problems a report shows.
const MOST_SHOWN: usize = 20;

/// A saved search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The name: letters, digits, `-` and `_`.
    pub name: String,
    /// What an article must have.
    pub query: Query,
    /// Whether it raises one alert for each article, or one for each story.
    pub once: Once,
}

impl Rule {
    /// Reports whether it asks for stories, which only articles of a story-linker have.
    pub fn needs_stories(&self) -> bool {
        self.once == Once::Story || asks_for_stories(&self.query)
    }
}

fn asks_for_stories(query: &Query) -> bool {
    match query {
        Query::Atom(atom) => matches!(atom, Atom::Story { .. }),
        Query::All(parts) | Query::Any(parts) => parts.iter().any(asks_for_stories),
        Query::Not(inside) => asks_for_stories(inside),
    }
}

/// A text with rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleFile<'f> {
    /// The name, for errors.
    pub name: &'f str,
    /// The TOML.
    pub text: &'f str,
}

/// A problem with a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleError {
    /// The name of the file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The character of the line, from 1.
    pub column: usize,
    /// The name of the rule, if it has one.
    pub rule: Option<String>,
    /// What is wrong, and how to correct it.
    pub problem: String,
}

/// All problems with a set of rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleErrors(pub Vec<RuleError>);

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(default)]
    rule: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: Spanned<String>,
    query: Spanned<String>,
    #[serde(default)]
    once: Once,
    /// A note for those who keep the rules. Nothing reads it.
    #[serde(default, rename = "note")]
    _note: Option<String>,
}

/// Reads rules. The names of all files together must differ.
///
/// ```
/// use alerts::{RuleFile, read};
///
/// let text = r#"
/// [[rule]]
/// name = "ministers"
/// query = 'minist* AND language:en'
/// "#;
/// assert_eq!(read(&[RuleFile { name: "rules.toml", text }])?.len(), 1);
///
/// let wrong = text.replace("minist*", "minist* rain");
/// let errors = read(&[RuleFile { name: "rules.toml", text: &wrong }]).unwrap_err();
/// assert!(errors.to_string().starts_with("rules.toml:4:18: rule `ministers`: an operator is missing"));
/// # Ok::<(), alerts::RuleErrors>(())
/// ```
///
/// # Errors
///
/// When a file is not TOML, a rule cannot be read, two rules have one name, or there is no rule.
pub fn read(files: &[RuleFile<'_>]) -> Result<Vec<Rule>, RuleErrors> {
    let mut reader = Reader::default();
    for file in files {
        reader.file(*file);
    }
    if reader.rules.is_empty() && reader.errors.is_empty() {
        let name = files.first().map_or("the rules", |file| file.name);
        let problem = "there is no rule: add `[[rule]]` with a `name` and a `query`";
        reader.errors.push(RuleError::new(name, (1, 1), None, problem));
    }
    if reader.errors.is_empty() { Ok(reader.rules) } else { Err(RuleErrors(reader.errors)) }
}

#[derive(Default)]
struct Reader {
    rules: Vec<Rule>,
    errors: Vec<RuleError>,
    /// Where each name was given first.
    names: BTreeMap<String, String>,
}

impl Reader {
    fn file(&mut self, file: RuleFile<'_>) {
        // A byte order mark is not TOML, and some editors write one.
        let text = file.text.strip_prefix('\u{feff}').unwrap_or(file.text);
        let file = RuleFile { text, ..file };
        match toml::from_str::<Table>(text) {
            Ok(table) => {
                for entry in table.rule {
                    self.entry(file, entry);
                }
            }
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                self.errors.push(RuleError::new(file.name, place(text, at), None, error.message()));
            }
        }
    }

    fn entry(&mut self, file: RuleFile<'_>, entry: Entry) {
        let at = place(file.text, entry.name.span().start);
        let name = entry.name.into_inner();
        let error = |at, problem: &str| RuleError::new(file.name, at, Some(&name), problem);
        if !is_name(&name) {
            let problem = format!("a name has 1 to {LONGEST_NAME} letters (a to z), digits, `-` and `_`");
            self.errors.push(error(at, &problem));
        } else if let Some(first) = self.names.get(&name) {
            self.errors.push(error(at, &format!("the name is taken by a rule at {first}: choose another")));
        } else {
            let (line, column) = at;
            self.names.insert(name.clone(), format!("{}:{line}:{column}", file.name));
        }
        match query::parse(entry.query.get_ref()) {
            Ok(query) => self.rules.push(Rule { name, query, once: entry.once }),
            Err(problem) => {
                let at = place(file.text, place_of_query(file.text, &entry.query, problem.at));
                self.errors.push(error(at, &problem.problem));
            }
        }
    }
}

/// Returns the byte of the file at which byte `at` of a query is.
///
/// A query with escapes is not in the file as it is. Its errors are at its beginning.
fn place_of_query(text: &str, query: &Spanned<String>, at: usize) -> usize {
    let span = Span::from(query.span());
    let begins = span.of(text).find(query.get_ref().as_str());
    begins.map_or(span.start, |begins| span.start + begins + at)
}

/// Returns line and character of a byte of a text, from 1.
fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

fn is_name(name: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (1..=LONGEST_NAME).contains(&name.len()) && name.bytes().all(is_allowed)
}

impl RuleError {
    fn new(file: &str, (line, column): (usize, usize), rule: Option<&str>, problem: &str) -> Self {
        let rule = rule.map(str::to_owned);
        Self { file: file.to_owned(), line, column, rule, problem: problem.to_owned() }
    }
}

impl fmt::Display for RuleError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, rule, problem } = self;
        write!(formatter, "{file}:{line}:{column}: ")?;
        if let Some(rule) = rule {
            write!(formatter, "rule `{rule}`: ")?;
        }
        formatter.write_str(problem)
    }
}

impl fmt::Display for RuleErrors {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, error) in self.0.iter().take(MOST_SHOWN).enumerate() {
            let break_before = if number == 0 { "" } else { "\n" };
            write!(formatter, "{break_before}{error}")?;
        }
        match self.0.len().saturating_sub(MOST_SHOWN) {
            0 => Ok(()),
            more => write!(formatter, "\nand {more} more"),
        }
    }
}

impl Error for RuleErrors {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn errors(text: &str) -> String {
        read(&[RuleFile { name: "r.toml", text }]).unwrap_err().to_string()
    }

    #[test]
    fn rules_have_a_name_a_query_and_perhaps_a_note() {
        let text = "[[rule]]\nname = \"a\"\nquery = \"rain\"\nnote = \"for the desk\"\n[[rule]]\nname = \"b\"\nquery = '''\nrain AND\nsnow\n'''\n";
        let rules = read(&[RuleFile { name: "r.toml", text }]).unwrap();
        assert_eq!(rules.iter().map(|rule| rule.name.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn a_rule_asks_for_stories_by_their_size_or_with_once() {
        let needs = |lines: &str| {
            let text = format!("[[rule]]\nname = \"a\"\n{lines}");
            let rules = read(&[RuleFile { name: "r.toml", text: &text }]).unwrap();
            rules.iter().map(Rule::needs_stories).collect::<Vec<_>>()
        };
        assert_eq!(needs("query = 'rain'\nonce = 'article'\n"), [false]);
        assert_eq!(needs("query = 'rain'\nonce = 'story'\n"), [true]);
        assert_eq!(needs("query = 'rain AND NOT (snow OR sources>=5)'\n"), [true]);
        let report = errors("[[rule]]\nname = \"a\"\nquery = 'rain'\nonce = 'day'\n");
        assert!(report.starts_with("r.toml:4:8: unknown variant `day`"), "{report}");
    }

    #[test]
    fn all_problems_are_reported_each_with_its_place() {
        let text = "[[rule]]\nname = \"a b\"\nquery = \"(rain\"\n[[rule]]\nname = \"b\"\nquery = '''\nrain AND\n  OR snow\n'''\n";
        assert_eq!(
            errors(text),
            "r.toml:2:8: rule `a b`: a name has 1 to 64 letters (a to z), digits, `-` and `_`\n\
             r.toml:3:10: rule `a b`: `(` is not closed: add `)`\n\
             r.toml:8:3: rule `b`: a word is missing here: write one before the operator or bracket"
        );
    }

    #[test]
    fn a_query_with_escapes_has_its_errors_at_its_beginning() {
        assert!(
            errors("[[rule]]\nname = \"a\"\nquery = \"\\\"x\\\" OR (\"")
                .starts_with("r.toml:3:9: rule `a`: ")
        );
    }

    #[test]
    fn two_rules_of_all_files_have_different_names() {
        let file = |name| RuleFile { name, text: "[[rule]]\nname = \"a\"\nquery = \"rain\"\n" };
        let report = read(&[file("one.toml"), file("two.toml")]).unwrap_err().to_string();
        assert_eq!(
            report,
            "two.toml:2:8: rule `a`: the name is taken by a rule at one.toml:2:8: choose another"
        );
    }

    #[test]
    fn what_is_not_toml_or_has_unknown_members_is_named() {
        assert!(errors("[[rule]]\nname = ").starts_with("r.toml:2:"));
        let report = errors("[[rule]]\nname = \"a\"\nquery = \"b\"\nfrequency = 1\n");
        assert!(report.starts_with("r.toml:4:1: unknown field `frequency`"), "{report}");
        assert!(errors("[[rule]]\nname = \"a\"\n").contains("missing field `query`"));
    }

    #[test]
    fn a_file_without_rules_is_an_error() {
        for text in ["", "# nothing\n", "\u{feff}"] {
            assert!(errors(text).contains("there is no rule"), "{text:?}");
        }
    }

    #[test]
    fn a_long_report_is_cut() {
        let text: String = (0..50)
            .map(|number| ["[[rule]]\nname = \"r", &number.to_string(), "\"\nquery = \"\"\n"].concat())
            .collect();
        let report = errors(&text);
        assert!(report.ends_with("and 30 more") && report.lines().count() == 21, "{report}");
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(text in "(\\PC|\\n|\\[\\[rule\\]\\]\\n|name = \"a\"\\n|query = \"b\"\\n|[\"'()]){0,30}") {
            drop(read(&[RuleFile { name: "r.toml", text: &text }]));
        }
    }
}
