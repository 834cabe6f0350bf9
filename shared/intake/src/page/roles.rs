//! What an element is for, by its name and by the names that authors give it in `class` and `id`.
//!
//! Publishers' systems name the parts of a page in English, with few exceptions.

use super::{tags, tree::Element};

/// What an element is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The body of the article, by name.
    Body,
    /// Never part of an article: code, media, what readers write, what leads elsewhere.
    Furniture,
    /// Furniture in most pages, and in some the frame around everything.
    Doubtful,
    /// Nothing is known.
    Unknown,
}

/// Words of names that mean the body of an article, when they follow one another.
const BODY: [&[&str]; 22] = [
    &["article", "body"],
    &["article", "content"],
    &["article", "copy"],
    &["article", "text"],
    &["articlebody"],
    &["articlecontent"],
    &["articletext"],
    &["body", "copy"],
    &["content", "body"],
    &["entry", "content"],
    &["main", "text"],
    &["news", "body"],
    &["news", "content"],
    &["news", "text"],
    &["news", "view", "content"],
    &["post", "body"],
    &["post", "content"],
    &["post", "text"],
    &["story", "body"],
    &["story", "content"],
    &["story", "text"],
    &["storybody"],
];

/// Words of names that mean furniture.
#[rustfmt::skip] // Rows of words, not one word a line.
const FURNITURE: [&str; 42] = [
    "author", "bio", "breadcrumb", "breadcrumbs", "byline", "caption", "comment", "commentary", "comments",
    "consent", "cookie", "cookies", "copyright", "credit", "credits", "dateline", "disqus", "follow", "footer",
    "gallery", "keywords", "legal", "login", "masthead", "menu", "nav", "navbar", "navigation", "newsletter",
    "outbrain", "pager", "pagination", "recommended", "related", "share", "sharing", "sidebar", "signup", "social",
    "taboola", "tags", "trending",
];

/// Words of names that mean furniture, or a frame around an article that has some.
#[rustfmt::skip] // Rows of words, not one word a line.
const DOUBTFUL: [&str; 43] = [
    "ad", "ads", "advert", "advertisement", "advertising", "aside", "banner", "bottom", "box", "callout", "date", "factbox",
    "form", "hidden", "image", "info", "infobox", "links", "metadata", "meta", "modal", "more", "notice", "overlay", "paywall", "photo", "picture",
    "popular", "popup", "premium", "promo", "promotion", "publicidad", "publicite", "read", "reklama", "registration",
    "sponsored", "subscribe", "subscription", "teaser", "werbung", "widget",
];

/// First words of names that say something about the element or the page, not what it is.
const QUALIFIERS: [&str; 7] = ["has", "with", "without", "no", "is", "js", "single"];

/// Returns what an element is for.
pub(super) fn role(element: &Element) -> Role {
    if tags::is_without_story(&element.name) {
        return Role::Furniture;
    }
    if element.has_word("itemprop", "articleBody") {
        return Role::Body;
    }
    // The names of the whole page's elements tell what the page has.
    if matches!(element.name.as_str(), "html" | "body" | "main") {
        return Role::Unknown;
    }
    let names = ["class", "id", "data-component", "data-testid"].map(|name| element.attribute(name));
    let names = names.into_iter().flatten().flat_map(str::split_ascii_whitespace).take(24);
    by_names(names).max(by_element(element))
}

fn by_element(element: &Element) -> Role {
    let is_hidden = element.attribute("hidden").is_some()
        || element.attribute("aria-hidden") == Some("true")
        || element.attribute("style").is_some_and(|style| style.replace(' ', "").contains("display:none"));
    let part = element.attribute("role").unwrap_or_default();
    match element.name.as_str() {
        "footer" | "figcaption" => Role::Furniture,
        _ if matches!(part, "navigation" | "complementary" | "contentinfo" | "dialog" | "search") => {
            Role::Furniture
        }
        "aside" | "form" | "figure" | "fieldset" => Role::Doubtful,
        _ if is_hidden => Role::Doubtful,
        _ => Role::Unknown,
    }
}

impl Role {
    /// Returns the role that decides.
    fn max(self, other: Self) -> Self {
        let rank = |role| match role {
            Self::Unknown => 0,
            Self::Doubtful => 1,
            Self::Furniture => 2,
            Self::Body => 3,
        };
        if rank(other) > rank(self) { other } else { self }
    }
}

fn by_names<'n>(names: impl Iterator<Item = &'n str>) -> Role {
    names.map(by_name).fold(Role::Unknown, Role::max)
}

fn by_name(name: &str) -> Role {
    let words = words(name);
    let is = |word: &String, words: &[&str]| words.contains(&word.as_str());
    if words.first().is_some_and(|first| is(first, &QUALIFIERS)) {
        return Role::Unknown;
    }
    // `story-body__related` is not the body, and `article-body-ad` is not either.
    if words.iter().any(|word| is(word, &FURNITURE)) {
        return Role::Furniture;
    }
    if words.iter().any(|word| is(word, &DOUBTFUL)) {
        return Role::Doubtful;
    }
    let is_body = BODY.iter().any(|body| words.windows(body.len()).any(|window| window == *body));
    if is_body { Role::Body } else { Role::Unknown }
}

/// Splits a name at marks and at capital letters: `storyBody`, `story-body` and `story_body` are the same.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut after_small = false;
    for character in name.chars().take(80) {
        if !character.is_alphabetic() || (character.is_uppercase() && after_small) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| character.is_alphabetic()) {
            word.extend(character.to_lowercase());
        }
        after_small = character.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_split_into_words() {
        for (name, expected) in [
            ("storyBody", "story body"),
            ("story-body__inner2", "story body inner"),
            ("ARTICLE_BODY", "article body"),
            ("ad", "ad"),
            ("header", "header"),
            ("--", ""),
        ] {
            assert_eq!(words(name).join(" "), expected, "{name}");
        }
    }

    #[test]
    fn a_name_says_what_an_element_is_for() {
        for (name, expected) in [
            ("story-body", Role::Body),
            ("c-news__body", Role::Body),
            ("story-body__related", Role::Furniture),
            ("comments", Role::Furniture),
            ("article-ad", Role::Doubtful),
            ("has-sidebar", Role::Unknown),
            ("header", Role::Unknown),
            ("shareholder", Role::Unknown),
        ] {
            assert_eq!(by_name(name), expected, "{name}");
        }
    }
}
