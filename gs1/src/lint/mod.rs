//! Further checks of a component's value: one linter a file, named as the dictionary names them.
//!
//! Each takes the component's text and says the kind and the span, in bytes of that text, of the
//! first thing that is wrong. They stand alone: a linter doesn't rely on another having run.

mod couponcode;
mod couponposoffer;
mod cset32;
mod cset39;
mod cset64;
mod cset82;
mod csetnumeric;
mod csum;
mod csumalpha;
mod gcppos1;
mod gcppos2;
mod hasnondigit;
mod hh;
mod hhmi;
mod hyphen;
mod iban;
mod importeridx;
mod iso3166;
mod iso3166999;
mod iso3166alpha2;
mod iso4217;
mod iso5218;
mod latitude;
mod longitude;
mod mediatype;
mod mi;
mod nonzero;
mod nozeroprefix;
mod packagetype;
mod pcenc;
mod pieceoftotal;
mod posinseqslash;
mod ss;
mod winding;
mod yesno;
mod yymmd0;
mod yymmdd;
mod yyyymmd0;
mod yyyymmdd;
mod zero;

use std::ops::Range;

use crate::FaultKind;
pub use couponcode::COUPON_PARTS;

/// What a linter found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub kind: FaultKind,
    /// Where, in bytes of the text that was checked.
    pub span: Range<usize>,
    /// As in [`crate::Fault::detail`].
    pub detail: &'static str,
}

/// Nothing, or the first thing that is wrong.
type Outcome = Result<(), Finding>;

fn wrong(kind: FaultKind, span: Range<usize>) -> Outcome {
    Err(Finding {
        kind,
        span,
        detail: "",
    })
}

macro_rules! linters {
    ($($variant:ident = $module:ident,)*) => {
        /// The linters, by the dictionary's names.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Linter {
            $(
                #[doc = concat!("`", stringify!($module), "`")]
                $variant,
            )*
        }

        impl Linter {
            /// All of them.
            pub const ALL: &[Linter] = &[$(Linter::$variant,)*];

            /// Its name in the dictionary.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Linter::$variant => stringify!($module),)* }
            }

            /// Checks one component's text.
            ///
            /// # Errors
            /// The first thing that is wrong.
            pub fn check(self, text: &str) -> Result<(), Finding> {
                match self { $(Linter::$variant => $module::check(text),)* }
            }
        }
    };
}

linters! {
    Couponcode = couponcode,
    Couponposoffer = couponposoffer,
    Cset32 = cset32,
    Cset39 = cset39,
    Cset64 = cset64,
    Cset82 = cset82,
    Csetnumeric = csetnumeric,
    Csum = csum,
    Csumalpha = csumalpha,
    Gcppos1 = gcppos1,
    Gcppos2 = gcppos2,
    Hasnondigit = hasnondigit,
    Hh = hh,
    Hhmi = hhmi,
    Hyphen = hyphen,
    Iban = iban,
    Importeridx = importeridx,
    Iso3166 = iso3166,
    Iso3166999 = iso3166999,
    Iso3166alpha2 = iso3166alpha2,
    Iso4217 = iso4217,
    Iso5218 = iso5218,
    Latitude = latitude,
    Longitude = longitude,
    Mediatype = mediatype,
    Mi = mi,
    Nonzero = nonzero,
    Nozeroprefix = nozeroprefix,
    Packagetype = packagetype,
    Pcenc = pcenc,
    Pieceoftotal = pieceoftotal,
    Posinseqslash = posinseqslash,
    Ss = ss,
    Winding = winding,
    Yesno = yesno,
    Yymmd0 = yymmd0,
    Yymmdd = yymmdd,
    Yyyymmd0 = yyyymmd0,
    Yyyymmdd = yyyymmdd,
    Zero = zero,
}

impl Linter {
    /// The linter of a name; `None` for one that this release doesn't have.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Linter> {
        Linter::ALL
            .iter()
            .copied()
            .find(|linter| linter.name() == name)
    }
}

/// Reports the first character that `is_in` refuses.
fn only(text: &str, kind: FaultKind, is_in: impl Fn(u8) -> bool) -> Outcome {
    match text.bytes().position(|byte| !is_in(byte)) {
        None => Ok(()),
        Some(at) => wrong(kind, at..at + char_len(text, at)),
    }
}

/// Bytes of the character that starts at `at`; accepted ones before it have one byte each.
fn char_len(text: &str, at: usize) -> usize {
    text.get(at..)
        .and_then(|rest| rest.chars().next())
        .map_or(1, char::len_utf8)
}

/// Runs a linter and marks the span in the text: `"1234567*3*"`, or the text alone.
#[cfg(test)]
fn marked(linter: Linter, text: &str) -> String {
    match linter.check(text) {
        Ok(()) => text.to_owned(),
        Err(Finding { span, .. }) => format!(
            "{}*{}*{}",
            &text[..span.start],
            &text[span.clone()],
            &text[span.end..]
        ),
    }
}

/// Checks a linter against a text whose wrong piece is marked, or that is right.
#[cfg(test)]
#[track_caller]
fn expect(linter: Linter, expected: &str) {
    assert_eq!(marked(linter, &expected.replace('*', "")), expected);
}
