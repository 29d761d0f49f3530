//! `/returns`: a repair or return of a registered unit, opened with everything that is known filled in.

mod facts;
mod offer;
mod slip;
mod status;

pub use offer::ReturnOfferPage;
pub use slip::ReturnSlip;
pub use status::ReturnStatus;
pub(super) use status::own_returns;
