//! Unguessable serial numbers for GS1's AI 21, without a row each.
//!
//! The serials of a product are a keyed permutation of a counter: who holds the key makes the n-th
//! serial, and finds n again in a serial, without having kept any.
//! Sixteen characters of base32 are 80 bits, of which the counter needs 40: a serial that does not
//! decrypt to 40 zero bits before a counter was never issued.
//!
//! ```
//! use issue::{IssueKey, Issuer, Serial};
//!
//! // 32 bytes that nobody else knows, from the operating system's generator; not these.
//! let issuer = Issuer::new(&IssueKey::new([7; 32]), 9506000134352);
//! let serials: Vec<Serial> = issuer.serials(0..1000).collect();
//! assert_eq!(issuer.open(&serials[41]), Some(41));
//! ```
//!
//! The permutation is FF1 (NIST SP 800-38G) with AES-256, in our own code.
//! The crate has no clock, no files and no randomness: keys are the caller's.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

pub mod base32;
mod ff1;
mod key;
pub use key::{HiddenKey, IssueKey};
mod serial;
pub use serial::Serial;
mod issuer;
pub use issuer::{CounterError, Issuer};
mod hidden;
pub use hidden::{HIDDEN_LEN, HiddenCode, HiddenIssuer, ParseCodeError};

mod typed;
pub use typed::{GROUP_LEN, GROUPS, TypedError, TypedSerial};

/// Characters of a serial; 5 bits each.
pub const SERIAL_LEN: usize = 16;

/// Counters are below this: 2^40, about 1.1 million million serials of a product.
pub const MAX_COUNTER: u64 = 1 << 40;

/// The examples of the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
