//! Articles written for this project with their blocks, in `lab/structure`.
//!
//! A line is a block, `kind: text`, below it the parts of a dateline; `kind+:` stands behind the block before it
//! on the same line after a space, `kind++:` without one. `= name` begins an article, `language:` and `layout:` say
//! how it is read and set.

use std::ops::Range;

use anyhow::{Context as _, bail};
use messages::BlockKind;

/// The files, by language.
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
];

/// Columns that lines of a wrapped article have at most.
const WRAP: usize = 64;

/// An article with its gold blocks.
#[derive(Debug, Clone, Default)]
pub struct StructuredArticle {
    /// What it shows.
    pub name: String,
    /// BCP 47 primary subtag.
    pub language: String,
    /// The text.
    pub body: String,
    /// Its blocks in order.
    pub blocks: Vec<GoldBlock>,
}

/// One gold block.
#[derive(Debug, Clone)]
pub struct GoldBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// The parts of a dateline, by name.
    pub parts: Vec<(String, String)>,
}

/// How the blocks are set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Layout {
    #[default]
    Paragraphs,
    /// A single line break between them.
    Lines,
    /// Wrapped by hand.
    Wrapped,
    /// Windows line ends.
    Crlf,
    /// Markup left in.
    Html,
}

/// All articles of the project.
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
                let block = article.blocks.last_mut().context("a part before any block")?;
                block.parts.push((part.trim().to_owned(), value.to_owned()));
            }
            (kind, Some(article)) => {
                article.language.clone_from(&language);
                push(article, layout, kind, value).with_context(|| format!("line {}", number + 1))?;
            }
            _ => bail!("line {}: a block before any article", number + 1),
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
        _ => bail!("no layout `{name}`"),
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
        bail!("no kind of block is called `{name}`");
    }
    Ok(kind)
}

/// The text with line breaks instead of the spaces where a line is full, behind `before` and `joint`.
fn wrapped(text: &str, before: &str, joint: &str) -> String {
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
    fn there_are_articles_enough_and_their_blocks_give_them_back() {
        let articles = articles().unwrap();
        assert!(articles.len() >= 60);
        for article in articles {
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
    fn a_block_may_stand_behind_another_on_its_line() {
        let mut articles = Vec::new();
        read("language: en\n= one\ndateline: OSLO —\n  place: OSLO\nparagraph+: Snow fell.\n", &mut articles)
            .unwrap();
        let article = articles.first().unwrap();
        assert_eq!(article.body, "OSLO — Snow fell.");
        assert_eq!(article.blocks[1].span, 9..19);
        assert_eq!(article.blocks[0].parts, [("place".to_owned(), "OSLO".to_owned())]);
    }
}
