//! Sentences: where one ends.

use crate::pattern::patterns;
use std::ops::Range;

patterns! {
    END = r#"[.!?]["”’)]*\s+|\n"#;
}

/// The sentences of `text`, trimmed.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    for end in END.find_iter(text).map(|m| m.end()).chain([text.len()]) {
        let words = text[from..end].trim();
        if !words.is_empty() {
            let start = end - text[from..end].trim_start().len();
            found.push(start..start + words.len());
        }
        from = end;
    }
    found
}
