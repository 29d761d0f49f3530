//! A symbol whose modules are turned over here and there: close to what is read, which noise never is.
#![no_main]

use label::{
    Correction, Modules, Request, Symbology, encode,
    scene::{RMQR_VERSIONS, Segment, micro_qr, rmqr},
};

#[path = "../../tests/pixels/mod.rs"]
#[allow(dead_code, reason = "the other targets use the rest of it")]
mod pixels;

/// Pixels a module.
const MODULE: usize = 3;

/// Light pixels around.
const QUIET: usize = 12;

libfuzzer_sys::fuzz_target!(|input: (u8, &str, &[u8])| {
    let (kind, content, turned) = input;
    if let Some(modules) = symbol(kind, content) {
        let drawn = drawn(&modules, turned);
        pixels::look(&drawn);
        pixels::watch(&[drawn]);
    }
});

/// A symbol by a number that says its kind, size and level; `None` where the content does not fit.
fn symbol(kind: u8, content: &str) -> Option<Modules> {
    let request = |symbology| Request {
        symbology,
        gs1: false,
        content,
    };
    let rest = usize::from(kind / 4);
    match kind % 4 {
        0 => encode(&request(Symbology::DataMatrix)).ok(),
        1 => encode(&request(Symbology::QrCode)).ok(),
        2 => {
            let level = [Correction::L, Correction::M, Correction::Q][rest / 4 % 3];
            micro_qr(1 + (rest % 4) as u8, level, content)
        }
        _ => rmqr(rest % RMQR_VERSIONS, rest >= RMQR_VERSIONS, &[Segment::of(content)]),
    }
}

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
