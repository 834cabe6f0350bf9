//! The rules of alerts, and their newest matches.

use maud::{Markup, html};
use serde::{Deserialize, Serialize};

use super::{
    Frame,
    layout::{Refresh, Tab, layout},
    query, words,
};

/// The milliseconds between two looks.
const REFRESH_MS: u32 = 5_000;
/// How many rules are shown. There may be thousands.
const RULES: usize = 60;

/// What the address of the page selects.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Filter {
    /// The name of a rule. Empty for all.
    pub rule: String,
    /// The id of an article. Empty for all.
    pub article: String,
    /// The number of the match before which the page starts. Empty for the newest.
    pub before: String,
}

impl Filter {
    fn members(&self) -> [(&'static str, Option<&str>); 2] {
        [("rule", Some(&*self.rule)), ("article", Some(&*self.article))]
    }
}

/// One page of matches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Alerts {
    /// What the address selects.
    pub filter: Filter,
    /// The rules that had matches, those with the newest ones first.
    pub rules: Vec<Rule>,
    /// The matches, newest first.
    pub matches: Vec<Match>,
    /// Where the next page begins, if there are older matches.
    pub older: Option<u64>,
    /// Whether the pipeline has no stream of alerts.
    pub is_missing: bool,
}

/// A rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rule {
    /// The name.
    pub name: String,
    /// The number of matches.
    pub matches: u64,
    /// When the newest one was stored (RFC 3339).
    pub newest_at: String,
}

/// A match of a rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Match {
    /// The name of the rule.
    pub rule: String,
    /// The article's id.
    pub article: String,
    /// The headline; empty if the article has none.
    pub headline: String,
    /// The tag of the language.
    pub language: String,
    /// The publisher.
    pub source: Option<String>,
    /// When it was stored (RFC 3339).
    pub stored_at: String,
    /// The texts that matched.
    pub found: Vec<String>,
}

/// Returns the page.
pub fn page(frame: &Frame, alerts: &Alerts) -> Markup {
    let content = html! {
        h1 { "Alerts" }
        @if alerts.is_missing {
            p.empty {
                "This pipeline has no alerts. Run " code { "wiredesk setup --alerts" } " once, and "
                code { "wiredesk alerts run RULES" } " beside the workers. It tells which articles match saved searches."
            }
        } @else {
            (rules(alerts))
            (filter(&alerts.filter))
            (matches(alerts))
            (turn(alerts))
        }
    };
    let is_first = alerts.filter.before.is_empty();
    let refresh = Refresh { every_ms: is_first.then_some(REFRESH_MS), events: None };
    layout(frame, Tab::Alerts, "Alerts", &refresh, &content)
}

fn rules(alerts: &Alerts) -> Markup {
    let chosen = &alerts.filter.rule;
    html! {
        @if !alerts.rules.is_empty() {
            nav.reasons aria-label="Rules" {
                a href="/alerts" aria-current=[chosen.is_empty().then_some("true")] { strong { "All rules" } }
                @for rule in alerts.rules.iter().take(RULES) {
                    a href=(query::with("/alerts", [("rule", Some(&*rule.name))]))
                        aria-current=[(*chosen == rule.name).then_some("true")] {
                        strong { (words::count(rule.matches)) } " " bdi { (rule.name) }
                        span.small { "last " (words::time(&rule.newest_at)) }
                    }
                }
            }
            @if alerts.rules.len() > RULES {
                p.small { "The " (RULES) " rules with the newest matches, of " (words::count(alerts.rules.len() as u64)) "." }
            }
        }
    }
}

fn filter(filter: &Filter) -> Markup {
    html! {
        form.filters method="get" action="/alerts" role="search" {
            label { "Rule" input #filter-rule type="text" name="rule" value=(filter.rule) autocomplete="off"; }
            label { "Article" input #filter-article type="text" name="article" value=(filter.article) dir="auto" autocomplete="off"; }
            button type="submit" { "Filter" }
            @if !filter.rule.is_empty() || !filter.article.is_empty() { a.button.quiet href="/alerts" { "Show all" } }
        }
    }
}

fn matches(alerts: &Alerts) -> Markup {
    let filter = &alerts.filter;
    html! {
        @if !alerts.matches.is_empty() {
            ul.rows { @for found in &alerts.matches { (row(found)) } }
        } @else if filter.rule.is_empty() && filter.article.is_empty() {
            p.empty { "No alerts yet. They come from " code { "wiredesk alerts run RULES" } ", which must run beside the workers." }
        } @else {
            p.empty { "No alert matches. " a href="/alerts" { "Show all" } }
        }
    }
}

fn row(found: &Match) -> Markup {
    let headline =
        if found.headline.trim().is_empty() { found.article.as_str() } else { found.headline.as_str() };
    html! {
        li.row {
            a.headline href=(query::article(&found.article)) dir="auto" lang=(found.language) { (headline) }
            p.details {
                a href=(query::with("/alerts", [("rule", Some(&*found.rule))])) { bdi { (found.rule) } }
                " · " (words::time(&found.stored_at))
                @if let Some(source) = &found.source { " · " bdi { (source) } }
                " · " (words::language(&found.language))
            }
            @if !found.found.is_empty() {
                ul.keywords { @for text in &found.found { li { bdi { (text) } } } }
            }
        }
    }
}

fn turn(alerts: &Alerts) -> Markup {
    let first = query::with("/alerts", alerts.filter.members());
    let older = alerts.older.map(|older| older.to_string());
    html! {
        nav.turn aria-label="Older and newer alerts" {
            @if !alerts.filter.before.is_empty() { a href=(first) { "Newest" } }
            @if let Some(older) = older.as_deref() { a href=(query::with(&first, [("before", Some(older))])) { "Older" } }
        }
    }
}
