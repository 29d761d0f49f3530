//! Locale files and style sheets → Rust.
//!
//! `locales/*/*.ftl` become tables of messages (`build/messages.rs`), `styles/*.css` one style sheet, in
//! the order of their names.

use std::{env, fs, path::PathBuf};

#[path = "build/messages.rs"]
mod messages;

/// The first one is the one that the others are compared with.
const LOCALES: [&str; 6] = ["en", "de", "fr", "es", "hi", "ar"];

/// What a locale may lack: the desk's words, which are English then. Everybody else's must be there.
const STAFF: &str = "desk";

/// What the browser says, too.
const BROWSER: [&str; 1] = ["main"];

/// What the server's pages say.
const SERVER: [&str; 13] = [
    "main",
    "pages",
    "trust",
    "owner",
    "keyring",
    "returns",
    "feedback",
    "suggestion",
    "rewards",
    "privacy",
    "pedigree",
    "places",
    "desk",
];

fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=styles");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    let is_browser = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32");
    let files: &[&str] = if is_browser { &BROWSER } else { &SERVER };
    let rust = messages::generate("locales", &LOCALES, files, STAFF);
    fs::write(out.join("messages.rs"), rust).expect("OUT_DIR can be written");
    fs::write(out.join("style.css"), style()).expect("OUT_DIR can be written");
}

fn style() -> String {
    let mut paths: Vec<PathBuf> = fs::read_dir("styles")
        .expect("the folder styles is there")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "css"))
        .collect();
    paths.sort();
    let text = |path: &PathBuf| fs::read_to_string(path).expect("a style sheet can be read");
    minified(&paths.iter().map(text).collect::<String>())
}

/// Without comments, indentation and line ends.
fn minified(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        rest = rest[start..]
            .find("*/")
            .map_or("", |end| &rest[start + end + 2..]);
    }
    out.push_str(rest);
    out.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}
