//! `couponposoffer`: a North American positive offer file coupon (GS1 US, AI (8112) Coupon Data
//! Specification).

use super::{Outcome, couponcode::Coupon};

pub(super) fn check(text: &str) -> Outcome {
    let mut coupon = Coupon::new(text)?;
    coupon.digit("format-code", "01")?;
    let length = coupon.digit("funder-length", "0123456")?;
    coupon.digits("funder", length + 6)?;
    coupon.digits("offer-code", 6)?;
    coupon.serial_number()?;
    coupon.end()
}

#[cfg(test)]
mod tests {
    use crate::lint::{Linter, expect};

    #[test]
    fn marks_the_part() {
        expect(Linter::Couponposoffer, "009506005555550424242");
        expect(Linter::Couponposoffer, "1195060015555553123456789");
        expect(Linter::Couponposoffer, "**");
        expect(Linter::Couponposoffer, "*2*09506005555550424242");
        expect(Linter::Couponposoffer, "*1*");
        expect(Linter::Couponposoffer, "0*7*");
        expect(Linter::Couponposoffer, "*10*");
        expect(Linter::Couponposoffer, "10*95060*");
        expect(Linter::Couponposoffer, "*10950600*");
        expect(Linter::Couponposoffer, "10950600*55555*");
        expect(Linter::Couponposoffer, "*10950600555555*");
        expect(Linter::Couponposoffer, "109506005555553*42424242*");
        expect(Linter::Couponposoffer, "009506005555550424242*77*");
        expect(Linter::Couponposoffer, "00950*A*");
    }
}
