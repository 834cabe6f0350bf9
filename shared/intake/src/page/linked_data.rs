//! What a page says about its article in JSON-LD, with the vocabulary of schema.org.

use serde_json::{Map, Value};

use super::{
    tags,
    tree::{LONGEST_LINE, Tree},
};

/// Types of schema.org that are articles. Types that end in `Article` are, too.
const ARTICLES: [&str; 4] = ["BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting"];
/// The most objects that are looked at.
const MOST: usize = 1000;
/// The deepest nesting of objects that are looked at.
const DEEPEST: usize = 8;

/// The article's object, with the objects that it may refer to.
#[derive(Debug, Default)]
pub(super) struct LinkedData {
    objects: Vec<Map<String, Value>>,
    article: Option<usize>,
}

impl LinkedData {
    /// Reads all scripts of a page. What is not JSON is passed over.
    pub(super) fn read(tree: &Tree) -> Self {
        let mut objects = Vec::new();
        let scripts =
            tree.named("script").filter(|(_, script)| script.attribute("type") == Some(tags::LINKED_DATA));
        for (id, _) in scripts {
            // A line break inside a text is not valid JSON, but usual.
            let code = tree.code(id).replace(['\n', '\r', '\t'], " ");
            // Some systems write the script into a comment or a CDATA section.
            let start = code.find(['{', '[']).unwrap_or(code.len());
            let mut values =
                serde_json::Deserializer::from_str(code.get(start..).unwrap_or_default()).into_iter();
            if let Some(Ok(value)) = values.next() {
                collect(value, DEEPEST, &mut objects);
            }
        }
        let article = objects.iter().position(is_article);
        Self { objects, article }
    }

    fn article(&self) -> Option<&Map<String, Value>> {
        self.objects.get(self.article?)
    }

    /// Returns a member of the article that is text.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        text(self.article()?.get(name)?)
    }

    /// Returns a member of the article that is text, unless it is too long for a line.
    pub(super) fn line(&self, name: &str) -> Option<String> {
        self.text(name).filter(|line| line.len() <= LONGEST_LINE)
    }

    /// Returns the names of the authors.
    pub(super) fn authors(&self) -> Vec<String> {
        let Some(authors) =
            self.article().and_then(|article| article.get("author").or_else(|| article.get("creator")))
        else {
            return Vec::new();
        };
        let authors = match authors {
            Value::Array(authors) => authors.iter().collect(),
            one => vec![one],
        };
        authors.into_iter().take(MOST).filter_map(|author| self.name(author)).collect()
    }

    /// Returns the name of the publisher.
    pub(super) fn publisher(&self) -> Option<String> {
        self.name(self.article()?.get("publisher")?)
    }

    /// Returns the address of the article.
    pub(super) fn url(&self) -> Option<String> {
        let article = self.article()?;
        let id = |value: &Value| text(value).or_else(|| text(value.get("@id")?));
        article.get("url").and_then(id).or_else(|| article.get("mainEntityOfPage").and_then(id))
    }

    /// Returns the name of a person or organisation, which may be written elsewhere in the page.
    fn name(&self, party: &Value) -> Option<String> {
        let written = |party: &Map<String, Value>| text(party.get("name")?);
        let name = match party {
            Value::Object(party) => written(party).or_else(|| {
                let id = party.get("@id")?.as_str()?;
                let is_same =
                    |object: &&Map<String, Value>| object.get("@id").and_then(Value::as_str) == Some(id);
                self.objects.iter().filter(is_same).find_map(written)
            }),
            other => text(other),
        };
        name.filter(|name| name.len() <= LONGEST_LINE)
    }
}

/// Adds the objects in a value: those of `@graph`, of arrays, and those inside others.
fn collect(value: Value, depth: usize, objects: &mut Vec<Map<String, Value>>) {
    if depth == 0 || objects.len() >= MOST {
        return;
    }
    match value {
        Value::Array(values) => values.into_iter().for_each(|value| collect(value, depth - 1, objects)),
        Value::Object(mut object) => {
            if let Some(graph) = object.remove("@graph") {
                collect(graph, depth - 1, objects);
            }
            let inside = ["mainEntity", "mainEntityOfPage", "author", "publisher", "itemListElement"];
            let inside: Vec<Value> = inside
                .iter()
                .filter_map(|name| {
                    object.get(*name).filter(|value| value.is_object() || value.is_array()).cloned()
                })
                .collect();
            objects.push(object);
            for value in inside {
                collect(value, depth - 1, objects);
            }
        }
        _ => {}
    }
}

fn is_article(object: &Map<String, Value>) -> bool {
    let is = |value: &Value| {
        value.as_str().is_some_and(|name| {
            let name = name.rsplit(['/', ':']).next().unwrap_or(name);
            name.ends_with("Article") || ARTICLES.contains(&name)
        })
    };
    match object.get("@type") {
        Some(Value::Array(types)) => types.iter().any(is),
        Some(one) => is(one),
        None => false,
    }
}

/// Returns a text, or the first one of an array.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        Value::Array(values) => values.iter().find_map(text),
        Value::Object(object) => object.get("@value").and_then(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> LinkedData {
        LinkedData::read(&Tree::read(&format!("<script type='application/ld+json'>{json}</script>")).unwrap())
    }

    #[test]
    fn an_article_is_found_in_a_graph_an_array_and_a_comment() {
        let article =
            r##"{"@type": ["Thing", "schema:NewsArticle"], "headline": " Rain ", "author": {"@id": "#a"}}"##;
        let person = r##"{"@type": "Person", "@id": "#a", "name": "Ida Holm"}"##;
        for json in [
            format!(r#"{{"@graph": [{person}, {article}]}}"#),
            format!("[{article}, {person}]"),
            format!("<!-- [{article}, {person}] -->"),
            format!(r#"{{"@type": "WebPage", "mainEntity": [{article}, {person}]}}"#),
        ] {
            let data = read(&json);
            assert_eq!(data.text("headline").as_deref(), Some("Rain"), "{json}");
            assert_eq!(data.authors(), ["Ida Holm"], "{json}");
        }
    }

    #[test]
    fn authors_are_texts_objects_or_both() {
        let authors = |json: &str| read(&format!(r#"{{"@type": "Report", "author": {json}}}"#)).authors();
        assert_eq!(authors(r#""Ida Holm""#), ["Ida Holm"]);
        assert_eq!(authors(r#"[{"name": "Ida Holm"}, "Bo Ek", {"url": "x"}]"#), ["Ida Holm", "Bo Ek"]);
        assert!(authors("7").is_empty());
    }

    #[test]
    fn what_is_not_an_article_or_not_json_says_nothing() {
        for json in [r#"{"@type": "Organization", "headline": "x"}"#, "{", "", r#"{"headline": "x"}"#] {
            assert_eq!(read(json).text("headline"), None, "{json}");
        }
        assert_eq!(read(&"[".repeat(100_000)).text("headline"), None);
    }
}
