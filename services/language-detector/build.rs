//! Compresses the model for the binary. Most hashed weights are zero.

use std::{env, error::Error, fs, path::Path};

const MODEL: &str = "model/languages.bin";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={MODEL}");
    let model = fs::read(MODEL)?;
    let packed = miniz_oxide::deflate::compress_to_vec(&model, 8);
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    fs::write(Path::new(&out).join("languages.deflate"), packed)?;
    Ok(())
}
