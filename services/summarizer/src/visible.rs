//! What a reader sees of a sentence in which HTML was left.

use std::borrow::Cow;

use text::{
    Span,
    markup::{self, MarkupKind},
};

/// Returns `sentence` without tags and comments, and with a stand-in for each character reference.
pub(crate) fn visible(sentence: &str) -> Cow<'_, str> {
    let mut markup = markup::scan(sentence).peekable();
    if markup.peek().is_none() {
        return Cow::Borrowed(sentence);
    }
    let mut seen = String::with_capacity(sentence.len());
    let mut end = 0;
    for piece in markup {
        seen.push_str(Span::new(end, piece.span.start).of(sentence));
        if let MarkupKind::Reference(character) = piece.kind {
            seen.push(stand_in(character));
        }
        end = piece.span.end;
    }
    seen.push_str(Span::new(end, sentence.len()).of(sentence));
    Cow::Owned(seen)
}

/// Returns the character that a reference is read as. The features look for quotation marks and the copyright
/// sign; anything else is as good as a space to them.
fn stand_in(character: Option<char>) -> char {
    match character {
        Some('©') => '©',
        Some('"' | '“' | '”' | '«' | '»' | '„') => '"',
        _ => ' ',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sentence: &str, expected: &str) {
        assert_eq!(visible(sentence), expected, "{sentence:?}");
    }

    #[test]
    fn removes_tags_and_comments() {
        check("<p class=\"lead\">Rain in <b>Oslo</b>.<br/></p><!-- ad -->", "Rain in Oslo.");
        check("Rain<!-- <b>ad</b> --> fell.", "Rain fell.");
    }

    #[test]
    fn reads_references_as_spaces_but_for_quotation_marks_and_the_copyright_sign() {
        check("&ldquo;Rain&rdquo;&nbsp;fell&#8212;&copy; Oslo", "\"Rain\" fell © Oslo");
        check("&#8220;Rain&#x201d; fell&#44; &#169; Oslo", "\"Rain\" fell  © Oslo");
    }

    #[test]
    fn leaves_what_only_looks_like_markup() {
        for text in ["a < b and c > d", "Smith & Sons; AT&T", "I <3 Oslo", "an <open tag", "<저작권자(c)>"]
        {
            check(text, text);
        }
    }
}
