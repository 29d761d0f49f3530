//! Who sends an import over the network: a brand, which may tell of its own and of nothing else.
//!
//! Whoever runs the server imports with the command, which may tell of everything.

use wire::import::{Brand, Place, Product, Record};

use super::{Problem, problems::Problems, record::Importer};
use crate::{
    role::Permission,
    store::{self, Db},
};

/// A brand's member of staff or machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// The brand's identifier.
    pub brand: String,
    /// What they may do, of [`Permission::Records`], [`Permission::Identities`] and
    /// [`Permission::Recalls`].
    pub may: Vec<Permission>,
}

impl Sender {
    /// What is sent by nobody but the command: what other databases hold, and keys.
    fn needs(record: &Record) -> Option<Permission> {
        match record {
            Record::Brand(_)
            | Record::Product(_)
            | Record::Batch(_)
            | Record::Place(_)
            | Record::Link(_)
            | Record::Recipe(_)
            | Record::Storage(_)
            | Record::Certificate(_)
            | Record::Document(_)
            | Record::Picture(_) => Some(Permission::Records),
            Record::Units(_) | Record::State(_) => Some(Permission::Identities),
            Record::Recall(_) => Some(Permission::Recalls),
            Record::SigningKey(_)
            | Record::Issued(_)
            | Record::NumberPool(_)
            | Record::UnitReports(_)
            | Record::PoolReport(_)
            | Record::Reveal(_)
            | Record::Checks(_)
            | Record::Signal(_)
            | Record::LotSeen(_)
            | Record::NeverIssued(_)
            | Record::RewardRules(_)
            | Record::VoucherKind(_)
            | Record::Reward(_)
            | Record::PointsMoved(_)
            | Record::Voucher(_)
            | Record::Registration(_)
            | Record::Claim(_)
            | Record::SealPublicKey(_)
            | Record::InspectionTerm(_)
            | Record::InspectorDevice(_)
            | Record::InspectionLines(_)
            | Record::InspectionFollowUp(_)
            | Record::InspectionPhotoPart(_)
            | Record::MasterData(_)
            | Record::Event(_) => None,
        }
    }

    /// Whether units may be told of, which are no record each.
    pub(super) fn may_issue(&self) -> bool {
        self.may.contains(&Permission::Identities)
    }

    /// Whether a product is theirs.
    pub(super) fn owns(&self, product: &store::Product) -> bool {
        product.record.brand == self.brand
    }
}

/// What is wrong where somebody tells of what their role or key does not open.
pub(super) fn closed() -> Problem {
    Problem::new(
        "type",
        "is nothing that your role or key may change",
        "leave it out, or ask whoever manages your brand's people and keys",
    )
}

impl Importer<'_, '_> {
    /// Says what a sender may not tell; nothing where there is none.
    pub(super) fn check_sender(
        &self,
        record: &Record,
        problems: &mut Problems,
    ) -> store::Result<()> {
        let Some(sender) = self.sender else {
            return Ok(());
        };
        match Sender::needs(record) {
            None => problems.add(
                "type",
                "is taken by the command on the server alone",
                "leave it out, or ask whoever runs the server to `touchstone import` it",
            ),
            Some(permission) if !sender.may.contains(&permission) => problems.0.push(closed()),
            Some(_) => {}
        }
        match record {
            Record::Brand(brand) => self.check_own_brand(sender, brand, problems)?,
            Record::Product(product) => self.check_own_product(sender, product, problems)?,
            Record::Place(place) => self.check_new_place(sender, place, problems)?,
            Record::Recall(recall) => {
                if let Some(known) = self.tx.recall(&recall.id)?
                    && !is_of(self.tx, known.product, sender)?
                {
                    problems.add(
                        "id",
                        format!("`{}` is taken", recall.id),
                        "give the recall another identifier",
                    );
                }
            }
            Record::Link(link) => of_brand(sender, &link.brand, problems),
            Record::Certificate(paper) => of_brand(sender, &paper.brand, problems),
            Record::Document(paper) => of_brand(sender, &paper.brand, problems),
            // What they are about is looked up, and is nobody else's there.
            _ => {}
        }
        Ok(())
    }

    /// What a licence or a domain stands for is not the brand's to say: it decides whose codes are
    /// told to be whose.
    fn check_own_brand(
        &self,
        sender: &Sender,
        brand: &Brand,
        problems: &mut Problems,
    ) -> store::Result<()> {
        of_brand(sender, &brand.id, problems);
        let Some(known) = self.tx.brand(&sender.brand)? else {
            return Ok(());
        };
        let fixed = [
            ("prefixes", known.prefixes == brand.prefixes),
            ("gln", known.gln == brand.gln),
            ("domains", known.domains == brand.domains),
        ];
        for (field, is_same) in fixed {
            if !is_same {
                problems.add(
                    field,
                    "differs from what is on record",
                    "leave it as it is; whoever runs the server changes it, with the licence at hand",
                );
            }
        }
        Ok(())
    }

    fn check_own_product(
        &self,
        sender: &Sender,
        product: &Product,
        problems: &mut Problems,
    ) -> store::Result<()> {
        of_brand(sender, &product.brand, problems);
        let Ok(gtin) = product.gtin.parse() else {
            return Ok(());
        };
        // An in-house number may be used by several brands, and on record it is one's.
        let known = self.tx.product(&gtin)?;
        if known.is_some_and(|known| !sender.owns(&known)) {
            problems.add(
                "gtin",
                format!("`{gtin}` is taken"),
                "give the product another number",
            );
        }
        Ok(())
    }

    /// Places are shared: a brand may add some, and change none that others may build on.
    fn check_new_place(
        &self,
        sender: &Sender,
        place: &Place,
        problems: &mut Problems,
    ) -> store::Result<()> {
        let known = self.tx.place(&place.id)?;
        if known.is_some_and(|known| known.record != *place) {
            problems.add(
                "id",
                format!("`{}` is on record, and differs", place.id),
                "leave it out; whoever runs the server changes places, since brands share them",
            );
        }
        if place.returns.iter().any(|brand| *brand != sender.brand) {
            problems.add(
                "returns",
                "names another brand",
                "name your own: others say themselves where their products go",
            );
        }
        Ok(())
    }
}

fn of_brand(sender: &Sender, brand: &str, problems: &mut Problems) {
    if brand != sender.brand {
        problems.add(
            "brand",
            format!("`{brand}` is not yours"),
            &format!("write `{}`", sender.brand),
        );
    }
}

fn is_of(db: &Db<'_>, product: i64, sender: &Sender) -> store::Result<bool> {
    let record = db.product_record(product)?;
    Ok(record.is_some_and(|record| record.brand == sender.brand))
}
