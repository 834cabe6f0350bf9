//! The supervisor on Linux, and the worker process that it starts.

use std::{
    env,
    ffi::OsStr,
    fs::File,
    io,
    os::unix::process::{CommandExt, ExitStatusExt},
    process::{ExitCode, ExitStatus},
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

use crate::{
    bus::{Bus, Patience},
    causes::with_causes,
    in_flight::{SUPERVISOR, unsettled},
    settings::{Problems, ProcessEnvironment, WorkerArgs, WorkerSettings},
    shutdown::{Request, Signals},
    telemetry,
    worker::{self, Failure, exit_code},
};

/// How long returning deliveries may take. After that, the ack timeout redelivers them just as soon.
const RETURN_TIMEOUT: Duration = Duration::from_secs(10);

/// Runs a worker in a second process and waits for its end. `arguments` are the worker's settings.
///
/// The second process is this program again. There, this function just runs `work`. It also does so for a
/// `command` other than working, and where no second process can be started.
pub fn supervise(
    arguments: &WorkerArgs,
    command: Option<worker::Command>,
    work: impl FnOnce() -> Result<(), Failure>,
) -> ExitCode {
    if command.is_some() {
        return exit_code(work());
    }
    if let Some(supervisor) = env::var_os(SUPERVISOR) {
        return match die_with(&supervisor) {
            Ok(()) => exit_code(work()),
            Err(error) => exit_code(Err(error.into())),
        };
    }
    match start() {
        Ok((runtime, signals, child, ledger)) => runtime.block_on(wait(signals, child, &ledger, arguments)),
        // A system without `/proc` or without memory for a second process is too rare to report.
        Err(_) => exit_code(work()),
    }
}

/// Asks the kernel to kill this process when its supervisor dies.
fn die_with(supervisor: &OsStr) -> io::Result<()> {
    set_parent_process_death_signal(Some(Signal::KILL))?;
    // The supervisor may have died before the call above. Then this process has another parent.
    let parent = getppid().map(|parent| parent.as_raw_nonzero().to_string());
    if parent.is_some_and(|parent| supervisor == parent.as_str()) {
        Ok(())
    } else {
        Err(io::Error::other(format!(
            "{SUPERVISOR} is set, but not by the supervisor of this process: unset it"
        )))
    }
}

/// Starts this program again as the worker process, with an empty ledger as its standard input.
fn start() -> io::Result<(tokio::runtime::Runtime, Signals, Child, File)> {
    let ledger = File::from(memfd_create("in-flight", MemfdFlags::CLOEXEC)?);
    let mut command = std::process::Command::new(env::current_exe()?);
    command
        .args(env::args_os().skip(1))
        .env(SUPERVISOR, std::process::id().to_string())
        .stdin(ledger.try_clone()?);
    // A terminal sends its signals to a whole process group. In its own group the worker gets them once, from
    // the supervisor.
    command.process_group(0);
    if let Some(name) = env::args_os().next() {
        command.arg0(name);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let inside = runtime.enter();
    let signals = Signals::handled()?;
    let child = Command::from(command).spawn()?;
    drop(inside);
    Ok((runtime, signals, child, ledger))
}

/// Passes signals on until the worker process ends. Returns its in-flight deliveries if it ended with an
/// error.
async fn wait(mut signals: Signals, mut child: Child, ledger: &File, arguments: &WorkerArgs) -> ExitCode {
    let status = loop {
        let process = child.id().and_then(|id| Pid::from_raw(id.cast_signed()));
        let request = tokio::select! {
            ended = child.wait() => break ended,
            request = signals.next() => request,
        };
        let signal = match request {
            Request::Stop(_) => Signal::TERM,
            Request::Hangup => Signal::HUP,
            Request::Nothing => continue,
        };
        // This fails only if the process has just ended.
        let _ = process.map(|process| kill_process(process, signal));
    };
    match status {
        Ok(status) => {
            if !status.success() {
                recover(status, ledger, arguments).await;
            }
            code(status)
        }
        Err(error) => exit_code(Err(error.into())),
    }
}

/// Returns the in-flight deliveries of a worker process that ended with an error.
async fn recover(status: ExitStatus, ledger: &File, arguments: &WorkerArgs) {
    let mut problems = Problems::default();
    let settings = arguments.resolve(&ProcessEnvironment, &mut problems);
    // The worker process has already reported problems with the settings.
    let Ok(settings) = problems.or(settings) else { return };
    telemetry::init(&settings.logging.filter, settings.logging.format);
    if let Some(signal) = status.signal() {
        error!(signal, "worker process killed by a signal");
    }
    match unsettled(ledger) {
        Ok(replies) if replies.is_empty() => {}
        Ok(replies) => return_deliveries(&settings, replies).await,
        Err(error) => {
            warn!(%error, "cannot read the in-flight deliveries, they are redelivered after the ack timeout");
        }
    }
}

async fn return_deliveries(settings: &WorkerSettings, replies: Vec<String>) {
    let deliveries = replies.len();
    let returning = async {
        let bus = Bus::connect(&settings.connection, "supervisor", Patience::Once).await?;
        bus.return_deliveries(replies).await?;
        Ok::<_, Failure>(())
    };
    match timeout(RETURN_TIMEOUT, returning).await {
        Ok(Ok(())) => warn!(deliveries, "in-flight deliveries returned"),
        Ok(Err(error)) => {
            let error = with_causes(&error);
            warn!(deliveries, error, "cannot return in-flight deliveries, they wait for the ack timeout");
        }
        Err(_) => {
            warn!(deliveries, "returning in-flight deliveries timed out, they wait for the ack timeout");
        }
    }
}

/// Converts an exit status to an exit code. After a signal it is 128 plus the signal's number, as in shells.
fn code(status: ExitStatus) -> ExitCode {
    let code = status.code().or_else(|| status.signal().map(|signal| 128 + signal));
    ExitCode::from(code.and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_on_exit_codes_and_signals() {
        let of = |raw| format!("{:?}", code(ExitStatus::from_raw(raw)));
        let expected = |code| format!("{:?}", ExitCode::from(code));
        assert_eq!(of(0), expected(0));
        assert_eq!(of(2 << 8), expected(2));
        assert_eq!(of(6), expected(134));
        assert_eq!(of(9), expected(137));
    }
}
