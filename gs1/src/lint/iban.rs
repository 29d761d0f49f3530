//! `iban`: an international bank account number with its check digits (ISO 13616-1; AI 8007).

use super::{Outcome, iso3166alpha2, only, wrong};
use crate::FaultKind;

/// The dictionary's bound; the shortest IBAN in use has 15 characters.
const SHORTEST: usize = 11;

pub(super) fn check(text: &str) -> Outcome {
    if text.len() < SHORTEST {
        return wrong(FaultKind::TooShort, 0..text.len());
    }
    let country = ..text.ceil_char_boundary(2);
    if !iso3166alpha2::is_country(&text[country]) {
        return wrong(FaultKind::NotACountry, 0..country.end);
    }
    only(
        text,
        FaultKind::NotIban,
        |byte| matches!(byte, b'0'..=b'9' | b'A'..=b'Z'),
    )?;
    // Country and check digits count as if they stood at the end; letters count from 10.
    let (head, account) = text.as_bytes().split_at(4);
    let remainder = account.iter().chain(head).fold(0, |sum, &byte| {
        let byte = u32::from(byte);
        match byte.checked_sub(u32::from(b'A')) {
            None => (sum * 10 + byte - u32::from(b'0')) % 97,
            Some(letter) => (sum * 100 + letter + 10) % 97,
        }
    });
    if remainder != 1 {
        return wrong(FaultKind::IncorrectIbanCheck, 2..4);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_wrong_part() {
        expect(Linter::Iban, "GB82WEST12345698765432");
        expect(Linter::Iban, "DE89370400440532013000");
        expect(Linter::Iban, "DE*98*370400440532013000");
        expect(Linter::Iban, "DE*89*370400440532013001");
        expect(Linter::Iban, "**");
        expect(Linter::Iban, "*DE89370400*");
        expect(Linter::Iban, "*XX*89370400440532013000");
        expect(Linter::Iban, "*de*89370400440532013000");
        expect(Linter::Iban, "DE8*x*370400440532013000");
        expect(Linter::Iban, "DE89* *37040044");
        expect(Linter::Iban, "*Dé*9370400440");
        expect(Linter::Iban, "*€*9370400440");
    }
}
