//! The HTTP API: JSON in, JSON or a format of another program out. `openapi.json` describes it.

mod alerts;
mod annotate;
mod articles;
mod dead;
mod documents;
mod events;
mod exchange;
mod flow;
mod parameters;
mod publish;
mod stories;

pub(crate) use alerts::{PAGE as ALERTS_PAGE, alerts};
pub(crate) use annotate::annotate;
pub(crate) use articles::{article, list, missing, revision, timeline};
pub(crate) use dead::{drop_letters, letter, letters, replay_letters};
#[cfg(test)]
pub(crate) use documents::OPENAPI;
pub(crate) use documents::{openapi, schema};
pub(crate) use events::events;
pub(crate) use flow::{figures, flow, ready};
pub(crate) use parameters::Selection;
pub(crate) use publish::{MOST_BYTES, publish, store};
pub(crate) use stories::{Copies, Wanted, found, stories, story, story_articles};
