//! Numbers as SVG and PDF write them.

use std::fmt;

/// A number with up to four decimals, without zeros at the end; of a millimeter that is finer than
/// any printer.
pub(crate) struct Mm(pub f64);

impl fmt::Display for Mm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{:.4}", self.0);
        let text = text.trim_end_matches('0').trim_end_matches('.');
        f.write_str(if text == "-0" { "0" } else { text })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_numbers() {
        let text = |number| Mm(number).to_string();
        assert_eq!(text(0.254), "0.254");
        assert_eq!(text(100.0), "100");
        assert_eq!(text(1.0 / 3.0), "0.3333");
        assert_eq!(text(-0.00001), "0");
    }
}
