//! The JSON between app, worker and api.
//!
//! Every type here is what crosses a seam, spelled once: the pure crates know no JSON, and nobody
//! else invents a shape of their own.
//! Dates are ISO 8601 (`2026-11-24`), moments RFC 3339 in UTC, countries ISO 3166-1 alpha-2,
//! languages BCP 47. Kinds (standings, reasons, steps, faults) are kebab-case names on which the
//! locale files key; a receiver that does not know a kind shows the rest.

pub mod answer;
pub mod convert;
pub mod feedback;
pub mod follow;
pub mod form;
pub mod granted;
pub mod import;
pub mod imported;
pub mod inspect;
pub mod lookalike;
pub mod pack;
pub mod pedigree;
pub mod person;
pub mod place;
pub mod pool;
pub mod problem;
pub mod recalled;
pub mod returns;
pub mod reward;
pub mod sale;
pub mod scan;
pub mod shared;
pub mod signing;
pub mod suggestion;
pub mod verify;
