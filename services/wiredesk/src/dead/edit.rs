//! Repairing a payload in the user's editor.

use std::{io::Write, process::Command};

use anyhow::{Context, Result, bail};
use messages::{ArticleReceived, DecodeError, EntitiesTagged, Event, LanguageDetected, TextSegmented};
use runtime::{
    bus::{Bus, DeadLetter},
    settings::{Environment, ProcessEnvironment},
};

/// The editor where the environment names none.
const EDITOR: &str = "vi";

/// The payload as the user saved it; `None` where nothing was changed.
pub(super) fn edited(bus: &Bus, letter: &DeadLetter, payload: &[u8]) -> Result<Option<Vec<u8>>> {
    let mut file = tempfile::Builder::new().prefix("wiredesk-").suffix(".json").tempfile()?;
    file.write_all(payload)?;
    file.flush()?;
    let editor = ["VISUAL", "EDITOR"].iter().find_map(|name| ProcessEnvironment.variable(name));
    let editor = editor.unwrap_or_else(|| EDITOR.to_owned());
    // `EDITOR` may hold arguments, such as `code --wait`; a shell splits them as everywhere else.
    let status = Command::new("sh")
        .args(["-c", &format!("{editor} \"$1\""), "sh"])
        .arg(file.path())
        .status()
        .with_context(|| format!("cannot start the editor `{editor}`"))?;
    if !status.success() {
        bail!("the editor `{editor}` ended with {status}; nothing was replayed");
    }
    // By its name: editors often write a new file in place of the old.
    let saved = std::fs::read(file.path())?;
    if saved == payload {
        return Ok(None);
    }
    let event = bus.topology().subjects().event_of(&letter.subject).unwrap_or_default();
    check(event, &saved)
        .with_context(|| format!("what you saved cannot be replayed on {}", letter.subject))?;
    Ok(Some(saved))
}

/// Whether `payload` is the event that the subject promises.
fn check(event: &str, payload: &[u8]) -> Result<(), DecodeError> {
    match event {
        LanguageDetected::NAME => LanguageDetected::decode(payload).map(drop),
        TextSegmented::NAME => TextSegmented::decode(payload).map(drop),
        EntitiesTagged::NAME => EntitiesTagged::decode(payload).map(drop),
        _ => ArticleReceived::decode(payload).map(drop),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_saved_must_be_the_event_of_its_subject() {
        assert!(check("received", br#"{"body":"Rain."}"#).is_ok());
        assert!(check("received", b"{\"body\"").is_err());
        assert!(check("segmented", br#"{"body":"Rain."}"#).is_err());
    }
}
