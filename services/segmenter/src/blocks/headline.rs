//! Whether the body opens with its headline.

use text::Span;

use super::{byline, columns, dateline, ends_like_sentence, markup};

/// The widest headline, in columns. Headlines of agencies stay under 120; web headlines run on.
const WIDEST: usize = 160;

/// A paragraph at least this wide tells a story under a headline.
const NARROWEST_LEAD: usize = 60;

/// Whether `first`, the body's first paragraph, is the headline.
pub(super) fn is_headline(body: &str, first: Span, second: Option<Span>, given: Option<&str>) -> bool {
    let line = markup::without_tags(first.of(body));
    if given.is_some_and(|given| is_same(given, line)) {
        return true;
    }
    let Some(second) = second else { return false };
    reads_like_headline(line)
        && !byline::is_byline(line, None)
        && dateline::dateline(body, first).is_none()
        && (is_lead_under(line, markup::without_tags(second.of(body)))
            || byline::is_byline(markup::without_tags(second.of(body)), None)
            || dateline::dateline(body, second).is_some())
}

/// One short line with a letter in it and no stop behind it.
pub(super) fn reads_like_headline(line: &str) -> bool {
    let last = line.chars().next_back();
    columns(line) <= WIDEST
        && !line.contains(['\n', '\r'])
        && line.chars().any(char::is_alphabetic)
        && !last.is_some_and(|mark| matches!(mark, ':' | ',' | ';' | '：' | '，' | '；' | '、'))
        && (!ends_like_sentence(line) || ends_with_headline_mark(line))
}

/// A question, an exclamation, suspension points or an abbreviation such as `U.S.` may end one.
fn ends_with_headline_mark(line: &str) -> bool {
    let word = line.split_whitespace().next_back().unwrap_or("");
    line.trim_end_matches(text::is_closing_mark).ends_with(['?', '!', '…', '？', '！', '؟'])
        || line.ends_with("...")
        || word.strip_suffix('.').is_some_and(|abbreviation| abbreviation.contains('.'))
}

/// A longer paragraph that ends like a sentence, or leads up to a list.
fn is_lead_under(line: &str, lead: &str) -> bool {
    columns(lead) > columns(line)
        && columns(lead) >= NARROWEST_LEAD
        && (ends_like_sentence(lead) || lead.ends_with([':', '：']))
}

/// Whether two texts have the same letters and digits.
fn is_same(one: &str, other: &str) -> bool {
    let letters = |text: &'_ str| -> String {
        text.chars().take(400).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let one = letters(one);
    !one.is_empty() && one == letters(other)
}
