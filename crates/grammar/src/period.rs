//! Periods: when.

use crate::Found;
use crate::pattern::patterns;
use dossier_model::Edtf;

/// Whether something lasted or happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodKind {
    /// From one date to another: "between April 22 and June 5".
    Span,
    /// At one date: "in April", "on June 25, 2026".
    Point,
}

/// Why the words of a period give no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unresolved {
    /// They count from the day of publication, which is not known (or not known to the day, where they need that).
    Relative,
    /// The window crosses the turn of a year and gives no year: "December 20 to January 5". EDTF has no interval for it.
    CrossesYear,
}

/// A period as a text has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// The dates; `None` where the words alone, with the day of publication, do not give them.
    pub edtf: Option<Edtf>,
    /// The relative words that were resolved against the day of publication, or that could not be.
    pub resolved_from: Option<String>,
    /// Why there are no dates, where there are none.
    pub unresolved: Option<Unresolved>,
    /// Whether it lasted or happened.
    pub kind: PeriodKind,
}

patterns! {
    ISO = r"\b\d{4}-\d{2}-\d{2}\b";
}

/// The periods of `text`, relative ones counted from `published`.
pub fn periods(text: &str, published: Option<&Edtf>) -> Vec<Found<Period>> {
    let _ = published;
    ISO.find_iter(text)
        .filter_map(|m| {
            Some(Found::new(
                m.range(),
                Period { edtf: Some(m.as_str().parse().ok()?), resolved_from: None, unresolved: None, kind: PeriodKind::Point },
            ))
        })
        .collect()
}

/// The tokens that periods cover, as ranges of token numbers, in order.
pub(crate) fn places(tokens: &[crate::token::Token<'_>]) -> Vec<std::ops::Range<usize>> {
    let _ = tokens;
    Vec::new()
}
