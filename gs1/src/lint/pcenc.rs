//! `pcenc`: two hexadecimal digits behind each percent sign (RFC 3986, section 2.1; AI 4300 and
//! others).

use super::{Outcome, wrong};
use crate::FaultKind;

pub(super) fn check(text: &str) -> Outcome {
    for (at, _) in text.match_indices('%') {
        match text.as_bytes()[at + 1..] {
            [first, second, ..] if first.is_ascii_hexdigit() && second.is_ascii_hexdigit() => {}
            [_, _, ..] => {
                let end = text.ceil_char_boundary(at + 3);
                return wrong(FaultKind::BadPercentEncoding, at..end);
            }
            _ => return wrong(FaultKind::BadPercentEncoding, at..text.len()),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_escape() {
        expect(Linter::Pcenc, "");
        expect(Linter::Pcenc, "plain");
        expect(Linter::Pcenc, "Caf%C3%A9");
        expect(Linter::Pcenc, "%2f");
        expect(Linter::Pcenc, "a*%*");
        expect(Linter::Pcenc, "a*%4*");
        expect(Linter::Pcenc, "a*%4g*b");
        expect(Linter::Pcenc, "*%%4*1");
        expect(Linter::Pcenc, "%41*%x1*");
        expect(Linter::Pcenc, "*%é*");
        expect(Linter::Pcenc, "*%4é*x");
        expect(Linter::Pcenc, "*%€*");
    }
}
