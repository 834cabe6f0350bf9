//! HTML left in the text: its tags and character references are no words of the story.

use std::borrow::Cow;

use text::Span;

/// Longest tag that is taken for one, in bytes: past it a `<` is a stray sign.
const LONGEST_TAG: usize = 4_000;

/// Longest character reference, in bytes: `&thetasym;` and the like.
const LONGEST_REFERENCE: usize = 12;

/// The tags, comments and character references of `text`, in order. One pass.
pub(crate) fn markup(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(sign) = next_sign(text, from) {
        let rest = Span::new(sign, text.len()).of(text);
        let length = if rest.starts_with('<') { tag(rest) } else { reference(rest) };
        found.extend(length.map(|length| Span::new(sign, sign + length)));
        from = sign + length.unwrap_or(1);
    }
    found
}

/// What a reader sees of `text`: without tags, a space for a character reference, quotation marks as such.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    let markup = markup(text);
    if markup.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut seen = String::with_capacity(text.len());
    let mut end = 0;
    for span in markup {
        seen.push_str(Span::new(end, span.start).of(text));
        seen.push_str(character(span.of(text)));
        end = span.end;
    }
    seen.push_str(Span::new(end, text.len()).of(text));
    Cow::Owned(seen)
}

fn next_sign(text: &str, from: usize) -> Option<usize> {
    memchr::memchr2(b'<', b'&', text.as_bytes().get(from..)?).map(|at| from + at)
}

/// The length of the tag or comment that `rest` begins with.
fn tag(rest: &str) -> Option<usize> {
    let named = rest.get(1..)?;
    let opens = named.strip_prefix('/').unwrap_or(named).bytes().next()?;
    if !(opens.is_ascii_alphabetic() || named.starts_with("!--") || named.starts_with("!DOCTYPE")) {
        return None;
    }
    // A tag ends before the next one begins, so looking for its end never covers ground twice.
    let end = named.bytes().take(LONGEST_TAG).position(|byte| matches!(byte, b'>' | b'<'))?;
    (named.as_bytes().get(end) == Some(&b'>')).then_some(end + 2)
}

/// The length of the character reference that `rest` begins with.
fn reference(rest: &str) -> Option<usize> {
    let end = rest.bytes().take(LONGEST_REFERENCE).position(|byte| byte == b';')?;
    let name = rest.get(1..end)?;
    let named = name.strip_prefix('#').unwrap_or(name);
    (!named.is_empty() && named.bytes().all(|byte| byte.is_ascii_alphanumeric())).then_some(end + 1)
}

/// What stands for a piece of markup. Only what the features look for is told apart.
fn character(markup: &str) -> &'static str {
    match markup {
        "&copy;" | "&#169;" => "©",
        "&quot;" | "&ldquo;" | "&rdquo;" | "&laquo;" | "&raquo;" | "&bdquo;" => "\"",
        _ if markup.starts_with('&') => " ",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(visible(text), expected, "{text:?}");
    }

    #[test]
    fn tags_and_comments_are_not_seen() {
        check("<p class=\"lead\">Rain in <b>Oslo</b>.<br/></p><!-- ad -->", "Rain in Oslo.");
    }

    #[test]
    fn character_references_read_as_spaces_but_for_quotation_marks() {
        check("&ldquo;Rain&rdquo;&nbsp;fell&#8212;&copy; Oslo", "\"Rain\" fell © Oslo");
    }

    #[test]
    fn what_only_looks_like_markup_stays() {
        for text in ["a < b and c > d", "Smith & Sons; AT&T", "I <3 Oslo", "an <open tag", "<저작권자(c)>"]
        {
            check(text, text);
        }
    }

    #[test]
    fn hostile_repetition_takes_one_pass() {
        for piece in ["<", "<a ", "<!--", "&", "&#", "&a;", "<a>"] {
            markup(&piece.repeat(300_000));
        }
    }
}
