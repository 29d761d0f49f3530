//! Links of brands.

use wire::import::Link;

use super::{problems::Problems, record::Importer};
use crate::{
    link,
    store::{self, Change},
};

impl Importer<'_, '_> {
    pub(super) fn link(
        &mut self,
        link: &Link,
        problems: &mut Problems,
    ) -> store::Result<Option<Change>> {
        match link::check(self.tx, link)? {
            Ok(item) => Ok(Some(self.tx.put_link(&item, link)?)),
            Err(faults) => {
                for fault in faults {
                    problems.add(fault.field, fault.what, fault.advice);
                }
                Ok(None)
            }
        }
    }
}
