//! Tokens as names need them: possessives and elided articles are cut off, abbreviations keep their stop.

use text::{Span, TokenKind, is_apostrophe};

use crate::languages::{Profile, ar, common, ko};

/// A token of some text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RawToken {
    pub(crate) span: Span,
    pub(crate) kind: TokenKind,
    /// Whether white space comes before it.
    pub(crate) spaced: bool,
}

/// Splits `text` into tokens. A token of [`text::tokenize`] may become two, or be joined with a stop.
pub(crate) fn tokenize<'t>(text: &'t str, profile: &'t Profile) -> impl Iterator<Item = RawToken> + 't {
    let mut end = 0;
    let mut raw = text::tokenize(text).peekable();
    let mut second_half: Option<RawToken> = None;
    std::iter::from_fn(move || {
        if let Some(token) = second_half.take() {
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
        let Some(cut) = cut(span.of(text), profile) else { return Some(whole) };
        let middle = span.start + cut;
        second_half = Some(RawToken { span: Span::new(middle, span.end), spaced: false, ..whole });
        Some(RawToken { span: Span::new(span.start, middle), ..whole })
    })
}

/// Reports whether the stop after `word` belongs to it.
fn keeps_stop(word: &str, text_goes_on: bool) -> bool {
    let mut characters = word.chars();
    let single = characters.next().is_some_and(char::is_uppercase) && characters.next().is_none();
    let initials = word.contains('.') && word.split('.').all(|letter| letter.chars().count() == 1);
    (single && text_goes_on) || initials || common::ABBREVIATIONS.contains(&word)
}

/// Returns the byte offset at which a word is cut in two: before a possessive `'s`, after an elided article,
/// at a particle.
fn cut(word: &str, profile: &Profile) -> Option<usize> {
    // The script shows the language of such a word in an article of any language.
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
    if profile.case_endings_after_apostrophe && after.chars().all(char::is_lowercase) {
        return Some(at);
    }
    // The longest elided article is "dell’", and one letter after the apostrophe is not a word.
    let elided = profile.elides_articles && at <= 4 && after.chars().count() > 1;
    elided.then_some(at + mark.len_utf8())
}

fn korean_cut(word: &str) -> Option<usize> {
    let is_hangul = |character: char| ('\u{ac00}'..='\u{d7a3}').contains(&character);
    if !word.chars().next().is_some_and(is_hangul) {
        // "TEU를": a particle after Latin letters.
        let (at, _) = word.char_indices().find(|(_, character)| is_hangul(*character))?;
        let particle = word.get(at..)?;
        return (particle == ko::PARTICLE_AFTER_LATIN || ko::PARTICLES.contains(&particle)).then_some(at);
    }
    let stem = ko::PARTICLES.iter().find_map(|particle| word.strip_suffix(particle))?;
    (stem.chars().count() >= 2).then_some(stem.len())
}

fn arabic_cut(word: &str) -> Option<usize> {
    let first = word.chars().next().filter(|first| ar::PREFIXES.contains(first))?;
    // The letter also begins ordinary short words.
    (word.chars().count() >= 4).then_some(first.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages::profile;

    fn check(text: &str, language: &str, expected: &[&str]) {
        let found: Vec<&str> = tokenize(text, profile(language)).map(|token| token.span.of(text)).collect();
        assert_eq!(found, expected, "tokens of {text:?}");
    }

    #[test]
    fn cuts_off_a_possessive_with_any_apostrophe() {
        check("Oslo's rain", "en", &["Oslo", "'s", "rain"]);
        check("Oslo’s rain", "en", &["Oslo", "’s", "rain"]);
        check("Oslo‘s rain", "en", &["Oslo", "‘s", "rain"]);
        check("O'Brien won", "en", &["O'Brien", "won"]);
    }

    #[test]
    fn cuts_off_an_elided_article_in_french_and_italian() {
        check("l’Oréal d'Air", "fr", &["l’", "Oréal", "d'", "Air"]);
        check("dell'Aquila", "it", &["dell'", "Aquila"]);
    }

    #[test]
    fn initials_and_abbreviated_titles_keep_their_stop() {
        check("Mr. J. Doe of the U.S. Co.", "en", &["Mr.", "J.", "Doe", "of", "the", "U.S.", "Co."]);
        check("Plan B.", "en", &["Plan", "B", "."]);
    }

    #[test]
    fn cuts_particles_off_korean_and_arabic_words() {
        check("서울에서 비", "ko", &["서울", "에서", "비"]);
        check("7만 TEU를", "ko", &["7만", "TEU", "를"]);
        check("وقال بموسكو", "ar", &["و", "قال", "ب", "موسكو"]);
    }
}
