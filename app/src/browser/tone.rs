//! Tones to aim by (Web Audio). A browser that has none, or allows none, stays silent.

use web_sys::{AudioContext, OscillatorNode};

use crate::aim::Tone;

/// How long a tone is, in seconds.
const LENGTH_S: f64 = 0.07;
/// Louder would be heard by the whole shop.
const VOLUME: f32 = 0.15;

/// Made on a tap: browsers let nothing sound before one.
pub struct Tones {
    context: AudioContext,
    next_ms: f64,
}

impl Tones {
    /// `None` where the browser has no Web Audio.
    pub fn new() -> Option<Tones> {
        let context = AudioContext::new().ok()?;
        // Where it was made asleep.
        let _ = context.resume();
        Some(Tones {
            context,
            next_ms: 0.0,
        })
    }

    /// Sounds where the next one is due.
    pub fn keep_up(&mut self, now_ms: f64, tone: Tone) {
        if now_ms >= self.next_ms {
            self.next_ms = now_ms + f64::from(tone.every_ms);
            let _ = self.sound(tone.pitch, 0.0);
        }
    }

    /// A code was read: two, the second one higher.
    pub fn read(&self) {
        let _ = self.sound(880.0, 0.0);
        let _ = self.sound(1320.0, 0.09);
    }

    fn sound(&self, pitch: f32, after_s: f64) -> Result<(), wasm_bindgen::JsValue> {
        let from = self.context.current_time() + after_s;
        let volume = self.context.create_gain()?;
        volume.gain().set_value_at_time(VOLUME, from)?;
        // An end without a click.
        volume
            .gain()
            .linear_ramp_to_value_at_time(0.0, from + LENGTH_S)?;
        let oscillator: OscillatorNode = self.context.create_oscillator()?;
        oscillator.frequency().set_value(pitch);
        oscillator.connect_with_audio_node(&volume)?;
        volume.connect_with_audio_node(&self.context.destination())?;
        oscillator.start_with_when(from)?;
        oscillator.stop_with_when(from + LENGTH_S)
    }
}

impl Drop for Tones {
    fn drop(&mut self) {
        // When it has closed says nothing; a tone that is sounding ends with it.
        let _ = self.context.close();
    }
}
