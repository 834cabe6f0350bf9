//! Tokens as names need them: possessives and elisions cut off, abbreviations with their stop.

use std::borrow::Cow;

use text::{Span, TokenKind, is_apostrophe};

/// A token of some text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RawToken {
    pub(crate) span: Span,
    pub(crate) kind: TokenKind,
    /// Whether white space stands before it.
    pub(crate) spaced: bool,
}

/// Abbreviations that keep their stop as part of a name or title.
const WITH_STOP: [&str; 30] = [
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Sen", "Rep", "Gov", "Gen", "Col", "Lt", "Sgt", "Capt", "Rev", "Hon",
    "St", "Ste", "Mt", "Jr", "Sr", "Inc", "Ltd", "Corp", "Co", "Bros", "Maj", "Adm", "Sra", "Ph", "Messrs",
];

/// Korean particles that are written onto a name, longest first.
const KOREAN_PARTICLES: [&str; 20] = [
    "에서는",
    "에게서",
    "으로는",
    "에서",
    "에게",
    "으로",
    "부터",
    "까지",
    "이라",
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "와",
    "과",
    "도",
];

/// Arabic particles that are written onto the next word.
const ARABIC_PREFIXES: [char; 5] = ['و', 'ب', 'ل', 'ف', 'ك'];

/// The tokens of `text`; a token of [`text::tokenize`] may be split in two or joined with a stop.
pub(crate) fn tokenize<'t>(text: &'t str, language: &'t str) -> impl Iterator<Item = RawToken> + 't {
    let mut end = 0;
    let mut raw = text::tokenize(text).peekable();
    let mut held: Option<RawToken> = None;
    std::iter::from_fn(move || {
        if let Some(token) = held.take() {
            return Some(token);
        }
        let token = raw.next()?;
        let spaced = token.span.start > end;
        let mut span = token.span;
        end = span.end;
        if let Some(next) = raw.peek().copied()
            && next.span.start == span.end
            && next.span.of(text) == "."
            && keeps_stop(span.of(text), next.span.end < text.trim_end().len())
        {
            raw.next();
            end = next.span.end;
            span = span.cover(next.span);
        }
        let whole = RawToken { span, kind: token.kind, spaced };
        if token.kind != TokenKind::Word {
            return Some(whole);
        }
        let Some(cut) = cut(span.of(text), language) else { return Some(whole) };
        let middle = span.start + cut;
        held = Some(RawToken { span: Span::new(middle, span.end), spaced: false, ..whole });
        Some(RawToken { span: Span::new(span.start, middle), ..whole })
    })
}

/// Whether the stop behind `word` belongs to it.
fn keeps_stop(word: &str, text_goes_on: bool) -> bool {
    let mut characters = word.chars();
    let single = characters.next().is_some_and(char::is_uppercase) && characters.next().is_none();
    let initials = word.contains('.') && word.split('.').all(|part| part.chars().count() == 1);
    (single && text_goes_on) || initials || WITH_STOP.contains(&word)
}

/// Where a word falls into two: before a possessive `'s`, after an elided article, at a particle.
fn cut(word: &str, language: &str) -> Option<usize> {
    if !word.is_ascii()
        && let Some(cut) = korean_cut(word).or_else(|| arabic_cut(word))
    {
        return Some(cut);
    }
    let (at, mark) = word.char_indices().find(|(_, character)| is_apostrophe(*character))?;
    let after = word.get(at + mark.len_utf8()..)?;
    if at == 0 || after.is_empty() {
        return None;
    }
    if after.eq_ignore_ascii_case("s") {
        return Some(at);
    }
    // "Ankara'da": Turkish writes its case endings behind an apostrophe.
    if language == "tr" && after.chars().all(char::is_lowercase) {
        return Some(at);
    }
    let elided = matches!(language, "fr" | "it" | "ca") && at <= 4 && after.chars().count() > 1;
    elided.then_some(at + mark.len_utf8())
}

fn korean_cut(word: &str) -> Option<usize> {
    let hangul = |character: char| ('\u{ac00}'..='\u{d7a3}').contains(&character);
    if !word.chars().next().is_some_and(hangul) {
        // "TEU를": a particle behind Latin letters.
        let (at, _) = word.char_indices().find(|(_, character)| hangul(*character))?;
        let particle = word.get(at..)?;
        return (particle == "로" || KOREAN_PARTICLES.contains(&particle)).then_some(at);
    }
    let stem = KOREAN_PARTICLES.iter().find_map(|particle| word.strip_suffix(particle))?;
    (stem.chars().count() >= 2).then_some(stem.len())
}

fn arabic_cut(word: &str) -> Option<usize> {
    let first = word.chars().next().filter(|first| ARABIC_PREFIXES.contains(first))?;
    (word.chars().count() >= 4).then_some(first.len_utf8())
}

/// A token in the form names are compared in: no stops, one kind of apostrophe.
pub(crate) fn normalised(token: &str) -> Cow<'_, str> {
    let odd = |character: char| character == '.' || (character != '\'' && is_apostrophe(character));
    if !token.contains(odd) {
        return Cow::Borrowed(token);
    }
    let plain = token.chars().filter(|character| *character != '.');
    Cow::Owned(plain.map(|character| if is_apostrophe(character) { '\'' } else { character }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, language: &str, expected: &[&str]) {
        let found: Vec<&str> = tokenize(text, language).map(|token| token.span.of(text)).collect();
        assert_eq!(found, expected, "tokens of {text:?}");
    }

    #[test]
    fn a_possessive_is_a_token_of_its_own_whatever_its_apostrophe() {
        check("Oslo's rain", "en", &["Oslo", "'s", "rain"]);
        check("Oslo’s rain", "en", &["Oslo", "’s", "rain"]);
        check("Oslo‘s rain", "en", &["Oslo", "‘s", "rain"]);
        check("O'Brien won", "en", &["O'Brien", "won"]);
    }

    #[test]
    fn an_elided_article_is_cut_off_in_french_and_italian() {
        check("l’Oréal d'Air", "fr", &["l’", "Oréal", "d'", "Air"]);
        check("dell'Aquila", "it", &["dell'", "Aquila"]);
    }

    #[test]
    fn initials_and_abbreviated_titles_keep_their_stop() {
        check("Mr. J. Doe of the U.S. Co.", "en", &["Mr.", "J.", "Doe", "of", "the", "U.S.", "Co."]);
        check("Plan B.", "en", &["Plan", "B", "."]);
    }

    #[test]
    fn particles_are_cut_off_korean_and_arabic_words() {
        check("서울에서 비", "ko", &["서울", "에서", "비"]);
        check("7만 TEU를", "ko", &["7만", "TEU", "를"]);
        check("وقال بموسكو", "ar", &["و", "قال", "ب", "موسكو"]);
    }
}
