//! QR Code, ISO/IEC 18004.

mod align;
mod codewords;
pub(crate) mod decode;
pub(crate) mod detect;
mod finder;
mod locate;
mod pattern;
mod stream;
mod triple;
