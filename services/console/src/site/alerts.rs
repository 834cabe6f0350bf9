//! `GET /alerts`: the rules and their newest matches.

use std::sync::Arc;

use axum::{
    Extension,
    extract::{Query, State},
};

use super::frame::{Page, frame, shown};
use crate::{
    api,
    extract::Checked,
    index::{Index, Kind, Match, Rule, rfc3339},
    pages::alerts::{self as page, Alerts, Filter},
    security::Caller,
    state::Shared,
};

pub(crate) async fn alerts(
    State(shared): State<Arc<Shared>>,
    Extension(caller): Extension<Caller>,
    Checked(Query(filter)): Checked<Query<Filter>>,
) -> Page {
    let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let (rule, article) = (given(&filter.rule), given(&filter.article));
    let (rules, matches, older) = {
        let index = shared.index();
        let before = filter.before.parse().ok();
        let (matches, older) = index.matches(rule.as_deref(), article.as_deref(), before, api::ALERTS_PAGE);
        let matches = matches.iter().map(|found| shown_match(found, &index)).collect();
        (index.rules(), matches, older)
    };
    let alerts = Alerts {
        filter,
        rules: rules.into_iter().map(shown_rule).collect(),
        matches,
        older,
        is_missing: shared.has(Kind::Alerts).is_err(),
    };
    shown(page::page(&frame(&shared, &caller), &alerts))
}

fn shown_rule(rule: Rule) -> page::Rule {
    page::Rule { name: rule.rule, matches: rule.matches, newest_at: rfc3339(rule.newest.0) }
}

/// Returns a match as the page shows it. Many publishers send the headline in the body, where the index knows it.
fn shown_match(found: &Match, index: &Index) -> page::Match {
    let in_body = || index.row(&found.article)?.headline;
    page::Match {
        rule: found.rule.clone(),
        article: found.article.clone(),
        headline: found.headline.clone().or_else(in_body).unwrap_or_default(),
        language: found.language.clone(),
        source: found.source.clone(),
        stored_at: rfc3339(found.at.0),
        found: found.found.clone(),
    }
}
