//! Remembered answers about words: reports repeat the same few names and values thousands of times.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// So many answers are remembered; then all are forgotten, and it begins anew.
const MOST: usize = 16_384;

/// What a function said of each text. The function must look at nothing but the text, so that remembering changes no answer.
pub(crate) struct Memo<T>(RefCell<BTreeMap<String, T>>);

impl<T: Clone> Memo<T> {
    pub(crate) const fn new() -> Self {
        Self(RefCell::new(BTreeMap::new()))
    }

    /// What `find` says of `text`.
    pub(crate) fn of(&self, text: &str, find: impl FnOnce(&str) -> T) -> T {
        if let Some(known) = self.0.borrow().get(text) {
            return known.clone();
        }
        let found = find(text);
        let mut known = self.0.borrow_mut();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(text.to_owned(), found.clone());
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_found_once_and_forgetting_changes_none() {
        let (memo, asked) = (Memo::new(), RefCell::new(0));
        let double = |text: &str| {
            *asked.borrow_mut() += 1;
            format!("{text}{text}")
        };
        for number in 0..MOST + 10 {
            let text = number.to_string();
            assert_eq!(memo.of(&text, double), format!("{text}{text}"));
            assert_eq!(memo.of(&text, double), format!("{text}{text}"));
        }
        assert_eq!(*asked.borrow(), MOST + 10);
        assert!(memo.0.borrow().len() <= MOST);
    }
}
