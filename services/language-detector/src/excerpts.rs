//! Excerpts of cleaned words.

use text::{Script, script_of};

use crate::script::{family, weight};

/// Returns about `length` bytes from the start of `words`, up to the end of a word.
pub(crate) fn start_of(words: &str, length: usize) -> &str {
    let end = words.as_bytes().iter().skip(length).position(|byte| *byte == b' ');
    let end = end.map_or(words.len(), |end| length + end);
    // Scripts without spaces have no end of a word nearby.
    let end = if end > 2 * length { words.ceil_char_boundary(length) } else { end };
    words.get(..end).unwrap_or(words)
}

/// Returns about `length` bytes from the middle of `words`, from the start of a word to the end of a word.
pub(crate) fn middle_of(words: &str, length: usize) -> &str {
    let before = words.floor_char_boundary(words.len().saturating_sub(length) / 2);
    let rest = words.get(before..).unwrap_or(words);
    let start = if before == 0 { None } else { rest.find(' ').filter(|space| *space < length) };
    start_of(rest.get(start.map_or(0, |space| space + 1)..).unwrap_or(rest), length)
}

/// Returns the words of `script` among `words` of several scripts. A script without spaces writes its words next
/// to those of others, as in `gdp增长`, so there the characters count.
pub(crate) fn only_in(script: Script, words: &str) -> String {
    let is_of_script = |letter: char| family(script_of(letter)) == script;
    if weight(script) > 1 {
        let kept = words.chars().map(|letter| if is_of_script(letter) { letter } else { ' ' });
        return kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    }
    let belongs = |word: &&str| word.chars().next().is_some_and(is_of_script);
    words.split(' ').filter(belongs).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excerpts_are_whole_words() {
        assert_eq!(start_of("one two three", 4), "one two");
        assert_eq!(start_of("one two", 40), "one two");
        assert_eq!(middle_of("one two three four five", 5), "four five");
        assert_eq!(middle_of("one", 40), "one");
    }

    #[test]
    fn excerpts_of_scripts_without_spaces_end_between_characters() {
        assert_eq!(start_of("北京今天下雨", 4), "北京");
        assert_eq!(only_in(Script::Han, "gdp增长 比亚迪byd销量"), "增长 比亚迪 销量");
        assert_eq!(only_in(Script::Latin, "北京 rain 下雨 oslo"), "rain oslo");
    }
}
