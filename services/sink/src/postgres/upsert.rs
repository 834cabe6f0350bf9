//! The transaction that writes a batch.

use std::collections::BTreeSet;

use tokio_postgres::{Client, Error, Statement, Transaction, types::ToSql};

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
    INSERT INTO entities
        (article_id, revision, number, name, type, salience, mentions, links, link_confidence)
    SELECT article_id, revision, number, name, type, salience, mentions, links::jsonb, link_confidence
    FROM unnest($1::text[], $2::text[], $3::integer[], $4::text[], $5::text[], $6::double precision[],
        $7::integer[], $8::text[], $9::double precision[])
        AS t (article_id, revision, number, name, type, salience, mentions, links, link_confidence)";

const MENTIONS: &str = "
    INSERT INTO mentions
        (article_id, revision, number, entity, field, start_offset, end_offset, text, type, value, score)
    SELECT * FROM unnest($1::text[], $2::text[], $3::integer[], $4::integer[], $5::text[], $6::integer[],
        $7::integer[], $8::text[], $9::text[], $10::text[], $11::double precision[])";

const LAYERS: &str = "
    INSERT INTO layers (article_id, revision, layer, content)
    SELECT article_id, revision, layer, content::jsonb
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS t (article_id, revision, layer, content)";

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
    let is_written = |record: &&Record| {
        let (id, revision) = key(record);
        written.contains(&(id.to_owned(), revision.to_owned()))
    };
    let parts = Parts::of(records.iter().copied().filter(is_written));
    insert_parts(&transaction, statements, &parts).await?;
    transaction.commit().await
}

/// Inserts what belongs to the articles. The three statements are sent together.
async fn insert_parts(
    transaction: &Transaction<'_>,
    statements: &Statements,
    parts: &Parts<'_>,
) -> Result<(), Error> {
    let Parts { entities, mentions, layers } = parts;
    let of_entities: [&(dyn ToSql + Sync); 9] = [
        &entities.ids,
        &entities.revisions,
        &entities.numbers,
        &entities.names,
        &entities.types,
        &entities.saliences,
        &entities.mentions,
        &entities.links,
        &entities.link_confidences,
    ];
    let of_mentions: [&(dyn ToSql + Sync); 11] = [
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
    ];
    let of_layers: [&(dyn ToSql + Sync); 4] =
        [&layers.ids, &layers.revisions, &layers.names, &layers.contents];
    tokio::try_join!(
        transaction.execute(&statements.entities, &of_entities),
        transaction.execute(&statements.mentions, &of_mentions),
        transaction.execute(&statements.layers, &of_layers),
    )?;
    Ok(())
}
