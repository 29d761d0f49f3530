//! The least wasm that reads a text with everything that the crate has: what the crate adds to a
//! wasm that uses it, at the most. Built and measured by `cargo xtask bench size`.

#![allow(
    unsafe_code,
    reason = "a function that wasm exports needs its own name"
)]

/// Reads the text at an address and tells how many elements and faults it has.
///
/// # Safety
/// `len` bytes at `text` must be readable.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn read(text: *const u8, len: usize) -> usize {
    // SAFETY: as above.
    let bytes = unsafe { std::slice::from_raw_parts(text, len) };
    let (message, faults) = gs1::parse(std::str::from_utf8(bytes).unwrap_or_default(), None);
    let path = message
        .identity()
        .map(|identity| identity.digital_link_path());
    let titles: usize = message
        .elements
        .iter()
        .map(|e| message.title(e.ai).len())
        .sum();
    message.elements.len() + faults.len() + path.map_or(0, |path| path.len()) + titles
}
