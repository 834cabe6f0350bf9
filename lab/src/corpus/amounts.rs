//! Reads the sentences in `lab/amounts`, which were written for this project: dates and amounts in many
//! languages.
//!
//! `language:` applies to all lines below it. Every other line is a sentence, with mentions in brackets as in
//! [`super::traps`]. `~ ` before a sentence holds it back: it is scored, but nobody inspects its errors.

use anyhow::Context as _;

use super::traps::{TrapArticle, push};

const FILES: [&str; 4] = [
    include_str!("../../amounts/europe-west.txt"),
    include_str!("../../amounts/europe-east.txt"),
    include_str!("../../amounts/asia-africa.txt"),
    include_str!("../../amounts/calendars-and-clocks.txt"),
];

/// The time of publication of every sentence: a Wednesday.
pub const PUBLISHED: &str = "2026-11-25T12:00:00Z";

/// Reads all sentences, each as an article of its own.
pub fn sentences() -> anyhow::Result<Vec<TrapArticle>> {
    let mut sentences = Vec::new();
    for file in FILES {
        sentences.extend(read(file)?);
    }
    Ok(sentences)
}

fn read(file: &str) -> anyhow::Result<Vec<TrapArticle>> {
    let mut sentences = Vec::new();
    let mut language = "";
    for (number, line) in file.lines().enumerate().filter(|(_, line)| !line.is_empty()) {
        if let Some(tag) = line.strip_prefix("language: ") {
            language = tag;
            continue;
        }
        let held_back = line.strip_prefix("~ ");
        let mut sentence = TrapArticle {
            language: language.to_owned(),
            published: PUBLISHED.to_owned(),
            is_held_back: held_back.is_some(),
            ..TrapArticle::default()
        };
        push(&mut sentence, held_back.unwrap_or(line)).with_context(|| format!("line {}", number + 1))?;
        sentence.body.truncate(sentence.body.trim_end().len());
        sentences.push(sentence);
    }
    Ok(sentences)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use messages::EntityType;

    use super::*;

    #[test]
    fn every_language_has_eight_sentences_with_a_date_and_an_amount_and_a_third_is_held_back() {
        let mut languages: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for sentence in sentences().unwrap() {
            let required = || sentence.mentions.iter().filter(|mention| !mention.is_optional);
            assert!(required().any(|mention| mention.entity_type == EntityType::Date), "{}", sentence.body);
            assert!(required().any(|mention| mention.entity_type != EntityType::Date), "{}", sentence.body);
            assert!(sentence.mentions.iter().all(|mention| !mention.of.is_empty()), "{}", sentence.body);
            let (all, held_back) = languages.entry(sentence.language.clone()).or_default();
            *all += 1;
            *held_back += usize::from(sentence.is_held_back);
        }
        assert!(languages.len() >= 60, "{} languages", languages.len());
        assert!(languages.values().all(|(all, held_back)| *all >= 8 && *held_back * 3 >= *all));
    }
}
