//! The Web Worker: frames in, symbols and what they say out.
//!
//! It is disposable: it says `Ready` first, keeps between frames only what makes the next one sooner
//! read, and may be terminated at any moment. The contract is `wire::scan`. Built for wasm32 only; natively it is an empty program.

#![cfg_attr(target_arch = "wasm32", deny(clippy::unwrap_used, clippy::expect_used))]

#[cfg(target_arch = "wasm32")]
mod frame;
#[cfg(target_arch = "wasm32")]
mod read;
#[cfg(target_arch = "wasm32")]
mod scope;

fn main() {
    #[cfg(target_arch = "wasm32")]
    scope::listen();
}
