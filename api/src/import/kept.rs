//! What came about while a server ran, on its way back in: pools and reports of production lines,
//! reveals.
//!
//! Where this database knows more by now, that stays.

use wire::import::{LineReport, NumberPool, PoolReport, Reveal, UnitReports};

use super::{log::Log, problems::Problems, record::Importer};
use crate::store::{self, Change, ReportKind, Serial, UnitKey, UnitReport};

impl Importer<'_, '_> {
    pub(super) fn number_pool(
        &mut self,
        pool: &NumberPool,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let product = self.known_product(&pool.gtin, problems)?;
        let created_at = self.moment("created", &pool.created, problems);
        let id: Option<[u8; 16]> = problems.digest("id", &pool.id);
        let request = problems.digest("request", &pool.request);
        let (Some(product), Some(created_at), Some(_), Some(request)) =
            (product, created_at, id, request)
        else {
            return Ok(None);
        };
        let owner = self.tx.product_record(product)?;
        if owner.is_none_or(|product| product.brand != pool.brand) {
            problems.add(
                "brand",
                format!("`{}` has no such product here", pool.brand),
                "take the record as it was exported",
            );
        }
        let range = self.tx.issue_range(product, pool.first)?;
        if range.is_none_or(|range| range.first != pool.first) {
            problems.add(
                "first",
                "no range of issued serials begins there",
                "put the `issued` record of the range first",
            );
        }
        let new = store::NumberPool {
            id: pool.id.clone(),
            brand: pool.brand.clone(),
            product,
            first: pool.first,
            stem: pool.stem.clone(),
            request,
            created_at,
        };
        match self.tx.number_pool_named(&pool.id)? {
            Some(known) if known == new => return Ok(Some(Change::Unchanged)),
            Some(_) => problems.add(
                "id",
                "another pool has this name",
                "take the record as it was exported",
            ),
            None => {}
        }
        if !problems.0.is_empty() {
            return Ok(None);
        }
        self.tx.put_number_pool(&new)?;
        Ok(Some(Change::Added))
    }

    /// The pool that a record names.
    fn pool(
        &self,
        brand: &str,
        id: &str,
        problems: &mut Problems,
    ) -> store::Result<Option<store::NumberPool>> {
        let pool = self.tx.number_pool(brand, id)?;
        if pool.is_none() {
            problems.add(
                "pool",
                format!("`{id}` is not known here"),
                "put the record of the number pool first",
            );
        }
        Ok(pool)
    }

    /// A later report of the same kind stays.
    pub(super) fn unit_reports(
        &mut self,
        reports: &UnitReports,
        problems: &mut Problems,
        log: &mut Log<'_>,
    ) -> store::Result<()> {
        let pool = self.pool(&reports.brand, &reports.pool, problems)?;
        let at = self.moment("at", &reports.at, problems);
        let serials: Vec<Serial> = reports
            .serials
            .iter()
            .filter_map(|serial| problems.cset82("serials", serial))
            .collect();
        let (Some(pool), Some(at), true) = (pool, at, problems.0.is_empty()) else {
            return Ok(());
        };
        let kind = report_kind(reports.report);
        for serial in serials {
            let known = self.tx.unit_reports(pool.product, &serial)?;
            let known = known.into_iter().find(|known| known.kind == kind);
            let new = UnitReport {
                serial,
                kind,
                at,
                detail: reports.detail.clone(),
            };
            let change = match known {
                Some(known) if known == new || at < known.at => Change::Unchanged,
                Some(_) => Change::Changed,
                None => Change::Added,
            };
            if change != Change::Unchanged {
                self.tx.put_unit_report(&pool, &new)?;
            }
            log.count(change);
        }
        Ok(())
    }

    pub(super) fn pool_report(
        &mut self,
        report: &PoolReport,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let pool = self.pool(&report.brand, &report.pool, problems)?;
        let received = self.moment("received", &report.received, problems);
        let id = problems.digest("id", &report.id);
        let request = problems.digest("request", &report.request);
        let (Some(pool), Some(received), Some(id), Some(request)) = (pool, received, id, request)
        else {
            return Ok(None);
        };
        match self.tx.pool_report(&id)? {
            Some(known) if known == request => return Ok(Some(Change::Unchanged)),
            Some(_) => {
                problems.add(
                    "id",
                    "another report came with this key",
                    "take the record as it was exported",
                );
                return Ok(None);
            }
            None => {}
        }
        self.tx.put_pool_report(&id, &pool.id, &request, received)?;
        Ok(Some(Change::Added))
    }

    pub(super) fn reveal(
        &mut self,
        reveal: &Reveal,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let product = self.known_product(&reveal.gtin, problems)?;
        let serial = problems.cset82("serial", &reveal.serial);
        let first_at = self.moment("first", &reveal.first, problems);
        let again = reveal.again.as_ref();
        let again_at = again.map(|again| self.moment("again", again, problems));
        let session = problems.digest("session", &reveal.session);
        let (Some(product), Some(serial), Some(first_at), Some(session), true) =
            (product, serial, first_at, session, again_at != Some(None))
        else {
            return Ok(None);
        };
        let reveal = store::Reveal {
            first_at,
            session: u64::from_be_bytes(session),
            again_at: again_at.flatten(),
        };
        let unit = UnitKey { product, serial };
        self.tx.put_known_reveal(&unit, reveal).map(Some)
    }

    /// A moment, which is not after now.
    pub(super) fn moment(
        &self,
        field: &str,
        text: &str,
        problems: &mut Problems,
    ) -> Option<trace::Instant> {
        problems.moment(field, text).map(|at| at.min(self.now))
    }
}

fn report_kind(report: LineReport) -> ReportKind {
    match report {
        LineReport::Printed => ReportKind::Printed,
        LineReport::Rejected => ReportKind::Rejected,
        LineReport::Aggregated => ReportKind::Aggregated,
    }
}
