//! Wasm of examples, built and optimized as the worker's is.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Result;

use crate::{
    command::{command, run, target},
    tools::Tools,
};

const TARGET: &str = "wasm32-unknown-unknown";

/// Builds an example of a package with the worker's profile. Gives the wasm as the compiler leaves it.
///
/// # Errors
/// Where it does not compile.
pub fn example(package: &str, name: &str) -> Result<PathBuf> {
    run(command("cargo")
        .args(["build", "--quiet", "--profile", "wasm-worker"])
        .args(["--target", TARGET, "-p", package, "--example", name]))?;
    Ok(target()
        .join(TARGET)
        .join("wasm-worker/examples")
        .join(name)
        .with_extension("wasm"))
}

/// What `wasm-opt` is told beside its level for the worker, as in `index.html`: the compiler has already put
/// functions in the place of their calls where that pays, and doing more of it only made the worker larger.
pub const WORKER_PARAMS: &str = "--one-caller-inline-max-function-size=0 \
    --always-inline-max-function-size=5 --strip-producers --strip-target-features";

/// Optimizes as Trunk does for the worker (`data-wasm-opt` and its parameters in `index.html`).
///
/// # Errors
/// Where `wasm-opt` fails.
pub fn optimized(tools: &Tools, from: &Path, to: &Path) -> Result<()> {
    run(tools
        .command("wasm-opt")
        .args(["-O3", "--strip-debug"])
        .args(WORKER_PARAMS.split(' '))
        .args(["--enable-bulk-memory", "--enable-sign-ext"])
        .args(["--enable-nontrapping-float-to-int"])
        .args(["--enable-mutable-globals"])
        .args(["--enable-reference-types", "--enable-multivalue"])
        .args(["--enable-simd"])
        .arg(from)
        .arg("-o")
        .arg(to))
}

/// The decoder alone, bound to JavaScript and optimized: a folder of `decoder_alone.js` and
/// `decoder_alone_bg.wasm`.
///
/// # Errors
/// Where it cannot be built.
pub fn decoder_alone(tools: &Tools) -> Result<PathBuf> {
    let built = example("worker", "decoder_alone")?;
    let folder = target().join("bench-decode/ours");
    fs::create_dir_all(&folder)?;
    run(tools
        .command("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg(&folder)
        .arg(&built))?;
    let bound = folder.join("decoder_alone_bg.wasm");
    let optimum = folder.join("optimized.wasm");
    optimized(tools, &bound, &optimum)?;
    fs::rename(&optimum, &bound)?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::WORKER_PARAMS;
    use crate::command::root;

    #[test]
    fn trunk_and_the_bench_optimize_alike() {
        let page = std::fs::read_to_string(root().join("index.html")).expect("a page");
        let params = format!("data-wasm-opt-params=\"{WORKER_PARAMS}\"");
        assert!(page.contains(&params), "{params}");
    }
}
