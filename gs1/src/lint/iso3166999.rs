//! `iso3166999`: as `iso3166`, or 999 for several countries (ISO 3166-1; AIs 7030 to 7039).

use super::{Outcome, iso3166};

pub(super) fn check(text: &str) -> Outcome {
    if text == "999" {
        return Ok(());
    }
    iso3166::check(text)
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_whole() {
        expect(Linter::Iso3166999, "276");
        expect(Linter::Iso3166999, "999");
        expect(Linter::Iso3166999, "*998*");
        expect(Linter::Iso3166999, "*99*");
        expect(Linter::Iso3166999, "*9999*");
        expect(Linter::Iso3166999, "**");
    }
}
