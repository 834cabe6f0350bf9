//! Tokens as names need them: possessives and elided articles are cut off, abbreviations keep their stop.

use text::{Span, TokenKind, is_apostrophe};

use crate::languages::{Profile, ar, common, ko};
use crate::name_forms::AMPERSANDS;

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
    // The parts of a word that is cut, last one first.
    let mut parts: Vec<RawToken> = Vec::new();
    std::iter::from_fn(move || {
        if let Some(token) = parts.pop() {
            return Some(token);
        }
        let token = raw.next()?;
        let spaced = token.span.start > end;
        let mut span = token.span;
        let mut kind = token.kind;
        let joined_end = span.start + joined(text.get(span.start..).unwrap_or_default());
        while let Some(next) = raw.next_if(|next| next.span.start < joined_end) {
            span = span.cover(next.span);
            kind = next.kind;
        }
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
        let whole = RawToken { span, kind, spaced };
        if kind != TokenKind::Word {
            return Some(whole);
        }
        let mut first = span;
        while let Some(cut) = cut(first.of(text), profile) {
            let middle = span.start + cut;
            parts.push(RawToken { span: Span::new(middle, first.end), spaced: false, ..whole });
            first = Span::new(span.start, middle);
        }
        Some(RawToken { span: first, ..whole })
    })
}

/// Returns the number of bytes at the start of `text` that begin one token although they are several by the
/// annex: the "&amp;" of markup, and "'s-H" of "'s-Hertogenbosch".
fn joined(text: &str) -> usize {
    if text.starts_with('&')
        && let Some(ampersand) = AMPERSANDS.iter().find(|ampersand| text.starts_with(**ampersand))
    {
        return ampersand.len();
    }
    let mut characters = text.chars();
    let clipped = characters.next().filter(|first| is_apostrophe(*first)).map_or(0, char::len_utf8);
    let small = characters.next().is_some_and(|small| matches!(small, 's' | 't'));
    let goes_on = characters.next() == Some('-') && characters.next().is_some_and(char::is_uppercase);
    if clipped > 0 && small && goes_on { clipped + 3 } else { 0 }
}

/// Reports whether the stop after `word` belongs to it.
fn keeps_stop(word: &str, text_goes_on: bool) -> bool {
    let mut characters = word.chars();
    let single = characters.next().is_some_and(char::is_uppercase) && characters.next().is_none();
    let initials = word.contains('.') && word.split('.').all(|letter| letter.chars().count() == 1);
    (single && text_goes_on) || initials || common::ABBREVIATIONS.contains(&word)
}

/// Returns the byte offset at which a word is cut in two: before a possessive `'s`, after an elided article,
/// at a particle. Its first part may be cut again.
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

/// Bytes of a syllable in Hangul.
const HANGUL: usize = 3;

fn korean_cut(word: &str) -> Option<usize> {
    let is_hangul = |character: char| ('\u{ac00}'..='\u{d7a3}').contains(&character);
    if !word.chars().next().is_some_and(is_hangul) {
        // "TEU를", "A씨는": a particle or a form of address after Latin letters.
        let (at, _) = word.char_indices().find(|(_, character)| is_hangul(*character))?;
        let particle = word.get(at..)?;
        let is_particle = particle == ko::PARTICLE_AFTER_LATIN || ko::PARTICLES.contains(&particle);
        return if is_particle || is_address(particle) { Some(at) } else { self::particle(word) };
    }
    address(word).or_else(|| particle(word)).or_else(|| ko::inner_cut(word))
}

/// Returns the byte offset of a particle at the end of a Korean word.
fn particle(word: &str) -> Option<usize> {
    let stem = ko::PARTICLES.iter().find_map(|particle| word.strip_suffix(particle))?;
    // Most short words that end like a short particle are ordinary ones: "이의". "현에서" is none.
    let is_long = word.len() - stem.len() >= 2 * HANGUL && !stem.is_empty();
    (is_long || stem.chars().count() >= 2).then_some(stem.len())
}

/// Returns the byte offset of a form of address at the end of a word, perhaps with a particle: "박|씨는".
fn address(word: &str) -> Option<usize> {
    let stem = ko::PARTICLES.iter().find_map(|particle| word.strip_suffix(particle));
    let forms = [Some(word), stem].into_iter().flatten();
    let ends = |form: &&str| form.ends_with(ko::ADDRESS) && !ko::NO_ADDRESSES.contains(form);
    let form = forms.into_iter().find(ends)?;
    let at = form.strip_suffix(ko::ADDRESS)?.len();
    (at > 0).then_some(at)
}

/// Reports whether a word behind Latin letters is a form of address, perhaps with a particle.
fn is_address(word: &str) -> bool {
    let rest = ko::ADDRESSES_AFTER_LATIN.iter().find_map(|address| word.strip_prefix(address));
    rest.is_some_and(|rest| rest.is_empty() || ko::PARTICLES.contains(&rest))
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
    fn an_ampersand_of_markup_and_a_dutch_town_are_one_token() {
        check("AT&amp;T's", "en", &["AT", "&amp;", "T", "'s"]);
        check("in 's-Hertogenbosch.", "nl", &["in", "'s-Hertogenbosch", "."]);
        check("’t-Zand 's-lands", "nl", &["’t-Zand", "'", "s", "-", "lands"]);
    }

    #[test]
    fn cuts_particles_off_korean_and_arabic_words() {
        check("서울에서 비", "ko", &["서울", "에서", "비"]);
        check("7만 TEU를", "ko", &["7만", "TEU", "를"]);
        check("박씨와의 A씨는 날씨는", "ko", &["박", "씨와의", "A", "씨는", "날씨", "는"]);
        check("김모씨는 이모가 A군이", "ko", &["김", "모", "씨는", "이모", "가", "A", "군이"]);
        check(
            "한국시각으로 시리아로 한미 중국측은",
            "ko",
            &["한국", "시각", "으로", "시리아", "로", "한", "미", "중국", "측", "은"],
        );
        check("SM엔터테인먼트에 현에서 이의", "ko", &["SM엔터테인먼트", "에", "현", "에서", "이의"]);
        check("وقال بموسكو", "ar", &["و", "قال", "ب", "موسكو"]);
    }
}
