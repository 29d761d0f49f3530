//! The resources, one file each: extract → call → wrap.

pub mod accept;
pub mod around;
pub mod cache;
pub mod client;
pub mod extract;
pub mod limit;
pub mod observe;
pub mod problem;
pub mod security;
pub mod visitor;

pub mod assets;
pub mod check;
pub mod claims;
pub mod demo;
pub mod desk;
pub mod digital_link;
pub mod epcis;
pub mod forms;
pub mod health;
pub mod home;
pub mod links;
pub mod metrics;
pub mod mine;
pub mod number_pools;
pub mod pictures;
pub mod recycling;
pub mod registrations;
pub mod resolver;
pub mod reveal;
pub mod rewards;
pub mod sales;
pub mod scan;
pub mod verify;
pub mod well_known;
