//! The decoder as the worker has it, without what the worker does with a payload: `cargo xtask bench
//! decode` measures it beside other readers, `cargo xtask bench size` weighs it.

#![allow(
    missing_docs,
    reason = "a crate that only a bench loads has no readers"
)]

#[cfg(target_arch = "wasm32")]
mod exported {
    use decoder::{Effort, Luma, Options, Stream, Symbol};
    use js_sys::Array;
    use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

    /// Symbols of one picture; luma is row-major without gaps.
    #[wasm_bindgen]
    pub fn read(luma: &[u8], width: usize, height: usize, still: bool) -> Array {
        let Ok(luma) = Luma::new(luma, width, height, width) else {
            return Array::new();
        };
        let effort = if still { Effort::Still } else { Effort::Frame };
        let options = Options {
            effort,
            ..Options::default()
        };
        list(&decoder::scan(&luma, &options))
    }

    /// A camera, whose frames come one after the other.
    #[wasm_bindgen]
    pub struct Camera(Stream);

    #[wasm_bindgen]
    impl Camera {
        /// Before the first frame.
        #[wasm_bindgen(constructor)]
        pub fn new() -> Camera {
            Camera(Stream::new(Options::default()))
        }

        /// Symbols of the next frame.
        pub fn frame(&mut self, luma: &[u8], width: usize, height: usize) -> Array {
            match Luma::new(luma, width, height, width) {
                Ok(luma) => list(&self.0.frame(&luma)),
                Err(_) => Array::new(),
            }
        }
    }

    impl Default for Camera {
        fn default() -> Camera {
            Camera::new()
        }
    }

    /// `[text, x1, y1, … x4, y4]` for each symbol that was read, corners in pixels.
    fn list(symbols: &[Symbol]) -> Array {
        let out = Array::new();
        for symbol in symbols {
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
