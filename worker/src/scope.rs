//! The worker's global scope: messages in, messages out.

use js_sys::Reflect;
use wasm_bindgen::{JsCast as _, JsValue, prelude::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};
use wire::scan::{FromWorker, PROTOCOL, ToWorker};

use crate::{frame, read};

/// Takes messages from now on, and says so.
pub fn listen() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let answering = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let scope = answering.clone();
        spawn_local(async move {
            if let Some(answer) = answer(&event.data()).await {
                post(&scope, &answer);
            }
        });
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker listens for as long as it lives.
    on_message.forget();
    post(&scope, &FromWorker::Ready { protocol: PROTOCOL });
}

/// `{ header, frame }` → what to say; `None` for a message that is not ours.
async fn answer(data: &JsValue) -> Option<FromWorker> {
    let property = |name: &str| Reflect::get(data, &JsValue::from_str(name)).ok();
    let header = property("header")?.as_string()?;
    match serde_json::from_str(&header).ok()? {
        ToWorker::Parse { seq, text } => Some(FromWorker::Parsed {
            seq,
            content: read::content(text.trim(), None),
        }),
        ToWorker::Forget => {
            read::forget();
            None
        }
        ToWorker::Read {
            seq,
            source,
            width,
            height,
            still,
        } => {
            let picture = property("frame").unwrap_or(JsValue::UNDEFINED);
            let luma = match frame::luma(picture, source, width, height).await {
                Ok(luma) => luma,
                Err(detail) => return Some(FromWorker::Failed { seq, detail }),
            };
            Some(read::symbols(seq, &luma, still))
        }
    }
}

fn post(scope: &DedicatedWorkerGlobalScope, message: &FromWorker) {
    if let Ok(text) = serde_json::to_string(message) {
        // Fails only where the page is gone.
        let _ = scope.post_message(&JsValue::from_str(&text));
    }
}
