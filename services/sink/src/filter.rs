//! Which articles a sink writes. Pure.

use formats::Enriched;
use messages::EntityType;

/// The articles that a sink writes. An empty list selects all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Tags of languages: `en` selects `en-GB`, too.
    pub(crate) languages: Vec<String>,
    /// Types of mentions. An article needs a mention of one of them.
    pub(crate) types: Vec<EntityType>,
    /// Publishers, as the article names them.
    pub(crate) sources: Vec<String>,
}

impl Filter {
    /// Reports whether an article is written.
    pub(crate) fn selects(&self, event: &Enriched) -> bool {
        self.selects_language(event) && self.selects_type(event) && self.selects_source(event)
    }

    fn selects_language(&self, event: &Enriched) -> bool {
        let tag = event.language.as_ref().map_or(messages::UNDETERMINED, |language| language.tag.as_str());
        let is_part = |wanted: &String| {
            let rest = tag.get(wanted.len()..);
            let begins = tag.get(..wanted.len()).is_some_and(|start| start.eq_ignore_ascii_case(wanted));
            begins && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        self.languages.is_empty() || self.languages.iter().any(is_part)
    }

    fn selects_type(&self, event: &Enriched) -> bool {
        let mut mentions = event.entities.iter().flat_map(|entities| &entities.mentions);
        self.types.is_empty() || mentions.any(|mention| self.types.contains(&mention.entity_type))
    }

    fn selects_source(&self, event: &Enriched) -> bool {
        let source = event.article.source.as_deref().unwrap_or_default().to_lowercase();
        self.sources.is_empty() || self.sources.iter().any(|wanted| wanted.to_lowercase() == source)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::record::Record;

    fn check(filter: &Filter, expected: bool) {
        let event = json!({
            "article": {"id": "a", "revision": "0f", "body": "Oslo", "source": "The Gazette"},
            "language": {"tag": "zh-Hant", "iso639_3": "zho", "script": "Hant", "confidence": 1.0, "reliable": true},
            "entities": {"entities": [],
                         "mentions": [{"start": 0, "end": 4, "text": "Oslo", "type": "LOC", "score": 1.0}]},
        });
        assert_eq!(filter.selects(&Record::of_event(&event).event), expected, "{filter:?}");
    }

    fn languages(tags: &[&str]) -> Filter {
        Filter { languages: tags.iter().map(ToString::to_string).collect(), ..Filter::default() }
    }

    #[test]
    fn without_a_filter_all_articles_are_written() {
        check(&Filter::default(), true);
    }

    #[test]
    fn a_language_selects_its_scripts_and_regions() {
        for (tags, expected) in [
            (&["zh"][..], true),
            (&["en", "ZH-hant"], true),
            (&["z"], false),
            (&["zh-Hans"], false),
            (&["zh-Hant-TW"], false),
        ] {
            check(&languages(tags), expected);
        }
    }

    #[test]
    fn an_article_without_a_language_is_undetermined() {
        let event = Record::of("a", "…").event;
        assert!(languages(&["und"]).selects(&event) && !languages(&["en"]).selects(&event));
    }

    #[test]
    fn a_type_selects_articles_with_a_mention_of_it() {
        let types = |types: &[EntityType]| Filter { types: types.to_vec(), ..Filter::default() };
        check(&types(&[EntityType::Per, EntityType::Loc]), true);
        check(&types(&[EntityType::Money]), false);
    }

    #[test]
    fn a_source_is_compared_as_a_whole_without_case() {
        let source = |source: &str| Filter { sources: vec![source.to_owned()], ..Filter::default() };
        check(&source("the gazette"), true);
        check(&source("Gazette"), false);
    }
}
