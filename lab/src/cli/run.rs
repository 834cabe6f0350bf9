//! Carries out each command.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::Context as _;
use lab_report::{Report, print};

use super::arguments::{
    Arguments, BenchArguments, BenchSubject, Command, CompileArguments, CompileSubject, EvalArguments,
    LabelArguments, LinkerArguments, Subject, TiersArguments, TrainArguments, TrainSubject,
};

use crate::{bench, compile, corpus::Corpora, eval, peers, train};

/// Carries out the command line.
pub fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    match &arguments.command {
        Command::Eval(eval) if eval.peers && !peers::BUILT => return peers::run_in_build_with_peers(),
        Command::Eval(eval) => run_eval(eval)?,
        Command::Tiers(tiers) => run_tiers(tiers)?,
        Command::Label(label) => run_label(label)?,
        Command::Compile(CompileArguments { subject: CompileSubject::Gazetteers, packages }) => {
            print(&compile::gazetteers(packages)?)?;
        }
        Command::Compile(CompileArguments { subject: CompileSubject::Calendar, packages }) => {
            print(&compile::calendar(packages)?)?;
        }
        Command::Compile(CompileArguments { subject: CompileSubject::Lexicons, packages }) => {
            print(&compile::lexicons(packages)?)?;
        }
        Command::Bench(bench) => run_bench(bench)?,
        Command::Linker(linker) => run_linker(linker)?,
        Command::Train(train) => run_train(train)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// A function that evaluates a stage.
type Evaluate = fn(&Corpora) -> anyhow::Result<Report>;

fn run_eval(arguments: &EvalArguments) -> anyhow::Result<()> {
    let mut corpora = Corpora::open(&arguments.data, arguments.limit.map(|limit| limit as usize))?;
    corpora.others.clone_from(&arguments.others);
    corpora.extracted.clone_from(&arguments.extracted);
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
        (Subject::Links, "links", eval::links),
        (Subject::Amounts, "amounts", eval::amounts),
        (Subject::Summary, "summary", eval::summary),
        (Subject::Pages, "pages", eval::pages),
        (Subject::Copies, "copies", eval::copies),
        (Subject::Stories, "stories", eval::stories),
    ] {
        if chosen(subject) {
            let report = evaluate(&corpora).with_context(|| format!("evaluating {name}"))?;
            let limit = arguments.limit.map(|limit| format!(" --limit {limit}")).unwrap_or_default();
            let peers = if arguments.peers { " --peers" } else { "" };
            let others = arguments.others.as_deref().and_then(Path::file_name);
            let others = others.map(|folder| format!(" --others {}", folder.display())).unwrap_or_default();
            let data = arguments.data.display();
            let extracted = arguments.extracted.as_deref().and_then(Path::file_name);
            let extracted =
                extracted.map(|file| format!(" --extracted {}", file.display())).unwrap_or_default();
            let command = format!("cargo lab eval {name} --data {data}{others}{extracted}{peers}{limit}");
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
    let (name, option) =
        if arguments.by_language { ("tiers-by-language", " --by-language") } else { ("tiers", "") };
    let report = if arguments.by_language {
        eval::tiers_by_language(&corpora, &arguments.weights)?
    } else {
        eval::tiers(&corpora, &arguments.weights)?
    };
    let (data, weights) = (arguments.data.display(), arguments.weights.display());
    let command = format!("cargo lab tiers --data {data} --weights {weights}{option}");
    let text = report.markdown(&arguments.output.stamp(command));
    print(&text)?;
    if arguments.limit.is_some() { Ok(()) } else { arguments.output.write(name, &text) }
}

fn run_bench(arguments: &BenchArguments) -> anyhow::Result<()> {
    let data = arguments.data.as_deref().map(|data| Corpora::open(data, None)).transpose()?;
    let weights = arguments.weights.as_deref();
    if arguments.subject == BenchSubject::Alerts {
        let report = bench::run_alerts(&arguments.articles, data.as_ref(), arguments.seconds)?;
        let data =
            arguments.data.as_ref().map(|data| format!(" --data {}", data.display())).unwrap_or_default();
        let command = format!("cargo lab bench alerts{data} --seconds {}", arguments.seconds);
        return arguments.output.publish("alerts", &report, command);
    }
    let report = bench::run(&arguments.articles, data.as_ref(), weights, arguments.seconds)?;
    let option = |name: &str, path: &Option<PathBuf>| {
        path.as_ref().map(|path| format!(" --{name} {}", path.display())).unwrap_or_default()
    };
    let (data, tier) = (option("data", &arguments.data), option("weights", &arguments.weights));
    let command = format!("cargo lab bench{data}{tier} --seconds {}", arguments.seconds);
    let name = if weights.is_some() { "bench-accurate" } else { "bench" };
    arguments.output.publish(name, &report, command)
}

fn run_linker(arguments: &LinkerArguments) -> anyhow::Result<()> {
    let LinkerArguments { articles, measured, output } = arguments;
    let report = bench::linker(*articles as usize, *measured as usize);
    output.publish("linker", &report, format!("cargo lab linker --articles {articles} --measured {measured}"))
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
                round: arguments.entities.round.clone(),
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
            language: arguments.language.clone(),
        },
    )
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;

    #[test]
    fn a_missing_data_folder_names_the_option_to_give() {
        let arguments =
            Arguments::try_parse_from(["lab", "eval", "segments", "--data", "no/such/folder"]).unwrap();
        let error = run(&arguments).unwrap_err().to_string();
        assert!(error.contains("no/such/folder") && error.contains("--data"), "{error}");
    }
}
