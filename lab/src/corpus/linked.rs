//! Reads the sentences in `lab/links`, which were written for this project: places with namesakes, and persons who
//! are called like places.
//!
//! `language:` applies to all lines below it. Every other line is a text. A name is in brackets with the GeoNames
//! id that its entity must be linked to, `[London|6058560]`, or with `-` if a link would be wrong.

use anyhow::Context as _;
use text::CodePoints;

/// The files, and whether their sentences are held back: they are scored, but nobody inspects their errors.
const FILES: &[(&str, bool)] =
    &[(include_str!("../../links/seen.txt"), false), (include_str!("../../links/held.txt"), true)];

/// What stands in place of an id if a link would be wrong.
const NONE: &str = "-";

/// A text with the links of its names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LinkedText {
    /// BCP 47 primary subtag.
    pub language: String,
    /// Whether nobody inspects its errors.
    pub is_held_back: bool,
    /// The text.
    pub body: String,
    /// Each name, with the GeoNames id that it must be linked to, if any.
    pub names: Vec<(CodePoints, Option<String>)>,
}

/// Reads all texts.
pub fn texts() -> anyhow::Result<Vec<LinkedText>> {
    let mut texts = Vec::new();
    for (file, is_held_back) in FILES {
        texts.extend(read(file, *is_held_back)?);
    }
    Ok(texts)
}

fn read(file: &str, is_held_back: bool) -> anyhow::Result<Vec<LinkedText>> {
    let mut texts = Vec::new();
    let mut language = "";
    for (number, line) in file.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
        if let Some(tag) = line.strip_prefix("language: ") {
            language = tag;
        } else {
            let mut text = parse(line).with_context(|| format!("line {}", number + 1))?;
            (text.language, text.is_held_back) = (language.to_owned(), is_held_back);
            texts.push(text);
        }
    }
    Ok(texts)
}

fn parse(line: &str) -> anyhow::Result<LinkedText> {
    let mut text = LinkedText::default();
    let mut rest = line;
    while let Some((before, behind)) = rest.split_once('[') {
        let (name, behind) = behind.split_once(']').context("an open bracket without a closing one")?;
        let (name, id) = name.split_once('|').context("a name without an id")?;
        text.body.push_str(before);
        let start = text.body.chars().count();
        text.body.push_str(name);
        let span = CodePoints { start, end: text.body.chars().count() };
        text.names.push((span, Some(id).filter(|id| *id != NONE).map(str::to_owned)));
        rest = behind;
    }
    text.body.push_str(rest);
    Ok(text)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn brackets_become_spans_with_ids() {
        let texts = read("language: en\nIn [Zürich|2657896], [Lea Paris|-] sang.\n", true).unwrap();
        let [text] = texts.as_slice() else { panic!("{texts:?}") };
        assert_eq!((text.language.as_str(), text.body.as_str()), ("en", "In Zürich, Lea Paris sang."));
        let name = |start, end, id: Option<&str>| (CodePoints { start, end }, id.map(str::to_owned));
        assert_eq!(text.names, [name(3, 9, Some("2657896")), name(11, 20, None)]);
    }

    #[test]
    fn the_held_back_sentences_have_100_places_and_50_persons_in_ten_languages() {
        let texts: Vec<LinkedText> = texts().unwrap().into_iter().filter(|text| text.is_held_back).collect();
        assert_eq!(texts.iter().map(|text| &text.language).collect::<BTreeSet<_>>().len(), 10);
        assert_eq!(texts.iter().filter(|text| text.names.len() == 1).count(), 100);
        assert_eq!(texts.iter().filter(|text| text.names.len() == 2).count(), 50);
    }

    #[test]
    fn an_open_bracket_is_an_error_with_its_line() {
        assert!(
            read("language: en\n\nIn [Oslo|1 rain fell.\n", false)
                .unwrap_err()
                .to_string()
                .contains("line 3")
        );
    }
}
