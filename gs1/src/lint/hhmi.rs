//! `hhmi`: a time of day, `HHMI` (AIs 4324, 7003 and others).

use super::{Outcome, csetnumeric, wrong};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    csetnumeric::check_exactly(text, 4)?;
    if &text[..2] > "23" {
        return wrong(FaultKind::IllegalHour, 0..2);
    }
    if &text[2..] > "59" {
        return wrong(FaultKind::IllegalMinute, 2..4);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_hour_or_minute() {
        expect(Linter::Hhmi, "0000");
        expect(Linter::Hhmi, "2359");
        expect(Linter::Hhmi, "*24*00");
        expect(Linter::Hhmi, "12*60*");
        expect(Linter::Hhmi, "*99*99");
        expect(Linter::Hhmi, "**");
        expect(Linter::Hhmi, "*123*");
        expect(Linter::Hhmi, "*12300*");
        expect(Linter::Hhmi, "12*:*0");
        expect(Linter::Hhmi, "1*é*2");
    }
}
