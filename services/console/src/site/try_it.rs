//! The page on which a text is annotated or published.

use std::{sync::Arc, time::Duration};

use axum::{
    Extension, Form,
    extract::State,
    response::{IntoResponse, Redirect},
};
use formats::Enriched;
use messages::{Article, subjects::Lane};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::frame::{Page, check_form, frame, shown, wrong};
use crate::{
    api,
    extract::Checked,
    index::{Kind, revision_number},
    pages::{
        article::View,
        try_it::{self as page, Draft, Failure, Trial},
    },
    problem::Problem,
    security::Caller,
    stages::{self, StageFailure},
    state::Shared,
};

/// How long a published article may take to the index.
const PATIENCE: Duration = Duration::from_secs(2);

pub(crate) async fn empty(State(shared): State<Arc<Shared>>, Extension(caller): Extension<Caller>) -> Page {
    shown(page::page(&frame(&shared, &caller), &Trial::default()))
}

/// Runs the stages on a draft. Nothing is stored.
pub(crate) async fn annotate(
    State(shared): State<Arc<Shared>>,
    Extension(caller): Extension<Caller>,
    Checked(Form(draft)): Checked<Form<Draft>>,
) -> Page {
    let frame = frame(&shared, &caller);
    check_form(&frame, &caller, &draft.csrf)?;
    let draft = draft.plain();
    let result = if draft.body.trim().is_empty() {
        None
    } else {
        let payload = draft.json();
        let made = shared.on_a_thread(move |stages| stages.annotate(payload.as_bytes())).await;
        let made = made.map_err(|problem| wrong(&frame, &problem))?;
        Some(made.map(|event| Box::new(view(&event))).map_err(failure))
    };
    shown(page::page(&frame, &Trial { draft, result }))
}

/// Publishes a draft, and goes to its article.
pub(crate) async fn publish(
    State(shared): State<Arc<Shared>>,
    Extension(caller): Extension<Caller>,
    Checked(Form(draft)): Checked<Form<Draft>>,
) -> Page {
    let frame = frame(&shared, &caller);
    check_form(&frame, &caller, &draft.csrf)?;
    let draft = draft.plain();
    let event = match stages::received(draft.json().as_bytes()) {
        Ok(event) => event,
        Err(error) => return shown(page::page(&frame, &Trial { draft, result: Some(Err(failure(error))) })),
    };
    let stored: Result<_, Problem> = async {
        let publisher = shared.bus()?.publisher(Lane::Live).await?;
        api::store(&shared, &publisher, &event).await
    }
    .await;
    match stored {
        Ok(_) => {
            // If it takes longer, the article's page says so.
            let (id, revision) = (&event.article.id, revision_number(&event.article.revision));
            shared.indexed(PATIENCE, |index| index.newest(id, Kind::Received, revision)).await;
            Ok(Redirect::to(&address(&event.article)).into_response())
        }
        Err(problem) => Err(wrong(&frame, &problem)),
    }
}

fn address(article: &Article) -> String {
    format!("/articles/{}", utf8_percent_encode(&article.id, NON_ALPHANUMERIC))
}

/// Returns the view of an event that is not on the bus.
pub(super) fn view(event: &[u8]) -> View {
    let json = String::from_utf8_lossy(event).into_owned();
    // The stages make only what can be read.
    let read = Enriched::read(event).unwrap_or_else(|| Enriched {
        article: Article::from_body(""),
        language: None,
        segments: None,
        entities: None,
        summary: None,
        provenance: Vec::new(),
    });
    View::of_text(read, json)
}

/// Returns a stage's failure as the pages show it.
pub(super) fn failure(failure: StageFailure) -> Failure {
    Failure { stage: failure.stage.to_string(), code: failure.code.to_owned(), message: failure.message }
}
