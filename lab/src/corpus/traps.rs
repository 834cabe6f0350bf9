//! Reads the articles in `lab/entities`, which were written for this project and are full of traps for the
//! entity tagger.
//!
//! `= name` starts an article. `language:` applies to all articles below it, `published:` to one. Every other
//! line belongs to the body. A mention is in brackets, `[Kim Jong-un|PER|kim]`: its text, its type, and the
//! key of its entity in the article or the value of a date or amount. A type with `?` marks an optional
//! mention.

use anyhow::{Context as _, bail};
use messages::EntityType;
use text::CodePoints;

/// The files, and whether their articles are held back: they are scored, but nobody inspects their errors.
const FILES: &[(&str, bool)] = &[
    (include_str!("../../entities/en-1.txt"), false),
    (include_str!("../../entities/en-2.txt"), false),
    (include_str!("../../entities/en-held.txt"), true),
    (include_str!("../../entities/other.txt"), false),
];

/// An article with its gold mentions.
#[derive(Debug, Clone, Default)]
pub struct TrapArticle {
    /// What the article shows.
    pub name: String,
    /// BCP 47 primary subtag.
    pub language: String,
    /// Time of publication, RFC 3339.
    pub published: String,
    /// Whether nobody inspects its errors.
    pub is_held_back: bool,
    /// Text, headline first.
    pub body: String,
    /// Gold mentions in order.
    pub mentions: Vec<GoldMention>,
}

/// A gold mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldMention {
    /// Span in the body.
    pub span: CodePoints,
    /// Type of the mention.
    pub entity_type: EntityType,
    /// Whether it does not matter if the tagger finds it.
    pub is_optional: bool,
    /// Key of the entity of a name, or value of a date or amount. Empty if there is none.
    pub of: String,
}

/// Reads all articles.
pub fn articles() -> anyhow::Result<Vec<TrapArticle>> {
    let mut articles = Vec::new();
    for (file, is_held_back) in FILES {
        articles.extend(read(file, *is_held_back)?);
    }
    Ok(articles)
}

fn read(file: &str, is_held_back: bool) -> anyhow::Result<Vec<TrapArticle>> {
    let mut articles: Vec<TrapArticle> = Vec::new();
    let mut language = "";
    for (number, line) in file.lines().enumerate() {
        if let Some(tag) = line.strip_prefix("language: ") {
            language = tag;
        } else if let Some(name) = line.strip_prefix("= ") {
            let (name, language) = (name.to_owned(), language.to_owned());
            articles.push(TrapArticle { name, language, is_held_back, ..TrapArticle::default() });
        } else if let Some(article) = articles.last_mut() {
            match line.strip_prefix("published: ") {
                Some(time) => time.clone_into(&mut article.published),
                None => push(article, line).with_context(|| format!("line {}", number + 1))?,
            }
        }
    }
    for article in &mut articles {
        article.body.truncate(article.body.trim_end().len());
    }
    Ok(articles)
}

/// Adds a line of the body, and the mentions in its brackets.
pub(super) fn push(article: &mut TrapArticle, line: &str) -> anyhow::Result<()> {
    let mut length = article.body.chars().count();
    let mut add = |body: &mut String, text: &str| {
        body.push_str(text);
        let start = length;
        length += text.chars().count();
        CodePoints { start, end: length }
    };
    let mut rest = line;
    while let Some((before, behind)) = rest.split_once('[') {
        let (mention, behind) = behind.split_once(']').context("an open bracket without a closing one")?;
        add(&mut article.body, before);
        let mut parts = mention.splitn(3, '|');
        let (text, kind) =
            (parts.next().unwrap_or_default(), parts.next().context("a mention without a type")?);
        let span = add(&mut article.body, text);
        let entity_type = entity_type(kind.trim_end_matches('?'))?;
        let of = parts.next().unwrap_or_default().to_owned();
        if entity_type.is_name() && of.is_empty() {
            bail!("the name `{text}` has no entity");
        }
        article.mentions.push(GoldMention { span, entity_type, is_optional: kind.ends_with('?'), of });
        rest = behind;
    }
    add(&mut article.body, rest);
    add(&mut article.body, "\n");
    Ok(())
}

fn entity_type(name: &str) -> anyhow::Result<EntityType> {
    let entity_type: EntityType = serde_json::from_value(name.into())?;
    if entity_type == EntityType::Other {
        bail!("unknown entity type `{name}`");
    }
    Ok(entity_type)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_enough_articles_of_usual_length() {
        let articles = articles().unwrap();
        assert!(articles.iter().filter(|article| article.language == "en").count() >= 40);
        for article in articles {
            let words = article.body.split_whitespace().count();
            assert!((40..=250).contains(&words), "{}: {words} words", article.name);
            assert!(article.published.contains('T') && !article.mentions.is_empty(), "{}", article.name);
        }
    }

    #[test]
    fn brackets_become_spans_in_code_points() {
        let file = "language: en\n= one\npublished: 2024-05-14T08:00:00Z\n“[Élan|ORG|e]” won\n\n[May 3|DATE?|2024-05-03].\n\n";
        let articles = read(file, true).unwrap();
        let article = articles.first().unwrap();
        assert_eq!(article.body, "“Élan” won\n\nMay 3.");
        let mention = |start, end, entity_type, is_optional, of: &str| GoldMention {
            span: CodePoints { start, end },
            entity_type,
            is_optional,
            of: of.to_owned(),
        };
        let expected = [
            mention(1, 5, EntityType::Org, false, "e"),
            mention(12, 17, EntityType::Date, true, "2024-05-03"),
        ];
        assert_eq!(article.mentions, expected);
    }

    #[test]
    fn a_name_needs_an_entity_and_a_known_type() {
        assert!(read("= one\n[Oslo|LOC]", false).is_err());
        assert!(read("= one\n[Oslo|TOWN|o]", false).is_err());
    }
}
