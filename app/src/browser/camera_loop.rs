//! Camera → worker, for as long as it is on: newest picture first, one in flight. What is done with
//! what was seen is up to whoever listens: the consumer's scanner stops at the first code, an
//! inspector's sweep goes on.

use std::{cell::RefCell, rc::Rc, time::Duration};

use leptos::{html, prelude::*, task::spawn_local};
use wire::scan::FromWorker;

use super::{
    page, storage,
    wake_lock::WakeLock,
    worker_bridge::{Reader, Told},
};
use crate::camera::{Camera, CameraError, Frame, Zoom};

/// A camera that stands still for this long is started again, once.
const STILL_MS: f64 = 4000.0;
/// A browser inside another app may neither ask nor refuse: after this the way around is told.
const PROMPT: Duration = Duration::from_secs(8);
/// The name under which the chosen lens is stored, for all pages alike.
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

/// What whoever listens is told.
#[derive(Debug)]
pub enum Event {
    /// The person is asked for the camera.
    Starting,
    /// Nothing has come of that for a long time.
    Slow,
    /// It looks.
    Looking,
    /// A screen refresh while it looks.
    Refreshed,
    /// What a picture holds.
    Seen(FromWorker),
    /// The worker was lost; the next picture goes to a new one.
    ReaderLost,
    /// This browser can't read pictures itself. The camera is off.
    Unavailable,
    /// The worker is of another version than this page. The camera is off.
    Outdated,
    /// It is off, for this reason.
    Failed(CameraError),
    /// It is off.
    Stopped,
}

/// What is held on to between frames.
#[derive(Default)]
struct Running {
    camera: Option<Rc<Camera>>,
    wake_lock: Option<WakeLock>,
    /// Counts starts: what belongs to an older one is dropped.
    attempt: u32,
    position: f64,
    moved_at: f64,
    sent_at: f64,
    is_capturing: bool,
    restarts: u32,
    /// Whether it was on when the page was hidden.
    was_on: bool,
}

type Listener = Rc<dyn Fn(Event)>;

/// A handle, `Copy` as signals are.
#[derive(Clone, Copy)]
pub struct CameraLoop {
    /// What the camera is doing.
    pub camcorder: RwSignal<Camcorder>,
    /// Whether the light is on, where there is one.
    pub torch: RwSignal<Option<bool>>,
    /// The zoom, where there is one.
    pub zoom: RwSignal<Option<Zoom>>,
    /// The cameras, the next one first.
    pub lenses: RwSignal<Vec<String>>,
    /// Whether this browser can read pictures itself, as far as that is known.
    pub can_read: RwSignal<bool>,
    /// Where the picture is shown.
    pub video: NodeRef<html::Video>,
    pace_ms: f64,
    running: StoredValue<Rc<RefCell<Running>>, LocalStorage>,
    reader: StoredValue<Option<Reader>, LocalStorage>,
    listener: StoredValue<Option<Listener>, LocalStorage>,
}

impl CameraLoop {
    /// Starts nothing yet. Between two pictures at least `pace_ms` pass: more pictures would warm
    /// the phone and find nothing sooner.
    pub fn new(pace_ms: f64) -> CameraLoop {
        let this = CameraLoop {
            camcorder: RwSignal::new(Camcorder::Off),
            torch: RwSignal::new(None),
            zoom: RwSignal::new(None),
            lenses: RwSignal::new(Vec::new()),
            can_read: RwSignal::new(true),
            video: NodeRef::new(),
            pace_ms,
            running: StoredValue::new_local(Rc::default()),
            reader: StoredValue::new_local(None),
            listener: StoredValue::new_local(None),
        };
        let reader = Reader::new(move |told| this.heard(told));
        this.reader.set_value(Some(reader));
        this
    }

    /// Who hears what happens, from now on.
    pub fn listen(self, listener: impl Fn(Event) + 'static) {
        self.listener.set_value(Some(Rc::new(listener)));
    }

    fn tell(self, event: Event) {
        // Outside of the lock: who listens may start or stop.
        if let Some(listener) = self.listener.try_get_value().flatten() {
            listener(event);
        }
    }

    fn with_reader(self, act: impl FnOnce(&Reader)) {
        self.reader
            .try_with_value(|reader| reader.as_ref().map(act));
    }

    fn running(self) -> Option<Rc<RefCell<Running>>> {
        self.running.try_get_value()
    }

    fn camera(self) -> Option<Rc<Camera>> {
        self.running()?.borrow().camera.clone()
    }

    /// Whether it is on, or about to be.
    fn is_on(self) -> bool {
        let camcorder = self.camcorder.try_get_untracked();
        matches!(camcorder, Some(Camcorder::On | Camcorder::Starting))
    }

    /// Fetches the reader before the tap, while the person looks at the page.
    pub fn fetch_ahead(self) {
        self.with_reader(Reader::fetch_ahead);
    }

    /// On a tap, never before.
    pub fn start(self) {
        let (Some(video), Some(running)) = (self.video.get_untracked(), self.running()) else {
            return;
        };
        let attempt = {
            let mut running = running.borrow_mut();
            running.camera = None;
            running.attempt += 1;
            running.is_capturing = false;
            running.attempt
        };
        self.camcorder.set(Camcorder::Starting);
        self.tell(Event::Starting);
        // Fetched while the person answers the browser's question.
        self.with_reader(Reader::warm_up);
        let remind = move || {
            let is_same = self
                .running()
                .is_some_and(|it| it.borrow().attempt == attempt);
            if is_same && self.camcorder.try_get_untracked() == Some(Camcorder::Starting) {
                self.tell(Event::Slow);
            }
        };
        set_timeout(remind, PROMPT);
        spawn_local(async move {
            let lens: Option<String> = storage::load(LENS);
            let camera = Camera::start(video, lens.as_deref()).await;
            if running.borrow().attempt != attempt {
                // Dropped, and thereby switched off: the person went on.
                return;
            }
            match camera {
                Ok(camera) => self.started(camera, attempt).await,
                Err(error) => self.fail(error),
            }
        });
    }

    async fn started(self, camera: Camera, attempt: u32) {
        let Some(running) = self.running() else {
            return;
        };
        self.torch.set(camera.has_torch().then_some(false));
        self.zoom.set(camera.zoom());
        let camera = Rc::new(camera);
        {
            let mut running = running.borrow_mut();
            running.camera = Some(camera.clone());
            running.moved_at = page::tick_ms();
        }
        self.camcorder.set(Camcorder::On);
        self.tell(Event::Looking);
        self.pump(attempt);
        let lenses = camera.lenses().await;
        self.lenses.try_set(lenses);
        let wake_lock = WakeLock::request().await;
        let mut running = running.borrow_mut();
        if running.attempt == attempt && running.camera.is_some() {
            running.wake_lock = wake_lock;
        }
    }

    fn fail(self, error: CameraError) {
        self.camcorder.try_set(Camcorder::Failed(error));
        self.tell(Event::Failed(error));
    }

    /// The next camera, remembered for the next time.
    pub fn switch_lens(self) {
        if let Some(next) = self.lenses.get_untracked().first() {
            storage::save(LENS, next);
            self.start();
        }
    }

    /// Light on, or off again.
    pub fn switch_torch(self) {
        let (Some(is_lit), Some(camera)) = (self.torch.get_untracked(), self.camera()) else {
            return;
        };
        self.torch.set(Some(!is_lit));
        spawn_local(async move { camera.set_torch(!is_lit).await });
    }

    /// Nearer or farther.
    pub fn set_zoom(self, factor: f64) {
        if let Some(camera) = self.camera() {
            spawn_local(async move { camera.set_zoom(factor).await });
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
        self.zoom.try_set(None);
        self.tell(Event::Stopped);
    }

    /// The view is gone: camera off, worker away.
    pub fn end(self) {
        self.stop();
        self.with_reader(Reader::stop);
    }

    /// The page was hidden or shown.
    pub fn turn(self) {
        match page::is_visible() {
            true => self.resume(),
            false => self.pause(),
        }
    }

    /// The page is hidden: no camera runs behind a person's back, and iOS stops it anyway.
    fn pause(self) {
        // One that is about to start would run behind the person's back, too.
        if let Some(running) = self.running().filter(|_| self.is_on()) {
            running.borrow_mut().was_on = true;
            self.stop();
        }
    }

    /// The page is shown again: with a fresh camera, because the old one's state can't be trusted.
    fn resume(self) {
        let Some(running) = self.running() else {
            return;
        };
        let was_on = std::mem::take(&mut running.borrow_mut().was_on);
        if was_on && self.camcorder.try_get_untracked() == Some(Camcorder::Off) {
            self.start();
        }
    }

    /// A picture from elsewhere, with all the effort that a photograph is worth.
    pub fn read_photo(self, photo: Frame) {
        self.with_reader(|reader| reader.read(photo, true));
    }

    /// Once a screen refresh while the camera is on: takes a frame when the worker is free.
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
        self.tell(Event::Refreshed);
        // The picture's clock goes on after that in Chromium.
        if camera.has_ended() {
            return self.stalled(&running);
        }
        let now = page::tick_ms();
        let position = camera.position();
        let is_new = position != running.borrow().position;
        if is_new {
            let mut running = running.borrow_mut();
            running.position = position;
            running.moved_at = now;
        } else if now - running.borrow().moved_at > STILL_MS {
            return self.stalled(&running);
        }
        // A frame that never comes stops everything while the picture moves on.
        if running.borrow().is_capturing && now - running.borrow().sent_at > STILL_MS {
            return self.stalled(&running);
        }
        let mut is_idle = false;
        self.with_reader(|reader| is_idle = reader.is_idle());
        let is_due = now - running.borrow().sent_at >= self.pace_ms;
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

    fn stalled(self, running: &Rc<RefCell<Running>>) {
        self.stop();
        let is_first = {
            let mut running = running.borrow_mut();
            running.restarts += 1;
            running.restarts == 1
        };
        if is_first {
            return self.start();
        }
        self.fail(CameraError::Lost);
    }

    fn heard(self, told: Told) {
        match told {
            Told::Message(message) => {
                if let Some(running) = self.running() {
                    running.borrow_mut().restarts = 0;
                }
                self.tell(Event::Seen(message));
            }
            Told::Lost => self.tell(Event::ReaderLost),
            Told::Unavailable => {
                self.stop();
                self.can_read.try_set(false);
                self.tell(Event::Unavailable);
            }
            Told::Outdated => {
                self.stop();
                self.tell(Event::Outdated);
            }
        }
    }
}
