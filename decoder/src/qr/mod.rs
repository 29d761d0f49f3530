//! QR Code, ISO/IEC 18004.

mod align;
pub(crate) mod codewords;
pub(crate) mod decode;
pub(crate) mod detect;
pub(crate) mod finder;
mod line;
mod locate;
pub(crate) mod outline;
mod pattern;
mod rhythm;
pub(crate) mod stream;
mod triple;
