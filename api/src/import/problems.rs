//! What is wrong with a record, as it is looked through: every fault, not only the first.

use gs1::{Date, Gtin};
use trace::{Country, Instant};
use wire::import::{MATERIALS, Text};

use super::Problem;
use crate::{clock, random, store::Serial};

const ADVICE_GTIN: &str = "write 8, 12, 13 or 14 digits as they are on the pack";
const ADVICE_DATE: &str = "write it as 2026-11-24";
const ADVICE_CSET: &str = "use 1 to 20 characters of GS1's character set 82: no spaces, no accents";

/// What is wrong so far.
#[derive(Default)]
pub(super) struct Problems(pub(super) Vec<Problem>);

impl Problems {
    pub(super) fn add(&mut self, field: &str, what: impl Into<String>, advice: &str) {
        self.0.push(Problem::new(field, what, advice));
    }

    pub(super) fn gtin(&mut self, text: &str) -> Option<Gtin> {
        self.gtin_in("gtin", text)
    }

    pub(super) fn gtin_in(&mut self, field: &str, text: &str) -> Option<Gtin> {
        text.parse()
            .map_err(|error| self.add(field, format!("`{text}`: {error}"), ADVICE_GTIN))
            .ok()
    }

    pub(super) fn date(&mut self, field: &str, text: Option<&String>) -> Option<Date> {
        let text = text?;
        text.parse()
            .map_err(|error| self.add(field, format!("`{text}`: {error}"), ADVICE_DATE))
            .ok()
    }

    pub(super) fn moment(&mut self, field: &str, text: &str) -> Option<Instant> {
        let at = clock::parse_rfc3339(text);
        if at.is_none() {
            self.add(
                field,
                format!("`{text}` is no date and time"),
                "write it as 2026-11-24T10:20:30Z",
            );
        }
        at
    }

    /// So many bytes in hexadecimal.
    pub(super) fn digest<const N: usize>(&mut self, field: &str, text: &str) -> Option<[u8; N]> {
        let bytes = random::from_hex(text);
        if bytes.is_none() {
            self.add(
                field,
                format!("is not {} digits of hexadecimal", 2 * N),
                "take the record as it was exported",
            );
        }
        bytes
    }

    pub(super) fn name(&mut self, field: &str, text: &Text) {
        if text.values().all(|words| words.trim().is_empty()) {
            self.add(field, "is empty", "write it in one language at least");
        }
    }

    pub(super) fn country(&mut self, field: &str, text: &str) {
        if Country::new(text).is_none() {
            self.add(
                field,
                format!("`{text}` is no country"),
                "write two letters, as PL",
            );
        }
    }

    pub(super) fn material(&mut self, field: &str, text: &str) {
        if !MATERIALS.contains(&text) {
            let advice = format!("use one of: {}", MATERIALS.join(", "));
            self.add(
                field,
                format!("`{text}` is no material known here"),
                &advice,
            );
        }
    }

    pub(super) fn cset82(&mut self, field: &str, text: &str) -> Option<Serial> {
        let serial = Serial::new(text);
        if serial.is_none() {
            self.add(field, format!("`{text}` is not possible"), ADVICE_CSET);
        }
        serial
    }
}
