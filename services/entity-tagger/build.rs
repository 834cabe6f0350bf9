//! Packs the table of towns and the weights of all languages but English: the binary need not carry them as they are.

use std::{env, error::Error, fs, path::Path};

const TOWNS: &str = "data/towns.tsv";
const LANGUAGES: [&str; 4] = ["de", "pt", "hr", "sv"];

fn main() -> Result<(), Box<dyn Error>> {
    pack(TOWNS, "towns")?;
    for language in LANGUAGES {
        pack(&format!("model/{language}.bin"), language)?;
    }
    Ok(())
}

fn pack(file: &str, name: &str) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={file}");
    let packed = miniz_oxide::deflate::compress_to_vec(&fs::read(file)?, 8);
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    fs::write(Path::new(&out).join(format!("{name}.deflate")), packed)?;
    Ok(())
}
