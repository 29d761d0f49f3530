//! What was scanned on this device, newest first, and what still waits for a network.

use serde::{Deserialize, Serialize};
use wire::{recalled::RecalledAnswer, verify::CodeCheck};

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
    /// What was said before, while it waits.
    #[serde(default)]
    pub before: Option<Said>,
    /// A recall that was learned of since, and when; a standing's name. It was no check.
    #[serde(default)]
    pub since: Option<Said>,
}

/// What was said of a code, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The standing.
    pub standing: String,
    /// RFC 3339.
    pub at: String,
}

impl Entry {
    fn is_of(&self, code: &str, path: Option<&str>) -> bool {
        self.request.code == code || (path.is_some() && self.path.as_deref() == path)
    }

    /// The latest that was said of it, whether or not it waits to be asked about again.
    pub fn said(&self) -> Option<Said> {
        let now = self.standing.clone().map(|standing| Said {
            standing,
            at: self.at.clone(),
        });
        now.or_else(|| self.before.clone())
    }
}

/// The list.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct History(pub Vec<Entry>);

impl History {
    /// Notes a code that could not be asked about. What was said of it before stays with it.
    pub fn keep(&mut self, request: CodeCheck, at: String, path: Option<String>) {
        let known = self.find(&request.code, path.as_deref());
        let (name, before) = known.map_or((None, None), |known| (known.name.clone(), known.said()));
        let since = known.and_then(|known| known.since.clone());
        self.put(Entry {
            request,
            at,
            path,
            name,
            standing: None,
            before,
            since,
        });
    }

    /// The entry of a code, or of the page that it leads to.
    #[must_use]
    pub fn find(&self, code: &str, path: Option<&str>) -> Option<&Entry> {
        self.0.iter().find(|known| known.is_of(code, path))
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
            before: None,
            since: None,
        });
    }

    /// The server takes a code for none: it is not asked about again.
    pub fn refused(&mut self, code: &str) {
        let waiting = self.0.iter_mut().find(|entry| entry.request.code == code);
        if let Some(entry) = waiting {
            entry.standing = Some("unknown".to_owned());
            entry.before = None;
        }
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

    /// The codes of which nothing is known that a recall would change, the newest first.
    #[must_use]
    pub fn watched(&self) -> Vec<String> {
        let is_watched = |entry: &&Entry| {
            let standing = entry.standing.as_deref();
            entry.path.is_some() && standing.is_some_and(|standing| standing != "recalled")
        };
        self.0
            .iter()
            .filter(is_watched)
            .map(|entry| entry.request.code.clone())
            .collect()
    }

    /// Notes which of the codes that were asked about are recalled, and that the others are not any more.
    pub fn learned(&mut self, asked: &[String], answer: &RecalledAnswer, at: &str) {
        for entry in &mut self.0 {
            let code = &entry.request.code;
            if !asked.contains(code) {
                continue;
            }
            let recalled = answer.recalled.iter().find(|one| one.code == *code);
            let standing = recalled.map(|one| match one.certainty.as_str() {
                "certain" => "recalled",
                _ => "possibly-recalled",
            });
            // What was said on the day of the scan already is nothing new.
            let new = standing.filter(|one| entry.standing.as_deref() != Some(*one));
            entry.since = new.map(|standing| {
                let known = entry
                    .since
                    .take()
                    .filter(|known| known.standing == standing);
                known.unwrap_or_else(|| Said {
                    standing: standing.to_owned(),
                    at: at.to_owned(),
                })
            });
        }
    }

    /// How many were recalled since they were scanned.
    #[must_use]
    pub fn alerts(&self) -> usize {
        self.0.iter().filter(|entry| entry.since.is_some()).count()
    }

    fn put(&mut self, entry: Entry) {
        let path = entry.path.as_deref();
        self.0
            .retain(|known| !known.is_of(&entry.request.code, path));
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
    fn what_was_said_before_stays_while_a_code_waits() {
        let mut history = History::default();
        let shown = Shown {
            path: Some("/01/1".to_owned()),
            name: Some("Lamp".to_owned()),
            standing: "recalled".to_owned(),
            ..Shown::default()
        };
        history.answered(&request("a"), "monday".to_owned(), &shown);
        let said = Some(Said {
            standing: "recalled".to_owned(),
            at: "monday".to_owned(),
        });
        // The same page by another code, and once more.
        for code in ["https://id.gs1.org/01/1", "a"] {
            history.keep(
                request(code),
                "tuesday".to_owned(),
                Some("/01/1".to_owned()),
            );
            assert_eq!(history.0.len(), 1);
            assert_eq!(history.0[0].said(), said);
            assert_eq!(history.0[0].name.as_deref(), Some("Lamp"));
            assert_eq!(history.waiting().len(), 1);
        }
        history.refused("a");
        assert_eq!(history.waiting(), []);
    }

    #[test]
    fn a_recall_that_comes_later_is_told_once_and_ends() {
        let page = |standing: &str| Shown {
            path: Some(format!("/01/{standing}")),
            standing: standing.to_owned(),
            ..Shown::default()
        };
        let mut history = History::default();
        for standing in ["recalled", "possibly-recalled", "issued"] {
            history.answered(&request(standing), "monday".to_owned(), &page(standing));
        }
        history.keep(request("waits"), "monday".to_owned(), None);
        let asked = history.watched();
        assert_eq!(asked, ["issued", "possibly-recalled"]);
        let answer = |list: &[(&str, &str)]| RecalledAnswer {
            recalled: list
                .iter()
                .map(|(code, certainty)| wire::recalled::Recalled {
                    code: (*code).to_owned(),
                    certainty: (*certainty).to_owned(),
                })
                .collect(),
        };
        // What was possible on the day of the scan is nothing new.
        history.learned(
            &asked,
            &answer(&[("possibly-recalled", "possible")]),
            "tuesday",
        );
        assert_eq!(history.alerts(), 0);
        let recalled = answer(&[("issued", "certain"), ("possibly-recalled", "certain")]);
        history.learned(&asked, &recalled, "tuesday");
        history.learned(&asked, &recalled, "friday");
        assert_eq!(history.alerts(), 2);
        let entry = history.find("issued", None).unwrap();
        let since = entry.since.clone().unwrap();
        assert_eq!((&*since.standing, &*since.at), ("recalled", "tuesday"));
        assert_eq!(entry.standing.as_deref(), Some("issued"), "it was no check");
        // It stays while the code waits to be asked about, ends with a recall that ended, and with a check.
        history.keep(request("issued"), "sunday".to_owned(), None);
        assert_eq!(history.alerts(), 2);
        history.learned(&asked, &answer(&[("issued", "certain")]), "sunday");
        assert_eq!(history.alerts(), 1);
        history.answered(&request("issued"), "sunday".to_owned(), &page("issued"));
        assert_eq!(history.alerts(), 0);
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
                before: None,
                since: None,
            });
        }
        assert_eq!(history.0.len(), MOST);
        assert_eq!(history.waiting().len(), 1);
    }
}
