//! For how long acts are tried when other nodes are in their way.

use std::time::{Duration, Instant};

/// Less than a request has. By time and not by count: on a slow disk each try takes as long as the
/// others' commits do.
const MOST: Duration = Duration::from_secs(8);
/// How often each act is tried at least, however little time a large group left it.
const TRIES: u32 = 3;

/// That of a group of acts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    end: Instant,
}

impl Patience {
    /// With all of its time.
    pub(super) fn begins() -> Patience {
        Patience {
            end: Instant::now() + MOST,
        }
    }

    /// Whether to try once more, after so many tries.
    pub(super) fn has_any_for(self, attempt: u32) -> bool {
        attempt < TRIES || Instant::now() < self.end
    }
}

/// Longer each time, up to a sixth of a second, and never the same for two nodes that got into each
/// other's way.
pub(super) fn pause(attempt: u32) -> Duration {
    let mut byte = [0];
    // Without random bytes they may meet again, and try again.
    let _ = getrandom::fill(&mut byte);
    Duration::from_micros(u64::from(byte[0]) * 20 * (1 << attempt.min(5)))
}
