//! Whether the decoder says the same natively, as `touchstone decode` has it, and as WebAssembly.

use std::process::Command;

use anyhow::Result;

use crate::{
    command::{command, root, run, target},
    test::BUILT_FOR_THE_TESTS,
    tools::Tools,
    wasm,
};

/// Pictures of each generated set that are read by both, and in a deep test.
const MADE: (u32, u32) = (2, 40);

/// A runner that has pictures read by both, those of the corpus too where `TOUCHSTONE_CORPUS` is set. A
/// deep test looks at more of them, and as a photograph as well as a frame.
///
/// # Errors
/// Where something can't be built.
pub fn runner(tools: &Tools, deep: bool) -> Result<Command> {
    let ours = wasm::decoder_alone(tools)?;
    let frames = target().join("parity");
    let made = if deep { MADE.1 } else { MADE.0 };
    run(command("cargo").args(BUILT_FOR_THE_TESTS))?;
    let programs = target().join("debug");
    run(command(programs.join("examples/read_rate"))
        .arg(format!("--export={}", frames.display()))
        .arg(format!("--made={made}")))?;
    let mut node = command("node");
    node.arg(root().join("e2e/parity.mjs"))
        .arg(ours)
        .arg(frames)
        .arg(programs.join("touchstone"))
        .arg("frame")
        .args(deep.then_some("photo"));
    Ok(node)
}
