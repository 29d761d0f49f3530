//! Good and bad, told without looking: tones and shakes.

use js_sys::{Array, Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::JsCast as _;
use web_sys::AudioContext;

use crate::mark::Kind;

/// How long a tone is, in seconds.
const LENGTH_S: f64 = 0.11;
/// Heard over a shop's music.
const VOLUME: f32 = 0.4;

/// Made on a tap: browsers let nothing sound before one.
pub struct Sounds(AudioContext);

impl Sounds {
    /// `None` where the browser has no Web Audio.
    pub fn new() -> Option<Sounds> {
        let sounds = Sounds(AudioContext::new().ok()?);
        sounds.wake();
        Some(sounds)
    }

    /// On a tap or a key: some browsers make it asleep, or put it to sleep while the page is away.
    pub fn wake(&self) {
        // One that stays asleep is silent.
        let _ = self.0.resume();
    }

    /// Tells how a pack stands.
    pub fn tell(&self, kind: Kind) {
        for (pitch, after_s) in kind.tones() {
            // A browser that refuses a tone stays silent.
            let _ = self.sound(*pitch, *after_s);
        }
    }

    fn sound(&self, pitch: f32, after_s: f64) -> Result<(), wasm_bindgen::JsValue> {
        let from = self.0.current_time() + after_s;
        let volume = self.0.create_gain()?;
        volume.gain().set_value_at_time(VOLUME, from)?;
        // An end without a click.
        volume
            .gain()
            .linear_ramp_to_value_at_time(0.0, from + LENGTH_S)?;
        let oscillator = self.0.create_oscillator()?;
        oscillator.frequency().set_value(pitch);
        oscillator.connect_with_audio_node(&volume)?;
        volume.connect_with_audio_node(&self.0.destination())?;
        oscillator.start_with_when(from)?;
        oscillator.stop_with_when(from + LENGTH_S)
    }
}

impl Drop for Sounds {
    fn drop(&mut self) {
        // When it has closed says nothing.
        let _ = self.0.close();
    }
}

/// Shakes where the device can.
pub fn shake(kind: Kind) {
    let navigator = window().navigator();
    let vibrate = Reflect::get(&navigator, &"vibrate".into()).ok();
    if let Some(vibrate) = vibrate.and_then(|value| value.dyn_into::<Function>().ok()) {
        let pattern: Array = kind
            .shakes()
            .iter()
            .map(|ms| f64::from(*ms))
            .map(wasm_bindgen::JsValue::from_f64)
            .collect();
        let _ = vibrate.call1(&navigator, &pattern);
    }
}
