//! An action on many dead letters: first what would happen to how many, then what became of each.

use maud::{Markup, html};
use runtime::bus::DeadLetter;

use super::{Action, Confirmation, Fate, Outcomes};
use crate::pages::{
    Frame,
    layout::{Refresh, Tab, layout},
    query, words,
};

/// The letters that the first page names one by one.
const NAMED: usize = 200;

impl Action {
    fn infinitive(self) -> &'static str {
        match self {
            Self::Replay => "Replay",
            Self::Drop => "Drop",
        }
    }

    fn value(self) -> &'static str {
        match self {
            Self::Replay => "replay",
            Self::Drop => "drop",
        }
    }
}

/// Returns the page that says how many letters an action would touch, with the button that does it.
pub fn confirmation(frame: &Frame, confirmation: &Confirmation) -> Markup {
    let Confirmation { action, letters } = confirmation;
    let title = format!("{} {}?", action.infinitive(), words::counted(letters.len() as u64, "dead letter"));
    let before = letters.iter().filter(|letter| letter.replayed.is_some()).count();
    let content = html! {
        h1 { (title) }
        @if letters.is_empty() {
            p.empty { "No dead letter is chosen." }
        } @else {
            @match action {
                Action::Replay => p {
                    "Each is published again on its original subject."
                    @if before > 0 { " " (before) " of them were replayed before and are left alone." }
                },
                Action::Drop => p { strong { "This cannot be undone." } " Replay what may still be useful." },
            }
            (button(frame, *action, letters))
            ul.rows { @for letter in letters.iter().take(NAMED) { li.row { (name(letter)) } } }
            @if letters.len() > NAMED { p { "and " (words::count((letters.len() - NAMED) as u64)) " more" } }
        }
        p { a href="/dead" { "Back to the dead letters" } }
    };
    layout(frame, Tab::Dead, &title, &Refresh::default(), &content)
}

fn button(frame: &Frame, action: Action, letters: &[DeadLetter]) -> Markup {
    html! {
        form method="post" action="/dead/act" {
            input type="hidden" name="csrf" value=(frame.csrf);
            input type="hidden" name="action" value=(action.value());
            @for letter in letters { input type="hidden" name="sequence" value=(letter.sequence); }
            p.buttons {
                button #confirm type="submit" { (action.infinitive()) " " (words::counted(letters.len() as u64, "letter")) }
            }
        }
    }
}

/// Returns the page that says what became of each letter.
pub fn outcomes(frame: &Frame, outcomes: &Outcomes) -> Markup {
    let done =
        outcomes.letters.iter().filter(|(_, fate)| matches!(fate, Fate::Replayed(_) | Fate::Dropped)).count();
    let verb = match outcomes.action {
        Action::Replay => "Replayed",
        Action::Drop => "Dropped",
    };
    let title =
        format!("{verb} {} of {}", done, words::counted(outcomes.letters.len() as u64, "dead letter"));
    let content = html! {
        h1 { (title) }
        ul.rows {
            @for (letter, fate) in &outcomes.letters {
                li.row { (name(letter)) " " (self::fate(fate)) }
            }
        }
        p { a href="/dead" { "Back to the dead letters" } }
    };
    layout(frame, Tab::Dead, &title, &Refresh::default(), &content)
}

fn name(letter: &DeadLetter) -> Markup {
    html! {
        "number " (letter.sequence) " · "
        @match &letter.article {
            Some(id) => a href=(query::article(id)) { bdi { (id) } },
            None => "(unknown article)",
        }
        span.small { " " (words::reason(&letter.reason)) }
    }
}

fn fate(fate: &Fate) -> Markup {
    html! {
        @match fate {
            Fate::Replayed(number) => span.badge.good { "replayed as r" (number) },
            Fate::ReplayedBefore => span.badge { "left alone: replayed before" },
            Fate::Dropped => span.badge.good { "dropped" },
            Fate::Failed(why) => { span.badge.bad { "failed" } " " bdi { (why) } },
        }
    }
}
