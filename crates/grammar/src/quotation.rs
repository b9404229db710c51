//! Quotations: what stands between quotation marks.

use crate::Found;
use crate::pattern::patterns;

patterns! {
    QUOTED = "“([^”]+)”|\"([^\"]+)\"";
}

/// The quotations of `text`; a range leaves the marks out.
pub fn quotations(text: &str) -> Vec<Found<String>> {
    QUOTED
        .captures_iter(text)
        .filter_map(|c| c.get(1).or(c.get(2)))
        .map(|m| Found::new(m.range(), m.as_str().to_owned()))
        .collect()
}
