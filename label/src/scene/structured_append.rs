//! QR Codes that say something together: structured append, ISO/IEC 18004, 8.

use qrcode::{EcLevel, Version, bits::Bits, canvas::Canvas, ec::construct_codewords, types::Color};

use crate::Modules;

/// The indicator of structured append, before place, number of symbols and parity.
const STRUCTURED_APPEND: u32 = 0b0011;

/// The indicator of bytes.
const BYTES: u32 = 0b0100;

/// Up to this version, the number of bytes takes 8 bits.
const SMALL: i16 = 9;

/// A QR Code for each part, error correction level M; `None` for no part, more than 16, or a part that fits
/// into no symbol of version 9.
#[must_use]
pub fn structured_append(parts: &[&str]) -> Option<Vec<Modules>> {
    let last = u32::try_from(parts.len().checked_sub(1)?).ok()?;
    let all = parts.iter().flat_map(|part| part.bytes());
    let parity = all.fold(0, |parity, byte| parity ^ u32::from(byte));
    let symbols = parts.iter().zip(0..).map(|(part, index)| {
        let head = [
            (4, STRUCTURED_APPEND),
            (4, index),
            (4, last),
            (8, parity),
            (4, BYTES),
            (8, part.len() as u32),
        ];
        let data = part.bytes().map(|byte| (8, u32::from(byte)));
        let bits: Vec<bool> = head.into_iter().chain(data).flat_map(bits).collect();
        (1..=SMALL).find_map(|version| symbol(&bits, version))
    });
    (last < 16).then(|| symbols.collect())?
}

/// The highest bit first.
fn bits((count, value): (u32, u32)) -> impl Iterator<Item = bool> {
    (0..count).rev().map(move |bit| value >> bit & 1 == 1)
}

/// With the terminator and pads of 8.4.8 and 8.4.9; `None` where it does not fit.
fn symbol(bits: &[bool], version: i16) -> Option<Modules> {
    let (version, level) = (Version::Normal(version), EcLevel::M);
    let room = Bits::new(version).max_len(level).ok()?;
    if bits.len() > room {
        return None;
    }
    let mut bits = bits.to_vec();
    bits.resize(room.min(bits.len() + 4).next_multiple_of(8), false);
    let byte = |bits: &[bool]| bits.iter().fold(0, |byte, bit| byte << 1 | u8::from(*bit));
    let bytes = bits.chunks(8).map(byte);
    let pads = [0xec, 0x11].into_iter().cycle();
    let bytes: Vec<u8> = bytes.chain(pads).take(room / 8).collect();
    let (data, correction) = construct_codewords(&bytes, version, level).ok()?;
    let mut canvas = Canvas::new(version, level);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    let colors = canvas.apply_best_mask().into_colors();
    let is_dark = colors.into_iter().map(|color| color == Color::Dark);
    let width = usize::try_from(version.width()).ok()?;
    Some(Modules::new(width, width, is_dark.collect()))
}
