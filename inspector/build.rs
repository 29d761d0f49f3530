//! Locale files → Rust, as `app` does it.

use std::{env, fs, path::PathBuf};

#[path = "../app/build/messages.rs"]
mod messages;

fn main() {
    println!("cargo::rerun-if-changed=../app/build/messages.rs");
    println!("cargo::rerun-if-changed=locales");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    let rust = messages::generate("locales", &["en", "de"], &["inspect"], "");
    fs::write(out.join("messages.rs"), rust).expect("OUT_DIR can be written");
}
