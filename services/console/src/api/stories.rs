//! `GET /api/stories`, one story, and its articles as they are stored.

use std::sync::Arc;

use axum::{
    Json,
    body::{Body, Bytes},
    extract::{Path, Query, State},
    http::header,
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt, stream};
use messages::{ArticleLinked, Event};
use serde::Deserialize;
use serde_json::{Value, json};

use super::parameters::Selection;
use crate::{
    extract::Checked,
    index::{Group, Grouped, Kind},
    problem::Problem,
    state::Shared,
};

/// How many articles of an export are fetched at the same time.
const FETCHES: usize = 8;

/// Answers with a page of the stories that match, those with the newest articles first.
pub(crate) async fn stories(
    State(shared): State<Arc<Shared>>,
    Checked(Query(selection)): Checked<Query<Selection>>,
) -> Result<Json<Value>, Problem> {
    shared.has(Kind::Linked)?;
    let (filter, cursor) = (selection.stories()?, selection.place()?);
    let index = shared.index();
    let (stories, next) = index.stories(&filter, cursor.as_ref(), selection.page());
    let next = next.map(|cursor| cursor.to_string());
    Ok(Json(json!({"stories": stories, "next": next, "known": index.stories_known()})))
}

/// Whether copies are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Copies {
    /// With those that have the text of an earlier article.
    #[default]
    Yes,
    /// Without them.
    No,
}

/// What is wanted of a story.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    pub(crate) copies: Copies,
}

impl Wanted {
    /// Returns those of the articles that are wanted.
    pub(crate) fn of(self, articles: Vec<Grouped>) -> Vec<Grouped> {
        let is_wanted = |article: &Grouped| self.copies == Copies::Yes || article.copy_of.is_none();
        articles.into_iter().filter(is_wanted).collect()
    }
}

/// Answers with a story and what the index knows of its articles.
pub(crate) async fn story(
    State(shared): State<Arc<Shared>>,
    Checked(Path(id)): Checked<Path<String>>,
    Checked(Query(wanted)): Checked<Query<Wanted>>,
) -> Result<Json<Value>, Problem> {
    let (group, articles) = found(&shared, &id)?;
    let mut story = json!(group);
    if let Value::Object(members) = &mut story {
        members.insert("members".to_owned(), json!(wanted.of(articles)));
    }
    Ok(Json(story))
}

/// Answers with the articles of a story as JSON Lines, each with the layer of its story.
pub(crate) async fn story_articles(
    State(shared): State<Arc<Shared>>,
    Checked(Path(id)): Checked<Path<String>>,
    Checked(Query(wanted)): Checked<Query<Wanted>>,
) -> Result<Response, Problem> {
    let (_, articles) = found(&shared, &id)?;
    let bus = shared.bus()?.clone();
    let lines = stream::iter(wanted.of(articles)).map(move |article| {
        let bus = bus.clone();
        async move { bus.stored_event(ArticleLinked::NAME, article.sequence).await }
    });
    // An article that has expired in the meantime is left out. After any other failure the answer breaks off, so that
    // nobody takes it for all of the story.
    let lines = lines.buffered(FETCHES).filter_map(|stored| async {
        let event = stored.transpose()?;
        Some(event.map(|event| Bytes::from([&event.payload[..], b"\n"].concat())))
    });
    let content = [
        (header::CONTENT_TYPE, "application/x-ndjson"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"story.jsonl\""),
    ];
    Ok((content, Body::from_stream(lines)).into_response())
}

/// Returns a story.
///
/// # Errors
///
/// When the pipeline has no stories, or not this one.
pub(crate) fn found(shared: &Shared, id: &str) -> Result<(Group, Vec<Grouped>), Problem> {
    shared.has(Kind::Linked)?;
    shared.index().story(id).ok_or_else(|| {
        Problem::not_found(
            "the index has no story with this id: it became part of another one, or is too old",
        )
    })
}
