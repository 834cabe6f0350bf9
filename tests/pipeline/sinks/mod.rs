//! `wiredesk sink`: every article once in the target, whatever is killed.

mod alerts;
mod events;
mod files;
mod jsonl;
mod parquet;
mod postgres;
mod receiver;
mod webhook;
