//! A private PostgreSQL server, one for each test.

use std::{
    fs::{self, File},
    os::unix::{fs::chown, process::CommandExt},
    path::Path,
    process::{Child, Command, Stdio},
};

use tempfile::TempDir;

use crate::{
    postgres_program::{path, system_user},
    wait_until,
};

/// The user and the database of the tests.
const USER: &str = "wiredesk";

/// A running server with its own data, reached through a socket in its folder. Dropping it kills the server and
/// removes the data.
#[derive(Debug)]
pub struct PostgresServer {
    child: Child,
    folder: TempDir,
}

impl PostgresServer {
    /// Creates empty data, starts a server, and waits until it accepts connections.
    pub fn start() -> Self {
        let folder = TempDir::with_prefix("wiredesk-postgres-").expect("a temporary folder can be made");
        if let Some((user, group)) = system_user() {
            chown(folder.path(), Some(user), Some(group)).expect("root can give a folder away");
        }
        let data = folder.path().join("data");
        let mut initdb = program("initdb", folder.path());
        initdb.args([
            "--no-sync",
            "--auth",
            "trust",
            "--encoding",
            "UTF8",
            "--locale",
            "C",
            "--username",
            USER,
        ]);
        let made = initdb.arg("--pgdata").arg(data).stdout(Stdio::null()).status();
        assert!(made.is_ok_and(|status| status.success()), "initdb failed: {}", log_of(folder.path()));
        let child = launch(folder.path());
        Self { child, folder }
    }

    /// Returns the address for clients.
    pub fn url(&self) -> String {
        format!("host={} user={USER} dbname=postgres", self.folder.path().display())
    }

    /// Kills the server and all its processes, as in a crash. The data stays.
    pub fn kill(&mut self) {
        self.child.kill().expect("the server can be killed");
        self.child.wait().expect("the server can be waited for");
    }

    /// Starts the server again after [`PostgresServer::kill`].
    pub fn restart(&mut self) {
        // A new server ends at once while processes of the old one are left.
        self.child = wait_until("PostgreSQL to start again", || try_launch(self.folder.path()));
    }
}

impl Drop for PostgresServer {
    #[expect(clippy::print_stderr, reason = "what a server logged tells why a test failed")]
    fn drop(&mut self) {
        // SIGQUIT ends the server and its processes at once. It fails only if the server has already ended.
        let _ =
            Command::new("kill").args(["-QUIT", &self.child.id().to_string()]).stderr(Stdio::null()).status();
        let _ = self.child.wait();
        if std::thread::panicking() {
            eprintln!("--- log of PostgreSQL\n{}", log_of(self.folder.path()));
        }
    }
}

fn launch(folder: &Path) -> Child {
    try_launch(folder).unwrap_or_else(|| panic!("PostgreSQL does not start: {}", log_of(folder)))
}

/// Starts a server and waits until it accepts connections. Returns `None` if it ends before that.
fn try_launch(folder: &Path) -> Option<Child> {
    let mut command = program("postgres", folder);
    // Only the disk of a machine that loses power needs fsync.
    command.args(["-c", "fsync=off", "-c", "listen_addresses=", "-c", "max_connections=20"]);
    command.arg("-k").arg(folder).arg("-D").arg(folder.join("data"));
    let mut child = command.stdout(Stdio::null()).spawn().expect("PostgreSQL can be started");
    let accepts = wait_until("PostgreSQL to accept connections", || {
        let mut asked = program("pg_isready", folder);
        asked.args(["--quiet", "--username", USER, "--dbname", "postgres", "--host"]).arg(folder);
        let has_ended = child.try_wait().is_ok_and(|status| status.is_some());
        let is_ready = asked.status().is_ok_and(|status| status.success());
        (is_ready || has_ended).then_some(is_ready && !has_ended)
    });
    accepts.then_some(child)
}

/// Returns a command for a program of PostgreSQL, whose errors go to the log in `folder`.
fn program(name: &str, folder: &Path) -> Command {
    let log =
        File::options().create(true).append(true).open(folder.join("log")).expect("the log can be written");
    let mut command = Command::new(path(name));
    command.env_clear().env("LC_ALL", "C").current_dir(folder).stdin(Stdio::null()).stderr(log);
    if let Some((user, group)) = system_user() {
        command.uid(user).gid(group);
    }
    command
}

fn log_of(folder: &Path) -> String {
    fs::read_to_string(folder.join("log")).unwrap_or_default()
}
