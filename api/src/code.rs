//! A code that somebody asks about: text → [`Code`].

use gs1::{Element, Fault, FaultClass, Gtin, Identity, Key, Message, SymbologyIdentifier};
use trace::Epc;

/// The longest text that is looked at, in bytes: more than any symbol of ours can hold.
pub const MAX_BYTES: usize = 4096;

/// A text as scanned or typed, and what it says.
#[derive(Clone, Debug)]
pub struct Code {
    /// As scanned.
    pub text: String,
    /// Whether a person typed it.
    pub typed: bool,
    /// What it says.
    pub message: Message<'static>,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
    /// Whom it names.
    pub identity: Option<Identity>,
    /// The path of its Digital Link.
    path: Option<String>,
}

impl Code {
    /// Reads a text; never fails. Blanks around what a person typed are not part of it.
    #[must_use]
    pub fn read(text: &str, symbology: Option<SymbologyIdentifier>, typed: bool) -> Code {
        let text = if typed { text.trim() } else { text };
        let (message, faults) = gs1::parse(text, symbology);
        Code::new(text.to_owned(), typed, message.into_owned(), faults)
    }

    /// A text that was taken apart.
    #[must_use]
    pub fn new(text: String, typed: bool, message: Message<'static>, faults: Vec<Fault>) -> Code {
        let identity = message.identity();
        Code {
            text,
            typed,
            path: identity.as_ref().map(Identity::digital_link_path),
            identity,
            message,
            faults,
        }
    }

    /// Whether it contradicts itself, so that it can't be answered for: a value that breaks its own
    /// rules, or a text that can't be taken apart. What another code on the pack may complete, and
    /// what is only written in an older way, is told and answered.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        let breaks = |fault: &Fault| {
            matches!(
                fault.kind.class(),
                FaultClass::Structure | FaultClass::Value
            )
        };
        self.identity.is_none() || self.faults.iter().any(breaks)
    }

    /// The product that it names.
    #[must_use]
    pub fn gtin(&self) -> Option<&Gtin> {
        self.identity.as_ref().and_then(Identity::gtin)
    }

    /// The serial that it names.
    #[must_use]
    pub fn serial(&self) -> Option<&str> {
        self.identity.as_ref()?.serial.as_deref()
    }

    /// The batch that it names.
    #[must_use]
    pub fn batch(&self) -> Option<&str> {
        self.identity.as_ref()?.batch.as_deref()
    }

    /// The path of its Digital Link; `None` without an identity.
    #[must_use]
    pub fn path(&self) -> Option<String> {
        self.path.clone()
    }

    /// The path of its Digital Link, where all of its elements stand in it.
    #[must_use]
    pub fn whole_path(&self) -> Option<&str> {
        let is_in_path =
            |element: &Element<'_>| matches!(element.ai.as_bytes(), b"01" | b"22" | b"10" | b"21");
        let path = self.path.as_deref()?;
        self.message.elements.iter().all(is_in_path).then_some(path)
    }

    /// The canonical EPC of the unit that it names, whatever else it says.
    #[must_use]
    pub fn unit_epc(&self) -> Option<Epc> {
        let identity = self.identity.as_ref()?;
        let (gtin, serial) = (identity.gtin()?, identity.serial.as_deref()?);
        match (&self.path, &identity.variant, &identity.batch) {
            // Then that is all that stands in the path.
            (Some(path), None, None) => Some(Epc(path.trim_start_matches('/').to_owned())),
            _ => Some(unit_epc(*gtin, serial)),
        }
    }

    /// As it crosses the seam to the app.
    #[must_use]
    pub fn wire(&self) -> wire::answer::Code {
        wire::answer::Code {
            text: self.text.clone(),
            typed: self.typed,
            form: wire::convert::form_name(self.message.form).to_owned(),
            elements: wire::convert::elements(&self.message),
            path: self.path(),
            faults: self.faults.iter().map(wire::answer::Fault::from).collect(),
            pretends: None,
        }
    }
}

/// The canonical EPC of a unit: product and serial, whatever else the code says.
#[must_use]
pub fn unit_epc(gtin: Gtin, serial: &str) -> Epc {
    epc(gtin, None, Some(serial))
}

/// The canonical EPC class of a batch.
#[must_use]
pub fn batch_epc(gtin: Gtin, batch: &str) -> Epc {
    epc(gtin, Some(batch), None)
}

/// The path of the Digital Link without its leading slash.
pub(crate) fn epc(gtin: Gtin, batch: Option<&str>, serial: Option<&str>) -> Epc {
    let identity = Identity {
        key: Key::Gtin(gtin),
        variant: None,
        batch: batch.map(str::to_owned),
        serial: serial.map(str::to_owned),
        expiry: None,
        best_before: None,
        production: None,
    };
    Epc(identity
        .digital_link_path()
        .trim_start_matches('/')
        .to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(link: &str) {
        let code = Code::read(link, None, false);
        let Some(whole) = code.message.digital_link("https://a.example") else {
            assert_eq!(code.whole_path(), None, "{link}");
            return;
        };
        let whole = whole.strip_prefix("https://a.example").unwrap();
        let path = whole.split(['?', '#']).next().unwrap();
        match code.whole_path() {
            Some(own) => assert_eq!(own, path, "{link}"),
            None => {
                let is_more = whole.contains('?') || path.contains("/235/");
                assert!(is_more || !path.starts_with("/01/"), "{link}");
            }
        }
    }

    #[test]
    fn the_path_of_all_elements_is_that_of_the_link() {
        for path in [
            "01/09506000134352",
            "01/9506000134352/21/A%2Fb",
            "gtin/09506000134352/10/L%20x/21/A1",
            "01/09506000134352/22/v/10/l/21/s?x=1#y",
            "01/09506000134352/21/A1?17=271130",
            "01/09506000134352/235/TPX1",
            "x/y/01/09506000134352?21=A1",
            "00/395060000000000017",
        ] {
            check(&format!("https://a.example/{path}"));
        }
    }
}
