//! Opens a payload in the user's editor for repair.

use std::{io::Write, process::Command};

use anyhow::{Context, Result, anyhow, bail};
use console::stages::check_event;
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
    check_event(event, &saved)
        .map_err(|failure| anyhow!(failure.message))
        .with_context(|| format!("the saved payload cannot be replayed on {}", letter.subject))?;
    Ok(Some(saved))
}
