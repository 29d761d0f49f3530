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
    let sample = |x: f64, y: f64| {
        let x = x.clamp(0.0, (width - 1) as f64);
        let y = y.clamp(0.0, (height - 1) as f64);
        let (left, top) = (x as usize, y as usize);
        let (right, bottom) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
        let (u, v) = (x - left as f64, y - top as f64);
        let row = |y: usize| light[y * width + left] * (1.0 - u) + light[y * width + right] * u;
        row(top) * (1.0 - v) + row(bottom) * v
    };
    let mut out = Vec::with_capacity(light.len());
    for y in 0..height {
        for x in 0..width {
            let sum: f64 = (0..steps)
                .map(|step| length * ((step as f64 + 0.5) / steps as f64 - 0.5))
                .map(|at| sample(x as f64 + at * cos, y as f64 + at * sin))
                .sum();
            out.push(sum / steps as f64);
        }
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
    let pass = |from: &[f64], dx: isize, dy: isize| -> Vec<f64> {
        let sample = |x: isize, y: isize| {
            let x = x.clamp(0, width as isize - 1) as usize;
            let y = y.clamp(0, height as isize - 1) as usize;
            from[y * width + x]
        };
        let mut out = Vec::with_capacity(from.len());
        for y in 0..height as isize {
            for x in 0..width as isize {
                let steps = weights.iter().zip(-radius..=radius);
                let sum: f64 = steps
                    .map(|(weight, at)| weight * sample(x + at * dx, y + at * dy))
                    .sum();
                out.push(sum / total);
            }
        }
        out
    };
    pass(&pass(light, 1, 0), 0, 1)
}
