//! `GET /stories`: the list, and one story.

use std::sync::Arc;

use axum::{
    Extension,
    extract::{Path, Query, State},
};

use super::frame::{Page, frame, shown, wrong};
use crate::{
    api::{self, Copies, Selection, Wanted},
    extract::Checked,
    index::{Cursor, Group, Grouped, Kind},
    pages::stories::{self as page, Article, Filters, List, Moment, Row, Story},
    problem::Problem,
    security::Caller,
    state::Shared,
};

pub(crate) async fn stories(
    State(shared): State<Arc<Shared>>,
    Extension(caller): Extension<Caller>,
    Checked(Query(filters)): Checked<Query<Filters>>,
) -> Page {
    let list = match rows(&shared, &filters) {
        Ok((rows, older)) => List { rows: rows.into_iter().map(row).collect(), older, ..List::default() },
        Err(problem) => List { problem: Some(problem.message().to_owned()), ..List::default() },
    };
    let known = shared.index().stories_known() as u64;
    let list = List { filters, known, is_missing: shared.has(Kind::Linked).is_err(), ..list };
    shown(page::list(&frame(&shared, &caller), &list))
}

fn rows(shared: &Shared, filters: &Filters) -> Result<(Vec<Group>, Option<String>), Problem> {
    let selection = Selection {
        language: filters.language.clone(),
        name: filters.name.clone(),
        source: filters.source.clone(),
        since: filters.since.clone(),
        q: filters.q.clone(),
        articles: filters.articles.clone(),
        sources: filters.sources.clone(),
        cursor: filters.cursor.clone(),
        ..Selection::default()
    };
    let (filter, cursor) = (selection.stories()?, selection.place()?);
    let (groups, next) = shared.index().stories(&filter, cursor.as_ref(), selection.page());
    Ok((groups, next.as_ref().map(Cursor::to_string)))
}

pub(crate) async fn story(
    State(shared): State<Arc<Shared>>,
    Extension(caller): Extension<Caller>,
    Checked(Path(id)): Checked<Path<String>>,
    Checked(Query(wanted)): Checked<Query<Wanted>>,
) -> Page {
    let frame = frame(&shared, &caller);
    let (group, articles) = api::found(&shared, &id).map_err(|problem| wrong(&frame, &problem))?;
    let story = Story {
        first_seen: group.first_seen.clone(),
        row: row(group),
        articles: wanted.of(articles).into_iter().map(article).collect(),
        without_copies: wanted.copies == Copies::No,
    };
    shown(page::story(&frame, &story))
}

fn row(group: Group) -> Row {
    Row {
        id: group.id,
        headline: group.headline.unwrap_or_default(),
        language: group.language,
        sources: group.sources,
        languages: group.languages,
        moments: group.moments.into_iter().map(|(at, is_copy)| Moment { at, is_copy }).collect(),
    }
}

fn article(article: Grouped) -> Article {
    Article {
        id: article.id,
        headline: article.headline.unwrap_or_default(),
        language: article.language,
        source: article.source,
        linked_at: article.linked_at,
        copy_of: article.copy_of.map(|copy| (copy.id, (copy.share * 100.0).round() as u8)),
    }
}
