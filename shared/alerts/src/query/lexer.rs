//! The tokens of a query.

use text::Span;

use super::{StoryCount, error::QueryError};

pub(super) const STORIES: &str = "rules ask for the size of a story: write `sources>=5` or `articles>=10`, or put it in quotation marks if it is text";

/// A token with its bytes in the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'q> {
    pub(super) kind: TokenKind<'q>,
    pub(super) span: Span,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TokenKind<'q> {
    Open,
    Close,
    And,
    Or,
    Not,
    /// A condition on the size of a story.
    Story {
        count: StoryCount,
        least: u32,
    },
    /// A word, or text in quotation marks, perhaps with the name of a field and a colon before it.
    Term {
        field: Option<&'q str>,
        text: &'q str,
        /// Whether `*` follows the closing quotation mark.
        ends_open: bool,
    },
}

/// Splits a query into tokens.
pub(super) fn tokens(query: &str) -> Result<Vec<Token<'_>>, QueryError> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = query.get(at..).and_then(|rest| rest.chars().next()) {
        let token = match first {
            _ if first.is_whitespace() => {
                at += first.len_utf8();
                continue;
            }
            '(' => Token { kind: TokenKind::Open, span: Span::new(at, at + 1) },
            ')' => Token { kind: TokenKind::Close, span: Span::new(at, at + 1) },
            _ => term(query, at)?,
        };
        at = token.span.end;
        tokens.push(token);
    }
    Ok(tokens)
}

/// Reads the word or quotation at byte `start`.
fn term(query: &str, start: usize) -> Result<Token<'_>, QueryError> {
    let rest = query.get(start..).unwrap_or_default();
    let ends =
        |character: char| character.is_whitespace() || matches!(character, '(' | ')') || is_quote(character);
    let length = rest.find(ends).unwrap_or(rest.len());
    let word = rest.get(..length).unwrap_or_default();
    let after = rest.get(length..).unwrap_or_default();
    if after.starts_with(is_quote) && (word.is_empty() || word.ends_with(':')) {
        let field = word.strip_suffix(':');
        return quoted(query, start, start + length, field);
    }
    let kind = match word {
        "AND" => TokenKind::And,
        "OR" => TokenKind::Or,
        "NOT" => TokenKind::Not,
        _ if is_size_of_story(word) => {
            let (count, least) = size_of_story(word).ok_or_else(|| QueryError::new(start, STORIES))?;
            TokenKind::Story { count, least }
        }
        _ => {
            let (field, text) = field_of(word);
            TokenKind::Term { field, text, ends_open: false }
        }
    };
    Ok(Token { kind, span: Span::new(start, start + length) })
}

/// Reads the quotation that opens at byte `opening`. The term begins at byte `start`.
fn quoted<'q>(
    query: &'q str,
    start: usize,
    opening: usize,
    field: Option<&'q str>,
) -> Result<Token<'q>, QueryError> {
    let rest = query.get(opening..).unwrap_or_default();
    let width = rest.chars().next().map_or(1, char::len_utf8);
    let inside = rest.get(width..).unwrap_or_default();
    let Some((length, closing)) = inside.char_indices().find(|(_, character)| is_quote(*character)) else {
        return Err(QueryError::new(opening, "the quotation mark is not closed: add `\"`"));
    };
    let mut end = opening + width + length + closing.len_utf8();
    let ends_open = query.get(end..).is_some_and(|rest| rest.starts_with('*'));
    end += usize::from(ends_open);
    let text = inside.get(..length).unwrap_or_default();
    Ok(Token { kind: TokenKind::Term { field, text, ends_open }, span: Span::new(start, end) })
}

/// Splits `per:Merkel`. A word such as `10:30` has no field.
fn field_of(word: &str) -> (Option<&str>, &str) {
    match word.split_once(':') {
        Some((field, text)) if !field.is_empty() && field.chars().all(char::is_alphabetic) => {
            (Some(field), text)
        }
        _ => (None, word),
    }
}

/// Reports whether a character is a double quotation mark. Word processors make curly ones.
fn is_quote(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '„')
}

/// Reports whether a word is a condition on the size of a story, such as `sources>=5`.
fn is_size_of_story(word: &str) -> bool {
    let rest = ["sources", "articles", "size"].iter().find_map(|start| word.strip_prefix(start));
    rest.is_some_and(|rest| rest.starts_with(['<', '>', '=', '≥', '≤']))
}

/// Reads `sources>=5`.
fn size_of_story(word: &str) -> Option<(StoryCount, u32)> {
    let (name, least) = word.split_once(">=")?;
    let count = match name {
        "articles" => StoryCount::Articles,
        "sources" => StoryCount::Sources,
        _ => return None,
    };
    let is_number = least.bytes().all(|byte| byte.is_ascii_digit());
    least.parse().ok().filter(|least| is_number && *least > 0).map(|least| (count, least))
}
