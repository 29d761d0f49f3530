//! What was watched over brands' codes: signals with what staff dismissed, and the counts behind them.

use std::collections::BTreeMap;

use gs1::Date;
use wire::import::{LotSeen, NeverIssued, Record, SignalSeen};

use super::{Exporter, Part, Result, kept::moment};
use crate::store::Product;

/// Signals that are read at once.
const PAGE: i64 = 500;

impl Exporter<'_, '_> {
    /// By product and batch, then by brand and subject.
    pub(super) fn watched(&mut self, brands: &[String], products: &[Product]) -> Result<()> {
        if !self.wants(Part::Checks) {
            return Ok(());
        }
        for product in products {
            self.counted(product)?;
        }
        for brand in brands {
            self.signals(brand)?;
        }
        Ok(())
    }

    fn counted(&mut self, product: &Product) -> Result<()> {
        let mut lots: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
        for (batch, country, units) in self.db.lots_seen(product.id)? {
            lots.entry(batch).or_default().insert(country, units);
        }
        for (batch, countries) in lots {
            self.line(&Record::LotSeen(LotSeen {
                gtin: product.gtin.to_string(),
                batch,
                countries,
            }))?;
        }
        let days = self.db.never_issued(product.id)?;
        let days: BTreeMap<String, u32> = days
            .into_iter()
            .map(|(day, serials)| (Date::from_days(day).to_string(), serials))
            .collect();
        if days.is_empty() {
            return Ok(());
        }
        self.line(&Record::NeverIssued(NeverIssued {
            gtin: product.gtin.to_string(),
            days,
        }))
    }

    fn signals(&mut self, brand: &str) -> Result<()> {
        let mut after = (String::new(), String::new());
        loop {
            let page = self.db.signals_after(brand, (&after.0, &after.1), PAGE)?;
            let Some(last) = page.last() else {
                return Ok(());
            };
            after = (last.subject.clone(), last.signal.clone());
            for row in page {
                self.line(&Record::Signal(SignalSeen {
                    brand: brand.to_owned(),
                    subject: row.subject,
                    signal: row.signal,
                    weight: row.weight,
                    first: moment(row.first_at),
                    last: moment(row.last_at),
                    dismissed: row.dismissed_at.map(moment),
                }))?;
            }
        }
    }
}
