//! The server's tests, a file a route, against the whole router or a server on a free port.

#![allow(
    clippy::unwrap_used,
    reason = "a test that panics has failed, and says where"
)]

mod engine;
mod routes;
mod schema;
mod site;
mod staff;

mod access;
mod advice;
mod backup;
mod check;
mod claim_desk;
mod claims;
mod command;
mod compare;
mod config;
mod crash;
mod demo;
mod desk;
mod desk_door;
mod digital_link;
mod epcis;
mod epcis_error;
mod epcis_hash;
mod epcis_query;
mod epcis_resource;
mod epcis_rules;
mod epcis_standard;
mod epcis_xml;
mod export;
mod export_kept;
mod fault;
mod files;
mod follows;
mod foreign;
mod forms;
mod granted;
mod gs1;
mod guesses;
mod import;
mod import_files;
mod issue;
mod label;
mod limit;
mod links;
mod mail_server;
mod meanwhile;
mod nodes;
mod number_pools;
mod numbers;
mod observe;
mod ownership;
mod packs;
mod partner_keys;
mod pedigree;
mod people;
mod pool_codes;
mod postgres;
mod pushes;
mod races;
mod recalls;
mod recycling;
mod registrations;
mod reports;
mod resolver;
mod reveal;
mod rewards;
mod sales;
mod scan;
mod server;
mod signals;
mod signed;
mod simulated;
mod sockets;
mod sqlite;
mod state;
mod store;
mod subscriptions;
mod tls;
mod typed;
mod verification;
mod verify;
