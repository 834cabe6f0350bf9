//! Reads arbitrary bytes as the signature of a text, and compares it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use stories::Signature;

fuzz_target!(|bytes: &[u8]| {
    let Ok(signature) = Signature::from_bytes(bytes) else { return };
    assert_eq!(signature.to_bytes(), bytes);
    assert!(signature.hashes().is_empty() || signature.shared(&signature).most() > 0.99);
});
