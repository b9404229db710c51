//! A claim's value as its source writes it, found in the claim's own quote, so that a verdict shows the reader's words: "almost
//! 25,000", not our "nearly".

use crate::figure::spell_quantity;
use dossier_model::{Content, Decimal, Edtf, EdtfDate, Endpoint, spelled};

/// Words that bound a figure from before it. The longest that fits is taken.
const BOUNDING: &[&str] = &[
    "just under",
    "just over",
    "more than",
    "fewer than",
    "less than",
    "no more than",
    "no fewer than",
    "at least",
    "at most",
    "up to",
    "as many as",
    "an estimated",
    "tens of",
    "hundreds of",
    "about",
    "almost",
    "nearly",
    "approximately",
    "roughly",
    "around",
    "some",
    "over",
    "under",
    "exactly",
    "above",
    "below",
    "several",
    "many",
];

const SCALES: &[(&str, u64)] =
    &[("hundred", 100), ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000), ("trillion", 1_000_000_000_000)];

/// A quotation longer than this is not shown as a value.
const SHORT: usize = 56;

/// The claim's value as its source has it, else as we would write it.
pub(crate) fn written(content: &Content) -> String {
    let quote = content.quotes.first().text.as_str();
    match content.quantity() {
        Some(quantity) => in_quote(quote, quantity.value).unwrap_or_else(|| spell_quantity(&quantity)),
        None => match &content.value {
            Some(value) => value.clone(),
            None => written_period(content),
        },
    }
}

/// The claim's period as its source has it where that is short, else spelled out.
pub(crate) fn written_period(content: &Content) -> String {
    let quote = content.quotes.first().text.as_str();
    match &content.period {
        Some(period) => {
            let names_a_time = quote.chars().count() <= SHORT && names_time(quote);
            if names_a_time { quote.to_owned() } else { spell_period(period) }
        }
        None => shorten(quote),
    }
}

/// At most a line's worth of words, cut between two of them.
pub(crate) fn shorten(text: &str) -> String {
    if text.chars().count() <= SHORT {
        return text.to_owned();
    }
    let mut short = String::new();
    for word in text.split_whitespace() {
        if short.chars().count() + word.chars().count() >= SHORT {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    format!("{short} …")
}

/// The words of `quote` that say `value`, with the bounding words before them.
fn in_quote(quote: &str, value: Decimal) -> Option<String> {
    let tokens: Vec<(usize, &str)> = tokens(quote);
    (0..tokens.len()).find_map(|at| {
        let (number, length) = number_at(&tokens, at)?;
        (number == value).then(|| {
            let (last_start, last) = tokens[at + length - 1];
            let end = last_start + last.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '%').len();
            let start = bounded_from(quote, tokens[at].0);
            quote.get(start..end).unwrap_or(quote).trim().to_owned()
        })
    })
}

fn tokens(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_whitespace(), start) {
            (false, None) => start = Some(at),
            (true, Some(from)) => {
                found.push((from, &text[from..at]));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// The number that starts at token `at`, with how many tokens it takes.
fn number_at(tokens: &[(usize, &str)], at: usize) -> Option<(Decimal, usize)> {
    let scale_of = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        let word = word.strip_suffix('s').unwrap_or(&word);
        SCALES.iter().find(|(name, _)| *name == word).map(|(_, scale)| Decimal::from(*scale))
    };
    let word = tokens.get(at)?.1;
    let digits: String = word
        .trim_start_matches(|c: char| !c.is_ascii_digit())
        .chars()
        .take_while(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
        .collect();
    if digits.is_empty() {
        return scale_of(word).map(|scale| (scale, 1)).map(|(scale, length)| (scale * tens_before(tokens, at), length));
    }
    let number: Decimal = digits.trim_end_matches([',', '.']).replace(',', "").parse().ok()?;
    match tokens.get(at + 1).and_then(|(_, next)| scale_of(next)) {
        Some(scale) => Some(((number * scale).normalize(), 2)),
        None => Some((number.normalize(), 1)),
    }
}

/// "Tens of" and "hundreds of" before a scale.
fn tens_before(tokens: &[(usize, &str)], at: usize) -> Decimal {
    let word = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at)).map(|(_, word)| word.to_lowercase());
    match (word(2).as_deref(), word(1).as_deref()) {
        (Some("tens"), Some("of")) => Decimal::TEN,
        (Some("hundreds"), Some("of")) => Decimal::ONE_HUNDRED,
        _ => Decimal::ONE,
    }
}

/// Where the figure at `at` starts with its bounding words.
fn bounded_from(quote: &str, at: usize) -> usize {
    let before = quote[..at].trim_end();
    let lower = before.to_lowercase();
    let longest = BOUNDING
        .iter()
        .filter(|word| {
            lower.strip_suffix(**word).is_some_and(|rest| rest.is_empty() || rest.ends_with(|c: char| !c.is_alphanumeric()))
        })
        .max_by_key(|word| word.len());
    longest.and_then(|word| before.len().checked_sub(word.len())).filter(|start| quote.is_char_boundary(*start)).unwrap_or(at)
}

fn names_time(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| {
        MONTHS.iter().any(|month| month.eq_ignore_ascii_case(word) || (word.len() == 3 && month[..3].eq_ignore_ascii_case(word)))
            || (word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()))
    })
}

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// A period in words: "April 22 to June 5 (year not stated)".
pub(crate) fn spell_period(period: &Edtf) -> String {
    let end = |end: &Endpoint| match end {
        Endpoint::Date(date) => spell_date(date),
        Endpoint::Open => "an open end".to_owned(),
        Endpoint::Unknown => "an unknown end".to_owned(),
    };
    let words = match period {
        Edtf::Date(date) => spell_date(date),
        Edtf::Interval(from, to) => format!("{} to {}", end(from), end(to)),
    };
    if period.year().is_none() { format!("{words} (year not stated)") } else { words }
}

fn spell_date(date: &EdtfDate) -> String {
    let month = date.month().and_then(|month| MONTHS.get(usize::from(month.unsigned_abs()).wrapping_sub(1))).copied();
    let about = if date.is_loose() { "about " } else { "" };
    match (month, date.day(), date.year()) {
        (Some(month), Some(day), Some(year)) => format!("{about}{month} {day}, {year}"),
        (Some(month), Some(day), None) => format!("{about}{month} {day}"),
        (Some(month), None, Some(year)) => format!("{about}{month} {year}"),
        (Some(month), None, None) => format!("{about}{month}"),
        (None, _, Some(year)) => format!("{about}{year}"),
        (None, _, None) => spelled(Decimal::ZERO),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_shown_in_its_sources_words() {
        let check = |quote: &str, value: &str, expect: &str| {
            assert_eq!(in_quote(quote, value.parse().unwrap()).as_deref(), Some(expect), "{quote}");
        };
        check("involving almost 25,000 fraudulent accounts", "25000", "almost 25,000");
        check("over 28.8 million exchanges", "28800000", "over 28.8 million");
        check("using several thousand fake accounts", "1000", "several thousand");
        check("tens of thousands of accounts", "10000", "tens of thousands");
        check("25,000 accounts, and 28.8 million conversations.", "28800000", "28.8 million");
        check("more than 3% to $99.10 at the close", "99.1", "$99.10");
        check("Nearly 25,000.", "25000", "Nearly 25,000");
        assert_eq!(in_quote("no figure here", Decimal::TEN), None);
    }

    #[test]
    fn a_period_says_when_its_year_is_not_stated() {
        assert_eq!(spell_period(&"XXXX-04-22/XXXX-06-05".parse().unwrap()), "April 22 to June 5 (year not stated)");
        assert_eq!(spell_period(&"2026-04/2026-06".parse().unwrap()), "April 2026 to June 2026");
        assert_eq!(spell_period(&"2026-04/..".parse().unwrap()), "April 2026 to an open end");
    }
}
