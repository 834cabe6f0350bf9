//! The pages of dead letters.

use std::sync::Arc;

use axum::{
    Extension, Form,
    extract::{Path, Query, RawForm, RawQuery, State},
};
use messages::StageName;
use runtime::bus::{DeadLetter, PayloadPlace, StoredEvent};

use super::{
    frame::{Page, check_form, frame, shown, wrong},
    try_it::{failure, view},
};
use crate::{
    extract::Checked,
    letters::{self, Act, Choice},
    pages::{
        Frame,
        article::View,
        dead::{
            self as page, Action, Confirmation, Fate, Filter, Letters, Outcomes, Repair, RepairAction,
            Selection,
        },
        try_it::Failure,
    },
    problem::Problem,
    security::Caller,
    state::Shared,
};

pub(crate) async fn letters(
    State(shared): State<Arc<Shared>>,
    Extension(caller): Extension<Caller>,
    Checked(Query(filter)): Checked<Query<Filter>>,
) -> Page {
    let found = list(&shared, &filter).await;
    let letters = found.unwrap_or_else(|problem| Letters {
        problem: Some(problem.message().to_owned()),
        ..Letters::default()
    });
    shown(page::list(&frame(&shared, &caller), &Letters { filter, ..letters }))
}

async fn list(shared: &Shared, filter: &Filter) -> Result<Letters, Problem> {
    let found = choice(filter).page(shared.bus()?, filter.before.parse().ok()).await?;
    Ok(Letters {
        letters: found.letters,
        matching: found.matching as u64,
        has_older: found.next.is_some(),
        counts: found.counts,
        ..Letters::default()
    })
}

/// Says what an action on many would do.
pub(crate) async fn confirm(
    State(shared): State<Arc<Shared>>,
    Extension(caller): Extension<Caller>,
    RawQuery(query): RawQuery,
) -> Page {
    let frame = frame(&shared, &caller);
    let selection = selection(query.unwrap_or_default().as_bytes());
    let letters = selected(&shared, &selection).await.map_err(|problem| wrong(&frame, &problem))?;
    shown(page::confirmation(&frame, &Confirmation { action: selection.action, letters }))
}

/// Acts on many letters.
pub(crate) async fn act(
    State(shared): State<Arc<Shared>>,
    Extension(caller): Extension<Caller>,
    Checked(RawForm(form)): Checked<RawForm>,
) -> Page {
    let frame = frame(&shared, &caller);
    let selection = selection(&form);
    check_form(&frame, &caller, &selection.csrf)?;
    let outcomes = act_on(&shared, &selection).await.map_err(|problem| wrong(&frame, &problem))?;
    shown(page::outcomes(&frame, &outcomes))
}

async fn act_on(shared: &Shared, selection: &Selection) -> Result<Outcomes, Problem> {
    let selected = selected(shared, selection).await?;
    let done = letters::act_on_all(shared.bus()?, selected, act_of(selection.action)).await;
    let letters = done.into_iter().map(|(letter, fate)| (letter, shown_fate(fate))).collect();
    Ok(Outcomes { action: selection.action, letters })
}

fn act_of(action: Action) -> Act<'static> {
    match action {
        Action::Replay => Act::Replay { edited: None, again: false },
        Action::Drop => Act::Drop,
    }
}

async fn selected(shared: &Shared, selection: &Selection) -> Result<Vec<DeadLetter>, Problem> {
    let choice = if selection.matching {
        choice(&selection.filter)
    } else if selection.sequences.is_empty() {
        return Err(Problem::invalid("sequence", "no dead letter is chosen"));
    } else {
        Choice { sequences: selection.sequences.iter().copied().collect(), ..Choice::default() }
    };
    letters::few(choice.letters(shared.bus()?).await?)
}

pub(crate) async fn letter(
    State(shared): State<Arc<Shared>>,
    Extension(caller): Extension<Caller>,
    Checked(Path(sequence)): Checked<Path<u64>>,
) -> Page {
    let frame = frame(&shared, &caller);
    let (letter, event) = found(&shared, sequence).await.map_err(|problem| wrong(&frame, &problem))?;
    shown(page::letter(&frame, &view_of(letter, &event)))
}

/// Tries, replays or drops one letter.
pub(crate) async fn repair(
    State(shared): State<Arc<Shared>>,
    Extension(caller): Extension<Caller>,
    Checked(Path(sequence)): Checked<Path<u64>>,
    Checked(Form(repair)): Checked<Form<Repair>>,
) -> Page {
    let frame = frame(&shared, &caller);
    check_form(&frame, &caller, &repair.csrf)?;
    repaired(&shared, &frame, sequence, repair).await.map_err(|problem| wrong(&frame, &problem))?
}

async fn repaired(shared: &Shared, frame: &Frame, sequence: u64, repair: Repair) -> Result<Page, Problem> {
    let (letter, event) = found(shared, sequence).await?;
    let bus = shared.bus()?;
    let act = match repair.action {
        RepairAction::Try => {
            let trial = tried(shared, letters::stage(bus, &letter), &repair.payload).await?;
            let view = view_of(letter, &event);
            let view = page::Letter { trial: Some(trial), draft: Some(repair.payload), ..view };
            return Ok(shown(page::letter(frame, &view)));
        }
        RepairAction::ReplayEdited => Act::Replay { edited: Some(repair.payload.as_bytes()), again: false },
        RepairAction::Replay => act_of(Action::Replay),
        RepairAction::Drop => act_of(Action::Drop),
    };
    let action = if matches!(act, Act::Drop) { Action::Drop } else { Action::Replay };
    let fate = shown_fate(letters::act_on(bus, &letter, &event, act).await);
    Ok(shown(page::outcomes(frame, &Outcomes { action, letters: vec![(letter, fate)] })))
}

async fn tried(
    shared: &Shared,
    stage: Option<StageName>,
    payload: &str,
) -> Result<Result<Box<View>, Failure>, Problem> {
    let Some(stage) = stage else { return Err(Problem::not_found("no stage takes such a payload")) };
    let payload = payload.as_bytes().to_vec();
    let made = shared.on_a_thread(move |stages| stages.run_one(stage, &payload)).await?;
    Ok(made.map(|event| Box::new(view(&event))).map_err(failure))
}

/// Returns a letter with its stored message.
async fn found(shared: &Shared, sequence: u64) -> Result<(DeadLetter, StoredEvent), Problem> {
    let found = shared.bus()?.dead_letter(sequence).await?;
    found.ok_or_else(|| Problem::not_found("no dead letter has this number any more"))
}

/// Returns a letter as its page shows it.
fn view_of(letter: DeadLetter, event: &StoredEvent) -> page::Letter {
    let payload = (letter.payload_place != PayloadPlace::Gone).then(|| event.payload.to_vec());
    page::Letter { letter, payload, headers: event.headers.all(), draft: None, trial: None }
}

fn choice(filter: &Filter) -> Choice {
    let Filter { stage, reason, since, before: _ } = filter.clone();
    Choice { stage, reason, since, ..Choice::default() }
}

/// Reads a form in which a field may occur many times.
fn selection(form: &[u8]) -> Selection {
    let members: Vec<_> = form_urlencoded::parse(form).collect();
    Selection::from_members(members.iter().map(|(name, value)| (&**name, &**value)))
}

fn shown_fate(fate: letters::Fate) -> Fate {
    match fate {
        letters::Fate::Replayed { replay } => Fate::Replayed(replay),
        letters::Fate::ReplayedBefore => Fate::ReplayedBefore,
        letters::Fate::Dropped => Fate::Dropped,
        letters::Fate::Failed { message } => Fate::Failed(message),
    }
}
