//! What points buy: a person takes a voucher, a shop redeems its code, each once.

use trace::Instant;
use wire::reward::{OwnVoucher, VoucherOffer, VoucherRequest, VoucherView};

use crate::{
    error::ApiError,
    random,
    reference::{SecretCode, Slip},
    session::Session,
    state::App,
    store::{self, Account, Db, Movement, Outcome, Tx, Voucher, VoucherKind},
};

/// The code of a kind's number: the same each time, and nobody's guess.
fn code(secret: &[u8; 32], kind: &str, number: u32) -> SecretCode {
    let parts: [&[u8]; 3] = [b"voucher", kind.as_bytes(), &number.to_be_bytes()];
    SecretCode::new(&random::keyed_digest(secret, &parts))
}

/// The code of a voucher; `None` where it was made of another database's secret and is not here.
#[must_use]
pub fn code_of(secret: &[u8; 32], voucher: &Voucher) -> Option<String> {
    let made = code(secret, &voucher.kind, voucher.number);
    let own = (made.digest() == voucher.digest).then(|| made.as_str().to_owned());
    voucher.code.clone().or(own)
}

/// Takes a voucher for points. A form that is sent twice takes one.
///
/// # Errors
/// There is none left, it has ended, or the points are too few.
pub async fn take(app: &App, session: Session, request: &VoucherRequest) -> Result<(), ApiError> {
    let now = app.clock.now();
    let account = session.account();
    let secret = *app.store.secret();
    let (id, nth) = (request.kind.clone(), request.nth);
    app.store
        .write_or_undo(move |tx| {
            Ok(match take_one(tx, &secret, &account, &id, nth, now)? {
                Ok(()) => Outcome::Keep(Ok(())),
                Err(refusal) => Outcome::Undo(Err(refusal)),
            })
        })
        .await?
}

fn take_one(
    tx: &Tx<'_>,
    secret: &[u8; 32],
    account: &str,
    id: &str,
    nth: u32,
    now: Instant,
) -> store::Result<Result<(), ApiError>> {
    let Some(kind) = tx.voucher_kind(id)?.filter(|kind| kind.ends_at > now) else {
        return Ok(Err(ApiError::NoVoucher));
    };
    let own = tx.vouchers_of(account)?;
    let own = own.iter().filter(|one| one.kind == kind.id).count();
    if u32::try_from(own).unwrap_or(u32::MAX) != nth {
        // The same form came before.
        return Ok(Ok(()));
    }
    let person = Account::Person(account);
    if tx.points_in(person, &kind.brand)? < i64::from(kind.points) {
        return Ok(Err(ApiError::FewPoints));
    }
    let number = kind.taken + 1;
    let new = Voucher {
        digest: code(secret, &kind.id, number).digest(),
        kind: kind.id.clone(),
        number,
        account: account.to_owned(),
        taken_at: now,
        redeemed_at: None,
        redeemed_by: String::new(),
        code: None,
    };
    if !tx.put_voucher(&new)? {
        return Ok(Err(ApiError::NoVoucher));
    }
    let movement = Movement {
        reason: "voucher",
        reference: &kind.name,
        brand: &kind.brand,
        from: person,
        to: Account::Vouchers,
        points: kind.points,
    };
    tx.book(now, &movement)?;
    Ok(Ok(()))
}

/// Redeems a code for a brand; a code counts once.
///
/// # Errors
/// Inside: a character is mistyped, it is no voucher of the brand's, it has ended, or was redeemed
/// before.
pub fn redeem(
    tx: &Tx<'_>,
    brand: &str,
    typed: &str,
    by: &str,
    now: Instant,
) -> store::Result<Result<VoucherView, ApiError>> {
    let Ok(code) = SecretCode::parse(typed).map_err(|Slip| ()) else {
        return Ok(Err(ApiError::Field {
            field: "code",
            detail: "a character of it is mistyped or missing; it looks like 7K3M-Q9XA-22PT-ZZ0C"
                .to_owned(),
        }));
    };
    let digest = code.digest();
    let Some(voucher) = tx.voucher(&digest)? else {
        return Ok(Err(ApiError::NoVoucher));
    };
    let kind = tx.voucher_kind(&voucher.kind)?;
    let Some(kind) = kind.filter(|kind| kind.brand == brand && kind.ends_at > now) else {
        return Ok(Err(ApiError::NoVoucher));
    };
    if !tx.redeem_voucher(&digest, by, now)? {
        return Ok(Err(ApiError::VoucherUsed));
    }
    Ok(Ok(VoucherView {
        name: kind.name,
        number: voucher.number,
    }))
}

/// What an account can take of a brand.
pub fn offers(
    db: &Db<'_>,
    account: &str,
    brand: &str,
    points: i64,
    now: Instant,
) -> store::Result<Vec<VoucherOffer>> {
    let own = db.vouchers_of(account)?;
    let kinds = db.voucher_kinds(brand, now)?.into_iter();
    let kinds = kinds.filter(|kind| kind.taken < kind.count);
    let offer = |kind: VoucherKind| VoucherOffer {
        ends_on: kind.last_day(),
        is_affordable: points >= i64::from(kind.points),
        nth: own.iter().filter(|one| one.kind == kind.id).count() as u32,
        id: kind.id,
        name: kind.name,
        points: kind.points,
    };
    Ok(kinds.map(offer).collect())
}

/// What an account took, with its codes.
pub fn own(db: &Db<'_>, secret: &[u8; 32], account: &str) -> store::Result<Vec<OwnVoucher>> {
    let mut own = Vec::new();
    for voucher in db.vouchers_of(account)? {
        let Some(kind) = db.voucher_kind(&voucher.kind)? else {
            continue;
        };
        let brand = db.brand(&kind.brand)?;
        own.push(OwnVoucher {
            ends_on: kind.last_day(),
            name: kind.name,
            brand: brand.map(|brand| brand.name).unwrap_or_default(),
            // One whose code nobody has here is redeemed by whoever wrote it down.
            code: code_of(secret, &voucher).unwrap_or_default(),
            redeemed_at: voucher.redeemed_at.map(wire::convert::rfc3339),
        });
    }
    Ok(own)
}
