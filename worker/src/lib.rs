//! The Web Worker's wasm: frames in, symbols and identities out.
