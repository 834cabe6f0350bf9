//! Numbers in digits: of any script, with any marks between groups and before the fraction.

use super::decimal::Decimal;

/// How a language writes numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Marks {
    /// Whether 1,5 is one and a half.
    pub(super) decimal_comma: bool,
    /// Whether its countries disagree on the comma, as those of Spanish do, so that 1,200 is open.
    pub(super) is_disputed: bool,
    /// Whether the language is not known, so that 1.200 and 1,200 are open.
    pub(super) is_unknown: bool,
}

/// What a word of digits is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Numeral {
    Number(Decimal),
    /// A number, but which one is open: "1.200" in a language that is not known, 400 digits, or digits of two
    /// scripts.
    Open,
}

/// The digit zero of each script. The other nine follow it in Unicode.
const ZEROS: [char; 21] = [
    '0', '٠', '۰', '߀', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '෦', '๐', '໐', '༠', '၀', '០', '᠐', '０',
];

/// Returns a digit of any script as an ASCII digit, and the zero of its script.
pub(super) fn digit(character: char) -> Option<(char, char)> {
    if character.is_ascii() {
        return character.is_ascii_digit().then_some((character, '0'));
    }
    ZEROS.into_iter().find_map(|zero| {
        let digit = u32::from(character).checked_sub(u32::from(zero))?;
        Some((char::from_digit(digit, 10)?, zero))
    })
}

/// Returns how many bytes at the start of a word are digits and marks between digits.
pub(super) fn length(word: &str) -> usize {
    let mut length = 0;
    for (at, character) in word.char_indices() {
        if digit(character).is_some() {
            length = at + character.len_utf8();
        } else if !is_mark(character) {
            break;
        }
    }
    length
}

fn is_mark(character: char) -> bool {
    matches!(character, '.' | ',' | '٫' | '٬' | '،' | '．' | '，' | '\'' | '’')
}

/// Reads a word of digits and marks. Returns `None` if it is no number: "1.2.3", "12th".
pub(super) fn read(word: &str, marks: Marks) -> Option<Numeral> {
    if !word.starts_with(|first| digit(first).is_some()) || length(word) != word.len() {
        return None;
    }
    // Most numbers are digits of ASCII without marks.
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Decimal::read(word, "").map_or(Numeral::Open, Numeral::Number));
    }
    let mut plain = String::with_capacity(word.len());
    let mut zeros = Vec::new();
    for character in word.chars() {
        plain.push(match digit(character) {
            Some((digit, zero)) => {
                zeros.push(zero);
                digit
            }
            None => match character {
                '٫' => ';',
                '٬' | '’' => '\'',
                '،' | '，' => ',',
                '．' => '.',
                mark => mark,
            },
        });
    }
    zeros.dedup();
    if zeros.len() > 1 {
        return Some(Numeral::Open);
    }
    split(&plain, marks).map(|parts| match parts {
        Parts::Open => Numeral::Open,
        Parts::Of(whole, fraction) => {
            let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
            Decimal::read(&whole, fraction).map_or(Numeral::Open, Numeral::Number)
        }
    })
}

/// A number's whole part, with its groups, and its fraction.
enum Parts<'t> {
    Of(&'t str, &'t str),
    Open,
}

/// Divides ASCII digits with the marks `.`, `,`, `'` and `;` (the Arabic decimal mark).
fn split(text: &str, marks: Marks) -> Option<Parts<'_>> {
    if let Some((whole, fraction)) = text.split_once(';') {
        return (is_grouped(whole) && is_digits(fraction)).then_some(Parts::Of(whole, fraction));
    }
    let Some(last) = text.rfind(['.', ',']) else {
        return is_grouped(text).then_some(Parts::Of(text, ""));
    };
    let (whole, tail) = text.split_at(last);
    let (mark, fraction) = tail.split_at(1);
    if whole.contains(mark) {
        // A mark that comes twice divides groups: "1.234.567".
        return is_grouped(text).then_some(Parts::Of(text, ""));
    }
    if whole.contains(['.', ',', '\'']) {
        return (is_grouped(whole) && is_digits(fraction)).then_some(Parts::Of(whole, fraction));
    }
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let may_be_group = fraction.len() == 3 && whole.len() <= 3 && !whole.starts_with('0');
    if !may_be_group {
        return Some(Parts::Of(whole, fraction));
    }
    let is_decimal = (mark == ",") == marks.decimal_comma;
    // Nobody writes three zeros after the point.
    let is_open = marks.is_unknown || (is_decimal && fraction == "000") || (marks.is_disputed && mark == ",");
    if is_open {
        return Some(Parts::Open);
    }
    Some(if is_decimal { Parts::Of(whole, fraction) } else { Parts::Of(text, "") })
}

/// Reports whether digits are in groups of three, or in Indian groups: "12,34,567". There may be no mark.
fn is_grouped(text: &str) -> bool {
    let mut groups = text.split(['.', ',', '\'']);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let Some((last, middle)) = rest.split_last() else { return is_digits(first) };
    let one_mark = text.chars().filter(|each| !each.is_ascii_digit()).collect::<Vec<_>>();
    let same = one_mark.windows(2).all(|pair| pair.first() == pair.last());
    let all = |length: usize| middle.iter().all(|group| group.len() == length && is_digits(group));
    let fits = (1..=3).contains(&first.len()) && is_digits(first) && last.len() == 3 && is_digits(last);
    fits && same && (all(3) || (all(2) && first.len() <= 2))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMA: Marks = Marks { decimal_comma: true, is_disputed: false, is_unknown: false };
    const POINT: Marks = Marks { decimal_comma: false, ..COMMA };
    const SPANISH: Marks = Marks { is_disputed: true, ..COMMA };
    const UNKNOWN: Marks = Marks { is_unknown: true, ..POINT };

    /// `open` is a number without a value, `none` no number.
    fn check(marks: Marks, text: &str, expected: &str) {
        let found = match read(text, marks) {
            Some(Numeral::Number(number)) => number.to_string(),
            Some(Numeral::Open) => "open".to_owned(),
            None => "none".to_owned(),
        };
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks_for_thousands_and_decimals_follow_the_language() {
        check(POINT, "1,200", "1200");
        check(POINT, "3.5", "3.5");
        check(POINT, "1.200", "1.2");
        check(COMMA, "1.200", "1200");
        check(COMMA, "3,5", "3.5");
        check(COMMA, "1.234.567,8", "1234567.8");
        check(COMMA, "2.5", "2.5");
        check(COMMA, "3,125", "3.125");
    }

    #[test]
    fn two_kinds_of_marks_need_no_language() {
        check(UNKNOWN, "1.250,50", "1250.5");
        check(UNKNOWN, "1,250.50", "1250.5");
        check(UNKNOWN, "1'250.50", "1250.5");
        check(UNKNOWN, "1’200’000", "1200000");
    }

    #[test]
    fn what_may_be_read_in_two_ways_is_open() {
        check(UNKNOWN, "1.200", "open");
        check(SPANISH, "20,000", "open");
        check(SPANISH, "20.000", "20000");
        check(COMMA, "20,000", "open");
    }

    #[test]
    fn indian_groups_are_groups() {
        check(POINT, "12,34,567", "1234567");
        check(POINT, "1,00,00,000", "10000000");
    }

    #[test]
    fn digits_of_any_script_are_digits_but_not_of_two_in_one_number() {
        check(COMMA, "٣٫٥", "3.5");
        check(COMMA, "٢٬٥٠٠", "2500");
        check(POINT, "५,०००", "5000");
        check(POINT, "３．５", "3.5");
        check(POINT, "1٢", "open");
    }

    #[test]
    fn rejects_what_is_not_a_number() {
        for text in ["", ".", "1.2.3", "12th", "1e9", "19,60,5", "1,,2"] {
            check(POINT, text, "none");
        }
    }

    #[test]
    fn very_long_numbers_are_open() {
        check(POINT, &"9".repeat(400), "open");
    }
}
