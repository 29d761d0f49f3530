//! QR Code, ISO/IEC 18004.

mod align;
mod codewords;
pub(crate) mod decode;
pub(crate) mod detect;
pub(crate) mod finder;
mod locate;
mod pattern;
mod rhythm;
mod stream;
mod triple;
