//! The function patterns of a QR Code (ISO/IEC 18004, function patterns): modules that are known
//! before anything is read.

/// Dark is 1, light −1, and 0 what is data or format information.
pub(crate) type Known = i8;

/// Modules a side of the smallest and the largest version.
pub(crate) const SIZES: std::ops::RangeInclusive<usize> = 21..=177;

/// The version of a symbol of that many modules a side.
pub(crate) fn version(size: usize) -> usize {
    (size - 17) / 4
}

/// Rows and columns of the alignment patterns' centers (ISO/IEC 18004, Annex E).
pub(crate) fn alignment_centers(size: usize) -> Vec<usize> {
    let version = version(size);
    if version < 2 {
        return Vec::new();
    }
    let count = version / 7 + 2;
    let step = if version == 32 {
        26
    } else {
        (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2
    };
    let mut centers: Vec<usize> = (0..count - 1).map(|at| size - 7 - at * step).collect();
    centers.push(6);
    centers.reverse();
    centers
}

/// What is known of each module, row-major.
pub(crate) fn known(size: usize) -> Vec<Known> {
    let mut out = vec![0; size * size];
    for at in 0..size {
        let sign = if at % 2 == 0 { 1 } else { -1 };
        out[6 * size + at] = sign;
        out[at * size + 6] = sign;
    }
    let centers = alignment_centers(size);
    let last = centers.last().copied().unwrap_or(0);
    for &row in &centers {
        for &col in &centers {
            let is_finder = [(6, 6), (6, last), (last, 6)].contains(&(row, col));
            if !is_finder {
                square(&mut out, size, (row as isize, col as isize), 2);
            }
        }
    }
    let far = size as isize - 4;
    for center in [(3, 3), (3, far), (far, 3)] {
        square(&mut out, size, center, 4);
    }
    out
}

/// Nested squares around a center, dark where the distance from it is 0, 1 and 3 in a finder
/// pattern (with its light separator at 4), 0 and 2 in an alignment pattern.
fn square(out: &mut [Known], size: usize, (row, col): (isize, isize), reach: isize) {
    for down in -reach..=reach {
        for right in -reach..=reach {
            let ring = down.abs().max(right.abs());
            let is_dark = if reach == 2 {
                ring != 1
            } else {
                !matches!(ring, 2 | 4)
            };
            let place = (usize::try_from(row + down), usize::try_from(col + right));
            if let (Ok(row), Ok(col)) = place
                && row < size
                && col < size
            {
                out[row * size + col] = if is_dark { 1 } else { -1 };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn centers_of_alignment_patterns() {
        assert_eq!(alignment_centers(21), [0; 0]);
        assert_eq!(alignment_centers(25), [6, 18]);
        assert_eq!(alignment_centers(45), [6, 22, 38]);
        assert_eq!(alignment_centers(145), [6, 34, 60, 86, 112, 138]);
        assert_eq!(alignment_centers(177), [6, 30, 58, 86, 114, 142, 170]);
    }

    #[test]
    fn known_modules_are_those_of_an_encoder() {
        let modules = label::encode(&label::Request {
            symbology: label::Symbology::QrCode,
            gs1: false,
            content: &"https://id.example.com/01/09506000134352".repeat(4),
        })
        .unwrap();
        let size = modules.rows();
        assert!(size >= 45, "{size}: more than one alignment pattern");
        for (index, known) in known(size).into_iter().enumerate() {
            let is_dark = modules.bit(index / size, index % size);
            assert!(known == 0 || is_dark == (known > 0), "module {index}");
        }
    }
}
