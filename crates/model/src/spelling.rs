//! Numbers as a reader writes them.

use rust_decimal::Decimal;

/// `25,000`, `28.8 million`, `99.1`: in groups of three digits, with a word for the scale where few digits are left.
pub fn spelled(value: Decimal) -> String {
    let value = value.normalize();
    let million = Decimal::ONE_THOUSAND * Decimal::ONE_THOUSAND;
    for (scale, word) in [(million * million, "trillion"), (million * Decimal::ONE_THOUSAND, "billion"), (million, "million")] {
        let scaled = (value / scale).normalize();
        if scaled.abs() >= Decimal::ONE && scaled.scale() <= 3 {
            return format!("{scaled} {word}");
        }
    }
    let text = value.to_string();
    let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let mut grouped = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match fraction {
        Some(fraction) => format!("{grouped}.{fraction}"),
        None => grouped,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_people_write_them() {
        for (value, words) in [
            ("0", "0"),
            ("999", "999"),
            ("25000", "25,000"),
            ("-1235000", "-1.235 million"),
            ("28800000", "28.8 million"),
            ("1234567", "1,234,567"),
            ("589000000000", "589 billion"),
            ("99.10", "99.1"),
            ("1234.5", "1,234.5"),
        ] {
            assert_eq!(spelled(value.parse().unwrap()), words);
        }
    }
}
