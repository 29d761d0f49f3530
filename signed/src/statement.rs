//! What is signed: the elements of a code that say which unit it is, in one spelling.

use gs1::Message;

use crate::PROFILE;

/// Application identifiers that are signed where they stand in the code, in the order of the
/// statement: GTIN, batch, best before, expiry, serial, consumer product variant.
const SIGNED: [&str; 6] = ["01", "10", "15", "17", "21", "22"];

/// Product, batch, dates and serial of one unit, as they are signed.
///
/// A line for the profile, then a line `AI=value` for each of the elements that the code has, all
/// of them ended by a line feed, which no value can hold. A code that leaves one out, or adds one,
/// makes another statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    before: String,
    serial: String,
    after: String,
}

impl Statement {
    /// What a code states; `None` without a product or without a serial.
    #[must_use]
    pub fn of(message: &Message<'_>) -> Option<Statement> {
        // The key must be a GTIN whose check digit is right.
        message.identity()?.gtin()?;
        let serial = message.value("21")?.to_owned();
        let mut parts = [format!("{PROFILE}\n"), String::new()];
        for ai in SIGNED.into_iter().filter(|ai| *ai != "21") {
            if let Some(value) = message.value(ai) {
                let part = &mut parts[usize::from(ai > "21")];
                part.push_str(&format!("{ai}={value}\n"));
            }
        }
        let [before, after] = parts;
        Some(Statement {
            before,
            serial,
            after,
        })
    }

    /// The same of the unit with another serial.
    #[must_use]
    pub fn with_serial(&self, serial: &str) -> Statement {
        Statement {
            serial: serial.to_owned(),
            ..self.clone()
        }
    }

    /// The digits of the GTIN, 14 of them.
    #[must_use]
    pub fn gtin(&self) -> &str {
        let line = self.before.lines().nth(1).unwrap_or_default();
        line.strip_prefix("01=").unwrap_or_default()
    }

    /// The bytes that are signed.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}21={}\n{}", self.before, self.serial, self.after)
    }
}
