//! `GET /api/alerts`: rules and their newest matches.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Query, State},
};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    extract::Checked,
    index::{Kind, Match},
    problem::Problem,
    state::Shared,
};

/// How many matches a page has, unless asked otherwise, and at most.
pub(crate) const PAGE: usize = 50;
const LARGEST_PAGE: usize = 500;
/// How many rules an answer has at most.
const MOST_RULES: usize = 1_000;

/// What selects alerts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct Selection {
    rule: String,
    article: String,
    before: Option<u64>,
    limit: Option<usize>,
}

/// Answers with the rules, those with the newest matches first, and a page of matches, newest first.
pub(crate) async fn alerts(
    State(shared): State<Arc<Shared>>,
    Checked(Query(selection)): Checked<Query<Selection>>,
) -> Result<Json<Value>, Problem> {
    shared.has(Kind::Alerts)?;
    let given = |text: &'_ str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let (rule, article) = (given(&selection.rule), given(&selection.article));
    let most = selection.limit.unwrap_or(PAGE).clamp(1, LARGEST_PAGE);
    let index = shared.index();
    let (matches, next) = index.matches(rule.as_deref(), article.as_deref(), selection.before, most);
    let matches: Vec<&Match> = matches.iter().map(AsRef::as_ref).collect();
    let rules = index.rules();
    let shown: Vec<_> = rules.iter().take(MOST_RULES).collect();
    Ok(Json(json!({"rules": shown, "known": rules.len(), "alerts": matches, "next": next})))
}
