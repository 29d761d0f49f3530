//! Points on their way back in: rules, deeds, movements and vouchers.
//!
//! What is known here stays: a deed that was judged here is not judged otherwise, a movement is booked
//! once, and a voucher that was redeemed on either side is redeemed. A deed that waits here and was
//! judged there since is judged; what it had set aside leaves that account once.

use trace::{
    Instant,
    reward::{Act, Basis, Rules},
};
use wire::import::{PointsMoved, Reward, RewardRules, Voucher, VoucherKind};

use super::{problems::Problems, record::Importer};
use crate::{
    reference::SecretCode,
    store::{self, BrandRules, Change, Moved, PERSONS, RewardStatus},
};

const AS_EXPORTED: &str = "take the record as it was exported";

impl Importer<'_, '_> {
    pub(super) fn reward_rules(
        &mut self,
        given: &RewardRules,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        self.known_brand(&given.brand, problems)?;
        let Some(from) = problems.basis("from", &given.from) else {
            return Ok(None);
        };
        if !problems.0.is_empty() {
            return Ok(None);
        }
        let rules = BrandRules {
            rules: Rules {
                from,
                person_a_day: given.person_a_day,
                person_a_month: given.person_a_month,
                network_a_day: given.network_a_day,
            },
            recycling: given.recycling,
            report: given.report,
            review: given.review,
        };
        let change = match self.tx.reward_rules(&given.brand)? {
            Some(known) if known == rules => return Ok(Some(Change::Unchanged)),
            Some(_) => Change::Changed,
            None => Change::Added,
        };
        self.tx.put_reward_rules(&given.brand, &rules)?;
        Ok(Some(change))
    }

    pub(super) fn voucher_kind(
        &mut self,
        given: &VoucherKind,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        self.known_brand(&given.brand, problems)?;
        // A day in the future, as a rule.
        let ends_at = problems.moment("ends", &given.ends);
        let made_at = self.moment("made", &given.made, problems);
        if given.id.is_empty() || given.taken > given.count {
            problems.add(
                "taken",
                "is more than there are, or it has no `id`",
                AS_EXPORTED,
            );
        }
        let known = self.tx.voucher_kind(&given.id)?;
        if known.is_some_and(|known| known.brand != given.brand) {
            problems.add("id", "is another brand's here", AS_EXPORTED);
        }
        let (Some(ends_at), Some(made_at), true) = (ends_at, made_at, problems.0.is_empty()) else {
            return Ok(None);
        };
        let kind = store::VoucherKind {
            id: given.id.clone(),
            brand: given.brand.clone(),
            name: given.name.clone(),
            points: given.points,
            count: given.count,
            taken: given.taken,
            ends_at,
            made_at,
        };
        self.tx.put_known_voucher_kind(&kind).map(Some)
    }

    pub(super) fn reward(
        &mut self,
        given: &Reward,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        self.known_brand(&given.brand, problems)?;
        let product = self.known_product(&given.gtin, problems)?;
        let serial = given.serial.as_ref();
        let serial = serial.map(|serial| problems.cset82("serial", serial));
        let act = Act::parse(&given.act);
        if act.is_none() || given.reference.is_empty() {
            problems.add(
                "act",
                "or `reference` says nothing that there is",
                AS_EXPORTED,
            );
        }
        let basis = problems.basis("basis", &given.basis);
        let at = self.moment("at", &given.at, problems);
        let settled = given.settled.as_ref();
        let settled_at = settled.and_then(|at| self.moment("settled", at, problems));
        let status = RewardStatus::parse(&given.status, &given.why);
        if status.name() != given.status || status.why() != given.why {
            problems.add("status", "or `why` says nothing that there is", AS_EXPORTED);
        }
        let (Some(product), Some(act), Some(basis), Some(at), true) =
            (product, act, basis, at, problems.0.is_empty())
        else {
            return Ok(None);
        };
        if let Some(known) = self.tx.reward(act, &given.reference)? {
            return self
                .judged_since(known, (basis, status, settled_at))
                .map(Some);
        }
        let serial = serial.flatten();
        if let Some(serial) = &serial
            && self.tx.reward_of_unit(act, product, serial)?.is_some()
        {
            problems.add(
                "serial",
                "this unit has earned points here for another deed of that kind",
                "leave out the one that is wrong",
            );
            return Ok(None);
        }
        self.tx.put_reward(&store::Reward {
            act,
            reference: given.reference.clone(),
            brand: given.brand.clone(),
            product,
            serial,
            account: given.account.clone(),
            // Two days are over, or nearly.
            network: String::new(),
            basis,
            points: given.points,
            status,
            at,
            settled_at,
        })?;
        Ok(Some(Change::Added))
    }

    /// Takes what was judged elsewhere, of a deed that still waits here.
    fn judged_since(
        &mut self,
        known: store::Reward,
        (basis, status, settled_at): (Basis, RewardStatus, Option<Instant>),
    ) -> store::Result<Change> {
        let is_held = |status| matches!(status, RewardStatus::Held(_));
        if !is_held(known.status) || is_held(status) {
            return Ok(Change::Unchanged);
        }
        let judged = store::Reward {
            basis,
            status,
            settled_at,
            ..known
        };
        self.tx.stand(&judged)?;
        if judged.act == Act::Registration && status == RewardStatus::Granted {
            self.tx.note_points(&judged.reference, judged.points)?;
        }
        Ok(Change::Changed)
    }

    pub(super) fn points_moved(
        &mut self,
        given: &PointsMoved,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        self.known_brand(&given.brand, problems)?;
        let at = self.moment("at", &given.at, problems);
        for (field, account) in [("from", &given.from), ("to", &given.to)] {
            let of_brand = account.split_once(':').is_some_and(|(kind, brand)| {
                matches!(kind, "brand" | "held" | "vouchers") && brand == given.brand
            });
            if !of_brand && !account.starts_with(PERSONS) {
                problems.add(field, "is no account of this brand's points", AS_EXPORTED);
            }
        }
        if given.from == given.to || given.points == 0 || given.reason.is_empty() {
            problems.add("points", "go nowhere, or for nothing", AS_EXPORTED);
        }
        let (Some(at), true) = (at, problems.0.is_empty()) else {
            return Ok(None);
        };
        let moved = Moved {
            at,
            reason: given.reason.clone(),
            reference: given.reference.clone(),
            brand: given.brand.clone(),
            from: given.from.clone(),
            to: given.to.clone(),
            points: given.points,
        };
        if self.tx.movements_like(&moved)? > given.same_before {
            return Ok(Some(Change::Unchanged));
        }
        // What a registration of an earlier export was given here is not set aside for it again.
        let sets_aside = moved.to.starts_with("held:") && !moved.reference.is_empty();
        if sets_aside && self.tx.points_for(&moved, PERSONS)? > 0 {
            return Ok(Some(Change::Unchanged));
        }
        // What was set aside for a deed has gone already where both databases judged it.
        let is_set_aside = moved.from.starts_with("held:") && !moved.reference.is_empty();
        if is_set_aside && self.tx.points_for(&moved, &moved.from)? < i64::from(moved.points) {
            return Ok(Some(Change::Unchanged));
        }
        self.tx.book_again(&moved)?;
        Ok(Some(Change::Added))
    }

    pub(super) fn voucher(
        &mut self,
        given: &Voucher,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        let kind = self.tx.voucher_kind(&given.kind)?;
        match &kind {
            None => problems.add("kind", "is not known here", "put its record first"),
            Some(kind) if !(1..=kind.taken).contains(&given.number) => {
                problems.add("number", "was not taken of this kind", AS_EXPORTED);
            }
            Some(_) => {}
        }
        let digest = problems.digest("digest", &given.digest);
        let code = given.code.as_deref().map(SecretCode::parse);
        let code = code.map(|code| code.ok().filter(|code| Some(code.digest()) == digest));
        if code == Some(None) {
            problems.add("code", "is not the one of the digest", AS_EXPORTED);
        }
        let taken = self.moment("taken", &given.taken, problems);
        let redeemed = given.redeemed.as_ref();
        let redeemed_at: Option<Instant> =
            redeemed.and_then(|at| self.moment("redeemed", at, problems));
        let (Some(digest), Some(taken_at), true) = (digest, taken, problems.0.is_empty()) else {
            return Ok(None);
        };
        let change = self.tx.put_known_voucher(&store::Voucher {
            digest,
            kind: given.kind.clone(),
            number: given.number,
            account: given.account.clone(),
            taken_at,
            redeemed_at,
            redeemed_by: given.redeemed_by.clone(),
            code: code.flatten().map(|code| code.as_str().to_owned()),
        })?;
        if change.is_none() {
            problems.add("number", "is another voucher here", AS_EXPORTED);
        }
        Ok(change)
    }

    fn known_brand(&self, brand: &str, problems: &mut Problems) -> store::Result<()> {
        if self.tx.brand(brand)?.is_none() {
            problems.add(
                "brand",
                format!("`{brand}` is not known here"),
                "put the brand's record first",
            );
        }
        Ok(())
    }
}

impl Problems {
    fn basis(&mut self, field: &str, name: &str) -> Option<Basis> {
        let basis = Basis::parse(name);
        if basis.is_none() {
            self.add(field, format!("`{name}` is none"), AS_EXPORTED);
        }
        basis
    }
}
