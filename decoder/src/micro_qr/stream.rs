//! Data bits of a Micro QR Code → payload: segments (ISO/IEC 18004, section 7.4).

use crate::{
    Charset, Payload, SymbolError,
    payload::Builder,
    qr::stream::{Bits, alphanumeric, bytes, kanji, numeric},
};

use super::codewords::Data;

/// Reads all segments.
///
/// # Errors
/// `Format` where they are not as the standard says.
pub(crate) fn payload(data: &Data) -> Result<Payload, SymbolError> {
    let version = data.version;
    let mut bits = Bits::new(&data.bytes, data.bits);
    let mut out = Builder::new(Charset::Unsaid);
    // The terminator is a numeric segment of no digits.
    while bits.left() > 2 * version {
        let mode = bits.take(version - 1)?;
        match mode {
            0 => match bits.take(version + 2)? {
                0 => break,
                count => numeric(&mut bits, count, &mut out)?,
            },
            1 => {
                let count = bits.take(version + 1)?;
                alphanumeric(&mut bits, count, false, &mut out)?;
            }
            2 => {
                let count = bits.take(version + 1)?;
                bytes(&mut bits, count, &mut out)?;
            }
            _ => {
                let count = bits.take(version)?;
                kanji(&mut bits, count, &mut out)?;
            }
        }
    }
    let is_confirmed = !data.is_doubtful || bits.is_padded(0);
    if out.bytes.is_empty() || !is_confirmed {
        return Err(SymbolError::Format);
    }
    Ok(out.build(*b"]Q1"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], version: usize, bits: usize) -> Result<String, SymbolError> {
        let data = Data {
            bytes: bytes.to_vec(),
            version,
            bits,
            is_doubtful: true,
            spare: 1.0,
        };
        payload(&data).map(|payload| payload.text())
    }

    #[test]
    fn the_example_of_the_standard() {
        // ISO/IEC 18004, section 7.4.3: 01234567 in M2.
        let bytes = [
            0b0100_0000,
            0b0001_1000,
            0b1010_1100,
            0b1100_0011,
            0b0000_0000,
        ];
        assert_eq!(read(&bytes, 2, 40).as_deref(), Ok("01234567"));
    }

    #[test]
    fn modes_and_what_follows_the_end() {
        // M1, five digits: no room for a terminator.
        assert_eq!(
            read(&[0b1010_0011, 0b1101_1010, 0b1101_0000], 1, 20).as_deref(),
            Ok("12345")
        );
        // M3, two bytes: mode 2, count 2, `ab`, terminator, pads, and a half one.
        let mut m3 = [
            0b1000_1001,
            0b1000_0101,
            0b1000_1000,
            0,
            0xec,
            0x11,
            0xec,
            0x11,
            0xec,
            0x11,
            0,
        ];
        assert_eq!(read(&m3, 3, 84).as_deref(), Ok("ab"));
        m3[6] = 0;
        assert_eq!(read(&m3, 3, 84), Err(SymbolError::Format));
    }
}
