//! EPCIS events, journeys, the verdict rule, and the signals of cloning and diversion.
//!
//! Everything here is pure: no clock, no randomness, no store, no language.
//! Time comes in as a parameter, look-ups come in as functions, and what is said goes out as kinds
//! and facts that a locale file turns into sentences.
//! The same facts give the same verdict on the server and on the phone.

mod time;
pub use time::Instant;
mod place;
pub use place::{Country, Place, PlaceSource, Point};
mod standing;
pub use standing::Standing;
mod reason;
pub use reason::{Evidence, Reason, ReasonKind};
mod step;
pub use step::{Caution, Step};
mod facts;
pub use facts::{
    BatchFacts, CodeFacts, Facts, Hidden, Input, ProductFacts, RecallFacts, Serials, Signature,
    Theft, Traded, UnitFacts,
};
mod stage;
pub use stage::Stage;
mod unit;
pub use unit::{Life, UnitState};
mod pack;
pub use pack::{
    Acted, Compared, Outcome, Pack, PackAct, PackState, SAME_SCAN_MS, UNDO_DAYS, act_on,
};
mod check;
pub use check::{Check, CheckState, Role, Sighting, Travel};
mod policy;
pub use policy::Policy;
mod signal;
pub use signal::{Sign, Signal, Trouble, signals, signs, troubles};
mod lot;
pub mod reward;
pub mod suggest;
pub use lot::{Astray, LotSeen};
mod verdict;
pub use verdict::{Verdict, judge};
mod event;
pub use event::{Action, BizStep, Disposition, Epc, Event, EventKind, Quantity};
mod journey;
pub use journey::{Gap, Journey, Station, journey};
mod pedigree;
pub use pedigree::{
    Account, Bond, BondKind, Cut, Declaration, Exposure, Gather, Limits, Missing, MissingKind,
    More, Named, Pedigree, Reading, Sample, Side, Spell, Storage, Telling, Thing, Way, exposures,
    gaps,
};
mod balance;
pub use balance::{
    Amount, Certificate, Content, Dimension, Figures, Finding, FindingKind, Ingredient, Lot,
    Recipe, Rules, Uom, lots, weigh,
};
