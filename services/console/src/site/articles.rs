//! `GET /articles`: the list.

use std::sync::Arc;

use axum::{
    Extension,
    extract::{Query, State},
};

use super::frame::{Page, frame, shown};
use crate::{
    api::Selection,
    extract::Checked,
    index::{Cursor, Row},
    pages::articles::{self as page, Filters, List},
    problem::Problem,
    security::Caller,
    state::Shared,
};

pub(crate) async fn articles(
    State(shared): State<Arc<Shared>>,
    Extension(caller): Extension<Caller>,
    Checked(Query(filters)): Checked<Query<Filters>>,
) -> Page {
    let list = match rows(&shared, &filters) {
        Ok((rows, older)) => List { rows: rows.into_iter().map(row).collect(), older, ..List::default() },
        Err(problem) => List { problem: Some(problem.message().to_owned()), ..List::default() },
    };
    let list = List { filters, known: shared.index().len() as u64, ..list };
    shown(page::page(&frame(&shared, &caller), &list))
}

fn rows(shared: &Shared, filters: &Filters) -> Result<(Vec<Row>, Option<String>), Problem> {
    let selection = Selection {
        language: filters.language.clone(),
        name: filters.name.clone(),
        entity_type: filters.entity_type.clone(),
        source: filters.source.clone(),
        since: filters.since.clone(),
        until: filters.until.clone(),
        q: filters.q.clone(),
        cursor: filters.cursor.clone(),
        copies: filters.copies.clone(),
        ..Selection::default()
    };
    let cursor = selection.place()?;
    let (rows, next) = shared.index().rows(&selection.filter()?, cursor.as_ref(), selection.page());
    Ok((rows, next.as_ref().map(Cursor::to_string)))
}

fn row(row: Row) -> page::Row {
    page::Row {
        id: row.id,
        headline: row.headline.unwrap_or_default(),
        language: row.language,
        source: row.source,
        received_at: row.received_at,
        event: row.state.to_owned(),
        dead: row.dead.map(|dead| dead.reason),
        names: row.names.into_iter().map(|named| (named.entity_type, named.name)).collect(),
        revisions: row.revisions,
    }
}
