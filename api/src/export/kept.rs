//! What came about while a server ran: pools and reports of production lines, reveals, and what
//! people gave.

use std::collections::{BTreeMap, HashMap, HashSet};

use trace::Instant;
use wire::import::{
    Claim, ClaimStep, LineReport, NumberPool, PoolReport, Record, Registration, Return, Reveal,
    UnitReports,
};

use super::{Exporter, Part, Result, units::IN_A_LINE};
use crate::{
    clock, random,
    store::{self, Evidence, Ground, Product, ReportKind, StoreError},
};

/// Takes a record of a product, which is made only where it is wanted.
pub(super) type Tell<'t> = dyn FnMut(&str, &dyn Fn() -> Record) -> store::Result<()> + 't;

/// GTINs by the products' numbers in the database.
pub(super) type Gtins = HashMap<i64, String>;

pub(super) fn moment(at: Instant) -> String {
    clock::rfc3339_ms(at).unwrap_or_default()
}

fn registration(one: store::Registration, gtin: &str) -> Registration {
    let evidence = Some(one.evidence).filter(|evidence| *evidence != Evidence::Claimed);
    Registration {
        reference: one.reference,
        code_digest: random::hex(&one.code_digest),
        gtin: gtin.to_owned(),
        serial: one.serial.text(),
        account: one.account,
        registered: moment(one.registered_at),
        points: one.points,
        path: one.path,
        bought_on: one.bought_on,
        shop: one.shop,
        email: one.email,
        evidence: evidence.map(|evidence| evidence.name().to_owned()),
        stolen: one.stolen_at.map(moment),
        ended: None,
        why: None,
    }
}

fn return_of(returned: store::Return) -> Return {
    Return {
        registration: returned.registration,
        reason: returned.reason,
        batch: returned.batch,
        bought_on: returned.bought_on,
        shop: returned.shop,
        warranty_until: returned.warranty_until,
        evidence: returned.evidence,
        place: returned.place,
    }
}

impl Exporter<'_, '_> {
    /// After the ranges that they are; reports of both kinds after their pools.
    pub(super) fn pools(&mut self, brands: &[String], products: &[Product]) -> Result<()> {
        if !self.wants(Part::Pools) {
            return Ok(());
        }
        let gtins = gtins(products);
        let mut last = String::new();
        loop {
            let page = self.db.number_pools_after(&last)?;
            let Some(end) = page.last() else {
                break;
            };
            last.clone_from(&end.id);
            for pool in page {
                if let Some(gtin) = gtins.get(&pool.product) {
                    self.pool(&pool, gtin)?;
                }
            }
        }
        let mut last = Vec::new();
        loop {
            let page = self.db.pool_reports_after(&last)?;
            let Some(end) = page.last() else {
                return Ok(());
            };
            last = end.id.to_vec();
            for report in page.into_iter().filter(|one| brands.contains(&one.brand)) {
                self.line(&Record::PoolReport(PoolReport {
                    brand: report.brand,
                    pool: report.pool,
                    id: random::hex(&report.id),
                    request: random::hex(&report.request),
                    received: moment(report.received_at),
                }))?;
            }
        }
    }

    fn pool(&mut self, pool: &store::NumberPool, gtin: &str) -> Result<()> {
        self.line(&Record::NumberPool(NumberPool {
            brand: pool.brand.clone(),
            id: pool.id.clone(),
            gtin: gtin.to_owned(),
            first: pool.first,
            stem: pool.stem.clone(),
            request: random::hex(&pool.request),
            created: moment(pool.created_at),
        }))?;
        for kind in ReportKind::ALL {
            let mut groups: BTreeMap<(Instant, Option<String>), Vec<String>> = BTreeMap::new();
            for report in self.db.reports_of_pool(&pool.id, kind)? {
                let told = (report.at, report.detail);
                groups.entry(told).or_default().push(report.serial.text());
            }
            for ((at, detail), serials) in groups {
                for serials in serials.chunks(IN_A_LINE) {
                    self.line(&Record::UnitReports(UnitReports {
                        brand: pool.brand.clone(),
                        pool: pool.id.clone(),
                        report: line_report(kind),
                        at: moment(at),
                        detail: detail.clone(),
                        serials: serials.to_vec(),
                    }))?;
                }
            }
        }
        Ok(())
    }

    /// By GTIN and serial.
    pub(super) fn reveals(&mut self, products: &[Product]) -> Result<()> {
        if !self.wants(Part::Reveals) {
            return Ok(());
        }
        let db = self.db;
        self.each(products, |tell| {
            db.each_reveal(|gtin, serial, reveal| {
                tell(gtin, &|| {
                    Record::Reveal(Reveal {
                        gtin: gtin.to_owned(),
                        serial: serial.text(),
                        first: moment(reveal.first_at),
                        session: random::hex(&reveal.session.to_be_bytes()),
                        again: reveal.again_at.map(moment),
                    })
                })
            })
        })
    }

    /// Writes what `read` tells of these products; the others it reads past.
    pub(super) fn each(
        &mut self,
        products: &[Product],
        read: impl FnOnce(&mut Tell<'_>) -> store::Result<()>,
    ) -> Result<()> {
        let gtins: HashSet<&str> = products
            .iter()
            .map(|product| product.gtin.as_str())
            .collect();
        let mut failed = None;
        let read = read(&mut |gtin, record| {
            if !gtins.contains(gtin) {
                return Ok(());
            }
            self.line(&record()).map_err(|error| {
                failed = Some(error);
                // It only ends the reading.
                StoreError::Writer
            })
        });
        match failed {
            Some(error) => Err(error),
            None => Ok(read?),
        }
    }

    /// By reference; counted where they are left out.
    pub(super) fn registrations(&mut self, products: &[Product]) -> Result<()> {
        let gtins = gtins(products);
        let mut last = String::new();
        loop {
            let page = self.db.registrations_after(&last)?;
            let Some(end) = page.last() else {
                return Ok(());
            };
            last.clone_from(&end.reference);
            for one in page {
                let Some(gtin) = gtins.get(&one.product) else {
                    continue;
                };
                let record = Record::Registration(registration(one, gtin));
                self.of_people(Part::Registrations, &record)?;
            }
        }
    }

    /// Those that ended, after those that did not.
    pub(super) fn former_registrations(&mut self, products: &[Product]) -> Result<()> {
        let gtins = gtins(products);
        let mut last = String::new();
        loop {
            let page = self.db.former_registrations_after(&last)?;
            let Some(end) = page.last() else {
                return Ok(());
            };
            last.clone_from(&end.registration.reference);
            for one in page {
                if let Some(gtin) = gtins.get(&one.registration.product) {
                    let record = Record::Registration(Registration {
                        ended: Some(moment(one.ended_at)),
                        why: Some(one.why),
                        ..registration(one.registration, gtin)
                    });
                    self.of_people(Part::Registrations, &record)?;
                }
            }
        }
    }

    /// By reference; counted where they are left out.
    pub(super) fn claims(&mut self, products: &[Product]) -> Result<()> {
        let gtins = gtins(products);
        let mut last = String::new();
        loop {
            let page = self.db.claims_after(&last)?;
            let Some(end) = page.last() else {
                return Ok(());
            };
            last.clone_from(&end.reference);
            for one in page {
                let Some(gtin) = gtins.get(&one.product) else {
                    continue;
                };
                let steps = self.db.claim_steps(&one.reference)?;
                let (recall, returned) = match one.ground {
                    Ground::Recall(recall) => (Some(recall), None),
                    Ground::Return(returned) => (None, Some(return_of(*returned))),
                };
                let record = Record::Claim(Claim {
                    reference: one.reference,
                    code_digest: random::hex(&one.code_digest),
                    recall,
                    returned,
                    gtin: gtin.clone(),
                    serial: one.serial.map(|serial| serial.text()),
                    path: one.path,
                    opened: moment(one.opened_at),
                    status: one.status,
                    remedy: one.remedy,
                    note: one.note,
                    email: one.email,
                    language: one.language,
                    owner: one.owner,
                    steps: steps
                        .into_iter()
                        .map(|step| ClaimStep {
                            at: moment(step.at),
                            status: step.status,
                            by_staff: step.by_staff,
                            message: step.message,
                        })
                        .collect(),
                });
                self.of_people(Part::Claims, &record)?;
            }
        }
    }

    /// Writes what is of people where it is wanted, and counts it elsewhere.
    pub(super) fn of_people(&mut self, part: Part, record: &Record) -> Result<()> {
        if self.wants(part) {
            self.line(record)
        } else {
            self.left_out += usize::from(self.options.parts.is_empty());
            Ok(())
        }
    }
}

pub(super) fn gtins(products: &[Product]) -> Gtins {
    products
        .iter()
        .map(|product| (product.id, product.record.gtin.clone()))
        .collect()
}

fn line_report(kind: ReportKind) -> LineReport {
    match kind {
        ReportKind::Printed => LineReport::Printed,
        ReportKind::Rejected => LineReport::Rejected,
        ReportKind::Aggregated => LineReport::Aggregated,
    }
}
