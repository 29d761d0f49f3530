//! A camera that sees any pixels, of one size for a while and then of another.
#![no_main]

#[path = "../../tests/pixels/mod.rs"]
#[allow(dead_code, reason = "the other targets use the rest of it")]
mod pixels;

libfuzzer_sys::fuzz_target!(|input: (u8, u8, u8, &[u8])| {
    let (width, height, block, bytes) = input;
    let block = 1 + usize::from(block) % 6;
    let first = pixels::Pixels::of(width.into(), height.into(), block, bytes);
    let (half, _) = bytes.split_at(bytes.len() / 2);
    let next = pixels::Pixels::of(width.into(), height.into(), block, half);
    let other = first.turned();
    pixels::watch(&[first.clone(), next, first.mirrored(), first, other.clone(), other]);
});
