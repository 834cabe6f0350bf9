//! The list of dead letters: how many by reason, then each, with actions on those that are chosen.

use maud::{Markup, html};
use runtime::bus::{DeadCount, DeadLetter};

use super::{Filter, Letters};
use crate::pages::{
    Frame,
    layout::{Refresh, Tab, layout},
    query, words,
};

/// Returns the page.
pub fn page(frame: &Frame, letters: &Letters) -> Markup {
    let content = html! {
        h1 { "Dead letters" }
        @if let Some(problem) = &letters.problem { p.banner.bad role="alert" { (problem) } }
        @if letters.counts.is_empty() {
            p.empty { "No dead letters. Articles that can never be processed come here, with their payload and the reason." }
        } @else {
            (counts(letters))
            (since(&letters.filter))
            (selection(frame, letters))
            (turn(letters))
        }
    };
    layout(frame, Tab::Dead, "Dead letters", &Refresh::default(), &content)
}

/// Links the reasons, those with most letters that were not replayed first.
fn counts(letters: &Letters) -> Markup {
    let mut counts: Vec<&DeadCount> = letters.counts.iter().collect();
    counts.sort_by_key(|count| std::cmp::Reverse(open(count)));
    let filter = &letters.filter;
    html! {
        nav.reasons aria-label="Reasons" {
            a href="/dead" aria-current=[filter.is_empty().then_some("true")] { strong { "All" } }
            @for count in counts {
                @let is_chosen = filter.stage == count.stage && filter.reason == count.reason;
                a href=(query::with("/dead", [("stage", Some(&*count.stage)), ("reason", Some(&*count.reason))]))
                    aria-current=[is_chosen.then_some("true")] {
                    strong { (words::count(open(count) as u64)) }
                    " " (words::reason(&count.reason))
                    span.small { (count.stage) @if count.replayed > 0 { ", " (count.replayed) " replayed" } }
                }
            }
        }
    }
}

fn open(count: &DeadCount) -> usize {
    count.articles.saturating_sub(count.replayed)
}

impl Filter {
    fn is_empty(&self) -> bool {
        self.members().iter().all(|(_, value)| value.is_none_or(str::is_empty))
    }
}

fn since(filter: &Filter) -> Markup {
    html! {
        form.filters method="get" action="/dead" {
            (hidden(filter, false))
            label { "Since" input #filter-since type="text" name="since" value=(filter.since) placeholder="2h" autocomplete="off"; }
            button type="submit" { "Filter" }
        }
    }
}

/// Repeats the filter in a form.
fn hidden(filter: &Filter, with_since: bool) -> Markup {
    html! {
        @for (name, value) in filter.members() {
            @if let Some(value) = value.filter(|value| !value.is_empty() && (with_since || name != "since")) {
                input type="hidden" name=(name) value=(value);
            }
        }
    }
}

/// Lists the letters in a form. Choosing changes nothing: the form leads to a page that says what would happen.
fn selection(frame: &Frame, letters: &Letters) -> Markup {
    let operates = frame.rights.operate;
    html! {
        form #letters method="get" action="/dead/confirm" {
            (hidden(&letters.filter, true))
            @if operates && !letters.letters.is_empty() { (actions(letters.matching)) }
            @if letters.letters.is_empty() { p.empty { "No dead letter matches. " a href="/dead" { "Show all" } } }
            ul.rows { @for letter in &letters.letters { (row(letter, operates)) } }
        }
    }
}

fn actions(matching: u64) -> Markup {
    let all = format!("all {}", words::count(matching));
    html! {
        p.buttons {
            button type="submit" name="action" value="replay" { "Replay chosen" }
            button.quiet type="submit" name="action" value="drop" { "Drop chosen" }
            button.quiet type="submit" name="action" value="replay_matching" { "Replay " (all) }
            button.quiet type="submit" name="action" value="drop_matching" { "Drop " (all) }
            button #choose-all.quiet type="button" hidden { "Choose those on this page" }
        }
    }
}

fn row(letter: &DeadLetter, operates: bool) -> Markup {
    let article = letter.article.as_deref().unwrap_or("(unknown article)");
    html! {
        li.row.letter {
            @if operates {
                input type="checkbox" name="sequence" value=(letter.sequence)
                    aria-label={ "Choose dead letter " (letter.sequence) };
            }
            div {
                a.headline href={ "/dead/" (letter.sequence) } { bdi { (article) } }
                @if let Some(replay) = letter.replayed { " " span.badge.good { "replayed as r" (replay) } }
                p { (words::reason(&letter.reason)) }
                p.small { bdi { (letter.error) } }
                p.details {
                    "number " (letter.sequence) " · " (letter.stage) " · " (words::time(&letter.set_aside_at))
                    " · " "deliveries " (letter.deliveries)
                }
            }
        }
    }
}

fn turn(letters: &Letters) -> Markup {
    let filter = &letters.filter;
    let last = letters.letters.last().map(|letter| letter.sequence.to_string());
    let older = last
        .filter(|_| letters.has_older)
        .map(|last| query::with(&query::with("/dead", filter.members()), [("before", Some(&*last))]));
    html! {
        nav.turn aria-label="Older and newer letters" {
            @if !filter.before.is_empty() { a href=(query::with("/dead", filter.members())) { "Newest" } }
            @if let Some(older) = older { a href=(older) { "Older" } }
        }
    }
}
