//! Furniture that its shape shows, whatever the language: share buttons, clock lines, menus, rows of tables.

use super::cues::{CLOCK_WORDS, FOLLOW_WORDS, PLATFORMS, SHARE_CONNECTORS, SHARE_WORDS};
use super::folding::without_marks;
use super::line::{Line, ends_like_sentence};
use super::sign_off;

/// The most words of a row of share buttons or of a clock line.
const MOST_WORDS: usize = 24;

/// The most words beside day and hour that no list has.
const MOST_FOREIGN: usize = 2;

/// The longest request to follow or to write, in bytes.
const LONGEST_REQUEST: usize = 240;

/// The most words of a cell in a menu or table.
const MOST_CELL_WORDS: usize = 4;

/// Reports whether a short line is furniture by its shape. `folded` is its text, folded.
pub(super) fn is_furniture(line: &Line<'_>, folded: &str) -> bool {
    is_row_of_marks(line.text)
        || is_share_bar(folded)
        || is_clock_line(folded)
        || is_menu(line)
        || (folded.len() <= LONGEST_REQUEST && asks_to_follow(folded))
        || sign_off::is_address(line.text)
        || is_web_address(line.text)
}

/// Reports whether a line has no letter and no digit: `* * *`, `|---|---|`, `___`.
fn is_row_of_marks(line: &str) -> bool {
    !line.is_empty() && !line.contains(char::is_alphanumeric)
}

/// Reports whether a line has only the words of share buttons: `Share on Facebook Tweet Copy link`.
fn is_share_bar(folded: &str) -> bool {
    let mut words = words(folded).take(MOST_WORDS + 1).peekable();
    let may_open = |first: &&str| {
        SHARE_WORDS.contains(first)
            || SHARE_CONNECTORS.contains(first)
            || is_count(first)
            || PLATFORMS.has_beginning_of(first)
    };
    if !words.peek().is_some_and(may_open) {
        return false;
    }
    let (mut count, mut shares) = (0, 0);
    for word in words {
        count += 1;
        // `Facebook'ta paylaş`, `카카오톡으로 공유하기`: a platform may have an ending.
        if SHARE_WORDS.contains(word) || PLATFORMS.has_beginning_of(word) {
            shares += 1;
        } else if !SHARE_CONNECTORS.contains(word) && !is_count(word) {
            return false;
        }
    }
    shares > 0 && count <= MOST_WORDS
}

/// Reports whether a line asks readers to follow somebody or to write: `Follow Jane Doe on X: @jdoe`, `Email
/// tips@paper.example`.
pub(super) fn asks_to_follow(folded: &str) -> bool {
    let is_handle = |word: &str| {
        word.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '@').starts_with('@') && word.len() > 2
    };
    let is_address = |word: &str| word.split_once('@').is_some_and(|(_, host)| host.contains('.'));
    let mut opening = words(folded);
    let is_request = opening.next().is_some_and(|first| FOLLOW_WORDS.contains(first));
    is_request
        && (opening.any(|word| word.len() > 1 && PLATFORMS.contains(word))
            || folded.split(' ').any(|word| is_handle(word) || is_address(word)))
        // `Follow the money on Facebook, she wrote.` is a sentence.
        && !folded.contains(['"', '“', '„', '«'])
}

/// Reports whether a word is a number of shares or comments: `#`, `#k`.
fn is_count(word: &str) -> bool {
    matches!(word, "#" | "#k" | "k")
}

/// Reports whether a line says only when: `2 January 2019`, `10:42 Uhr`, `Updated 3 hours ago`.
fn is_clock_line(folded: &str) -> bool {
    // A line without a number says no time, and `Gold: $2,402 (+0.3%)` says a price.
    if !folded.contains('#') || folded.contains(['%', '$', '€', '£', '¥']) {
        return false;
    }
    let mut times = Times::default();
    let words =
        folded.split(|c: char| c.is_whitespace() || is_between_times(c)).filter(|word| !word.is_empty());
    for word in words {
        times.read(word);
        if times.foreign > MOST_FOREIGN {
            return false;
        }
    }
    // `3.5` and `42` are amounts, `2:1` may be a time.
    let is_time = times.known > 0 || times.numbers > 2 || folded.contains("#:#");
    times.count <= MOST_WORDS
        && times.numbers > 0
        && is_time
        && (times.foreign == 0 || (times.say_day_and_hour() && !ends_like_sentence(folded)))
}

/// The words of a line that may say when.
#[derive(Debug, Default)]
struct Times {
    count: usize,
    /// Words of times.
    known: usize,
    numbers: usize,
    /// Words that no list has.
    foreign: usize,
    /// Whether such a word stands behind times, and whether times follow it.
    has_foreign_behind: bool,
    encloses_foreign: bool,
}

impl Times {
    fn read(&mut self, word: &str) {
        self.count += 1;
        let is_behind_number = self.numbers > 0;
        self.numbers += word.matches('#').count();
        // `9h15`
        let unit = without_marks(word.trim_matches(['#', ':', '.']));
        let is_foreign = !unit.is_empty() && !CLOCK_WORDS.contains(unit);
        self.foreign += usize::from(is_foreign);
        self.has_foreign_behind |= is_foreign && is_behind_number;
        self.encloses_foreign |= !is_foreign && self.has_foreign_behind;
        self.known += usize::from(!unit.is_empty() && !is_foreign);
        // `2019年西湖` is a sentence in a script without spaces.
        if is_foreign && (unit.contains('#') || unit.contains(text::is_without_spaces)) {
            self.foreign = MOST_FOREIGN + 1;
        }
    }

    /// Reports whether the line has a whole day and an hour. Then it may also name a place or an agency:
    /// `Kranj, 26. 05. 2026 11.20`, `21. máj 2026 o 14:20 I SITA`.
    fn say_day_and_hour(&self) -> bool {
        !self.encloses_foreign && (self.numbers >= 5 || (self.numbers == 4 && self.known >= 2))
    }
}

fn is_between_times(character: char) -> bool {
    text::is_dash(character) || matches!(character, ',' | ';' | '|' | '(' | ')' | '•' | '·' | '/' | '+' | '،')
}

/// Reports whether a line is short cells between bars or arrows: `Home | News | Sport`, `News > Local > Leeds`.
fn is_menu(line: &Line<'_>) -> bool {
    // Most lines have none of the bars.
    let may_have_bar = |byte| matches!(byte, b'|' | b'>' | b'\t') || !byte.is_ascii();
    if line.ends_like_sentence || !line.text.bytes().any(may_have_bar) {
        return false;
    }
    ["|", " > ", " › ", " » ", "\t"].into_iter().any(|bar| {
        let cells = || line.text.split(bar).map(str::trim).filter(|cell| !cell.is_empty());
        let is_short = |cell: &str| cell.split_whitespace().nth(MOST_CELL_WORDS).is_none();
        line.text.contains(bar) && cells().nth(2).is_some() && cells().all(is_short)
    })
}

/// Reports whether a line is a name and numbers, half of it at least: `Acme 12.05 -0.7%`.
pub(super) fn is_row_of_numbers(line: &Line<'_>) -> bool {
    const WIDEST: usize = 60;
    if line.columns > WIDEST || line.ends_like_sentence || !line.text.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let is_number = |word: &str| {
        word.contains(|c: char| c.is_ascii_digit()) && !word.contains(|c: char| c.is_alphabetic())
    };
    let (mut count, mut numbers) = (0, 0);
    for word in line.text.split_whitespace() {
        count += 1;
        numbers += usize::from(is_number(word));
    }
    let opens_with_name = line.text.starts_with(char::is_alphabetic);
    opens_with_name && numbers >= 2 && numbers * 2 >= count
}

/// Reports whether a line is a web address, a handle or hashtags and nothing else.
fn is_web_address(line: &str) -> bool {
    let is_link = |word: &str| {
        word.starts_with("http://")
            || word.starts_with("https://")
            || word.starts_with("www.")
            || (word.len() > 1 && word.starts_with(['@', '#']) && !word.starts_with("##"))
    };
    !line.is_empty() && line.split_whitespace().all(is_link)
}

/// Returns the words of a folded line without the marks between them.
fn words(folded: &str) -> impl Iterator<Item = &str> {
    let between = |c: char| {
        c.is_whitespace()
            || matches!(c, ',' | ';' | ':' | '|' | '/' | '(' | ')' | '•' | '·' | '.' | '!' | '&' | '+')
    };
    folded.split(between).map(without_marks).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::folding::fold;
    use super::*;

    fn check(line: &str, expected: bool) {
        assert_eq!(is_furniture(&Line::measure(line), &fold(line, 160)), expected, "{line:?}");
    }

    #[test]
    fn share_buttons_are_furniture_and_sentences_about_them_are_not() {
        for line in [
            "Share on Facebook",
            "Facebook Twitter WhatsApp Email",
            "1.2k Shares",
            "Teilen auf Facebook",
            "Compartir por WhatsApp",
        ] {
            check(line, true);
        }
        for line in ["Share prices on Facebook", "Twitter sues Facebook", "Email scandal"] {
            check(line, false);
        }
    }

    #[test]
    fn a_line_that_says_only_when_is_furniture() {
        for line in [
            "2 January 2019",
            "10:42 Uhr",
            "Updated 3 hours ago",
            "vor 2 Stunden",
            "il y a 3 heures",
            "Mon 23 Nov 2026 10.42 GMT",
            "23.11.2026, 10:42",
            "hace 5 minutos",
            "23 ноября 2026, 10:42",
            "Stand: 23.11.2026 | 14:30 Uhr",
        ] {
            check(line, true);
        }
        for line in [
            "42",
            "3.5",
            "Gold: $2,402 (+0.3%)",
            "LONDON, May 3",
            "May",
            "Monday",
            "1998 Town council",
            "3 dead in May",
        ] {
            check(line, false);
        }
    }

    #[test]
    fn a_request_to_follow_or_to_write_is_furniture() {
        for line in [
            "Follow Jane Doe on X: @jdoe",
            "Email tips@paper.example",
            "Contact the desk at desk@paper.example",
            "Folgen Sie uns auf Instagram",
            "Suivez-nous sur Facebook",
            "Síguenos en Twitter",
        ] {
            check(line, true);
        }
        for line in ["Follow the road to Leeds", "She follows Jane Doe on X", "Find the mayor of Leeds"] {
            check(line, false);
        }
    }

    #[test]
    fn menus_marks_and_addresses_are_furniture() {
        for line in [
            "Home | News | Sport",
            "News > Local > Leeds",
            "| Lions | 8 | 3 |",
            "* * *",
            "|---|---|",
            "___",
            "https://example.com/a",
            "@jholt",
            "#Leeds #Flood",
            "desk@paper.example",
        ] {
            check(line, true);
        }
        for line in ["LIMA | Snow", "a > b", "I | am | here and this is far too long"] {
            check(line, false);
        }
    }

    #[test]
    fn a_row_of_numbers_opens_with_a_name() {
        for line in ["Acme 12.05 -0.7%", "South 3,208 41%"] {
            assert!(is_row_of_numbers(&Line::measure(line)), "{line}");
        }
        for line in ["4,112 58%", "Ulm – Aalen 0:0", "In 1914 and 1918 he was there"] {
            assert!(!is_row_of_numbers(&Line::measure(line)), "{line}");
        }
    }
}
