//! Black and white → where the color changes along each row.

use crate::threshold::Binary;

/// For each row the pixels at which its color changes, with both of its ends.
pub(crate) struct Edges {
    /// Those of all rows, one after the other; pixels from the left.
    at: Vec<u32>,
    /// Where each row's begin in `at`, and where the last one's end.
    starts: Vec<usize>,
}

impl Edges {
    /// Of a picture; rows without a pixel have none.
    pub(crate) fn of(binary: &Binary) -> Edges {
        let mut edges = Edges {
            at: Vec::with_capacity(binary.height * 16),
            starts: Vec::with_capacity(binary.height + 1),
        };
        for y in 0..binary.height {
            edges.starts.push(edges.at.len());
            edges.add(binary.row(y));
        }
        edges.starts.push(edges.at.len());
        edges
    }

    /// Those of all rows together.
    pub(crate) fn count(&self) -> usize {
        self.at.len()
    }

    /// Those of one row.
    pub(crate) fn row(&self, y: usize) -> &[u32] {
        &self.at[self.starts[y]..self.starts[y + 1]]
    }

    fn add(&mut self, row: &[u8]) {
        let Some(&first) = row.first() else {
            return;
        };
        self.at.push(0);
        let mut before = first;
        let mut x = 0;
        let mut eights = row.chunks_exact(8);
        for eight in eights.by_ref() {
            let mut bytes = [0; 8];
            bytes.copy_from_slice(eight);
            let pixels = u64::from_le_bytes(bytes);
            // A byte is 1 where its pixel is another than the one to its left.
            let mut changes = pixels ^ ((pixels << 8) | u64::from(before));
            while changes != 0 {
                self.at.push(x + changes.trailing_zeros() / 8);
                changes &= changes - 1;
            }
            before = eight[7];
            x += 8;
        }
        for bit in eights.remainder() {
            if *bit != before {
                self.at.push(x);
                before = *bit;
            }
            x += 1;
        }
        self.at.push(x);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_change_is_seen() {
        // Every way that up to eleven pixels may be dark, and some across the eights.
        for width in 0..12 {
            for pattern in 0..1u32 << width {
                check((0..width).map(|at| (pattern >> at & 1) as u8).collect());
            }
        }
        for every in 1..20 {
            check(
                (0..64)
                    .map(|at: u8| u8::from(at / every % 2 == 1))
                    .collect(),
            );
        }
    }

    fn check(row: Vec<u8>) {
        let width = row.len();
        let changes = (1..width).filter(|at| row[*at] != row[at - 1]);
        let mut expected: Vec<u32> = Vec::new();
        if width > 0 {
            expected.push(0);
            expected.extend(changes.map(|at| at as u32));
            expected.push(width as u32);
        }
        let binary = Binary::new(width, 2, [row.clone(), row].concat());
        assert_eq!(binary.edges().row(1), expected);
    }
}
