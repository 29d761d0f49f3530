//! What crosses between the page and the decoder's worker.
//!
//! Page → worker: an object `{ header: JSON of [`ToWorker`], frame: the transferred picture }`.
//! Worker → page: a string, the JSON of [`FromWorker`].
//! The worker says [`FromWorker::Ready`] first; messages before that would be lost.

use serde::{Deserialize, Serialize};

use crate::answer::{Element, Fault};

/// Both sides must agree on this number; the page restarts or reloads where they don't.
pub const PROTOCOL: u32 = 6;

/// What the page asks for. The frame itself travels beside it, transferred, never copied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ToWorker {
    /// Read the picture in `frame`.
    Read {
        /// Counts up; the answer carries it.
        seq: u32,
        /// How the picture comes.
        source: FrameSource,
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
        /// A still photograph is worth more time than a camera frame.
        still: bool,
    },
    /// Parse a text that was typed or pasted.
    Parse {
        /// Counts up; the answer carries it.
        seq: u32,
        /// The text.
        text: String,
    },
    /// Another view begins: what the camera's pictures said so far counts no more. It has no answer.
    Forget,
}

/// How a picture comes to the worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FrameSource {
    /// A `VideoFrame`; its luma plane is used where the format has one.
    VideoFrame,
    /// An `ImageBitmap`.
    ImageBitmap,
    /// An `ArrayBuffer` of RGBA bytes, row-major, 4 × width × height.
    Rgba,
    /// An `ArrayBuffer` of luma bytes, row-major, width × height.
    Luma,
}

/// What the worker says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FromWorker {
    /// It listens; sent once, first.
    Ready {
        /// [`PROTOCOL`] as the worker was built with.
        protocol: u32,
    },
    /// It does not start: its script or its WebAssembly did not come, or can't run here.
    Absent {
        /// For the log; not for people.
        detail: String,
    },
    /// What is in a picture; nothing is an empty list.
    Symbols {
        /// Of the picture.
        seq: u32,
        /// Of the picture, in pixels; the corners refer to it.
        width: u32,
        /// Of the picture, in pixels.
        height: u32,
        /// The decoding alone.
        ms: f64,
        /// What was read or at least seen.
        symbols: Vec<Symbol>,
        /// Where a code seems to be, in a camera's picture in which none was read.
        glimpse: Option<Glimpse>,
    },
    /// What a typed text says.
    Parsed {
        /// Of the text.
        seq: u32,
        /// What it says.
        content: Content,
    },
    /// This picture could not be looked at; the next one may be.
    Failed {
        /// Of the picture.
        seq: u32,
        /// For the log; not for people.
        detail: String,
    },
}

/// A symbol in a picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Symbol {
    /// `QRCode`, `MicroQRCode`, `rMQR` or `DataMatrix`.
    pub symbology: String,
    /// ISO/IEC 15424, such as `]d2`.
    pub symbology_identifier: String,
    /// Top left, top right, bottom right, bottom left of the *symbol*, in pixels of the picture.
    pub corners: [[f32; 2]; 4],
    /// What it holds; `None` where it was seen and could not be read, or is a part of more.
    pub content: Option<Content>,
    /// How sure what it holds is, 0 to 1: the share of error correction that was left over.
    #[serde(default)]
    pub confidence: f32,
    /// Its place among several that carry one message, while some of them are missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// What kept it from being read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<Trouble>,
}

/// A symbol's place among several that carry one message (structured append).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// From 0.
    pub index: u8,
    /// How many there are.
    pub count: u8,
    /// What all parts of a message have in common.
    pub id: u16,
    /// How many of them were read by now; fewer than there are.
    pub read: u8,
}

/// What keeps a symbol that is in view from being read; what to do about it follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trouble {
    /// Its modules have too few pixels.
    TooSmall,
    /// It reaches out of the picture.
    CutOff,
    /// Light that is reflected lies on it.
    Glare,
    /// Out of focus, or moved.
    Blurred,
    /// Dirty, scratched, covered or printed badly.
    Damaged,
    /// It was read, and has a feature that is not supported.
    Unsupported,
}

impl Trouble {
    /// All of them.
    const ALL: [Trouble; 6] = [
        Trouble::TooSmall,
        Trouble::CutOff,
        Trouble::Glare,
        Trouble::Blurred,
        Trouble::Damaged,
        Trouble::Unsupported,
    ];

    /// By its name, which is the decoder's, too.
    #[must_use]
    pub fn named(name: &str) -> Option<Trouble> {
        Trouble::ALL.into_iter().find(|one| one.name() == name)
    }

    /// As it is spelled in messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Trouble::TooSmall => "too-small",
            Trouble::CutOff => "cut-off",
            Trouble::Glare => "glare",
            Trouble::Blurred => "blurred",
            Trouble::Damaged => "damaged",
            Trouble::Unsupported => "unsupported",
        }
    }
}

/// Where a code seems to be that can't be read yet; in pixels of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Glimpse {
    /// From the picture's left edge.
    pub left: f32,
    /// From the picture's upper edge.
    pub top: f32,
    /// From the picture's left edge.
    pub right: f32,
    /// From the picture's upper edge.
    pub bottom: f32,
    /// Pixels a module, roughly.
    pub module: f32,
}

/// What a code holds, as the browser itself can tell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// The text as scanned.
    pub text: String,
    /// As in [`crate::answer::Code::form`].
    pub form: String,
    /// The path of its Digital Link; `None` without an identity.
    pub path: Option<String>,
    /// For a link: the host that it leads to.
    pub host: Option<String>,
    /// Its elements.
    pub elements: Vec<Element>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trouble_is_spelled_by_its_name() {
        for trouble in Trouble::ALL {
            let spelled = serde_json::to_value(trouble).unwrap();
            assert_eq!(spelled, trouble.name());
            assert_eq!(Trouble::named(trouble.name()), Some(trouble));
        }
    }
}
