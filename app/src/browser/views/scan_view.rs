//! The scanner: a camera that starts on a tap, a photo, or typing; always all three.

use std::{cell::RefCell, rc::Rc};

use leptos::{html, prelude::*, task::spawn_local};
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlInputElement, SubmitEvent};
use wire::{
    scan::{Content, FromWorker},
    verify::VerifyRequest,
};

use super::state::{State, View};
use crate::{
    browser::{
        forms, page,
        worker_bridge::{Reader, Told},
    },
    camera::{Camera, CameraError, Frame},
    components::Streak,
    scan::{self, Next},
};

/// A camera that stands still for this long is started again, once.
const STILL_MS: f64 = 4000.0;

/// What the camera is doing.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Camcorder {
    Off,
    Starting,
    On,
    Failed(CameraError),
}

/// What the scanner holds on to between frames; none of it is drawn.
struct Running {
    camera: Option<Rc<Camera>>,
    position: f64,
    moved_at: f64,
    is_capturing: bool,
    restarts: u32,
    is_alive: bool,
}

/// The scanner's signals and parts.
#[derive(Clone, Copy)]
struct Scanner {
    state: State,
    camcorder: RwSignal<Camcorder>,
    choices: RwSignal<Vec<Content>>,
    outline: RwSignal<Option<(u32, u32, String)>>,
    torch: RwSignal<Option<bool>>,
    zoom: RwSignal<Option<(f64, f64, f64)>>,
    lenses: RwSignal<Vec<String>>,
    is_photo: RwSignal<bool>,
    video: NodeRef<html::Video>,
    running: StoredValue<Rc<RefCell<Running>>, LocalStorage>,
    reader: StoredValue<Option<Reader>, LocalStorage>,
}

impl Scanner {
    fn new(state: State) -> Scanner {
        let scanner = Scanner {
            state,
            camcorder: RwSignal::new(Camcorder::Off),
            choices: RwSignal::new(Vec::new()),
            outline: RwSignal::new(None),
            torch: RwSignal::new(None),
            zoom: RwSignal::new(None),
            lenses: RwSignal::new(Vec::new()),
            is_photo: RwSignal::new(false),
            video: NodeRef::new(),
            running: StoredValue::new_local(Rc::new(RefCell::new(Running {
                camera: None,
                position: 0.0,
                moved_at: 0.0,
                is_capturing: false,
                restarts: 0,
                is_alive: true,
            }))),
            reader: StoredValue::new_local(None),
        };
        let reader = Reader::new(move |told| scanner.heard(told));
        scanner.reader.set_value(Some(reader));
        scanner
    }

    fn say(self, text: &str) {
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

    /// On a tap, never before.
    fn start(self, device: Option<String>) {
        let Some(video) = self.video.get_untracked() else {
            return;
        };
        let words = page::words();
        self.camcorder.set(Camcorder::Starting);
        self.say(words.scan_starting());
        self.choices.set(Vec::new());
        self.is_photo.set(false);
        // Fetched while the person answers the browser's question.
        self.with_reader(Reader::warm_up);
        spawn_local(async move {
            match Camera::start(video, device.as_deref()).await {
                Ok(camera) => self.started(camera).await,
                Err(error) => {
                    self.camcorder.try_set(Camcorder::Failed(error));
                    self.say(error.sentence(words));
                }
            }
        });
    }

    async fn started(self, camera: Camera) {
        let Some(running) = self.running().filter(|running| running.borrow().is_alive) else {
            return;
        };
        let camera = Rc::new(camera);
        self.torch.set(camera.has_torch().then_some(false));
        self.zoom.set(camera.zoom());
        {
            let mut running = running.borrow_mut();
            running.camera = Some(camera.clone());
            running.moved_at = page::tick_ms();
        }
        self.camcorder.set(Camcorder::On);
        self.say(page::words().scan_looking());
        self.pump();
        let lenses = camera.lenses().await;
        self.lenses.try_set(lenses);
    }

    fn stop(self) {
        if let Some(running) = self.running() {
            running.borrow_mut().camera = None;
        }
        self.camcorder.try_set(Camcorder::Off);
        self.outline.try_set(None);
        self.torch.try_set(None);
    }

    /// The view is gone: camera off, worker away.
    fn end(self) {
        if let Some(running) = self.running() {
            let mut running = running.borrow_mut();
            running.is_alive = false;
            running.camera = None;
        }
        self.with_reader(Reader::stop);
    }

    /// Once a screen refresh while the camera is on: takes a frame when the worker is free.
    fn pump(self) {
        let Some(running) = self.running() else {
            return;
        };
        let Some(camera) = running.borrow().camera.clone() else {
            return;
        };
        self.with_reader(Reader::watch);
        let now = page::tick_ms();
        let position = camera.position();
        let is_new = position != running.borrow().position;
        if is_new {
            let mut running = running.borrow_mut();
            running.position = position;
            running.moved_at = now;
        } else if camera.has_ended() || now - running.borrow().moved_at > STILL_MS {
            drop(camera);
            return self.stalled(&running);
        }
        let mut is_idle = false;
        self.with_reader(|reader| is_idle = reader.is_idle());
        if is_new && is_idle && !running.borrow().is_capturing {
            running.borrow_mut().is_capturing = true;
            let running = running.clone();
            spawn_local(async move {
                let frame = camera.frame().await;
                running.borrow_mut().is_capturing = false;
                if let Some(frame) = frame {
                    self.with_reader(|reader| reader.read(frame, false));
                }
            });
        }
        request_animation_frame(move || self.pump());
    }

    fn stalled(self, running: &Rc<RefCell<Running>>) {
        let is_first = {
            let mut running = running.borrow_mut();
            running.camera = None;
            running.restarts += 1;
            running.restarts == 1
        };
        if is_first {
            return self.start(None);
        }
        self.camcorder.set(Camcorder::Failed(CameraError::Lost));
        self.say(page::words().camera_lost());
    }

    fn heard(self, told: Told) {
        let words = page::words();
        let message = match told {
            Told::Message(message) => message,
            Told::Lost => return self.say(words.scan_worker_lost()),
        };
        let is_photo = self.is_photo.try_get_untracked().unwrap_or(false);
        let is_on = self.camcorder.try_get_untracked() == Some(Camcorder::On);
        if !is_photo && !is_on {
            return;
        }
        self.draw(&message);
        match scan::next(&message) {
            Next::Look if is_photo => self.say(words.scan_no_code()),
            Next::HoldStill if is_photo => self.say(words.scan_unreadable()),
            Next::Look => self.say(words.scan_looking()),
            Next::HoldStill => self.say(words.scan_hold()),
            Next::Skip => {}
            Next::Ask(request, path) => {
                self.stop();
                self.state.ask(*request, path);
            }
            Next::Show(content) => {
                self.stop();
                self.say("");
                self.state.view.set(View::Other(content));
                page::focus_content();
            }
            Next::Choose(contents) => {
                self.stop();
                self.say(&words.scan_several(contents.len()));
                self.choices.set(contents);
            }
        }
    }

    /// The outlines of what is in view.
    fn draw(self, message: &FromWorker) {
        let FromWorker::Symbols {
            width,
            height,
            symbols,
            ..
        } = message
        else {
            return;
        };
        let shapes: Vec<String> = symbols
            .iter()
            .map(|symbol| {
                let corners = symbol.corners.map(|[x, y]| format!("{x:.0},{y:.0}"));
                corners.join(" ")
            })
            .collect();
        self.outline
            .set(shapes.first().map(|shape| (*width, *height, shape.clone())));
    }

    fn choose(self, content: &Content) {
        match scan::of_content(content, None) {
            Next::Ask(request, path) => self.state.ask(*request, path),
            Next::Show(content) => self.state.view.set(View::Other(content)),
            _ => {}
        }
    }

    fn photo(self, event: &Event) {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let file = input
            .as_ref()
            .and_then(HtmlInputElement::files)
            .and_then(|files| files.get(0));
        let Some(file) = file else { return };
        self.stop();
        self.choices.set(Vec::new());
        self.is_photo.set(true);
        self.say(page::words().scan_looking());
        spawn_local(async move {
            match Frame::of_file(&file).await {
                Some(frame) => self.with_reader(|reader| reader.read(frame, true)),
                None => self.say(page::words().scan_no_code()),
            }
            if let Some(input) = input {
                // The same photo may be chosen again.
                input.set_value("");
            }
        });
    }

    fn typed(self, event: &SubmitEvent) {
        event.prevent_default();
        let field = document().get_element_by_id("code");
        let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        let Some(text) = field
            .map(|field| field.value())
            .filter(|text| !text.trim().is_empty())
        else {
            return;
        };
        self.stop();
        let request = VerifyRequest {
            code: text,
            typed: true,
            ..VerifyRequest::default()
        };
        self.state.ask(request, None);
    }
}

/// The scanner.
#[component]
pub fn ScanView(state: State) -> impl IntoView {
    let words = page::words();
    let scanner = Scanner::new(state);
    state.status.set(String::new());
    on_cleanup(move || scanner.end());
    let was_on = StoredValue::new(false);
    page::on_visibility(move |is_shown| {
        let is_on = scanner.camcorder.try_get_untracked() == Some(Camcorder::On);
        if !is_shown && is_on {
            was_on.try_set_value(true);
            scanner.stop();
        } else if is_shown && was_on.try_get_value() == Some(true) {
            was_on.try_set_value(false);
            scanner.start(None);
        }
    });

    let is_on = move || scanner.camcorder.get() == Camcorder::On;
    let overlay = move || {
        match (scanner.camcorder.get(), scanner.outline.get()) {
        (Camcorder::On, Some((width, height, points))) => view! {
            <svg class="aim" viewBox=format!("0 0 {width} {height}") preserveAspectRatio="xMidYMid slice" aria-hidden="true">
                <polygon points=points />
            </svg>
        }
        .into_any(),
        (Camcorder::On, None) => view! {
            <svg class="aim" viewBox="0 0 100 100" preserveAspectRatio="xMidYMid meet" aria-hidden="true">
                <path d="M22 32V22H32M68 22H78V32M78 68V78H68M32 78H22V68" />
            </svg>
        }
        .into_any(),
        (Camcorder::Starting, _) => view! { <Streak standing="issued".to_owned() /> }.into_any(),
        _ => view! { <Streak standing="unchecked".to_owned() /> }.into_any(),
    }
    };
    let main = move || {
        let text = match scanner.camcorder.get() {
            Camcorder::On => words.scan_stop(),
            Camcorder::Starting => words.scan_starting(),
            Camcorder::Failed(_) => words.camera_retry(),
            Camcorder::Off => words.scan_start(),
        };
        let act = move |_| match scanner.camcorder.get_untracked() {
            Camcorder::On => {
                scanner.stop();
                scanner.say("");
            }
            Camcorder::Starting => {}
            Camcorder::Off | Camcorder::Failed(_) => scanner.start(None),
        };
        view! { <button type="button" class="main-action" on:click=act>{text}</button> }
    };
    let extras = move || {
        is_on().then(|| {
            let torch = scanner.torch.get().map(|is_lit| {
                let text = if is_lit { words.scan_torch_off() } else { words.scan_torch() };
                let switch = move |_| {
                    scanner.torch.set(Some(!is_lit));
                    let camera = scanner.running().and_then(|it| it.borrow().camera.clone());
                    spawn_local(async move {
                        if let Some(camera) = camera {
                            camera.set_torch(!is_lit).await;
                        }
                    });
                };
                view! { <button type="button" aria-pressed=is_lit.to_string() on:click=switch>{text}</button> }
            });
            let lens = scanner.lenses.get().first().cloned().filter(|_| scanner.lenses.get().len() > 1);
            let lens = lens.map(|device| {
                let switch = move |_| {
                    scanner.stop();
                    scanner.start(Some(device.clone()));
                };
                view! { <button type="button" on:click=switch>{words.scan_lens()}</button> }
            });
            let zoom = scanner.zoom.get().map(|(least, most, step)| {
                let change = move |event: Event| {
                    let factor: f64 = event_target_value(&event).parse().unwrap_or(least);
                    let camera = scanner.running().and_then(|it| it.borrow().camera.clone());
                    spawn_local(async move {
                        if let Some(camera) = camera {
                            camera.set_zoom(factor).await;
                        }
                    });
                };
                view! {
                    <div class="zoom">
                        <label for="zoom">{words.scan_zoom()}</label>
                        <input id="zoom" type="range" min=least max=most step=step value=least on:input=change />
                    </div>
                }
            });
            view! { {torch}{lens}{zoom} }
        })
    };
    let choices = move || {
        let contents = scanner.choices.get();
        (!contents.is_empty()).then(|| {
            let buttons = contents
                .into_iter()
                .map(|content| {
                    let text = content.text.clone();
                    view! {
                        <li><button type="button" on:click=move |_| scanner.choose(&content)>
                            <bdi class="value">{text}</bdi>
                        </button></li>
                    }
                })
                .collect_view();
            view! { <ul class="choices">{buttons}</ul> }
        })
    };
    let paste = move |_| {
        spawn_local(async move {
            if let Some(text) = page::pasted().await {
                forms::fill("code", &text);
            }
        });
    };
    view! {
        <section class="scanner">
            <h1>{words.scan_title()}</h1>
            <p class="scan-why" id="scan-why">{words.scan_why_camera()}</p>
            <div class="viewfinder">
                <video node_ref=scanner.video playsinline="" muted="" hidden=move || !is_on() aria-hidden="true"></video>
                {overlay}
            </div>
            <p class="scan-status" role="status">{move || state.status.get()}</p>
            {choices}
            {main}
            <div class="controls">
                {extras}
                <label class="button">
                    {words.scan_photo_label()}
                    <input class="visually-hidden" type="file" accept="image/*" on:change=move |event| scanner.photo(&event) />
                </label>
            </div>
            <form class="typed" role="search" on:submit=move |event| scanner.typed(&event)>
                <label for="code">{words.scan_type_label()}</label>
                <input id="code" name="code" maxlength="4096" autocomplete="off" autocapitalize="off"
                    spellcheck="false" aria-describedby="code-hint" />
                <p id="code-hint" class="hint">{words.scan_type_hint()}</p>
                <div class="row">
                    <button type="submit">{words.scan_type_send()}</button>
                    <button type="button" on:click=paste>{words.scan_paste()}</button>
                </div>
            </form>
        </section>
    }
}
