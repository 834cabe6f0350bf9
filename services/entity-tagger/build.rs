//! Packs the tables of towns and of the calendar, and lists the trained weights for the library.

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

const TOWNS: &str = "data/towns.tsv";
const TOWN_NAMES: &str = "data/town_names.tsv";
const CALENDAR: &str = "data/calendar.tsv";
const LANGUAGES: &str = "model/languages.txt";

fn main() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    pack(TOWNS, &out.join("towns.deflate"))?;
    pack(TOWN_NAMES, &out.join("town_names.deflate"))?;
    pack_calendar(&out)?;
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
