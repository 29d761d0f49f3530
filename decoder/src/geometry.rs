//! Where a symbol lies.

/// A point in the picture, in pixels; pixel centers lie at halves.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

impl Point {
    pub(crate) fn distance(self, other: Point) -> f32 {
        length(self.x - other.x, self.y - other.y)
    }
}

/// How long a way is. By `sqrt` alone, which rounds alike everywhere: `hypot` and `ln` are each platform's
/// own, and a search that compares what they give would end elsewhere natively than as WebAssembly.
pub(crate) fn length(x: f32, y: f32) -> f32 {
    (x * x + y * y).sqrt()
}

/// The corners of the *symbol*: where it is rotated, its top left is elsewhere in the picture.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Corners {
    /// The symbol's own top left.
    pub top_left: Point,
    /// The symbol's own top right.
    pub top_right: Point,
    /// The symbol's own bottom right.
    pub bottom_right: Point,
    /// The symbol's own bottom left.
    pub bottom_left: Point,
}

impl Corners {
    /// Top left, top right, bottom right, bottom left.
    #[must_use]
    pub fn to_array(self) -> [Point; 4] {
        [
            self.top_left,
            self.top_right,
            self.bottom_right,
            self.bottom_left,
        ]
    }

    pub(crate) fn from_array(
        [top_left, top_right, bottom_right, bottom_left]: [Point; 4],
    ) -> Corners {
        Corners {
            top_left,
            top_right,
            bottom_right,
            bottom_left,
        }
    }

    /// In a picture that is `factor` times as large.
    pub(crate) fn scaled(self, factor: f32) -> Corners {
        Corners::from_array(self.to_array().map(|point| Point {
            x: point.x * factor,
            y: point.y * factor,
        }))
    }

    /// Pushed aside.
    pub(crate) fn moved(self, by: Point) -> Corners {
        Corners::from_array(self.to_array().map(|point| Point {
            x: point.x + by.x,
            y: point.y + by.y,
        }))
    }

    /// The mean of the corners.
    #[must_use]
    pub fn center(self) -> Point {
        let corners = self.to_array();
        let mean = |of: fn(&Point) -> f32| corners.iter().map(of).sum::<f32>() / 4.0;
        Point {
            x: mean(|point| point.x),
            y: mean(|point| point.y),
        }
    }

    /// Whether a point lies within.
    pub(crate) fn hold(self, point: Point) -> bool {
        let corners = self.to_array();
        let side = |at: usize| {
            let (from, to) = (corners[at], corners[(at + 1) % 4]);
            (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)
        };
        let sides = [0, 1, 2, 3].map(side);
        sides.iter().all(|side| *side >= 0.0) || sides.iter().all(|side| *side <= 0.0)
    }

    /// The longest side, in pixels.
    #[must_use]
    pub fn size(self) -> f32 {
        let corners = self.to_array();
        let sides = (0..4).map(|at| corners[at].distance(corners[(at + 1) % 4]));
        sides.fold(0.0, f32::max)
    }
}

/// Where a picture that is looked at lies in the one that came: a part of it, larger or smaller.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// Pixels of the one that came, for each that is looked at.
    pub(crate) scale: f32,
    /// Its top left, in pixels of the one that came.
    pub(crate) origin: Point,
}

impl Place {
    /// The whole picture, at that scale.
    pub(crate) fn whole(scale: f32) -> Place {
        Place {
            scale,
            origin: Point::default(),
        }
    }

    /// The same part at half of the size, or at twice.
    pub(crate) fn times(self, factor: f32) -> Place {
        Place {
            scale: self.scale * factor,
            origin: self.origin,
        }
    }

    /// From the picture that is looked at to the one that came.
    pub(crate) fn out(self, corners: Corners) -> Corners {
        corners.scaled(self.scale).moved(self.origin)
    }

    /// The way back.
    pub(crate) fn within(self, corners: Corners) -> Corners {
        let back = Point {
            x: -self.origin.x,
            y: -self.origin.y,
        };
        corners.moved(back).scaled(1.0 / self.scale)
    }

    /// A point of the picture that is looked at, in the one that came.
    pub(crate) fn point(self, point: Point) -> Point {
        Point {
            x: point.x * self.scale + self.origin.x,
            y: point.y * self.scale + self.origin.y,
        }
    }
}

/// An upright rectangle, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) right: f32,
    pub(crate) bottom: f32,
}

impl Area {
    /// Around points; `None` where there are none.
    pub(crate) fn around(points: &[Point]) -> Option<Area> {
        let first = points.first()?;
        let start = Area {
            left: first.x,
            top: first.y,
            right: first.x,
            bottom: first.y,
        };
        Some(points.iter().fold(start, |area, point| Area {
            left: area.left.min(point.x),
            top: area.top.min(point.y),
            right: area.right.max(point.x),
            bottom: area.bottom.max(point.y),
        }))
    }

    /// Larger by as many pixels on each side.
    pub(crate) fn grown(self, by: f32) -> Area {
        Area {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    /// The longer side.
    pub(crate) fn size(self) -> f32 {
        (self.right - self.left).max(self.bottom - self.top)
    }

    pub(crate) fn center(self) -> Point {
        Point {
            x: f32::midpoint(self.left, self.right),
            y: f32::midpoint(self.top, self.bottom),
        }
    }

    pub(crate) fn contains(self, point: Point) -> bool {
        (self.left..=self.right).contains(&point.x) && (self.top..=self.bottom).contains(&point.y)
    }

    /// Where the picture that is looked at lies in the one that came.
    pub(crate) fn placed(self, place: Place) -> Area {
        let (from, to) = (
            place.point(Point {
                x: self.left,
                y: self.top,
            }),
            place.point(Point {
                x: self.right,
                y: self.bottom,
            }),
        );
        Area {
            left: from.x,
            top: from.y,
            right: to.x,
            bottom: to.y,
        }
    }
}
