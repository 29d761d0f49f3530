//! How long what is kept: one table, by kind of data. `docs/running.md` has the same rows.
//!
//! | what | kept for | why |
//! |---|---|---|
//! | the log of checks: time, code, a digest of the session, a place to 5 km where it was given | 400 days | a year's comparison with the year before; verdicts don't read it |
//! | how many serials that nobody issued were scanned, by product and day | 400 days | as the log of checks |
//! | what a brand should look into | as long as the database | a dismissal holds |
//! | which checks an offline queue has delivered, as digests | 40 days | a queue holds checks of 31 days at the most |
//! | finished capture jobs: what was wrong in a document; the events stay | 90 days | whoever sent it has read it |
//! | wrong guesses at hidden codes, at the days of sales and at receipts' numbers, as keyed digests | 30 days after the last | pauses end within an hour |
//! | invitations that were taken, withdrawn or have expired | 30 days after that | the access log says who was invited |
//! | members of organisations, and keys that were withdrawn | as long as the database | the access log names them |
//! | the access log: who of the staff did what | as long as the database | it is only added to: one that forgets proves nothing |
//! | sessions of staff | until they end: 8 hours after the last use, a week after they began | |
//! | answered questions for passkeys, as digests | 10 minutes | no answer counts twice |
//! | which processes could write | a day after they last did | `/readyz` |
//! | reports of what is wrong with a pack, with their pictures | 400 days after staff closed them | a year's comparison; who sent them is not in them |
//! | what people think of packs, with photos | until the person erases it, hidden or not | theirs; the sums go with it |
//! | passkeys that open a person's products: the public half, when it was made and last used, on which kind of device | until the person removes or erases them | theirs |
//! | which devices have them open, as digests of their cookies, and which kind of device | until they are signed out, or two years after the last visit | as their cookie |
//! | who wants suggestions | until the person ends it | theirs |
//! | registrations, claims and returns, with what was said about them | until the person erases them | theirs; `person/erased.rs` says what is left |
//! | registrations that ended, by a transfer or a better proof | 3,650 days after that, or until the person erases them; not while a dispute about one is open | who held one can look it up, and dispute |
//! | disputes about who holds a unit | 3,650 days after staff decided them, or until the person erases the registration | proceedings take years |
//! | links for buyers, and transfers | 30 days after they ended | both sides see how it ended |
//! | pictures of receipts, and those that came with returns | until staff have decided, or the person withdraws or erases it | they are to be looked at once |
//! | points: what they were earned and spent for | as long as the database; whose they were, until the person erases the registration | the brand's books |
//! | which network points were earned out of, as keyed digests | 2 days | a day's worth is counted |
//! | mail and push messages | until they are sent, or four days | `outbox.rs`, `push.rs` |
//! | wishes to be told of recalls | until the person ends them | theirs |
//! | those that nobody confirmed | 7 days | the address may be another's |
//! | letters that asked an address about recalls, as keyed digests of it | 2 days | a day's worth is counted |
//! | products, batches, units, events, recalls, and what a unit's checks amount to | as long as the database | what verdicts are judged from |
//! | what production lines said of their codes | as long as the database | it says which were printed or rejected |
//! | inspections: entries, follow-ups and photographs | 3,650 days after the server last heard of one | proceedings take years; some must be able to end |
//! | photographs of inspections that no entry names | 31 days after they were last asked for | entries come before their photographs, so none will |
//! | photographs of inspections of which parts never came | 31 days after they were last asked for | the device has them, and begins anew |
//! | addresses | never | limits keep keyed digests in memory |

use trace::Instant;

use crate::{
    inspection, keyring, staff_session,
    store::{self, Store, Tx},
};

/// How long a wrong guess at a hidden code is kept, in days.
const KEEP_GUESSES: u32 = 30;

/// How long an invitation that counts no more is kept, in days.
const KEEP_INVITES: u32 = 30;

/// How long a report that was closed is kept, in days.
const KEEP_REPORTS: u32 = 400;
/// How long a wish to be told by mail that nobody confirmed is kept, in days.
const KEEP_UNCONFIRMED: u32 = 7;
/// How long it is kept which network points were earned out of, in days: a day's worth counts.
const KEEP_NETWORKS: u32 = 2;
/// How long it is known that an address was asked whether it wants mails, in days.
const KEEP_ASKED: u32 = 2;
/// How long a link for a buyer, and a transfer, is kept that counts no more, in days.
const KEEP_OFFERS: u32 = 30;
/// How long a dispute is kept that staff decided, and a registration that ended, in days: as long as
/// proceedings about a unit may take.
const KEEP_FORMER: u32 = 3650;

/// How long a photograph of an inspection is kept of which parts are missing, in days.
const KEEP_UNFINISHED: u32 = 31;

/// How long, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::Args)]
pub struct Retention {
    /// How long the log of checks is kept, in days.
    #[arg(
        long,
        env = "TOUCHSTONE_KEEP_CHECKS",
        default_value_t = Retention::default().keep_checks,
        value_parser = clap::value_parser!(u32).range(1..=36_500),
        value_name = "DAYS"
    )]
    pub keep_checks: u32,
    /// How long it is remembered which checks an offline queue has delivered, in days.
    #[arg(
        long,
        env = "TOUCHSTONE_KEEP_DELIVERIES",
        default_value_t = Retention::default().keep_deliveries,
        value_parser = clap::value_parser!(u32).range(32..=36_500),
        value_name = "DAYS"
    )]
    pub keep_deliveries: u32,
    /// How long finished capture jobs are kept, in days.
    #[arg(
        long,
        env = "TOUCHSTONE_KEEP_CAPTURES",
        default_value_t = Retention::default().keep_captures,
        value_parser = clap::value_parser!(u32).range(1..=36_500),
        value_name = "DAYS"
    )]
    pub keep_captures: u32,
    /// How long inspections are kept after they were last heard of, with their photographs, in days.
    #[arg(
        long,
        env = "TOUCHSTONE_KEEP_INSPECTIONS",
        default_value_t = Retention::default().keep_inspections,
        value_parser = clap::value_parser!(u32).range(32..=36_500),
        value_name = "DAYS"
    )]
    pub keep_inspections: u32,
    /// How long photographs of inspections are kept that no entry names, in days.
    #[arg(
        long,
        env = "TOUCHSTONE_KEEP_UNNAMED_PHOTOS",
        default_value_t = Retention::default().keep_unnamed_photos,
        value_parser = clap::value_parser!(u32).range(1..=36_500),
        value_name = "DAYS"
    )]
    pub keep_unnamed_photos: u32,
}

impl Default for Retention {
    fn default() -> Retention {
        Retention {
            keep_checks: 400,
            keep_deliveries: 40,
            keep_captures: 90,
            keep_inspections: 3650,
            keep_unnamed_photos: 31,
        }
    }
}

/// How many were forgotten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Checks in the log.
    pub checks: usize,
    /// Deliveries.
    pub deliveries: usize,
    /// Capture jobs.
    pub captures: usize,
    /// Inspections.
    pub inspections: usize,
}

/// Forgets what is old enough, and removes it from the disk.
pub async fn sweep(store: &Store, retention: Retention, now: Instant) -> store::Result<Swept> {
    let before = |days: u32| now.plus_days(-i64::from(days));
    let day = |days: u32| before(days).0.div_euclid(86_400_000);
    let mut swept = Swept::default();
    let checks = day(retention.keep_checks);
    loop {
        match store.write(move |tx| tx.forget_checks(checks)).await? {
            0 => break,
            some => swept.checks += some,
        }
    }
    store
        .write(move |tx| {
            tx.forget_never_issued(checks)?;
            forget_small(tx, now)
        })
        .await?;
    let deliveries = day(retention.keep_deliveries);
    let captures = before(retention.keep_captures);
    (swept.deliveries, swept.captures) = store
        .write(move |tx| {
            Ok((
                tx.forget_deliveries(deliveries)?,
                tx.forget_captures(captures)?,
            ))
        })
        .await?;
    let inspections = before(retention.keep_inspections);
    while store
        .write(move |tx| inspection::forget_one(tx, inspections))
        .await?
    {
        swept.inspections += 1;
    }
    let unnamed = before(retention.keep_unnamed_photos);
    while store
        .write(move |tx| inspection::forget_unnamed(tx, unnamed))
        .await?
    {}
    store.sweep().await?;
    Ok(swept)
}

/// What is a few rows a day.
fn forget_small(tx: &Tx<'_>, now: Instant) -> store::Result<()> {
    let before = |days: u32| now.plus_days(-i64::from(days));
    let ago = |ms: i64| Instant(now.0.saturating_sub(ms));
    tx.forget_guesses(before(KEEP_GUESSES))?;
    tx.forget_invites(before(KEEP_INVITES))?;
    tx.forget_offers(before(KEEP_OFFERS))?;
    tx.forget_disputes(before(KEEP_FORMER))?;
    tx.forget_former_registrations(before(KEEP_FORMER))?;
    tx.forget_asked(before(KEEP_ASKED))?;
    tx.forget_staff_sessions(ago(staff_session::LIFE_MS), ago(staff_session::IDLE_MS))?;
    tx.forget_challenges(now)?;
    tx.forget_unconfirmed(before(KEEP_UNCONFIRMED))?;
    tx.forget_keyring_devices(ago(keyring::LIFE_MS))?;
    tx.forget_ready(before(1))?;
    tx.forget_reports(before(KEEP_REPORTS))?;
    tx.forget_networks(before(KEEP_NETWORKS))?;
    tx.forget_unfinished_photos(before(KEEP_UNFINISHED))?;
    Ok(())
}
