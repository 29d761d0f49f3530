//! Serials to measure with: as many as are wanted, and others that were never issued.

/// The product of all of them.
pub const GTIN: &str = "09506000134352";

/// A serial of 16 characters; from 2^40 on they were never issued.
pub fn serial(number: u64) -> String {
    // An odd factor: no two numbers make one serial.
    format!("{:016X}", number.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}
