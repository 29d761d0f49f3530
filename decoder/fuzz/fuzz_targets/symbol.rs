//! A symbol whose modules are turned over here and there: close to what is read, which noise never is.
#![no_main]

use label::{Modules, Request, Symbology, encode};

#[path = "../../tests/pixels/mod.rs"]
#[allow(dead_code, reason = "the other targets use the rest of it")]
mod pixels;

/// Pixels a module.
const MODULE: usize = 3;

/// Light pixels around.
const QUIET: usize = 12;

libfuzzer_sys::fuzz_target!(|input: (bool, &str, &[u8])| {
    let (is_qr, content, turned) = input;
    let symbology = match is_qr {
        true => Symbology::QrCode,
        false => Symbology::DataMatrix,
    };
    let request = Request {
        symbology,
        gs1: false,
        content,
    };
    if let Ok(modules) = encode(&request) {
        let drawn = drawn(&modules, turned);
        pixels::look(&drawn);
        pixels::watch(&[drawn]);
    }
});

/// Each pair of bytes is the place of a module that is turned over.
fn drawn(modules: &Modules, turned: &[u8]) -> pixels::Pixels {
    let (rows, cols) = (modules.rows(), modules.cols());
    let mut bits: Vec<bool> = (0..rows * cols)
        .map(|at| modules.bit(at / cols, at % cols))
        .collect();
    for pair in turned.chunks_exact(2) {
        let at = usize::from(pair[0]) * 256 + usize::from(pair[1]);
        bits[at % (rows * cols)] ^= true;
    }
    let (width, height) = (cols * MODULE + 2 * QUIET, rows * MODULE + 2 * QUIET);
    let mut levels = vec![220; width * height];
    for (at, _) in bits.iter().enumerate().filter(|(_, dark)| **dark) {
        let (top, left) = (QUIET + at / cols * MODULE, QUIET + at % cols * MODULE);
        for y in top..top + MODULE {
            levels[y * width + left..][..MODULE].fill(30);
        }
    }
    pixels::Pixels {
        width,
        height,
        levels,
    }
}
