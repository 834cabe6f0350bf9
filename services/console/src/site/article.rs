//! `GET /articles/{id}`: one article.

use std::{num::NonZeroU64, sync::Arc};

use axum::{
    Extension,
    extract::{Path, Query, State},
};
use formats::Enriched;

use super::frame::{Page, frame, shown, wrong};
use crate::{
    api,
    extract::Checked,
    index::{Kind, Revision},
    pages::article::{self as page, Choice, Membership, Part, View},
    problem::Problem,
    security::Caller,
    state::Shared,
};

/// How many rules the page of an article names.
const MOST_RULES: usize = 20;

pub(crate) async fn article(
    State(shared): State<Arc<Shared>>,
    Extension(caller): Extension<Caller>,
    Checked(Path(id)): Checked<Path<String>>,
    Checked(Query(choice)): Checked<Query<Choice>>,
) -> Page {
    let frame = frame(&shared, &caller);
    let view = view(&shared, &id, choice).await.map_err(|problem| wrong(&frame, &problem))?;
    shown(page::page(&frame, &view))
}

async fn view(shared: &Shared, id: &str, choice: Choice) -> Result<View, Problem> {
    let chosen = api::revision(choice.revision.as_deref().unwrap_or_default())?;
    let revisions = shared.index().revisions(id);
    // Without a choice it is the revision of the newest event, which may still be on its way.
    let newest = revisions.last().map(|revision| revision.revision);
    let payload = furthest(shared, id, chosen.or(newest)).await?;
    let event = Enriched::read(&payload);
    let event =
        event.ok_or_else(|| Problem::not_found("nobody could read this article: see the dead letters"))?;
    let compared = if choice.part == Part::Compare {
        let with = api::revision(choice.with.as_deref().unwrap_or_default())?;
        let with = with.or_else(|| before(&revisions, chosen.or(newest)));
        match with {
            Some(with) => Enriched::read(&furthest(shared, id, Some(with)).await?),
            None => None,
        }
    } else {
        None
    };
    Ok(View {
        event,
        json: String::from_utf8_lossy(&payload).into_owned(),
        timeline: shared.index().timeline(id),
        revisions: revisions.iter().rev().map(revision).collect(),
        compared,
        story: membership(shared, id),
        rules: rules(shared, id),
        choice,
    })
}

fn membership(shared: &Shared, id: &str) -> Option<Membership> {
    let (group, grouped) = shared.index().story_of(id)?;
    let copy_of = grouped.copy_of.map(|copy| (copy.id, (copy.share * 100.0).round() as u8));
    Some(Membership { id: group.id, articles: group.articles, sources: group.sources.len(), copy_of })
}

/// Returns the names of the rules that an article matched, each once.
fn rules(shared: &Shared, id: &str) -> Vec<String> {
    let (matches, _) = shared.index().matches(None, Some(id), None, MOST_RULES);
    let mut rules: Vec<String> = matches.iter().map(|found| found.rule.clone()).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

/// Returns the event about a revision that has passed the most stages.
async fn furthest(shared: &Shared, id: &str, revision: Option<NonZeroU64>) -> Result<bytes::Bytes, Problem> {
    let kinds = [Kind::Summarized, Kind::Tagged, Kind::Segmented, Kind::Detected, Kind::Received];
    let found = {
        let index = shared.index();
        kinds.into_iter().find_map(|kind| Some((kind, index.newest(id, kind, revision)?)))
    };
    let (kind, sequence) = found.ok_or_else(|| api::missing(shared, id, Kind::Received))?;
    let event = shared.bus()?.stored_event(kind.as_str(), sequence).await?;
    let event =
        event.ok_or_else(|| Problem::not_found("the stream no longer has this version of the article"))?;
    Ok(event.payload)
}

/// Returns the revision before this one.
fn before(revisions: &[Revision], this: Option<NonZeroU64>) -> Option<NonZeroU64> {
    let older = revisions.iter().take_while(|revision| Some(revision.revision) != this);
    older.last().map(|revision| revision.revision)
}

fn revision(revision: &Revision) -> page::Revision {
    page::Revision {
        revision: format!("{:016x}", revision.revision),
        received_at: crate::index::rfc3339(revision.at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_revision_is_compared_with_the_one_before() {
        let number = |number| NonZeroU64::new(number).unwrap();
        let revisions: Vec<Revision> = [3, 1, 2].map(|it| Revision { revision: number(it), at: 0 }).into();
        assert_eq!(before(&revisions, Some(number(2))), Some(number(1)));
        assert_eq!(before(&revisions, Some(number(3))), None);
    }
}
