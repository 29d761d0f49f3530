//! Data codewords of a Data Matrix symbol → payload (ISO/IEC 16022, section 5.2).

use crate::{Charset, Payload, StructuredAppend, SymbolError, payload::Builder};

use super::codewords::Data;

/// GS, what FNC1 becomes.
const GS: u8 = 0x1d;

/// A single one of these ends a segment.
const UNLATCH: u8 = 254;

/// The 27 characters of C40's and Text's second shift.
const SHIFT_2: &[u8; 27] = b"!\"#$%&'()*+,-./:;<=>?@[\\]^_";

/// Which of the three-in-two encodations.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Triples {
    C40,
    Text,
    X12,
}

/// Where FNC1 stands that is no separator.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fnc1 {
    Absent,
    First,
    Second,
}

/// The stream while it is read.
struct Stream<'a> {
    codewords: &'a [u8],
    at: usize,
    /// Codewords of structured append that come before all else.
    start: usize,
    fnc1: Fnc1,
    has_trailer: bool,
    out: Builder,
}

/// Reads all segments.
///
/// # Errors
/// `Format` where they are not as the standard says.
pub(crate) fn payload(data: &Data) -> Result<Payload, SymbolError> {
    let mut stream = Stream {
        codewords: &data.bytes,
        at: 0,
        start: 0,
        fnc1: Fnc1::Absent,
        has_trailer: false,
        out: Builder::new(Charset::Latin1),
    };
    stream.ascii()?;
    if stream.has_trailer {
        stream.out.bytes.extend(b"\x1e\x04");
    }
    if stream.out.bytes.is_empty() || (data.is_doubtful && !stream.is_padded()) {
        return Err(SymbolError::Format);
    }
    let modifier = match (stream.fnc1, stream.out.has_eci) {
        (Fnc1::Absent, false) => b'1',
        (Fnc1::First, false) => b'2',
        (Fnc1::Second, false) => b'3',
        (Fnc1::Absent, true) => b'4',
        (Fnc1::First, true) => b'5',
        (Fnc1::Second, true) => b'6',
    };
    Ok(stream.out.build([b']', b'd', modifier]))
}

impl Stream<'_> {
    fn left(&self) -> usize {
        self.codewords.len() - self.at
    }

    fn next(&mut self) -> Result<u8, SymbolError> {
        let codeword = self.codewords.get(self.at).ok_or(SymbolError::Format)?;
        self.at += 1;
        Ok(*codeword)
    }

    /// Whether what follows the first pad is what the standard fills it with: 129, hidden by its
    /// place; some encoders forget to hide it.
    fn is_padded(&self) -> bool {
        let pads = self.codewords.iter().enumerate().skip(self.at);
        let mut pads = pads.map(|(at, pad)| (usize::from(*pad), 130 + 149 * (at + 1) % 253));
        pads.all(|(pad, hidden)| pad == 129 || pad == hidden || pad + 254 == hidden)
    }

    /// ASCII, and whatever it switches to, until the end.
    fn ascii(&mut self) -> Result<(), SymbolError> {
        let mut upper = 0;
        while self.left() > 0 {
            let codeword = self.next()?;
            match codeword {
                0 => return Err(SymbolError::Format),
                1..=128 => {
                    self.out.bytes.push((codeword - 1) + upper);
                    upper = 0;
                }
                129 => return Ok(()),
                130..=229 => {
                    let value = codeword - 130;
                    self.out
                        .bytes
                        .extend([b'0' + value / 10, b'0' + value % 10]);
                }
                230 => self.triples(Triples::C40)?,
                231 => self.base256()?,
                232 => self.fnc1(self.at - 1),
                233 => self.structured_append()?,
                // A symbol that sets up a reader carries data like any other.
                234 => {}
                235 => upper = 128,
                236 | 237 => {
                    let digit = b'5' + (codeword - 236);
                    self.out.bytes.extend(b"[)>\x1e0");
                    self.out.bytes.extend([digit, GS]);
                    self.has_trailer = true;
                }
                238 => self.triples(Triples::X12)?,
                239 => self.triples(Triples::Text)?,
                240 => self.edifact()?,
                241 => {
                    let number = self.eci()?;
                    self.out.eci(number);
                }
                // Some encoders end with an unlatch too many.
                UNLATCH if self.left() == 0 => {}
                _ => return Err(SymbolError::Format),
            }
        }
        Ok(())
    }

    /// FNC1 that was read at a codeword: a flag in the first place, and in the second, after a letter
    /// or two digits.
    fn fnc1(&mut self, at: usize) {
        let bytes = &self.out.bytes;
        let is_indicator = matches!(bytes[..], [one] if one.is_ascii_alphabetic())
            || matches!(bytes[..], [a, b] if a.is_ascii_digit() && b.is_ascii_digit());
        if self.fnc1 == Fnc1::Absent && bytes.is_empty() {
            self.fnc1 = Fnc1::First;
        } else if self.fnc1 == Fnc1::Absent && at == self.start + 1 && is_indicator {
            self.fnc1 = Fnc1::Second;
        } else {
            self.out.bytes.push(GS);
        }
    }

    fn structured_append(&mut self) -> Result<(), SymbolError> {
        if self.at != 1 {
            return Err(SymbolError::Format);
        }
        let place = self.next()?;
        let id = [self.next()?, self.next()?];
        self.out.structured_append = Some(StructuredAppend {
            index: place >> 4,
            count: 17 - (place & 15).max(1),
            id: u16::from_be_bytes(id),
        });
        self.start = 4;
        Ok(())
    }

    fn eci(&mut self) -> Result<u32, SymbolError> {
        let first = u32::from(self.next()?);
        if first < 128 {
            return first.checked_sub(1).ok_or(SymbolError::Format);
        }
        let second = u32::from(self.next()?).saturating_sub(1);
        if first < 192 {
            return Ok((first - 128) * 254 + second + 127);
        }
        let third = u32::from(self.next()?).saturating_sub(1);
        Ok((first - 192) * 64_516 + second * 254 + third + 16_383)
    }

    /// Three values in two codewords, to an unlatch or the end.
    fn triples(&mut self, kind: Triples) -> Result<(), SymbolError> {
        let (mut shift, mut upper) = (0, 0);
        // A last codeword alone is ASCII.
        while self.left() > 1 {
            let first = self.next()?;
            if first == UNLATCH {
                return Ok(());
            }
            let pair = u32::from(first) * 256 + u32::from(self.next()?);
            let pair = pair.checked_sub(1).ok_or(SymbolError::Format)?;
            for value in [pair / 1600, pair / 40 % 40, pair % 40] {
                let value = value as u8;
                if kind == Triples::X12 {
                    self.out.bytes.push(x12(value)?);
                    continue;
                }
                match (shift, value) {
                    (0, 0..=2) => {
                        shift = value + 1;
                        continue;
                    }
                    (2, 27) => self.fnc1(self.at - 2),
                    (2, 30) => upper = 128,
                    _ => {
                        self.out.bytes.push(shifted(kind, shift, value)? + upper);
                        upper = 0;
                    }
                }
                shift = 0;
            }
        }
        Ok(())
    }

    /// Four values in three codewords.
    fn edifact(&mut self) -> Result<(), SymbolError> {
        // What is left in one or two codewords is ASCII.
        while self.left() > 2 {
            let mut bits = 0u32;
            for place in 0..4 {
                // A codeword is begun only where the unlatch did not come before.
                if place < 3 {
                    bits = bits << 8 | u32::from(self.next()?);
                }
                let have = 8 * (place + 1).min(3);
                let value = (bits >> (have - 6 * (place + 1)) & 63) as u8;
                if value == 31 {
                    return Ok(());
                }
                let upper = if value & 32 == 0 { 64 } else { 0 };
                self.out.bytes.push(value | upper);
            }
        }
        Ok(())
    }

    /// Bytes, hidden by their place.
    fn base256(&mut self) -> Result<(), SymbolError> {
        let first = usize::from(self.unhidden()?);
        let length = match first {
            0 => self.left(),
            1..=249 => first,
            _ => 250 * (first - 249) + usize::from(self.unhidden()?),
        };
        if length > self.left() {
            return Err(SymbolError::Format);
        }
        for _ in 0..length {
            let byte = self.unhidden()?;
            self.out.bytes.push(byte);
        }
        Ok(())
    }

    fn unhidden(&mut self) -> Result<u8, SymbolError> {
        let codeword = self.next()?;
        Ok(codeword.wrapping_sub((149 * self.at % 255 + 1) as u8))
    }
}

fn x12(value: u8) -> Result<u8, SymbolError> {
    match value {
        0 => Ok(b'\r'),
        1 => Ok(b'*'),
        2 => Ok(b'>'),
        3 => Ok(b' '),
        4..=13 => Ok(b'0' + value - 4),
        14..=39 => Ok(b'A' + value - 14),
        _ => Err(SymbolError::Format),
    }
}

/// A value of C40 or Text, by its set.
fn shifted(kind: Triples, shift: u8, value: u8) -> Result<u8, SymbolError> {
    let capital = |value: u8| b'A' + value;
    let small = |value: u8| b'a' + value;
    match (shift, value, kind) {
        (0, 3, _) => Ok(b' '),
        (0, 4..=13, _) => Ok(b'0' + value - 4),
        (0, 14..=39, Triples::Text) => Ok(small(value - 14)),
        (0, 14..=39, _) => Ok(capital(value - 14)),
        (1, 0..=31, _) => Ok(value),
        (2, 0..=26, _) => Ok(SHIFT_2[usize::from(value)]),
        (3, 1..=26, Triples::Text) => Ok(capital(value - 1)),
        (3, 0..=31, _) => Ok(96 + value),
        _ => Err(SymbolError::Format),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Payload, SymbolError> {
        payload(&Data {
            bytes: bytes.to_vec(),
            is_doubtful: false,
            spare: 1.0,
        })
    }

    #[track_caller]
    fn check(codewords: &[u8], expected: &str) {
        let payload = read(codewords).unwrap();
        let text = payload.text_by(|label, bytes| Some(format!("<{label} {bytes:02x?}>")));
        assert_eq!(
            format!("{} {text}", payload.symbology_identifier()),
            expected
        );
    }

    #[test]
    fn ascii() {
        check(&[66, 142, 164, 186], "]d1 A123456");
        check(&[66, 129, 70, 56], "]d1 A");
        check(&[235, 106, 66], "]d1 éA");
        check(&[66, 254], "]d1 A");
    }

    #[test]
    fn triples() {
        // ISO/IEC 16022, section 5.2.5: "AIM" in C40.
        check(&[230, 91, 11, 254, 66], "]d1 AIMA");
        check(&[239, 91, 11], "]d1 aim");
        // Shift 2 and 27 is FNC1; shift 2, 30 and a character are in the upper half.
        check(&[230, 91, 11, 10, 135], "]d1 AIM\u{1d}A");
        check(&[238, 89, 233, 32, 56], "]d1 ABC123");
        check(&[230, 91, 11, 66], "]d1 AIMA");
    }

    #[test]
    fn edifact_and_bytes() {
        check(&[240, 184, 27, 131, 195, 28, 159, 66], "]d1 .A.C012A");
        let hidden = |at: usize, byte: u8| byte.wrapping_add((149 * at % 255 + 1) as u8);
        check(
            &[231, hidden(2, 2), hidden(3, 0xe9), hidden(4, 65), 66],
            "]d1 éAA",
        );
        check(&[231, hidden(2, 0), hidden(3, 0xe9)], "]d1 é");
    }

    #[test]
    fn flags() {
        check(&[232, 131, 142], "]d2 0112");
        check(&[232, 131, 232, 142], "]d2 01\u{1d}12");
        check(&[66, 232, 142], "]d3 A12");
        check(&[142, 232, 142], "]d3 1212");
        check(&[34, 232, 142], "]d1 !\u{1d}12");
        check(&[241, 27, 235, 68, 235, 42], "]d4 é");
        check(&[236, 66], "]d1 [)>\u{1e}05\u{1d}A\u{1e}\u{4}");
        check(&[237, 66], "]d1 [)>\u{1e}06\u{1d}A\u{1e}\u{4}");
        check(&[241, 27, 232, 66], "]d5 A");
    }

    #[test]
    fn one_of_several() {
        let payload = read(&[233, 0x1f, 1, 2, 232, 66]).unwrap();
        let expected = StructuredAppend {
            index: 1,
            count: 2,
            id: 258,
        };
        assert_eq!(payload.structured_append, Some(expected));
        assert_eq!(payload.symbology_identifier(), "]d2");
    }

    #[test]
    fn what_is_no_stream() {
        for codewords in [
            &[129][..],
            &[0, 1],
            &[66, 255],
            &[231, 100, 3],
            &[230, 0, 0, 1],
        ] {
            assert_eq!(read(codewords), Err(SymbolError::Format), "{codewords:?}");
        }
    }
}
