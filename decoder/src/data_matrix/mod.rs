//! Data Matrix ECC 200, ISO/IEC 16022.

mod codewords;
pub(crate) mod decode;
pub(crate) mod detect;
mod locate;
mod outline;
mod pattern;
mod stream;
mod timing;
