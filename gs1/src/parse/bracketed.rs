//! Element strings with their identifiers in brackets, as people print, copy and type them.

use super::{element_string::repeated, value};
use crate::{Ai, Element, Fault, FaultKind, Form, Message, dictionary};

/// `(01)09506000134352(21)A1`; `\(` in a value is a bracket of its own. Blanks around a value that
/// people type are not part of it.
pub(super) fn parse(text: &str) -> (Message, Vec<Fault>) {
    let mut message = Message::new(Form::BracketedElementString);
    let mut faults = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let open = at;
        let Some(close) = text[open..].find(')').map(|offset| open + offset) else {
            let span = open..text.len();
            faults.push(Fault {
                kind: FaultKind::UnbalancedBrackets,
                ai: None,
                span,
            });
            break;
        };
        let (raw, end) = raw_value(text, close + 1);
        let start = close + 1 + (raw.len() - raw.trim_start().len());
        let value = raw.trim().replace("\\(", "(");
        at = end;
        let name = text[open + 1..close].trim();
        let known = name
            .parse::<Ai>()
            .ok()
            .and_then(|ai| Some((ai, dictionary::find(ai)?)));
        let Some((ai, entry)) = known else {
            faults.push(Fault {
                kind: FaultKind::UnknownAi,
                ai: None,
                span: open + 1..close,
            });
            continue;
        };
        value::faults(ai, entry, &value, start, &mut faults);
        repeated(&message, ai, &value, start, &mut faults);
        let span = start..start + raw.trim().len();
        message.elements.push(Element { ai, value, span });
    }
    (message, faults)
}

/// The text up to the next bracket that opens an identifier, and where that stands.
fn raw_value(text: &str, start: usize) -> (&str, usize) {
    let mut is_escaped = false;
    for (offset, byte) in text[start..].bytes().enumerate() {
        if byte == b'(' && !is_escaped {
            return (&text[start..start + offset], start + offset);
        }
        is_escaped = byte == b'\\';
    }
    (&text[start..], text.len())
}
