//! Luma → what the page hears: symbols with what they say.

use std::cell::RefCell;

use decoder::{Assembly, Clock, Effort, Luma, Options, Stream, scan};
use wire::{
    answer::Fault,
    convert::{elements, form_name},
    scan::{Content, FromWorker, Glimpse, Part, Symbol, Trouble},
};

use crate::frame::OwnedLuma;

thread_local! {
    /// What the camera's frames said before; frames of another size begin anew, as a new worker does.
    static CAMERA: RefCell<Stream> = RefCell::new(camera());
    /// Parts of messages that take several symbols, from photographs too: one after the other may be shown.
    static PARTS: RefCell<Assembly> = RefCell::default();
}

/// Milliseconds that a camera's frame may take; most take a tenth of it. Who moves the phone must see that
/// the page follows, also on a phone that is ten times slower than a computer.
const FRAME_MS: f64 = 120.0;

/// Milliseconds that a photograph may take: somebody waits for it.
const STILL_MS: f64 = 4000.0;

fn camera() -> Stream {
    Stream::new(Options {
        clock: clock(FRAME_MS),
        ..Options::default()
    })
}

fn clock(most_ms: f64) -> Option<Clock> {
    Some(Clock {
        now: now_ms,
        most_ms,
    })
}

/// Begins anew with the camera's next frame.
pub fn forget() {
    CAMERA.with_borrow_mut(|stream| *stream = camera());
    PARTS.take();
}

/// Decodes one picture: a photograph, or the camera's next frame.
pub fn symbols(seq: u32, owned: &OwnedLuma, still: bool) -> FromWorker {
    let luma = match Luma::new(&owned.pixels, owned.width, owned.height, owned.stride) {
        Ok(luma) => luma,
        Err(error) => {
            return FromWorker::Failed {
                seq,
                detail: error.to_string(),
            };
        }
    };
    let started = now_ms();
    let found = if still {
        let effort = Effort::Still;
        scan(
            &luma,
            &Options {
                effort,
                clock: clock(STILL_MS),
                ..Options::default()
            },
        )
    } else {
        CAMERA.with_borrow_mut(|stream| stream.frame(&luma))
    };
    let ms = now_ms() - started;
    let found = PARTS.with_borrow_mut(|parts| parts.join(found));
    let is_read = found.iter().any(|symbol| symbol.payload.is_ok());
    let glimpse = (!is_read && !still).then(|| glimpse(&luma)).flatten();
    let symbols = found.iter().map(symbol).collect();
    FromWorker::Symbols {
        seq,
        width: owned.width as u32,
        height: owned.height as u32,
        ms,
        symbols,
        glimpse,
    }
}

fn glimpse(luma: &Luma<'_>) -> Option<Glimpse> {
    decoder::glimpse(luma).map(|seen| Glimpse {
        left: seen.left,
        top: seen.top,
        right: seen.right,
        bottom: seen.bottom,
        module: seen.module,
    })
}

fn symbol(found: &decoder::Symbol) -> Symbol {
    let payload = found.payload.as_ref().ok();
    let identifier = payload.map(|payload| payload.symbology_identifier().to_owned());
    let part = part(found);
    // A part alone may look like a whole code, and says something else.
    let whole = payload.filter(|_| part.is_none());
    let content = whole.map(|payload| content(&text(payload), identifier.as_deref()));
    Symbol {
        symbology: found.symbology.name().to_owned(),
        symbology_identifier: identifier.unwrap_or_default(),
        corners: found.corners.to_array().map(|point| [point.x, point.y]),
        content,
        confidence: found.confidence,
        part,
        trouble: found
            .trouble
            .and_then(|trouble| Trouble::named(trouble.name())),
    }
}

fn part(found: &decoder::Symbol) -> Option<Part> {
    let (part, read) = PARTS.with_borrow(|parts| parts.part(found))?;
    Some(Part {
        index: part.index,
        count: part.count,
        id: part.id,
        read,
    })
}

/// The browser has the tables of legacy character sets.
fn text(payload: &decoder::Payload) -> String {
    payload.text_by(|label, bytes| {
        let decoder = web_sys::TextDecoder::new_with_label(label).ok()?;
        decoder.decode_with_u8_array(bytes).ok()
    })
}

/// What a text says, as far as the browser itself can tell.
pub fn content(text: &str, symbology_identifier: Option<&str>) -> Content {
    let symbology = symbology_identifier.and_then(|identifier| identifier.parse().ok());
    let (message, faults) = gs1::parse(text, symbology);
    Content {
        text: text.to_owned(),
        form: form_name(message.form).to_owned(),
        path: message
            .identity()
            .map(|identity| identity.digital_link_path()),
        host: message.host().map(str::to_owned),
        elements: elements(&message),
        faults: faults.iter().map(Fault::from).collect(),
    }
}

fn now_ms() -> f64 {
    let scope = js_sys::global();
    let performance = js_sys::Reflect::get(&scope, &"performance".into()).ok();
    let performance: Option<web_sys::Performance> =
        performance.and_then(|value| wasm_bindgen::JsCast::dyn_into(value).ok());
    performance.map_or(0.0, |performance| performance.now())
}
