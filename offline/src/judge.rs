//! The rule: offline pack, code, signature, today → [`OfflineAnswer`].
//!
//! It says what the pack says, in six words, and nothing more: a copy of a code answers as the
//! original does, so that nothing is ever confirmed here.

use gs1::{Date, Identity};
use trace::Signature;

use crate::{Batch, Numbered, Pack, Product, Recall, covers::covers};

/// What may be said without a network; of several, the most serious comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Word {
    /// A recall covered it when the pack was made, or may have.
    RecalledAsOf {
        /// Whether it does for certain.
        is_certain: bool,
    },
    /// This very unit was blocked when the pack was made.
    BlockedAsOf,
    /// No serial that was issued by then is this one.
    NotListed,
    /// The pack has nothing of this product.
    NotInPack,
    /// It was issued by then, or is the one in so many that is listed without.
    ListedAsIssued {
        /// 256 or 65,536.
        one_in: u32,
    },
    /// The brand's key made the signature in the code, over exactly what the code says.
    SignatureValid,
}

impl Word {
    /// The most serious has the least.
    fn rank(self) -> u8 {
        match self {
            Word::RecalledAsOf { is_certain: true } => 0,
            Word::BlockedAsOf => 1,
            Word::NotListed => 2,
            Word::RecalledAsOf { is_certain: false } => 3,
            Word::NotInPack => 4,
            Word::ListedAsIssued { .. } => 5,
            Word::SignatureValid => 6,
        }
    }
}

/// What speaks against a code, or limits what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The device may not answer by this pack any more.
    PackOutOfDate,
    /// The signature in the code is not of what the code says.
    SignatureWrong,
    /// It is of a key that the pack doesn't have.
    SignatureOfUnknownKey,
    /// It is of a key that was revoked: since then it says nothing.
    SignatureRevoked(Date),
    /// The date after which it is not to be used has passed.
    Expired(Date),
    /// The date before which it is best has passed.
    PastBestBefore(Date),
    /// Code and batch differ in a date.
    DateDiffers {
        /// As the code says.
        code: Date,
        /// As the record of its batch says.
        record: Date,
    },
    /// The pack has no batch of the number that the code says, and has others.
    UnknownBatch,
    /// It is for other markets.
    OtherMarket(Vec<[u8; 2]>),
    /// The product's packs are not numbered one by one.
    NotNumbered,
    /// The code has no serial, and packs of this product have one.
    NoSerial,
    /// Not all serials of the product are known to the server: that one is not listed says nothing.
    ListIsPartial,
    /// The product's serials are known from that date of issue on: one that is not listed may be older.
    ListBegins(Date),
}

/// What a code says of itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// 14 digits.
    pub gtin: &'a str,
    /// AI 21.
    pub serial: Option<&'a str>,
    /// AI 10.
    pub batch: Option<&'a str>,
    /// AI 17.
    pub expiry: Option<Date>,
    /// AI 15.
    pub best_before: Option<Date>,
    /// AI 11.
    pub produced: Option<Date>,
}

impl<'a> Asked<'a> {
    /// Of an identity; `None` where it names no trade item.
    #[must_use]
    pub fn of(identity: &'a Identity, today: Date) -> Option<Asked<'a>> {
        let date = |text: &Option<String>| {
            let text = text.as_deref()?;
            Date::from_yymmdd(text, today)
        };
        Some(Asked {
            gtin: identity.gtin()?.as_str(),
            serial: identity.serial.as_deref(),
            batch: identity.batch.as_deref(),
            expiry: date(&identity.expiry),
            best_before: date(&identity.best_before),
            produced: date(&identity.production),
        })
    }
}

/// The answer.
#[derive(Clone, Debug, PartialEq)]
pub struct OfflineAnswer<'p> {
    /// The most serious first; empty for a product in the pack of which there is nothing to say but its
    /// doubts.
    pub words: Vec<Word>,
    /// What speaks against it, or limits what is said.
    pub doubts: Vec<Doubt>,
    /// When what it was judged by was put together, in milliseconds since 1970-01-01T00:00Z.
    pub made_at: i64,
    /// Until when a device may answer by it, in the same.
    pub valid_until: i64,
    /// What it is.
    pub product: Option<&'p Product>,
    /// Of which batch, by the code.
    pub batch: Option<&'p Batch>,
    /// The recalls that cover it, or may, newest first.
    pub recalls: Vec<&'p Recall>,
    /// The state of a blocked unit.
    pub blocked: Option<&'p str>,
}

impl OfflineAnswer<'_> {
    /// Whether it is to be put aside until somebody knows more.
    #[must_use]
    pub fn is_trouble(&self) -> bool {
        let is_partial = self.doubts.contains(&Doubt::ListIsPartial);
        let bad = |word: &Word| match word {
            Word::RecalledAsOf { is_certain } => *is_certain,
            Word::BlockedAsOf => true,
            Word::NotListed => !is_partial,
            Word::NotInPack | Word::ListedAsIssued { .. } | Word::SignatureValid => false,
        };
        let doubtful = |doubt: &Doubt| {
            matches!(
                doubt,
                Doubt::SignatureWrong
                    | Doubt::SignatureRevoked(_)
                    | Doubt::Expired(_)
                    | Doubt::DateDiffers { .. }
                    | Doubt::OtherMarket(_)
            )
        };
        self.words.iter().any(bad) || self.doubts.iter().any(doubtful)
    }
}

/// Judges a code; a total function: whatever is asked, there is an answer.
///
/// `now_ms` counts from 1970-01-01T00:00Z; `market` is where the inspector is, two letters.
#[must_use]
pub fn judge<'p>(
    pack: &'p Pack,
    asked: &Asked<'_>,
    signature: &Signature,
    today: Date,
    now_ms: i64,
    market: Option<[u8; 2]>,
) -> OfflineAnswer<'p> {
    let product = pack.product(asked.gtin);
    let batches = product.map(|product| &product.batches[..]);
    let batch = batches
        .unwrap_or_default()
        .iter()
        .find(|batch| Some(batch.number.as_str()) == asked.batch);
    let mut answer = OfflineAnswer {
        words: Vec::new(),
        doubts: Vec::new(),
        made_at: pack.made_at,
        valid_until: pack.valid_until,
        product,
        batch,
        recalls: Vec::new(),
        blocked: None,
    };
    if pack.valid_until <= now_ms {
        answer.doubts.push(Doubt::PackOutOfDate);
    }
    of_signature(&mut answer, signature);
    match product {
        Some(product) => {
            of_recalls(&mut answer, product, asked);
            of_serial(&mut answer, pack, product, asked);
            if asked.batch.is_some() && batch.is_none() && !product.batches.is_empty() {
                answer.doubts.push(Doubt::UnknownBatch);
            }
        }
        None => answer.words.push(Word::NotInPack),
    }
    of_dates(&mut answer, asked, today);
    if let (Some(market), Some(batch)) = (market, batch)
        && !batch.markets.is_empty()
        && !batch.markets.contains(&market)
    {
        answer
            .doubts
            .push(Doubt::OtherMarket(batch.markets.clone()));
    }
    answer.words.sort_unstable_by_key(|word| word.rank());
    answer
}

fn of_signature(answer: &mut OfflineAnswer<'_>, signature: &Signature) {
    let doubt = match signature {
        // What the record says of this unit's codes is not in the pack.
        Signature::Absent | Signature::Missing => return,
        Signature::Valid { .. } => {
            answer.words.push(Word::SignatureValid);
            return;
        }
        Signature::Revoked { on, .. } => Doubt::SignatureRevoked(*on),
        Signature::UnknownKey { .. } => Doubt::SignatureOfUnknownKey,
        Signature::Wrong => Doubt::SignatureWrong,
    };
    answer.doubts.push(doubt);
}

fn of_recalls<'p>(answer: &mut OfflineAnswer<'p>, product: &'p Product, asked: &Asked<'_>) {
    let mut most = None;
    for recall in &product.recalls {
        if let Some(is_certain) = covers(recall, asked, answer.batch) {
            answer.recalls.push(recall);
            most = most.max(Some(is_certain));
        }
    }
    answer
        .words
        .extend(most.map(|is_certain| Word::RecalledAsOf { is_certain }));
}

fn of_serial<'p>(
    answer: &mut OfflineAnswer<'p>,
    pack: &Pack,
    product: &'p Product,
    asked: &Asked<'_>,
) {
    if product.numbered == Numbered::No {
        answer.doubts.push(Doubt::NotNumbered);
        return;
    }
    let Some(serial) = asked.serial else {
        answer.doubts.push(Doubt::NoSerial);
        return;
    };
    let blocked = &product.blocked;
    let blocked = blocked.iter().find(|blocked| blocked.serial == serial);
    if let Some(blocked) = blocked {
        answer.words.push(Word::BlockedAsOf);
        answer.blocked = Some(&blocked.state);
    }
    let key = Pack::key(&pack.seed, &product.gtin, serial);
    match &product.listed {
        Some(listed) if listed.contains(key) => {
            let one_in = listed.one_in();
            answer.words.push(Word::ListedAsIssued { one_in });
            return;
        }
        // A unit that is blocked by name exists.
        _ if blocked.is_some() => return,
        _ => answer.words.push(Word::NotListed),
    }
    let produced = answer.batch.and_then(|batch| batch.produced);
    match product.numbered {
        Numbered::Partial => answer.doubts.push(Doubt::ListIsPartial),
        // A declaration from a date on says nothing about a batch that was made before.
        Numbered::Declared(Some(since)) if produced.is_some_and(|made| made < since) => {
            answer.doubts.push(Doubt::ListIsPartial);
        }
        Numbered::Declared(Some(since)) => answer.doubts.push(Doubt::ListBegins(since)),
        Numbered::Declared(None) | Numbered::No => {}
    }
}

fn of_dates(answer: &mut OfflineAnswer<'_>, asked: &Asked<'_>, today: Date) {
    let of_record = |of: fn(&Batch) -> Option<Date>| answer.batch.and_then(of);
    let (expiry, best_before) = (
        of_record(|batch| batch.expiry),
        of_record(|batch| batch.best_before),
    );
    for (code, record) in [(asked.expiry, expiry), (asked.best_before, best_before)] {
        if let (Some(code), Some(record)) = (code, record)
            && code != record
        {
            answer.doubts.push(Doubt::DateDiffers { code, record });
        }
    }
    // The sooner of two that differ.
    let sooner = |a: Option<Date>, b: Option<Date>| a.into_iter().chain(b).min();
    let passed = |date: &Date| *date < today;
    if let Some(on) = sooner(asked.expiry, expiry).filter(passed) {
        answer.doubts.push(Doubt::Expired(on));
    } else if let Some(on) = sooner(asked.best_before, best_before).filter(passed) {
        answer.doubts.push(Doubt::PastBestBefore(on));
    }
}
