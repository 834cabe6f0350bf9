//! Folding: what rules and texts look like before they are compared.
//!
//! | folded | example |
//! |---|---|
//! | capitals | `OSLO` is `oslo` |
//! | width and other compatibility forms | `ＮＨＫ` is `nhk`, `ｶﾞ` is `ガ`, `ﬁ` is `fi` |
//! | marks of Latin, Greek, Hebrew and Arabic letters | `Malmö` is `malmo`, `αθήνα` is `αθηνα`, `أَحمد` is `احمد` |
//! | in Cyrillic only stress and the dots of `ё` | `й`, `ї` and `ў` are letters of their own |
//! | Latin letters with strokes, and ligatures | `Łódź` is `lodz`, `straße` is `strasse` |
//! | variants of Arabic letters and digits | `ة` is `ه`, `ی` and `ى` are `ي`, `٣` is `3` |
//! | white space and dashes | a run of them is one space |
//! | what cannot be seen: soft hyphens, joiners, tatweel | nothing |
//!
//! Marks of other scripts are vowels or tones, and stay.

use std::{str, sync::LazyLock};

use text::{
    Script, Span, is_apostrophe, is_dash, is_invisible,
    markup::{self, MarkupKind, Scanner},
    script_of,
};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A folded character.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece<'u> {
    /// What the unit, or a part of it, is folded to. A space stands for a gap between words.
    pub(crate) folded: char,
    /// The character as it is written, with its marks.
    pub(crate) unit: &'u str,
    /// The bytes of the unit in the text.
    pub(crate) span: Span,
}

/// Elements inside a line: their tags do not separate words. Source: phrasing content of the HTML standard.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// The characters below this one have an entry in [`SHORT`]: Latin, Greek, Cyrillic, Hebrew, Arabic.
const SHORT_END: u32 = 0x800;

/// What a character is folded to, filled up with U+0000.
type Short = [char; 3];

static SHORT: LazyLock<Vec<Short>> = LazyLock::new(|| (0..SHORT_END).map(short).collect());

/// Folds a text from a rule, which has no markup.
pub(crate) fn fold(text: &str, each: impl FnMut(Piece<'_>)) {
    Folder { text, scanner: None, gap: None, has_begun: false, each }.run();
}

/// Folds a text of an article. Tags and comments are left out, and character references are what they stand for.
pub(crate) fn fold_with_markup(text: &str, each: impl FnMut(Piece<'_>)) {
    let scanner = (text.contains('<') || text.contains('&')).then(|| markup::scan(text));
    Folder { text, scanner, gap: None, has_begun: false, each }.run();
}

struct Folder<'t, F> {
    text: &'t str,
    scanner: Option<Scanner<'t>>,
    /// The gap behind the last character. It counts only if another one follows.
    gap: Option<Span>,
    has_begun: bool,
    each: F,
}

impl<F: FnMut(Piece<'_>)> Folder<'_, F> {
    fn run(mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            if matches!(byte, b'<' | b'&')
                && let Some(end) = self.markup(at)
            {
                at = end;
                continue;
            }
            // A character before an ASCII character has no marks.
            let is_plain = byte.is_ascii() && bytes.get(at + 1).is_none_or(u8::is_ascii);
            let end = if is_plain { at + 1 } else { unit_end(self.text, at) };
            let span = Span::new(at, end);
            let unit = span.of(self.text);
            match unit.as_bytes() {
                [byte] if is_gap(char::from(*byte)) => self.gap(span),
                [byte] => self.emit(char::from(byte.to_ascii_lowercase()), unit, span),
                _ => self.unit(unit, span),
            }
            at = end;
        }
    }

    /// Reads the markup at byte `at`. Returns where it ends, or `None` if there is none.
    fn markup(&mut self, at: usize) -> Option<usize> {
        let scanner = self.scanner.as_mut()?;
        let found = scanner.at(at)?;
        let end = scanner.code_after(&found).map_or(found.span.end, |code| code.end);
        match found.kind {
            MarkupKind::Reference(Some(character)) => {
                let mut buffer = [0; 4];
                self.unit(character.encode_utf8(&mut buffer), found.span);
            }
            MarkupKind::OpeningTag(name) | MarkupKind::ClosingTag(name) => {
                if !INLINE.iter().any(|inline| name.eq_ignore_ascii_case(inline)) {
                    self.gap(found.span);
                }
            }
            MarkupKind::Reference(None) | MarkupKind::Comment | MarkupKind::Declaration => {}
        }
        Some(end)
    }

    fn gap(&mut self, span: Span) {
        self.gap = Some(self.gap.map_or(span, |gap| gap.cover(span)));
    }

    fn unit(&mut self, unit: &str, span: Span) {
        let mut characters = unit.chars();
        let (Some(first), rest) = (characters.next(), characters.next()) else { return };
        if rest.is_some() {
            fold_unit(unit, |folded| self.emit(folded, unit, span));
        } else if is_gap(first) {
            self.gap(span);
        } else if is_itself(first) {
            self.emit(first, unit, span);
        } else if let Some(short) = SHORT.get(first as usize) {
            for folded in short.iter().take_while(|folded| **folded != '\0') {
                self.emit(*folded, unit, span);
            }
        } else {
            fold_unit(unit, |folded| self.emit(folded, unit, span));
        }
    }

    fn emit(&mut self, folded: char, unit: &str, span: Span) {
        if folded == ' ' {
            // Some signs are a space with a mark in their compatibility form.
            self.gap(span);
            return;
        }
        if let Some(gap) = self.gap.take()
            && self.has_begun
        {
            (self.each)(Piece { folded: ' ', unit: " ", span: gap });
        }
        self.has_begun = true;
        (self.each)(Piece { folded, unit, span });
    }
}

fn is_gap(character: char) -> bool {
    character.is_whitespace() || character.is_control() || is_dash(character)
}

/// Reports whether a single character of a large script is its own folding.
fn is_itself(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fe}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// Returns the end of the character at byte `at` with the marks behind it.
fn unit_end(text: &str, at: usize) -> usize {
    let mut characters = text.get(at..).unwrap_or_default().char_indices();
    match characters.next() {
        // A mark behind a gap stands alone.
        Some((_, first)) if is_gap(first) => return at + first.len_utf8(),
        _ => {}
    }
    characters.find(|(_, character)| !continues(*character)).map_or(text.len(), |(length, _)| at + length)
}

/// Reports whether a character belongs to the one before it: a mark, a half-width sign of voice, or the vowel or
/// final of a Korean syllable.
fn continues(character: char) -> bool {
    match character {
        // The letters of the frequent scripts come first, because the look-up takes longer.
        '\0'..='\u{2ff}'
        | '\u{370}'..='\u{482}'
        | '\u{48a}'..='\u{590}'
        | '\u{5d0}'..='\u{60f}'
        | '\u{61b}'..='\u{64a}' => false,
        _ if is_itself(character) => false,
        '\u{ff9e}' | '\u{ff9f}' | '\u{1160}'..='\u{11ff}' => true,
        _ => is_combining_mark(character),
    }
}

fn short(code: u32) -> Short {
    let mut short = ['\0'; 3];
    let mut buffer = [0; 4];
    let mut places = short.iter_mut();
    let unit = char::from_u32(code).unwrap_or('\0').encode_utf8(&mut buffer);
    fold_unit(unit, |folded| {
        if let Some(place) = places.next() {
            *place = folded;
        }
    });
    short
}

/// Folds a character with its marks.
fn fold_unit(unit: &str, mut each: impl FnMut(char)) {
    let mut base = None;
    // The compatibility form of the acute is a space, but people write it for an apostrophe.
    let characters = unit.chars().map(|character| if character == '´' { '\'' } else { character });
    let kept = characters.nfkd().filter(|&character| {
        if is_combining_mark(character) {
            return keeps(character, base);
        }
        base = Some(character);
        !is_nothing(character)
    });
    for character in kept.nfc() {
        for small in character.to_lowercase() {
            match small {
                'ß' => each_of("ss", &mut each),
                'æ' => each_of("ae", &mut each),
                'œ' => each_of("oe", &mut each),
                'þ' => each_of("th", &mut each),
                other => each(variant(other)),
            }
        }
    }
}

fn each_of(letters: &str, each: &mut impl FnMut(char)) {
    letters.chars().for_each(each);
}

fn is_nothing(character: char) -> bool {
    is_invisible(character) || matches!(character, '\u{640}' | '\u{200c}' | '\u{200d}')
}

/// Reports whether the folding keeps a mark of the letter `base`.
fn keeps(mark: char, base: Option<char>) -> bool {
    if matches!(mark, '\u{fe00}'..='\u{fe0f}') {
        return false;
    }
    if !matches!(script_of(mark), Script::Inherited | Script::Common | Script::Arabic | Script::Hebrew) {
        return true;
    }
    match base.map(script_of) {
        None | Some(Script::Latin | Script::Greek | Script::Arabic | Script::Hebrew | Script::Common) => {
            false
        }
        Some(Script::Cyrillic) => match mark {
            // The acute of Macedonian `ѓ` and `ќ` makes letters of its own; elsewhere it is the stress.
            '\u{300}' | '\u{301}' => matches!(base, Some('г' | 'Г' | 'к' | 'К')),
            '\u{308}' => !matches!(base, Some('е' | 'Е')),
            _ => true,
        },
        Some(_) => true,
    }
}

/// Returns the letter or digit that stands for all its variants.
fn variant(character: char) -> char {
    match character {
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ħ' => 'h',
        'ŧ' => 't',
        'ı' => 'i',
        'ς' => 'σ',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        'ٱ' => 'ا',
        '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => {
            char::from_digit(u32::from(character) & 0xf, 10).unwrap_or(character)
        }
        'ʻ' => '\'',
        _ if is_apostrophe(character) => '\'',
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> String {
        let mut all = String::new();
        fold_with_markup(text, |piece| all.push(piece.folded));
        all
    }

    fn check(text: &str, expected: &str) {
        assert_eq!(folded(text), expected, "folding of {text:?}");
    }

    #[test]
    fn case_and_width_are_folded() {
        check("Rain in OSLO", "rain in oslo");
        check("ＮＨＫ ｶﾞｽ ﬁne", "nhk ガス fine");
        check("ΟΔΥΣΣΕΥΣ Οδυσσεύς", "οδυσσευσ οδυσσευσ");
        check("İstanbul Iğdır", "istanbul igdir");
    }

    #[test]
    fn marks_are_folded_where_readers_leave_them_out() {
        check("Malmö cafe\u{301} Łódź Straße Þór", "malmo cafe lodz strasse thor");
        check("ёлка замо\u{301}к Київ Йошкар", "елка замок київ йошкар");
        check("Ќе ѓавол", "ќе ѓавол");
        check("אֳנִיָּה", "אניה");
        check("أَحمد القـاهرة ایران ٢٠٢٦", "احمد القاهره ايران 2026");
    }

    #[test]
    fn marks_that_are_letters_stay() {
        check("कि कु", "कि कु");
        check("กิน น้ำ", "กิน น\u{e49}\u{e4d}\u{e32}");
        check("か\u{3099} が", "が が");
        check("\u{1112}\u{1161}\u{11ab} 한", "한 한");
    }

    #[test]
    fn a_run_of_white_space_and_dashes_is_one_space() {
        check("  prime\n\n minister – e-mail  ", "prime minister e mail");
    }

    #[test]
    fn what_cannot_be_seen_is_nothing() {
        check("mini\u{ad}ster می\u{200c}شود ☀\u{fe0f}", "minister ميشود ☀");
    }

    #[test]
    fn markup_is_left_out() {
        check(
            "<p>prime<b> min</b>ister<br>said</p> AT&amp;T <!-- ad -->5 < 6",
            "prime minister said at&t 5 < 6",
        );
        check("<script>if (minister)</script>Rain", "rain");
    }

    #[test]
    fn apostrophes_are_one() {
        check("l’eau it´s it`s", "l'eau it's it`s");
    }

    #[test]
    fn the_short_table_is_the_folding() {
        for code in 0x80..SHORT_END {
            let Some(character) = char::from_u32(code) else { continue };
            let mut slow = String::new();
            fold_unit(&character.to_string(), |folded| slow.push(folded));
            assert!(slow.chars().count() <= 3, "{character:?} is folded to {slow:?}");
        }
    }

    proptest! {
        #[test]
        fn folding_is_repeatable_and_its_spans_are_in_order(text in "(\\PC|[-<>&; \u{301}\u{3099}ßİœé٣しｶﾞก]){0,60}") {
            let (mut all, mut end, mut last) = (String::new(), 0, Span::default());
            let mut is_fine = true;
            fold_with_markup(&text, |piece| {
                is_fine &= piece.span == last || piece.span.start >= end;
                is_fine &= !piece.span.of(&text).is_empty();
                (end, last) = (piece.span.end, piece.span);
                all.push(piece.folded);
            });
            prop_assert!(is_fine);
            prop_assert_eq!(all.trim(), &all);
        }
    }
}
