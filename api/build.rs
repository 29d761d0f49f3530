//! Lists the demo's files, so that the command carries them with it.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("demo");
    println!("cargo::rerun-if-changed=demo");
    println!("cargo::rerun-if-changed=build.rs");
    let text = |name: &str| format!("include_str!({:?})", folder.join(name));
    let mut out = String::new();
    for (constant, name) in [
        ("BRAND", "brand.jsonl"),
        ("CHECKS", "checks.jsonl"),
        ("FEEDBACK", "feedback.jsonl"),
        ("LABELS", "labels.json"),
    ] {
        out += &format!("const {constant}: &str = {};\n", text(name));
    }
    out += "const EVENTS: &[(&str, &str)] = &[\n";
    for name in names(&folder.join("events"))? {
        out += &format!("    ({name:?}, {}),\n", text(&format!("events/{name}")));
    }
    out += "];\nstatic PICTURES: &[(&str, &[u8])] = &[\n";
    for name in names(&folder.join("pictures"))? {
        let path = folder.join("pictures").join(&name);
        out += &format!("    ({name:?}, include_bytes!({path:?})),\n");
    }
    out += "];\n";
    let target = Path::new(&env::var("OUT_DIR").map_err(io::Error::other)?).join("demo_files.rs");
    fs::write(target, out)
}

/// The files of a folder, by name.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            names.extend(entry.file_name().into_string());
        }
    }
    names.sort();
    Ok(names)
}
