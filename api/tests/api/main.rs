//! The server's tests, a file a route, against the whole router or a server on a free port.

mod site;

mod check;
mod claims;
mod command;
mod demo;
mod digital_link;
mod epcis;
mod files;
mod forms;
mod import;
mod recycling;
mod registrations;
mod scan;
mod server;
mod store;
mod verify;
