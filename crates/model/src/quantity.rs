//! Figures as intervals: what a source's words leave possible.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

crate::words! {
    /// The word that bounds a figure. A figure without one means its own rounding.
    Bound {
        /// "exactly", or an unrounded count.
        Exact = "exact",
        /// "about", "approximately", "roughly", "some": within a tenth.
        About = "about",
        /// "almost", "nearly", "just under": below, by a tenth at most.
        Below = "below",
        /// "over", "more than": above, by a tenth at most.
        Above = "above",
        /// "at least", "no fewer than".
        AtLeast = "at-least",
        /// "at most", "up to", "no more than".
        AtMost = "at-most",
        /// "thousands", "hundreds of billions": only the scale is said.
        Vague = "vague",
    }
}

/// A figure in base units with its unit and bound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// The number, in base units: "28.8 million" is 28800000.
    pub value: Decimal,
    /// What is counted, in the singular or plural of the source: "accounts", "exchanges", "USD", "percent".
    pub unit: Option<String>,
    /// The bounding word, if there is one.
    pub bound: Option<Bound>,
}

/// What a figure leaves possible: a range whose ends may be open or included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The lower end; `None` is unbounded.
    pub low: Option<Decimal>,
    /// Whether the lower end itself is possible.
    pub low_included: bool,
    /// The upper end; `None` is unbounded.
    pub high: Option<Decimal>,
    /// Whether the upper end itself is possible.
    pub high_included: bool,
}

impl Quantity {
    /// What the figure leaves possible, by the rules of the glossary.
    pub fn interval(&self) -> Interval {
        Interval::of(self.value, self.bound)
    }

    /// The rounding step of a figure: the place of its last digit that is not zero. 25,000 has 1,000; 28.8 million has
    /// 100,000; 99.1 has 0.1; 0 has 1.
    pub fn rounding_step(value: Decimal) -> Decimal {
        let mut value = value.normalize().abs();
        if value.is_zero() {
            return Decimal::ONE;
        }
        if value.scale() > 0 {
            return Decimal::new(1, value.scale());
        }
        let ten = Decimal::TEN;
        let mut step = Decimal::ONE;
        while (value % ten).is_zero() {
            value /= ten;
            step *= ten;
        }
        step
    }

    /// Whether a bare figure is an unrounded count: a whole number below one hundred, or one whose last digit is not zero.
    pub fn is_unrounded_count(value: Decimal) -> bool {
        value.is_integer() && (value.abs() < Decimal::ONE_HUNDRED || Self::rounding_step(value) == Decimal::ONE)
    }
}

impl Interval {
    /// The interval of `value` under `bound`.
    ///
    /// A bare figure means its own rounding: 25,000 is \[24,500, 25,500). Below N is \[0.9N, N), above N is (N, 1.1N],
    /// about N is N within a tenth. A vague word is a scale: from its floor to the next word for a scale, so "thousands" is
    /// \[1,000, 1,000,000) and "tens of thousands" is \[10,000, 100,000).
    pub fn of(value: Decimal, bound: Option<Bound>) -> Self {
        let tenth = value.abs() / Decimal::TEN;
        let closed = |low, high| Self { low: Some(low), low_included: true, high: Some(high), high_included: true };
        let to_open = |low, high| Self { low: Some(low), low_included: true, high: Some(high), high_included: false };
        match bound {
            None => {
                let half = Quantity::rounding_step(value) / Decimal::TWO;
                to_open(value - half, value + half)
            }
            Some(Bound::Exact) => closed(value, value),
            Some(Bound::About) => closed(value - tenth, value + tenth),
            Some(Bound::Below) => to_open(value - tenth, value),
            Some(Bound::Above) => Self { low: Some(value), low_included: false, high: Some(value + tenth), high_included: true },
            Some(Bound::AtLeast) => Self { low: Some(value), low_included: true, high: None, high_included: false },
            Some(Bound::AtMost) => Self { low: None, low_included: false, high: Some(value), high_included: true },
            Some(Bound::Vague) => to_open(value, value * scale_span(value)),
        }
    }

    /// Whether every number that `other` leaves possible is possible here too.
    pub fn contains(&self, other: &Interval) -> bool {
        let low = match (self.low, other.low) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(a), Some(b)) => a < b || (a == b && (self.low_included || !other.low_included)),
        };
        let high = match (self.high, other.high) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(a), Some(b)) => a > b || (a == b && (self.high_included || !other.high_included)),
        };
        low && high
    }

    /// Whether some number is possible in both.
    pub fn overlaps(&self, other: &Interval) -> bool {
        let below = |high: Option<Decimal>, high_included: bool, low: Option<Decimal>, low_included: bool| match (high, low) {
            (Some(high), Some(low)) => high < low || (high == low && !(high_included && low_included)),
            _ => false,
        };
        !below(self.high, self.high_included, other.low, other.low_included)
            && !below(other.high, other.high_included, self.low, self.low_included)
    }
}

/// How far a vague word reaches, as a factor: to the next word for a scale.
fn scale_span(floor: Decimal) -> Decimal {
    let thousand = Decimal::ONE_THOUSAND;
    let mut rest = floor.normalize();
    while rest > Decimal::ONE && (rest % thousand).is_zero() {
        rest /= thousand;
    }
    if rest == Decimal::ONE && floor > Decimal::ONE { thousand } else { Decimal::TEN }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn interval(value: &str, bound: Option<Bound>) -> Interval {
        Interval::of(value.parse().unwrap(), bound)
    }

    #[test]
    fn a_bare_figure_means_its_own_rounding() {
        let bare = interval("25000", None);
        assert_eq!((bare.low, bare.high), (Some(24_500.into()), Some(25_500.into())));
        let scaled = interval("28800000", None);
        assert_eq!((scaled.low, scaled.high), (Some(28_750_000.into()), Some(28_850_000.into())));
        assert_eq!(Quantity::rounding_step("99.10".parse().unwrap()), "0.1".parse().unwrap());
    }

    #[test]
    fn agreements_that_a_careful_reader_sees() {
        let nearly = interval("25000", Some(Bound::Below));
        assert!(interval("25000", Some(Bound::About)).contains(&nearly));
        assert!(interval("1000", Some(Bound::Vague)).contains(&nearly), "thousands of accounts");
        assert!(interval("10000", Some(Bound::Vague)).contains(&nearly), "tens of thousands");
        assert!(interval("25000", None).overlaps(&nearly));
        assert!(!interval("25000", None).contains(&nearly), "25,000 says more than nearly 25,000");
        assert!(!interval("25000", Some(Bound::Above)).overlaps(&nearly));
        assert!(!interval("100000", Some(Bound::Vague)).overlaps(&nearly));
    }

    fn any_interval() -> impl Strategy<Value = Interval> {
        let bounds = prop_oneof![Just(None), (0usize..Bound::ALL.len()).prop_map(|i| Some(Bound::ALL[i]))];
        (1u64..10_000_000_000, bounds).prop_map(|(value, bound)| Interval::of(value.into(), bound))
    }

    proptest! {
        #[test]
        fn containment_implies_overlap(a in any_interval(), b in any_interval()) {
            prop_assert!(a.contains(&a));
            prop_assert_eq!(a.overlaps(&b), b.overlaps(&a));
            if a.contains(&b) { prop_assert!(a.overlaps(&b)); }
        }

        #[test]
        fn containment_is_transitive(a in any_interval(), b in any_interval(), c in any_interval()) {
            if a.contains(&b) && b.contains(&c) { prop_assert!(a.contains(&c)); }
        }

        #[test]
        fn scale_does_not_change_the_verdict(a in 1u64..100_000, b in 1u64..100_000) {
            let at = |v: u64, k: u64| Interval::of((v * k).into(), None);
            prop_assert_eq!(at(a, 1).contains(&at(b, 1)), at(a, 1000).contains(&at(b, 1000)));
        }
    }
}
