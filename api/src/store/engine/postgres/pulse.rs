//! A connection's pulse: a statement that the server says nothing about, far beyond its own limit,
//! is given up from this side, so that no thread waits without end for a server that hangs.

use std::{
    sync::{
        Arc, Weak,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::task::AbortHandle;

/// How long a statement may take: the server ends it after a minute, where it still can.
const DEADLINE: Duration = Duration::from_secs(90);
/// How often that is looked at.
pub(super) const EVERY: Duration = Duration::from_secs(5);

/// When the statement that is waited for began.
#[derive(Debug)]
pub(super) struct Pulse {
    origin: Instant,
    /// In milliseconds from the origin on, and one more; 0 where nothing is waited for.
    began: AtomicU64,
}

impl Pulse {
    pub(super) fn new() -> Arc<Pulse> {
        Arc::new(Pulse {
            origin: Instant::now(),
            began: AtomicU64::new(0),
        })
    }

    /// Blocks this thread until the engine's own has the answer, or has given it up.
    pub(super) fn wait<F: Future>(&self, answer: F) -> F::Output {
        self.began.store(self.now() + 1, Ordering::Relaxed);
        let answer = pollster::block_on(answer);
        self.began.store(0, Ordering::Relaxed);
        answer
    }

    fn now(&self) -> u64 {
        u64::try_from(self.origin.elapsed().as_millis()).unwrap_or(u64::MAX - 1)
    }

    fn is_overdue(&self, now: u64) -> bool {
        let began = self.began.load(Ordering::Relaxed);
        began > 0 && now.saturating_sub(began - 1) > DEADLINE.as_millis() as u64
    }
}

/// Looks after a connection until it is gone, and cuts it where its statement takes too long: whoever
/// waits is told that it is closed.
pub(super) async fn watch(pulse: Weak<Pulse>, connection: AbortHandle, every: Duration) {
    loop {
        tokio::time::sleep(every).await;
        let Some(pulse) = pulse.upgrade() else {
            return;
        };
        if pulse.is_overdue(pulse.now()) {
            let limit = DEADLINE.as_secs();
            tracing::error!(
                limit_s = limit,
                "database.silent: no answer for {limit} s; the connection is given up"
            );
            connection.abort();
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_waited_for_can_be_overdue() {
        let pulse = Pulse::new();
        let check = |began: u64, now: u64, expected: bool| {
            pulse.began.store(began, Ordering::Relaxed);
            assert_eq!(pulse.is_overdue(now), expected, "{began} {now}");
        };
        check(0, 1_000_000, false);
        check(1, 90_000, false);
        check(1, 90_001, true);
        check(50_001, 100_000, false);
        check(50_001, 10, false);
    }

    #[test]
    fn what_was_answered_is_waited_for_no_more() {
        let pulse = Pulse::new();
        let during = pulse.wait(async { pulse.began.load(Ordering::Relaxed) });
        assert_ne!(during, 0);
        assert_eq!(pulse.began.load(Ordering::Relaxed), 0);
    }

    #[tokio::test]
    async fn a_silent_server_is_given_up_and_a_closed_connection_left_alone() {
        let pulse = Pulse::new();
        let hung = tokio::spawn(std::future::pending::<()>());
        let late = Arc::new(Pulse {
            origin: Instant::now()
                .checked_sub(DEADLINE * 2)
                .expect("the machine runs longer than that"),
            began: AtomicU64::new(1),
        });
        watch(Arc::downgrade(&late), hung.abort_handle(), Duration::ZERO).await;
        assert!(hung.await.unwrap_err().is_cancelled());
        let weak = Arc::downgrade(&pulse);
        drop(pulse);
        let other = tokio::spawn(async {});
        watch(weak, other.abort_handle(), Duration::ZERO).await;
        other.await.unwrap();
    }
}
