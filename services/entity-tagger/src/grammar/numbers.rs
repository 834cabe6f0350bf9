//! Numbers in digits and words.

use super::sentence::SentenceReader;
use super::vocabulary::Meaning;

/// Reads the number that begins at a token, with its scale: "3.5 million". Returns where it ends and its
/// value.
pub(super) fn number(reader: &SentenceReader<'_>, start: usize) -> Option<(usize, f64)> {
    let text = reader.text(start);
    let (mut end, mut value) = match reader.meaning(start) {
        Meaning::Number(value) => (start + 1, value),
        _ => (start + 1, digits(text, reader.vocabulary.words.decimal_comma)?),
    };
    // French and other languages separate thousands by spaces: "1 250 000".
    while text.len() <= 3 && is_group(reader.text(end)) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        value = value * 1000.0 + reader.text(end).parse::<f64>().ok()?;
        end += 1;
    }
    let scale = after_space_entity(reader, end);
    if let Meaning::Scale(factor) = reader.meaning(scale) {
        value *= factor;
        // "2,4 Mio. Euro": the stop belongs to the scale.
        let stop = reader.text(scale + 1) == "." && reader.is_joined(scale + 1);
        let abbreviated = stop && matches!(reader.meaning(scale + 2), Meaning::Currency(_));
        end = scale + 1 + usize::from(abbreviated);
    }
    Some((end, value))
}

/// Returns the token after a no-break space that a feed left in the text as `&nbsp;`.
fn after_space_entity(reader: &SentenceReader<'_>, index: usize) -> usize {
    let is_entity =
        reader.text(index) == "&" && reader.text(index + 1) == "nbsp" && reader.text(index + 2) == ";";
    if is_entity { index + 3 } else { index }
}

/// Reports whether a token begins like a number in digits.
pub(super) fn begins_number(text: &str) -> bool {
    text.starts_with(|character: char| character.is_ascii_digit())
}

fn is_group(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Reads digits with marks for thousands and decimals. If the marks are ambiguous ("1.200"), the habit of the
/// language decides.
///
/// News writes no number with more than 24 bytes, so longer tokens are not read.
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
    // Some writers use the mark of another language: "2.5" for "2,5".
    text.parse().ok()
}

/// Writes a number as it is in `value`: without an exponent and without needless zeros.
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
    fn rejects_what_is_not_a_number() {
        for text in ["", ".", "1.2.3", "12th", "1e9", "٣"] {
            assert_eq!(digits(text, false), None, "{text}");
        }
    }

    #[test]
    fn writes_values_without_exponent_or_needless_zeros() {
        assert_eq!(plain(3_500_000.0), "3500000");
        assert_eq!(plain(12.5), "12.5");
    }
}
