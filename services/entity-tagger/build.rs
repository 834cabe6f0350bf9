//! Packs the tables of towns and of the calendar and the lexicons, and lists the trained weights for the library.

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use fingerprint::Fingerprint;

#[path = "src/gazetteer/fingerprint.rs"]
mod fingerprint;

const TOWNS: &str = "data/towns.tsv";
const TOWN_NAMES: &str = "data/town_names.tsv";
const CALENDAR: &str = "data/calendar.tsv";
const LEXICONS: &str = "data/lexicons";
/// The sections of a lexicon. Models know a kind of name by its place here.
const SECTIONS: [&str; 6] = ["surname", "given", "person", "place", "organisation", "other"];
const LANGUAGES: &str = "model/languages.txt";

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    pack(TOWNS, &out.join("towns.deflate"))?;
    pack(TOWN_NAMES, &out.join("town_names.deflate"))?;
    pack_calendar(&out)?;
    pack_lexicons(&out)?;
    println!("cargo::rerun-if-changed={LANGUAGES}");
    let mut rows = Vec::new();
    for line in fs::read_to_string(LANGUAGES)?.lines().filter(|line| !line.starts_with('#')) {
        let file = format!(r#"include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/model/{line}.bin"))"#);
        rows.push(format!("    Shipped::new({line:?}, {file}),\n"));
    }
    let list = format!("static SHIPPED: [Shipped; {}] = [\n{}];\n", rows.len(), rows.concat());
    fs::write(out.join("models.rs"), list)?;
    Ok(())
}

fn pack(file: &str, packed: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={file}");
    fs::write(packed, miniz_oxide::deflate::compress_to_vec(&fs::read(file)?, 8))?;
    Ok(())
}

/// Packs the table of the calendar, each language on its own, so that one can be read without the others.
fn pack_calendar(out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={CALENDAR}");
    let table = fs::read_to_string(CALENDAR)?;
    let mut rows = Vec::new();
    for section in table.split("\n[").skip(1) {
        let (tag, rest) = section.split_once("]\n").ok_or(format!("{CALENDAR}: no `]` after a tag"))?;
        let file = format!("calendar-{tag}.deflate");
        fs::write(out.join(&file), miniz_oxide::deflate::compress_to_vec(rest.as_bytes(), 9))?;
        rows.push(format!(r#"    ({tag:?}, include_bytes!(concat!(env!("OUT_DIR"), "/{file}"))),{}"#, "\n"));
    }
    let list = format!("static SECTIONS: [(&str, &[u8]); {}] = [\n{}];\n", rows.len(), rows.concat());
    fs::write(out.join("calendar.rs"), list)?;
    Ok(())
}

/// Packs each lexicon: the fingerprints of its names, sorted, and then the kinds of each, one bit for each section.
fn pack_lexicons(out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={LEXICONS}");
    let mut files: Vec<PathBuf> =
        fs::read_dir(LEXICONS)?.map(|entry| Ok(entry?.path())).collect::<Result<_, Box<dyn Error>>>()?;
    files.sort();
    let mut rows = Vec::new();
    for path in files {
        let tag =
            path.file_stem().and_then(|stem| stem.to_str()).ok_or("a lexicon has the tag of its language")?;
        let names = read_lexicon(&fs::read_to_string(&path)?)?;
        let fingerprints = names.keys().flat_map(|fingerprint| fingerprint.to_le_bytes());
        let packed: Vec<u8> = fingerprints.chain(names.values().copied()).collect();
        fs::write(out.join(format!("lexicon-{tag}.bin")), packed)?;
        rows.push(format!(
            r#"    ({tag:?}, include_bytes!(concat!(env!("OUT_DIR"), "/lexicon-{tag}.bin"))),{}"#,
            "\n"
        ));
    }
    let list = format!("static LEXICONS: [(&str, &[u8]); {}] = [\n{}];\n", rows.len(), rows.concat());
    fs::write(out.join("lexicons.rs"), list)?;
    Ok(())
}

/// Reads a lexicon: one name per line, below a line with its section.
fn read_lexicon(text: &str) -> Result<BTreeMap<u32, u8>, Box<dyn Error>> {
    let (mut names, mut kind) = (BTreeMap::new(), 0);
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some(section) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let place = SECTIONS.iter().position(|known| *known == section);
            kind = 1 << place.ok_or(format!("{LEXICONS}: no section `{section}`"))?;
        } else {
            *names.entry(Fingerprint::EMPTY.add(line).value()).or_default() |= kind;
        }
    }
    Ok(names)
}
