//! Gray levels of modules → modules that are dark or light, by several rules.

use crate::{Corners, ModuleGrid, Point, field::Field, lattice::Lattice};

/// How dark each module was seen, against the picture around the symbol.
#[derive(Clone, Debug)]
pub(crate) struct Sampled {
    lattice: Lattice,
    darkness: Vec<f32>,
    pub(crate) is_inverted: bool,
}

/// How dark and light are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// By the levels of the picture.
    Picture,
    /// By the mean of the modules around: glare and shadows that are smaller than the symbol.
    Around,
    /// What the neighbours' blur added is taken off first.
    Sharpened,
    /// Both.
    SharpenedAround,
}

impl Rule {
    /// Those worth a try, in this order.
    pub(crate) const ALL: [Rule; 4] = [
        Rule::Picture,
        Rule::Sharpened,
        Rule::Around,
        Rule::SharpenedAround,
    ];
}

/// Modules to each side that count as around.
const REACH: usize = 3;

impl Sampled {
    pub(crate) fn new(field: &Field<'_>, lattice: &Lattice) -> Sampled {
        let mapper = lattice.mapper();
        Sampled::by(field, lattice, &|col, row| mapper.map(col, row))
    }

    /// Off the lattice, by a map of one's own.
    #[inline(never)]
    pub(crate) fn by(
        field: &Field<'_>,
        lattice: &Lattice,
        map: &dyn Fn(f32, f32) -> Point,
    ) -> Sampled {
        Sampled {
            lattice: *lattice,
            darkness: field.modules(lattice, map),
            is_inverted: field.is_inverted,
        }
    }

    /// Of the symbol, in the picture that was sampled.
    pub(crate) fn corners(&self) -> Corners {
        self.lattice.corners()
    }

    /// As many modules, of the same polarity.
    pub(crate) fn is_alike(&self, other: &Sampled) -> bool {
        (self.lattice.rows, self.lattice.cols, self.is_inverted)
            == (other.lattice.rows, other.lattice.cols, other.is_inverted)
    }

    /// These modules' darkness and another picture's, which counts `weight` times as much; both
    /// [alike](Self::is_alike).
    pub(crate) fn plus(&self, other: &Sampled, weight: f32) -> Sampled {
        let both = self.darkness.iter().zip(&other.darkness);
        Sampled {
            darkness: both.map(|(own, other)| own + weight * other).collect(),
            ..self.clone()
        }
    }

    pub(crate) fn grid(&self, rule: Rule) -> ModuleGrid {
        let is_dark = |levels: &[f32]| levels.iter().map(|level| *level > 0.0).collect();
        let bits = match rule {
            Rule::Picture => is_dark(&self.darkness),
            Rule::Around => is_dark(&self.against_around(&self.darkness)),
            Rule::Sharpened => is_dark(&self.sharpened()),
            Rule::SharpenedAround => is_dark(&self.against_around(&self.sharpened())),
        };
        ModuleGrid {
            rows: self.lattice.rows,
            cols: self.lattice.cols,
            bits,
            corners: self.lattice.corners(),
        }
    }

    /// Each module less the middle between the darkest and the lightest around it, weighed with
    /// their mean.
    fn against_around(&self, levels: &[f32]) -> Vec<f32> {
        let (rows, cols) = (self.lattice.rows, self.lattice.cols);
        let mut out = Vec::with_capacity(levels.len());
        for row in 0..rows {
            let lines = row.saturating_sub(REACH)..(row + REACH + 1).min(rows);
            for col in 0..cols {
                let from = col.saturating_sub(REACH);
                let to = (col + REACH + 1).min(cols);
                let (mut sum, mut count) = (0.0, 0);
                let (mut least, mut most) = (f32::MAX, f32::MIN);
                for line in lines.clone() {
                    for level in &levels[line * cols + from..line * cols + to] {
                        sum += level;
                        count += 1;
                        least = least.min(*level);
                        most = most.max(*level);
                    }
                }
                let middle = f32::midpoint(sum / count.max(1) as f32, f32::midpoint(least, most));
                out.push(levels[row * cols + col] - middle);
            }
        }
        out
    }

    /// Each module with the difference to its four neighbours' mean added: half of the light of a
    /// blurred module is its neighbours'.
    fn sharpened(&self) -> Vec<f32> {
        let (rows, cols) = (self.lattice.rows, self.lattice.cols);
        let at = |row: usize, col: usize| self.darkness[row * cols + col];
        let mut out = Vec::with_capacity(self.darkness.len());
        for row in 0..rows {
            for col in 0..cols {
                let around = at(row.saturating_sub(1), col)
                    + at((row + 1).min(rows - 1), col)
                    + at(row, col.saturating_sub(1))
                    + at(row, (col + 1).min(cols - 1));
                let own = at(row, col);
                out.push(own + 0.6 * (own - around / 4.0));
            }
        }
        out
    }
}
