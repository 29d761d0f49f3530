//! What a scanner transmits: the symbology identifier and the data (General Specifications,
//! section 5.1 and 7.8).

use crate::{Form, GS, Gtin, Message, SymbologyIdentifier};

/// What carries a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Carrier {
    /// EAN-13.
    Ean13,
    /// EAN-8.
    Ean8,
    /// UPC-A.
    UpcA,
    /// UPC-E, as scanners expand it.
    UpcE,
    /// ITF-14.
    Itf14,
    /// GS1-128.
    Gs1_128,
    /// GS1 DataBar Omnidirectional, Truncated, Stacked, Stacked Omnidirectional: one GTIN.
    DataBar,
    /// GS1 DataBar Limited: one GTIN that begins with 0 or 1.
    DataBarLimited,
    /// GS1 DataBar Expanded and Expanded Stacked.
    DataBarExpanded,
    /// GS1 Data Matrix, or Data Matrix with a Digital Link.
    DataMatrix,
    /// GS1 QR Code, or QR Code with a Digital Link.
    QrCode,
    /// GS1 DotCode, or DotCode with a Digital Link.
    DotCode,
}

impl Message<'_> {
    /// The message as a scanner would transmit it, symbology identifier included: the carrier that
    /// it came from, or else Data Matrix.
    ///
    /// A link stays the link that it is. `None` where there is neither a link nor an element.
    ///
    /// ```
    /// let (message, _) = gs1::parse("(10)L7(01)09506000134352", None);
    /// assert_eq!(message.scan_data().as_deref(), Some("]d210L7\u{1d}0109506000134352"));
    /// ```
    #[must_use]
    pub fn scan_data(&self) -> Option<String> {
        let digits = self.gtin().map(|gtin| {
            // A retail symbol of eight digits only where no more are needed.
            let eight = gtin
                .shortened(8)
                .map(|digits| (SymbologyIdentifier::EAN_8, digits));
            let thirteen = || {
                let digits = gtin.shortened(13)?;
                Some((SymbologyIdentifier::EAN_13, digits))
            };
            let found = match self.symbology.filter(|_| self.form == Form::PlainGtin) {
                Some(symbology) if symbology.is_itf() => None,
                Some(SymbologyIdentifier::EAN_13) => thirteen(),
                _ => eight.or_else(thirteen),
            };
            let (identifier, digits) =
                found.unwrap_or((SymbologyIdentifier::ITF_14, gtin.as_str()));
            format!("{identifier}{digits}")
        });
        if let Some(link) = &self.link {
            let identifier = self.symbology.unwrap_or(SymbologyIdentifier::DATA_MATRIX);
            return Some(format!("{identifier}{}", link.uri));
        }
        if self.form == Form::PlainGtin {
            let linear = digits?;
            return Some(match self.composite {
                None => linear,
                // Beside an ITF-14 there is no composite component, beside a GS1 DataBar there is.
                Some(_) if linear.starts_with("]I") => {
                    format!(
                        "{}{}",
                        SymbologyIdentifier::GS1_DATABAR,
                        self.element_string()
                    )
                }
                Some(at) => format!("{linear}|{}", self.composite_data(at)),
            });
        }
        if self.elements.is_empty() {
            return None;
        }
        let given = self.symbology.filter(|identifier| identifier.is_gs1());
        let identifier = given.unwrap_or(SymbologyIdentifier::GS1_DATA_MATRIX);
        Some(format!("{identifier}{}", self.element_string()))
    }

    /// What a scanner would transmit if `carrier` held the message.
    ///
    /// `None` where it can't: a retail symbol holds one GTIN that is not longer than its digits, and
    /// a composite component beside it where the message has one.
    #[must_use]
    pub fn scan_data_of(&self, carrier: Carrier) -> Option<String> {
        let matrix = |gs1: SymbologyIdentifier, plain: &str| match &self.link {
            Some(link) => Some(format!("{plain}{}", link.uri)),
            None if self.elements.is_empty() => None,
            None => Some(format!("{gs1}{}", self.element_string())),
        };
        let retail = |identifier: SymbologyIdentifier, len: usize, zeros: &str| {
            let linear = self.linear_gtin()?;
            let digits = linear.shortened(len)?;
            let mut out = format!("{identifier}{zeros}{digits}");
            if self.elements.len() > 1 {
                out.push('|');
                out.push_str(&self.composite_data(1));
            }
            Some(out)
        };
        match carrier {
            Carrier::DataMatrix => matrix(SymbologyIdentifier::GS1_DATA_MATRIX, "]d1"),
            Carrier::QrCode => matrix(SymbologyIdentifier::GS1_QR, "]Q1"),
            Carrier::DotCode => matrix(SymbologyIdentifier::GS1_DOTCODE, "]J0"),
            Carrier::Gs1_128 | Carrier::DataBarExpanded => {
                if self.elements.is_empty() || self.link.is_some() {
                    return None;
                }
                let is_128 = carrier == Carrier::Gs1_128 && self.composite.is_none();
                let identifier = if is_128 {
                    SymbologyIdentifier::GS1_128
                } else {
                    SymbologyIdentifier::GS1_DATABAR
                };
                Some(format!("{identifier}{}", self.element_string()))
            }
            Carrier::DataBar | Carrier::DataBarLimited => {
                let linear = self.linear_gtin()?;
                let is_small = linear.as_str().starts_with(['0', '1']);
                if carrier == Carrier::DataBarLimited && !is_small {
                    return None;
                }
                let identifier = SymbologyIdentifier::GS1_DATABAR;
                Some(format!("{identifier}{}", self.element_string()))
            }
            Carrier::Ean13 => retail(SymbologyIdentifier::EAN_13, 13, ""),
            Carrier::UpcA | Carrier::UpcE => retail(SymbologyIdentifier::EAN_13, 12, "0"),
            Carrier::Ean8 => retail(SymbologyIdentifier::EAN_8, 8, ""),
            Carrier::Itf14 => {
                let linear = self.linear_gtin()?;
                let is_alone = self.elements.len() == 1;
                is_alone.then(|| format!("{}{linear}", SymbologyIdentifier::ITF_14))
            }
        }
    }

    /// The GTIN that a linear symbol of one GTIN would hold: the first element, and alone but for a
    /// composite component.
    fn linear_gtin(&self) -> Option<Gtin> {
        let is_rest_composite = self.elements.len() == 1 || self.composite == Some(1);
        self.gtin().filter(|_| is_rest_composite)
    }

    fn gtin(&self) -> Option<Gtin> {
        let first = self.elements.first()?;
        let is_gtin = first.ai.as_str() == "01";
        is_gtin.then(|| first.value.parse().ok()).flatten()
    }

    fn composite_data(&self, at: usize) -> String {
        let identifier = SymbologyIdentifier::GS1_DATABAR;
        format!("{identifier}{}", self.joined(GS, at..self.elements.len()))
    }
}
