//! The command line of the sinks.

use clap::{Args, Subcommand};

#[cfg(feature = "parquet")]
use crate::parquet::Tables;
#[cfg(feature = "postgres")]
use crate::postgres::PostgresArgs;
use crate::{folder::FolderArgs, jsonl::files::Files, webhook::WebhookArgs};

/// The flags of a sink.
#[derive(Debug, Args)]
pub struct SinkArgs {
    #[command(subcommand)]
    pub(crate) kind: KindArgs,
}

/// The targets, each with its flags.
#[derive(Debug, Subcommand)]
pub(crate) enum KindArgs {
    /// Write events to JSON Lines files in a folder
    ///
    /// A file that is being written ends in `.jsonl.part`. Closed files end in `.jsonl` and never change. Their names are
    /// the times at which they were begun, so they sort in order. After a restart the sink reads back the last
    /// 100,000 lines, and writes none of them again.
    Jsonl(FolderArgs<Files>),
    /// Write articles, entities, mentions and layers to Parquet files in a folder
    ///
    /// Each table is a folder of files: `articles/20261129T120000Z.parquet`. Articles are gathered in `_journal`, where
    /// they are safe, and become files after an hour or 256 MiB. A file is there only when it is whole, and never
    /// changes.
    #[cfg(feature = "parquet")]
    Parquet(FolderArgs<Tables>),
    Webhook(WebhookArgs),
    #[cfg(feature = "postgres")]
    Postgres(PostgresArgs),
}
