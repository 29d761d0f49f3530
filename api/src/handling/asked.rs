//! What a form of a shop's or a processor's desk says: fields → [`Asked`].

use std::collections::BTreeSet;

use super::{Deed, Trade, field};
use crate::{
    code::{self, Code},
    error::ApiError,
    sale, store,
};

/// The most packs of one form.
const MAX_PACKS: usize = 100;

/// What stands in a form.
#[derive(Clone, Debug)]
pub struct Asked {
    pub(super) trade: Trade,
    pub(super) deed: Deed,
    /// Each pack once.
    pub(super) codes: Vec<Code>,
    /// The location as a Digital Link.
    pub(super) site: String,
    /// What the buyer and the shop have.
    pub(super) receipt: Option<String>,
    /// What the packs were made into: a batch or a unit.
    pub(super) into: Option<Code>,
}

/// The fields of a form.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fields<'f> {
    /// What is told.
    pub act: &'f str,
    /// A code a line.
    pub codes: &'f str,
    /// A GLN, or a location's Digital Link.
    pub site: &'f str,
    /// For a sale; may be empty.
    pub receipt: &'f str,
    /// What packs were made into; else empty.
    pub into: &'f str,
}

impl Asked {
    /// Reads a form.
    ///
    /// # Errors
    /// A field is wrong.
    pub fn read(trade: Trade, fields: &Fields<'_>) -> Result<Asked, ApiError> {
        let deeds = Deed::of(trade).iter().copied();
        let deed = deeds.clone().find(|deed| deed.id() == fields.act);
        let deed = deed.ok_or_else(|| field("act", "choose one of the keys of the page"))?;
        let codes = codes(fields.codes)?;
        let into = match (deed, fields.into.trim()) {
            (Deed::Reprocess, text) => Some(made(text)?),
            _ => None,
        };
        Ok(Asked {
            trade,
            deed,
            codes,
            site: sale::location("site", fields.site.trim())?,
            receipt: Some(fields.receipt.trim().to_owned()).filter(|text| !text.is_empty()),
            into,
        })
    }

    /// How many packs it names.
    #[must_use]
    pub fn packs(&self) -> usize {
        self.codes.len()
    }
}

/// The packs of a form, each once.
fn codes(text: &str) -> Result<Vec<Code>, ApiError> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let (mut codes, mut seen) = (Vec::new(), BTreeSet::new());
    for line in lines {
        let shown: String = line.chars().take(80).collect();
        let code = match line.len() <= code::MAX_BYTES {
            true => Code::read(line, None, false),
            false => return Err(field("codes", &format!("`{shown}…` is no code"))),
        };
        let epc = code.unit_epc().filter(|_| !code.is_broken());
        let Some(epc) = epc.filter(|_| code.serial().and_then(store::Serial::new).is_some()) else {
            let detail = format!("`{shown}` names no single pack; scan a code with a serial");
            return Err(field("codes", &detail));
        };
        if seen.insert(epc) {
            codes.push(code);
        }
    }
    match (1..=MAX_PACKS).contains(&codes.len()) {
        true => Ok(codes),
        false => Err(field("codes", "scan 1 to 100 packs, a code a line")),
    }
}

/// What packs were made into.
fn made(text: &str) -> Result<Code, ApiError> {
    let code = (text.len() <= code::MAX_BYTES).then(|| Code::read(text, None, false));
    let names = |code: &Code| {
        !code.is_broken()
            && code.gtin().is_some()
            && (code.batch().is_some() || code.serial().is_some())
    };
    code.filter(names).ok_or_else(|| {
        let detail = "write the code of what they were made into, with its batch or serial";
        field("into", detail)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(trade: Trade, fields: Fields<'_>) -> Result<Asked, String> {
        Asked::read(trade, &fields).map_err(|error| error.to_string())
    }

    #[test]
    fn a_code_a_line_and_each_pack_once() {
        let asked = Fields {
            act: "sell",
            codes: "\n(01)09506000100012(21)TEA1\r\n  https://check.example/01/09506000100012/21/TEA1\n010950600010001221TEA2\n",
            site: "9506000900025",
            ..Fields::default()
        };
        assert_eq!(read(Trade::Sale, asked).map(|asked| asked.packs()), Ok(2));
        let check = |codes: &str, says: &str| {
            let error = read(Trade::Sale, Fields { codes, ..asked }).err();
            let error = error.unwrap_or_default();
            assert!(
                error.contains("codes") && error.contains(says),
                "{codes}: {error}"
            );
        };
        check("", "1 to 100");
        check("(01)09506000100012", "no single pack");
        check(
            "(01)09506000100012(21)TEA1\nhello",
            "`hello` names no single pack",
        );
        let many: Vec<String> = (0..101)
            .map(|n| format!("(01)09506000100012(21)TEA{n}"))
            .collect();
        check(&many.join("\n"), "1 to 100");
    }

    #[test]
    fn a_page_tells_its_own_deeds() {
        let fields = |act, into| Fields {
            act,
            codes: "(01)09506000100012(21)TEA1",
            site: "9506000900025",
            into,
            ..Fields::default()
        };
        for (trade, act, into, is_read) in [
            (Trade::Sale, "sell", "", true),
            (Trade::Sale, "undo", "", true),
            (Trade::Sale, "destroy", "", false),
            (Trade::Processing, "sell", "", false),
            (Trade::Processing, "destroy", "", true),
            (Trade::Processing, "reprocess", "", false),
            (Trade::Processing, "reprocess", "(01)09506000100043", false),
            (
                Trade::Processing,
                "reprocess",
                "(01)09506000100043(10)M2",
                true,
            ),
        ] {
            let asked = read(trade, fields(act, into));
            assert_eq!(asked.is_ok(), is_read, "{act} {into}: {asked:?}");
        }
    }
}
