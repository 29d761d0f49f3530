//! What has to outlive the page: IndexedDB, a store a noun. Values are JSON texts, but for keys, pictures
//! and packs, which the browser keeps as they are.

use std::rc::Rc;

use idb::{Database, DatabaseEvent as _, Factory, ObjectStoreParams, TransactionMode};
use serde::{Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::DomException;

/// A kind of thing that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// The device's key pair, its name, the latest line.
    Device,
    /// Visits by inspection.
    Visits,
    /// Lines by inspection and number.
    Lines,
    /// Pictures by digest, as `Blob`.
    Pictures,
    /// How far each picture has come, by digest.
    Photos,
    /// Offline packs by what they are for, as bytes.
    Packs,
}

impl Shelf {
    const ALL: [Shelf; 6] = [
        Shelf::Device,
        Shelf::Visits,
        Shelf::Lines,
        Shelf::Pictures,
        Shelf::Photos,
        Shelf::Packs,
    ];

    fn name(self) -> &'static str {
        match self {
            Shelf::Device => "device",
            Shelf::Visits => "visits",
            Shelf::Lines => "lines",
            Shelf::Pictures => "pictures",
            Shelf::Photos => "photos",
            Shelf::Packs => "packs",
        }
    }
}

/// Why something was not kept or not found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The device has no room left.
    Full,
    /// Somebody else (another tab) wrote the same line first.
    Taken,
    /// The browser keeps nothing here: a private window, or its store is broken.
    Broken(String),
}

/// The name of a `DOMException` is what tells a full store from a broken one.
impl From<idb::Error> for StoreError {
    fn from(error: idb::Error) -> StoreError {
        let name = match &error {
            idb::Error::AddFailed(value) | idb::Error::UpdateFailed(value) => {
                value.dyn_ref::<DomException>().map(DomException::name)
            }
            idb::Error::DomException(exception) => Some(exception.name()),
            _ => None,
        };
        match name.as_deref() {
            Some("QuotaExceededError") => StoreError::Full,
            Some("ConstraintError") => StoreError::Taken,
            _ => StoreError::Broken(error.to_string()),
        }
    }
}

/// One thing to keep.
pub struct Put {
    shelf: Shelf,
    key: String,
    value: JsValue,
    is_new: bool,
}

impl Put {
    /// As it is, in the place of what is there.
    pub fn raw(shelf: Shelf, key: &str, value: JsValue) -> Put {
        Put {
            shelf,
            key: key.to_owned(),
            value,
            is_new: false,
        }
    }

    /// As JSON.
    pub fn json<T: Serialize>(shelf: Shelf, key: &str, value: &T) -> Put {
        let text = serde_json::to_string(value).unwrap_or_default();
        Put::raw(shelf, key, JsValue::from_str(&text))
    }

    /// Refused where something of that key is there.
    pub fn if_absent(mut self) -> Put {
        self.is_new = true;
        self
    }
}

/// The store; clones share it.
#[derive(Clone)]
pub struct Store(Rc<Database>);

impl Store {
    /// Opens it, or makes it.
    ///
    /// # Errors
    /// [`StoreError::Broken`].
    pub async fn open() -> Result<Store, StoreError> {
        let factory = Factory::new()?;
        let mut request = factory.open("touchstone-inspector", Some(1))?;
        request.on_upgrade_needed(|event| {
            // What fails here fails the opening.
            if let Ok(database) = event.database() {
                for shelf in Shelf::ALL {
                    let _ = database.create_object_store(shelf.name(), ObjectStoreParams::new());
                }
            }
        });
        Ok(Store(Rc::new(request.await?)))
    }

    /// Keeps all of these, or none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn put(&self, things: Vec<Put>) -> Result<(), StoreError> {
        let mut names: Vec<&str> = things.iter().map(|put| put.shelf.name()).collect();
        names.sort_unstable();
        names.dedup();
        let transaction = self.0.transaction(&names, TransactionMode::ReadWrite)?;
        for put in &things {
            let store = transaction.object_store(put.shelf.name())?;
            let key = JsValue::from_str(&put.key);
            if put.is_new {
                store.add(&put.value, Some(&key))?.await?;
            } else {
                store.put(&put.value, Some(&key))?.await?;
            }
        }
        let ended = transaction.commit()?.await?;
        if ended.is_committed() {
            Ok(())
        } else {
            // Nothing that we did: the browser gives up a write when the disk is full.
            Err(StoreError::Full)
        }
    }

    /// Takes all of these away, or none.
    ///
    /// # Errors
    /// [`StoreError`].
    pub async fn remove(&self, things: Vec<(Shelf, String)>) -> Result<(), StoreError> {
        let mut names: Vec<&str> = things.iter().map(|(shelf, _)| shelf.name()).collect();
        names.sort_unstable();
        names.dedup();
        if names.is_empty() {
            return Ok(());
        }
        let transaction = self.0.transaction(&names, TransactionMode::ReadWrite)?;
        for (shelf, key) in &things {
            let store = transaction.object_store(shelf.name())?;
            store.delete(JsValue::from_str(key))?.await?;
        }
        let ended = transaction.commit()?.await?;
        if ended.is_committed() {
            Ok(())
        } else {
            Err(StoreError::Broken("nothing was taken away".to_owned()))
        }
    }

    /// What is kept under a key.
    pub async fn raw(&self, shelf: Shelf, key: &str) -> Option<JsValue> {
        let names = [shelf.name()];
        let transaction = self.0.transaction(&names, TransactionMode::ReadOnly).ok()?;
        let store = transaction.object_store(shelf.name()).ok()?;
        store.get(JsValue::from_str(key)).ok()?.await.ok()?
    }

    /// The same, read as JSON.
    pub async fn json<T: DeserializeOwned>(&self, shelf: Shelf, key: &str) -> Option<T> {
        let text = self.raw(shelf, key).await?.as_string()?;
        serde_json::from_str(&text).ok()
    }

    /// Everything on a shelf, by key.
    pub async fn all<T: DeserializeOwned>(&self, shelf: Shelf) -> Vec<T> {
        let read = async {
            let names = [shelf.name()];
            let transaction = self.0.transaction(&names, TransactionMode::ReadOnly).ok()?;
            let store = transaction.object_store(shelf.name()).ok()?;
            store.get_all(None, None).ok()?.await.ok()
        };
        let values: Vec<JsValue> = read.await.unwrap_or_default();
        let texts = values.iter().filter_map(JsValue::as_string);
        texts
            .filter_map(|text| serde_json::from_str(&text).ok())
            .collect()
    }
}
