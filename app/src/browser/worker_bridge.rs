//! The page's side of the decoder's worker, which is disposable.
//!
//! It is fetched when first needed, has one picture in flight, and is thrown away and started anew
//! when it falls silent, fails, or speaks another protocol. That loses one picture at the most.

use std::{cell::RefCell, rc::Rc};

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast as _, JsValue, prelude::Closure};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};
use wire::scan::{FromWorker, PROTOCOL, ToWorker};

use super::page::tick_ms;
use crate::camera::Frame;

/// What Trunk names the worker's entry.
const SCRIPT: &str = "/worker_loader.js";
/// A picture takes a fraction of this, even on a slow phone.
const STALL_MS: f64 = 8000.0;

/// What the bridge tells the page.
pub enum Told {
    /// What the worker said about the picture in flight.
    Message(FromWorker),
    /// It had to be started again; the picture in flight is lost.
    Lost,
}

/// A handle; clones share the worker.
#[derive(Clone)]
pub struct Reader(Rc<RefCell<Inner>>);

struct Inner {
    worker: Option<Running>,
    told: Rc<dyn Fn(Told)>,
    seq: u32,
    /// Since when a picture is in flight.
    in_flight: Option<f64>,
    /// What came before the worker was ready.
    waiting: Option<(Frame, bool)>,
}

struct Running {
    worker: Worker,
    is_ready: bool,
    // Kept for as long as the worker may call them.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(JsValue)>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl Reader {
    /// Starts nothing yet; `told` hears what comes.
    pub fn new(told: impl Fn(Told) + 'static) -> Reader {
        Reader(Rc::new(RefCell::new(Inner {
            worker: None,
            told: Rc::new(told),
            seq: 0,
            in_flight: None,
            waiting: None,
        })))
    }

    /// Fetches and starts the worker, so that it is there when the camera is.
    pub fn warm_up(&self) {
        if self.0.borrow().worker.is_none() {
            let running = self.spawn();
            self.0.borrow_mut().worker = running;
        }
    }

    /// Whether a picture would be taken now.
    pub fn is_idle(&self) -> bool {
        let inner = self.0.borrow();
        let is_ready = inner
            .worker
            .as_ref()
            .is_some_and(|running| running.is_ready);
        is_ready && inner.in_flight.is_none() && inner.waiting.is_none()
    }

    /// Sends a picture; the newest one wins while the worker is not ready yet.
    pub fn read(&self, frame: Frame, still: bool) {
        self.warm_up();
        let is_ready = self
            .0
            .borrow()
            .worker
            .as_ref()
            .is_some_and(|running| running.is_ready);
        if !is_ready || self.0.borrow().in_flight.is_some() {
            if let Some((older, _)) = self.0.borrow_mut().waiting.replace((frame, still)) {
                older.close();
            }
            return;
        }
        self.send(frame, still);
    }

    /// Starts the worker again where it is silent for too long.
    pub fn watch(&self) {
        let since = self.0.borrow().in_flight;
        if since.is_some_and(|since| tick_ms() - since > STALL_MS) {
            self.restart();
        }
    }

    /// Ends the worker; the next picture starts a new one.
    pub fn stop(&self) {
        let mut inner = self.0.borrow_mut();
        inner.worker = None;
        inner.in_flight = None;
        if let Some((frame, _)) = inner.waiting.take() {
            frame.close();
        }
    }

    fn restart(&self) {
        self.stop();
        self.warm_up();
        let told = self.0.borrow().told.clone();
        told(Told::Lost);
    }

    fn send(&self, frame: Frame, still: bool) {
        let mut inner = self.0.borrow_mut();
        inner.seq = inner.seq.wrapping_add(1);
        let header = ToWorker::Read {
            seq: inner.seq,
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
            running
                .worker
                .post_message_with_transfer(&message, &Array::of1(&frame.picture))
        });
        match sent {
            Some(Ok(())) => inner.in_flight = Some(tick_ms()),
            _ => frame.close(),
        }
    }

    fn heard(&self, message: FromWorker) {
        match message {
            FromWorker::Ready { protocol } if protocol == PROTOCOL => {
                if let Some(running) = &mut self.0.borrow_mut().worker {
                    running.is_ready = true;
                }
            }
            // An old worker from some store: it is asked for again, past the store.
            FromWorker::Ready { .. } => self.stop(),
            FromWorker::Symbols { .. } | FromWorker::Parsed { .. } | FromWorker::Failed { .. } => {
                self.0.borrow_mut().in_flight = None;
                let told = self.0.borrow().told.clone();
                told(Told::Message(message));
            }
        }
        let waiting = if self.0.borrow().in_flight.is_none() {
            self.0.borrow_mut().waiting.take()
        } else {
            None
        };
        if let Some((frame, still)) = waiting {
            self.read(frame, still);
        }
    }

    fn spawn(&self) -> Option<Running> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(SCRIPT, &options).ok()?;
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
            let Some(inner) = weak.upgrade() else { return };
            let reader = Reader(inner);
            let was_ready = reader
                .0
                .borrow()
                .worker
                .as_ref()
                .is_some_and(|running| running.is_ready);
            // One that never came up would fail again at once.
            if was_ready {
                reader.restart()
            } else {
                reader.stop()
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Running {
            worker,
            is_ready: false,
            _on_message: on_message,
            _on_error: on_error,
        })
    }
}
