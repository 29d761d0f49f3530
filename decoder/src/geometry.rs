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
        (self.x - other.x).hypot(self.y - other.y)
    }
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

    /// The longest side, in pixels.
    #[must_use]
    pub fn size(self) -> f32 {
        let corners = self.to_array();
        let sides = (0..4).map(|at| corners[at].distance(corners[(at + 1) % 4]));
        sides.fold(0.0, f32::max)
    }
}
