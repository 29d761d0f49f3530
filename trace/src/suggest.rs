//! What a brand's rule suggests to somebody: rule, facts → why, or why not.
//!
//! Total and pure. What is not known counts against it: a rule for some markets says nothing to
//! somebody whose market nobody knows.

use gs1::Date;

use crate::Country;

/// Why somebody who has one product may want another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The two are used together.
    GoesWith,
    /// The one they have is used up after so many days.
    RefillDue(u32),
    /// The other took its place.
    Replaces,
}

/// What is known of whoever reads, and of the other product.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// When they got the one they have, where they registered it.
    pub held_since: Option<Date>,
    /// When they got the other one last, where they registered one.
    pub other_since: Option<Date>,
    /// Whether any recall of the other is open, of whichever batch.
    pub is_recalled: bool,
    /// Where they are, as far as that is known.
    pub market: Option<Country>,
}

/// Why it is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The two are used together.
    GoesWith,
    /// They got the one they have so many days ago.
    RefillDue(i64),
    /// The other took its place.
    Replaces,
}

/// Why it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// The other is recalled.
    Recalled,
    /// It is not sold where they are, or nobody knows where that is.
    OutOfMarket,
    /// They have it already.
    Owned,
    /// They didn't register what would be used up.
    NotHeld,
    /// It is not used up yet.
    NotDue,
}

/// Judges a rule whose other product is sold in these markets; none for everywhere.
///
/// # Errors
/// It is not suggested.
pub fn suggest(kind: Kind, markets: &[Country], facts: &Facts, today: Date) -> Result<Why, WhyNot> {
    if facts.is_recalled {
        return Err(WhyNot::Recalled);
    }
    let is_sold = |market| markets.contains(&market);
    if !markets.is_empty() && !facts.market.is_some_and(is_sold) {
        return Err(WhyNot::OutOfMarket);
    }
    match kind {
        Kind::GoesWith | Kind::Replaces if facts.other_since.is_some() => Err(WhyNot::Owned),
        Kind::GoesWith => Ok(Why::GoesWith),
        Kind::Replaces => Ok(Why::Replaces),
        Kind::RefillDue(after) => {
            let held = facts.held_since.ok_or(WhyNot::NotHeld)?;
            // What they got since is the refill.
            let is_refilled = |other: Date| other.days() > held.days();
            if facts.other_since.is_some_and(is_refilled) {
                return Err(WhyNot::Owned);
            }
            let days = i64::from(today.days()) - i64::from(held.days());
            match days >= i64::from(after) {
                true => Ok(Why::RefillDue(days)),
                false => Err(WhyNot::NotDue),
            }
        }
    }
}
