//! One cell as what its column says it is: a number, a day, a degree of certainty, names.

use crate::pattern::patterns;
use dossier_grammar::{self as grammar, FigureKind};
use dossier_model::{Bound, Column, ColumnMeaning, Decimal, Edtf, EdtfDate, Hedge, Quantity};
use std::ops::Range;

patterns! {
    /// A number alone, with a sign that bounds it, a currency, a scale: "~24,000", "> 5", "1.2m", "$3 million", "12 %".
    NUMBER = r"(?i)^\s*(?P<bound>[<>~≈≥≤]|>=|<=|c(?:a|irca)?\.)?\s*(?:US\$|[$€£¥]|[A-Z]{3}\s)?\s*(?P<digits>\d{1,3}(?:[,  ’']\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<scale>k|m|mn|bn|b|thousand|million|billion|trillion)?\s*(?P<more>\+)?\s*(?:%|percent|per cent|[A-Z]{3})?\s*$";
    /// A day as figures in the manner of one country or another.
    FIGURES = r"^\s*(?P<a>\d{1,2})(?P<by>[/.-])(?P<b>\d{1,2})[/.-](?P<year>\d{4})\s*$";
    /// A day with a time of day behind it.
    MOMENT = r"^(\d{4}-\d{2}-\d{2})[T ]\d";
    TECHNIQUE = r"\b(?:AML\.T\d{4}|T\d{4})(?:\.\d{3})?\b";
    SURE = r"(?i)^(?:confirmed|verified|proven|admitted|convicted|adjudicated|yes)\b";
    CHARGED = r"(?i)\b(?:alleged|allegation|accused|suspected|claimed|charged|indicted|low(?:\s+confidence)?)\b";
    UNSURE = r"(?i)\b(?:reported|unconfirmed|unverified|not\s+verified|rumou?red|pending|under\s+(?:review|investigation)|open)\b";
    DISPUTED = r"(?i)\b(?:disputed|contested|conflicting)\b";
    DENIED = r"(?i)\b(?:denied|refuted|rejected)\b";
}

/// In which order days that are written as figures give day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
    /// The column does not tell.
    Open,
}

/// The order that a column's cells tell: one that can be no month settles it for all.
pub(super) fn order<'w>(cells: impl Iterator<Item = &'w str>) -> Order {
    let (mut day_first, mut month_first) = (false, false);
    for found in cells.filter_map(|words| FIGURES.captures(words)) {
        let beyond = |name: &str| found[name].parse::<u8>().is_ok_and(|number| number > 12);
        day_first |= beyond("a");
        month_first |= beyond("b");
    }
    match (day_first, month_first) {
        (true, false) => Order::DayFirst,
        (false, true) => Order::MonthFirst,
        // "5.3.2026" gives the day first wherever it is written.
        _ => Order::Open,
    }
}

/// Whether a cell says what its column means.
pub(super) fn is_read(words: &str, column: &Column, order: Order) -> bool {
    match column.meaning {
        ColumnMeaning::Count | ColumnMeaning::Amount | ColumnMeaning::Rate => number(words, &column.head).is_some(),
        ColumnMeaning::Date | ColumnMeaning::FirstDay | ColumnMeaning::LastDay | ColumnMeaning::Disclosed => {
            day(words, order).is_some()
        }
        ColumnMeaning::Technique => technique(words).is_some(),
        ColumnMeaning::Certainty => certainty(words).is_some(),
        _ => true,
    }
}

/// The number of a cell, with its bound. The head may give a scale, "(millions)", and say that the numbers are estimates; a cell with a scale
/// of its own below such a head is not read.
pub(super) fn number(words: &str, head: &str) -> Option<Quantity> {
    let (value, bound, scaled) = match NUMBER.captures(words) {
        Some(found) => {
            let digits: String = found["digits"].chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
            let value: Decimal = digits.parse().ok()?;
            let sign = found.name("bound").map_or("", |sign| sign.as_str());
            let bound = match sign {
                ">" => Some(Bound::Above),
                "<" => Some(Bound::Below),
                "≥" | ">=" => Some(Bound::AtLeast),
                "≤" | "<=" => Some(Bound::AtMost),
                "" => found.name("more").map(|_| Bound::AtLeast),
                _ => Some(Bound::About),
            };
            let own = found.name("scale").map_or("", |scale| scale.as_str());
            (value.checked_mul(scale(own)?)?, bound, !own.is_empty())
        }
        // Signs alone that are no number are no figure either: "9,00".
        None if !words.chars().any(char::is_alphabetic) => return None,
        None => {
            let figures = grammar::figures(words);
            let [figure] = figures.as_slice() else { return None };
            let quantity = &figure.what.quantity;
            let bound = quantity.bound.filter(|bound| *bound != Bound::Exact);
            // "About a dozen", "about 9,000": a number in words, or one that is large already, may have its scale in it.
            let scaled = !words.contains(|c: char| c.is_ascii_digit()) || quantity.value >= Decimal::ONE_THOUSAND;
            (quantity.value, bound, scaled)
        }
    };
    let head = head.to_lowercase();
    let of_head = ["thousand", "million", "billion", "trillion"].into_iter().find(|word| head.contains(word));
    let of_head = of_head.or_else(|| (head.contains("'000") || head.contains("(000")).then_some("thousand"));
    if scaled && of_head.is_some() {
        return None;
    }
    let value = value.checked_mul(scale(of_head.unwrap_or(""))?)?;
    let estimated = ["estimate", "est.", "approx", "about", "~"].iter().any(|word| head.contains(word));
    Some(Quantity { value, unit: None, bound: bound.or(estimated.then_some(Bound::About)) })
}

fn scale(word: &str) -> Option<Decimal> {
    let zeros = match word.to_lowercase().as_str() {
        "" => 0,
        "k" | "thousand" => 3,
        "m" | "mn" | "million" => 6,
        "b" | "bn" | "billion" => 9,
        "trillion" => 12,
        _ => return None,
    };
    Some(Decimal::from(10_u64.pow(zeros)))
}

/// Whether a cell is an amount of money or a share, by its own signs.
pub(super) fn figure_kind(words: &str) -> Option<FigureKind> {
    let figures = grammar::figures(words);
    let [figure] = figures.as_slice() else { return None };
    Some(figure.what.kind)
}

/// The day, month, year or span of a cell.
pub(super) fn day(words: &str, order: Order) -> Option<Edtf> {
    let words = words.trim();
    if let Ok(period) = words.parse::<Edtf>() {
        return Some(period);
    }
    if let Some(found) = MOMENT.captures(words) {
        return found[1].parse().ok();
    }
    if let Some(found) = FIGURES.captures(words) {
        let order = if &found["by"] == "." { Order::DayFirst } else { order };
        let (day, month) = match order {
            Order::DayFirst => (&found["a"], &found["b"]),
            Order::MonthFirst => (&found["b"], &found["a"]),
            Order::Open if found["a"] == found["b"] => (&found["a"], &found["b"]),
            Order::Open => return None,
        };
        let (day, month): (u8, u8) = (day.parse().ok()?, month.parse().ok()?);
        return format!("{}-{month:02}-{day:02}", &found["year"]).parse().ok();
    }
    let periods = grammar::periods(words, None);
    let [period] = periods.as_slice() else { return None };
    period.what.edtf
}

/// The first or last day of a span that two cells give.
pub(super) fn date(period: Edtf) -> Option<EdtfDate> {
    match period {
        Edtf::Date(date) => Some(date),
        _ => None,
    }
}

/// The identifier of a technique, where it stands.
pub(super) fn technique(words: &str) -> Option<Range<usize>> {
    TECHNIQUE.find(words).map(|found| found.range())
}

/// How sure a cell says that it is.
pub(super) fn certainty(words: &str) -> Option<Hedge> {
    let words = words.trim();
    let is = |pattern: &regex::Regex| pattern.is_match(words);
    if is(&DENIED) {
        Some(Hedge::Denied)
    } else if is(&DISPUTED) {
        Some(Hedge::Disputed)
    } else if is(&SURE) {
        Some(Hedge::Confirmed)
    } else if is(&CHARGED) {
        Some(Hedge::Alleged)
    } else if is(&UNSURE) {
        Some(Hedge::Reported)
    } else {
        None
    }
}

/// The things that a cell lists, parted by `by` and line ends, each where it stands.
pub(super) fn listed(words: &str, by: &[char]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in words.char_indices().chain([(words.len(), '\n')]) {
        if c == '\n' || by.contains(&c) {
            let part = &words[start..at];
            let from = start + (part.len() - part.trim_start().len());
            let to = from + part.trim().len();
            if from < to {
                found.push(from..to);
            }
            start = at + c.len_utf8().min(words.len() - at);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_their_signs_and_the_scale_of_the_head() {
        let check = |words: &str, head: &str, expect: Option<(&str, Option<Bound>)>| {
            let found = number(words, head).map(|found| (found.value.normalize().to_string(), found.bound));
            assert_eq!(found, expect.map(|(value, bound)| (value.to_owned(), bound)), "{words} under {head}");
        };
        check("24,000", "Accounts", Some(("24000", None)));
        check(" ~24 000 ", "Accounts", Some(("24000", Some(Bound::About))));
        check(">= 5", "Accounts", Some(("5", Some(Bound::AtLeast))));
        check("500+", "Accounts", Some(("500", Some(Bound::AtLeast))));
        check("1.2m", "Exchanges", Some(("1200000", None)));
        check("1.2", "Exchanges (millions)", Some(("1200000", None)));
        check("about 9,000", "Accounts", Some(("9000", Some(Bound::About))));
        check("about 24", "Accounts (thousands)", Some(("24000", Some(Bound::About))));
        check("9,000", "Estimated accounts", Some(("9000", Some(Bound::About))));
        check("$3.5 million", "Loss", Some(("3500000", None)));
        check("12 %", "Share", Some(("12", None)));
        check("9,00", "Accounts", None);
        check("n/a", "Accounts", None);
        check("2 or 3", "Accounts", None);
        // Scaled twice, or once? The cell does not say.
        check("24k", "Accounts (thousands)", None);
        check("about a dozen", "Accounts (thousands)", None);
    }

    #[test]
    fn days_in_figures_are_read_only_where_the_column_tells_their_order() {
        let read = |cells: &[&str]| {
            let order = order(cells.iter().copied());
            cells.iter().map(|cell| day(cell, order).map(|day| day.to_string())).collect::<Vec<_>>()
        };
        let some = |day: &str| Some(day.to_owned());
        assert_eq!(read(&["03/04/2026", "25/04/2026"]), [some("2026-04-03"), some("2026-04-25")]);
        assert_eq!(read(&["03/04/2026", "04/25/2026"]), [some("2026-03-04"), some("2026-04-25")]);
        assert_eq!(read(&["03/04/2026", "05/05/2026"]), [None, some("2026-05-05")]);
        assert_eq!(read(&["3.4.2026"]), [some("2026-04-03")]);
        assert_eq!(
            read(&["2026-04-22T08:00:00Z", "2026-04", "22 April 2026"]),
            [some("2026-04-22"), some("2026-04"), some("2026-04-22")]
        );
        assert_eq!(read(&["soon"]), [None]);
    }

    #[test]
    fn a_list_in_a_cell_is_taken_apart_where_it_stands() {
        let words = " coding;  agents\nvision; ";
        let found: Vec<&str> = listed(words, &[';']).into_iter().map(|range| &words[range]).collect();
        assert_eq!(found, ["coding", "agents", "vision"]);
    }
}
