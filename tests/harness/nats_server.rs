//! A private NATS server with JetStream, one for each test.

use std::{
    fs::{self, File},
    path::Path,
    process::{Child, Command, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

use crate::{nats_program, nats_version::version, wait_until};

/// A running server with its own store. Dropping it kills the server and removes the store.
#[derive(Debug)]
pub struct NatsServer {
    child: Child,
    url: String,
    folder: TempDir,
    options: Vec<String>,
}

impl NatsServer {
    /// Starts a server with an empty store on a free port, and waits until it accepts connections.
    pub fn start() -> Self {
        Self::start_with(&[])
    }

    /// Starts a server that accepts only a client with this user and password.
    pub fn start_guarded(user: &str, password: &str) -> Self {
        Self::start_with(&["--user", user, "--pass", password])
    }

    /// Starts a server with `configuration`, the text of a configuration file.
    pub fn start_configured(configuration: &str) -> Self {
        let folder = new_folder();
        let options = configured(folder.path(), configuration);
        Self::start_in(folder, options)
    }

    /// Replaces the configuration of a server that was started with one. It takes effect with
    /// [`NatsServer::reload`] or [`NatsServer::restart`].
    pub fn configure(&self, configuration: &str) {
        write_configuration(self.folder.path(), configuration);
    }

    /// Asks the server to read its configuration again.
    pub fn reload(&self) {
        let status = Command::new("kill").args(["-HUP", &self.child.id().to_string()]).status();
        assert!(status.is_ok_and(|status| status.success()), "`kill -HUP` reaches nats-server");
    }

    /// Starts a server with its store under `folder`, such as a small disk.
    pub fn start_under(folder: &Path) -> Self {
        let folder = TempDir::with_prefix_in("wiredesk-nats-", folder).expect("a folder can be made");
        let options = configured(folder.path(), "http: \"127.0.0.1:-1\"\n");
        Self::start_in(folder, options)
    }

    fn start_with(options: &[&str]) -> Self {
        let folder = new_folder();
        let mut all = configured(folder.path(), "");
        all.extend(options.iter().copied().map(str::to_owned));
        Self::start_in(folder, all)
    }

    fn start_in(folder: TempDir, options: Vec<String>) -> Self {
        // The server itself picks a free port (-1), so no other test can take the port in the meantime.
        let child = launch(folder.path(), "-1", &options);
        // From here on, a test that fails kills the server and prints its log.
        let mut server = Self { child, url: "(not known yet)".to_owned(), folder, options };
        server.url = server.wait_for_address();
        server
    }

    /// Waits until the server accepts connections. Panics at once if it ends instead.
    fn wait_for_address(&mut self) -> String {
        wait_until("nats-server to take connections", || {
            let address = address(self.folder.path(), &self.child, "nats");
            let ended = self.child.try_wait().expect("the server can be waited for");
            if let Some(status) = ended.filter(|_| address.is_none()) {
                panic!("nats-server ended before it took connections: {status}");
            }
            address
        })
    }

    /// Returns the version of the servers that this process starts, such as `2.15.1`.
    pub fn version() -> String {
        let (major, minor, patch) = version(nats_program::path()).expect("a program that was found runs");
        format!("{major}.{minor}.{patch}")
    }

    /// Returns the address for clients: `nats://127.0.0.1:<port>`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the server's process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Replaces the configuration of a server that was started with one, and waits until the server has read it.
    pub fn reconfigure(&self, configuration: &str) {
        let reloads = || {
            let log = fs::read_to_string(log(self.folder.path())).unwrap_or_default();
            log.matches("Reloaded server configuration").count()
        };
        let before = reloads();
        self.configure(configuration);
        self.reload();
        wait_until("the server to reload its configuration", || (reloads() > before).then_some(()));
    }

    /// Returns the address of the HTTP monitoring of a server that [`start_under`](Self::start_under) started:
    /// `127.0.0.1:<port>`.
    pub fn monitoring(&self) -> String {
        let address = address(self.folder.path(), &self.child, "monitoring");
        let address = address.expect("the ports file names the monitoring");
        address.trim_start_matches("http://").to_owned()
    }

    /// Kills the server, as in a crash. The store stays.
    pub fn kill(&mut self) {
        self.child.kill().expect("the server can be killed");
        self.child.wait().expect("the server can be waited for");
    }

    /// Kills the server if it still runs, and starts it again on the same port with the same store.
    pub fn restart(&mut self) {
        self.kill();
        let port = self.url.rsplit(':').next().expect("the address ends in a port").to_owned();
        self.child = launch(self.folder.path(), &port, &self.options);
        self.url = self.wait_for_address();
    }
}

impl Drop for NatsServer {
    #[expect(clippy::print_stderr, reason = "what a server logged tells why a test failed")]
    fn drop(&mut self) {
        // It fails only if the server has already ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
        if std::thread::panicking() {
            let logged = fs::read_to_string(log(self.folder.path())).unwrap_or_default();
            eprintln!("--- log of the nats-server at {}\n{logged}", self.url);
        }
    }
}

fn new_folder() -> TempDir {
    TempDir::with_prefix("wiredesk-nats-").expect("a temporary folder can be made")
}

/// Returns the options for a server with `configuration`.
///
/// nats-server 2.15 refuses a folder of the store that both the file and an option name.
fn configured(folder: &Path, configuration: &str) -> Vec<String> {
    let file = write_configuration(folder, configuration);
    let mut options = vec!["--config".to_owned(), file];
    if has_jetstream(configuration) {
        options.extend(stored(folder));
    }
    options
}

/// Returns the option for the folder of the store.
fn stored(folder: &Path) -> [String; 2] {
    ["--store_dir".to_owned(), folder.join("store").display().to_string()]
}

fn has_jetstream(configuration: &str) -> bool {
    configuration.lines().any(|line| line.starts_with("jetstream"))
}

/// Writes the configuration of the server with its files in `folder`, and returns its path.
///
/// A reload of nats-server 2.10 turns off JetStream where only the flag turned it on, so the file does too.
/// The limit of the store is a promise that no test fills: without it the server offers three quarters of the
/// free disk, and streams cannot be reserved on a machine whose disk is nearly full.
fn write_configuration(folder: &Path, configuration: &str) -> String {
    let file = folder.join("nats-server.conf");
    let jetstream = if has_jetstream(configuration) {
        String::new()
    } else {
        let store = folder.join("store");
        format!("\njetstream {{ store_dir: \"{}\", max_file_store: 1TB }}\n", store.display())
    };
    fs::write(&file, format!("{configuration}{jetstream}")).expect("a configuration can be written");
    file.to_string_lossy().into_owned()
}

fn launch(folder: &Path, port: &str, options: &[String]) -> Child {
    let log = File::options().create(true).append(true).open(log(folder)).expect("the log can be written");
    Command::new(nats_program::path())
        .args(["--addr", "127.0.0.1", "--port", port, "--jetstream"])
        .arg("--ports_file_dir")
        .arg(folder)
        .args(options)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()
        .expect("nats-server starts")
}

/// Returns the address of a `service` from the ports file, which the server writes once it accepts connections.
fn address(folder: &Path, server: &Child, service: &str) -> Option<String> {
    // Its name begins with that of the program, as the server reads it.
    let end = format!("_{}.ports", server.id());
    let mut files = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let ports = files.find(|file| file.file_name().to_string_lossy().ends_with(&end))?;
    let ports: Value = serde_json::from_slice(&fs::read(ports.path()).ok()?).ok()?;
    Some(ports[service][0].as_str()?.to_owned())
}

fn log(folder: &Path) -> std::path::PathBuf {
    folder.join("nats-server.log")
}
