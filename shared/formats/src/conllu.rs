//! CoNLL-U: one line for each token, an empty line after each sentence.
//!
//! The last column has the labels of the names, dates and amounts as BIO (`NER=B-LOC`), the range of the
//! token in its field (`TokenRange=8:12`, as UDPipe writes it), and how the token is joined to the next one.

use std::{fmt::Write, ops::Range};

use messages::{Field, Segments};
use text::Span;

use crate::{
    FormatError,
    view::{Located, View, field_name},
};

/// A token with its spans.
#[derive(Clone, Copy)]
struct Token {
    bytes: Span,
    start: usize,
    end: usize,
}

/// The tokens and mentions of one field, in the order of the text.
struct FieldTokens<'e> {
    text: &'e str,
    tokens: Vec<Token>,
    mentions: Vec<Located<'e>>,
}

/// Writes the sentences of the article.
pub(crate) fn write(view: &View<'_>) -> Result<Vec<u8>, FormatError> {
    let segments = view.event.segments.as_ref().ok_or(FormatError::NoTokens)?;
    if segments.tokens.is_none() {
        return Err(FormatError::NoTokens);
    }
    let [headline, body] = [Field::Headline, Field::Body].map(|field| FieldTokens::of(view, segments, field));
    let mut out = String::new();
    let mut block = None;
    for (number, sentence) in segments.sentences.iter().enumerate() {
        let field = segments.field_of(sentence);
        let of_field = if field == Field::Headline { &headline } else { &body };
        let Some(tokens) =
            view.positions.bytes(field, sentence.span()).and_then(|span| of_field.within(span))
        else {
            continue;
        };
        if block.is_none() {
            document(&mut out, view);
        }
        if block != Some(sentence.block) {
            out.push_str("# newpar\n");
            block = Some(sentence.block);
        }
        comment(&mut out, "sent_id", &format!("{}-{}", view.event.article.id, number + 1));
        comment(&mut out, "field", field_name(field));
        of_field.sentence(tokens, &mut out);
    }
    Ok(out.into_bytes())
}

/// Writes the comments on the whole article.
fn document(out: &mut String, view: &View<'_>) {
    comment(out, "newdoc id", &view.event.article.id);
    for (name, value) in [("language", view.language()), ("url", view.event.article.url.as_deref())] {
        if let Some(value) = value {
            comment(out, name, value);
        }
    }
}

impl<'e> FieldTokens<'e> {
    fn of(view: &View<'e>, segments: &'e Segments, field: Field) -> Self {
        let of_field = segments.tokens.iter().flatten().filter(|token| token.field == field);
        let located = of_field.filter_map(|token| {
            let bytes = view.positions.bytes(field, token.span())?;
            let (start, end) = view.positions.convert(field, token.span())?;
            (!bytes.is_empty()).then_some(Token { bytes, start, end })
        });
        let mut tokens: Vec<Token> = located.collect();
        tokens.sort_by_key(|token| token.bytes);
        Self { text: view.positions.field(field), tokens, mentions: view.disjoint_mentions(field) }
    }

    /// Returns the indexes of the tokens within a sentence, or `None` if there are none.
    fn within(&self, sentence: Span) -> Option<Range<usize>> {
        let first = self.tokens.partition_point(|token| token.bytes.start < sentence.start);
        let rest = self.tokens.iter().skip(first);
        let count = rest.take_while(|token| token.bytes.end <= sentence.end).count();
        (count > 0).then_some(first..first + count)
    }

    /// Writes the text and the lines of one sentence.
    fn sentence(&self, tokens: Range<usize>, out: &mut String) {
        let (mut text, mut lines) = (String::new(), String::new());
        let last = tokens.end - 1;
        for (number, index) in tokens.enumerate() {
            let Some(token) = self.tokens.get(index) else { break };
            let gap = self.gap(index, index == last);
            let form = plain(token.bytes.of(self.text));
            // Writing to memory cannot fail.
            let _ = writeln!(
                lines,
                "{}\t{form}\t_\t_\t_\t_\t_\t_\t_\t{}",
                number + 1,
                self.misc(index, token, gap)
            );
            text.push_str(&form);
            text.push_str(if gap.is_empty() { "" } else { " " });
        }
        comment(out, "text", text.trim_end());
        out.push_str(&lines);
        out.push('\n');
    }

    /// Returns the white space after a token: up to the next token, or after the last token of a sentence up
    /// to the next visible character.
    fn gap(&self, index: usize, is_last: bool) -> &'e str {
        let Some(token) = self.tokens.get(index) else { return "" };
        let next = self.tokens.get(index + 1).filter(|_| !is_last);
        let rest = self.text.get(token.bytes.end..).unwrap_or_default();
        match next {
            Some(next) => Span::new(token.bytes.end, next.bytes.start).of(self.text),
            None => rest.get(..rest.len() - rest.trim_start().len()).unwrap_or_default(),
        }
    }

    fn misc(&self, index: usize, token: &Token, gap: &str) -> String {
        let label = self.label(index, token.bytes).map(|label| format!("NER={label}|")).unwrap_or_default();
        let space = match gap {
            "" => "SpaceAfter=No|".to_owned(),
            " " => String::new(),
            gap => format!("SpacesAfter={}|", escaped(gap)),
        };
        format!("{label}{space}TokenRange={}:{}", token.start, token.end)
    }

    /// Returns the BIO label of a token: `B-` for the first token of a mention, `I-` for the others.
    fn label(&self, index: usize, token: Span) -> Option<String> {
        let next = self.mentions.partition_point(|located| located.bytes.end <= token.start);
        let located = self.mentions.get(next).filter(|located| located.bytes.start < token.end)?;
        let before = index.checked_sub(1).and_then(|before| self.tokens.get(before));
        let is_inside = before.is_some_and(|before| before.bytes.end > located.bytes.start);
        let prefix = if is_inside { 'I' } else { 'B' };
        Some(format!("{prefix}-{}", located.mention.entity_type.as_str()))
    }
}

fn comment(out: &mut String, name: &str, value: &str) {
    // Writing to memory cannot fail.
    let _ = writeln!(out, "# {name} = {}", plain(value));
}

/// Replaces what would end a column or a line by a space.
fn plain(text: &str) -> String {
    let plain =
        |character: char| if character.is_control() || is_line_break(character) { ' ' } else { character };
    text.chars().map(plain).collect()
}

/// Reports whether readers that split lines as Python does would split here.
fn is_line_break(character: char) -> bool {
    matches!(character, '\u{2028}' | '\u{2029}')
}

/// Escapes white space as UDPipe does.
fn escaped(gap: &str) -> String {
    let escape = |character: char| match character {
        ' ' => "\\s".to_owned(),
        '\t' => "\\t".to_owned(),
        '\r' => "\\r".to_owned(),
        '\n' => "\\n".to_owned(),
        '|' => "\\p".to_owned(),
        '\\' => "\\\\".to_owned(),
        other if other.is_control() || is_line_break(other) => "\\n".to_owned(),
        other => other.to_string(),
    };
    gap.chars().map(escape).collect()
}
