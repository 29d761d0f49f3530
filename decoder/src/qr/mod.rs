//! QR Code, ISO/IEC 18004.

mod align;
mod codewords;
pub(crate) use codewords::FIELD;
pub(crate) mod decode;
pub(crate) mod detect;
pub(crate) mod finder;
mod locate;
mod pattern;
mod rhythm;
pub(crate) mod stream;
mod triple;
