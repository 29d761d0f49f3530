//! How what a node remembers of products, places and events stays true: every change of them is
//! counted in the transaction that makes it, and every look-up reads the counts beside its unit.

use std::sync::OnceLock;

use super::{Result, Tx, value::Value};

/// The scope of what is told about products and places, whosever they are.
const RECORDS: &str = "";
/// Nodes that count apart, so that they are not in each other's way.
const NODES: u8 = 64;

/// How often what can be remembered has changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Version {
    /// Brands, products, batches, recalls, places and keys.
    pub records: i64,
    /// The events that a brand captured.
    pub events: i64,
}

impl Tx<'_> {
    /// Counts a change of what is told about products or places.
    pub(super) fn change_records(&self) -> Result<()> {
        self.change(RECORDS)
    }

    /// Counts a change of a brand's events.
    pub(super) fn change_events(&self, brand: &str) -> Result<()> {
        self.change(brand)
    }

    fn change(&self, scope: &str) -> Result<()> {
        if !self.is_first_change(scope) {
            return Ok(());
        }
        self.execute(
            "insert into reference_version (scope, version/*pg , node*/)
             values (?1, 1/*pg , ?2*/)
             on conflict (scope/*pg , node*/) do update
             set version = reference_version.version + 1",
            (scope, node()),
        )?;
        Ok(())
    }
}

/// Of no meaning: which of the counters this process counts on.
fn node() -> Value<'static> {
    static NODE: OnceLock<u8> = OnceLock::new();
    let node = NODE.get_or_init(|| {
        let mut byte = [0];
        // Without random bytes two nodes may wait for each other, and no more.
        let _ = getrandom::fill(&mut byte);
        byte[0] % NODES
    });
    Value::Shard(i64::from(*node))
}
