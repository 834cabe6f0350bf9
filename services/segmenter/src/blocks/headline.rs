//! The headline, if the body repeats it.

use super::line::{Line, ends_without_stops};
use super::paragraph::Paragraph;
use super::{authors, byline, name_lines};

/// The widest headline, in columns. Headlines of agencies stay under 120; headlines on the web run on.
const WIDEST: usize = 160;

/// The narrowest lead under a headline, in columns.
const NARROWEST_LEAD: usize = 60;

/// The characters of two headlines that are compared.
const MOST_COMPARED: usize = 400;

/// Reports whether `first`, the first paragraph of text, is the headline. `below` is the paragraph under it, and
/// `given` the headline that the publisher sent as a field: then only a line that says the same is one.
pub(super) fn is_headline(first: &Paragraph<'_>, below: Option<&Paragraph<'_>>, given: Option<&str>) -> bool {
    if let Some(given) = given.filter(|given| !given.trim().is_empty()) {
        return says_the_same(given, first.bare.text);
    }
    // A body of one paragraph is text.
    let Some(below) = below else { return false };
    reads_like_headline(&first.bare)
        && !first.is_byline()
        && (is_lead_under(&first.bare, &below.bare)
            || below.is_byline()
            || byline::is_newsroom(&below.bare)
            || below.dateline().is_some())
        // Last, because parsing a dateline costs most.
        && first.dateline().is_none()
}

/// Reports whether `first` is a headline above a name, with a lead below that.
pub(super) fn is_headline_over_name(first: &Line<'_>, name: &Line<'_>, lead: &Line<'_>) -> bool {
    reads_like_headline(first)
        && !byline::is_byline(first)
        && !name_lines::is_bare_name(first)
        && authors::names_author(name)
        && is_lead_under(first, lead)
}

/// Reports whether a line above the headline may name a section of the page: `Politics`, `World / Asia`. A headline
/// above its deck has more words.
pub(super) fn is_kicker(line: &Line<'_>) -> bool {
    const WIDEST_KICKER: usize = 40;
    /// Eight ideographs.
    const WIDEST_WITHOUT_SPACES: usize = 16;
    // Most first lines are wider, and are not read any further.
    if line.columns > WIDEST_KICKER {
        return false;
    }
    let is_path = line.text.contains(['/', '>', '›', '»', '•', '|']);
    let words = line.text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    let has_spaces = is_path || !line.text.contains(text::is_without_spaces);
    (has_spaces || line.columns <= WIDEST_WITHOUT_SPACES)
        && !line.text.starts_with(text::is_opening_mark)
        && !line.ends_like_sentence
        && (1..=if is_path { 5 } else { 3 }).contains(&words)
        && !line.text.contains(['\n', '\r', ':', '：'])
        && !byline::is_byline(line)
}

/// Reports whether a line reads like a headline and is longer than the name of a section.
pub(super) fn is_long_headline(line: &Line<'_>) -> bool {
    const NARROWEST: usize = 20;
    line.columns >= NARROWEST
        && reads_like_headline(line)
        && !byline::is_byline(line)
        && !name_lines::is_bare_name(line)
}

/// Reports whether a line is a number and nothing else, perhaps behind a sign: `0`, `👁 1 254`. Above the lead it counts
/// views or comments.
pub(super) fn is_count_alone(line: &str) -> bool {
    const LONGEST: usize = 7;
    let line = line.trim_start_matches(|c: char| !c.is_ascii() && !c.is_alphanumeric()).trim_start();
    line.len() <= LONGEST
        && line.starts_with(|c: char| c.is_ascii_digit())
        && line.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | ',' | '\''))
        && !line.ends_with(['.', ','])
}

/// Reports whether a line may be the lead below a byline.
pub(super) fn is_lead(line: &Line<'_>) -> bool {
    line.columns >= NARROWEST_LEAD
        && (line.ends_like_sentence || line.text.ends_with([':', '：']) || ends_without_stops(line.text))
}

/// Reports whether a line is short, has a letter in it, and ends without a stop.
pub(super) fn reads_like_headline(line: &Line<'_>) -> bool {
    let last = line.text.chars().next_back();
    line.columns <= WIDEST
        && !line.text.contains(['\n', '\r'])
        && line.text.chars().any(char::is_alphabetic)
        // These marks announce what follows, or the line breaks off inside a sentence.
        && !last.is_some_and(|mark| matches!(mark, ':' | ',' | ';' | '：' | '，' | '；' | '、'))
        && (!line.ends_like_sentence || ends_with_headline_mark(line.text))
}

/// Reports whether a line ends with a mark that headlines have: a question, an exclamation, suspension
/// points, or the stop of an abbreviation such as `U.S.`
fn ends_with_headline_mark(line: &str) -> bool {
    let word = line.split_whitespace().next_back().unwrap_or("");
    line.trim_end_matches(text::is_closing_mark).ends_with(['?', '!', '…', '？', '！', '؟'])
        || line.ends_with("...")
        || word.strip_suffix('.').is_some_and(|abbreviation| abbreviation.contains('.'))
}

/// Reports whether `lead` is wider than `line` and ends like a sentence, or leads up to a list.
fn is_lead_under(line: &Line<'_>, lead: &Line<'_>) -> bool {
    lead.columns > line.columns && is_lead(lead)
}

/// Reports whether two headlines have the same letters and digits, or nearly all words of the shorter one in
/// common: a page may add its name, or shorten the headline.
fn says_the_same(one: &str, other: &str) -> bool {
    let words = |headline: &'_ str| -> Vec<String> {
        let small: String = {
            let visible = headline.chars().filter(|c| !text::is_invisible(*c));
            visible.take(MOST_COMPARED).flat_map(char::to_lowercase).collect()
        };
        let is_between = |c: char| !c.is_alphanumeric();
        small.split(is_between).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let (one, other) = (words(one), words(other));
    let (fewer, more) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    // Two words in common are a name as often as a headline.
    let is_near = || {
        let common = fewer.iter().filter(|word| more.contains(word)).count();
        fewer.len() > 2 && common * 5 >= fewer.len() * 4 && more.len() <= fewer.len() * 2
    };
    !one.is_empty() && (one.concat() == other.concat() || is_near())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_headlines_say_the_same_if_they_share_nearly_all_words() {
        let given = "Ferry strike strands island commuters";
        for line in [
            given,
            "Ferry strike strands island commuters | The Post",
            "FERRY STRIKE: strands island commuters",
            "Ferry strike strands commuters",
        ] {
            assert!(says_the_same(given, line), "{line}");
        }
        for line in
            ["", "Ferry strike", "Share this article", "Commuters sleep in the terminal after ferry strike"]
        {
            assert!(!says_the_same(given, line), "{line}");
        }
        assert!(says_the_same("北海道大雪5人負傷", "北海道大雪5人負傷"));
    }
}
