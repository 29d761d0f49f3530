//! Reed–Solomon error correction over 256 elements, as both symbologies use it.

/// Multiplication in a field of 256 elements, by logarithms.
pub(crate) struct Field {
    exp: [u8; 512],
    log: [u8; 256],
}

impl Field {
    /// The field of a primitive polynomial; `x` generates it.
    pub(crate) const fn new(polynomial: u16) -> Field {
        let (mut exp, mut log) = ([0; 512], [0; 256]);
        let (mut value, mut at) = (1u16, 0);
        while at < 255 {
            exp[at] = value as u8;
            exp[at + 255] = value as u8;
            log[value as usize] = at as u8;
            value <<= 1;
            if value > 255 {
                value ^= polynomial;
            }
            at += 1;
        }
        Field { exp, log }
    }

    fn mul(&self, a: u8, b: u8) -> u8 {
        if a == 0 || b == 0 {
            return 0;
        }
        self.exp[usize::from(self.log[usize::from(a)]) + usize::from(self.log[usize::from(b)])]
    }

    /// `b` is not zero.
    fn div(&self, a: u8, b: u8) -> u8 {
        if a == 0 {
            return 0;
        }
        let log = usize::from(self.log[usize::from(a)]) + 255;
        self.exp[log - usize::from(self.log[usize::from(b)])]
    }

    /// The generator to a power.
    fn power(&self, exponent: usize) -> u8 {
        self.exp[exponent % 255]
    }

    /// A polynomial, its lowest coefficient first, at a point.
    fn at(&self, polynomial: &[u8], x: u8) -> u8 {
        let coefficients = polynomial.iter().rev();
        coefficients.fold(0, |sum, coefficient| self.mul(sum, x) ^ coefficient)
    }

    /// Mends a block in place: data and then `checks` codewords of error correction, whose generator
    /// polynomial's roots begin at the power `base`. At the most `most` codewords are changed.
    ///
    /// Gives how many were wrong; `None` where more are than can be mended.
    pub(crate) fn correct(
        &self,
        block: &mut [u8],
        checks: usize,
        base: usize,
        most: usize,
    ) -> Option<usize> {
        if block.len() > 255 || checks > block.len() {
            return None;
        }
        let syndromes = self.syndromes(block, checks, base);
        if syndromes.iter().all(|syndrome| *syndrome == 0) {
            return Some(0);
        }
        let locator = self.locator(&syndromes)?;
        let count = locator.len() - 1;
        if count > most.min(checks / 2) {
            return None;
        }
        // The error values' numerator: syndromes times locator, cut off at the checks.
        let evaluator: Vec<u8> = (0..checks)
            .map(|at| {
                let terms = 0..=at.min(count);
                terms.fold(0, |sum, k| sum ^ self.mul(locator[k], syndromes[at - k]))
            })
            .collect();
        let mut found = 0;
        for place in 0..block.len() {
            let power = block.len() - 1 - place;
            let inverse = self.power(255 - power % 255);
            if self.at(&locator, inverse) != 0 {
                continue;
            }
            // The derivative has the odd coefficients only.
            let slope = locator.iter().enumerate().skip(1).step_by(2);
            let slope = slope.fold(0, |sum, (k, coefficient)| {
                sum ^ self.mul(*coefficient, self.power((k - 1) * (255 - power)))
            });
            if slope == 0 {
                return None;
            }
            let value = self.div(self.at(&evaluator, inverse), slope);
            // With roots from the power 0 on, the value has the place's power as a factor.
            let scale = self.power(power * (256 - base));
            block[place] ^= self.mul(value, scale);
            found += 1;
        }
        let is_mended = found == count
            && self
                .syndromes(block, checks, base)
                .iter()
                .all(|syndrome| *syndrome == 0);
        is_mended.then_some(count)
    }

    fn syndromes(&self, block: &[u8], checks: usize, base: usize) -> Vec<u8> {
        let one = |at: usize| {
            let x = self.power(at + base);
            block.iter().fold(0, |sum, byte| self.mul(sum, x) ^ byte)
        };
        (0..checks).map(one).collect()
    }

    /// The polynomial whose roots are the inverses of the errors' places, by Berlekamp and Massey.
    fn locator(&self, syndromes: &[u8]) -> Option<Vec<u8>> {
        let mut current = vec![1u8];
        let mut previous = vec![1u8];
        let (mut errors, mut shift, mut last) = (0, 1, 1u8);
        for at in 0..syndromes.len() {
            let known = current.iter().enumerate().take(at + 1).skip(1);
            let discrepancy = known.fold(syndromes[at], |sum, (k, coefficient)| {
                sum ^ self.mul(*coefficient, syndromes[at - k])
            });
            if discrepancy == 0 {
                shift += 1;
                continue;
            }
            let before = current.clone();
            let factor = self.div(discrepancy, last);
            if current.len() < previous.len() + shift {
                current.resize(previous.len() + shift, 0);
            }
            for (k, coefficient) in previous.iter().enumerate() {
                current[k + shift] ^= self.mul(*coefficient, factor);
            }
            if 2 * errors <= at {
                (errors, shift, last) = (at + 1 - errors, 1, discrepancy);
                previous = before;
            } else {
                shift += 1;
            }
        }
        while current.len() > 1 && current.last() == Some(&0) {
            current.pop();
        }
        (current.len() - 1 == errors && errors > 0).then_some(current)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// QR Code's and Data Matrix's fields with their first roots.
    const FIELDS: [(Field, usize); 2] = [(Field::new(0x11d), 0), (Field::new(0x12d), 1)];

    fn encoded(field: &Field, base: usize, data: &[u8], checks: usize) -> Vec<u8> {
        let mut generator = vec![1u8];
        for at in 0..checks {
            let root = field.power(at + base);
            generator.push(0);
            for k in (1..generator.len()).rev() {
                generator[k] ^= field.mul(generator[k - 1], root);
            }
        }
        let mut rest = data.to_vec();
        rest.resize(data.len() + checks, 0);
        for at in 0..data.len() {
            let factor = rest[at];
            for (k, coefficient) in generator.iter().enumerate() {
                rest[at + k] ^= field.mul(*coefficient, factor);
            }
        }
        [data, &rest[data.len()..]].concat()
    }

    #[test]
    fn as_many_as_half_of_the_checks() {
        let mut random = label::scene::Random::new(4);
        for (field, base) in &FIELDS {
            for (length, checks) in [(3, 5), (19, 7), (16, 10), (108, 26), (175, 68), (100, 155)] {
                let data: Vec<u8> = (0..length).map(|_| random.bits() as u8).collect();
                let whole = encoded(field, *base, &data, checks);
                for errors in 0..=checks / 2 {
                    let mut block = whole.clone();
                    let mut places: Vec<usize> = (0..whole.len()).collect();
                    for at in 0..errors {
                        let other = at + random.below(places.len() - at);
                        places.swap(at, other);
                        block[places[at]] ^= 1 + random.below(255) as u8;
                    }
                    let most = checks / 2;
                    let mended = field.correct(&mut block, checks, *base, most);
                    assert_eq!(mended, Some(errors), "{length} {checks}");
                    assert_eq!(block, whole);
                }
            }
        }
    }

    #[test]
    fn no_more_than_allowed() {
        let (field, base) = &FIELDS[0];
        let mut block = encoded(field, *base, b"Touchstone", 10);
        for byte in &mut block[..4] {
            *byte ^= 0x55;
        }
        assert_eq!(field.correct(&mut block.clone(), 10, *base, 3), None);
        assert_eq!(field.correct(&mut block, 10, *base, 4), Some(4));
    }
}
