//! One thing that was written down on a device.

use serde::{Deserialize, Serialize};

use crate::{Act, Digest};

/// What every entry begins with: this format, in its first version.
pub const FORMAT: &str = "touchstone-entry-1";

/// One thing that was written down on a device, when, where and by whom.
///
/// Once it is signed it stays the text that was signed ([`crate::Line`]).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// [`FORMAT`].
    pub format: String,
    /// The inspection that it belongs to: a random name, 1 to 64 letters, digits and hyphens.
    pub inspection: String,
    /// The device that wrote it: [`crate::DeviceKey::id`].
    pub device: Digest,
    /// 1 for the first of this inspection on this device, and one more each.
    pub sequence: u64,
    /// Of the line before it; `None` for the first.
    pub previous: Option<Digest>,
    /// By the device's clock: RFC 3339 in UTC, to the millisecond.
    pub at: String,
    /// How far the device's clock was ahead of the server's when they last spoke, in milliseconds;
    /// `None` before they ever did.
    pub ahead_ms: Option<i64>,
    /// Whose hand it was: the member's identifier at the server.
    pub inspector: String,
    /// Where the device believed to be; `None` where it was not told.
    pub place: Option<Place>,
    /// What was done.
    pub act: Act,
}

/// A place as a device tells it; WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Degrees north, −90 to 90.
    pub latitude: f64,
    /// Degrees east, −180 to 180.
    pub longitude: f64,
    /// The radius within which the device is with 95 %, in meters, as it says.
    pub accuracy_m: f64,
    /// Milliseconds between the fix and the entry: how old the place is.
    pub age_ms: u64,
}
