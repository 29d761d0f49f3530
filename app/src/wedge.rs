//! Hardware scanners that type what they read like a very fast keyboard: keys → text.

/// Between two keys of a scanner at most, in ms; people are slower.
const KEY_MS: f64 = 60.0;
/// A shorter text is somebody hitting keys.
const LEAST: usize = 6;

/// What has come so far.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Wedge {
    text: String,
    last_ms: f64,
}

impl Wedge {
    /// Takes a key as `KeyboardEvent.key` names it; the whole text at its Enter.
    pub fn key(&mut self, key: &str, has_control: bool, now_ms: f64) -> Option<String> {
        if now_ms - self.last_ms > KEY_MS {
            self.text.clear();
        }
        self.last_ms = now_ms;
        match key {
            "Enter" => {
                let text = std::mem::take(&mut self.text);
                return (text.chars().count() >= LEAST).then_some(text);
            }
            // The usual ways of a scanner to type the GS1 separator.
            "]" if has_control => self.text.push('\u{1d}'),
            "F8" | "\u{1d}" => self.text.push('\u{1d}'),
            _ if has_control => {}
            _ => {
                let mut letters = key.chars();
                if let (Some(letter), None) = (letters.next(), letters.next()) {
                    self.text.push(letter);
                }
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &[&str], pace_ms: f64) -> Option<String> {
        let mut wedge = Wedge::default();
        let mut now = 1000.0;
        keys.iter().find_map(|key| {
            now += pace_ms;
            let (key, has_control) = match key.strip_prefix("Control+") {
                Some(key) => (key, true),
                None => (*key, false),
            };
            wedge.key(key, has_control, now)
        })
    }

    #[test]
    fn a_scanner_is_faster_than_a_person() {
        let keys = ["0", "1", "2", "Shift", "A", "4", "5", "Enter"];
        assert_eq!(typed(&keys, 8.0).as_deref(), Some("012A45"));
        assert_eq!(typed(&keys, 90.0), None);
        assert_eq!(typed(&["1", "2", "Enter"], 8.0), None);
    }

    #[test]
    fn the_separator_comes_through() {
        let keys = ["1", "0", "A", "Control+]", "2", "1", "B", "Enter"];
        assert_eq!(typed(&keys, 8.0).as_deref(), Some("10A\u{1d}21B"));
        let keys = ["1", "0", "A", "F8", "2", "1", "B", "Enter"];
        assert_eq!(typed(&keys, 8.0).as_deref(), Some("10A\u{1d}21B"));
    }
}
