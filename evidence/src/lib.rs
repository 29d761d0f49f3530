//! Evidence that stands up: what an inspector's device wrote down, entry by entry.
//!
//! ```text
//! Entry ──to text──▶ SHA-256 ──▶ device's signature (ECDSA P-256) ──▶ Line ──┐
//!    ▲                  │                                                    │
//!    └── `previous` ────┘        server: Witness (Ed25519: "seen at …") ─────┤
//!                                photographs, by digest ─────────────────────┴─▶ sealed report
//! ```
//!
//! Every inspection has a [`Chain`] of lines on each device that takes part in it. A line holds the text
//! of its [`Entry`] as it was signed, so nothing has to be spelled canonically; the entry names the
//! digest of the line before it. Changing, leaving out, reordering or adding a line afterwards breaks
//! the chain or needs the device's key, which its browser does not hand out. The server adds when it saw
//! a line, and seals a report of everything as one archive, in which any changed byte shows.
//!
//! What this does not prove: that the device's clock and place were right, that a photograph shows what
//! somebody says it does, and that nothing was left unrecorded. [`Verified`] names what was witnessed.
//!
//! The crate has no clock, no files and no randomness, and compiles to wasm32; feature `seal` adds what
//! only a server does.

#![deny(missing_docs)]
#![forbid(unsafe_code)]

mod act;
mod chain;
mod digest;
mod entry;
mod key;
mod line;
mod report;
#[cfg(feature = "seal")]
mod seal;
mod witness;

pub use act::{
    Act, Consignment, Counted, Custody, CustodyKind, Decision, Finding, Judged, Photo, Severity,
    Shop,
};
pub use chain::{Broken, Chain};
pub use digest::{Digest, DigestError};
pub use entry::{Entry, FORMAT, Place};
pub use key::{DeviceKey, KeyError, ServerKey};
pub use line::{Line, LineError};
pub use report::{
    Contents, ReportError, Sealer, Unsealed, Verified, VerifiedChain, archive, chain_file, photos,
    verify,
};
#[cfg(feature = "seal")]
pub use seal::ServerSigner;
pub use witness::{Statement, Witness, WitnessError};
