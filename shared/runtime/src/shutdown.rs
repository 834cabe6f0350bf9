//! Signals: which ones ask a process to stop, and which it ignores.
//!
//! SIGTERM, SIGINT and SIGQUIT ask it to stop. SIGHUP comes when a terminal is closed, and a worker in its
//! background goes on; its settings cannot be read again while it runs. SIGUSR1 and SIGUSR2 have no meaning.

use std::io;

use tokio::{
    signal::unix::{self, SignalKind},
    sync::oneshot,
};
use tracing::info;

/// What a signal asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Request {
    /// The process shall stop. The name of the signal.
    Stop(&'static str),
    /// The terminal is closed.
    Hangup,
    /// Nothing.
    Nothing,
}

/// The signals of this process. It handles them from now on, so none of them ends the process by itself.
#[derive(Debug)]
pub(crate) struct Signals {
    terminate: unix::Signal,
    interrupt: unix::Signal,
    quit: unix::Signal,
    hangup: unix::Signal,
    user: [unix::Signal; 2],
}

impl Signals {
    /// Installs the handlers.
    ///
    /// # Errors
    ///
    /// When the handlers cannot be installed.
    pub(crate) fn handled() -> io::Result<Self> {
        Ok(Self {
            terminate: unix::signal(SignalKind::terminate())?,
            interrupt: unix::signal(SignalKind::interrupt())?,
            quit: unix::signal(SignalKind::quit())?,
            hangup: unix::signal(SignalKind::hangup())?,
            user: [unix::signal(SignalKind::user_defined1())?, unix::signal(SignalKind::user_defined2())?],
        })
    }

    /// Waits for the next signal.
    pub(crate) async fn next(&mut self) -> Request {
        let [first, second] = &mut self.user;
        tokio::select! {
            _ = self.terminate.recv() => Request::Stop("SIGTERM"),
            _ = self.interrupt.recv() => Request::Stop("SIGINT"),
            _ = self.quit.recv() => Request::Stop("SIGQUIT"),
            _ = self.hangup.recv() => Request::Hangup,
            _ = first.recv() => Request::Nothing,
            _ = second.recv() => Request::Nothing,
        }
    }
}

/// Handles the signals of this process. The result resolves when it is asked to stop.
///
/// # Errors
///
/// When the signal handlers cannot be installed.
pub fn requested() -> io::Result<impl Future<Output = ()>> {
    let mut signals = Signals::handled()?;
    let (stop, stopped) = oneshot::channel();
    tokio::spawn(async move {
        let mut stop = Some(stop);
        let mut hung_up = false;
        loop {
            match signals.next().await {
                Request::Stop(signal) => {
                    if let Some(stop) = stop.take() {
                        // Nobody receives it once the worker ends.
                        let _ = stop.send(signal);
                    } else {
                        info!(signal, "already stopping, the process ends within six seconds");
                    }
                }
                Request::Hangup if !hung_up => {
                    hung_up = true;
                    info!("SIGHUP ignored, the process goes on");
                }
                Request::Hangup | Request::Nothing => {}
            }
        }
    });
    Ok(async move {
        if let Ok(signal) = stopped.await {
            info!(signal, "asked to stop");
        }
    })
}
