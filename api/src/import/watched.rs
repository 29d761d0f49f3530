//! What was watched over a brand's codes, on its way back in: signals and the counts behind them.
//!
//! What is known here stays or is added to: the higher count counts, and what was dismissed on either
//! side is dismissed.

use std::collections::BTreeMap;

use gs1::Date;
use trace::Country;
use wire::import::{LotSeen, NeverIssued, SignalSeen};

use super::{problems::Problems, record::Importer};
use crate::store::{self, BURST, Change, SignalRow};

impl Importer<'_, '_> {
    pub(super) fn signal_seen(
        &mut self,
        seen: &SignalSeen,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        if self.tx.brand(&seen.brand)?.is_none() {
            problems.add(
                "brand",
                format!("`{}` is not known here", seen.brand),
                "put the brand's record first",
            );
        }
        if seen.signal != BURST {
            problems.signal("signal", &seen.signal);
        }
        if !seen.subject.starts_with("01/") {
            problems.add(
                "subject",
                format!("`{}` is no unit, batch or product", seen.subject),
                "take the record as it was exported",
            );
        }
        let first = self.moment("first", &seen.first, problems);
        let last = self.moment("last", &seen.last, problems);
        let dismissed = match &seen.dismissed {
            Some(text) => self.moment("dismissed", text, problems),
            None => None,
        };
        let (Some(first_at), Some(last_at), true) = (first, last, problems.0.is_empty()) else {
            return Ok(None);
        };
        let row = SignalRow {
            subject: seen.subject.clone(),
            signal: seen.signal.clone(),
            weight: seen.weight,
            first_at,
            last_at,
            dismissed_at: dismissed,
        };
        self.tx.put_known_signal(&seen.brand, &row).map(Some)
    }

    pub(super) fn lot_seen(
        &mut self,
        seen: &LotSeen,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let product = self.known_product(&seen.gtin, problems)?;
        let batch = match product {
            Some(product) => self.tx.batch(product, &seen.batch)?,
            None => None,
        };
        if product.is_some() && batch.is_none() {
            problems.add(
                "batch",
                format!("the batch `{}` is not known here", seen.batch),
                "put the batch's record first",
            );
        }
        let mut countries = Vec::new();
        for (country, units) in &seen.countries {
            problems.country("countries", country);
            countries.extend(Country::new(country).map(|country| (country, *units)));
        }
        let Some(batch) = batch.filter(|_| problems.0.is_empty()) else {
            return Ok(None);
        };
        self.tx.put_known_lot(batch.id, &countries).map(Some)
    }

    pub(super) fn never_issued(
        &mut self,
        never: &NeverIssued,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let product = self.known_product(&never.gtin, problems)?;
        let mut days = BTreeMap::new();
        for (day, serials) in &never.days {
            if let Some(date) = problems.date("days", Some(day)) {
                days.insert(i64::from(Date::days(date)), *serials);
            }
        }
        let Some(product) = product.filter(|_| problems.0.is_empty()) else {
            return Ok(None);
        };
        self.tx.put_known_never_issued(product, &days).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use trace::Signal;

    use super::*;

    #[test]
    fn a_burst_is_no_signal_of_the_judge() {
        assert_eq!(Signal::from_name(BURST), None);
    }
}
