//! The scanner's signals and acts: what the camera saw → what to do next. Nothing of it is drawn here.

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
        camera_loop::{Camcorder, CameraLoop, Event},
        page,
    },
    camera::Frame,
    scan::{self, Next, Seen},
};

/// Between two pictures at least: a hand with one pack moves slowly.
const PACE_MS: f64 = 66.0;

/// A handle, `Copy` as signals are.
#[derive(Clone, Copy)]
pub struct Scanner {
    /// What the views share.
    pub state: State,
    /// The camera, and the worker behind it.
    pub camera: CameraLoop,
    /// Several codes that were seen at once.
    pub choices: RwSignal<Vec<Seen>>,
    /// What is in view.
    pub outlines: RwSignal<Option<Outlines>>,
    /// Whether tones help to aim.
    pub sounds: RwSignal<bool>,
    /// The form that sends a photo to the server where the browser can't read it.
    pub photo_form: NodeRef<html::Form>,
    is_photo: RwSignal<bool>,
    /// While the camera looks.
    aiming: StoredValue<Option<Aiming>, LocalStorage>,
}

impl Scanner {
    /// Starts nothing yet.
    pub fn new(state: State) -> Scanner {
        let scanner = Scanner {
            state,
            camera: CameraLoop::new(PACE_MS),
            choices: RwSignal::new(Vec::new()),
            outlines: RwSignal::new(None),
            sounds: RwSignal::new(wants_sounds()),
            photo_form: NodeRef::new(),
            is_photo: RwSignal::new(false),
            aiming: StoredValue::new_local(None),
        };
        scanner.camera.listen(move |event| scanner.heard(event));
        scanner
    }

    /// For eyes and screen readers; the same text twice is said once.
    pub fn say(self, text: &str) {
        if self.state.status.with_untracked(|known| known != text) {
            self.state.status.set(text.to_owned());
        }
    }

    fn heard(self, event: Event) {
        let words = page::words();
        match event {
            Event::Starting => {
                self.aiming.try_set_value(Some(Aiming::new()));
                self.say(words.scan_starting());
                self.choices.set(Vec::new());
                self.is_photo.set(false);
            }
            Event::Slow => self.say(words.camera_slow()),
            Event::Looking => self.say(words.scan_looking()),
            Event::Refreshed => self.with_aiming(Aiming::keep_up),
            Event::Seen(message) => self.seen(&message),
            Event::ReaderLost if self.is_looking() => self.say(words.scan_worker_lost()),
            Event::ReaderLost => {}
            // The server reads photos with the same decoder.
            Event::Unavailable => {
                self.say(words.scan_no_wasm());
                if self.is_photo.get_untracked() {
                    self.send_photo();
                }
            }
            Event::Outdated => {
                self.state.has_update.set(true);
                self.say(words.scan_outdated());
            }
            Event::Failed(error) => self.say(error.sentence(words)),
            Event::Stopped => {
                self.aiming.try_set_value(None);
                self.outlines.try_set(None);
            }
        }
    }

    fn with_aiming(self, act: impl FnOnce(&mut Aiming)) {
        self.aiming
            .try_update_value(|aiming| aiming.as_mut().map(act));
    }

    fn is_looking(self) -> bool {
        let is_photo = self.is_photo.try_get_untracked() == Some(true);
        is_photo || self.camera.camcorder.try_get_untracked() == Some(Camcorder::On)
    }

    fn seen(self, message: &FromWorker) {
        if !self.is_looking() {
            return;
        }
        let words = page::words();
        let is_photo = self.is_photo.get_untracked();
        self.outlines
            .set(Outlines::of(message).filter(|_| !is_photo));
        let next = scan::next(message);
        if !matches!(next, Next::Skip) {
            self.is_photo.set(false);
        }
        match next {
            Next::Look if is_photo => self.say(words.scan_no_code()),
            Next::HoldStill(trouble) if is_photo => self.say(scan::unread(words, trouble)),
            Next::Look | Next::HoldStill(_) => self.aim(message),
            Next::Part(part) => self.say(&words.scan_part(part.count, part.read)),
            Next::Skip if is_photo => self.say(words.scan_unreadable()),
            Next::Skip => {}
            Next::Ask(request, path) => {
                self.tell_read();
                self.camera.stop();
                self.state.ask(*request, path);
            }
            Next::Show(content) => {
                self.tell_read();
                self.camera.stop();
                self.state.show_other(*content);
            }
            Next::Choose(codes) => {
                self.tell_read();
                self.camera.stop();
                self.say(&words.scan_several(codes.len()));
                self.choices.set(codes);
            }
        }
    }

    /// How to bring a code into view that was not read.
    fn aim(self, message: &FromWorker) {
        let mut said = None;
        self.with_aiming(|aiming| said = aiming.look(message, page::words()));
        if let Some(said) = said {
            self.say(&said);
        }
    }

    /// Tones for aiming, or none.
    pub fn switch_sounds(self) {
        let wanted = !self.sounds.get_untracked();
        self.sounds.set(wanted);
        self.with_aiming(|aiming| aiming.sound(wanted));
    }

    fn tell_read(self) {
        page::buzz();
        self.with_aiming(|aiming| aiming.read());
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
        self.camera.stop();
        self.choices.set(Vec::new());
        if !self.camera.can_read.get_untracked() {
            return self.send_photo();
        }
        self.is_photo.set(true);
        self.say(page::words().scan_looking());
        spawn_local(async move {
            match Frame::of_file(&file).await {
                Some(frame) => self.camera.read_photo(frame),
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
        self.camera.stop();
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
