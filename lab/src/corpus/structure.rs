//! Reads the articles in `lab/structure`, which were written for this project, with their gold blocks.
//!
//! Each line is a block, `kind: text`. The parts of a dateline are on the lines below it. `kind+:` continues
//! the line of the previous block after a space, and `kind++:` without a space. `= name` starts an article,
//! `language:` gives its language, and `layout:` says how the blocks become a text.

use std::ops::Range;

use anyhow::{Context as _, bail};
use messages::BlockKind;

/// The files, one for each language or kind of page.
const FILES: &[&str] = &[
    include_str!("../../structure/en.txt"),
    include_str!("../../structure/de.txt"),
    include_str!("../../structure/fr.txt"),
    include_str!("../../structure/es.txt"),
    include_str!("../../structure/pt.txt"),
    include_str!("../../structure/it.txt"),
    include_str!("../../structure/ru.txt"),
    include_str!("../../structure/ar.txt"),
    include_str!("../../structure/ko.txt"),
    include_str!("../../structure/ja.txt"),
    include_str!("../../structure/zh.txt"),
    include_str!("../../structure/other.txt"),
    include_str!("../../structure/page.txt"),
];

/// Articles as they stand on pages: the set, the half, and the file. Nobody inspects the errors of a half that is
/// held back while rules change.
const PAGES: [(&str, &str, &str); 4] = [
    ("short", "seen", include_str!("../../structure/wild.txt")),
    ("short", "held back", include_str!("../../structure/wild-held.txt")),
    ("whole", "seen", include_str!("../../structure/pages.txt")),
    ("whole", "held back", include_str!("../../structure/pages-held.txt")),
];

/// Longest line of a wrapped article, in characters.
const WRAP: usize = 64;

/// An article with its gold blocks.
#[derive(Debug, Clone, Default)]
pub struct StructuredArticle {
    /// What the article shows.
    pub name: String,
    /// BCP 47 primary subtag.
    pub language: String,
    /// Text of the article.
    pub body: String,
    /// Gold blocks in order.
    pub blocks: Vec<GoldBlock>,
}

/// A gold block.
#[derive(Debug, Clone)]
pub struct GoldBlock {
    /// Kind of block.
    pub kind: BlockKind,
    /// Range in the body, in bytes.
    pub span: Range<usize>,
    /// Parts of a dateline: name and text.
    pub parts: Vec<(String, String)>,
}

/// How blocks become a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Layout {
    /// An empty line between blocks.
    #[default]
    Paragraphs,
    /// A single line break between blocks.
    Lines,
    /// Lines of limited length inside blocks.
    Wrapped,
    /// Windows line ends.
    Crlf,
    /// HTML elements around blocks.
    Html,
}

/// Articles as they stand on pages: short ones or whole pages, a half that was seen or one that is held back.
#[derive(Debug)]
pub struct Pages {
    /// `short` or `whole`.
    pub set: &'static str,
    /// `seen` or `held back`.
    pub half: &'static str,
    /// The articles.
    pub articles: Vec<StructuredArticle>,
}

/// Reads the articles as they stand on pages.
pub fn pages() -> anyhow::Result<Vec<Pages>> {
    let read_half = |(set, half, file)| {
        let mut articles = Vec::new();
        read(file, &mut articles).map(|()| Pages { set, half, articles })
    };
    PAGES.into_iter().map(read_half).collect()
}

/// Reads the articles of the regression suite.
pub fn articles() -> anyhow::Result<Vec<StructuredArticle>> {
    let mut articles = Vec::new();
    for file in FILES {
        read(file, &mut articles)?;
    }
    Ok(articles)
}

fn read(file: &str, articles: &mut Vec<StructuredArticle>) -> anyhow::Result<()> {
    let (mut language, mut layout) = (String::new(), Layout::default());
    let mut open = None;
    for (number, line) in file.lines().enumerate() {
        if let Some(name) = line.strip_prefix("= ") {
            articles.extend(open.replace(StructuredArticle { name: name.to_owned(), ..Default::default() }));
            layout = Layout::default();
            continue;
        }
        let Some((key, value)) = line.split_once(": ").or_else(|| line.split_once(':')) else { continue };
        match (key, &mut open) {
            ("language", _) => value.clone_into(&mut language),
            ("layout", _) => layout = read_layout(value)?,
            (part, Some(article)) if part.starts_with("  ") => {
                let block = article.blocks.last_mut().context("a part without a block before it")?;
                block.parts.push((part.trim().to_owned(), value.to_owned()));
            }
            (kind, Some(article)) => {
                article.language.clone_from(&language);
                push(article, layout, kind, value).with_context(|| format!("line {}", number + 1))?;
            }
            _ => bail!("line {}: a block without an article before it", number + 1),
        }
    }
    articles.extend(open);
    Ok(())
}

fn read_layout(name: &str) -> anyhow::Result<Layout> {
    Ok(match name {
        "lines" => Layout::Lines,
        "wrapped" => Layout::Wrapped,
        "crlf" => Layout::Crlf,
        "html" => Layout::Html,
        _ => bail!("unknown layout `{name}`"),
    })
}

fn push(article: &mut StructuredArticle, layout: Layout, key: &str, text: &str) -> anyhow::Result<()> {
    let kind = kind(key.trim_end_matches('+'))?;
    let joint = match (key.matches('+').count(), layout) {
        (2, _) => "",
        (1, _) => " ",
        _ if article.body.is_empty() => "",
        (_, Layout::Lines | Layout::Html) => "\n",
        (_, Layout::Crlf) => "\r\n\r\n",
        _ => "\n\n",
    };
    let text = match layout {
        Layout::Wrapped => wrapped(text, &article.body, joint),
        Layout::Html if kind == BlockKind::Headline => format!("<h1>{text}</h1>"),
        Layout::Html => format!("<p>{text}</p>"),
        _ => text.to_owned(),
    };
    article.body.push_str(joint);
    let start = article.body.len();
    article.body.push_str(&text);
    article.blocks.push(GoldBlock { kind, span: start..article.body.len(), parts: Vec::new() });
    Ok(())
}

fn kind(name: &str) -> anyhow::Result<BlockKind> {
    let kind: BlockKind = serde_json::from_value(name.into())?;
    if kind == BlockKind::Other {
        bail!("unknown kind of block `{name}`");
    }
    Ok(kind)
}

/// Returns the text, which follows `before` and `joint`, with a line break for each space where a line is
/// full.
fn wrapped(text: &str, before: &str, joint: &str) -> String {
    // A block that continues a line starts at the column where that line ends.
    let line = if joint.contains('\n') { "" } else { before.rsplit('\n').next().unwrap_or_default() };
    let (mut wrapped, mut column) = (String::new(), line.chars().count() + joint.len());
    for word in text.split(' ') {
        let width = word.chars().count();
        if !wrapped.is_empty() {
            let breaks = column + 1 + width > WRAP;
            wrapped.push(if breaks { '\n' } else { ' ' });
            column = if breaks { 0 } else { column + 1 };
        }
        wrapped.push_str(word);
        column += width;
    }
    wrapped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_enough_articles_and_their_blocks_restore_them() {
        let (articles, pages) = (articles().unwrap(), pages().unwrap());
        let pages: Vec<_> = pages.into_iter().flat_map(|pages| pages.articles).collect();
        assert!(articles.len() >= 60 && pages.len() >= 120);
        for article in articles.into_iter().chain(pages) {
            let mut end = 0;
            for block in &article.blocks {
                let between = article.body.get(end..block.span.start).unwrap();
                assert!(between.trim().is_empty(), "{}", article.name);
                end = block.span.end;
                for (_, part) in &block.parts {
                    assert!(
                        article.body.get(block.span.clone()).unwrap().contains(part.as_str()),
                        "{}: {part}",
                        article.name
                    );
                }
            }
            assert_eq!(end, article.body.len(), "{}", article.name);
        }
    }

    #[test]
    fn a_block_may_continue_the_line_of_another() {
        let mut articles = Vec::new();
        read("language: en\n= one\ndateline: OSLO —\n  place: OSLO\nparagraph+: Snow fell.\n", &mut articles)
            .unwrap();
        let article = articles.first().unwrap();
        assert_eq!(article.body, "OSLO — Snow fell.");
        assert_eq!(article.blocks[1].span, 9..19);
        assert_eq!(article.blocks[0].parts, [("place".to_owned(), "OSLO".to_owned())]);
    }
}
