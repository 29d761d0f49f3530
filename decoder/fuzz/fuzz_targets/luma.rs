//! Any pixels, in eight orientations.
#![no_main]

#[path = "../../tests/pixels/mod.rs"]
#[allow(dead_code, reason = "the other targets use the rest of it")]
mod pixels;

libfuzzer_sys::fuzz_target!(|input: (u8, u8, u8, &[u8])| {
    let (width, height, block, bytes) = input;
    let block = 1 + usize::from(block) % 6;
    for one in pixels::Pixels::of(width.into(), height.into(), block, bytes).orientations() {
        pixels::look(&one);
    }
});
