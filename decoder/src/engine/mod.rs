//! The engines behind the seam; nothing outside this folder names them.

pub(crate) mod rqrr;
pub(crate) mod rxing;
#[cfg(test)]
pub(crate) mod rxing_decoder;
