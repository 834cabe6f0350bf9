//! The strings of a Python file that is all tables: enough to read data that a package carries as code.

use std::iter::Peekable;
use std::str::Chars;

/// Every string literal in order, without comments and documentation.
pub(super) fn strings(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = source.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '#' => while rest.next_if(|next| *next != '\n').is_some() {},
            '"' | '\'' => found.extend(literal(character, &mut rest)),
            _ => {}
        }
    }
    found
}

/// The string whose opening quotation mark was just read; none if it is documentation.
fn literal(quote: char, rest: &mut Peekable<Chars<'_>>) -> Option<String> {
    if rest.next_if_eq(&quote).is_some() {
        let documentation = rest.next_if_eq(&quote).is_some();
        if documentation {
            skip_documentation(quote, rest);
        }
        return (!documentation).then(String::new);
    }
    let mut text = String::new();
    while let Some(character) = rest.next().filter(|character| *character != quote) {
        let escaped = if character == '\\' { rest.next() } else { None };
        text.push(escaped.unwrap_or(character));
    }
    Some(text)
}

fn skip_documentation(quote: char, rest: &mut Peekable<Chars<'_>>) {
    let mut marks = 0;
    for character in rest.by_ref() {
        marks = if character == quote { marks + 1 } else { 0 };
        if marks == 3 {
            return;
        }
    }
}

/// The variables of a file's classes with the strings that each is made of.
pub(super) fn variables(source: &str) -> Vec<(&str, Vec<String>)> {
    let mut starts: Vec<(usize, Option<&str>)> = Vec::new();
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        if starts_a_part(line) {
            starts.push((at, variable(line)));
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).map(|(start, _)| *start).chain([source.len()]);
    let parts = starts.iter().zip(ends);
    parts.filter_map(|((start, name), end)| Some(((*name)?, strings(source.get(*start..end)?)))).collect()
}

/// A line of a class that goes on with nothing: an assignment, a method, another class.
fn starts_a_part(line: &str) -> bool {
    let body = line.trim_start_matches(' ');
    line.len() - body.len() <= 4
        && body.starts_with(|first: char| first.is_alphabetic() || matches!(first, '_' | '@'))
}

/// The name in `name = …` and `name: Type = …`.
fn variable(line: &str) -> Option<&str> {
    let (left, _) = line.split_once('=')?;
    let name = left.split(':').next()?.trim();
    name.chars().all(|letter| letter.is_alphanumeric() || letter == '_').then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_read_without_comments_and_documentation() {
        let source =
            "\"\"\"It's \"a\" table\"\"\"\nNAMES = ('Ada', \"O'Neil\", 'D\\'Arc')  # 'Eve'\nEMPTY = ''\n";
        assert_eq!(strings(source), ["Ada", "O'Neil", "D'Arc", ""]);
    }

    #[test]
    fn variables_of_a_class_end_where_the_next_begins() {
        let source = "class Provider:\n    first: Tuple[str, ...] = (\n        \"Ada\",\n    )\n    \
                      both = first + last\n\n    def name(self):\n        return \"Eve\"\n    last = OrderedDict((\n        (\"Ek\", 0.5),\n    ))\n";
        let expected = [("first", vec!["Ada".to_owned()]), ("both", vec![]), ("last", vec!["Ek".to_owned()])];
        assert_eq!(variables(source), expected);
    }
}
