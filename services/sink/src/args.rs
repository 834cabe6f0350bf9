//! The command line of the sinks.

use clap::{Args, Subcommand};

#[cfg(feature = "parquet")]
use crate::parquet::ParquetArgs;
#[cfg(feature = "postgres")]
use crate::postgres::PostgresArgs;
use crate::{jsonl::JsonlArgs, webhook::WebhookArgs};

/// The flags of a sink.
#[derive(Debug, Args)]
pub struct SinkArgs {
    #[command(subcommand)]
    pub(crate) kind: KindArgs,
}

/// The targets, each with its flags.
#[derive(Debug, Subcommand)]
pub(crate) enum KindArgs {
    Jsonl(JsonlArgs),
    #[cfg(feature = "parquet")]
    Parquet(ParquetArgs),
    Webhook(WebhookArgs),
    #[cfg(feature = "postgres")]
    Postgres(PostgresArgs),
}
