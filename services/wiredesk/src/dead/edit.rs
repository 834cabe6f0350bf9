//! Opens a payload in the user's editor for repair.

use std::{io::Write, process::Command};

use anyhow::{Context, Result, bail};
use messages::{ArticleReceived, DecodeError, EntitiesTagged, Event, LanguageDetected, TextSegmented};
use runtime::{
    bus::{Bus, DeadLetter},
    settings::{Environment, ProcessEnvironment},
};

/// The editor if the environment names none.
const EDITOR: &str = "vi";

/// Returns the payload as the user saved it, or `None` if it is unchanged.
///
/// # Errors
///
/// Fails if the editor fails, or if the saved payload is not a valid event for the subject of the dead
/// letter.
pub(super) fn edited(bus: &Bus, letter: &DeadLetter, payload: &[u8]) -> Result<Option<Vec<u8>>> {
    let mut file = tempfile::Builder::new().prefix("wiredesk-").suffix(".json").tempfile()?;
    file.write_all(payload)?;
    file.flush()?;
    let editor = ["VISUAL", "EDITOR"].iter().find_map(|name| ProcessEnvironment.variable(name));
    let editor = editor.unwrap_or_else(|| EDITOR.to_owned());
    // `EDITOR` can hold arguments, such as `code --wait`. A shell splits them in the usual way.
    let status = Command::new("sh")
        .args(["-c", &format!("{editor} \"$1\""), "sh"])
        .arg(file.path())
        .status()
        .with_context(|| format!("cannot start the editor `{editor}`"))?;
    if !status.success() {
        bail!("the editor `{editor}` ended with {status}; nothing was replayed");
    }
    // Opened by its name, because many editors replace the file by a new one.
    let saved = std::fs::read(file.path())?;
    if saved == payload {
        return Ok(None);
    }
    let event = bus.topology().subjects().event_of(&letter.subject).unwrap_or_default();
    check(event, &saved)
        .with_context(|| format!("the saved payload cannot be replayed on {}", letter.subject))?;
    Ok(Some(saved))
}

/// Checks that `payload` is a valid event of the kind `event`.
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
    fn rejects_a_payload_that_is_not_the_event_of_its_subject() {
        assert!(check("received", br#"{"body":"Rain."}"#).is_ok());
        assert!(check("received", b"{\"body\"").is_err());
        assert!(check("segmented", br#"{"body":"Rain."}"#).is_err());
    }
}
