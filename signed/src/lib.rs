//! Signed codes: an Ed25519 signature (RFC 8032) over what a GS1 code says of one unit.
//!
//! A brand's key signs product, batch, dates and serial, and the signature stands in the code
//! itself, so that a phone without a network can tell what the brand wrote from what somebody else
//! did. It can't tell a copy from the original: a copied code has the same signature.
//!
//! ```text
//! code ──gs1──▶ Message ──Statement::of──▶ the bytes that are signed ─┐
//!                  └─────Seal::of──▶ key id, signature ──KeyRing::judge┴──▶ trace::Signature
//! ```
//!
//! The profile, byte by byte, is in `docs/signed-codes.md`.
//! The crate has no clock, no files and no randomness, and compiles to wasm32; feature `sign` adds
//! what only the brand's side needs.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

pub mod base64url;
mod key;
pub use key::{KeyError, KeyId, PublicKey};
mod statement;
pub use statement::Statement;
mod seal;
pub use seal::{AI, PARAMETER, SEAL_LEN, Seal, SealError, SealFound};
mod ring;
pub use ring::{KeyRing, KnownKey};
#[cfg(feature = "sign")]
mod sign;
#[cfg(feature = "sign")]
pub use sign::SigningKey;

/// What the signed bytes begin with: this profile, in its first version.
pub const PROFILE: &str = "touchstone-signed-code-1";
