//! Superlatives: the largest, the first, with what they are the most of.

use crate::Found;
use crate::pattern::patterns;

/// A superlative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Superlative {
    /// The word: "largest", "most advanced".
    pub word: String,
    /// What it qualifies: "attempt", "distillation campaign".
    pub of: String,
    /// Among what: "by a Chinese company", "to date"; `None` where nothing narrows it.
    pub scope: Option<String>,
}

patterns! {
    LARGEST = r"(?i)\b(?P<word>largest|biggest|first) (?P<of>[a-z]+)(?: (?P<scope>(?:by|against|in) [^,.;]+))?";
}

/// The superlatives of `text`.
pub fn superlatives(text: &str) -> Vec<Found<Superlative>> {
    LARGEST
        .captures_iter(text)
        .filter_map(|c| {
            let part = |name: &str| c.name(name).map(|m| m.as_str().to_owned());
            Some(Found::new(c.get(0)?.range(), Superlative { word: part("word")?, of: part("of")?, scope: part("scope") }))
        })
        .collect()
}
