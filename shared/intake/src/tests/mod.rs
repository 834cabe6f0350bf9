//! What the readers make of small documents in several languages.

mod feeds;
mod hostile;
mod newsml;
mod ninjs;
mod page;
mod table;
mod warc;

use serde_json::Value;

use crate::Record;

/// Returns `place: member=value | …` of each record, or its error.
fn shown(records: impl IntoIterator<Item = Record>) -> Vec<String> {
    let one = |record: Record| match record.article {
        Ok(article) => {
            let members = article.iter().map(|(name, value)| match value {
                Value::String(text) => format!("{name}={text}"),
                other => format!("{name}={other}"),
            });
            format!("{}: {}", record.place, members.collect::<Vec<_>>().join(" | "))
        }
        Err(error) => format!("{}: {error}", record.place),
    };
    records.into_iter().map(one).collect()
}
