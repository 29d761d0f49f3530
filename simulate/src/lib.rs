//! Worlds to measure the judge on: a seed → packs, people, crime → what the server would be told,
//! and, apart, what is so.
//!
//! The same seed gives the same world everywhere: no clock, no other randomness.
//! [`judged()`] feeds a world to `trace`, to the very functions that the server calls.

mod rng;
pub use rng::Rng;
mod land;
pub use land::{LANDS, Land};
mod parameters;
pub use parameters::Parameters;
mod world;
pub use world::{
    Campaign, Code, DAY_MS, Diversion, Guessing, Kind, Look, Lot, Product, START, Shop, Told,
    Truth, Unit, What, World,
};
mod crime;
mod written;
pub use written::Written;
mod judged;
mod life;
pub use judged::{Account, Judged, judged};
mod figures;
pub use figures::Figures;
mod farm;
pub use farm::{Harvest, Season, harvest};
