//! A code in a picture → what brings it to where it can be read.

use wire::scan::{Glimpse, Trouble};

use super::{Said, Way};

/// Off the middle by more than this share of the picture, a code is moved towards it.
const OFF_CENTER: f32 = 0.22;
/// Fewer pixels a module are too few to read.
pub(super) const SMALL_MODULE: f32 = 2.3;
/// A code that takes more of the picture's shorter side can't be seen as a whole for long.
const LARGE: f32 = 0.8;

/// Where a code is in the picture: from -0.5 at its left and upper edges to 0.5.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sight {
    pub(super) x: f32,
    pub(super) y: f32,
    /// Reaches out of the picture at its left, right, upper, lower edge.
    cut: [bool; 4],
    /// Its longer side as a share of the picture's shorter one.
    size: f32,
    /// Pixels a module.
    pub(super) module: f32,
    /// The picture's sides, each as a multiple of the code's longer one.
    room: (f32, f32),
    /// What keeps it from being read, where it is surely a code.
    pub(super) trouble: Option<Trouble>,
}

impl Sight {
    pub(super) fn of(glimpse: &Glimpse, width: u32, height: u32) -> Sight {
        let (width, height) = (width.max(1) as f32, height.max(1) as f32);
        let edge = 0.015 * width.min(height);
        let size = (glimpse.right - glimpse.left)
            .max(glimpse.bottom - glimpse.top)
            .max(1.0);
        Sight {
            x: (glimpse.left + glimpse.right) / 2.0 / width - 0.5,
            y: (glimpse.top + glimpse.bottom) / 2.0 / height - 0.5,
            cut: [
                glimpse.left <= edge,
                glimpse.right >= width - edge,
                glimpse.top <= edge,
                glimpse.bottom >= height - edge,
            ],
            size: size / width.min(height),
            module: glimpse.module,
            room: (width / size, height / size),
            trouble: None,
        }
    }

    /// The same, with what keeps it from being read.
    pub(super) fn kept_by(self, trouble: Option<Trouble>) -> Sight {
        Sight { trouble, ..self }
    }

    /// Whether it may be the same code, a picture later.
    pub(super) fn is_near(&self, other: &Sight) -> bool {
        (self.x - other.x).abs() < 0.25 && (self.y - other.y).abs() < 0.25
    }

    /// Whether it has not moved since.
    pub(super) fn is_at(&self, other: &Sight) -> bool {
        (self.x - other.x).abs() < 0.06 && (self.y - other.y).abs() < 0.06
    }

    /// What brings it to the middle, in the right size.
    pub(super) fn wants(&self) -> Said {
        let [left, right, up, down] = self.cut;
        if (left && right) || (up && down) {
            return Said::Back;
        }
        let across = match (left, right) {
            (true, _) => -1,
            (_, true) => 1,
            _ if self.x.abs() > OFF_CENTER => self.x.signum() as i32,
            _ => 0,
        };
        let along = match (up, down) {
            (true, _) => -1,
            (_, true) => 1,
            _ if self.y.abs() > OFF_CENTER => self.y.signum() as i32,
            _ => 0,
        };
        if let Some(way) = way(across, along) {
            let far = (self.x.abs() * self.room.0).max(self.y.abs() * self.room.1);
            return Said::Move {
                way,
                little: far < 2.0,
            };
        }
        match self.trouble {
            _ if self.size > LARGE => Said::Back,
            _ if self.module < SMALL_MODULE => Said::Closer,
            Some(Trouble::CutOff) => Said::Back,
            Some(Trouble::TooSmall) => Said::Closer,
            Some(Trouble::Glare) => Said::Tilt,
            Some(Trouble::Blurred) => Said::Blurred,
            Some(Trouble::Damaged | Trouble::Unsupported) | None => Said::Hold,
        }
    }
}

fn way(across: i32, along: i32) -> Option<Way> {
    Some(match (across, along) {
        (-1, -1) => Way::UpLeft,
        (-1, 0) => Way::Left,
        (-1, _) => Way::DownLeft,
        (0, -1) => Way::Up,
        (0, 1) => Way::Down,
        (1, -1) => Way::UpRight,
        (1, 0) => Way::Right,
        (1, _) => Way::DownRight,
        _ => return None,
    })
}
