//! `cargo xtask bench size`: what a browser loads, in brotli at its best.

use std::{fs, process::Stdio};

use anyhow::{Context as _, Result, bail};

use crate::command::{command, root};

/// Parts with their budgets in KB of 1024 bytes.
const BUDGETS: [(&str, &str, f64); 2] =
    [("main bundle", "app", 150.0), ("worker", "worker", 290.0)];

/// Prints the sizes; fails where a budget is passed.
pub fn size() -> Result<()> {
    let dist = root().join("dist");
    let mut is_over = false;
    for (name, prefix, budget) in BUDGETS {
        let mut total = 0;
        for entry in
            fs::read_dir(&dist).context("reading dist: build it with `cargo xtask serve`")?
        {
            let path = entry?.path();
            let file = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let is_code = file.ends_with(".js") || file.ends_with(".wasm");
            if !is_code || !file.starts_with(prefix) {
                continue;
            }
            let bytes = brotli(&fs::read(&path)?)?;
            println!("  {file:48} {:7.1} KB", bytes as f64 / 1024.0);
            total += bytes;
        }
        let kilobytes = total as f64 / 1024.0;
        println!("{name:14} {kilobytes:7.1} KB brotli, budget {budget:.0} KB");
        is_over |= kilobytes > budget || total == 0;
    }
    if is_over {
        bail!("a budget is passed, or a part is missing");
    }
    Ok(())
}

/// Node has brotli built in; quality 11.
fn brotli(bytes: &[u8]) -> Result<usize> {
    let script = "const b=require('fs').readFileSync(0);const z=require('zlib');\
                  console.log(z.brotliCompressSync(b,{params:{[z.constants.BROTLI_PARAM_QUALITY]:11,\
                  [z.constants.BROTLI_PARAM_SIZE_HINT]:b.length}}).length)";
    let mut child = command("node")
        .args(["-e", script])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("`node` could not be started")?;
    if let Some(mut stdin) = child.stdin.take() {
        std::io::Write::write_all(&mut stdin, bytes)?;
    }
    let output = child.wait_with_output()?;
    String::from_utf8_lossy(&output.stdout)
        .trim()
        .parse()
        .context("node printed no size")
}
