//! GS1 syntax: symbology identifiers, application identifiers, element strings, Digital Link.
//!
//! Scanned text in, a [`Message`] and its [`Fault`]s out: [`parse`] never fails, because a text
//! that a person holds in their hand must be talked about even where it is wrong.
//! What is right with it stays usable, and each fault says where in the text it is.
//!
//! ```
//! let (message, faults) = gs1::parse("(01)09506000134352(21)A1", None);
//! assert!(faults.is_empty());
//! let identity = message.identity().unwrap();
//! assert_eq!(identity.digital_link_path(), "/01/09506000134352/21/A1");
//! ```
//!
//! Follows the GS1 General Specifications, the GS1 Barcode Syntax Dictionary (release 2026-01-27, or
//! any other that [`Dictionary::parse`] is given), GS1 Digital Link URI Syntax with its compression,
//! and the EPC Tag Data Standard. The crate has no clock, no files and no language.

mod date;
pub use date::Date;
mod symbology;
pub use symbology::SymbologyIdentifier;
mod ai;
pub use ai::{Ai, Pattern};
mod check_digit;
pub use check_digit::check_digit;
mod gtin;
pub use gtin::{Gtin, is_restricted_prefix};
mod gln;
pub use gln::Gln;
mod sscc;
pub use sscc::Sscc;
mod fault;
pub use fault::{Fault, FaultClass, FaultKind};
mod lint;
pub use lint::{COUPON_PARTS, Finding, Linter};
mod dictionary;
pub use dictionary::{
    CharacterSet, Component, Dictionary, DictionaryError, Entry, LineError, Notice, NoticeKind,
    Requirement, UnknownAis,
};
mod bytes;
mod message;
mod percent;
mod table;
pub use message::{CANONICAL_STEM, Element, Form, Link, Message};
mod identity;
pub use identity::{Identity, Key};
mod associations;
mod parse;
pub use parse::{from_path, parse};
mod pack;
pub use pack::{PackFault, pack_faults};
mod scan_data;
pub use scan_data::Carrier;
mod compress;
pub use compress::{Compression, KeyForm};
mod epc;

/// Group Separator, what a scanner transmits for FNC1 between elements.
pub const GS: char = '\u{1d}';

/// The examples of the README are tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
