//! Shares and multiples in words: "a quarter of the accounts", "one in five", "tenfold", "five times as many".

use crate::number::{Form, number_at, same_line, small_word};
use crate::token::{Gap, Token};
use dossier_model::Decimal;

/// A share of a whole in percent, with one past its last token: "a quarter of the accounts", "two-thirds of its revenue", "half the
/// traffic", "one in five accounts". Shares that do not come out even are rounded to a tenth.
/// `bounded` says that a bounding word stands before it: "up to a quarter" needs no "of".
pub(crate) fn share_at(tokens: &[Token<'_>], at: usize, bounded: bool) -> Option<(Decimal, usize)> {
    let is = |at: usize, words: &[&str]| same_line(tokens, at).is_some_and(|token| token.is_one_of(words));
    let percent = |part: i64, whole: i64| {
        let share = Decimal::from(part).checked_mul(Decimal::ONE_HUNDRED)?.checked_div(Decimal::from(whole))?;
        (part < whole).then(|| share.round_dp(1).normalize())
    };
    // "one in five", "nine out of ten"
    let small = |token: &Token<'_>| small_word(&token.lower).or_else(|| token.lower.parse().ok());
    if let Some(part) = tokens.get(at).and_then(small).filter(|part| (1..10).contains(part)) {
        let skip = if is(at + 1, &["in"]) {
            2
        } else if is(at + 1, &["out"]) && is(at + 2, &["of"]) {
            3
        } else {
            0
        };
        let skip = skip + usize::from(skip > 0 && is(at + skip, &["every"]));
        let whole = tokens.get(at + skip).filter(|token| skip > 0 && token.gap < Gap::Paragraph).and_then(small);
        if let Some(whole) = whole.filter(|whole| *whole > part && [2, 3, 4, 5, 8, 10, 20].contains(whole)) {
            return Some((percent(part, whole)?, at + skip + 1));
        }
    }
    let before = |words: &[&str]| at.checked_sub(1).is_some_and(|at| tokens[at].is_one_of(words));
    let (part, whole, end) = part_at(tokens, at)?;
    // "a third company", "the first half of 2024", "a quarter of a century", "half an hour": no shares.
    let of = is(end, &["of"]) && !is(end + 1, &["a", "an", "this", "last", "next"]) && !tokens.get(end + 1)?.is_number();
    let half_the = whole == 2 && is(end, &["the", "its", "their", "his", "her", "all"]);
    let ordinal = before(&["first", "second", "third", "fourth", "last", "latter", "former", "other", "a-and-a", "better", "-"]);
    // "nearly half a million", "more than a quarter century" go on with a noun.
    let alone = bounded
        && tokens.get(end).is_none_or(|next| {
            next.is_mark() && !next.is_dash() || next.gap == Gap::Paragraph || crate::lexicon::is_function_word(&next.lower)
        })
        && !is(end, &["a", "an", "of"]);
    ((of || half_the || alone) && !ordinal).then_some((percent(part, whole)?, end))
}

/// How many times as much, with one past its last token: "tenfold", "10x", "five times as many", "twice the", "more than tripled".
pub(crate) fn multiple_at(tokens: &[Token<'_>], at: usize) -> Option<(Decimal, usize)> {
    let token = tokens.get(at)?;
    let next = |at: usize, words: &[&str]| same_line(tokens, at).is_some_and(|token| token.is_one_of(words));
    let lower: &str = &token.lower;
    let whole = match lower {
        "doubled" | "doubling" if !next(at + 1, &["down", "as", "back", "up"]) => Some(2),
        "tripled" | "tripling" | "trebled" => Some(3),
        "quadrupled" | "quadrupling" => Some(4),
        "quintupled" => Some(5),
        "twice" if next(at + 1, &["as", "the", "its", "that", "their", "his", "her", "what"]) => Some(2),
        _ => None,
    };
    if let Some(whole) = whole {
        return Some((Decimal::from(whole), at + 1));
    }
    if let Some(times) = lower.strip_suffix("fold") {
        let count = times.trim_end_matches('-');
        return small_word(count).filter(|count| *count > 1).map(|count| (Decimal::from(count), at + 1));
    }
    // "10x"
    if token.text.starts_with(|c: char| c.is_ascii_digit())
        && let Some(count) = lower.strip_suffix('x').and_then(|count| count.parse().ok())
    {
        return Some((count, at + 1));
    }
    let number = number_at(tokens, at).filter(|number| matches!(number.form, Form::Digits | Form::Words))?;
    let mut end = number.end;
    // "10-fold"
    if tokens.get(end)?.is_dash() && tokens[end].gap == Gap::Joined && tokens.get(end + 1)?.is("fold") {
        return Some((number.value, end + 2));
    }
    if !next(end, &["times"]) {
        return None;
    }
    end += 1;
    let compares = next(
        end,
        &[
            "as", "more", "his", "her", "larger", "bigger", "higher", "greater", "faster", "the", "its", "that", "their", "what",
            "longer", "cheaper", "smaller", "less", "fewer", "over",
        ],
    );
    compares.then_some((number.value, end))
}

/// Parts of a whole and of a million: "half", "a quarter", "two-thirds", "three quarters", as numerator and denominator with one past
/// the last token.
pub(crate) fn part_at(tokens: &[Token<'_>], at: usize) -> Option<(i64, i64, usize)> {
    let first: &str = &tokens.get(at)?.lower;
    if first == "half" {
        return Some((1, 2, at + 1));
    }
    // "two-thirds" is one word.
    if let Some((count, part)) = first.split_once('-') {
        return Some((small_word(count)?, denominator(part)?, at + 1));
    }
    let count = if matches!(first, "a" | "an") { 1 } else { small_word(first)? };
    let part = same_line(tokens, at + 1)?;
    Some((count, denominator(&part.lower)?, at + 2))
}

fn denominator(word: &str) -> Option<i64> {
    Some(match word.strip_suffix('s').unwrap_or(word) {
        "half" | "halve" => 2,
        "third" => 3,
        "quarter" | "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokens;

    #[test]
    fn shares_and_multiples_have_their_value() {
        let share = |text: &str| share_at(&tokens(text), 0, false).map(|(value, _)| value.to_string());
        for (text, value) in [
            ("a quarter of the accounts", "25"),
            ("two-thirds of its traffic", "66.7"),
            ("three quarters of revenue", "75"),
            ("half of all requests", "50"),
            ("half the traffic", "50"),
            ("one in five accounts", "20"),
            ("3 in 10 firms", "30"),
            ("nine out of ten requests", "90"),
        ] {
            assert_eq!(share(text).as_deref(), Some(value), "{text}");
        }
        for text in
            ["a third company", "half an hour", "a quarter of a century", "half of 2024", "one in the group", "two of the men"]
        {
            assert_eq!(share(text), None, "{text}");
        }
        let multiple = |text: &str| multiple_at(&tokens(text), 0).map(|(value, _)| value.to_string());
        for (text, value) in [
            ("tenfold", "10"),
            ("10-fold", "10"),
            ("10x", "10"),
            ("five times as many", "5"),
            ("twice the volume", "2"),
            ("doubled in a year", "2"),
            ("tripled", "3"),
        ] {
            assert_eq!(multiple(text).as_deref(), Some(value), "{text}");
        }
        for text in ["doubled down", "three times", "twice in May", "fold"] {
            assert_eq!(multiple(text), None, "{text}");
        }
    }
}
