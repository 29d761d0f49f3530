//! Subscriptions over a WebSocket (EPCIS 2.0, section 12.7.2): what is captured while it is open →
//! a message each, in order.
//!
//! Nothing waits in memory: what comes next is read when the message before was taken. Who takes
//! none for too long is let go.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket, close_code};
use serde_json::Value;
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    time::{Instant as Moment, MissedTickBehavior, interval, timeout},
};
use trace::Instant;

use super::{SETTLE_MS, asked, matching, messages, schedule::Schedule};
use crate::{epcis::Format, event_page, key, scope::Scope, state::Shared, store};

/// Sockets of one node, and those of one brand there.
const SOCKETS: usize = 1_000;
const OF_BRAND: usize = 50;
/// How often there is a look at what came.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How often the other side is asked whether it is there, and how long it may keep silent.
const PING_EVERY: Duration = Duration::from_secs(30);
const SILENCE: Duration = Duration::from_secs(90);
/// How long a close frame may take to leave.
const CLOSING: Duration = Duration::from_secs(1);

/// The sockets of a node.
#[derive(Debug)]
pub struct Sockets {
    seats: Arc<Semaphore>,
    of_brands: Mutex<HashMap<String, usize>>,
    ending: watch::Sender<bool>,
    /// How long a message may take to be taken.
    patience: Duration,
}

impl Default for Sockets {
    fn default() -> Sockets {
        Sockets::with_patience(Duration::from_secs(20))
    }
}

impl Sockets {
    /// None yet; each message may take so long.
    #[must_use]
    pub fn with_patience(patience: Duration) -> Sockets {
        Sockets {
            seats: Arc::new(Semaphore::new(SOCKETS)),
            of_brands: Mutex::default(),
            ending: watch::Sender::new(false),
            patience,
        }
    }

    /// How many are open.
    #[must_use]
    pub fn open(&self) -> usize {
        SOCKETS - self.seats.available_permits()
    }

    /// Closes all of them, and waits until they are closed.
    pub async fn end(&self) {
        self.ending.send_replace(true);
        // Never closed, so all there are can be had once the last one is free.
        let _ = self.seats.acquire_many(SOCKETS as u32).await;
    }
}

/// The place of an open socket; it is free again when this is dropped.
pub struct Seat {
    app: Shared,
    brand: String,
    _one: OwnedSemaphorePermit,
}

impl Seat {
    /// A place for one more of a brand; `None` where there is none.
    #[must_use]
    pub fn take(app: &Shared, brand: &str) -> Option<Seat> {
        let one = app.sockets.seats.clone().try_acquire_owned().ok()?;
        let of_brands = app.sockets.of_brands.lock();
        let mut of_brands = of_brands.unwrap_or_else(PoisonError::into_inner);
        let own = of_brands.entry(brand.to_owned()).or_default();
        if *own >= OF_BRAND {
            return None;
        }
        *own += 1;
        Some(Seat {
            app: Arc::clone(app),
            brand: brand.to_owned(),
            _one: one,
        })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let of_brands = self.app.sockets.of_brands.lock();
        let mut of_brands = of_brands.unwrap_or_else(PoisonError::into_inner);
        if let Some(own) = of_brands.get_mut(&self.brand) {
            *own -= 1;
            if *own == 0 {
                of_brands.remove(&self.brand);
            }
        }
    }
}

/// What a socket is told.
#[derive(Clone, Debug)]
pub struct Wish {
    /// The name of the query.
    pub query: String,
    /// The digest of the key that it was opened with.
    pub key: [u8; 32],
    /// When; `None` as soon as there is something.
    pub schedule: Option<Schedule>,
    /// Whether a schedule has a message without events, too.
    pub reports_empty: bool,
    /// The last event that it has passed.
    pub position: i64,
    /// In which form identifiers leave.
    pub format: Format,
    /// The identifier that messages carry.
    pub id: String,
}

/// Why a socket is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// The other side left, or can't be reached.
    Left,
    /// The server ends.
    Ending,
    /// Nothing was taken for too long.
    Slow,
    /// The query was deleted.
    Deleted,
    /// The key was deleted, or lost its scope.
    Revoked,
    /// Something broke here.
    Broken,
}

impl End {
    fn frame(self) -> Option<CloseFrame> {
        let (code, reason) = match self {
            End::Left => return None,
            End::Ending => (close_code::AWAY, "the server ends; come again"),
            End::Slow => (close_code::POLICY, "messages are not taken in time"),
            End::Deleted => (close_code::NORMAL, "the query was deleted"),
            End::Revoked => (close_code::POLICY, "the key may not ask any more"),
            End::Broken => (close_code::ERROR, "something broke here; come again"),
        };
        Some(CloseFrame {
            code,
            reason: Utf8Bytes::from_static(reason),
        })
    }
}

/// Tells a socket what it wishes to know, until one of the two ends it.
pub async fn tell(mut socket: WebSocket, seat: Seat, wish: Wish) {
    let now = seat.app.clock.now();
    let mut telling = Telling {
        due: wish.due(now),
        seat,
        wish,
        pinged_at: Moment::now(),
        heard_at: Moment::now(),
    };
    let end = telling.run(&mut socket).await;
    if let Some(frame) = end.frame() {
        let close = socket.send(Message::Close(Some(frame)));
        // Whoever takes nothing doesn't take this, either.
        let _ = timeout(CLOSING, close).await;
    }
}

impl Wish {
    /// When it is due after that; one without a schedule always is.
    fn due(&self, now: Instant) -> Instant {
        match &self.schedule {
            Some(schedule) => schedule.next(now).unwrap_or(Instant(i64::MAX)),
            None => Instant(i64::MIN),
        }
    }
}

/// Waits until the server ends.
async fn until(ending: &mut watch::Receiver<bool>) {
    // Where nobody is left who could say so, it has.
    let _ = ending.wait_for(|is_ending| *is_ending).await;
}

struct Telling {
    seat: Seat,
    wish: Wish,
    due: Instant,
    pinged_at: Moment,
    heard_at: Moment,
}

impl Telling {
    async fn run(&mut self, socket: &mut WebSocket) -> End {
        let mut ending = self.seat.app.sockets.ending.subscribe();
        let mut look = interval(LOOK_EVERY);
        look.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            let heard = tokio::select! {
                () = until(&mut ending) => return End::Ending,
                heard = socket.recv() => Some(heard),
                _ = look.tick() => None,
            };
            match heard {
                // Whatever it says, nothing is to be said here.
                Some(Some(Ok(Message::Close(_)) | Err(_)) | None) => return End::Left,
                Some(Some(Ok(_))) => self.heard_at = Moment::now(),
                None => {
                    let told = tokio::select! {
                        () = until(&mut ending) => return End::Ending,
                        told = self.tell(socket) => told,
                    };
                    if let Err(end) = told {
                        return end;
                    }
                }
            }
        }
    }

    /// Sends what there is to tell.
    async fn tell(&mut self, socket: &mut WebSocket) -> Result<(), End> {
        if self.heard_at.elapsed() > SILENCE {
            return Err(End::Left);
        }
        if self.pinged_at.elapsed() > PING_EVERY {
            self.pinged_at = Moment::now();
            self.send(socket, Message::Ping(Default::default())).await?;
        }
        loop {
            let (told, is_more) = self.next().await?;
            for document in told {
                let text = Utf8Bytes::from(document.to_string());
                self.send(socket, Message::Text(text)).await?;
                // Who takes messages is there.
                self.heard_at = Moment::now();
            }
            if !is_more {
                return Ok(());
            }
        }
    }

    async fn send(&self, socket: &mut WebSocket, message: Message) -> Result<(), End> {
        match timeout(self.seat.app.sockets.patience, socket.send(message)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(End::Left),
            Err(_) => Err(End::Slow),
        }
    }

    /// The messages that are due, and whether there are more behind them.
    async fn next(&mut self) -> Result<(Vec<Value>, bool), End> {
        let next = self.read().await;
        next.unwrap_or_else(|error| {
            tracing::error!(%error, "subscription.socket failed: {error}");
            Err(End::Broken)
        })
    }

    async fn read(&mut self) -> store::Result<Result<(Vec<Value>, bool), End>> {
        let (app, brand) = (&self.seat.app, &self.seat.brand);
        let now = app.clock.now();
        let settled = Instant(now.0 - SETTLE_MS);
        let is_due = self.due <= now;
        let wish = &self.wish;
        let read = app.store.read(|db| {
            let owner = key::brand_of(db, &wish.key, Scope::Query)?;
            let query = asked(db, brand, &wish.query)?;
            let found = match is_due {
                true => db.events_behind(wish.position, settled)?,
                false => Vec::new(),
            };
            Ok((owner, query, found))
        });
        let (owner, query, found) = read.await?;
        if owner.as_ref() != Some(brand) {
            return Ok(Err(End::Revoked));
        }
        let Some(query) = query else {
            return Ok(Err(End::Deleted));
        };
        if !is_due {
            return Ok(Ok((Vec::new(), false)));
        }
        let is_more = found.len() >= store::EVENTS_BEHIND;
        let mut events = matching(&query, brand, &found);
        for event in &mut events {
            wish.format.apply(event);
        }
        let is_empty_told = wish.reports_empty && wish.schedule.is_some() && !is_more;
        let documents = messages(events, is_empty_told).into_iter();
        let documents = documents
            .map(|events| event_page::document(events, &wish.query, Some(&wish.id), now))
            .collect();
        if let Some((_, event)) = found.last() {
            self.wish.position = event.seq;
        }
        if !is_more {
            self.due = self.wish.due(now);
        }
        Ok(Ok((documents, is_more)))
    }
}
