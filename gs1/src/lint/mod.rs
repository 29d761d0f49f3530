//! Further checks of a component's value: one linter a file, named as the dictionary names them.
//!
//! Each takes the component's text and gives the kind and the span, in bytes of that text, of the
//! first thing that is wrong.

mod csum;
mod gcppos;
mod time;
mod yesno;
mod yymmdd;
mod zero;

use std::ops::Range;

use crate::FaultKind;

/// What a linter found: the kind, and where in the component.
pub(crate) type Finding = (FaultKind, Range<usize>);

/// The linters, by the dictionary's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lint {
    Csum,
    Gcppos1,
    Gcppos2,
    Yymmdd,
    Yymmd0,
    Hh,
    Mi,
    Ss,
    Hhmi,
    Nonzero,
    Zero,
    Yesno,
}

impl Lint {
    /// Checks one component's text, whose characters and length are right already.
    pub(crate) fn check(self, text: &str) -> Option<Finding> {
        match self {
            Lint::Csum => csum::check(text),
            Lint::Gcppos1 => gcppos::check(text, 0),
            Lint::Gcppos2 => gcppos::check(text, 1),
            Lint::Yymmdd => yymmdd::check(text, yymmdd::Day::Required),
            Lint::Yymmd0 => yymmdd::check(text, yymmdd::Day::MayBeZero),
            Lint::Hh => time::check(text, 23),
            Lint::Mi | Lint::Ss => time::check(text, 59),
            Lint::Hhmi => time::check_hhmi(text),
            Lint::Nonzero => zero::check_nonzero(text),
            Lint::Zero => zero::check_zero(text),
            Lint::Yesno => yesno::check(text),
        }
    }
}

/// Runs a linter and marks the span in the text: `"1234567*3*"`, or the text alone.
#[cfg(test)]
pub(crate) fn marked(lint: Lint, text: &str) -> String {
    match lint.check(text) {
        None => text.to_owned(),
        Some((_, span)) => {
            format!(
                "{}*{}*{}",
                &text[..span.start],
                &text[span.clone()],
                &text[span.end..]
            )
        }
    }
}
