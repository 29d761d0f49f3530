//! What was scanned on this device, newest first, and what still waits for a network.

use serde::{Deserialize, Serialize};
use wire::verify::CodeCheck;

use crate::shown::Shown;

/// Entries at the most; the oldest go first, waiting ones last.
const MOST: usize = 200;

/// One scanned code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// What was asked, as it is asked again.
    pub request: CodeCheck,
    /// When it was scanned, RFC 3339.
    pub at: String,
    /// The path of its Digital Link, where it has one.
    pub path: Option<String>,
    /// The product's name, once known.
    pub name: Option<String>,
    /// What was said of it; `None` while it waits for a network.
    pub standing: Option<String>,
}

/// The list.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct History(pub Vec<Entry>);

impl History {
    /// Notes a code that could not be asked about.
    pub fn keep(&mut self, request: CodeCheck, at: String, path: Option<String>) {
        self.put(Entry {
            request,
            at,
            path,
            name: None,
            standing: None,
        });
    }

    /// Notes an answer.
    pub fn answered(&mut self, request: &CodeCheck, at: String, page: &Shown) {
        self.put(Entry {
            request: request.clone(),
            at,
            path: page.path.clone(),
            name: page.name.clone(),
            // A link or a note has no verdict: nobody here knows it.
            standing: Some(match page.standing.as_str() {
                "" => "unknown".to_owned(),
                standing => standing.to_owned(),
            }),
        });
    }

    /// Those that wait, oldest first.
    pub fn waiting(&self) -> Vec<Entry> {
        self.0
            .iter()
            .rev()
            .filter(|entry| entry.standing.is_none())
            .cloned()
            .collect()
    }

    fn put(&mut self, entry: Entry) {
        self.0
            .retain(|known| known.request.code != entry.request.code);
        self.0.insert(0, entry);
        while self.0.len() > MOST {
            let oldest = self.0.iter().rposition(|entry| entry.standing.is_some());
            self.0.remove(oldest.unwrap_or(self.0.len() - 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(code: &str) -> CodeCheck {
        CodeCheck {
            code: code.to_owned(),
            ..CodeCheck::default()
        }
    }

    #[test]
    fn a_code_stands_once_and_first() {
        let mut history = History::default();
        for code in ["a", "b", "a"] {
            history.keep(request(code), "now".to_owned(), None);
        }
        let codes: Vec<&str> = history
            .0
            .iter()
            .map(|entry| entry.request.code.as_str())
            .collect();
        assert_eq!(codes, ["a", "b"]);
        assert_eq!(
            history.waiting()[0].request.code,
            "b",
            "the oldest is asked first"
        );
    }

    #[test]
    fn what_waits_is_never_pushed_out_by_what_was_answered() {
        let mut history = History::default();
        history.keep(request("waiting"), "now".to_owned(), None);
        for n in 0..300 {
            history.put(Entry {
                request: request(&n.to_string()),
                at: String::new(),
                path: None,
                name: None,
                standing: Some("issued".to_owned()),
            });
        }
        assert_eq!(history.0.len(), MOST);
        assert_eq!(history.waiting().len(), 1);
    }
}
