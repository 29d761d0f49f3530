//! Which units a person had to do with.

use gs1::Gtin;

use crate::{
    session::Session,
    store::{self, Db, OwnCheck, Serial, UnitKey},
};

/// Of what was registered, claimed, or revealed.
pub fn units_of(db: &Db<'_>, session: Session) -> store::Result<Vec<UnitKey>> {
    let account = session.account();
    let mut units: Vec<UnitKey> = Vec::new();
    let mut add = |product: i64, serial: &Serial| {
        units.push(UnitKey {
            product,
            serial: serial.clone(),
        });
    };
    for one in db.all_registrations_of(&account)? {
        add(one.product, &one.serial);
    }
    for former in db.former_registrations_of(&account)? {
        add(former.registration.product, &former.registration.serial);
    }
    for claim in db.claims_of(&session.for_claims())? {
        if let Some(serial) = &claim.serial {
            add(claim.product, serial);
        }
    }
    for (gtin, serial, _) in db.reveals_of(session.for_reveals())? {
        units.extend(units_of_code(db, &gtin, &serial)?);
    }
    Ok(units)
}

/// Of a line in the log.
pub fn units_of_check(db: &Db<'_>, check: &OwnCheck) -> store::Result<Vec<UnitKey>> {
    match (&check.gtin, &check.serial) {
        (Some(gtin), Some(serial)) => units_of_code(db, gtin, serial),
        _ => Ok(Vec::new()),
    }
}

/// The code may name a number that another product has taken over since.
fn units_of_code(db: &Db<'_>, gtin: &str, serial: &str) -> store::Result<Vec<UnitKey>> {
    let (Ok(gtin), Some(serial)) = (gtin.parse::<Gtin>(), Serial::new(serial)) else {
        return Ok(Vec::new());
    };
    let Some(product) = db.product(&gtin)? else {
        return Ok(Vec::new());
    };
    let current = db.current_product(&product)?;
    let products = [Some(product), current].into_iter().flatten();
    let units = products.map(|product| UnitKey {
        product: product.id,
        serial: serial.clone(),
    });
    Ok(units.collect())
}
