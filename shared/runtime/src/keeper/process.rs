//! The keeper, and the process it keeps.

use std::{
    env,
    fs::File,
    io,
    os::{
        fd::AsFd,
        unix::process::{CommandExt, ExitStatusExt},
    },
    process::{ExitCode, ExitStatus},
    sync::Arc,
    time::Duration,
};

use rustix::{
    fs::{MemfdFlags, memfd_create},
    process::{Pid, Signal, getppid, kill_process, set_parent_process_death_signal},
};
use tokio::{
    process::{Child, Command},
    time::timeout,
};
use tracing::{error, warn};

use super::in_hand::{self, InHand};
use crate::{
    bus::{Bus, Patience},
    settings::{Problems, ProcessEnvironment, WorkerArgs, WorkerSettings},
    shutdown, telemetry,
    worker::{self, Failure, exit_code},
};

/// Tells a process the number of its keeper.
const KEEPER: &str = "WIREDESK_KEEPER";
/// How long handing back may take: after that, the ack wait is as quick.
const HAND_BACK: Duration = Duration::from_secs(10);

/// Runs `work`, which is a worker with the settings in `arguments`, in a process of its own, and waits for its end.
///
/// In that process, this runs `work` and nothing else; so it does for a `command` beside working, and where there can be
/// no second process.
pub fn keep(
    arguments: &WorkerArgs,
    command: Option<worker::Command>,
    work: impl FnOnce() -> Result<(), Failure>,
) -> ExitCode {
    if command.is_some() {
        return exit_code(work());
    }
    if let Some(keeper) = env::var_os(KEEPER) {
        return match die_with(&keeper) {
            Ok(()) => exit_code(work()),
            Err(error) => exit_code(Err(error.into())),
        };
    }
    match start() {
        Ok((runtime, child, noted)) => runtime.block_on(wait(child, &noted, arguments)),
        // Rare enough that nobody misses it: no `/proc`, no memory for a second process.
        Err(_) => exit_code(work()),
    }
}

/// Where this process notes what it has in hand; `None` without a keeper.
pub(crate) fn notes() -> Option<Arc<InHand>> {
    env::var_os(KEEPER)?;
    let noted = io::stdin().as_fd().try_clone_to_owned().ok()?;
    Some(InHand::new(File::from(noted)))
}

/// Has this process end when its keeper does.
fn die_with(keeper: &std::ffi::OsStr) -> io::Result<()> {
    set_parent_process_death_signal(Some(Signal::KILL))?;
    // It may have died before we asked.
    let parent = getppid().map(|parent| parent.as_raw_nonzero().to_string());
    if parent.is_some_and(|parent| keeper == parent.as_str()) {
        Ok(())
    } else {
        Err(io::Error::other(format!("{KEEPER} is set, and not by this process's keeper: unset it")))
    }
}

/// Starts this program again as the process that works, with a file for its notes.
fn start() -> io::Result<(tokio::runtime::Runtime, Child, File)> {
    let noted = File::from(memfd_create("in-hand", MemfdFlags::CLOEXEC)?);
    let mut command = std::process::Command::new(env::current_exe()?);
    command
        .args(env::args_os().skip(1))
        .env(KEEPER, std::process::id().to_string())
        .stdin(noted.try_clone()?);
    // What a terminal sends, it sends to its keeper alone.
    command.process_group(0);
    if let Some(name) = env::args_os().next() {
        command.arg0(name);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let inside = runtime.enter();
    let child = Command::from(command).spawn()?;
    drop(inside);
    Ok((runtime, child, noted))
}

/// Passes signals on until the process ends; then hands back what it had in hand.
async fn wait(mut child: Child, noted: &File, arguments: &WorkerArgs) -> ExitCode {
    let status = loop {
        let process = child.id().and_then(|id| Pid::from_raw(id.cast_signed()));
        tokio::select! {
            ended = child.wait() => break ended,
            Ok(_) = shutdown::requested() => {
                // It fails only where the process has just ended.
                let _ = process.map(|process| kill_process(process, Signal::TERM));
            }
        }
    };
    match status {
        Ok(status) => {
            if !status.success() {
                look_after(status, noted, arguments).await;
            }
            code(status)
        }
        Err(error) => exit_code(Err(error.into())),
    }
}

/// Hands back what a process had in hand that ended in an error.
async fn look_after(status: ExitStatus, noted: &File, arguments: &WorkerArgs) {
    let mut problems = Problems::default();
    let settings = arguments.resolve(&ProcessEnvironment, &mut problems);
    // The process has said what is wrong with them.
    let Ok(settings) = problems.or(settings) else { return };
    telemetry::init(&settings.log, settings.log_format);
    if let Some(signal) = status.signal() {
        error!(signal, "the worker's process was ended by a signal");
    }
    match in_hand::left(noted) {
        Ok(left) if left.is_empty() => {}
        Ok(left) => hand_back(&settings, left).await,
        Err(error) => {
            warn!(%error, "cannot read what the worker had in hand; it comes again after the ack wait");
        }
    }
}

async fn hand_back(settings: &WorkerSettings, left: Vec<String>) {
    let deliveries = left.len();
    let handing = async {
        let bus = Bus::connect(&settings.connection, "keeper", Patience::Once).await?;
        bus.hand_back(left).await?;
        Ok::<_, Failure>(())
    };
    match timeout(HAND_BACK, handing).await {
        Ok(Ok(())) => warn!(deliveries, "handed back what the worker had in hand"),
        Ok(Err(error)) => warn!(deliveries, %error, "cannot hand back, they come again after the ack wait"),
        Err(_) => warn!(deliveries, "cannot hand back in time, they come again after the ack wait"),
    }
}

/// The process's own exit code, or 128 and the number of its signal, as shells have it.
fn code(status: ExitStatus) -> ExitCode {
    let code = status.code().or_else(|| status.signal().map(|signal| 128 + signal));
    ExitCode::from(code.and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exit_code_is_passed_on_and_a_signal_is_told() {
        let of = |raw| format!("{:?}", code(ExitStatus::from_raw(raw)));
        let expected = |code| format!("{:?}", ExitCode::from(code));
        assert_eq!(of(0), expected(0));
        assert_eq!(of(2 << 8), expected(2));
        assert_eq!(of(6), expected(134));
        assert_eq!(of(9), expected(137));
    }
}
