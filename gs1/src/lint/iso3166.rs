//! `iso3166`: the three-digit code of a country (ISO 3166-1; AIs 421 to 426).

use super::{Outcome, wrong};
use crate::FaultKind;

const COUNTRIES: ThreeDigits = ThreeDigits::from_numbers(&[
    4, 8, 10, 12, 16, 20, 24, 28, 31, 32, 36, 40, 44, 48, 50, 51, 52, 56, 60, 64, 68, 70, 72, 74,
    76, 84, 86, 90, 92, 96, 100, 104, 108, 112, 116, 120, 124, 132, 136, 140, 144, 148, 152, 156,
    158, 162, 166, 170, 174, 175, 178, 180, 184, 188, 191, 192, 196, 203, 204, 208, 212, 214, 218,
    222, 226, 231, 232, 233, 234, 238, 239, 242, 246, 248, 250, 254, 258, 260, 262, 266, 268, 270,
    275, 276, 288, 292, 296, 300, 304, 308, 312, 316, 320, 324, 328, 332, 334, 336, 340, 344, 348,
    352, 356, 360, 364, 368, 372, 376, 380, 384, 388, 392, 398, 400, 404, 408, 410, 414, 417, 418,
    422, 426, 428, 430, 434, 438, 440, 442, 446, 450, 454, 458, 462, 466, 470, 474, 478, 480, 484,
    492, 496, 498, 499, 500, 504, 508, 512, 516, 520, 524, 528, 531, 533, 534, 535, 540, 548, 554,
    558, 562, 566, 570, 574, 578, 580, 581, 583, 584, 585, 586, 591, 598, 600, 604, 608, 612, 616,
    620, 624, 626, 630, 634, 638, 642, 643, 646, 652, 654, 659, 660, 662, 663, 666, 670, 674, 678,
    682, 686, 688, 690, 694, 702, 703, 704, 705, 706, 710, 716, 724, 728, 729, 732, 740, 744, 748,
    752, 756, 760, 762, 764, 768, 772, 776, 780, 784, 788, 792, 795, 796, 798, 800, 804, 807, 818,
    826, 831, 832, 833, 834, 840, 850, 854, 858, 860, 862, 876, 882, 887, 894,
]);

pub(super) fn check(text: &str) -> Outcome {
    if !COUNTRIES.contains(text) {
        return wrong(FaultKind::NotACountry, 0..text.len());
    }
    Ok(())
}

/// A set of three-digit codes, one bit for each.
pub(super) struct ThreeDigits([u64; 16]);

impl ThreeDigits {
    pub(super) const fn from_numbers(numbers: &[u16]) -> ThreeDigits {
        let mut bits = [0; 16];
        let mut index = 0;
        while index < numbers.len() {
            let number = numbers[index];
            bits[number as usize / 64] |= 1 << (number % 64);
            index += 1;
        }
        ThreeDigits(bits)
    }

    pub(super) fn contains(&self, text: &str) -> bool {
        // Not `parse` alone, which takes a plus sign.
        let [b'0'..=b'9', b'0'..=b'9', b'0'..=b'9'] = text.as_bytes() else {
            return false;
        };
        text.parse::<usize>()
            .is_ok_and(|number| self.0[number / 64] & 1 << (number % 64) != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{Linter, expect};

    #[test]
    fn has_every_country() {
        let count: u32 = COUNTRIES.0.iter().map(|bits| bits.count_ones()).sum();
        assert_eq!(count, 249);
    }

    #[test]
    fn marks_the_whole() {
        expect(Linter::Iso3166, "004");
        expect(Linter::Iso3166, "276");
        expect(Linter::Iso3166, "894");
        // Yugoslavia and the German Democratic Republic.
        expect(Linter::Iso3166, "*891*");
        expect(Linter::Iso3166, "*278*");
        expect(Linter::Iso3166, "*999*");
        expect(Linter::Iso3166, "**");
        expect(Linter::Iso3166, "*76*");
        expect(Linter::Iso3166, "*+76*");
        expect(Linter::Iso3166, "*2760*");
        expect(Linter::Iso3166, "*DEU*");
        expect(Linter::Iso3166, "*€*");
    }
}
