//! Packs the table of towns: the binary need not carry it as text.

use std::{env, error::Error, fs, path::Path};

const TOWNS: &str = "data/towns.tsv";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={TOWNS}");
    let packed = miniz_oxide::deflate::compress_to_vec(&fs::read(TOWNS)?, 8);
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    fs::write(Path::new(&out).join("towns.deflate"), packed)?;
    Ok(())
}
