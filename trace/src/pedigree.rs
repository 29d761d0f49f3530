//! The pedigree of a thing: everything that it was made of, was in, and became.
//!
//! [`Gather`] says, level by level, of which things the events are wanted, and takes them;
//! [`Gather::finish`] puts them together as a [`Pedigree`]: things, the bonds between them, and the
//! accounts of events. [`gaps`] says what is missing in it, and [`exposures`] what sensors told.

mod account;
mod exposure;
mod gap;
mod gather;
mod graph;

pub use account::{Account, Declaration, More, Named, Reading};
pub use exposure::{Exposure, Sample, Spell, Storage, exposures};
pub use gap::{Missing, MissingKind, gaps};
pub use gather::{Cut, Gather, Limits, Way};
pub use graph::{Bond, BondKind, Pedigree, Side, Telling, Thing};
