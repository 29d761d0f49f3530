//! Symbols that carry one message together (structured append) → the message.
//!
//! ISO/IEC 18004, 8 (QR Code) and ISO/IEC 16022, 5.6 (Data Matrix): up to 16 symbols, each with its place,
//! and something that all of them have in common.

use crate::{Mark, Payload, StructuredAppend, Symbol, Symbology};

/// Messages that are remembered, at the most: parts of more than one may be in view.
const MOST: usize = 4;

/// One message in the making.
#[derive(Clone, Debug)]
struct Message {
    symbology: Symbology,
    id: u16,
    /// By their place.
    parts: Vec<Option<Payload>>,
}

/// What parts were read, from picture to picture.
#[derive(Clone, Debug, Default)]
pub struct Assembly {
    /// The latest first.
    messages: Vec<Message>,
}

impl Assembly {
    /// Takes a picture's symbols. Where all parts of a message were read by now, one of its symbols here
    /// gets the whole message for its payload, and the others are left out; where some are still to come,
    /// a part keeps its own payload with [`Payload::structured_append`]. All other symbols stay as they are.
    pub fn join(&mut self, mut symbols: Vec<Symbol>) -> Vec<Symbol> {
        for symbol in &symbols {
            if let Some((part, payload)) = part_of(symbol) {
                self.put(symbol.symbology, part, payload);
            }
        }
        let mut told: Vec<(Symbology, u16, u8)> = Vec::new();
        symbols.retain_mut(|symbol| {
            let Some((part, _)) = part_of(symbol) else {
                return true;
            };
            let Some(whole) = self.whole(symbol.symbology, part) else {
                return true;
            };
            let key = (symbol.symbology, part.id, part.count);
            let is_first = !told.contains(&key);
            if is_first {
                told.push(key);
                symbol.payload = Ok(whole);
            }
            is_first
        });
        symbols
    }

    /// A symbol's place in a message of which parts are still to come, and how many were read by now, this
    /// one included. `None` for all other symbols.
    #[must_use]
    pub fn part(&self, symbol: &Symbol) -> Option<(StructuredAppend, u8)> {
        let (part, _) = part_of(symbol)?;
        let of = |one: &&Message| one.is_of(symbol.symbology, part);
        let message = self.messages.iter().find(of)?;
        let read = message.parts.iter().flatten().count();
        Some((part, u8::try_from(read).unwrap_or(u8::MAX)))
    }

    fn put(&mut self, symbology: Symbology, part: StructuredAppend, payload: &Payload) {
        let at = self
            .messages
            .iter()
            .position(|one| one.is_of(symbology, part));
        let mut message = match at {
            Some(at) => self.messages.remove(at),
            None => Message::of(symbology, part),
        };
        let place = usize::from(part.index);
        // Another message that has the same in common: the older one is gone.
        if message.parts[place]
            .as_ref()
            .is_some_and(|known| known.bytes != payload.bytes)
        {
            message = Message::of(symbology, part);
        }
        message.parts[place] = Some(payload.clone());
        if message.is_mixed() {
            message = Message::of(symbology, part);
            message.parts[place] = Some(payload.clone());
        }
        self.messages.insert(0, message);
        self.messages.truncate(MOST);
    }

    fn whole(&self, symbology: Symbology, part: StructuredAppend) -> Option<Payload> {
        let message = self
            .messages
            .iter()
            .find(|one| one.is_of(symbology, part))?;
        message.whole()
    }
}

/// A symbol's part of a message that takes more than one.
fn part_of(symbol: &Symbol) -> Option<(StructuredAppend, &Payload)> {
    let payload = symbol.payload.as_ref().ok()?;
    let part = payload.structured_append?;
    (part.count > 1 && part.index < part.count).then_some((part, payload))
}

impl Message {
    fn of(symbology: Symbology, part: StructuredAppend) -> Message {
        Message {
            symbology,
            id: part.id,
            parts: vec![None; usize::from(part.count)],
        }
    }

    fn is_of(&self, symbology: Symbology, part: StructuredAppend) -> bool {
        let is_same = self.symbology == symbology && self.id == part.id;
        is_same && self.parts.len() == usize::from(part.count)
    }

    fn whole(&self) -> Option<Payload> {
        let parts: Option<Vec<&Payload>> = self.parts.iter().map(Option::as_ref).collect();
        let parts = parts?;
        let mut whole = Payload {
            bytes: Vec::new(),
            marks: Vec::new(),
            symbology_identifier: parts.first()?.symbology_identifier,
            structured_append: None,
        };
        for part in parts {
            let from = whole.bytes.len();
            let moved = part.marks.iter().map(|mark| Mark {
                at: from + mark.at,
                ..*mark
            });
            for mark in moved {
                // A character may begin in one part and end in the next.
                if whole
                    .marks
                    .last()
                    .is_none_or(|last| last.charset != mark.charset)
                {
                    whole.marks.push(mark);
                }
            }
            whole.bytes.extend_from_slice(&part.bytes);
        }
        Some(whole)
    }

    /// Whether its parts are of several messages: a QR Code's parity is that of all bytes of the message.
    fn is_mixed(&self) -> bool {
        let is_qr = self.symbology == Symbology::QrCode;
        let parity = |whole: Payload| whole.bytes.iter().fold(0, |parity, byte| parity ^ byte);
        is_qr
            && self
                .whole()
                .is_some_and(|whole| u16::from(parity(whole)) != self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Charset, Corners, Point};

    fn symbol(symbology: Symbology, text: &str, part: Option<(u8, u8, u16)>) -> Symbol {
        let payload = Payload {
            bytes: text.as_bytes().to_vec(),
            marks: vec![Mark {
                at: 0,
                charset: Charset::Unsaid,
            }],
            symbology_identifier: *b"]Q1",
            structured_append: part.map(|(index, count, id)| StructuredAppend { index, count, id }),
        };
        let at = Point { x: 0.0, y: 0.0 };
        let corners = Corners {
            top_left: at,
            top_right: at,
            bottom_right: at,
            bottom_left: at,
        };
        Symbol {
            payload: Ok(payload),
            ..Symbol::unread(symbology, corners, (21, 21), false)
        }
    }

    fn parity(text: &str) -> u16 {
        u16::from(text.bytes().fold(0, |parity, byte| parity ^ byte))
    }

    fn texts(symbols: &[Symbol]) -> Vec<String> {
        let payloads = symbols
            .iter()
            .filter_map(|symbol| symbol.payload.as_ref().ok());
        payloads
            .map(|payload| payload.text_by(|_, _| None))
            .collect()
    }

    #[test]
    fn parts_become_a_message_whichever_comes_first() {
        let qr = |text, index| {
            symbol(
                Symbology::QrCode,
                text,
                Some((index, 3, parity("one two three"))),
            )
        };
        let mut assembly = Assembly::default();
        let seen = assembly.join(vec![qr(" three", 2)]);
        assert_eq!(texts(&seen), [" three"]);
        assert!(
            seen[0]
                .payload
                .as_ref()
                .is_ok_and(|payload| payload.structured_append.is_some())
        );
        let other = symbol(Symbology::QrCode, "alone", None);
        let seen = assembly.join(vec![other.clone(), qr("one", 0), qr("one", 0)]);
        assert_eq!(texts(&seen), ["alone", "one", "one"]);
        let parts: Vec<Option<u8>> = seen
            .iter()
            .map(|symbol| assembly.part(symbol).map(|(_, read)| read))
            .collect();
        assert_eq!(parts, [None, Some(2), Some(2)]);
        // All parts in view are one symbol then, now and in the pictures that follow.
        for _ in 0..2 {
            let seen = assembly.join(vec![qr("one", 0), other.clone(), qr(" two", 1)]);
            assert_eq!(texts(&seen), ["one two three", "alone"]);
            assert_eq!(assembly.part(&seen[0]), None);
            let whole = seen[0].payload.clone();
            assert!(whole.is_ok_and(|payload| payload.structured_append.is_none()));
        }
    }

    #[test]
    fn parts_of_several_messages_are_not_mixed() {
        let id = parity("ab");
        let mut assembly = Assembly::default();
        assembly.join(vec![symbol(Symbology::QrCode, "a", Some((0, 2, id)))]);
        // The same parity of another kind, of another number of parts, and of what is no part of it.
        for other in [
            symbol(Symbology::DataMatrix, "b", Some((1, 2, id))),
            symbol(Symbology::QrCode, "b", Some((1, 3, id))),
            symbol(Symbology::QrCode, "c", Some((1, 2, id))),
        ] {
            let text = texts(std::slice::from_ref(&other));
            assert_eq!(texts(&assembly.join(vec![other])), text);
        }
        // That one took the place of the first part's message.
        let last = assembly.join(vec![symbol(Symbology::QrCode, "b", Some((1, 2, id)))]);
        assert_eq!(texts(&last), ["b"]);
        let last = assembly.join(vec![symbol(Symbology::QrCode, "a", Some((0, 2, id)))]);
        assert_eq!(texts(&last), ["ab"]);
    }

    #[test]
    fn places_that_cannot_be_are_no_parts() {
        let mut assembly = Assembly::default();
        for part in [(3, 3, 7), (0, 1, 7), (200, 2, 7), (0, 0, 7)] {
            let seen = assembly.join(vec![symbol(Symbology::DataMatrix, "x", Some(part))]);
            assert_eq!(texts(&seen), ["x"]);
        }
        assert!(assembly.messages.is_empty());
    }
}
