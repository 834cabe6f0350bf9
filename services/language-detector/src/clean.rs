//! Reduces a text to the words that carry its language.
//!
//! Markup, addresses, handles, hashtags, numbers, punctuation and agency credits are removed. The rest is
//! lower-case words with one space between them. Raw HTML alone costs a trigram detector a third of its
//! accuracy; addresses and credits cost five points.

use text::{
    Script,
    markup::{self, Markup, MarkupKind, Scanner},
    script_of,
};
use unicode_normalization::char::compose;

use crate::script::common_letter;

/// Agencies credited in brackets. Their names are English words in an article of any language.
#[rustfmt::skip] // Rows of names, not one name a line.
const AGENCIES: [&str; 22] = [
    "afp", "ap", "reuters", "dpa", "ansa", "efe", "tass", "xinhua", "kyodo", "yonhap", "upi", "bloomberg", "pti", "ani",
    "ians", "apa", "belga", "lusa", "anp", "bbc", "cnn", "getty",
];

/// Longest note in brackets that is searched for an agency, in characters.
const LONGEST_CREDIT: usize = 40;

/// Returns the words of `text` in lower case with one space between them.
///
/// Stops after about `longest` bytes of words. Takes one pass over the text, whatever it holds; an unclosed
/// tag or comment counts as text. Words after markup, an address or a credit are separate words.
///
/// ```
/// use language_detector::clean;
///
/// assert_eq!(clean("<p>Il pleut &agrave; Lyon (AFP)</p> https://example.com", 100), "il pleut à lyon");
/// ```
pub fn clean(text: &str, longest: usize) -> String {
    let words = String::with_capacity(text.len().min(longest));
    let mut cleaner = Cleaner { scanner: markup::scan(text), words, inside_word: false, address: None };
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        if cleaner.words.len() >= longest {
            break;
        }
        let length = cleaner.step(character, rest, text.len() - rest.len());
        rest = rest.get(length..).unwrap_or_default();
        let length = cleaner.take_letters(rest, longest);
        rest = rest.get(length..).unwrap_or_default();
    }
    cleaner.words.truncate(cleaner.words.trim_end().len());
    cleaner.words
}

/// The words kept so far, and the state of the pass over the text.
struct Cleaner<'t> {
    scanner: Scanner<'t>,
    words: String,
    /// Whether the last character was part of a word.
    inside_word: bool,
    /// Length of `words` before the current run of letters and dots. The run may prove to be the front of an
    /// e-mail address, and is then taken back.
    address: Option<usize>,
}

impl<'t> Cleaner<'t> {
    /// Reads `character`, the first of `rest`, which begins at byte `at` of the text. Returns the bytes it
    /// read.
    fn step(&mut self, character: char, rest: &str, at: usize) -> usize {
        let address = self.address.take();
        if character == '@'
            && let Some(start) = address
        {
            // The run before `@` was the front of an e-mail address and holds no words.
            self.words.truncate(start);
            // In scripts without spaces a word may end right before the address.
            self.inside_word = self.words.chars().next_back().is_some_and(|character| character != ' ');
            self.separate();
            return 1 + ascii_run(rest.get(1..).unwrap_or_default(), is_address);
        }
        if matches!(character, '<' | '&')
            && let Some(markup) = self.scanner.at(at)
        {
            return self.take_markup(markup);
        }
        if let Some(length) = self.skipped(character, rest) {
            self.separate();
            return length;
        }
        let goes_on = character.is_ascii_alphanumeric()
            || address.is_some() && matches!(character, '.' | '-' | '_' | '+');
        self.address = goes_on.then(|| address.unwrap_or(self.words.len()));
        self.take(character);
        character.len_utf8()
    }

    /// Takes the character of a reference, and drops other markup with any code it encloses. Returns the
    /// bytes read.
    fn take_markup(&mut self, markup: Markup<'t>) -> usize {
        match markup.kind {
            MarkupKind::Reference(Some(character)) => self.take(character),
            _ => self.separate(),
        }
        let code = self.scanner.code_after(&markup).map_or(0, text::Span::len);
        markup.span.len() + code
    }

    /// Returns the length in bytes of the credit, handle, hashtag or web address at the start of `rest`.
    fn skipped(&self, character: char, rest: &str) -> Option<usize> {
        match character {
            '(' | '（' | '[' => credit(rest),
            // Inside a word, as in `C#`, these signs are punctuation.
            '@' | '#' if !self.inside_word => tagged(rest),
            // An address may follow a Chinese character without a space.
            'h' | 'H' => address(rest, &["http://", "https://"]),
            // These openings are so short that a word may end with them.
            'w' | 'W' if !self.inside_word => address(rest, &["www."]),
            'f' | 'F' if !self.inside_word => address(rest, &["ftp://"]),
            _ => None,
        }
    }

    /// Takes the letters of ASCII at the start of `rest` that go on with a word, and begin no address. Returns the
    /// bytes it read.
    fn take_letters(&mut self, rest: &str, longest: usize) -> usize {
        // The first letter of a word decides where an e-mail address would begin.
        if !self.inside_word || self.address.is_none() {
            return 0;
        }
        let room = longest.saturating_sub(self.words.len());
        let goes_on = |byte: u8| byte.is_ascii_alphabetic() && !matches!(byte, b'h' | b'H');
        let length = ascii_run(rest.get(..room).unwrap_or(rest), goes_on).min(room);
        let letters = rest.get(..length).unwrap_or_default();
        self.words.extend(letters.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
        length
    }

    /// Adds a letter to the current word; any other character ends the word.
    fn take(&mut self, character: char) {
        // A fast path: most letters of news are ASCII.
        if character.is_ascii_alphabetic() {
            self.words.push(character.to_ascii_lowercase());
            self.inside_word = true;
            return;
        }
        if text::is_invisible(character) {
            return;
        }
        // Decomposed texts write `é` as two characters. The n-grams of the model hold one.
        if self.inside_word
            && let Some(letter) = self.words.chars().next_back().and_then(|base| composed(base, character))
        {
            self.words.pop();
            self.words.push(letter);
            return;
        }
        if !is_letter(character) {
            self.separate();
            return;
        }
        self.words.extend(character.to_lowercase().map(with_cedilla));
        self.inside_word = true;
    }

    /// Ends the current word, if there is one.
    fn separate(&mut self) {
        if self.inside_word {
            self.words.push(' ');
        }
        self.inside_word = false;
    }
}

/// Returns `base` and a combining accent as one letter, where the model knows the letter so.
///
/// Letters beyond Latin Extended-A, such as Yoruba `ọ`, stay as they are written: the training texts hold
/// them both composed and decomposed, and the model learned the n-grams of both.
fn composed(base: char, accent: char) -> Option<char> {
    let is_accent = matches!(accent, '\u{300}'..='\u{36f}');
    let letter = if is_accent { compose(base, accent)? } else { return None };
    matches!(letter, '\u{c0}'..='\u{17f}' | '\u{400}'..='\u{45f}').then_some(letter)
}

/// Reports whether `character` is a letter, or a mark that is part of a letter, such as a vowel sign or a
/// virama.
fn is_letter(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphabetic();
    }
    common_letter(character).is_some()
        || character.is_alphabetic()
        || !matches!(script_of(character), Script::Common | Script::Unknown)
            && !character.is_numeric()
            && is_mark(character)
}

/// Reports whether `character` is a combining accent, or a mark of a script that spells with marks.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{670}'
        | '\u{900}'..='\u{dff}' | '\u{e31}'..='\u{e4e}' | '\u{eb1}'..='\u{ece}' | '\u{f18}'..='\u{fbc}'
        | '\u{102b}'..='\u{103e}' | '\u{17b4}'..='\u{17d3}' | '\u{200c}' | '\u{200d}' | '\u{3099}' | '\u{309a}')
}

/// Returns the older cedilla form of a Romanian letter. Today's texts use comma-below letters; the trigram
/// profiles of whatlang hold cedillas.
fn with_cedilla(character: char) -> char {
    match character {
        'ș' => 'ş',
        'ț' => 'ţ',
        other => other,
    }
}

/// Returns the length of a note in brackets that names an agency: `(Reuters)`, `[photo: Getty Images/AFP]`.
fn credit(rest: &str) -> Option<usize> {
    let longest = rest.char_indices().take(LONGEST_CREDIT);
    let (end, closing) =
        longest.skip(1).find(|(_, character)| matches!(character, ')' | '）' | ']' | '(' | '['))?;
    let inside = rest.get(1..end)?;
    let mut words = inside.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let names_one = words.any(|word| AGENCIES.iter().any(|agency| word.eq_ignore_ascii_case(agency)));
    names_one.then_some(end + closing.len_utf8())
}

/// Returns the length of a handle or hashtag: its sign and the word after it.
///
/// Weibo writes a second `#` after the word.
fn tagged(rest: &str) -> Option<usize> {
    let word = rest.get(1..)?;
    let end = word.find(|c: char| !(c.is_alphanumeric() || c == '_' || is_mark(c))).unwrap_or(word.len());
    let closing =
        usize::from(rest.starts_with('#') && word.get(end..).is_some_and(|after| after.starts_with('#')));
    (end > 0).then_some(1 + end + closing)
}

/// Returns the length of a web address that begins with one of `openings`.
fn address(rest: &str, openings: &[&str]) -> Option<usize> {
    let begins = openings.iter().any(|opening| starts_with_ignoring_case(rest, opening));
    begins.then(|| {
        ascii_run(rest, |byte| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'"' | b')' | b']'))
    })
}

fn is_address(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_')
}

fn ascii_run(text: &str, belongs: impl Fn(u8) -> bool) -> usize {
    text.bytes().position(|byte| !belongs(byte)).unwrap_or(text.len())
}

fn starts_with_ignoring_case(text: &str, opening: &str) -> bool {
    text.as_bytes().get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening.as_bytes()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(clean(text, 10_000), expected, "words of {text:?}");
    }

    #[test]
    fn returns_lower_case_words_with_one_space_between() {
        check("RAIN in  Oslo,\nagain.", "rain in oslo again");
    }

    #[test]
    fn removes_tags_and_keeps_the_words_between_them() {
        check("<p class=\"lead\">Rain<br/>in <b>Oslo</b></p>", "rain in oslo");
    }

    #[test]
    fn removes_scripts_styles_and_comments_with_their_content() {
        check(
            "a<script>var x = 1;</script>b<STYLE>p {color: red}</STYLE>c<!-- not <b>seen</b> -->d",
            "a b c d",
        );
    }

    #[test]
    fn keeps_the_words_of_what_only_looks_like_markup() {
        check("a < b and c > d", "a b and c d");
        check("an <unclosed tag", "an unclosed tag");
        check("an <!-- unclosed comment", "an unclosed comment");
        check("<script>no end", "no end");
        check("I <3 you", "i you");
    }

    #[test]
    fn reads_character_references() {
        check("Caf&eacute;&nbsp;&amp;&#32;Th&#233;&#xe2;tre &Auml;rger &unknown;", "café théâtre ärger");
        check("AT&T", "at t");
    }

    #[test]
    fn removes_web_and_mail_addresses() {
        check("see https://example.com/a?b=c now", "see now");
        check("详情见https://example.com更多", "详情见 更多");
        check("www.example.com (http://x.org) ok", "ok");
        check("write to jane.doe@example.com today", "write to today");
        check("jane_doe-99+news@mail.example.com", "");
        check("Mail:jane@example.com。更多", "mail 更多");
        check("It ended. jane@example.com", "it ended");
    }

    #[test]
    fn removes_handles_and_hashtags() {
        check("@jane_doe said #Météo2026 rain", "said rain");
        check("#话题#今天下雨", "今天下雨");
        check("a # b @ c", "a b c");
    }

    #[test]
    fn removes_numbers_and_emoji() {
        check("3 of 4,500 🌧 90%", "of");
        check("2026 🎉 ١٢٣", "");
    }

    #[test]
    fn removes_agency_credits() {
        check("PARIS (Reuters) - Il pleut (fort)", "paris il pleut fort");
        check("BERLIN (dpa)", "berlin");
        check("Il pleut [photo: Getty Images/AFP] fort", "il pleut fort");
        check("(AP Photo/Jane Doe) Rain", "rain");
        check("Rain (and the apartment) stays", "rain and the apartment stays");
    }

    #[test]
    fn keeps_vowel_signs_and_joiners_in_their_word() {
        check("दिल्ली में", "दिल्ली में");
        check("می\u{200c}شود", "می\u{200c}شود");
    }

    #[test]
    fn composes_accents_and_removes_soft_hyphens() {
        check("cafe\u{301} Re\u{ad}gen", "café regen");
        check("S\u{327}i ţara\u{306} И\u{306}од", "şi ţară йод");
        check("o\u{323}ba \u{301}a x\u{301}", "o\u{323}ba \u{301}a x\u{301}");
    }

    #[test]
    fn writes_romanian_letters_as_the_trigram_profiles_do() {
        check("Știri și țară", "ştiri şi ţară");
    }

    #[test]
    fn stops_at_the_limit() {
        assert_eq!(clean("one two three", 7), "one two");
    }

    #[test]
    fn hostile_repetition_takes_linear_time() {
        for piece in [
            "<", "<a ", "<!--", "<script>", "&", "&#", "@", "#", "(", "a@", "a.", "a", "http", "w", "\u{301}",
        ] {
            clean(&piece.repeat(300_000), usize::MAX);
        }
    }

    proptest! {
        #[test]
        fn any_text_gives_words_and_single_spaces(text in "(\\PC|[<>&#@(\\n]|http://|<!--|&#){0,200}") {
            let words = clean(&text, 10_000);
            prop_assert!(!words.contains("  ") && words.trim() == words);
            prop_assert!(!words.contains(['<', '>', '&', '#', '@']));
        }
    }
}
