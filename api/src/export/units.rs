//! Units in lines of many, by what is told of them.

use std::collections::BTreeMap;

use trace::Stage;
use wire::import::{Record, Units};

use super::{Exporter, Result};
use crate::store::{self, Unit, UnitState};

/// Serials in a line, at the most.
pub(super) const IN_A_LINE: usize = 1_000;

/// What is told of a unit beside its serial, in an order.
type Told = (String, Option<String>, Option<(Stage, bool)>);

fn told(unit: Unit) -> Told {
    let state = unit.state.map(
        |UnitState {
             stage,
             is_corrected,
         }| (stage, is_corrected),
    );
    (unit.batch, unit.issued_on, state)
}

impl Exporter<'_, '_> {
    /// By page of serials, so that the lines depend on the units alone.
    pub(super) fn units(&mut self, product: &store::Product) -> Result<()> {
        let mut last = None;
        loop {
            let page = self.db.units_after(product.id, last.as_ref())?;
            let Some((end, _)) = page.last() else {
                return Ok(());
            };
            last = Some(end.clone());
            let mut groups: BTreeMap<Told, Vec<String>> = BTreeMap::new();
            for (serial, unit) in page {
                groups.entry(told(unit)).or_default().push(serial.text());
            }
            for ((batch, issued_on, state), serials) in groups {
                for serials in serials.chunks(IN_A_LINE) {
                    self.line(&Record::Units(Units {
                        gtin: product.record.gtin.clone(),
                        batch: batch.clone(),
                        issued_on: issued_on.clone(),
                        state: state.map(|(stage, _)| stage.into()),
                        correction: state.is_some_and(|(_, is_corrected)| is_corrected),
                        serials: serials.to_vec(),
                    }))?;
                }
            }
        }
    }
}
