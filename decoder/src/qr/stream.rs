//! Data bytes of a QR Code → payload: segments (ISO/IEC 18004, section 7.4).

use crate::{Charset, Payload, StructuredAppend, SymbolError, payload::Builder};

use super::codewords::Data;

/// What alphanumeric mode can say.
const ALPHANUMERIC: &[u8; 45] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/// GS, what FNC1 becomes.
const GS: u8 = 0x1d;

/// Whether and where the symbol has FNC1.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fnc1 {
    Absent,
    First,
    Second,
}

/// Bits, the highest first.
pub(crate) struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
    end: usize,
}

impl<'a> Bits<'a> {
    /// The first `count` bits of these bytes, which are so many at the least.
    pub(crate) fn new(bytes: &'a [u8], count: usize) -> Bits<'a> {
        Bits {
            bytes,
            at: 0,
            end: count.min(bytes.len() * 8),
        }
    }

    pub(crate) fn left(&self) -> usize {
        self.end - self.at
    }

    /// Up to 16 bits.
    pub(crate) fn take(&mut self, count: usize) -> Result<u32, SymbolError> {
        if count > self.left() {
            return Err(SymbolError::Format);
        }
        let mut value = 0;
        for at in self.at..self.at + count {
            value = value << 1 | u32::from(self.bytes[at / 8] >> (7 - at % 8) & 1);
        }
        self.at += count;
        Ok(value)
    }

    /// Whether what follows the end is what the standard fills it with, in `least` bytes or more.
    pub(crate) fn is_padded(&mut self, least: usize) -> bool {
        let to_byte = ((8 - self.at % 8) % 8).min(self.left());
        let is_zero = self.take(to_byte) == Ok(0);
        // Half a byte at the end, where there is one, is 0.
        let (whole, all) = (self.end / 8, self.end.div_ceil(8));
        let rest = self.bytes.get(self.at.div_ceil(8)..whole).unwrap_or(&[]);
        let pads = [0xec, 0x11].iter().cycle();
        let is_end_zero =
            self.at > whole * 8 || self.bytes[whole..all].iter().all(|byte| *byte == 0);
        is_zero
            && is_end_zero
            && rest.len() >= least
            && rest.iter().zip(pads).all(|(byte, pad)| byte == pad)
    }
}

/// How a symbology says what follows.
pub(crate) struct Modes {
    /// QR Code's mode indicators, by the symbology's own; as many as a power of two.
    pub(crate) indicators: &'static [u8],
    /// Bits of a count of digits, alphanumeric characters, bytes and kanji.
    pub(crate) counts: [usize; 4],
}

/// QR Code's own, in four bits.
const INDICATORS: [u8; 16] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

/// Reads all segments of a QR Code.
///
/// # Errors
/// `Format` where they are not as the standard says, `Unsupported` where a mode is reserved.
pub(crate) fn payload(data: &Data) -> Result<Payload, SymbolError> {
    // The lengths that the fields have up to version 9, 26 and 40.
    let counts = match data.version {
        0..10 => [10, 9, 8, 8],
        10..27 => [12, 11, 16, 10],
        _ => [14, 13, 16, 12],
    };
    let modes = Modes {
        indicators: &INDICATORS,
        counts,
    };
    segments(data, &modes)
}

/// The same of any symbology that has such segments.
///
/// # Errors
/// As there.
pub(crate) fn segments(data: &Data, modes: &Modes) -> Result<Payload, SymbolError> {
    let [digits, characters, octets, pairs] = modes.counts;
    let mode_bits = modes.indicators.len().ilog2() as usize;
    let mut bits = Bits::new(&data.bytes, data.bytes.len() * 8);
    let mut out = Builder::new(Charset::Unsaid);
    let mut fnc1 = Fnc1::Absent;
    while bits.left() >= mode_bits {
        let indicator = bits.take(mode_bits)?;
        match modes.indicators[indicator as usize] {
            0 => break,
            1 => {
                let count = bits.take(digits)?;
                numeric(&mut bits, count, &mut out)?;
            }
            2 => {
                let count = bits.take(characters)?;
                alphanumeric(&mut bits, count, fnc1 != Fnc1::Absent, &mut out)?;
            }
            3 => {
                out.structured_append = Some(StructuredAppend {
                    index: bits.take(4)? as u8,
                    count: bits.take(4)? as u8 + 1,
                    id: bits.take(8)? as u16,
                });
            }
            4 => {
                let count = bits.take(octets)?;
                bytes(&mut bits, count, &mut out)?;
            }
            5 => fnc1 = Fnc1::First,
            7 => out.eci(eci(&mut bits)?),
            8 => {
                let count = bits.take(pairs)?;
                kanji(&mut bits, count, &mut out)?;
            }
            9 => {
                application(&mut bits, &mut out)?;
                fnc1 = Fnc1::Second;
            }
            13 => hanzi(&mut bits, pairs, &mut out)?,
            _ => return Err(SymbolError::Unsupported),
        }
    }
    let is_confirmed = data.least_pads.is_none_or(|least| bits.is_padded(least));
    if out.bytes.is_empty() || !is_confirmed {
        return Err(SymbolError::Format);
    }
    let modifier = match (fnc1, out.has_eci) {
        (Fnc1::Absent, false) => b'1',
        (Fnc1::Absent, true) => b'2',
        (Fnc1::First, false) => b'3',
        (Fnc1::First, true) => b'4',
        (Fnc1::Second, false) => b'5',
        (Fnc1::Second, true) => b'6',
    };
    Ok(out.build([b']', b'Q', modifier]))
}

/// So many digits.
pub(crate) fn numeric(
    bits: &mut Bits<'_>,
    mut left: u32,
    out: &mut Builder,
) -> Result<(), SymbolError> {
    while left > 0 {
        let digits = left.min(3);
        let value = bits.take(1 + 3 * digits as usize)?;
        if value >= 10u32.pow(digits) {
            return Err(SymbolError::Format);
        }
        for place in (0..digits).rev() {
            out.bytes.push(b'0' + (value / 10u32.pow(place) % 10) as u8);
        }
        left -= digits;
    }
    Ok(())
}

/// So many bytes as they are.
pub(crate) fn bytes(bits: &mut Bits<'_>, count: u32, out: &mut Builder) -> Result<(), SymbolError> {
    for _ in 0..count {
        let byte = bits.take(8)? as u8;
        out.bytes.push(byte);
    }
    Ok(())
}

/// So many characters; in a symbol with FNC1, `%` stands for it.
pub(crate) fn alphanumeric(
    bits: &mut Bits<'_>,
    mut left: u32,
    has_fnc1: bool,
    out: &mut Builder,
) -> Result<(), SymbolError> {
    let mut text = Vec::with_capacity(left as usize);
    let character = |value: u32| {
        let byte = ALPHANUMERIC.get(value as usize);
        byte.copied().ok_or(SymbolError::Format)
    };
    while left > 1 {
        let pair = bits.take(11)?;
        text.push(character(pair / 45)?);
        text.push(character(pair % 45)?);
        left -= 2;
    }
    if left == 1 {
        text.push(character(bits.take(6)?)?);
    }
    if !has_fnc1 {
        out.bytes.extend(text);
        return Ok(());
    }
    // `%` is FNC1 there, and `%%` is `%`.
    let mut rest = &text[..];
    while let [first, after @ ..] = rest {
        let (byte, after) = match (first, after) {
            (b'%', [b'%', after @ ..]) => (b'%', after),
            (b'%', after) => (GS, after),
            (other, after) => (*other, after),
        };
        out.bytes.push(byte);
        rest = after;
    }
    Ok(())
}

fn eci(bits: &mut Bits<'_>) -> Result<u32, SymbolError> {
    let first = bits.take(8)?;
    match first {
        0..=0x7f => Ok(first),
        0x80..=0xbf => Ok((first & 0x3f) << 8 | bits.take(8)?),
        0xc0..=0xdf => Ok((first & 0x1f) << 16 | bits.take(16)?),
        _ => Err(SymbolError::Format),
    }
}

/// The indicator of an AIM application: two digits or a letter.
fn application(bits: &mut Bits<'_>, out: &mut Builder) -> Result<(), SymbolError> {
    if !out.bytes.is_empty() {
        return Err(SymbolError::Format);
    }
    match bits.take(8)? as u8 {
        digits @ 0..=99 => out.bytes.extend([b'0' + digits / 10, b'0' + digits % 10]),
        letter @ (165..=190 | 197..=222) => out.bytes.push(letter - 100),
        _ => return Err(SymbolError::Format),
    }
    Ok(())
}

/// Two bytes a character of a double-byte set, packed into 13 bits.
fn pairs(
    bits: &mut Bits<'_>,
    count: u32,
    label: &'static str,
    unpacked: fn(u32) -> u32,
    out: &mut Builder,
) -> Result<(), SymbolError> {
    let mut bytes = Vec::new();
    for _ in 0..count {
        let value = unpacked(bits.take(13)?);
        bytes.extend([(value >> 8) as u8, value as u8]);
    }
    out.extend_in(Charset::Labelled(label), bytes.into_iter());
    Ok(())
}

/// So many characters of Shift JIS.
pub(crate) fn kanji(bits: &mut Bits<'_>, count: u32, out: &mut Builder) -> Result<(), SymbolError> {
    let unpacked = |packed: u32| {
        let value = ((packed / 0xc0) << 8) | (packed % 0xc0);
        value + if value < 0x1f00 { 0x8140 } else { 0xc140 }
    };
    pairs(bits, count, "shift_jis", unpacked, out)
}

/// Simplified Chinese (GB/T 18284).
fn hanzi(bits: &mut Bits<'_>, length: usize, out: &mut Builder) -> Result<(), SymbolError> {
    if bits.take(4)? != 1 {
        return Err(SymbolError::Unsupported);
    }
    let count = bits.take(length)?;
    let unpacked = |packed: u32| {
        let value = ((packed / 0x60) << 8) | (packed % 0x60);
        value + if value < 0xa00 { 0xa1a1 } else { 0xa6a1 }
    };
    pairs(bits, count, "gb18030", unpacked, out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `4:2` is the value 2 in four bits.
    fn packed(fields: &str) -> Vec<u8> {
        let mut bits = Vec::new();
        for field in fields.split_whitespace() {
            let (count, value) = field.split_once(':').unwrap();
            let (count, value): (usize, u32) = (count.parse().unwrap(), value.parse().unwrap());
            bits.extend((0..count).rev().map(|at| (value >> at & 1) as u8));
        }
        bits.resize(bits.len().next_multiple_of(8), 0);
        bits.chunks(8)
            .map(|eight| eight.iter().fold(0, |byte, bit| byte << 1 | bit))
            .collect()
    }

    fn read(fields: &str, version: usize) -> Result<Payload, SymbolError> {
        payload(&Data {
            bytes: packed(fields),
            version,
            least_pads: None,
            spare: 1.0,
        })
    }

    #[track_caller]
    fn check(fields: &str, expected: &str) {
        let payload = read(fields, 1).unwrap();
        let text = payload.text_by(|label, bytes| Some(format!("<{label} {bytes:02x?}>")));
        assert_eq!(
            format!("{} {text}", payload.symbology_identifier()),
            expected
        );
    }

    #[test]
    fn every_mode() {
        check("4:1 10:8 10:12 10:345 7:67 4:0", "]Q1 01234567");
        check("4:2 9:5 11:462 11:1849 6:42 4:0", "]Q1 AC-4.");
        check("4:4 8:2 8:72 8:105", "]Q1 Hi");
        check(
            "4:8 8:2 13:3487 13:6826",
            "]Q1 <shift_jis [93, 5f, e4, aa]>",
        );
        check("4:13 4:1 8:1 13:1", "]Q1 <gb18030 [a1, a2]>");
        check("4:7 8:26 4:4 8:2 8:195 8:169", "]Q2 é");
        check("4:7 8:129 8:4 4:4 8:1 8:233", "]Q2 é");
        check("4:5 4:1 10:2 7:1 4:2 9:3 11:1720 6:10", "]Q3 01\u{1d}AA");
        check("4:5 4:2 9:3 11:1748 6:38", "]Q3 %\u{1d}");
        check("4:5 4:7 8:3 4:4 8:1 8:65", "]Q4 A");
        check("4:9 8:37 4:4 8:1 8:65", "]Q5 37A");
        check("4:9 8:165 4:7 8:3 4:4 8:1 8:66", "]Q6 AB");
    }

    #[test]
    fn one_of_several() {
        let payload = read("4:3 4:1 4:2 8:77 4:4 8:1 8:65", 1).unwrap();
        let expected = StructuredAppend {
            index: 1,
            count: 3,
            id: 77,
        };
        assert_eq!(payload.structured_append, Some(expected));
    }

    #[test]
    fn lengths_go_by_version() {
        let text = |version: usize, fields: &str| read(fields, version).unwrap().bytes;
        assert_eq!(text(10, "4:4 16:1 8:65"), b"A");
        assert_eq!(text(26, "4:1 12:1 4:7"), b"7");
        assert_eq!(text(27, "4:1 14:1 4:7"), b"7");
        assert_eq!(text(27, "4:2 13:1 6:10"), b"A");
    }

    #[test]
    fn what_is_no_stream() {
        for fields in [
            "4:0",
            "4:1 10:3 10:1000",
            "4:2 9:1 6:45",
            "4:4 8:9 8:1",
            "4:9 8:120 4:0",
        ] {
            assert_eq!(read(fields, 1), Err(SymbolError::Format), "{fields}");
        }
        assert_eq!(read("4:6 4:0", 1), Err(SymbolError::Unsupported));
    }

    #[test]
    fn doubtful_data_must_be_filled_as_it_should() {
        let mut data = Data {
            bytes: packed("4:4 8:1 8:65 4:0 8:236 8:17 8:236"),
            version: 1,
            least_pads: Some(3),
            spare: 0.2,
        };
        assert!(payload(&data).is_ok());
        data.least_pads = Some(4);
        assert_eq!(payload(&data), Err(SymbolError::Format));
        data.least_pads = Some(0);
        data.bytes[4] ^= 1;
        assert_eq!(payload(&data), Err(SymbolError::Format));
        data.least_pads = None;
        assert!(payload(&data).is_ok());
    }
}
