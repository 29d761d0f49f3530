//! The page's side of the decoder's worker, which is disposable.
//!
//! It is fetched when first needed, or ahead of that where a camera is about to be; it has one picture
//! in flight, and is thrown away and started anew when it falls silent, fails, or speaks another
//! protocol. That loses one picture at the most. One that is no longer needed is kept for a minute for
//! whoever scans next: a scan that begins without fetching and compiling is sooner there.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use js_sys::{Array, Object, Reflect};
use leptos::prelude::set_timeout;
use wasm_bindgen::{JsCast as _, JsValue, prelude::Closure};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};
use wire::scan::{FromWorker, PROTOCOL, ToWorker};

use crate::camera::Frame;

/// What Trunk names the worker's entry.
const SCRIPT: &str = "/worker_loader.js";
/// A picture takes a fraction of this, even on a slow phone.
const STALL: Duration = Duration::from_secs(8);
/// Fetching and compiling it takes a fraction of this, even on a slow network.
const START: Duration = Duration::from_secs(45);
/// How long one that nobody needs is kept.
const KEPT: Duration = Duration::from_secs(60);
/// Failures in a row after which it is not tried again by itself.
const PATIENCE: u32 = 3;

thread_local! {
    /// Counts pictures of all readers: an answer to an older one's is not taken for this one's.
    static SEQ: Cell<u32> = const { Cell::new(0) };
    /// Counts workers that were kept.
    static TURN: Cell<u32> = const { Cell::new(0) };
    /// A worker that is up and that nobody needs.
    static IDLE: RefCell<Option<Ended>> = const { RefCell::new(None) };
}

fn next(counter: &'static std::thread::LocalKey<Cell<u32>>) -> u32 {
    let next = counter.get().wrapping_add(1);
    counter.set(next);
    next
}

/// What the bridge tells the page.
pub enum Told {
    /// What the worker said about the picture in flight.
    Message(FromWorker),
    /// It had to be started again; the picture in flight is lost.
    Lost,
    /// It does not come up here: no WebAssembly, no network yet, or no SIMD.
    Unavailable,
    /// It is of another version than the page.
    Outdated,
}

/// A handle; clones share the worker.
#[derive(Clone)]
pub struct Reader(Rc<RefCell<Inner>>);

struct Inner {
    worker: Option<Running>,
    told: Rc<dyn Fn(Told)>,
    /// Counts workers, so that what is said about an older one is not taken for this one.
    generation: u32,
    /// Since the last answer.
    failures: u32,
    /// Whether anybody waits for it. A failure of one that is only fetched ahead is nobody's yet.
    is_wanted: bool,
    /// The picture in flight.
    in_flight: Option<u32>,
    /// What came before the worker was ready.
    waiting: Option<(Frame, bool)>,
}

struct Running {
    /// Before the closures: what is dropped first calls them no more.
    worker: Ended,
    is_ready: bool,
    // Kept for as long as the worker may call them.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(JsValue)>,
}

/// A worker that ends when this is dropped.
struct Ended(Worker);

impl Drop for Ended {
    fn drop(&mut self) {
        self.silence();
        self.0.terminate();
    }
}

impl Ended {
    fn silence(&self) {
        self.0.set_onmessage(None);
        self.0.set_onerror(None);
    }

    /// Kept for whoever needs one next, with nothing of what it saw.
    fn keep(self) {
        self.silence();
        let header = serde_json::to_string(&ToWorker::Forget).unwrap_or_default();
        let message = Object::new();
        let is_told = Reflect::set(&message, &"header".into(), &header.into()).is_ok()
            && self.0.post_message(&message).is_ok();
        if !is_told {
            return;
        }
        let turn = next(&TURN);
        let older = IDLE.replace(Some(self));
        drop(older);
        let end = move || {
            if TURN.get() == turn {
                drop(IDLE.take());
            }
        };
        set_timeout(end, KEPT);
    }
}

impl Reader {
    /// Starts nothing yet; `told` hears what comes.
    pub fn new(told: impl Fn(Told) + 'static) -> Reader {
        Reader(Rc::new(RefCell::new(Inner {
            worker: None,
            told: Rc::new(told),
            generation: 0,
            failures: 0,
            is_wanted: false,
            in_flight: None,
            waiting: None,
        })))
    }

    /// Fetches and starts the worker before anybody asks for it. Nothing is told where that fails: it is
    /// tried again when it is needed.
    pub fn fetch_ahead(&self) {
        self.start();
    }

    /// Fetches and starts the worker, so that it is there when the camera is.
    pub fn warm_up(&self) {
        self.0.borrow_mut().is_wanted = true;
        self.start();
    }

    fn start(&self) {
        if self.0.borrow().worker.is_some() {
            return;
        }
        let generation = {
            let mut inner = self.0.borrow_mut();
            inner.generation = inner.generation.wrapping_add(1);
            inner.generation
        };
        let kept = IDLE.take();
        let running = match kept {
            Some(worker) => Some(self.attach(worker, generation, true)),
            None => self.spawn(generation),
        };
        match running {
            Some(running) => self.0.borrow_mut().worker = Some(running),
            None => return self.failed(generation),
        }
        let weak = Rc::downgrade(&self.0);
        let watch = move || {
            let Some(reader) = weak.upgrade().map(Reader) else {
                return;
            };
            if !reader.is_ready() {
                reader.failed(generation);
            }
        };
        set_timeout(watch, START);
    }

    /// Whether a picture would be taken now.
    pub fn is_idle(&self) -> bool {
        let inner = self.0.borrow();
        self.is_ready() && inner.in_flight.is_none() && inner.waiting.is_none()
    }

    fn is_ready(&self) -> bool {
        let inner = self.0.borrow();
        let running = inner.worker.as_ref();
        running.is_some_and(|running| running.is_ready)
    }

    /// Sends a picture; the newest one wins while the worker is not ready or busy.
    pub fn read(&self, frame: Frame, still: bool) {
        let older = self.0.borrow_mut().waiting.replace((frame, still));
        if let Some((older, _)) = older {
            older.close();
        }
        self.warm_up();
        self.send_waiting();
    }

    /// Lets the worker go; the next picture starts another one, or the same where it comes soon.
    pub fn stop(&self) {
        let (worker, in_flight, waiting) = {
            let mut inner = self.0.borrow_mut();
            inner.is_wanted = false;
            (
                inner.worker.take(),
                inner.in_flight.take(),
                inner.waiting.take(),
            )
        };
        match worker {
            // One that is at work would keep whoever comes next waiting, and know what it saw.
            Some(Running {
                worker, is_ready, ..
            }) if is_ready && in_flight.is_none() => worker.keep(),
            _ => {}
        }
        if let Some((frame, _)) = waiting {
            frame.close();
        }
    }

    /// This worker is no good: another one, or none where that helps no more.
    fn failed(&self, generation: u32) {
        let failures = {
            let mut inner = self.0.borrow_mut();
            if inner.generation != generation {
                return;
            }
            inner.worker = None;
            inner.in_flight = None;
            if !inner.is_wanted {
                return;
            }
            inner.failures += 1;
            inner.failures
        };
        if failures < PATIENCE {
            self.tell(Told::Lost);
            self.warm_up();
        } else {
            // A person who tries again deserves another three.
            self.0.borrow_mut().failures = 0;
            self.stop();
            self.tell(Told::Unavailable);
        }
    }

    /// Once the closure that told is done, so that it is not dropped while it runs.
    fn fail_later(&self) {
        let generation = self.0.borrow().generation;
        let reader = self.clone();
        set_timeout(move || reader.failed(generation), Duration::ZERO);
    }

    /// A worker from some store is asked for again; one that stays other is newer than the page.
    fn is_other_build(&self) {
        let (failures, is_wanted) = {
            let inner = self.0.borrow();
            (inner.failures, inner.is_wanted)
        };
        if !is_wanted || failures + 1 < PATIENCE {
            self.fail_later();
        } else {
            self.stop();
            self.tell(Told::Outdated);
        }
    }

    /// Without a borrow: whoever hears it may send the next picture at once.
    fn tell(&self, what: Told) {
        let told = self.0.borrow().told.clone();
        told(what);
    }

    fn send_waiting(&self) {
        if !self.is_ready() || self.0.borrow().in_flight.is_some() {
            return;
        }
        let waiting = self.0.borrow_mut().waiting.take();
        if let Some((frame, still)) = waiting {
            self.send(frame, still);
        }
    }

    fn send(&self, frame: Frame, still: bool) {
        let mut inner = self.0.borrow_mut();
        let (seq, generation) = (next(&SEQ), inner.generation);
        let header = ToWorker::Read {
            seq,
            source: frame.source,
            width: frame.width,
            height: frame.height,
            still,
        };
        let message = Object::new();
        let header = serde_json::to_string(&header).unwrap_or_default();
        let is_set = Reflect::set(&message, &"header".into(), &header.into()).is_ok()
            && Reflect::set(&message, &"frame".into(), &frame.picture).is_ok();
        let sent = inner.worker.as_ref().filter(|_| is_set).map(|running| {
            // Transferred, never copied.
            let transfer = Array::of1(&frame.picture);
            let worker = &running.worker.0;
            worker.post_message_with_transfer(&message, &transfer)
        });
        match sent {
            Some(Ok(())) => inner.in_flight = Some(seq),
            _ => return frame.close(),
        }
        let weak = Rc::downgrade(&self.0);
        let watch = move || {
            let Some(reader) = weak.upgrade().map(Reader) else {
                return;
            };
            if reader.0.borrow().in_flight == Some(seq) {
                reader.failed(generation);
            }
        };
        set_timeout(watch, STALL);
    }

    fn heard(&self, message: FromWorker) {
        match message {
            FromWorker::Ready { protocol } if protocol == PROTOCOL => {
                if let Some(running) = &mut self.0.borrow_mut().worker {
                    running.is_ready = true;
                }
            }
            FromWorker::Ready { .. } => return self.is_other_build(),
            FromWorker::Absent { .. } => return self.fail_later(),
            FromWorker::Symbols { seq, .. }
            | FromWorker::Parsed { seq, .. }
            | FromWorker::Failed { seq, .. } => {
                {
                    let mut inner = self.0.borrow_mut();
                    if inner.in_flight != Some(seq) {
                        // Of a view that is gone.
                        return;
                    }
                    inner.in_flight = None;
                    inner.failures = 0;
                }
                self.tell(Told::Message(message));
            }
        }
        self.send_waiting();
    }

    fn spawn(&self, generation: u32) -> Option<Running> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(SCRIPT, &options).ok()?;
        Some(self.attach(Ended(worker), generation, false))
    }

    fn attach(&self, worker: Ended, generation: u32, is_ready: bool) -> Running {
        // Weak, or the worker would keep itself alive through its own closures.
        let weak = Rc::downgrade(&self.0);
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let text = event.data().as_string();
            let message = text.and_then(|text| serde_json::from_str(&text).ok());
            if let (Some(inner), Some(message)) = (weak.upgrade(), message) {
                Reader(inner).heard(message);
            }
        });
        let weak = Rc::downgrade(&self.0);
        let on_error = Closure::<dyn FnMut(JsValue)>::new(move |_| {
            if let Some(inner) = weak.upgrade() {
                // Later, so that a closure is not dropped while it runs.
                set_timeout(move || Reader(inner).failed(generation), Duration::ZERO);
            }
        });
        let target = &worker.0;
        target.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        target.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Running {
            worker,
            is_ready,
            _on_message: on_message,
            _on_error: on_error,
        }
    }
}
