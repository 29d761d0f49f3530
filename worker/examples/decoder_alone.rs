//! The decoder as the worker has it, without what the worker does with a payload: `cargo xtask bench
//! decode` measures it beside other readers, `cargo xtask bench size` weighs it.

#![allow(
    missing_docs,
    reason = "a crate that only a bench loads has no readers"
)]

#[cfg(target_arch = "wasm32")]
mod exported {
    use decoder::{Effort, Luma, Options};
    use js_sys::Array;
    use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

    /// `[text, x1, y1, … x4, y4]` for each symbol that was read, corners in pixels; luma is row-major
    /// without gaps.
    #[wasm_bindgen]
    pub fn read(luma: &[u8], width: usize, height: usize, still: bool) -> Array {
        let out = Array::new();
        let Ok(luma) = Luma::new(luma, width, height, width) else {
            return out;
        };
        let effort = if still { Effort::Still } else { Effort::Frame };
        let options = Options {
            effort,
            ..Options::default()
        };
        for symbol in decoder::scan(&luma, &options) {
            let Ok(payload) = &symbol.payload else {
                continue;
            };
            let one = Array::of1(&JsValue::from_str(&payload.text_by(text)));
            for corner in symbol.corners.to_array() {
                one.push(&corner.x.into());
                one.push(&corner.y.into());
            }
            out.push(&one);
        }
        out
    }

    /// As the worker does: the browser has the tables of legacy character sets.
    fn text(label: &str, bytes: &[u8]) -> Option<String> {
        let decoder = web_sys::TextDecoder::new_with_label(label).ok()?;
        decoder.decode_with_u8_array(bytes).ok()
    }
}
