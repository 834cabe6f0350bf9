//! Evaluates the detector on languages that no system was trained on, from another source.

use std::{cmp::Reverse, collections::BTreeMap, fs, path::Path};

use anyhow::Context as _;
use lab_report::{Table, percent};
use language_detector::LanguageChoice;

use super::systems::System;
use crate::{
    corpus::ntrex::cut,
    languages::canonical,
    metrics::{
        classification::{self, Answer},
        matching::ratio,
    },
};

pub(super) const NOTE: &str = "Files of another source in languages that the model does not know, each named by its tag: here the Universal Declaration of \
Human Rights from Debian's source package libexttextcat 3.4.5 (langclass/ShortTexts). Lines of 40 characters or more, cut at a \
word to 59 characters and, if they have 100, to 180. Every answer but “und” is wrong. Reliable: the share of answers that are \
called reliable although they are wrong. In known languages: the share of the other files' texts that is called reliable. It is \
lower than on news, because the text is a law. Percent.";

/// Shorter lines, in characters, are headings.
const SHORTEST_LINE: usize = 40;

/// The two lengths: name, least length of a line and length to cut at, in characters.
const LENGTHS: [(&str, usize, usize); 2] =
    [("≤ 59 characters", SHORTEST_LINE, 59), ("≤ 180 characters", 100, 180)];

/// Number of languages to list that are most often taken for another.
const NAMED: usize = 10;

pub(super) fn table(folder: &Path, systems: &[System<'_>]) -> anyhow::Result<Table> {
    let files = read(folder)?;
    let mut table = Table::new(&[
        "length",
        "system",
        "languages",
        "texts",
        "reliable",
        "in known languages",
        "most often taken for",
    ]);
    for (name, least, most) in LENGTHS {
        for system in systems {
            let (mut unknown, mut known) = (Vec::new(), Vec::new());
            for (tag, lines) in &files {
                let answers = if is_known(tag) { &mut known } else { &mut unknown };
                let lines =
                    lines.iter().filter(|line| line.chars().count() >= least).step_by(system.stride());
                answers.extend(lines.map(|line| system.answer(cut(line, most), tag)));
            }
            let languages = files.keys().filter(|tag| !is_known(tag)).count();
            table.row([
                name.to_owned(),
                system.name().to_owned(),
                languages.to_string(),
                unknown.len().to_string(),
                format!("{:.2}", 100.0 * classification::coverage(&unknown)),
                percent(classification::coverage(&known)),
                taken_for(&unknown),
            ]);
        }
    }
    Ok(table)
}

/// Reads the lines of each file except the title, by the name of the file without its ending.
fn read(folder: &Path) -> anyhow::Result<BTreeMap<String, Vec<String>>> {
    let mut files = BTreeMap::new();
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read `{}`", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        // Some files are not in UTF-8.
        let (Some(tag), Ok(text)) =
            (path.file_stem().and_then(|stem| stem.to_str()), fs::read_to_string(&path))
        else {
            continue;
        };
        let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
        let lines = lines.filter(|line| line.chars().count() >= SHORTEST_LINE).skip(1);
        files.insert(tag.to_owned(), lines.collect());
    }
    Ok(files)
}

/// Reports whether the detector knows the language of this tag.
fn is_known(tag: &str) -> bool {
    let primary = tag.split('-').next().unwrap_or_default();
    format!("only:{}", canonical(primary)).parse::<LanguageChoice>().is_ok()
}

/// Lists the languages that are most often taken for another: `oc 41 % as cat`.
fn taken_for(answers: &[Answer]) -> String {
    let mut languages: BTreeMap<&str, (usize, BTreeMap<&str, usize>)> = BTreeMap::new();
    for answer in answers {
        let (all, taken) = languages.entry(&answer.gold).or_default();
        *all += 1;
        if answer.reliable {
            *taken.entry(&answer.predicted).or_default() += 1;
        }
    }
    let mut shares: Vec<_> = languages
        .into_iter()
        .filter_map(|(gold, (all, taken))| {
            let (most, _) = taken.iter().max_by_key(|&(_, &count)| count)?;
            Some((ratio(taken.values().sum(), all), gold, *most))
        })
        .collect();
    shares.sort_by_key(|&(share, ..)| Reverse((share * 1e6) as u64));
    let named = shares
        .iter()
        .take(NAMED)
        .map(|(share, gold, taken)| format!("{gold} {} % as {taken}", percent(*share)));
    named.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_any_of_its_codes() {
        assert!(is_known("de") && is_known("sr-Latn") && is_known("plt"));
        assert!(!is_known("gd") && !is_known("emk-Latn"));
    }

    #[test]
    fn the_languages_most_often_taken_for_another_come_first() {
        let answer = |gold: &str, reliable| Answer {
            gold: gold.to_owned(),
            predicted: "gle".to_owned(),
            confidence: 1.0,
            reliable,
        };
        let answers = [answer("gd", true), answer("gd", true), answer("gv", true), answer("gv", false)];
        assert_eq!(taken_for(&answers), "gd 100.0 % as gle, gv 50.0 % as gle");
    }
}
