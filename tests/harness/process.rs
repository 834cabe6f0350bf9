//! A running program, whose output is collected and which is killed when dropped.

use std::{
    io::{BufRead, BufReader, Read},
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Arc, Mutex},
    thread::JoinHandle,
};

use crate::wait_until;

/// A started program. Threads read its output as it comes.
#[derive(Debug)]
pub struct Process {
    name: String,
    child: Child,
    stdout: Output,
    stderr: Output,
}

impl Process {
    /// Starts `command`, collects its output and gives it an empty standard input.
    pub fn start(mut command: Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap_or_else(|error| panic!("{name} does not start: {error}"));
        let stdout = Output::collected(child.stdout.take().expect("standard output is piped"));
        let stderr = Output::collected(child.stderr.take().expect("standard error is piped"));
        Self { name, child, stdout, stderr }
    }

    /// Runs `command` to its end, and returns its status, standard output and standard error.
    pub fn run(command: Command) -> (ExitStatus, String, String) {
        let mut process = Self::start(command);
        let status = process.wait();
        (status, process.stdout.so_far(), process.stderr.so_far())
    }

    /// Waits until the program ends on its own and all its output is read.
    pub fn wait(&mut self) -> ExitStatus {
        let what = format!("the end of {}", self.name);
        let status = wait_until(&what, || self.child.try_wait().expect("a child can be waited for"));
        self.stdout.finish();
        self.stderr.finish();
        status
    }

    /// Reports whether the program still runs.
    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().expect("a child can be waited for").is_none()
    }

    /// Asks the program to end (SIGTERM).
    pub fn terminate(&self) {
        self.signal("TERM");
    }

    /// Sends a signal such as `HUP` to the program. If it is a supervisor, the worker process gets only what
    /// the supervisor passes on.
    pub fn signal(&self, signal: &str) {
        self.send(signal, self.child.id());
    }

    /// Sends a signal such as `KILL`, `STOP` or `CONT` to the worker process itself, not to its supervisor.
    pub fn signal_worker(&self, signal: &str) {
        let worker = *self.ids().last().expect("the program has a process id");
        self.send(signal, worker);
    }

    fn send(&self, signal: &str, id: u32) {
        let status = Command::new("kill").args([&format!("-{signal}"), &id.to_string()]).status();
        assert!(status.is_ok_and(|status| status.success()), "`kill -{signal}` reaches {}", self.name);
    }

    /// Returns the process id, and that of the worker process if this one is a supervisor. This needs
    /// `/proc`.
    pub fn ids(&self) -> Vec<u32> {
        let own = self.child.id();
        let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        let ids = processes.filter_map(|process| process.file_name().to_str()?.parse().ok());
        std::iter::once(own).chain(ids.filter(|id| parent(*id) == Some(own))).collect()
    }

    /// Returns the exit status; `None` while the program runs.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().expect("a child can be waited for")
    }

    /// Kills the program (SIGKILL), and waits until it is gone.
    pub fn kill(&mut self) {
        // It fails only if the process has already ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Returns standard output so far.
    pub fn stdout(&self) -> String {
        self.stdout.so_far()
    }

    /// Returns standard error so far.
    pub fn stderr(&self) -> String {
        self.stderr.so_far()
    }

    /// Waits for `words` on standard error. Panics with all of standard error if the program ends first.
    pub fn wait_for_stderr(&mut self, words: &str) {
        let what = format!("`{words}` on the standard error of {}", self.name);
        wait_until(&what, || {
            if self.stderr.so_far().contains(words) {
                return Some(());
            }
            let running = self.is_running();
            assert!(running, "{} ended before it wrote `{words}`:\n{}", self.name, self.stderr.so_far());
            None
        });
    }
}

impl Drop for Process {
    #[expect(clippy::print_stderr, reason = "the output of a program helps to explain why a test failed")]
    fn drop(&mut self) {
        self.kill();
        if std::thread::panicking() {
            eprintln!("--- standard error of {}\n{}", self.name, self.stderr.so_far());
        }
    }
}

/// Returns the parent of process `id`. In `/proc/ID/stat` it follows the name in brackets and the state.
fn parent(id: u32) -> Option<u32> {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

/// The text that a program wrote to one of its outputs, collected line by line.
#[derive(Debug)]
struct Output {
    written: Arc<Mutex<String>>,
    reader: Option<JoinHandle<()>>,
}

impl Output {
    fn collected(pipe: impl Read + Send + 'static) -> Self {
        let written = Arc::new(Mutex::new(String::new()));
        let copy = Arc::clone(&written);
        let reader = std::thread::spawn(move || {
            let mut pipe = BufReader::new(pipe);
            let mut line = Vec::new();
            while pipe.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
                copy.lock().expect("no reader panics").push_str(&String::from_utf8_lossy(&line));
                line.clear();
            }
        });
        Self { written, reader: Some(reader) }
    }

    fn so_far(&self) -> String {
        self.written.lock().expect("no reader panics").clone()
    }

    fn finish(&mut self) {
        if let Some(reader) = self.reader.take() {
            reader.join().expect("no reader panics");
        }
    }
}
