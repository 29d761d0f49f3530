//! `couponcode`: a North American coupon code (GS1 US, North American Coupon Application Guideline
//! Using GS1 DataBar Expanded Symbols; AI 8110).

use std::ops::Range;

use super::{Finding, Outcome, csetnumeric, yymmdd};
use crate::FaultKind;

/// What the details of faults about coupons name.
pub const COUPON_PARTS: &[&str] = &[
    "format-code",
    "funder-length",
    "funder",
    "company-prefix-length",
    "company-prefix",
    "offer-code",
    "save-value-length",
    "save-value",
    "additional-purchase-rules-code",
    "first-purchase-requirement-length",
    "first-purchase-requirement",
    "first-purchase-requirement-code",
    "first-purchase-family-code",
    "second-purchase-requirement-length",
    "second-purchase-requirement",
    "second-purchase-requirement-code",
    "second-purchase-family-code",
    "second-purchase-company-prefix-length",
    "second-purchase-company-prefix",
    "third-purchase-requirement-length",
    "third-purchase-requirement",
    "third-purchase-requirement-code",
    "third-purchase-family-code",
    "third-purchase-company-prefix-length",
    "third-purchase-company-prefix",
    "expiration-date",
    "start-date",
    "serial-number-length",
    "serial-number",
    "retailer-company-prefix-length",
    "retailer-company-prefix",
    "save-value-code",
    "save-value-applies-to",
    "store-coupon-flag",
    "dont-multiply-flag",
];

pub(super) fn check(text: &str) -> Outcome {
    let mut coupon = Coupon::new(text)?;

    let length = coupon.digit("company-prefix-length", "0123456")?;
    coupon.digits("company-prefix", length + 6)?;
    coupon.digits("offer-code", 6)?;
    let length = coupon.digit("save-value-length", "12345")?;
    coupon.digits("save-value", length)?;
    coupon.requirement([
        "first-purchase-requirement-length",
        "first-purchase-requirement",
        "first-purchase-requirement-code",
        "first-purchase-family-code",
    ])?;

    if coupon.has_field('1') {
        coupon.digit("additional-purchase-rules-code", "0123")?;
        coupon.requirement([
            "second-purchase-requirement-length",
            "second-purchase-requirement",
            "second-purchase-requirement-code",
            "second-purchase-family-code",
        ])?;
        coupon.further_prefix([
            "second-purchase-company-prefix-length",
            "second-purchase-company-prefix",
        ])?;
    }
    if coupon.has_field('2') {
        coupon.requirement([
            "third-purchase-requirement-length",
            "third-purchase-requirement",
            "third-purchase-requirement-code",
            "third-purchase-family-code",
        ])?;
        coupon.further_prefix([
            "third-purchase-company-prefix-length",
            "third-purchase-company-prefix",
        ])?;
    }

    let mut expiration = None;
    let expiration_field = coupon.at;
    if coupon.has_field('3') {
        expiration = Some(coupon.date("expiration-date")?);
    }
    if coupon.has_field('4') {
        let start = coupon.date("start-date")?;
        // Both are of this century, and its dates compare as text.
        if expiration.is_some_and(|expiration| start > expiration) {
            let fields = expiration_field..coupon.at;
            return fault(FaultKind::CouponExpiresBeforeStart, fields, "");
        }
    }

    if coupon.has_field('5') {
        coupon.serial_number()?;
    }
    if coupon.has_field('6') {
        let length = coupon.digit("retailer-company-prefix-length", "1234567")?;
        coupon.digits("retailer-company-prefix", length + 6)?;
    }
    if coupon.has_field('9') {
        coupon.digit("save-value-code", "01256")?;
        coupon.digit("save-value-applies-to", "012")?;
        coupon.digit("store-coupon-flag", ANY)?;
        coupon.digit("dont-multiply-flag", "01")?;
    }
    coupon.end()
}

/// Every digit.
const ANY: &str = "0123456789";

/// Reads the parts of a coupon from left to right.
pub(super) struct Coupon<'a> {
    text: &'a str,
    /// Where the next part begins.
    at: usize,
}

impl<'a> Coupon<'a> {
    pub(super) fn new(text: &'a str) -> Result<Coupon<'a>, Finding> {
        csetnumeric::check(text)?;
        Ok(Coupon { text, at: 0 })
    }

    /// Reads a part of one digit that has to be among `allowed`.
    pub(super) fn digit(&mut self, part: &'static str, allowed: &str) -> Result<usize, Finding> {
        let Some(digit) = self.text[self.at..].chars().next() else {
            return fault(FaultKind::CouponMissing, 0..self.text.len(), part);
        };
        if !allowed.contains(digit) {
            return fault(FaultKind::CouponIllegal, self.at..self.at + 1, part);
        }
        self.at += 1;
        Ok(digit as usize - '0' as usize)
    }

    /// Reads a part of `count` digits.
    pub(super) fn digits(&mut self, part: &'static str, count: usize) -> Result<&'a str, Finding> {
        let rest = &self.text[self.at..];
        let Some(digits) = rest.get(..count) else {
            // What isn't there can't be shown, so all of it is.
            let start = if rest.is_empty() { 0 } else { self.at };
            return fault(FaultKind::CouponTruncated, start..self.text.len(), part);
        };
        self.at += count;
        Ok(digits)
    }

    /// Reads a serial number behind its length.
    pub(super) fn serial_number(&mut self) -> Outcome {
        let length = self.digit("serial-number-length", ANY)?;
        self.digits("serial-number", length + 6)?;
        Ok(())
    }

    /// Reads what must be bought, in the parts of these names.
    fn requirement(&mut self, [length, value, code, family]: [&'static str; 4]) -> Outcome {
        let length = self.digit(length, "12345")?;
        self.digits(value, length)?;
        self.digit(code, "012349")?;
        self.digits(family, 3)?;
        Ok(())
    }

    /// Reads whose product a further purchase is, in the parts of these names.
    fn further_prefix(&mut self, [length, prefix]: [&'static str; 2]) -> Outcome {
        // 9 stands for the prefix of the first purchase, which isn't repeated.
        let count = match self.digit(length, "01234569")? {
            9 => 0,
            length => length + 6,
        };
        self.digits(prefix, count)?;
        Ok(())
    }

    fn date(&mut self, part: &'static str) -> Result<&'a str, Finding> {
        let start = self.at;
        let date = self.digits(part, 6)?;
        if yymmdd::check(date).is_err() {
            return fault(FaultKind::CouponIllegal, start..self.at, part);
        }
        Ok(date)
    }

    /// Whether the optional field of this indicator comes next; steps behind the indicator.
    fn has_field(&mut self, indicator: char) -> bool {
        let is_next = self.text[self.at..].starts_with(indicator);
        self.at += usize::from(is_next);
        is_next
    }

    /// Nothing may be left.
    pub(super) fn end(self) -> Outcome {
        if self.at < self.text.len() {
            return fault(FaultKind::CouponExcess, self.at..self.text.len(), "");
        }
        Ok(())
    }
}

fn fault<T>(kind: FaultKind, span: Range<usize>, part: &'static str) -> Result<T, Finding> {
    Err(Finding {
        kind,
        span,
        detail: part,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{Linter, expect};

    /// A coupon without optional fields.
    const PLAIN: &str = "012345612345611110123";

    /// Checks optional fields, whose wrong piece is marked.
    #[track_caller]
    fn expect_fields(fields: &str) {
        expect(Linter::Couponcode, &format!("{PLAIN}{fields}"));
    }

    /// Checks optional fields that are wrong as a whole, and what is wrong.
    #[track_caller]
    fn expect_cut(fields: &str, kind: FaultKind, part: &'static str) {
        let text = format!("{PLAIN}{fields}");
        let span = 0..text.len();
        assert_eq!(
            Linter::Couponcode.check(&text),
            fault(kind, span, part),
            "{text}"
        );
    }

    #[test]
    fn required_fields() {
        expect(Linter::Couponcode, PLAIN);
        expect(Linter::Couponcode, "61234567890126543215123452999456");
        expect(Linter::Couponcode, "**");
        expect(Linter::Couponcode, "0123*x*");
        expect(Linter::Couponcode, "*7*1234567890123");
        expect(Linter::Couponcode, "*0123456*");
        expect(Linter::Couponcode, "0123456*12345*");
        expect(Linter::Couponcode, "0123456123456*0*");
        expect(Linter::Couponcode, "01234561234563*12*");
        expect(Linter::Couponcode, "012345612345611*6*");
        expect(Linter::Couponcode, "01234561234561111*5*123");
        expect(Linter::Couponcode, "012345612345611110*12*");
    }

    #[test]
    fn further_purchases() {
        expect_fields("101101239");
        expect_fields("1351234594560654321");
        expect_fields("21101239");
        expect_fields("101101239212123415678901*8*");
        expect_fields("1*4*");
        expect_fields("10*6*");
        expect_fields("10110123*7*");
        expect_fields("101101231*654321*");
        expect_fields("2*0*");
        expect_fields("23*12*");
        expect_cut(
            "1",
            FaultKind::CouponMissing,
            "additional-purchase-rules-code",
        );
        expect_cut(
            "1011",
            FaultKind::CouponMissing,
            "second-purchase-requirement-code",
        );
        expect_cut(
            "101101230",
            FaultKind::CouponTruncated,
            "second-purchase-company-prefix",
        );
        expect_cut(
            "2110",
            FaultKind::CouponTruncated,
            "third-purchase-family-code",
        );
        expect_cut(
            "2110123",
            FaultKind::CouponMissing,
            "third-purchase-company-prefix-length",
        );
    }

    #[test]
    fn dates() {
        expect_fields("3260228");
        expect_fields("4260228");
        expect_fields("32612314261231");
        expect_fields("*32611304261201*");
        expect_fields("3*26022*");
        expect_fields("3*260229*");
        expect_fields("32612314*261200*");
        expect_cut("3", FaultKind::CouponTruncated, "expiration-date");
        expect_cut("4", FaultKind::CouponTruncated, "start-date");
    }

    #[test]
    fn other_fields() {
        expect_fields("50123456");
        expect_fields("59123456789012345");
        expect_fields("611234567");
        expect_fields("50123456611234567");
        expect_fields("96291");
        expect_fields("53*12345678*");
        expect_fields("6*8*");
        expect_fields("62*1234567*");
        expect_fields("9*3*");
        expect_fields("90*3*");
        expect_fields("9000*2*");
        expect_cut("5", FaultKind::CouponMissing, "serial-number-length");
        expect_cut("62", FaultKind::CouponTruncated, "retailer-company-prefix");
        expect_cut("900", FaultKind::CouponMissing, "store-coupon-flag");
        expect_cut("9000", FaultKind::CouponMissing, "dont-multiply-flag");
    }

    #[test]
    fn excess() {
        expect_fields("*0*");
        expect_fields("90000*0*");
        // Out of order.
        expect_fields("4260228*3260228*");
    }
}
