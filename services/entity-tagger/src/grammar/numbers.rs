//! Numbers in digits and words.

use super::{Reader, vocabulary::Word};

/// The number that begins at a token, with its scale ("3.5 million"), and where it ends.
pub(super) fn number(reader: &Reader<'_>, start: usize) -> Option<(usize, f64)> {
    let text = reader.text(start);
    let (mut end, mut value) = match reader.word(start) {
        Word::Number(value) => (start + 1, value),
        _ => (start + 1, digits(text, reader.vocabulary.table.decimal_comma)?),
    };
    // French and others set thousands apart: "1 250 000".
    while text.len() <= 3 && is_group(reader.text(end)) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        value = value * 1000.0 + reader.text(end).parse::<f64>().ok()?;
        end += 1;
    }
    let scale = behind_space_entity(reader, end);
    if let Word::Scale(factor) = reader.word(scale) {
        value *= factor;
        // "2,4 Mio. Euro".
        let stop = reader.text(scale + 1) == "." && reader.is_joined(scale + 1);
        let abbreviated = stop && matches!(reader.word(scale + 2), Word::Currency(_));
        end = scale + 1 + usize::from(abbreviated);
    }
    Some((end, value))
}

/// Past a no-break space that a feed left in as `&nbsp;`.
fn behind_space_entity(reader: &Reader<'_>, index: usize) -> usize {
    let left_in =
        reader.text(index) == "&" && reader.text(index + 1) == "nbsp" && reader.text(index + 2) == ";";
    if left_in { index + 3 } else { index }
}

/// Whether a token begins like a number in digits.
pub(super) fn begins_number(text: &str) -> bool {
    text.starts_with(|character: char| character.is_ascii_digit())
}

fn is_group(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits with marks for thousands and decimals.
///
/// Where the marks leave a doubt ("1.200") the language's habit decides.
pub(super) fn digits(text: &str, decimal_comma: bool) -> Option<f64> {
    if text.len() > 24 || !text.starts_with(|character: char| character.is_ascii_digit()) {
        return None;
    }
    if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.' || byte == b',') {
        return None;
    }
    let (thousands, decimal) = if decimal_comma { ('.', ',') } else { (',', '.') };
    let grouped = |part: &str| part.split(thousands).skip(1).all(|group| group.len() == 3);
    let (whole, fraction) = match text.split_once(decimal) {
        Some((whole, fraction)) => (whole, fraction),
        None => (text, ""),
    };
    if grouped(whole) && fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        let plain: String = whole.chars().filter(char::is_ascii_digit).collect();
        return format!("{plain}.{fraction}0").parse().ok();
    }
    // "2.5" in a text that should write "2,5".
    text.parse().ok()
}

/// A number as it stands in `value`: no exponent, no needless zeros.
pub(super) fn plain(value: f64) -> String {
    let rounded = format!("{value:.4}");
    rounded.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_for_thousands_and_decimals_follow_the_language() {
        for (text, comma, expected) in [
            ("1,200", false, 1200.0),
            ("3.5", false, 3.5),
            ("1.200", true, 1200.0),
            ("3,5", true, 3.5),
            ("1.234.567,8", true, 1_234_567.8),
            ("2.5", true, 2.5),
        ] {
            assert_eq!(digits(text, comma), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_has_no_value() {
        for text in ["", ".", "1.2.3", "12th", "1e9", "٣"] {
            assert_eq!(digits(text, false), None, "{text}");
        }
    }

    #[test]
    fn values_are_written_without_exponent_or_needless_zeros() {
        assert_eq!(plain(3_500_000.0), "3500000");
        assert_eq!(plain(12.5), "12.5");
    }
}
