//! The transaction that writes a batch.

use std::{collections::BTreeSet, pin::pin};

use bytes::Bytes;
use futures_util::{SinkExt, future::join};
use tokio_postgres::{Client, Error, Statement, Transaction, types::ToSql};

use super::copy::{Json, rows};
use crate::{
    record::Record,
    rows::{Articles, Parts, key},
};

/// A later result for a revision replaces an earlier one. The same result again, or an earlier one that comes late,
/// changes nothing and returns nothing.
const ARTICLES: &str = "
    INSERT INTO articles
        (id, revision, stored_at, headline, byline, body, source, url, published_at, language, summary, members)
    SELECT id, revision, stored_at, headline, byline, body, source, url, published_at, language, summary,
        members::jsonb
    FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[],
        $8::text[], $9::timestamptz[], $10::text[], $11::text[], $12::text[])
        AS t (id, revision, stored_at, headline, byline, body, source, url, published_at, language, summary, members)
    ON CONFLICT (id, revision) DO UPDATE SET
        stored_at = excluded.stored_at, headline = excluded.headline, byline = excluded.byline,
        body = excluded.body, source = excluded.source, url = excluded.url,
        published_at = excluded.published_at, language = excluded.language, summary = excluded.summary,
        members = excluded.members
    WHERE articles.stored_at < excluded.stored_at
    RETURNING id, revision, xmax::text <> '0'";

const ENTITIES: &str = "
    COPY entities (article_id, revision, number, name, type, salience, mentions, links, link_confidence)
    FROM STDIN (FORMAT binary)";

const MENTIONS: &str = "
    COPY mentions (article_id, revision, number, entity, field, start_offset, end_offset, text, type, value, score)
    FROM STDIN (FORMAT binary)";

const LAYERS: &str = "COPY layers (article_id, revision, layer, content) FROM STDIN (FORMAT binary)";

/// The tables whose rows belong to articles.
const PARTS: [&str; 3] = ["entities", "mentions", "layers"];

/// The statements of a connection, prepared once.
pub(super) struct Statements {
    articles: Statement,
    entities: Statement,
    mentions: Statement,
    layers: Statement,
    /// For each of [`PARTS`].
    delete: Vec<Statement>,
}

impl Statements {
    pub(super) async fn prepare(client: &Client) -> Result<Self, Error> {
        let mut delete = Vec::new();
        for table in PARTS {
            let sql = format!(
                "DELETE FROM {table} USING unnest($1::text[], $2::text[]) AS t (id, of_revision)
                 WHERE article_id = t.id AND revision = t.of_revision"
            );
            delete.push(client.prepare(&sql).await?);
        }
        Ok(Self {
            articles: client.prepare(ARTICLES).await?,
            entities: client.prepare(ENTITIES).await?,
            mentions: client.prepare(MENTIONS).await?,
            layers: client.prepare(LAYERS).await?,
            delete,
        })
    }
}

/// Writes records in one transaction. No two of them have the same id and revision.
pub(super) async fn upsert(
    client: &mut Client,
    statements: &Statements,
    records: &[&Record],
) -> Result<(), Error> {
    let transaction = client.transaction().await?;
    // Nearly always all of them are written, so that their rows are made while the database works.
    let (written, copies) =
        join(upsert_articles(&transaction, statements, records), async { Copies::of(records) }).await;
    let written = written?;
    let copies = if written.len() == records.len() { copies } else { Copies::of(&written) };
    copies.send(&transaction, statements).await?;
    transaction.commit().await
}

/// Writes the articles, and deletes what belonged to the results that they replace. Returns the records that are later
/// than what the table has.
async fn upsert_articles<'r>(
    transaction: &Transaction<'_>,
    statements: &Statements,
    records: &[&'r Record],
) -> Result<Vec<&'r Record>, Error> {
    let rows = Articles::of(records.iter().copied());
    let parameters: [&(dyn ToSql + Sync); 12] = [
        &rows.ids,
        &rows.revisions,
        &rows.stored_at,
        &rows.headlines,
        &rows.bylines,
        &rows.bodies,
        &rows.sources,
        &rows.urls,
        &rows.published_at,
        &rows.languages,
        &rows.summaries,
        &rows.members,
    ];
    let (mut written, mut replaced) = (BTreeSet::new(), (Vec::new(), Vec::new()));
    for row in transaction.query(&statements.articles, &parameters).await? {
        let (id, revision): (String, String) = (row.get(0), row.get(1));
        if row.get(2) {
            replaced.0.push(id.clone());
            replaced.1.push(revision.clone());
        }
        written.insert((id, revision));
    }
    if !replaced.0.is_empty() {
        for delete in &statements.delete {
            transaction.execute(delete, &[&replaced.0, &replaced.1]).await?;
        }
    }
    let is_written = |record: &&&Record| {
        let (id, revision) = key(record);
        written.contains(&(id.to_owned(), revision.to_owned()))
    };
    Ok(records.iter().filter(is_written).copied().collect())
}

/// The rows that belong to articles, as the messages of COPY.
struct Copies {
    entities: Vec<Bytes>,
    mentions: Vec<Bytes>,
    layers: Vec<Bytes>,
}

impl Copies {
    fn of(records: &[&Record]) -> Self {
        let Parts { entities, mentions, layers } = Parts::of(records.iter().copied());
        Self {
            entities: rows(&[
                &entities.ids,
                &entities.revisions,
                &entities.numbers,
                &entities.names,
                &entities.types,
                &entities.saliences,
                &entities.mentions,
                &Json(&entities.links),
                &entities.link_confidences,
            ]),
            mentions: rows(&[
                &mentions.ids,
                &mentions.revisions,
                &mentions.numbers,
                &mentions.entities,
                &mentions.fields,
                &mentions.starts,
                &mentions.ends,
                &mentions.texts,
                &mentions.types,
                &mentions.values,
                &mentions.scores,
            ]),
            layers: rows(&[&layers.ids, &layers.revisions, &layers.names, &Json(&layers.contents)]),
        }
    }

    async fn send(self, transaction: &Transaction<'_>, statements: &Statements) -> Result<(), Error> {
        send(transaction, &statements.entities, self.entities).await?;
        send(transaction, &statements.mentions, self.mentions).await?;
        send(transaction, &statements.layers, self.layers).await
    }
}

async fn send(
    transaction: &Transaction<'_>,
    statement: &Statement,
    messages: Vec<Bytes>,
) -> Result<(), Error> {
    let mut copy = pin!(transaction.copy_in(statement).await?);
    for message in messages {
        copy.send(message).await?;
    }
    copy.finish().await?;
    Ok(())
}
