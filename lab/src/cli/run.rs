//! What each command does.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context as _;
use clap::ValueEnum as _;

use super::{
    AblateArguments, Arguments, BenchArguments, BenchSubject, BusArguments, ChaosArguments, Command,
    CompileArguments, CompileSubject, EvalArguments, LabelArguments, Subject, TiersArguments, TrainArguments,
    TrainSubject, output::print,
};
use crate::{bench, bus::worker::work, chaos, compile, corpus::Corpora, eval, peers, report::Report, train};

/// Does what the command line says.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    match &arguments.command {
        Command::Eval(eval) if eval.peers && !peers::BUILT => return peers::run_in_build_with_peers(),
        Command::Eval(eval) => run_eval(eval)?,
        Command::Tiers(tiers) => run_tiers(tiers)?,
        Command::Label(label) => run_label(label)?,
        Command::Ablate(ablate) => run_ablate(ablate)?,
        Command::Compile(CompileArguments { subject: CompileSubject::Gazetteers, packages }) => {
            print(&compile::gazetteers(packages)?)?;
        }
        Command::Bench(BenchArguments { subject: Some(BenchSubject::Bus(bus)), .. }) => run_bus(bus)?,
        Command::Bench(bench) => run_bench(bench)?,
        Command::Train(train) => run_train(train)?,
        Command::Chaos(chaos) => return run_chaos(chaos),
        Command::Worker(worker) => return Ok(work(worker)),
    }
    Ok(ExitCode::SUCCESS)
}

/// Tells a person what went wrong, and with it the exit code.
pub fn complain(error: &anyhow::Error) -> ExitCode {
    // Nowhere is left to report a standard error that cannot be written to.
    let _ = writeln!(io::stderr(), "error: {error:#}");
    ExitCode::FAILURE
}

/// Scores a stage.
type Evaluate = fn(&Corpora) -> anyhow::Result<Report>;

fn run_eval(arguments: &EvalArguments) -> anyhow::Result<()> {
    let mut corpora = Corpora::open(&arguments.data, arguments.limit.map(|limit| limit as usize))?;
    corpora.others.clone_from(&arguments.others);
    let chosen = |subject| arguments.subject == subject || arguments.subject == Subject::All;
    let (language, segments): (Evaluate, Evaluate) = if arguments.peers {
        (eval::language_with_peers, eval::segments_with_peers)
    } else {
        (eval::language, eval::segments)
    };
    for (subject, name, evaluate) in [
        (Subject::Language, "language", language),
        (Subject::Segments, "segments", segments),
        (Subject::Entities, "entities", eval::entities),
        (Subject::Traps, "traps", eval::traps),
        (Subject::Summary, "summary", eval::summary),
    ] {
        if chosen(subject) {
            let report = evaluate(&corpora).with_context(|| format!("evaluating {name}"))?;
            let limit = arguments.limit.map(|limit| format!(" --limit {limit}")).unwrap_or_default();
            let peers = if arguments.peers { " --peers" } else { "" };
            let others = arguments.others.as_deref().and_then(Path::file_name);
            let others = others.map(|folder| format!(" --others {}", folder.display())).unwrap_or_default();
            let data = arguments.data.display();
            let command = format!("cargo lab eval {name} --data {data}{others}{peers}{limit}");
            let text = report.markdown(&arguments.output.stamp(command));
            print(&text)?;
            if arguments.limit.is_none() {
                arguments.output.write_beside(name, &text, arguments.peers)?;
            }
        }
    }
    Ok(())
}

fn run_tiers(arguments: &TiersArguments) -> anyhow::Result<()> {
    let corpora = Corpora::open(&arguments.data, arguments.limit.map(|limit| limit as usize))?;
    let report = eval::tiers(&corpora, &arguments.weights)?;
    let (data, weights) = (arguments.data.display(), arguments.weights.display());
    let text = report
        .markdown(&arguments.output.stamp(format!("cargo lab tiers --data {data} --weights {weights}")));
    print(&text)?;
    if arguments.limit.is_some() { Ok(()) } else { arguments.output.write("tiers", &text) }
}

fn run_bench(arguments: &BenchArguments) -> anyhow::Result<()> {
    let data = arguments.data.as_deref().map(|data| Corpora::open(data, None)).transpose()?;
    let weights = arguments.weights.as_deref();
    let report = bench::run(&arguments.articles, data.as_ref(), weights, arguments.seconds)?;
    let option = |name: &str, path: &Option<PathBuf>| {
        path.as_ref().map(|path| format!(" --{name} {}", path.display())).unwrap_or_default()
    };
    let (data, tier) = (option("data", &arguments.data), option("weights", &arguments.weights));
    let command = format!("cargo lab bench{data}{tier} --seconds {}", arguments.seconds);
    let name = if weights.is_some() { "bench-accurate" } else { "bench" };
    arguments.output.publish(name, &report, command)
}

fn run_train(arguments: &TrainArguments) -> anyhow::Result<()> {
    let corpora = Corpora::open(&arguments.data, None)?;
    match arguments.subject {
        TrainSubject::Entities => train::entities::run(
            &corpora,
            &train::entities::Options {
                out: arguments.entities.out.clone(),
                silver: arguments.entities.silver,
                mean: arguments.entities.mean.clone(),
                language: arguments.entities.language.clone(),
                fold: arguments.entities.fold.map(usize::from),
                without: arguments.entities.without.clone(),
                teacher: arguments.entities.teacher.clone(),
            },
        ),
        TrainSubject::Language => train::language::run(&corpora),
        TrainSubject::Segments => train::segments::run(&corpora, arguments.entities.fold.map(usize::from)),
        TrainSubject::Summary => train::summary::run(&corpora),
    }
}

fn run_label(arguments: &LabelArguments) -> anyhow::Result<()> {
    let corpora = Corpora::open(&arguments.data, None)?;
    let (weights, out) = (arguments.weights.clone(), arguments.out.clone());
    train::entities::label(
        &corpora,
        &train::entities::LabellingOptions {
            weights,
            out,
            one_in: arguments.one_in,
            sources: arguments.sources.clone(),
        },
    )
}

fn run_ablate(arguments: &AblateArguments) -> anyhow::Result<()> {
    let corpora = Corpora::open(&arguments.data, None)?;
    let AblateArguments { part, data, teacher, one_in, epochs, output } = arguments;
    let report = train::entities::ablate(
        &corpora,
        &train::entities::AblationOptions {
            part: *part,
            teacher: teacher.clone(),
            one_in: usize::from(*one_in),
            epochs: usize::from(*epochs),
        },
    )?;
    let part = part.to_possible_value().map(|part| part.get_name().to_owned()).unwrap_or_default();
    let files: Vec<String> = teacher.iter().map(|file| format!("--teacher {}", file.display())).collect();
    let files = files.join(" ");
    let command = format!(
        "cargo lab ablate {part} --data {} {files} --one-in {one_in} --epochs {epochs}",
        data.display()
    );
    output.publish(&format!("ablation-{part}"), &report, command)
}

fn run_bus(arguments: &BusArguments) -> anyhow::Result<()> {
    let load =
        bench::Load { articles: arguments.articles, rounds: arguments.rounds, seconds: arguments.seconds };
    let report = bench::run_bus(load, &arguments.from)?;
    let command = format!(
        "cargo lab bench bus --articles {} --rounds {} --seconds {}",
        arguments.articles, arguments.rounds, arguments.seconds
    );
    arguments.output.publish("bus", &report, command)
}

fn run_chaos(arguments: &ChaosArguments) -> anyhow::Result<ExitCode> {
    let size = chaos::Size {
        articles: arguments.articles,
        others: arguments.others,
        worker_kills: arguments.worker_kills,
        server_kills: arguments.server_kills,
    };
    let (report, all_hold) = chaos::run(size, &arguments.scenario)?;
    let command = format!(
        "cargo lab chaos --articles {} --others {} --worker-kills {} --server-kills {}",
        size.articles, size.others, size.worker_kills, size.server_kills
    );
    let text = report.markdown(&arguments.output.stamp(command));
    print(&text)?;
    if arguments.scenario.is_empty() && !arguments.check {
        arguments.output.write("chaos", &text)?;
    }
    Ok(if all_hold { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
