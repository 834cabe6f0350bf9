//! Dead letters: list, one, replay, drop. An action on many says with `dry_run` how many, and then what became of
//! each.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use messages::headers::DEAD_HEADERS;
use runtime::bus::{Bus, DeadLetter};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::{
    extract::Checked,
    letters::{self, Act, Choice, Fate, PAGE},
    problem::Problem,
    state::Shared,
};

/// The parameters of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Page {
    stage: String,
    reason: String,
    since: String,
    before: Option<u64>,
}

/// Answers with a page of letters, newest first, and how many there are by stage and reason.
pub(crate) async fn letters(
    State(shared): State<Arc<Shared>>,
    Checked(Query(page)): Checked<Query<Page>>,
) -> Result<Json<Value>, Problem> {
    let choice = Choice { stage: page.stage, reason: page.reason, since: page.since, ..Choice::default() };
    let found = choice.page(shared.bus()?, page.before).await?;
    Ok(Json(json!({
        "letters": found.letters, "matching": found.matching, "next": found.next, "counts": found.counts,
    })))
}

/// Answers with one letter, its payload and the way of its article.
pub(crate) async fn letter(
    State(shared): State<Arc<Shared>>,
    Checked(Path(sequence)): Checked<Path<u64>>,
) -> Result<Json<Value>, Problem> {
    let found = shared.bus()?.dead_letter(sequence).await?;
    let (letter, event) = found.ok_or_else(|| Problem::not_found("no dead letter has this number"))?;
    let steps = letter.article.as_deref().map(|id| shared.index().timeline(id)).unwrap_or_default();
    // The unreadable headers are in the letter, in a readable form.
    let headers = event.headers.all().into_iter().filter(|(name, _)| name != DEAD_HEADERS);
    let headers: Map<String, Value> = headers.map(|(name, value)| (name, value.into())).collect();
    let payload = String::from_utf8_lossy(&event.payload);
    Ok(Json(json!({"letter": letter, "headers": headers, "payload": payload, "steps": steps})))
}

/// What to do with which letters.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Action {
    /// The letters.
    select: Choice,
    /// Only say which letters it is about.
    dry_run: bool,
    /// The number of letters that it must be about.
    expect: Option<usize>,
    /// For a replay of one letter: the payload instead of the stored one.
    payload: Option<String>,
    /// For a replay: also those that were replayed before.
    again: bool,
}

/// Publishes letters again on their original subjects.
pub(crate) async fn replay_letters(
    State(shared): State<Arc<Shared>>,
    Checked(Json(action)): Checked<Json<Action>>,
) -> Result<Json<Value>, Problem> {
    let bus = shared.bus()?;
    let selected = action.letters(bus).await?;
    if action.payload.is_some() && selected.len() > 1 {
        return Err(Problem::invalid("payload", "payload: an edited payload is for one letter"));
    }
    if action.dry_run {
        return Ok(Json(only_said(&selected)));
    }
    let edited = action.payload.as_deref().map(str::as_bytes);
    let act = Act::Replay { edited, again: action.again };
    Ok(Json(results(&letters::act_on_all(bus, selected, act).await)))
}

/// Deletes letters for good.
pub(crate) async fn drop_letters(
    State(shared): State<Arc<Shared>>,
    Checked(Json(action)): Checked<Json<Action>>,
) -> Result<Json<Value>, Problem> {
    let bus = shared.bus()?;
    let selected = action.letters(bus).await?;
    if action.dry_run {
        return Ok(Json(only_said(&selected)));
    }
    Ok(Json(results(&letters::act_on_all(bus, selected, Act::Drop).await)))
}

impl Action {
    async fn letters(&self, bus: &Bus) -> Result<Vec<DeadLetter>, Problem> {
        if !self.select.is_given() {
            return Err(Problem::invalid(
                "select",
                "select: name `sequences`, or a `stage`, `reason` or `since`",
            ));
        }
        let letters = self.select.letters(bus).await?;
        if let Some(expected) = self.expect.filter(|expected| *expected != letters.len()) {
            let message =
                format!("the action is about {} letters, not {expected}; nothing was done", letters.len());
            return Err(Problem::new(StatusCode::CONFLICT, "unexpected_count", message));
        }
        if self.dry_run { Ok(letters) } else { letters::few(letters) }
    }
}

/// Says what an action would be about.
fn only_said(letters: &[DeadLetter]) -> Value {
    let said = |letter: &DeadLetter| json!({"sequence": letter.sequence, "article": letter.article, "replayed": letter.replayed});
    json!({"count": letters.len(), "letters": letters.iter().take(PAGE).map(said).collect::<Vec<_>>()})
}

/// Says what became of each letter.
fn results(done: &[(DeadLetter, Fate)]) -> Value {
    let said = |(letter, fate): &(DeadLetter, Fate)| {
        let mut said = json!(fate);
        if let Value::Object(members) = &mut said {
            members.insert("sequence".to_owned(), letter.sequence.into());
            members.insert("article".to_owned(), letter.article.clone().into());
        }
        said
    };
    json!({"count": done.len(), "results": done.iter().map(said).collect::<Vec<_>>()})
}
