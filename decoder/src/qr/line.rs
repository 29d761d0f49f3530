//! Points of an edge → the line along it.

use crate::{Point, geometry::length, sort};

/// So many times a direction away.
pub(super) fn step(from: Point, direction: Point, times: f32) -> Point {
    Point {
        x: from.x + direction.x * times,
        y: from.y + direction.y * times,
    }
}

/// A line as a point and a unit direction.
pub(super) struct Line {
    at: Point,
    direction: Point,
}

impl Line {
    /// The line with the least squares, a second time without the points that lie far from it.
    pub(super) fn through(points: &[Point]) -> Option<Line> {
        let line = Line::fitted(points)?;
        let mut near: Vec<Point> = points.to_vec();
        sort::by_key(&mut near, |point| line.distance(*point));
        near.truncate((points.len() * 3).div_ceil(4));
        Line::fitted(&near)
    }

    fn fitted(points: &[Point]) -> Option<Line> {
        if points.len() < 5 {
            return None;
        }
        let count = points.len() as f32;
        let at = Point {
            x: points.iter().map(|point| point.x).sum::<f32>() / count,
            y: points.iter().map(|point| point.y).sum::<f32>() / count,
        };
        let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
        for point in points {
            let (x, y) = (point.x - at.x, point.y - at.y);
            (xx, xy, yy) = (xx + x * x, xy + x * y, yy + y * y);
        }
        // Half of the angle whose sine and cosine are as 2xy and xx − yy.
        let cosine = (xx - yy) / length(xx - yy, 2.0 * xy).max(1e-6);
        let (x, y) = (((1.0 + cosine) / 2.0).sqrt(), ((1.0 - cosine) / 2.0).sqrt());
        let y = if xy < 0.0 { -y } else { y };
        Some(Line {
            at,
            direction: Point { x, y },
        })
    }

    pub(super) fn distance(&self, point: Point) -> f32 {
        let (x, y) = (point.x - self.at.x, point.y - self.at.y);
        (x * self.direction.y - y * self.direction.x).abs()
    }

    /// Where both meet; `None` where they nearly run along each other.
    pub(super) fn meets(&self, other: &Line) -> Option<Point> {
        let (a, b) = (self.direction, other.direction);
        let base = a.x * b.y - a.y * b.x;
        if base.abs() < 0.05 {
            return None;
        }
        let (x, y) = (other.at.x - self.at.x, other.at.y - self.at.y);
        Some(step(self.at, a, (x * b.y - y * b.x) / base))
    }
}
