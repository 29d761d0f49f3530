//! The number on a receipt as somebody typed it who registers: what it proves, and how often it may be
//! tried.

use subtle::ConstantTimeEq as _;
use trace::{Instant, UnitState};
use wire::form::RegistrationRequest;

use crate::{
    error::ApiError,
    known::Known,
    random,
    receipt_number::ReceiptNumber,
    state::App,
    store::{self, Serial, Tx, UnitKey},
};

/// How many wrong numbers a unit takes before a right one proves nothing any more: whoever tries would
/// displace its holder in the end. They are forgotten 30 days after the last.
const GUESSES: u32 = 3;

/// A receipt's number for a unit that was sold.
pub(super) struct Typed {
    unit: UnitKey,
    digest: [u8; 32],
    lane: [u8; 32],
    /// When the unit was sold last.
    sold_at: Instant,
}

impl Typed {
    /// `None` where nothing was typed, or the unit is not sold.
    ///
    /// # Errors
    /// It is too short or too long for one.
    pub(super) fn read(
        app: &App,
        request: &RegistrationRequest,
        product: i64,
        serial: &Serial,
        known: &Known,
    ) -> Result<Option<Typed>, ApiError> {
        let number = ReceiptNumber::read(request.receipt.as_deref())?;
        let sold_at = known.life.since;
        let sold_at = sold_at.filter(|_| known.life.state == UnitState::Sold);
        let secret = app.store.secret();
        Ok(number.zip(sold_at).map(|(number, sold_at)| Typed {
            unit: UnitKey {
                product,
                serial: serial.clone(),
            },
            digest: number.digest(secret, product, serial),
            lane: random::keyed_digest(
                secret,
                &[
                    b"sale-receipt-guess",
                    &product.to_be_bytes(),
                    serial.text().as_bytes(),
                ],
            ),
            sold_at,
        }))
    }

    /// When the unit was sold to whoever typed that, where it is what the shop told with that sale. A
    /// wrong one is counted, also where the unit is somebody's.
    pub(super) fn judge(
        &self,
        tx: &Tx<'_>,
        now: Instant,
        is_again: bool,
    ) -> store::Result<Option<Instant>> {
        let told = tx.sale_receipt(&self.unit)?;
        let Some(told) = told.filter(|told| told.sold_at == self.sold_at) else {
            return Ok(None);
        };
        if tx.guesses(&self.lane)?.wrong >= GUESSES {
            return Ok(None);
        }
        if bool::from(told.digest.ct_eq(&self.digest)) {
            return Ok(Some(told.sold_at));
        }
        if !is_again {
            tx.put_guess(&self.lane, now)?;
        }
        Ok(None)
    }
}
