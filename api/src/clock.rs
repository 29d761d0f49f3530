//! What time it is: a parameter of the server, so that tests and the demo can set it.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};

use gs1::Date;
use trace::Instant;

/// A source of time.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's own.
    System,
    /// One that stands still until it is set; milliseconds since 1970.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at a moment.
    #[must_use]
    pub fn at(now: Instant) -> Clock {
        Clock::Set(Arc::new(AtomicI64::new(now.0)))
    }

    /// The moment that it is.
    #[must_use]
    pub fn now(&self) -> Instant {
        match self {
            Clock::System => {
                let since = SystemTime::now()
                    .duration_since(UNIX_EPOCH)
                    .unwrap_or_default();
                Instant(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
            }
            Clock::Set(at) => Instant(at.load(Ordering::Relaxed)),
        }
    }

    /// The civil date, in UTC.
    #[must_use]
    pub fn today(&self) -> Date {
        self.now().date()
    }
}

/// A moment in UTC as RFC 3339 writes it, to the millisecond; `None` beyond the year 9999.
#[must_use]
pub fn rfc3339_ms(at: Instant) -> Option<String> {
    let timestamp = jiff::Timestamp::from_millisecond(at.0).ok()?;
    Some(timestamp.to_string())
}

/// A moment as RFC 3339 writes it, any offset; `None` where it is none.
#[must_use]
pub fn parse_rfc3339(text: &str) -> Option<Instant> {
    let timestamp: jiff::Timestamp = text.parse().ok()?;
    Some(Instant(timestamp.as_millisecond()))
}
