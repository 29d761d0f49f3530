//! The server of Touchstone: lookup, pages, events, import; and what the `touchstone` command does.
//!
//! A check walks `http/verify.rs` or `http/digital_link.rs` → `verify.rs` → `known.rs` (what the
//! store knows) → `trace::judge` → `answer.rs` → JSON, or the app's page by `pages.rs`.

pub mod cli;
pub mod front;
pub mod router;
pub mod server;
pub mod state;
pub mod tls;

pub mod http;
pub mod openapi;
pub mod pack;
pub mod pages;
pub mod web;

pub mod csrf;
pub mod error;
pub mod limit;
pub mod metrics;
pub mod session;

pub mod answer;
pub mod catalog;
pub mod certificate;
pub mod code;
pub mod facts;
pub mod foreign;
pub mod known;
pub mod place;
pub mod recall;
pub mod shelf;
pub mod thresholds;
pub mod typed;
mod typed_date;
pub mod verification;
pub mod verify;
pub mod voucher;
pub mod watch;

pub mod alert;
pub mod claim;
pub mod claim_desk;
pub mod claim_status;
pub mod compare;
pub mod consignment;
pub mod countries;
pub mod feedback;
pub mod feedback_desk;
pub mod follow;
pub mod receipt;
pub mod receipt_number;
pub mod registration;
pub mod report;
pub mod returning;
pub mod reveal;
mod submission;
pub mod suggestion;
pub mod sweep;
mod taker;

pub mod capture;
pub mod demo;
pub mod epcis;
pub mod event_page;
pub mod export;
pub mod import;
pub mod link;
pub mod subscription;

pub mod issuing;
pub mod number_pool;
pub mod sale;
pub mod sent_import;

pub mod inspection;
pub mod inspection_event;
pub mod inspection_list;
pub mod inspection_pdf;
pub mod inspection_report;
pub mod inspection_said;
pub mod inspection_totals;
pub mod inspector_device;
pub mod issue_key;
pub mod key;
pub mod key_file;
pub mod scope;
pub mod seal_key;

pub mod access;
pub mod depth;
pub mod granted;
pub mod handling;
pub mod invite;
pub mod keyring;
pub mod organisation;
pub mod origins;
pub mod ownership;
pub mod passkey;
pub mod person;
pub mod reward;
pub mod role;
pub mod signing;
pub mod staff_session;

pub mod offline_pack;
pub mod pedigree;
pub mod picture;
pub mod upload;

pub mod mail;
pub mod outbox;
pub mod push;
pub mod vapid;

pub mod clock;
pub mod random;
pub mod reference;
pub mod retention;
pub mod store;
