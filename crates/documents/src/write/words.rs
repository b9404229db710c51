//! Values in words: figures with their bounds, dates with what is open about them, lists. Wording never says more than the value.

use dossier_model::{Bound, Decimal, Edtf, EdtfDate, Endpoint, Quantity, spelled};

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// A figure with its bound and unit: `nearly 25,000 accounts`, `thousands of accounts`, `more than $3 million`, `1 account`.
pub fn quantity(quantity: &Quantity) -> String {
    let unit = quantity.unit.as_deref().unwrap_or("");
    if quantity.bound == Some(Bound::Vague)
        && let Some(scale) = vague(quantity.value)
    {
        return match unit {
            "" => scale.trim_end_matches(" of").to_owned(),
            "USD" => format!("{scale} dollars"),
            unit => format!("{scale} {unit}"),
        };
    }
    let bound = match quantity.bound {
        None => "",
        Some(Bound::Exact) if Quantity::is_unrounded_count(quantity.value) => "",
        Some(Bound::Exact) => "exactly ",
        Some(Bound::About | Bound::Vague) => "approximately ",
        Some(Bound::Below) => "nearly ",
        Some(Bound::Above) => "more than ",
        Some(Bound::AtLeast) => "at least ",
        Some(Bound::AtMost) => "at most ",
    };
    let number = spelled(quantity.value);
    match unit {
        "" => format!("{bound}{number}"),
        "USD" => format!("{bound}${number}"),
        unit if quantity.value == Decimal::ONE => format!("{bound}{number} {}", singular(unit)),
        unit => format!("{bound}{number} {unit}"),
    }
}

/// The words for a scale, where `floor` is one.
fn vague(floor: Decimal) -> Option<&'static str> {
    let words = [
        (10_i64, "dozens of"),
        (12, "dozens of"),
        (100, "hundreds of"),
        (1_000, "thousands of"),
        (10_000, "tens of thousands of"),
        (100_000, "hundreds of thousands of"),
        (1_000_000, "millions of"),
        (10_000_000, "tens of millions of"),
        (100_000_000, "hundreds of millions of"),
        (1_000_000_000, "billions of"),
        (10_000_000_000, "tens of billions of"),
        (100_000_000_000, "hundreds of billions of"),
        (1_000_000_000_000, "trillions of"),
    ];
    words.into_iter().find_map(|(scale, words)| (Decimal::from(scale) == floor).then_some(words))
}

/// A whole number in words up to nine, in digits from ten.
pub(crate) fn small(n: usize) -> String {
    const WORDS: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    WORDS.get(n).map_or_else(|| spelled(Decimal::from(n)), |word| (*word).to_owned())
}

/// `one report`, `five reports`.
pub(crate) fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", small(n), if n == 1 { one } else { many })
}

/// The singular of an English plural, by its ending.
pub(crate) fn singular(plural: &str) -> String {
    if let Some(stem) = plural.strip_suffix("ies") {
        return format!("{stem}y");
    }
    for ending in ["sses", "xes", "ches", "shes"] {
        if let Some(stem) = plural.strip_suffix(ending) {
            return format!("{stem}{}", ending.trim_end_matches("es"));
        }
    }
    match plural.strip_suffix('s') {
        Some(stem) if !stem.ends_with('s') && !stem.is_empty() => stem.to_owned(),
        _ => plural.to_owned(),
    }
}

/// A calendar day: `June 25, 2026`.
pub(crate) fn day(date: jiff::civil::Date) -> String {
    let month = usize::try_from(date.month() - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or("");
    format!("{month} {}, {}", date.day(), date.year())
}

fn month_name(date: &EdtfDate) -> Option<&'static str> {
    let at = usize::try_from(date.month()? - 1).ok()?;
    MONTHS.get(at).copied()
}

/// A date without its year: `April 22`, `April`; a bare year is the year.
fn without_year(date: &EdtfDate) -> String {
    match (month_name(date), date.day(), date.year()) {
        (Some(month), Some(day), _) => format!("{month} {day}"),
        (Some(month), None, _) => month.to_owned(),
        (None, _, Some(year)) => year.to_string(),
        (None, _, None) => String::new(),
    }
}

/// One date: `April 22, 2026`, `April 2026`, `2026`; where the year is open, `April 22`.
fn one(date: &EdtfDate) -> String {
    let plain = without_year(date);
    match (date.year(), date.month(), date.day()) {
        (Some(year), Some(_), Some(_)) => format!("{plain}, {year}"),
        (Some(year), Some(_), None) => format!("{plain} {year}"),
        _ => plain,
    }
}

/// Both ends of an interval joined by `join`, the year said once where both share it.
fn both(start: &EdtfDate, end: &EdtfDate, join: &str) -> String {
    if start.year().is_some() && start.year() != end.year() && end.year().is_some() || start.month().is_none() {
        format!("{} {join} {}", one(start), one(end))
    } else {
        format!("{} {join} {}", without_year(start), one(&end.in_year_of(start)))
    }
}

trait InYearOf {
    fn in_year_of(&self, other: &EdtfDate) -> EdtfDate;
}

impl InYearOf for EdtfDate {
    fn in_year_of(&self, other: &EdtfDate) -> EdtfDate {
        other.year().map_or(*self, |year| self.in_year(year))
    }
}

/// What stands after dates whose year is open, a space before it; else nothing.
pub(crate) fn open_year(period: &Edtf) -> &'static str {
    if period.year().is_none() { " (year not stated)" } else { "" }
}

/// The dates alone: `April 22 to June 5, 2026`, `June 25, 2026`, `from June 2026`. The year, where it is open, is left to
/// [`open_year`].
pub(crate) fn dates(period: &Edtf) -> String {
    let loose = |date: &EdtfDate| if date.is_loose() { "about " } else { "" };
    match period {
        Edtf::Date(date) => format!("{}{}", loose(date), one(date)),
        Edtf::Interval(Endpoint::Date(start), Endpoint::Date(end)) => both(start, end, "to"),
        Edtf::Interval(Endpoint::Date(start), _) => format!("from {}", one(start)),
        Edtf::Interval(_, Endpoint::Date(end)) => format!("until {}", one(end)),
        Edtf::Interval(..) => "an unknown time".to_owned(),
    }
}

/// The preposition and the dates: `on June 25, 2026`, `in June`, `between April 22 and June 5`.
pub(crate) fn when(period: &Edtf) -> (&'static str, String) {
    match period {
        Edtf::Date(date) if date.is_loose() => ("", dates(period)),
        Edtf::Date(date) if date.day().is_some() => ("on ", one(date)),
        Edtf::Date(date) => ("in ", one(date)),
        Edtf::Interval(Endpoint::Date(start), Endpoint::Date(end)) => ("between ", both(start, end, "and")),
        Edtf::Interval(..) => ("", dates(period)),
    }
}

/// The day on which a source was published, for a citation: `June 25, 2026`, or `undated`.
pub(crate) fn published(date: Option<&Edtf>) -> String {
    date.map_or_else(|| "undated".to_owned(), |date| format!("{}{}", dates(date), open_year(date)))
}

/// `A`, `A and B`, `A, B, and C`.
pub(crate) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
    }
}

/// `text` with its first letter in upper case.
pub(crate) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// How many words a text has.
pub(crate) fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_an_editor_would_write_them() {
        let check = |value: &str, bound, unit: &str, expect: &str| {
            let figure = Quantity { value: value.parse().unwrap(), unit: Some(unit.into()), bound };
            assert_eq!(quantity(&figure), expect);
        };
        check("25000", Some(Bound::Below), "accounts", "nearly 25,000 accounts");
        check("25000", Some(Bound::About), "accounts", "approximately 25,000 accounts");
        check("28800000", None, "exchanges", "28.8 million exchanges");
        check("28800000", Some(Bound::Above), "exchanges", "more than 28.8 million exchanges");
        check("1000", Some(Bound::Vague), "accounts", "thousands of accounts");
        check("100000000000", Some(Bound::Vague), "USD", "hundreds of billions of dollars");
        check("589000000000", None, "USD", "$589 billion");
        check("1", Some(Bound::AtLeast), "queries", "at least 1 query");
        check("28812345", None, "proxies", "28,812,345 proxies");
        check("99.1", Some(Bound::Exact), "percent", "exactly 99.1 percent");
    }

    #[test]
    fn dates_say_what_is_open() {
        let check = |edtf: &str, expect: &str| {
            let edtf: Edtf = edtf.parse().unwrap();
            let (preposition, words) = when(&edtf);
            assert_eq!(format!("{preposition}{words}{}", open_year(&edtf)), expect);
        };
        check("XXXX-04-22/XXXX-06-05", "between April 22 and June 5 (year not stated)");
        check("2026-04-22/2026-06-05", "between April 22 and June 5, 2026");
        check("2025-12-22/2026-01-05", "between December 22, 2025 and January 5, 2026");
        check("2026-04/2026-06", "between April and June 2026");
        check("2026-06-25", "on June 25, 2026");
        check("2026-06", "in June 2026");
        check("2026", "in 2026");
        check("2026-06/..", "from June 2026");
        check("2026-06~", "about June 2026");
    }

    #[test]
    fn lists_and_singulars() {
        let list = |items: &[&str]| list(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>());
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a and b");
        assert_eq!(list(&["a", "b", "c"]), "a, b, and c");
        assert_eq!(
            [singular("queries"), singular("accounts"), singular("proxies"), singular("access")],
            ["query", "account", "proxy", "access"].map(str::to_owned)
        );
    }
}
