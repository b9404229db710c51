//! Figures against figures: their intervals, and what these leave possible in words.

use crate::verdict::Verdict;
use crate::written::written;
use dossier_model::{Agreement, Bound, Content, Decimal, Interval, Quantity, spelled};

/// How two figures of one unit stand to each other.
pub(crate) fn verdict(a: &Content, b: &Content, of_a: &Quantity, of_b: &Quantity) -> Verdict {
    let (first, second) = (of_a.interval(), of_b.interval());
    let (name_a, name_b) = (written(a), written(b));
    let (range_a, range_b) = (possible(&first), possible(&second));
    let both = format!("“{name_a}” leaves {range_a} possible and “{name_b}” leaves {range_b}");
    if first == second {
        let why = if name_a == name_b {
            format!("Both say “{name_a}”, which leaves {range_a} possible.")
        } else {
            format!("“{name_a}” and “{name_b}” leave the same possible: {range_a}.")
        };
        return Verdict { agreement: Agreement::Equal, why };
    }
    let (agreement, end) = if second.contains(&first) {
        (Agreement::Contained, "the first lies within the second".to_owned())
    } else if first.contains(&second) {
        (Agreement::Contained, "the second lies within the first".to_owned())
    } else if first.overlaps(&second) {
        let shared = meet(&first, &second);
        (Agreement::Compatible, format!("both can hold, at {}", possible(&shared)))
    } else {
        (Agreement::Conflicting, "no number is in both".to_owned())
    };
    Verdict { agreement, why: format!("{both}: {end}.") }
}

/// What two intervals both leave possible; only meant for intervals that overlap.
pub(crate) fn meet(a: &Interval, b: &Interval) -> Interval {
    let (low, low_included) = match (a.low, b.low) {
        (Some(x), Some(y)) if x == y => (Some(x), a.low_included && b.low_included),
        (Some(x), Some(y)) if x > y => (Some(x), a.low_included),
        (Some(x), None) => (Some(x), a.low_included),
        (_, y) => (y, b.low_included),
    };
    let (high, high_included) = match (a.high, b.high) {
        (Some(x), Some(y)) if x == y => (Some(x), a.high_included && b.high_included),
        (Some(x), Some(y)) if x < y => (Some(x), a.high_included),
        (Some(x), None) => (Some(x), a.high_included),
        (_, y) => (y, b.high_included),
    };
    Interval { low, low_included, high, high_included }
}

/// How wide it is; unbounded is the widest.
pub(crate) fn width(interval: &Interval) -> Decimal {
    match (interval.low, interval.high) {
        (Some(low), Some(high)) => high - low,
        _ => Decimal::MAX,
    }
}

/// An interval in words: "22,500 to 25,000", "25,000 or more".
pub(crate) fn possible(interval: &Interval) -> String {
    match (interval.low, interval.high) {
        (Some(low), Some(high)) if low == high => format!("{} exactly", spelled(low)),
        (Some(low), Some(high)) => {
            let (low, high) = (spelled(low), spelled(high));
            match (low.strip_suffix(" million"), high.strip_suffix(" million")) {
                (Some(plain), Some(_)) => format!("{plain} to {high}"),
                _ => format!("{low} to {high}"),
            }
        }
        (Some(low), None) if interval.low_included => format!("{} or more", spelled(low)),
        (Some(low), None) => format!("more than {}", spelled(low)),
        (None, Some(high)) if interval.high_included => format!("{} or less", spelled(high)),
        (None, Some(high)) => format!("less than {}", spelled(high)),
        (None, None) => "any number".to_owned(),
    }
}

/// A figure in our words, where its source's are not at hand: "nearly 25,000".
pub(crate) fn spell_quantity(quantity: &Quantity) -> String {
    let number = spelled(quantity.value);
    match quantity.bound {
        None => number,
        Some(Bound::Exact) => format!("exactly {number}"),
        Some(Bound::About) => format!("about {number}"),
        Some(Bound::Below) => format!("nearly {number}"),
        Some(Bound::Above) => format!("more than {number}"),
        Some(Bound::AtLeast) => format!("at least {number}"),
        Some(Bound::AtMost) => format!("at most {number}"),
        Some(Bound::Vague) => format!("on the scale of {number}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_spelled_as_a_reader_writes_them() {
        for (value, text) in [
            ("25000", "25,000"),
            ("28800000", "28.8 million"),
            ("28750000", "28.75 million"),
            ("99.10", "99.1"),
            ("950", "950"),
            ("589000000000", "589 billion"),
            ("1234567", "1,234,567"),
            ("-1500", "-1,500"),
        ] {
            assert_eq!(spelled(value.parse().unwrap()), text);
        }
    }

    #[test]
    fn the_meet_of_two_intervals_lies_in_both() {
        let interval = |value: i64, bound| Interval::of(value.into(), bound);
        let both = meet(&interval(25_000, None), &interval(25_000, Some(Bound::Below)));
        assert_eq!(possible(&both), "24,500 to 25,000");
        let open = meet(&interval(20_000, Some(Bound::AtLeast)), &interval(25_000, None));
        assert_eq!(possible(&open), "24,500 to 25,500");
    }
}
