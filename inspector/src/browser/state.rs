//! What the views share.

use std::{cell::RefCell, rc::Rc};

use app::browser::{
    camera_loop::{CameraLoop, Event},
    page, storage,
};
use evidence::Digest;
use leptos::{prelude::*, task::spawn_local};
use offline::Pack as OfflinePack;
use wire::inspect::InspectorMe;

use super::{
    consignment::Opened,
    device::{Device, DeviceError},
    journal::{self, JournalError, Kept, PhotoKept, Visit},
    pin, server,
    server::ServerError,
    sounds::Sounds,
    store::{Put, Shelf, Store, StoreError},
    sync,
    writing::Running,
};
use crate::{mark::Kind, phone, sweep::Sweep, words::Words};

/// The name under which the market is stored.
const MARKET: &str = "touchstone.inspector.market";

/// Since when the desk has locked this device, where it has.
const DESK_LOCK: &str = "desk-lock";

/// Between two pictures at least, in milliseconds: enough to follow a hand along a shelf.
const PACE_MS: f64 = 50.0;

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The camera and what it found.
    Sweep,
    /// The visit and what was written down.
    Visit,
    /// What waits.
    Queue,
    /// What is judged by without a network.
    Offline,
}

/// How the page stands with the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Not known yet.
    Asking,
    /// It answers, and somebody is signed in.
    Here,
    /// It answers, and nobody is.
    SignedOut,
    /// It can't be reached.
    Away,
}

/// The offline pack in use.
#[derive(Clone)]
pub struct Carried {
    /// What it says.
    pub pack: Rc<OfflinePack>,
    /// The digest of its bytes.
    pub digest: Digest,
    /// Its size in bytes.
    pub bytes: usize,
}

impl Carried {
    /// Whether it is out of date, by the phone's clock.
    pub fn is_over(&self) -> bool {
        self.pack.valid_until <= js_sys::Date::now() as i64
    }
}

/// What outlives the page.
#[derive(Clone)]
pub struct Held {
    /// The store.
    pub store: Store,
    /// The signer.
    pub device: Device,
}

/// A handle, `Copy` as signals are.
#[derive(Clone, Copy)]
pub struct State {
    /// In the reader's language.
    pub words: Words,
    /// The part that is shown.
    pub tab: RwSignal<Tab>,
    /// The packs.
    pub sweep: RwSignal<Sweep>,
    /// When the last picture was seen.
    pub seen_at: RwSignal<f64>,
    /// Pictures a second, of late.
    pub pace: RwSignal<f64>,
    /// The pack whose details are shown.
    pub chosen: RwSignal<Option<usize>>,
    /// The ending that is looked for.
    pub search: RwSignal<String>,
    /// What was said last, for eyes and screen readers.
    pub status: RwSignal<String>,
    /// All visits on this phone.
    pub visits: RwSignal<Vec<Visit>>,
    /// All lines on this phone.
    pub lines: RwSignal<Vec<Kept>>,
    /// All pictures on this phone.
    pub photos: RwSignal<Vec<PhotoKept>>,
    /// The consignment that was opened last.
    pub opened_consignment: RwSignal<Option<Opened>>,
    /// Whose hand it is.
    pub me: RwSignal<Option<InspectorMe>>,
    /// How the page stands with the server.
    pub link: RwSignal<Link>,
    /// How far the phone's clock is ahead of the server's, in milliseconds.
    pub ahead_ms: RwSignal<Option<i64>>,
    /// Where the inspector is: ISO 3166-1 alpha-2, or nothing.
    pub market: RwSignal<String>,
    /// Whether the phone tells its place.
    pub has_place: RwSignal<bool>,
    /// What went wrong on the phone itself.
    pub trouble: RwSignal<Option<String>>,
    /// Whether the phone has a PIN.
    pub has_pin: RwSignal<bool>,
    /// Whether it is asked for.
    pub is_locked: RwSignal<bool>,
    /// Since when the desk has locked this device.
    pub locked_at: RwSignal<Option<String>>,
    /// The offline pack.
    pub carried: RwSignal<Option<Carried>, LocalStorage>,
    /// Whether something is being sent.
    pub is_sending: RwSignal<bool>,
    held: StoredValue<Option<Held>, LocalStorage>,
    pub(super) running: StoredValue<Rc<RefCell<Running>>, LocalStorage>,
    /// The camera, and the worker behind it.
    pub camera: CameraLoop,
    sounds: StoredValue<Option<Sounds>, LocalStorage>,
}

impl State {
    /// Reads what is kept, and asks who is there.
    pub fn new() -> State {
        let state = State {
            words: Words::new(page::words()),
            tab: RwSignal::new(Tab::Sweep),
            sweep: RwSignal::new(Sweep::default()),
            seen_at: RwSignal::new(0.0),
            pace: RwSignal::new(0.0),
            chosen: RwSignal::new(None),
            search: RwSignal::new(String::new()),
            status: RwSignal::new(String::new()),
            visits: RwSignal::new(Vec::new()),
            lines: RwSignal::new(Vec::new()),
            photos: RwSignal::new(Vec::new()),
            opened_consignment: RwSignal::new(None),
            me: RwSignal::new(None),
            link: RwSignal::new(Link::Asking),
            ahead_ms: RwSignal::new(None),
            market: RwSignal::new(storage::load(MARKET).unwrap_or_default()),
            has_place: RwSignal::new(false),
            trouble: RwSignal::new(None),
            has_pin: RwSignal::new(false),
            is_locked: RwSignal::new(false),
            locked_at: RwSignal::new(None),
            carried: RwSignal::new_local(None),
            is_sending: RwSignal::new(false),
            held: StoredValue::new_local(None),
            running: StoredValue::new_local(Rc::default()),
            camera: CameraLoop::new(PACE_MS),
            sounds: StoredValue::new_local(None),
        };
        state.camera.listen(move |event| state.heard(event));
        spawn_local(state.opened());
        state
    }

    fn heard(self, event: Event) {
        match event {
            Event::Starting => self.wake_sounds(),
            Event::Seen(message) => self.see(&message),
            Event::Slow => self
                .status
                .set(self.words.common().camera_slow().to_owned()),
            Event::Outdated => self
                .status
                .set(self.words.common().scan_outdated().to_owned()),
            // The camera's own state says the rest.
            _ => {}
        }
    }

    /// On a tap or a key of the person's: browsers let nothing sound before one.
    pub fn wake_sounds(self) {
        self.sounds.update_value(|sounds| match sounds {
            Some(sounds) => sounds.wake(),
            None => *sounds = Sounds::new(),
        });
    }

    /// What tells good from bad without looking; silent before the first tap or key.
    pub fn sound(self, kind: Kind) {
        self.sounds.with_value(|sounds| {
            if let Some(sounds) = sounds {
                sounds.tell(kind);
            }
        });
    }

    /// What outlives the page, once it is open.
    pub fn held(self) -> Option<Held> {
        self.held.get_value()
    }

    /// Shows what went wrong.
    pub fn fail(self, error: &JournalError) {
        let words = self.words;
        let text = match error {
            JournalError::Store(StoreError::Full) => words.store_full(),
            JournalError::Store(_) => words.store_broken(),
            JournalError::Sign => words.no_signature(),
        };
        self.trouble.set(Some(text.to_owned()));
    }

    async fn opened(self) {
        let store = match Store::open().await {
            Ok(store) => store,
            Err(error) => return self.fail(&error.into()),
        };
        storage::ask_to_keep();
        // A lock of the desk holds without a network, too.
        self.locked_at
            .set(store.json(Shelf::Device, DESK_LOCK).await);
        if pin::of(&store).await.is_some() {
            self.has_pin.set(true);
            self.is_locked.set(true);
        }
        match Device::open(&store).await {
            Ok(device) => {
                let store = store.clone();
                self.held.set_value(Some(Held { store, device }));
            }
            Err(DeviceError::Store(error)) => self.fail(&error.into()),
            Err(DeviceError::Crypto) => self.fail(&JournalError::Sign),
        }
        self.visits.set(store.all(Shelf::Visits).await);
        self.lines.set(store.all(Shelf::Lines).await);
        self.photos.set(store.all(Shelf::Photos).await);
        if let Some(running) = self.running.try_get_value() {
            let checked = self.lines.with_untracked(|lines| journal::checked(lines));
            running.borrow_mut().checked = checked;
        }
        self.me.set(store.json(Shelf::Device, "me").await);
        if let Some(visit) = self.visit_untracked() {
            self.remember_consignment(&visit).await;
        }
        if let Some(carried) = phone_pack(&store).await {
            self.carried.set(Some(carried));
        }
        self.meet().await;
        sync::begin(self);
    }

    /// Asks the server who is there, and remembers it for when it can't be asked.
    pub async fn meet(self) {
        match server::get::<InspectorMe>("/v1/inspector").await {
            Ok(me) => {
                if let Some(held) = self.held() {
                    let kept = held.store.put(vec![Put::json(Shelf::Device, "me", &me)]);
                    // It is asked for again next time.
                    let _ = kept.await;
                    sync::register(self, &held).await;
                }
                self.me.set(Some(me));
                self.link.set(Link::Here);
            }
            Err(ServerError::SignedOut) => self.link.set(Link::SignedOut),
            Err(ServerError::Refused(why)) => {
                self.link.set(Link::SignedOut);
                self.trouble.set(Some(why));
            }
            Err(ServerError::Offline | ServerError::Later) => self.link.set(Link::Away),
        }
    }

    /// The visit that is open, as this inspector began it.
    pub fn visit(self) -> Option<Visit> {
        let me = self.me.get()?;
        self.visits.with(|visits| {
            let open =
                |visit: &&Visit| visit.closed_at.is_none() && visit.inspector == me.inspector;
            visits
                .iter()
                .filter(open)
                .max_by_key(|visit| visit.opened_at.clone())
                .cloned()
        })
    }

    /// Remembers where the inspector is.
    pub fn set_market(self, market: &str) {
        let market = market.trim().to_uppercase();
        storage::save(MARKET, &market);
        self.market.set(market);
        self.ask();
    }

    /// As [`State::visit`], without being told of changes.
    pub fn visit_untracked(self) -> Option<Visit> {
        untrack(|| self.visit())
    }

    /// Learns whether the desk has locked this device. A locked one shows nothing and judges nothing
    /// more, and has no offline pack; what was written down on it is still sent.
    pub async fn told_lock(self, locked_at: Option<String>) {
        if self.locked_at.get_untracked() == locked_at {
            return;
        }
        if let Some(held) = self.held() {
            // Where the store is full or broken it is told again at the next contact.
            let _ = match &locked_at {
                Some(at) => {
                    let pack = vec![(Shelf::Packs, "pack".to_owned())];
                    let _ = held.store.remove(pack).await;
                    let kept = Put::json(Shelf::Device, DESK_LOCK, at);
                    held.store.put(vec![kept]).await
                }
                None => {
                    let lock = vec![(Shelf::Device, DESK_LOCK.to_owned())];
                    held.store.remove(lock).await
                }
            };
        }
        if locked_at.is_some() {
            self.camera.stop();
            self.carried.set(None);
        }
        self.locked_at.set(locked_at);
    }

    /// Whether nothing of it is to be seen: a PIN is asked for, or the desk has locked the device.
    pub fn is_shut(self) -> bool {
        self.is_locked.get() || self.locked_at.with(Option::is_some)
    }

    /// Takes a pack along, or another one in its place.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn carry(self, bytes: Vec<u8>, carried: Carried) -> Result<(), StoreError> {
        if let Some(held) = self.held() {
            let value = js_sys::Uint8Array::from(&bytes[..]);
            held.store
                .put(vec![Put::raw(Shelf::Packs, "pack", value.into())])
                .await?;
        }
        self.carried.set(Some(carried));
        Ok(())
    }
}

/// The offline pack that was taken along before, where it still holds.
async fn phone_pack(store: &Store) -> Option<Carried> {
    let keys: Vec<String> = store.json(Shelf::Device, "pack-keys").await?;
    let bytes = store.raw(Shelf::Packs, "pack").await?;
    let bytes = js_sys::Uint8Array::new(&bytes).to_vec();
    let pack = phone::opened(&bytes, &keys).ok()?;
    Some(Carried {
        pack: Rc::new(pack),
        digest: Digest::of(&bytes),
        bytes: bytes.len(),
    })
}
