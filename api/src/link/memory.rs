//! Links for our own page: what hangs on a product is remembered for some seconds, so that a look-up
//! of a pack asks the database nothing for their sake.
//!
//! A link that comes or goes is on the page so much later. Redirects and linksets read the store.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use gs1::Gtin;
use quick_cache::sync::Cache;
use wire::answer::Answer;

use super::subject::{Levels, Path, Subject};
use crate::{
    code::Code,
    store::{self, Link, Store},
};

/// For how long.
const MAX_AGE: Duration = Duration::from_secs(5);
/// Products that are remembered.
const PRODUCTS: usize = 4096;

/// The memory of a node.
pub struct Memory(Cache<Gtin, Remembered>);

#[derive(Clone)]
struct Remembered {
    links: Arc<Links>,
    read_at: Instant,
}

/// What hangs on a product and on its brand.
struct Links {
    links: Vec<Link>,
    /// Whether more hangs on its variants, batches or packs.
    has_finer: bool,
}

impl Default for Memory {
    fn default() -> Memory {
        Memory(Cache::new(PRODUCTS))
    }
}

impl std::fmt::Debug for Memory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Memory").field(&self.0.len()).finish()
    }
}

impl Memory {
    /// What an answer is about, with its links; `None` for what is no product here or has none.
    pub async fn subject(
        &self,
        store: &Store,
        code: &Code,
        answer: &Answer,
    ) -> store::Result<Option<Subject>> {
        let (Some(identity), Some(brand), Some(product)) =
            (&code.identity, &answer.brand, &answer.product)
        else {
            return Ok(None);
        };
        let Some(gtin) = identity.gtin().copied() else {
            return Ok(None);
        };
        let path = Path {
            gtin,
            // What was remembered may be a moment older than the answer.
            current: product.gtin.parse().ok(),
            variant: identity.variant.as_deref(),
            batch: answer.batch.as_ref().map(|batch| batch.number.as_str()),
            serial: identity.serial.as_deref(),
        };
        let known = self.links(store, &brand.id, &path).await?;
        if !known.has_finer && known.links.is_empty() {
            return Ok(None);
        }
        let mut levels = Levels::of(&path, Some(&brand.id));
        let links = if known.has_finer {
            store
                .read(|db| db.links_at(&brand.id, &levels.items()))
                .await?
        } else {
            known.links.clone()
        };
        levels.put(links, path.serial);
        Ok(Some(Subject {
            path: identity.digital_link_path(),
            brand: Some(brand.id.clone()),
            name: None,
            levels: levels.0,
            is_guess: false,
        }))
    }

    async fn links(
        &self,
        store: &Store,
        brand: &str,
        path: &Path<'_>,
    ) -> store::Result<Arc<Links>> {
        let known = self.0.get(&path.gtin);
        if let Some(known) = known.filter(|known| known.read_at.elapsed() < MAX_AGE) {
            return Ok(known.links);
        }
        let coarse = Path {
            variant: None,
            batch: None,
            // Ranges of packs are few, and which pack is asked for chooses among them later.
            serial: Some("0"),
            ..*path
        };
        let levels = Levels::of(&coarse, Some(brand));
        let links = store
            .read(|db| {
                Ok(Links {
                    links: db.links_at(brand, &levels.items())?,
                    has_finer: db.has_finer_links(brand, &path.gtin)?,
                })
            })
            .await?;
        let links = Arc::new(links);
        let remembered = Remembered {
            links: links.clone(),
            read_at: Instant::now(),
        };
        self.0.insert(path.gtin, remembered);
        Ok(links)
    }
}
