//! The tables, and how they come to be: numbered migrations, each applied once.

use tokio_postgres::{Client, Error};

/// The migrations, oldest first. One that was released never changes.
const MIGRATIONS: [&str; 2] = [include_str!("migrations/1.sql"), include_str!("migrations/2.sql")];
/// The number of the lock that lets one sink at a time migrate: `wiredesk` in ASCII.
const LOCK: i64 = 0x7769_7265_6465_736B;

/// What became of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Schema {
    /// They are as this version needs them.
    Current,
    /// A later version made them.
    TooNew,
}

/// Brings the tables to the state that this version needs. Changes nothing if they are in that state, so that a user
/// without the right to create tables can write to those that exist.
pub(super) async fn migrate(client: &mut Client) -> Result<Schema, Error> {
    let transaction = client.transaction().await?;
    transaction.execute("SELECT pg_advisory_xact_lock($1)", &[&LOCK]).await?;
    let exists = "SELECT to_regclass('wiredesk_migrations') IS NOT NULL";
    if !transaction.query_one(exists, &[]).await?.get::<_, bool>(0) {
        transaction
            .batch_execute(
                "CREATE TABLE wiredesk_migrations (
                     version integer PRIMARY KEY,
                     applied_at timestamptz NOT NULL DEFAULT now()
                 )",
            )
            .await?;
    }
    let last = "SELECT coalesce(max(version), 0) FROM wiredesk_migrations";
    let applied = usize::try_from(transaction.query_one(last, &[]).await?.get::<_, i32>(0)).unwrap_or(0);
    if applied > MIGRATIONS.len() {
        return Ok(Schema::TooNew);
    }
    for (version, migration) in (1_i32..).zip(MIGRATIONS).skip(applied) {
        transaction.batch_execute(migration).await?;
        transaction.execute("INSERT INTO wiredesk_migrations (version) VALUES ($1)", &[&version]).await?;
    }
    transaction.commit().await?;
    Ok(Schema::Current)
}
