//! Camera → worker → sweep, for as long as it is on: newest picture first, one in flight.

use std::{cell::RefCell, rc::Rc};

use app::{
    browser::{
        page, storage,
        wake_lock::WakeLock,
        worker_bridge::{Reader, Told},
    },
    camera::{Camera, CameraError},
};
use leptos::{html, prelude::*, task::spawn_local};
use wire::scan::FromWorker;

use super::sounds::Sounds;

/// A camera that stands still for this long is started again.
const STILL_MS: f64 = 4000.0;
/// Between two pictures at least: enough to follow a hand, and the phone stays cool.
const PACE_MS: f64 = 50.0;
/// The name under which the chosen lens is stored; the consumer's scanner has the same.
const LENS: &str = "touchstone.lens";

/// What the camera is doing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Camcorder {
    /// Nothing.
    Off,
    /// Asking the person, or waking up.
    Starting,
    /// Looking.
    On,
    /// It can't.
    Failed(CameraError),
}

struct Running {
    camera: Option<Rc<Camera>>,
    wake_lock: Option<WakeLock>,
    sounds: Option<Sounds>,
    /// Counts starts: what belongs to an older one is dropped.
    attempt: u32,
    position: f64,
    moved_at: f64,
    sent_at: f64,
    is_capturing: bool,
    was_on: bool,
}

/// A handle, `Copy` as signals are.
#[derive(Clone, Copy)]
pub struct CameraLoop {
    /// What the camera is doing.
    pub camcorder: RwSignal<Camcorder>,
    /// Whether the light is on, where there is one.
    pub torch: RwSignal<Option<bool>>,
    /// The cameras, the next one first.
    pub lenses: RwSignal<Vec<String>>,
    /// Whether this browser can read pictures itself.
    pub can_read: RwSignal<bool>,
    /// Where the picture is shown.
    pub video: NodeRef<html::Video>,
    running: StoredValue<Rc<RefCell<Running>>, LocalStorage>,
    reader: StoredValue<Option<Reader>, LocalStorage>,
}

impl CameraLoop {
    /// Starts nothing yet; `seen` hears what each picture holds.
    pub fn new(seen: impl Fn(FromWorker) + 'static) -> CameraLoop {
        let running = Running {
            camera: None,
            wake_lock: None,
            sounds: None,
            attempt: 0,
            position: 0.0,
            moved_at: 0.0,
            sent_at: 0.0,
            is_capturing: false,
            was_on: false,
        };
        let this = CameraLoop {
            camcorder: RwSignal::new(Camcorder::Off),
            torch: RwSignal::new(None),
            lenses: RwSignal::new(Vec::new()),
            can_read: RwSignal::new(true),
            video: NodeRef::new(),
            running: StoredValue::new_local(Rc::new(RefCell::new(running))),
            reader: StoredValue::new_local(None),
        };
        let reader = Reader::new(move |told| match told {
            Told::Message(message) => seen(message),
            // The next picture goes to the new one.
            Told::Lost => {}
            Told::Unavailable | Told::Outdated => {
                this.can_read.set(false);
                this.stop();
            }
        });
        this.reader.set_value(Some(reader));
        this
    }

    fn with_reader(self, act: impl FnOnce(&Reader)) {
        self.reader
            .try_with_value(|reader| reader.as_ref().map(act));
    }

    fn running(self) -> Option<Rc<RefCell<Running>>> {
        self.running.try_get_value()
    }

    /// The camera, while it is on.
    pub fn camera(self) -> Option<Rc<Camera>> {
        self.running()?.borrow().camera.clone()
    }

    /// What tells good from bad; silent before the first tap.
    pub fn tell(self, kind: crate::mark::Kind) {
        if let Some(running) = self.running()
            && let Some(sounds) = &running.borrow().sounds
        {
            sounds.tell(kind);
        }
    }

    /// On a tap, never before: sounds may be made only then, too.
    pub fn start(self) {
        let (Some(video), Some(running)) = (self.video.get_untracked(), self.running()) else {
            return;
        };
        let attempt = {
            let mut running = running.borrow_mut();
            running.camera = None;
            running.attempt += 1;
            if running.sounds.is_none() {
                running.sounds = Sounds::new();
            }
            running.attempt
        };
        self.camcorder.set(Camcorder::Starting);
        // Fetched while the person answers the browser's question.
        self.with_reader(Reader::warm_up);
        spawn_local(async move {
            let lens: Option<String> = storage::load(LENS);
            let camera = Camera::start(video, lens.as_deref()).await;
            if running.borrow().attempt != attempt {
                return;
            }
            match camera {
                Ok(camera) => self.started(camera, attempt).await,
                Err(error) => {
                    self.camcorder.try_set(Camcorder::Failed(error));
                }
            }
        });
    }

    async fn started(self, camera: Camera, attempt: u32) {
        let Some(running) = self.running() else {
            return;
        };
        self.torch.set(camera.has_torch().then_some(false));
        let camera = Rc::new(camera);
        {
            let mut running = running.borrow_mut();
            running.camera = Some(camera.clone());
            running.moved_at = page::tick_ms();
        }
        self.camcorder.set(Camcorder::On);
        self.pump(attempt);
        let lenses = camera.lenses().await;
        self.lenses.try_set(lenses);
        let wake_lock = WakeLock::request().await;
        let mut running = running.borrow_mut();
        if running.attempt == attempt && running.camera.is_some() {
            running.wake_lock = wake_lock;
        }
    }

    /// The next camera, remembered.
    pub fn switch_lens(self) {
        if let Some(next) = self.lenses.get_untracked().first() {
            storage::save(LENS, next);
            self.start();
        }
    }

    /// The camera off; what it saw stays.
    pub fn stop(self) {
        if let Some(running) = self.running() {
            let mut running = running.borrow_mut();
            running.attempt += 1;
            running.camera = None;
            running.wake_lock = None;
            running.is_capturing = false;
        }
        self.camcorder.try_set(Camcorder::Off);
        self.torch.try_set(None);
    }

    /// The page is hidden or shown: no camera runs behind a person's back, and a fresh one comes up.
    pub fn turn(self) {
        let Some(running) = self.running() else {
            return;
        };
        let camcorder = self.camcorder.try_get_untracked();
        let is_on = matches!(camcorder, Some(Camcorder::On | Camcorder::Starting));
        if !page::is_visible() {
            if is_on {
                running.borrow_mut().was_on = true;
                self.stop();
            }
        } else if std::mem::take(&mut running.borrow_mut().was_on) && !is_on {
            self.start();
        }
    }

    fn pump(self, attempt: u32) {
        let Some(running) = self.running() else {
            return;
        };
        let Some(camera) = running.borrow().camera.clone() else {
            return;
        };
        if running.borrow().attempt != attempt {
            return;
        }
        let now = page::tick_ms();
        let position = camera.position();
        let is_new = position != running.borrow().position;
        if is_new {
            let mut running = running.borrow_mut();
            running.position = position;
            running.moved_at = now;
        } else if camera.has_ended() || now - running.borrow().moved_at > STILL_MS {
            return self.start();
        }
        if running.borrow().is_capturing && now - running.borrow().sent_at > STILL_MS {
            return self.start();
        }
        let mut is_idle = false;
        self.with_reader(|reader| is_idle = reader.is_idle());
        let is_due = now - running.borrow().sent_at >= PACE_MS;
        if is_new && is_due && is_idle && !running.borrow().is_capturing {
            {
                let mut running = running.borrow_mut();
                running.is_capturing = true;
                running.sent_at = now;
            }
            let running = running.clone();
            spawn_local(async move {
                let frame = camera.frame().await;
                running.borrow_mut().is_capturing = false;
                let Some(frame) = frame else { return };
                if running.borrow().attempt == attempt {
                    self.with_reader(|reader| reader.read(frame, false));
                } else {
                    frame.close();
                }
            });
        }
        request_animation_frame(move || self.pump(attempt));
    }
}
