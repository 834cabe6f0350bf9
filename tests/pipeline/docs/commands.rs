//! Checks command lines in the documents against the programs, manifests and scripts that they name.

use std::{fs, path::Path};

use messages::StageName;
use pipeline_tests::{Binaries, Process};

/// Returns a fault for everything in the commands of `line` that does not exist.
pub(super) fn faults(root: &Path, line: &str) -> Vec<String> {
    // A comment, or a description in a second column, ends the commands.
    let line = line.split(" #").next().unwrap_or_default();
    let line = line.split("   ").next().unwrap_or_default();
    let commands = line.split(['|', '&', ';', '<', '>']);
    commands.flat_map(|command| check(root, &words(command))).collect()
}

/// Splits a command into words. Drops variables in front of it, and the command that runs it by cargo or in a
/// container.
fn words(command: &str) -> Vec<&str> {
    let words = command.split_whitespace().map(|word| word.trim_matches(['"', '\'', ',', '(', ')']));
    let words: Vec<&str> = words.skip_while(|word| word.contains('=') || *word == "export").collect();
    for (start, program) in [
        (&["cargo", "run", "--release", "--bin", "wiredesk", "--"][..], "wiredesk"),
        (&["docker-compose", "run", "--rm", "-T", "tool"][..], "wiredesk"),
    ] {
        if let Some(rest) = words.strip_prefix(start) {
            return [&[program][..], rest].concat();
        }
    }
    words
}

/// Checks one command, given as words.
fn check(root: &Path, words: &[&str]) -> Vec<String> {
    let is_worker = |program: &str| StageName::ALL.iter().any(|stage| stage.worker() == program);
    match words {
        ["wiredesk", rest @ ..] => of_program(root, "wiredesk", rest),
        [program, rest @ ..] if is_worker(program) => of_program(root, program, rest),
        ["cargo", package @ ("lab" | "faults"), rest @ ..] => of_tool(root, package, rest),
        ["cargo", "test" | "build" | "install" | "run" | "check", rest @ ..] => of_cargo(root, rest),
        [".ci/run", steps @ ..] => {
            let script = fs::read_to_string(root.join(".ci/run")).unwrap();
            missing(steps, |step| script.contains(&format!("step_{step}()")), "no step in .ci/run")
        }
        ["docker-compose", rest @ ..] => of_compose(root, rest),
        // A script, or a program of others: checks the files in `deploy` that the command names, except
        // generated ones.
        words => {
            let is_file = |word: &&&str| word.starts_with("deploy/") && !word.starts_with("deploy/secrets");
            let files: Vec<&str> = words.iter().filter(is_file).copied().collect();
            missing(&files, |path| root.join(path).exists(), "no file")
        }
    }
}

/// Returns a fault for each of `names` that does not exist. Skips placeholders, which are in capitals.
fn missing(names: &[&str], exists: impl Fn(&str) -> bool, fault: &str) -> Vec<String> {
    let plain = names.iter().filter(|name| name.chars().any(|letter| letter.is_ascii_lowercase()));
    plain.filter(|name| !exists(name)).map(|name| format!("{fault} {name}")).collect()
}

/// Checks subcommands and flags against the program's own help.
fn of_program(root: &Path, program: &str, rest: &[&str]) -> Vec<String> {
    let is_subcommand = |word: &&&str| word.chars().all(|letter| letter.is_ascii_lowercase());
    let nested = rest.first().is_some_and(|first| ["alerts", "dead", "feeds", "sink"].contains(first));
    let depth = if program == "wiredesk" { 1 + usize::from(nested) } else { 0 };
    let subcommands: Vec<&str> = rest.iter().take(depth).take_while(is_subcommand).copied().collect();
    let mut command = Binaries::built().command(program);
    command.args(&subcommands).arg("--help");
    let (status, help, _) = Process::run(command);
    if !status.success() {
        return vec![format!("no command {program} {}", subcommands.join(" "))];
    }
    let known = |flag: &str| {
        let mut words = help.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-');
        words.any(|word| word == flag) || is_behind_a_feature(root, flag)
    };
    missing(&flags(rest), known, &format!("{program} has no"))
}

/// Reports whether `flag` belongs to the language model, which the tested build does not have.
fn is_behind_a_feature(root: &Path, flag: &str) -> bool {
    let manifest = fs::read_to_string(root.join("services/summarizer/Cargo.toml")).unwrap();
    flag.starts_with("--abstract-") && manifest.contains("abstractive = [")
}

/// Returns the flags among `words`, without their values.
fn flags<'w>(words: &[&'w str]) -> Vec<&'w str> {
    let long = words.iter().filter(|word| word.starts_with("--") && word.len() > 2);
    long.map(|word| word.split('=').next().unwrap_or(word)).collect()
}

/// Checks a tool of the workspace against its sources, because building it here would take minutes.
fn of_tool(root: &Path, package: &str, rest: &[&str]) -> Vec<String> {
    let alias = fs::read_to_string(root.join(".cargo/config.toml")).unwrap();
    if !alias.lines().any(|line| line.starts_with(&format!("{package} = "))) {
        return vec![format!("no alias `cargo {package}`")];
    }
    let folder = if package == "lab" { "lab/src" } else { "tests/faults" };
    let mut sources = String::new();
    super::append(&root.join(folder), "rs", &mut sources);
    let subcommands: Vec<&str> = rest
        .iter()
        .copied()
        .take_while(|word| word.chars().all(|letter| letter.is_ascii_lowercase()))
        .collect();
    let is_variant = |name: &str| {
        let variant =
            name.chars().next().into_iter().flat_map(char::to_uppercase).chain(name.chars().skip(1));
        sources.contains(&variant.collect::<String>())
    };
    let is_declared = |flag: &str| {
        let name = flag.trim_start_matches('-');
        let field = name.replace('-', "_");
        sources.contains(&format!(" {field}:")) || sources.contains(&format!("\"{name}\""))
    };
    let mut faults = missing(&subcommands, is_variant, &format!("cargo {package} has no"));
    faults.extend(missing(&flags(rest), is_declared, &format!("cargo {package} has no")));
    faults
}

/// Checks the packages, folders and features that a cargo command names.
fn of_cargo(root: &Path, rest: &[&str]) -> Vec<String> {
    let lock = fs::read_to_string(root.join("Cargo.lock")).unwrap();
    let mut manifests = String::new();
    for folder in ["services", "shared"] {
        super::append(&root.join(folder), "toml", &mut manifests);
    }
    let mut faults = vec![];
    for pair in rest.windows(2) {
        match pair {
            ["-p" | "--package" | "--bin", name] => {
                let exists = |name: &str| lock.contains(&format!("name = \"{name}\"\n"));
                faults.extend(missing(&[name], exists, "no package"));
            }
            ["--features", name] => {
                let exists = |name: &str| manifests.contains(&format!("\n{name} = ["));
                faults.extend(missing(&[name], exists, "no feature"));
            }
            ["--path", folder] => {
                faults.extend(missing(&[folder], |path| root.join(path).is_dir(), "no folder"));
            }
            _ => {}
        }
    }
    faults
}

/// Checks the compose files and the scaled services.
fn of_compose(root: &Path, rest: &[&str]) -> Vec<String> {
    let mut faults = vec![];
    let mut files = String::new();
    super::append(&root.join("deploy"), "yml", &mut files);
    for pair in rest.windows(2) {
        match pair {
            ["-f", file] => {
                faults.extend(missing(&[file], |file| root.join("deploy").join(file).exists(), "no file"));
            }
            ["--scale" | "--no-deps", service] => {
                let name = service.split('=').next().unwrap_or(service);
                faults.extend(missing(&[name], |name| files.contains(&format!("\n  {name}:")), "no service"));
            }
            _ => {}
        }
    }
    faults
}
