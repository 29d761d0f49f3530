//! The scanner's signals and acts: camera → worker → what to do next. Nothing of it is drawn here.

use std::{cell::RefCell, rc::Rc, time::Duration};

use leptos::{html, prelude::*, task::spawn_local};
use web_sys::{File, HtmlFormElement};
use wire::{scan::FromWorker, verify::CodeCheck};

use super::{
    aiming::{Aiming, wants_sounds},
    outlines::Outlines,
    state::{State, View},
};
use crate::{
    browser::{
        page, storage,
        wake_lock::WakeLock,
        worker_bridge::{Reader, Told},
    },
    camera::{Camera, CameraError, Frame, Zoom},
    scan::{self, Next, Seen},
};

/// A camera that stands still for this long is started again, once.
const STILL_MS: f64 = 4000.0;
/// Between two pictures at least: more would warm the phone and find nothing sooner.
const PACE_MS: f64 = 66.0;
/// A browser inside another app may neither ask nor refuse: after this the way around is told.
const PROMPT: Duration = Duration::from_secs(8);
/// The name under which the chosen lens is stored.
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

/// What is held on to between frames.
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
    /// While the camera looks.
    aiming: Option<Aiming>,
    /// Whether it was on when the page was hidden.
    was_on: bool,
}

/// A handle, `Copy` as signals are.
#[derive(Clone, Copy)]
pub struct Scanner {
    /// What the views share.
    pub state: State,
    /// What the camera is doing.
    pub camcorder: RwSignal<Camcorder>,
    /// Several codes that were seen at once.
    pub choices: RwSignal<Vec<Seen>>,
    /// What is in view.
    pub outlines: RwSignal<Option<Outlines>>,
    /// Whether the light is on, where there is one.
    pub torch: RwSignal<Option<bool>>,
    /// The zoom, where there is one.
    pub zoom: RwSignal<Option<Zoom>>,
    /// Whether tones help to aim.
    pub sounds: RwSignal<bool>,
    /// The cameras, the next one first.
    pub lenses: RwSignal<Vec<String>>,
    /// Whether this browser can read pictures itself, as far as that is known.
    pub can_read: RwSignal<bool>,
    /// Where the picture is shown.
    pub video: NodeRef<html::Video>,
    /// The form that sends a photo to the server where the browser can't read it.
    pub photo_form: NodeRef<html::Form>,
    is_photo: RwSignal<bool>,
    running: StoredValue<Rc<RefCell<Running>>, LocalStorage>,
    reader: StoredValue<Option<Reader>, LocalStorage>,
}

impl Scanner {
    /// Starts nothing yet.
    pub fn new(state: State) -> Scanner {
        let scanner = Scanner {
            state,
            camcorder: RwSignal::new(Camcorder::Off),
            choices: RwSignal::new(Vec::new()),
            outlines: RwSignal::new(None),
            torch: RwSignal::new(None),
            zoom: RwSignal::new(None),
            sounds: RwSignal::new(wants_sounds()),
            lenses: RwSignal::new(Vec::new()),
            can_read: RwSignal::new(true),
            video: NodeRef::new(),
            photo_form: NodeRef::new(),
            is_photo: RwSignal::new(false),
            running: StoredValue::new_local(Rc::new(RefCell::new(Running {
                camera: None,
                wake_lock: None,
                attempt: 0,
                position: 0.0,
                moved_at: 0.0,
                sent_at: 0.0,
                is_capturing: false,
                restarts: 0,
                aiming: None,
                was_on: false,
            }))),
            reader: StoredValue::new_local(None),
        };
        let reader = Reader::new(move |told| scanner.heard(told));
        scanner.reader.set_value(Some(reader));
        scanner
    }

    /// For eyes and screen readers; the same text twice is said once.
    pub fn say(self, text: &str) {
        if self.state.status.with_untracked(|known| known != text) {
            self.state.status.set(text.to_owned());
        }
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

    /// On a tap, never before.
    pub fn start(self) {
        let (Some(video), Some(running)) = (self.video.get_untracked(), self.running()) else {
            return;
        };
        let attempt = {
            let mut running = running.borrow_mut();
            running.camera = None;
            running.attempt += 1;
            running.aiming = Some(Aiming::new());
            running.attempt
        };
        let words = page::words();
        self.camcorder.set(Camcorder::Starting);
        self.say(words.scan_starting());
        self.choices.set(Vec::new());
        self.is_photo.set(false);
        // Fetched while the person answers the browser's question.
        self.with_reader(Reader::warm_up);
        let remind = move || {
            let is_same = self
                .running()
                .is_some_and(|it| it.borrow().attempt == attempt);
            if is_same && self.camcorder.try_get_untracked() == Some(Camcorder::Starting) {
                self.say(words.camera_slow());
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
                Err(error) => {
                    self.camcorder.try_set(Camcorder::Failed(error));
                    self.say(error.sentence(words));
                }
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
        self.say(page::words().scan_looking());
        self.pump(attempt);
        let lenses = camera.lenses().await;
        self.lenses.try_set(lenses);
        let wake_lock = WakeLock::request().await;
        let mut running = running.borrow_mut();
        if running.attempt == attempt && running.camera.is_some() {
            running.wake_lock = wake_lock;
        }
    }

    /// The next camera, remembered for the next time.
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
            running.aiming = None;
            running.is_capturing = false;
        }
        self.camcorder.try_set(Camcorder::Off);
        self.outlines.try_set(None);
        self.torch.try_set(None);
        self.zoom.try_set(None);
    }

    /// The view is gone: camera off, worker away.
    pub fn end(self) {
        self.stop();
        self.with_reader(Reader::stop);
    }

    /// The page is hidden: no camera runs behind a person's back, and iOS stops it anyway.
    pub fn pause(self) {
        // One that is about to start would run behind the person's back, too.
        let camcorder = self.camcorder.try_get_untracked();
        let is_on = matches!(camcorder, Some(Camcorder::On | Camcorder::Starting));
        if let Some(running) = self.running().filter(|_| is_on) {
            running.borrow_mut().was_on = true;
            self.stop();
        }
    }

    /// The page is shown again: with a fresh camera, because the old one's state can't be trusted.
    pub fn resume(self) {
        let Some(running) = self.running() else {
            return;
        };
        let was_on = std::mem::take(&mut running.borrow_mut().was_on);
        if was_on && self.camcorder.try_get_untracked() == Some(Camcorder::Off) {
            self.start();
        }
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
        if let Some(aiming) = &mut running.borrow_mut().aiming {
            aiming.keep_up();
        }
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
        self.camcorder.set(Camcorder::Failed(CameraError::Lost));
        self.say(page::words().camera_lost());
    }

    fn heard(self, told: Told) {
        let words = page::words();
        match told {
            Told::Message(message) => self.seen(&message),
            Told::Lost if self.is_looking() => self.say(words.scan_worker_lost()),
            Told::Lost => {}
            Told::Unavailable => self.unavailable(),
            Told::Outdated => {
                self.stop();
                self.state.has_update.set(true);
                self.say(words.scan_outdated());
            }
        }
    }

    fn is_looking(self) -> bool {
        let is_photo = self.is_photo.try_get_untracked() == Some(true);
        is_photo || self.camcorder.try_get_untracked() == Some(Camcorder::On)
    }

    /// The server reads photos with the same decoder.
    fn unavailable(self) {
        self.stop();
        self.can_read.set(false);
        self.say(page::words().scan_no_wasm());
        if self.is_photo.get_untracked() {
            self.send_photo();
        }
    }

    fn seen(self, message: &FromWorker) {
        if !self.is_looking() {
            return;
        }
        let words = page::words();
        let is_photo = self.is_photo.get_untracked();
        if let Some(running) = self.running() {
            running.borrow_mut().restarts = 0;
        }
        self.outlines
            .set(Outlines::of(message).filter(|_| !is_photo));
        let next = scan::next(message);
        if !matches!(next, Next::Skip) {
            self.is_photo.set(false);
        }
        match next {
            Next::Look if is_photo => self.say(words.scan_no_code()),
            Next::HoldStill if is_photo => self.say(words.scan_unreadable()),
            Next::Look | Next::HoldStill => self.aim(message),
            Next::Skip if is_photo => self.say(words.scan_unreadable()),
            Next::Skip => {}
            Next::Ask(request, path) => {
                self.tell_read();
                self.stop();
                self.state.ask(*request, path);
            }
            Next::Show(content) => {
                self.tell_read();
                self.stop();
                self.state.show_other(*content);
            }
            Next::Choose(codes) => {
                self.tell_read();
                self.stop();
                self.say(&words.scan_several(codes.len()));
                self.choices.set(codes);
            }
        }
    }

    /// How to bring a code into view that was not read.
    fn aim(self, message: &FromWorker) {
        let Some(running) = self.running() else {
            return;
        };
        let mut running = running.borrow_mut();
        let aiming = running.aiming.as_mut();
        if let Some(said) = aiming.and_then(|aiming| aiming.look(message, page::words())) {
            self.say(&said);
        }
    }

    /// Tones for aiming, or none.
    pub fn switch_sounds(self) {
        let wanted = !self.sounds.get_untracked();
        self.sounds.set(wanted);
        if let Some(running) = self.running()
            && let Some(aiming) = &mut running.borrow_mut().aiming
        {
            aiming.sound(wanted);
        }
    }

    fn tell_read(self) {
        page::buzz();
        if let Some(running) = self.running()
            && let Some(aiming) = &running.borrow().aiming
        {
            aiming.read();
        }
    }

    /// One of several codes.
    pub fn choose(self, seen: &Seen) {
        match scan::of_content(&seen.content, Some(&seen.symbology_identifier)) {
            Next::Ask(request, path) => self.state.ask(*request, path),
            Next::Show(content) => self.state.show_other(*content),
            _ => {}
        }
    }

    /// A photo from a file, or one that was pasted.
    pub fn photo(self, file: File) {
        self.stop();
        self.choices.set(Vec::new());
        if !self.can_read.get_untracked() {
            return self.send_photo();
        }
        self.is_photo.set(true);
        self.say(page::words().scan_looking());
        spawn_local(async move {
            match Frame::of_file(&file).await {
                Some(frame) => self.with_reader(|reader| reader.read(frame, true)),
                None => self.say(page::words().scan_no_picture()),
            }
        });
    }

    fn send_photo(self) {
        let form = self.photo_form.get_untracked();
        if let Some(form) = form.filter(|_| !self.state.csrf.get_untracked().is_empty()) {
            let form: &HtmlFormElement = &form;
            // Fails only for a form that is no longer in the page.
            let _ = form.submit();
        }
    }

    /// A code that was typed, pasted or sent by a hardware scanner.
    pub fn text(self, code: &str, typed: bool) {
        let code = code.trim_matches([' ', '\t', '\r', '\n']);
        if code.is_empty() {
            return;
        }
        self.stop();
        let request = CodeCheck {
            code: code.to_owned(),
            typed,
            ..CodeCheck::default()
        };
        self.state.ask(request, None);
    }

    /// Whether the view is still shown.
    pub fn is_shown(self) -> bool {
        self.state.view.try_get_untracked() == Some(View::Scan)
    }
}
