//! What brands give points for, and the points themselves: deeds, movements and vouchers.

use std::collections::HashMap;

use trace::Instant;
use wire::import::{PointsMoved, Record, Reward, RewardRules, Voucher, VoucherKind};

use super::{Exporter, Part, Result, kept::gtins, kept::moment};
use crate::{
    random,
    store::{self, Moved, Product},
    voucher,
};

impl Exporter<'_, '_> {
    /// By brand; rules and kinds of vouchers behind what is known of nobody.
    pub(super) fn campaigns(&mut self, brands: &[String]) -> Result<()> {
        if !self.wants(Part::Campaigns) {
            return Ok(());
        }
        for brand in brands {
            if let Some(given) = self.db.reward_rules(brand)? {
                self.line(&Record::RewardRules(RewardRules {
                    brand: brand.clone(),
                    from: given.rules.from.name().to_owned(),
                    person_a_day: given.rules.person_a_day,
                    person_a_month: given.rules.person_a_month,
                    network_a_day: given.rules.network_a_day,
                    recycling: given.recycling,
                    report: given.report,
                    review: given.review,
                }))?;
            }
            for kind in self.db.all_voucher_kinds(brand)? {
                self.line(&Record::VoucherKind(VoucherKind {
                    brand: kind.brand,
                    id: kind.id,
                    name: kind.name,
                    points: kind.points,
                    count: kind.count,
                    taken: kind.taken,
                    ends: moment(kind.ends_at),
                    made: moment(kind.made_at),
                }))?;
            }
        }
        Ok(())
    }

    /// By brand: deeds, then movements in the order in which they were booked, then vouchers. Before
    /// registrations, which have what they earned booked where no deed tells of it.
    pub(super) fn points(&mut self, brands: &[String], products: &[Product]) -> Result<()> {
        let gtins = gtins(products);
        for brand in brands {
            let mut last = (String::new(), String::new());
            loop {
                let page = self.db.rewards_after(brand, (&last.0, &last.1))?;
                let Some(end) = page.last() else { break };
                last = (end.act.name().to_owned(), end.reference.clone());
                for one in page {
                    if let Some(gtin) = gtins.get(&one.product) {
                        self.of_people(Part::Points, &Record::Reward(reward(one, gtin)))?;
                    }
                }
            }
            self.movements(brand)?;
            for kind in self.db.all_voucher_kinds(brand)? {
                self.vouchers(&kind.id)?;
            }
        }
        Ok(())
    }

    fn movements(&mut self, brand: &str) -> Result<()> {
        let mut last = 0;
        // Those of one moment: what is the same in all of it has only its place to be told by.
        let mut of_moment: (Instant, HashMap<Moved, u32>) = (Instant(i64::MIN), HashMap::new());
        loop {
            let page = self.db.movements_after(brand, last)?;
            let Some((end, _)) = page.last() else {
                return Ok(());
            };
            last = *end;
            for (_, moved) in page {
                if of_moment.0 != moved.at {
                    of_moment = (moved.at, HashMap::new());
                }
                let count = of_moment.1.entry(moved.of_anybody()).or_insert(0);
                let same_before = *count;
                *count += 1;
                let record = Record::PointsMoved(PointsMoved {
                    brand: moved.brand,
                    at: moment(moved.at),
                    reason: moved.reason,
                    reference: moved.reference,
                    from: moved.from,
                    to: moved.to,
                    points: moved.points,
                    same_before,
                });
                self.of_people(Part::Points, &record)?;
            }
        }
    }

    fn vouchers(&mut self, kind: &str) -> Result<()> {
        let mut last = 0;
        loop {
            let page = self.db.vouchers_after(kind, last)?;
            let Some(end) = page.last() else {
                return Ok(());
            };
            last = end.number;
            for one in page {
                let code = voucher::code_of(&self.secret, &one);
                let record = Record::Voucher(Voucher {
                    kind: one.kind,
                    number: one.number,
                    digest: random::hex(&one.digest),
                    // Whoever wrote down one that is nobody's any more has it.
                    code: code.filter(|_| !one.account.is_empty()),
                    account: one.account,
                    taken: moment(one.taken_at),
                    redeemed: one.redeemed_at.map(moment),
                    redeemed_by: one.redeemed_by,
                });
                self.of_people(Part::Points, &record)?;
            }
        }
    }
}

fn reward(one: store::Reward, gtin: &str) -> Reward {
    Reward {
        act: one.act.name().to_owned(),
        reference: one.reference,
        brand: one.brand,
        gtin: gtin.to_owned(),
        serial: one.serial.map(|serial| serial.text()),
        account: one.account,
        basis: one.basis.name().to_owned(),
        points: one.points,
        status: one.status.name().to_owned(),
        why: one.status.why().to_owned(),
        at: moment(one.at),
        settled: one.settled_at.map(moment),
    }
}
