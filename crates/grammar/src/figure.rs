//! Figures: how many, how much, what share.

use crate::Found;
use crate::pattern::patterns;
use dossier_model::{Bound, Decimal, Quantity};
use std::ops::Range;

/// What a figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureKind {
    /// How many of something.
    Count,
    /// How much money; the unit is the currency's ISO 4217 code.
    Amount,
    /// A percentage; the unit is "percent" or "percentage points".
    Rate,
}

/// A figure as a text has it. Its place covers the bounding words, the number and the words of the unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The number in base units, its unit and its bound.
    pub quantity: Quantity,
    /// What it measures.
    pub kind: FigureKind,
    /// Digits (or number words), currency sign and scale only.
    pub number: Range<usize>,
    /// The words that name what is counted, with their adjectives: "fraudulent accounts".
    pub unit_words: Option<Range<usize>>,
}

patterns! {
    FIGURE = r"(?i)(?:\b(?P<bound>almost|nearly|approximately|about|over|more than|at least|up to)\s+)?(?P<number>\$?\b\d{1,3}(?:,\d{3})+(?:\.\d+)?|\$?\b\d+\.\d+(?:\s+(?:million|billion))?|\$\d+)(?P<unit>(?:\s+[a-z]+){0,2}?\s+[a-z]+s\b)?";
}

/// The figures of `text`.
pub fn figures(text: &str) -> Vec<Found<Figure>> {
    FIGURE
        .captures_iter(text)
        .filter_map(|found| {
            let (whole, number) = (found.get(0)?, found.name("number")?);
            let digits: String = number.as_str().chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
            let scale = match number.as_str().to_lowercase() {
                s if s.contains("million") => Decimal::from(1_000_000),
                s if s.contains("billion") => Decimal::from(1_000_000_000),
                _ => Decimal::ONE,
            };
            let bound = found.name("bound").map(|word| match word.as_str().to_lowercase().as_str() {
                "almost" | "nearly" => Bound::Below,
                "over" | "more than" => Bound::Above,
                "at least" => Bound::AtLeast,
                "up to" => Bound::AtMost,
                _ => Bound::About,
            });
            let unit = found.name("unit");
            let amount = number.as_str().starts_with('$');
            let unit_words = unit.map(|u| u.end() - u.as_str().trim_start().len()..u.end());
            let unit = if amount {
                Some("USD".to_owned())
            } else {
                unit.and_then(|u| u.as_str().split_whitespace().last().map(str::to_owned))
            };
            let kind = if amount { FigureKind::Amount } else { FigureKind::Count };
            let quantity = Quantity { value: digits.parse::<Decimal>().ok()?.checked_mul(scale)?.normalize(), unit, bound };
            Some(Found::new(whole.range(), Figure { quantity, kind, number: number.range(), unit_words }))
        })
        .collect()
}
