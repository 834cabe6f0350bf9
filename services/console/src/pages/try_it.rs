//! The page on which a text is annotated as it is written. The stages run in the console; nothing is stored.

use maud::{Markup, html};
use serde::{Deserialize, Serialize};

use super::{
    Frame,
    article::{self, View},
    layout::{Refresh, Tab, layout},
    words,
};

/// What the form sends. Browsers send line breaks as CRLF; [`Draft::plain`] makes line feeds of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The headline; empty for none.
    pub headline: String,
    /// The text.
    pub body: String,
    /// The publisher; empty for none.
    pub source: String,
    /// The token of the form.
    pub csrf: String,
}

/// The page's state.
#[derive(Debug, Clone, Default)]
pub struct Trial {
    /// What the form sent, if anything.
    pub draft: Draft,
    /// The result. `None` as long as there is no text.
    pub result: Option<Result<Box<View>, Failure>>,
}

/// Why there is no result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The stage that failed: `detect`.
    pub stage: String,
    /// The code of the reason.
    pub code: String,
    /// The explanation.
    pub message: String,
}

impl Draft {
    /// Returns the draft with the line breaks that its writer sees.
    #[must_use]
    pub fn plain(self) -> Self {
        Self { headline: self.headline.trim().to_owned(), body: self.body.replace("\r\n", "\n"), ..self }
    }

    /// Returns the article as a publisher sends it: a JSON object.
    pub fn json(&self) -> String {
        let members = [("headline", &self.headline), ("source", &self.source), ("body", &self.body)];
        let members = members.into_iter().filter(|(name, value)| *name == "body" || !value.trim().is_empty());
        let members = members.map(|(name, value)| (name.to_owned(), value.as_str().into()));
        serde_json::Value::Object(members.collect()).to_string()
    }
}

/// Returns the page.
pub fn page(frame: &Frame, trial: &Trial) -> Markup {
    let content = html! {
        h1 { "Try it" }
        div.try {
            (form(frame, &trial.draft))
            section #result aria-label="Result" { (result(trial)) }
        }
    };
    layout(frame, Tab::Try, "Try it", &Refresh::default(), &content)
}

fn form(frame: &Frame, draft: &Draft) -> Markup {
    html! {
        form #try method="post" action="/try" {
            input type="hidden" name="csrf" value=(frame.csrf);
            label { "Headline" input #try-headline type="text" name="headline" value=(draft.headline) dir="auto" autocomplete="off"; }
            label { "Source" input #try-source type="text" name="source" value=(draft.source) dir="auto" autocomplete="off"; }
            label {
                "Text"
                // The first line feed after the tag is not part of the text.
                textarea #try-body name="body" rows="14" dir="auto" required { "\n" (draft.body) }
            }
            p.buttons {
                button type="submit" { "Annotate" }
                @if frame.rights.publish { button #publish.quiet type="submit" formaction="/articles" { "Publish" } }
            }
            p.small { "Annotating stores nothing. Publishing sends the article to the first stage." }
        }
    }
}

fn result(trial: &Trial) -> Markup {
    html! {
        @match &trial.result {
            None => p.empty { "Write or paste a news article." },
            Some(Ok(view)) => (article::of_text(view)),
            Some(Err(failure)) => (self::failure(failure)),
        }
    }
}

/// Says why a stage returned nothing.
pub(super) fn failure(failure: &Failure) -> Markup {
    html! {
        p.banner.bad role="alert" {
            strong { (words::reason(&failure.code)) } " (stage " (failure.stage) "): " bdi { (failure.message) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_becomes_the_json_of_a_publisher() {
        let draft = Draft { headline: " ".into(), body: "Rain.\r\nSnow.".into(), ..Draft::default() };
        assert_eq!(draft.plain().json(), r#"{"body":"Rain.\nSnow."}"#);
        let draft = Draft { headline: "Rain".into(), source: "AP".into(), ..Draft::default() };
        assert_eq!(draft.json(), r#"{"headline":"Rain","source":"AP","body":""}"#);
    }
}
