//! Reads a query.
//!
//! ```text
//! any  = all { "OR" all }
//! all  = not { "AND" not }
//! not  = "NOT" not | "(" any ")" | atom
//! atom = [ field ":" ] ( word | quotation ) | ( "articles" | "sources" ) ">=" number
//! ```

use std::slice::Iter;

use messages::{EntityType, Field};

use super::{
    Atom, Query,
    error::QueryError,
    lexer::{STORIES, Token, TokenKind, tokens},
};
use crate::phrase::Phrase;

/// How deep a query may be nested. It bounds the stack that reading and matching need.
const DEEPEST: usize = 64;

const FIELDS: &str = "headline, body, name, per, org, loc, misc, link, language, source";

/// Reads a query.
///
/// # Errors
///
/// When it is empty, not in the syntax, or nested too deeply.
pub fn parse(query: &str) -> Result<Query, QueryError> {
    let tokens = tokens(query)?;
    if tokens.is_empty() {
        return Err(QueryError::new(0, "the query is empty: write a word, such as `minist*`"));
    }
    let mut parser = Parser { rest: tokens.iter(), end: query.len() };
    let found = parser.any(0)?;
    match parser.rest.next() {
        None => Ok(found),
        Some(token) => Err(unexpected(token)),
    }
}

struct Parser<'t, 'q> {
    rest: Iter<'t, Token<'q>>,
    /// The length of the query.
    end: usize,
}

impl Parser<'_, '_> {
    fn any(&mut self, depth: usize) -> Result<Query, QueryError> {
        let mut parts = vec![self.all(depth)?];
        while self.skip(&TokenKind::Or) {
            parts.push(self.all(depth)?);
        }
        Ok(one_or(parts, Query::Any))
    }

    fn all(&mut self, depth: usize) -> Result<Query, QueryError> {
        let mut parts = vec![self.not(depth)?];
        while self.skip(&TokenKind::And) {
            parts.push(self.not(depth)?);
        }
        Ok(one_or(parts, Query::All))
    }

    fn not(&mut self, depth: usize) -> Result<Query, QueryError> {
        let Some(token) = self.rest.next() else {
            return Err(QueryError::new(self.end, "the query ends here: write a word behind the operator"));
        };
        if depth == DEEPEST {
            let problem = format!("more than {DEEPEST} brackets and NOT inside each other: split the rule");
            return Err(QueryError::new(token.span.start, problem));
        }
        match &token.kind {
            TokenKind::Not => Ok(Query::Not(Box::new(self.not(depth + 1)?))),
            TokenKind::Open => {
                let inside = self.any(depth + 1)?;
                if self.skip(&TokenKind::Close) {
                    return Ok(inside);
                }
                match self.rest.next() {
                    Some(other) => Err(unexpected(other)),
                    None => Err(QueryError::new(token.span.start, "`(` is not closed: add `)`")),
                }
            }
            TokenKind::Story { count, least } => {
                Ok(Query::Atom(Atom::Story { count: *count, least: *least }))
            }
            TokenKind::Term { field, text, ends_open } => {
                atom(*field, text, *ends_open).map_err(|problem| QueryError::new(token.span.start, problem))
            }
            TokenKind::And | TokenKind::Or | TokenKind::Close => {
                let problem = "a word is missing here: write one before the operator or bracket";
                Err(QueryError::new(token.span.start, problem))
            }
        }
    }

    fn skip(&mut self, kind: &TokenKind<'_>) -> bool {
        let is_next = self.rest.as_slice().first().is_some_and(|token| token.kind == *kind);
        if is_next {
            self.rest.next();
        }
        is_next
    }
}

/// Explains a token behind a complete query.
fn unexpected(token: &Token<'_>) -> QueryError {
    let problem = match &token.kind {
        TokenKind::Close => "`)` closes nothing: remove it, or add `(`",
        TokenKind::Term { text: "and" | "or" | "not", .. } => {
            "operators are in capitals: write AND, OR or AND NOT, or put the phrase in quotation marks"
        }
        TokenKind::Not => "an operator is missing: write AND NOT",
        _ => "an operator is missing: write AND or OR, or put a phrase in quotation marks",
    };
    QueryError::new(token.span.start, problem)
}

fn one_or(mut parts: Vec<Query>, many: fn(Vec<Query>) -> Query) -> Query {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        Some(last) => {
            parts.push(last);
            many(parts)
        }
        None => many(parts),
    }
}

fn atom(field: Option<&str>, text: &str, ends_open: bool) -> Result<Query, String> {
    let phrase = || {
        let written = if ends_open { format!("{text}*") } else { text.to_owned() };
        Phrase::parse(&written).map_err(|error| error.to_string())
    };
    let name = |of_type| Ok(Query::Atom(Atom::Name { of_type, phrase: phrase()? }));
    let in_field = |field| Ok(Query::Atom(Atom::Text { field, phrase: phrase()? }));
    match field {
        Some("story" | "stories") => Err(STORIES.to_owned()),
        None => in_field(None),
        Some("headline") => in_field(Some(Field::Headline)),
        Some("body") => in_field(Some(Field::Body)),
        Some("name") => name(None),
        Some("per") => name(Some(EntityType::Per)),
        Some("org") => name(Some(EntityType::Org)),
        Some("loc") => name(Some(EntityType::Loc)),
        Some("misc") => name(Some(EntityType::Misc)),
        Some("link") => link(text),
        Some("language") => languages(text),
        Some("source") => Ok(Query::Atom(Atom::Source(phrase()?))),
        Some(unknown) => Err(format!(
            "`{unknown}:` is not a field: use {FIELDS}, or put words with a colon in quotation marks"
        )),
    }
}

/// Reads `Q585` or `geonames:3143244`.
fn link(text: &str) -> Result<Query, String> {
    let (scheme, id) =
        text.split_once(':').map_or((None, text), |(scheme, id)| (Some(scheme.to_owned()), id));
    if id.is_empty() || id.contains(char::is_whitespace) || scheme.as_deref() == Some("") {
        return Err(
            "a link is an id, perhaps with its scheme: write `link:Q585` or `link:geonames:3143244`".into()
        );
    }
    Ok(Query::Atom(Atom::Link { scheme, id: id.to_owned() }))
}

/// Reads `en` or `en,pt-BR`.
fn languages(text: &str) -> Result<Query, String> {
    let is_tag = |tag: &&str| {
        let is_part = |part: &str| {
            (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        tag.split('-').all(is_part) && tag.split('-').next().is_some_and(|primary| primary.len() >= 2)
    };
    let tags: Vec<&str> = text.split(',').map(str::trim).collect();
    if !tags.iter().all(is_tag) {
        return Err(
            "a language is a tag, or several with commas: write `language:en` or `language:en,pt-BR`".into(),
        );
    }
    let atoms = tags.into_iter().map(|tag| Query::Atom(Atom::Language(tag.to_ascii_lowercase())));
    Ok(one_or(atoms.collect(), Query::Any))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Writes a query with all of its brackets.
    fn shown(query: &Query) -> String {
        let joined = |parts: &[Query], operator: &str| {
            let parts: Vec<String> = parts.iter().map(shown).collect();
            format!("({})", parts.join(operator))
        };
        match query {
            Query::All(parts) => joined(parts, " AND "),
            Query::Any(parts) => joined(parts, " OR "),
            Query::Not(inside) => format!("NOT {}", shown(inside)),
            Query::Atom(Atom::Text { field: None, phrase }) => phrase.written().to_owned(),
            Query::Atom(Atom::Text { field: Some(field), phrase }) => {
                format!("{field:?}:{}", phrase.written())
            }
            Query::Atom(Atom::Name { of_type, phrase }) => {
                format!("{}:{}", of_type.map_or("name", EntityType::as_str), phrase.written())
            }
            Query::Atom(Atom::Link { scheme, id }) => {
                format!("link:{}:{id}", scheme.as_deref().unwrap_or("*"))
            }
            Query::Atom(Atom::Language(tag)) => format!("language:{tag}"),
            Query::Atom(Atom::Source(phrase)) => format!("source:{}", phrase.written()),
            Query::Atom(Atom::Story { count, least }) => format!("{count:?}>={least}"),
        }
    }

    fn check(query: &str, expected: &str) {
        assert_eq!(shown(&parse(query).unwrap()), expected, "{query}");
    }

    fn check_error(query: &str, at: usize, problem: &str) {
        let error = parse(query).unwrap_err();
        assert!(error.at == at && error.problem.contains(problem), "{query}: {error}");
    }

    #[test]
    fn and_binds_closer_than_or() {
        check("a OR b AND c", "(a OR (b AND c))");
        check("(a OR b) AND NOT c", "((a OR b) AND NOT c)");
        check("NOT NOT a", "NOT NOT a");
        check("((a))", "a");
    }

    #[test]
    fn phrases_are_in_quotation_marks_of_any_shape() {
        check("\"prime minister\" AND “at large”", "(prime minister AND at large)");
        check("\"prime minist\"* AND minist*", "(prime minist* AND minist*)");
        check("AT&T OR C++ OR 10:30", "(AT&T OR C++ OR 10:30)");
        check("总理 OR 首相 OR министр*", "(总理 OR 首相 OR министр*)");
    }

    #[test]
    fn fields_ask_for_names_links_languages_and_publishers() {
        check("per:\"Ann Lee\" AND org:NATO", "(PER:Ann Lee AND ORG:NATO)");
        check("name:Oslo AND loc:Oslo AND misc:Brexit", "(name:Oslo AND LOC:Oslo AND MISC:Brexit)");
        check("link:Q585 OR link:geonames:3143244", "(link:*:Q585 OR link:geonames:3143244)");
        check("language:en,pt-BR", "(language:en OR language:pt-br)");
        check("source:\"The Gazette\"", "source:The Gazette");
        check("headline:rain OR body:rain", "(Headline:rain OR Body:rain)");
    }

    #[test]
    fn stories_are_asked_for_by_their_size() {
        check("loc:Oslo AND sources>=5", "(LOC:Oslo AND Sources>=5)");
        check("articles>=10 AND NOT (articles>=20)", "(Articles>=10 AND NOT Articles>=20)");
        check("\"sources>=5\" OR resources>=5", "(sources>=5 OR resources>=5)");
    }

    #[test]
    fn an_error_names_the_place_and_the_remedy() {
        check_error("", 0, "the query is empty");
        check_error("  ", 0, "the query is empty");
        check_error("prime minister", 6, "quotation marks");
        check_error("a and b", 2, "in capitals");
        check_error("a NOT b", 2, "AND NOT");
        check_error("(a OR b", 0, "`(` is not closed");
        check_error("a OR b)", 6, "`)` closes nothing");
        check_error("a AND", 5, "the query ends here");
        check_error("OR a", 0, "a word is missing");
        check_error("()", 1, "a word is missing");
        check_error("a OR \"b", 5, "is not closed");
        check_error("a OR min*ster", 5, "`*` stands only");
        check_error("a OR *", 5, "nothing to search for");
        check_error("https://example.org", 0, "`https:` is not a field");
        for wrong in
            ["sources>5", "sources>=0", "sources>=", "sources>=+5", "size>=5", "articles=5", "sources≥5"]
        {
            check_error(&format!("rain AND {wrong}"), 9, "write `sources>=5` or `articles>=10`");
        }
        check_error("story:5", 0, "write `sources>=5`");
        check_error("rain sources>=5", 5, "an operator is missing");
        check_error("link:", 0, "write `link:Q585`");
        check_error("language:english!", 0, "write `language:en`");
    }

    #[test]
    fn nesting_is_bounded() {
        let nested = |depth: usize| format!("{}a{}", "(".repeat(depth), ")".repeat(depth));
        assert!(parse(&nested(DEEPEST - 1)).is_ok());
        assert!(parse(&nested(DEEPEST)).unwrap_err().problem.contains("split the rule"));
        assert!(parse(&"NOT ".repeat(100_000)).is_err());
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_reader(query in "(\\PC|AND |OR |NOT |[()\":*“ ]|per:|link:){0,40}") {
            if let Err(error) = parse(&query) {
                prop_assert!(query.is_char_boundary(error.at), "{:?}", error);
            }
        }
    }
}
