//! Pixels → where on a symbol they lie: on a plane, or around a bottle.

use super::Pose;

/// The plane that a symbol lies in, seen by a pinhole camera.
pub(super) struct Plane {
    center: (f64, f64),
    distance: f64,
    /// The two axes of the plane in camera coordinates, and so the rows of the rotation.
    u: [f64; 3],
    v: [f64; 3],
    /// Of the cylinder around the axis `v` that the symbol is bent onto, in pixels.
    radius: Option<f64>,
}

impl Plane {
    /// `size` is the longer side of the symbol and `width` its own width, both in pixels.
    pub(super) fn new(pose: &Pose, size: f64, width: f64) -> Plane {
        let (sin, cos) = pose.rotation.to_radians().sin_cos();
        let (sin_y, cos_y) = pose.tilt.0.to_radians().sin_cos();
        let (sin_x, cos_x) = pose.tilt.1.to_radians().sin_cos();
        // Turn in the plane, then about the vertical axis, then about the horizontal one.
        let turn = |x: f64, y: f64| {
            let (x, z) = (x * cos_y, -x * sin_y);
            [x, y * cos_x - z * sin_x, y * sin_x + z * cos_x]
        };
        Plane {
            center: pose.center,
            distance: size * 2.5,
            u: turn(cos, sin),
            v: turn(-sin, cos),
            radius: (pose.bend > 0.0).then(|| width / pose.bend.to_radians()),
        }
    }

    /// Pixel → the symbol's own coordinates, in pixels at the center's distance; `None` beside a
    /// cylinder.
    pub(super) fn unproject(&self, point: (f64, f64)) -> Option<(f64, f64)> {
        match self.radius {
            Some(radius) => self.on_cylinder(point, radius),
            None => Some(self.on_plane(point)),
        }
    }

    fn on_plane(&self, (x, y): (f64, f64)) -> (f64, f64) {
        // The ray (x, y, d) meets a·u + b·v + (0, 0, d): two equations in a and b.
        let (x, y) = (
            (x - self.center.0) / self.distance,
            (y - self.center.1) / self.distance,
        );
        let row = |axis: &[f64; 3], t: f64, at: usize| axis[at] - t * axis[2];
        let (a, b) = (row(&self.u, x, 0), row(&self.v, x, 0));
        let (c, d) = (row(&self.u, y, 1), row(&self.v, y, 1));
        let determinant = a * d - b * c;
        let (p, q) = (x * self.distance, y * self.distance);
        ((p * d - b * q) / determinant, (a * q - p * c) / determinant)
    }

    /// Where the ray first meets the cylinder, which touches the plane in its middle line.
    fn on_cylinder(&self, (x, y): (f64, f64), radius: f64) -> Option<(f64, f64)> {
        let (u, v) = (&self.u, &self.v);
        let away = [
            u[1] * v[2] - u[2] * v[1],
            u[2] * v[0] - u[0] * v[2],
            u[0] * v[1] - u[1] * v[0],
        ];
        let ray = [x - self.center.0, y - self.center.1, self.distance];
        let along = |axis: &[f64; 3]| ray.iter().zip(axis).map(|(a, b)| a * b).sum::<f64>();
        let from = |axis: &[f64; 3]| -self.distance * axis[2];
        // Across the axis and away from the camera, the cylinder's own axis at (0, radius).
        let (start, way) = ((from(u), from(&away) - radius), (along(u), along(&away)));
        let a = way.0 * way.0 + way.1 * way.1;
        let b = start.0 * way.0 + start.1 * way.1;
        let c = start.0 * start.0 + start.1 * start.1 - radius * radius;
        let root = b * b - a * c;
        if root < 0.0 || a <= 0.0 {
            return None;
        }
        let step = (-b - root.sqrt()) / a;
        let (across, depth) = (start.0 + step * way.0, start.1 + step * way.1);
        let angle = across.atan2(-depth);
        Some((radius * angle, from(v) + step * along(v)))
    }
}
