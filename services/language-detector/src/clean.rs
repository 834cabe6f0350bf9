//! The words of a text, without what says nothing about its language.
//!
//! Markup, addresses, handles, hashtags, numbers, punctuation and agency credits go; what stays is
//! lower-case words with one space between them. Raw HTML alone costs a trigram detector a third of
//! its accuracy, addresses and credits five points.

use text::{Script, script_of};

use crate::entities::{composed, decoded};
use crate::script::common_letter;

/// Longest tag that is taken for one, in bytes: past it a `<` is a stray sign.
const LONGEST_TAG: usize = 4_000;

/// Credits that stand in brackets in news text. They are English words in any language's article.
const AGENCIES: [&str; 22] = [
    "afp",
    "ap",
    "reuters",
    "dpa",
    "ansa",
    "efe",
    "tass",
    "xinhua",
    "kyodo",
    "yonhap",
    "upi",
    "bloomberg",
    "pti",
    "ani",
    "ians",
    "apa",
    "belga",
    "lusa",
    "anp",
    "bbc",
    "cnn",
    "getty",
];

/// Longest note in brackets that is looked at for an agency, in characters.
const LONGEST_CREDIT: usize = 40;

/// The words of `text`, lower-cased, one space between them; about `longest` bytes at most.
///
/// One pass, whatever the text holds: an unclosed tag or comment is read as text.
pub fn clean(text: &str, longest: usize) -> String {
    let mut cleaner = Cleaner { words: String::with_capacity(text.len().min(longest)), ..Cleaner::default() };
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        if cleaner.words.len() >= longest {
            break;
        }
        let passed = cleaner.step(character, rest);
        rest = rest.get(passed..).unwrap_or_default();
    }
    cleaner.words.truncate(cleaner.words.trim_end().len());
    cleaner.words
}

/// What has been kept so far, and which closing marks are known not to follow any more.
#[derive(Default)]
struct Cleaner {
    words: String,
    /// The character read last was part of a word.
    inside_word: bool,
    /// Length of `words` where the run at hand began that may turn out to be the front of an e-mail address.
    address: Option<usize>,
    /// Closing marks looked for in vain: not looked for again, which keeps the pass linear.
    missing: Vec<&'static str>,
}

impl Cleaner {
    /// Reads `character`, with which `rest` begins; how many bytes that took.
    fn step(&mut self, character: char, rest: &str) -> usize {
        let address = self.address.take();
        if character == '@'
            && let Some(start) = address
        {
            self.words.truncate(start);
            self.inside_word = self.words.chars().next_back().is_some_and(|character| character != ' ');
            self.separate();
            return 1 + ascii_run(rest.get(1..).unwrap_or_default(), is_address);
        }
        if let Some(length) = self.skipped(character, rest) {
            self.separate();
            return length;
        }
        if character == '&'
            && let Some((decoded, length)) = decoded(rest)
        {
            self.take(decoded);
            return length;
        }
        let goes_on = character.is_ascii_alphanumeric()
            || address.is_some() && matches!(character, '.' | '-' | '_' | '+');
        self.address = goes_on.then(|| address.unwrap_or(self.words.len()));
        self.take(character);
        character.len_utf8()
    }

    /// The length of what is no text at the start of `rest`.
    fn skipped(&mut self, character: char, rest: &str) -> Option<usize> {
        match character {
            '<' => self.markup(rest),
            '(' | '（' | '[' => credit(rest),
            '@' | '#' if !self.inside_word => tagged(rest),
            'h' | 'H' => address(rest, &["http://", "https://"]),
            'w' | 'W' if !self.inside_word => address(rest, &["www."]),
            'f' | 'F' if !self.inside_word => address(rest, &["ftp://"]),
            _ => None,
        }
    }

    /// The length of a tag, a comment, or a script or style with its content.
    fn markup(&mut self, rest: &str) -> Option<usize> {
        if rest.starts_with("<!--") {
            return self.through(rest, "-->");
        }
        let named = rest.get(1..)?;
        let sign = named.trim_start_matches('/').chars().next()?;
        if !(sign.is_ascii_alphabetic() || matches!(sign, '!' | '?')) {
            return None;
        }
        // A tag ends before the next one begins, so looking for its end never covers ground twice.
        let end = named.bytes().take(LONGEST_TAG).position(|byte| matches!(byte, b'>' | b'<'))?;
        if named.as_bytes().get(end) != Some(&b'>') {
            return None;
        }
        let tag = end + 2;
        let content = ["script", "style"].into_iter().zip(["</script", "</style"]);
        for (name, closing) in content {
            if starts_with_ignoring_case(named, name)
                && let Some(length) = self.through(rest, closing)
            {
                return Some(length);
            }
        }
        Some(tag)
    }

    /// The length up to and with `closing`.
    fn through(&mut self, rest: &str, closing: &'static str) -> Option<usize> {
        if self.missing.contains(&closing) {
            return None;
        }
        let found = rest
            .as_bytes()
            .windows(closing.len())
            .position(|bytes| bytes.eq_ignore_ascii_case(closing.as_bytes()));
        if found.is_none() {
            self.missing.push(closing);
        }
        found.map(|at| at + closing.len())
    }

    fn take(&mut self, character: char) {
        if character.is_ascii_alphabetic() {
            self.words.push(character.to_ascii_lowercase());
            self.inside_word = true;
            return;
        }
        if is_invisible(character) {
            return;
        }
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

    fn separate(&mut self) {
        if self.inside_word {
            self.words.push(' ');
        }
        self.inside_word = false;
    }
}

/// Letters, and the marks that belong to letters: vowel signs and viramas are no letters of their own.
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

/// Marks of the scripts that spell with them, and the combining accents.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{670}'
        | '\u{900}'..='\u{dff}' | '\u{e31}'..='\u{e4e}' | '\u{eb1}'..='\u{ece}' | '\u{f18}'..='\u{fbc}'
        | '\u{102b}'..='\u{103e}' | '\u{17b4}'..='\u{17d3}' | '\u{200c}' | '\u{200d}' | '\u{3099}' | '\u{309a}')
}

/// Characters that stand inside words without being seen.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Romanian is written with comma-below letters today; trigram profiles hold the older cedilla.
fn with_cedilla(character: char) -> char {
    match character {
        'ș' => 'ş',
        'ț' => 'ţ',
        other => other,
    }
}

/// A note in brackets that names an agency: `(Reuters)`, `[photo: Getty Images/AFP]`.
fn credit(rest: &str) -> Option<usize> {
    let longest = rest.char_indices().take(LONGEST_CREDIT);
    let (end, closing) =
        longest.skip(1).find(|(_, character)| matches!(character, ')' | '）' | ']' | '(' | '['))?;
    let inside = rest.get(1..end)?;
    let mut words = inside.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let names_one = words.any(|word| AGENCIES.iter().any(|agency| word.eq_ignore_ascii_case(agency)));
    names_one.then_some(end + closing.len_utf8())
}

/// A handle or hashtag: its sign and the word after it. Weibo's closing `#` belongs to it.
fn tagged(rest: &str) -> Option<usize> {
    let word = rest.get(1..)?;
    let end = word.find(|c: char| !(c.is_alphanumeric() || c == '_' || is_mark(c))).unwrap_or(word.len());
    let closing =
        usize::from(rest.starts_with('#') && word.get(end..).is_some_and(|after| after.starts_with('#')));
    (end > 0).then_some(1 + end + closing)
}

/// A web address that begins with one of `openings`.
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
    fn words_are_lower_case_with_one_space_between() {
        check("RAIN in  Oslo,\nagain.", "rain in oslo again");
    }

    #[test]
    fn tags_go_and_their_words_stay() {
        check("<p class=\"lead\">Rain<br/>in <b>Oslo</b></p>", "rain in oslo");
    }

    #[test]
    fn scripts_styles_and_comments_go_with_their_content() {
        check(
            "a<script>var x = 1;</script>b<STYLE>p {color: red}</STYLE>c<!-- not <b>seen</b> -->d",
            "a b c d",
        );
    }

    #[test]
    fn what_only_looks_like_markup_stays() {
        check("a < b and c > d", "a b and c d");
        check("an <unclosed tag", "an unclosed tag");
        check("an <!-- unclosed comment", "an unclosed comment");
        check("<script>no end", "no end");
        check("I <3 you", "i you");
    }

    #[test]
    fn character_references_are_read() {
        check("Caf&eacute;&nbsp;&amp;&#32;Th&#233;&#xe2;tre &Auml;rger &unknown;", "café théâtre ärger");
        check("AT&T", "at t");
    }

    #[test]
    fn addresses_go() {
        check("see https://example.com/a?b=c now", "see now");
        check("详情见https://example.com更多", "详情见 更多");
        check("www.example.com (http://x.org) ok", "ok");
        check("write to jane.doe@example.com today", "write to today");
        check("jane_doe-99+news@mail.example.com", "");
        check("Mail:jane@example.com。更多", "mail 更多");
        check("It ended. jane@example.com", "it ended");
    }

    #[test]
    fn handles_and_hashtags_go() {
        check("@jane_doe said #Météo2026 rain", "said rain");
        check("#话题#今天下雨", "今天下雨");
        check("a # b @ c", "a b c");
    }

    #[test]
    fn numbers_and_emoji_go() {
        check("3 of 4,500 🌧 90%", "of");
        check("2026 🎉 ١٢٣", "");
    }

    #[test]
    fn agency_credits_go() {
        check("PARIS (Reuters) - Il pleut (fort)", "paris il pleut fort");
        check("BERLIN (dpa)", "berlin");
        check("Il pleut [photo: Getty Images/AFP] fort", "il pleut fort");
        check("(AP Photo/Jane Doe) Rain", "rain");
        check("Rain (and the apartment) stays", "rain and the apartment stays");
    }

    #[test]
    fn vowel_signs_and_joiners_stay_in_their_word() {
        check("दिल्ली में", "दिल्ली में");
        check("می\u{200c}شود", "می\u{200c}شود");
    }

    #[test]
    fn accents_are_composed_and_soft_hyphens_go() {
        check("cafe\u{301} Re\u{ad}gen", "café regen");
    }

    #[test]
    fn romanian_letters_take_the_form_of_the_profiles() {
        check("Știri și țară", "ştiri şi ţară");
    }

    #[test]
    fn nothing_is_read_past_the_limit() {
        assert_eq!(clean("one two three", 7), "one two");
    }

    #[test]
    fn hostile_repetition_takes_one_pass() {
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
