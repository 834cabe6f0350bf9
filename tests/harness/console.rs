//! Starts a console and finds its address.

use std::process::Command;

use crate::{Process, wait_until};

/// Starts a console with `command`, and waits until it listens. Returns its address, too: `http://127.0.0.1:PORT`.
pub fn start_console(command: Command) -> (Process, String) {
    let console = Process::start(command);
    let address = wait_until("the address of a console", || listening(&console.stderr()));
    (console, address)
}

/// Finds the address in the console's log.
fn listening(log: &str) -> Option<String> {
    let (_, after) = log.split_once("http://127.0.0.1:")?;
    let port: String = after.chars().take_while(char::is_ascii_digit).collect();
    Some(format!("http://127.0.0.1:{port}"))
}
