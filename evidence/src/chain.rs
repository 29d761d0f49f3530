//! The lines of one inspection on one device, in their order.

use crate::{DeviceKey, Digest, Entry, Line, LineError, act::Act};

/// Where a chain ends: what the next line has to fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chain {
    /// The last line's number; 0 before the first.
    pub sequence: u64,
    /// The last line's digest.
    pub last: Option<Digest>,
}

/// Why a line does not continue a chain.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// It does not hold by itself.
    #[error("line {sequence}: {error}")]
    Line {
        /// Which should have come.
        sequence: u64,
        /// Why.
        error: LineError,
    },
    /// It belongs to another inspection.
    #[error("line {0} belongs to another inspection")]
    Inspection(u64),
    /// Some are missing, or it comes twice.
    #[error("line {expected} should come next, and line {found} does")]
    Sequence {
        /// Which should have come.
        expected: u64,
        /// Which did.
        found: u64,
    },
    /// It continues another chain.
    #[error("line {0} does not continue the line before it: one of them was replaced")]
    Previous(u64),
    /// An inspection begins with its opening, which comes once.
    #[error("line {0} is no opening, or one too many")]
    Opening(u64),
}

impl Chain {
    /// Takes the next line, and gives what it says.
    ///
    /// # Errors
    /// [`Broken`]; the chain is unchanged then.
    pub fn take(
        &mut self,
        line: &Line,
        key: &DeviceKey,
        inspection: &str,
    ) -> Result<Entry, Broken> {
        let expected = self.sequence + 1;
        let entry = line.verified(key).map_err(|error| Broken::Line {
            sequence: expected,
            error,
        })?;
        if entry.inspection != inspection {
            return Err(Broken::Inspection(expected));
        }
        if entry.sequence != expected {
            return Err(Broken::Sequence {
                expected,
                found: entry.sequence,
            });
        }
        if entry.previous != self.last {
            return Err(Broken::Previous(expected));
        }
        if matches!(entry.act, Act::Opened { .. }) != (expected == 1) {
            return Err(Broken::Opening(expected));
        }
        *self = Chain {
            sequence: expected,
            last: Some(line.digest()),
        };
        Ok(entry)
    }
}
