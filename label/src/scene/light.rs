//! What light, lens and hand do to a picture.

/// A lamp's reflection.
#[derive(Clone, Debug)]
pub struct Glare {
    /// In pixels.
    pub center: (f64, f64),
    /// Standard deviation, in pixels.
    pub radius: f64,
    /// Levels added in its middle.
    pub strength: f64,
}

impl Glare {
    /// Levels added at a pixel.
    pub(super) fn at(&self, x: f64, y: f64) -> f64 {
        let off = (x - self.center.0).hypot(y - self.center.1) / self.radius;
        self.strength * (-off * off / 2.0).exp()
    }
}

/// The shadow of something with a straight edge.
#[derive(Clone, Debug)]
pub struct Shadow {
    /// A point of its edge, in pixels.
    pub through: (f64, f64),
    /// The way from its edge into it, in degrees clockwise from the right.
    pub degrees: f64,
    /// The share of the light that is kept off, 0 to 1.
    pub strength: f64,
    /// Pixels over which it begins.
    pub softness: f64,
}

impl Shadow {
    /// The share of the light that a pixel gets.
    pub(super) fn at(&self, x: f64, y: f64) -> f64 {
        let (sin, cos) = self.degrees.to_radians().sin_cos();
        let depth = (x - self.through.0) * cos + (y - self.through.1) * sin;
        let share = (depth / self.softness.max(0.1) + 0.5).clamp(0.0, 1.0);
        1.0 - self.strength * share
    }
}

/// Moved by `length` pixels in a direction in degrees while it was taken, borders repeated.
pub(super) fn moved(
    light: &[f64],
    width: usize,
    height: usize,
    (length, degrees): (f64, f64),
) -> Vec<f64> {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let steps = (length * 3.0).ceil().max(2.0) as usize;
    let mut out = vec![0.0; light.len()];
    for step in 0..steps {
        let at = length * ((step as f64 + 0.5) / steps as f64 - 0.5);
        let (x, y) = (at * cos, at * sin);
        // Every pixel is off by as much: the four around are weighed alike.
        let (u, v) = (x - x.floor(), y - y.floor());
        let (left, top) = (x.floor() as isize, y.floor() as isize);
        let within = |at: isize, size: usize| at.clamp(0, size as isize - 1) as usize;
        for (row, sum) in out.chunks_exact_mut(width).enumerate() {
            let line = |down: isize| {
                let from = within(row as isize + top + down, height) * width;
                &light[from..from + width]
            };
            let (above, below) = (line(0), line(1));
            let level = |x: usize| above[x] * (1.0 - v) + below[x] * v;
            let blend = |left: usize, right: usize| level(left) * (1.0 - u) + level(right) * u;
            let first = left.unsigned_abs().min(width) + 1;
            let last = width.saturating_sub(first).max(first.min(width));
            for (x, sum) in sum.iter_mut().enumerate() {
                let near = x as isize + left;
                *sum += if (first..last).contains(&x) {
                    let near = near.unsigned_abs();
                    blend(near, near + 1)
                } else {
                    blend(within(near, width), within(near + 1, width))
                };
            }
        }
    }
    for sum in &mut out {
        *sum /= steps as f64;
    }
    out
}

/// Gaussian blur, separable, borders repeated.
pub(super) fn blurred(light: &[f64], width: usize, height: usize, sigma: f64) -> Vec<f64> {
    let radius = (3.0 * sigma).ceil() as isize;
    let weights: Vec<f64> = (-radius..=radius)
        .map(|at| (-(at * at) as f64 / (2.0 * sigma * sigma)).exp())
        .collect();
    let total: f64 = weights.iter().sum();
    let radius = radius.unsigned_abs();
    let mut across = Vec::with_capacity(light.len());
    let mut padded = vec![0.0; width + 2 * radius];
    for row in light.chunks_exact(width) {
        padded[..radius].fill(row[0]);
        padded[radius..radius + width].copy_from_slice(row);
        padded[radius + width..].fill(row[width - 1]);
        across.extend(padded.windows(weights.len()).map(|taps| {
            let steps = weights.iter().zip(taps);
            steps.map(|(weight, tap)| weight * tap).sum::<f64>() / total
        }));
    }
    // Row by row: a column's pixels lie far from each other.
    let mut out = vec![0.0; light.len()];
    for (y, sum) in out.chunks_exact_mut(width).enumerate() {
        for (at, weight) in weights.iter().enumerate() {
            let row = (y + at).saturating_sub(radius).min(height - 1) * width;
            for (sum, tap) in sum.iter_mut().zip(&across[row..row + width]) {
                *sum += weight * tap;
            }
        }
        for sum in sum {
            *sum /= total;
        }
    }
    out
}
