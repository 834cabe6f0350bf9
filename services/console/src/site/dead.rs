//! The pages of dead letters.

use std::sync::Arc;

use axum::{
    Extension, Form,
    extract::{Path, Query, RawForm, RawQuery, State},
};
use runtime::bus::{Bus, DeadLetter, PayloadPlace};

use super::{
    frame::{Page, check_form, frame, shown, wrong},
    try_it::{failure, view},
};
use crate::{
    letters::{self, Choice},
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

/// How many letters a page has.
const PAGE: usize = 100;

pub(crate) async fn letters(
    State(shared): State<Arc<Shared>>,
    Extension(caller): Extension<Caller>,
    Query(filter): Query<Filter>,
) -> Page {
    let found = list(&shared, &filter).await;
    let letters = found.unwrap_or_else(|problem| Letters {
        problem: Some(problem.message().to_owned()),
        ..Letters::default()
    });
    shown(page::list(&frame(&shared, &caller), &Letters { filter, ..letters }))
}

async fn list(shared: &Shared, filter: &Filter) -> Result<Letters, Problem> {
    let bus = shared.bus()?;
    let (letters, status) = (choice(filter, Vec::new()).letters(bus).await?, bus.status().await?);
    let matching = letters.len() as u64;
    let before: Option<u64> = filter.before.parse().ok();
    let shown =
        letters.into_iter().filter(|letter| before.is_none_or(|before| letter.sequence < before)).take(PAGE);
    Ok(Letters { letters: shown.collect(), matching, counts: status.dead, ..Letters::default() })
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
    RawForm(form): RawForm,
) -> Page {
    let frame = frame(&shared, &caller);
    let selection = selection(&form);
    check_form(&frame, &caller, &selection.csrf)?;
    let outcomes = act_on(&shared, &selection).await.map_err(|problem| wrong(&frame, &problem))?;
    shown(page::outcomes(&frame, &outcomes))
}

async fn act_on(shared: &Shared, selection: &Selection) -> Result<Outcomes, Problem> {
    let bus = shared.bus()?;
    let mut done = Vec::new();
    for letter in selected(shared, selection).await? {
        let fate = match selection.action {
            Action::Replay => letters::replay(bus, letter.sequence, None, false).await,
            Action::Drop => letters::drop_one(bus, letter.sequence).await,
        };
        done.push((letter, shown_fate(fate)));
    }
    Ok(Outcomes { action: selection.action, letters: done })
}

async fn selected(shared: &Shared, selection: &Selection) -> Result<Vec<DeadLetter>, Problem> {
    let chosen = if selection.matching { Vec::new() } else { selection.sequences.clone() };
    if !selection.matching && chosen.is_empty() {
        return Err(Problem::invalid("sequence", "no dead letter is chosen"));
    }
    let filter = if selection.matching { selection.filter.clone() } else { Filter::default() };
    choice(&filter, chosen).letters(shared.bus()?).await
}

pub(crate) async fn letter(
    State(shared): State<Arc<Shared>>,
    Extension(caller): Extension<Caller>,
    Path(sequence): Path<u64>,
) -> Page {
    let frame = frame(&shared, &caller);
    let (letter, _) = found(&shared, sequence).await.map_err(|problem| wrong(&frame, &problem))?;
    shown(page::letter(&frame, &letter))
}

/// Tries, replays or drops one letter.
pub(crate) async fn repair(
    State(shared): State<Arc<Shared>>,
    Extension(caller): Extension<Caller>,
    Path(sequence): Path<u64>,
    Form(repair): Form<Repair>,
) -> Page {
    let frame = frame(&shared, &caller);
    check_form(&frame, &caller, &repair.csrf)?;
    repaired(&shared, &frame, sequence, repair).await.map_err(|problem| wrong(&frame, &problem))?
}

async fn repaired(shared: &Shared, frame: &Frame, sequence: u64, repair: Repair) -> Result<Page, Problem> {
    let (mut letter, stage) = found(shared, sequence).await?;
    let bus = shared.bus()?;
    let (action, fate) = match repair.action {
        RepairAction::Try => {
            letter.trial = Some(tried(shared, stage, &repair.payload).await?);
            letter.draft = Some(repair.payload);
            return Ok(shown(page::letter(frame, &letter)));
        }
        RepairAction::ReplayEdited => {
            let edited = repair.payload.as_bytes();
            (Action::Replay, letters::replay(bus, sequence, Some(edited), false).await)
        }
        RepairAction::Replay => (Action::Replay, letters::replay(bus, sequence, None, false).await),
        RepairAction::Drop => (Action::Drop, letters::drop_one(bus, sequence).await),
    };
    let outcomes = Outcomes { action, letters: vec![(letter.letter, shown_fate(fate))] };
    Ok(shown(page::outcomes(frame, &outcomes)))
}

type Stage = Option<messages::StageName>;

async fn tried(shared: &Shared, stage: Stage, payload: &str) -> Result<Result<Box<View>, Failure>, Problem> {
    let Some(stage) = stage else { return Err(Problem::not_found("no stage takes such a payload")) };
    let payload = payload.as_bytes().to_vec();
    let made = shared.on_a_thread(move |stages| stages.run_one(stage, &payload)).await?;
    Ok(made.map(|event| Box::new(view(&event))).map_err(failure))
}

/// Returns a letter as its page shows it, and the stage that takes its payload.
async fn found(shared: &Shared, sequence: u64) -> Result<(page::Letter, Stage), Problem> {
    let bus = shared.bus()?;
    let found = bus.dead_letter(sequence).await?;
    let (letter, event) =
        found.ok_or_else(|| Problem::not_found("no dead letter has this number any more"))?;
    let stage = stage(bus, &letter);
    let payload = (letter.payload_place != PayloadPlace::Gone).then(|| event.payload.to_vec());
    Ok((page::Letter { letter, payload, headers: event.headers, draft: None, trial: None }, stage))
}

fn stage(bus: &Bus, letter: &DeadLetter) -> Stage {
    letters::stage(bus, letter)
}

fn choice(filter: &Filter, sequences: Vec<u64>) -> Choice {
    let Filter { stage, reason, since, before: _ } = filter.clone();
    Choice { stage, reason, since, sequences }
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
