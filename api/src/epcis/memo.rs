//! What was worked out of a text just before: an event's identifiers are looked at by its rules, its
//! hash, its terms and its journey, and are taken apart once.

use std::{cell::RefCell, collections::HashMap, thread::LocalKey};

/// Texts that are remembered on a thread; then all are forgotten.
const TEXTS: usize = 1_024;
/// The longest that is, in bytes.
const LONGEST: usize = 256;

/// What texts were found to be.
pub(super) type Memo<T> = RefCell<HashMap<Box<str>, T>>;

/// What `work` says of a text, or said of it before. It must say the same each time.
pub(super) fn remembered<T: Clone>(
    memo: &'static LocalKey<Memo<T>>,
    text: &str,
    work: impl FnOnce(&str) -> T,
) -> T {
    if text.len() > LONGEST {
        return work(text);
    }
    if let Some(known) = memo.with_borrow(|memo| memo.get(text).cloned()) {
        return known;
    }
    let worked = work(text);
    memo.with_borrow_mut(|memo| {
        if memo.len() >= TEXTS {
            memo.clear();
        }
        memo.insert(text.into(), worked.clone());
    });
    worked
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    thread_local! {
        static LENGTHS: Memo<usize> = RefCell::default();
    }

    #[test]
    fn what_was_said_is_not_worked_out_again() {
        let count = Cell::new(0);
        let length = |text: &str| {
            remembered(&LENGTHS, text, |text| {
                count.set(count.get() + 1);
                text.len()
            })
        };
        assert_eq!((length("a"), length("ab"), length("a")), (1, 2, 1));
        assert_eq!(count.get(), 2);
        for number in 0..TEXTS {
            length(&number.to_string());
        }
        assert!(LENGTHS.with_borrow(HashMap::len) <= TEXTS);
        let long = "x".repeat(LONGEST + 1);
        let before = count.get();
        assert_eq!((length(&long), length(&long)), (LONGEST + 1, LONGEST + 1));
        assert_eq!(count.get(), before + 2);
    }
}
