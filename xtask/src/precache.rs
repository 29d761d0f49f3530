//! What the service worker keeps from the first visit on: a list with the digest of its content; and
//! programs and scripts in brotli at its best, which takes too long to be done for each answer.
//!
//! Trunk calls this when the staged files are whole (`TRUNK_STAGING_DIR`).

use std::{
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    thread,
};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

use crate::command::root;

/// Puts `BUILD` and `PRECACHE` above the staged `sw.js`, and `NAME.br` beside whatever is sent in brotli.
pub fn run() -> Result<()> {
    let staged =
        env::var_os("TRUNK_STAGING_DIR").map_or_else(|| root().join("dist"), PathBuf::from);
    let worker = fs::read_to_string(root().join("public/sw.js"))?;
    let (build, files) = list(&staged)?;
    let mut text = format!(
        "const BUILD = \"{build}\";\nconst PRECACHE = [\n  \"/scan\",\n  \"/style.css\",\n"
    );
    for file in files {
        let _ = writeln!(text, "  \"/{file}\",");
    }
    text.push_str("];\n");
    fs::write(staged.join("sw.js"), text + &worker).context("writing sw.js")?;
    compress(&staged)
}

/// Writes `NAME.br` beside each program, script and style sheet (RFC 7932, quality 11).
fn compress(staged: &Path) -> Result<()> {
    let is_text = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        matches!(ending, Some("wasm" | "js" | "css"))
    };
    thread::scope(|scope| {
        let files = walk(staged)?.into_iter().filter(is_text);
        let each: Vec<_> = files
            .map(|path| scope.spawn(move || compress_file(&path)))
            .collect();
        each.into_iter()
            .try_for_each(|done| done.join().expect("compressing doesn't panic"))
    })
}

fn compress_file(path: &Path) -> Result<()> {
    let bytes = fs::read(path)?;
    let best = brotli::enc::BrotliEncoderParams {
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut small, &best)?;
    let mut name = path.as_os_str().to_owned();
    name.push(".br");
    fs::write(&name, small).with_context(|| format!("writing {}", name.display()))
}

/// The digest of everything staged, and the files of the first screen: all but the decoder's worker,
/// which is fetched when the camera is first used, and the inspector's page.
fn list(staged: &Path) -> Result<(String, Vec<String>)> {
    let mut digest = Sha256::new();
    let mut files = Vec::new();
    for path in walk(staged)? {
        let name = path
            .strip_prefix(staged)?
            .to_string_lossy()
            .replace('\\', "/");
        // Of a run before this one: no file that a browser asks for.
        if name.ends_with(".br") {
            continue;
        }
        digest.update(name.as_bytes());
        digest.update(fs::read(&path)?);
        let is_first = !name.starts_with("worker")
            && !name.starts_with("inspect")
            && !name.starts_with("sw")
            && name != "index.html"
            && !matches!(&*name, "passkey.js" | "privacy.js");
        if is_first {
            files.push(name);
        }
    }
    // The pages' style comes from the server and is part of the build all the same.
    for path in walk(&root().join("app/styles"))? {
        digest.update(fs::read(path)?);
    }
    let digest = digest.finalize();
    let build = digest.iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    Ok((build, files))
}

/// Every file below a folder, sorted.
fn walk(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).with_context(|| format!("reading {}", next.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}
