//! Saved searches: rules in TOML, and a matcher of all of them at once.
//!
//! A [`Rule`] has a name and a query. A [`RuleSet`] holds many, and finds those that an enriched article matches,
//! with the places of what matched. One automaton searches the words of all rules in one pass over the text, so ten
//! thousand rules take hardly longer than a hundred. The crate knows articles, but no broker and no files.
//!
//! - [`read`] and `rules`: rules in TOML; `query`: their conditions
//! - `fold`, `folded_text`: what texts look like when they are compared, and the borders of words
//! - `phrase`, `index`, `lookups`: one word or phrase, and many at once
//! - `condition`, `observed`, [`RuleSet`]: what is true for an article, and which rules follow from it
//!
//! ```
//! use alerts::{RuleFile, RuleSet, read};
//! use messages::{ArticleSummarized, Event};
//! # use serde_json::json;
//! # let entities = json!({"entities": [{"name": "Oslo", "type": "LOC", "salience": 1.0, "mentions": 1}],
//! #     "mentions": [{"start": 30, "end": 34, "text": "Oslo", "type": "LOC", "entity": 0, "score": 1.0}]});
//! # let payload = json!({"schema": "wiredesk.article/1",
//! #     "article": {"id": "a-1", "revision": "0f", "body": "The Prime Minister stepped in Oslo."},
//! #     "language": {"tag": "en", "iso639_3": "eng", "script": "Latn", "confidence": 1.0, "reliable": true},
//! #     "segments": {"blocks": [{"kind": "paragraph", "start": 0, "end": 35}], "sentences": []},
//! #     "entities": entities, "summary": {"text": "", "sentences": [], "keywords": []}, "provenance": []});
//! # let payload = payload.to_string();
//!
//! let text = r#"
//! [[rule]]
//! name = "ministers-in-oslo"
//! query = 'minist* AND loc:Oslo AND language:en'
//! "#;
//! let rules = RuleSet::compile(&read(&[RuleFile { name: "rules.toml", text }])?)?;
//! let event = ArticleSummarized::decode(payload.as_bytes())?;
//! let matches = rules.matches(&event);
//! let found: Vec<&str> = matches[0].found.iter().map(|found| found.text.as_str()).collect();
//! assert_eq!((matches[0].rule, found), ("ministers-in-oslo", vec!["Minister", "Oslo"]));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod condition;
mod fold;
mod folded_text;
mod index;
mod lookups;
mod matches;
mod observed;
mod phrase;
mod query;
mod rule_set;
mod rules;

#[cfg(test)]
mod tests;

pub use matches::Match;
pub use phrase::{Phrase, PhraseError};
pub use query::{Atom, Query, QueryError, StoryCount, parse};
pub use rule_set::{RuleSet, TooManyWords};
pub use rules::{Rule, RuleError, RuleErrors, RuleFile, read};
