//! `importeridx`: an importer index, one character of base64url
//! (Implementing Regulation (EU) 2018/574; AI 7040).

use super::{Outcome, wrong};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    let mut characters = text.chars();
    let kind = match (characters.next(), characters.next()) {
        (None, _) => FaultKind::TooShort,
        (Some('-' | '0'..='9' | 'A'..='Z' | '_' | 'a'..='z'), None) => return Ok(()),
        (Some(_), None) => FaultKind::NotAnImporterIndex,
        (Some(_), Some(_)) => FaultKind::TooLong,
    };
    wrong(kind, 0..text.len())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_whole() {
        expect(Linter::Importeridx, "0");
        expect(Linter::Importeridx, "Z");
        expect(Linter::Importeridx, "a");
        expect(Linter::Importeridx, "-");
        expect(Linter::Importeridx, "_");
        expect(Linter::Importeridx, "**");
        expect(Linter::Importeridx, "*=*");
        expect(Linter::Importeridx, "*é*");
        expect(Linter::Importeridx, "*AB*");
    }
}
