//! Any number of articles with ids of their own, made of the test articles.

use anyhow::Context as _;
use messages::{ArticleReceived, Event as _};

use crate::workers::FAULT;

/// The ids of the fault suite's articles begin with this.
pub(crate) const ID_PREFIX: &str = "fault";

/// Returns `count` copies of `articles`, taken in turn, with the ids `PREFIX-0`, `PREFIX-1` and so on.
///
/// `fault` names the fault, if any, that the article with this number causes in a faulty worker.
pub(crate) fn numbered(
    articles: &[ArticleReceived],
    count: usize,
    prefix: &str,
    fault: impl Fn(usize) -> Option<&'static str>,
) -> anyhow::Result<Vec<ArticleReceived>> {
    let copies = articles.iter().cycle().enumerate().take(count);
    copies
        .map(|(number, received)| {
            let mut article = serde_json::to_value(received)?;
            let members = article.as_object_mut().context("an article is an object")?;
            members.insert("id".into(), format!("{prefix}-{number}").into());
            if let Some(fault) = fault(number) {
                members.insert(FAULT.into(), fault.into());
            }
            Ok(ArticleReceived::decode(article.to_string().as_bytes())?)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_have_their_own_ids_and_faults() {
        let rain = ArticleReceived::decode(br#"{"body":"Rain fell."}"#).unwrap();
        let copies = numbered(&[rain], 2, "test", |number| (number == 1).then_some("panic")).unwrap();
        let ids: Vec<&str> = copies.iter().map(|event| event.article.id.as_str()).collect();
        assert_eq!(ids, ["test-0", "test-1"]);
        assert_eq!(copies[0].article.other.get(FAULT), None);
        assert_eq!(copies[1].article.other.get(FAULT), Some("panic".into()));
    }
}
