//! The axis: days to places, and where its marks stand.

use super::item::Item;
use crate::pen::WIDTH;
use crate::when::{YearFrom, month};
use jiff::civil::Date;

/// The left edge of the plot; the lanes' names stand before it.
pub(crate) const LEFT: f64 = 96.0;
/// Its right edge.
pub(crate) const RIGHT: f64 = WIDTH;

/// A mark on the axis.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mark {
    pub(crate) x: f64,
    pub(crate) label: String,
    /// Whether a year starts here.
    pub(crate) is_year: bool,
}

/// The days of a chart, from the first of a month to the end of one.
#[derive(Debug)]
pub(crate) struct Axis {
    first: Date,
    days: f64,
    pub(crate) marks: Vec<Mark>,
    /// What must be known of its years.
    pub(crate) note: Option<&'static str>,
}

impl Axis {
    pub(crate) fn over(items: &[Item<'_>], any_year: bool) -> Self {
        let reaches = items.iter().filter_map(|item| item.when.reach());
        let (from, to) = reaches.reduce(|(a, b), (c, d)| (a.min(c), b.max(d))).unwrap_or((Date::MIN, Date::MIN));
        let first = from.first_of_month();
        // At least two months, so that a single day does not fill the sheet.
        let least = first.saturating_add(jiff::Span::new().months(1)).last_of_month();
        let last = to.last_of_month().max(least);
        let days = f64::from(between(first, last) + 1);
        let shows_years = any_year || items.iter().any(|item| item.when.year != YearFrom::Nothing);
        let has = |year| items.iter().any(|item| item.when.year == year);
        let note = match (has(YearFrom::Inferred), has(YearFrom::Nothing)) {
            (_, true) if !shows_years => Some("The sources state no year."),
            (_, true) => Some("Where a label says so, no year is stated and the place on the axis is only a place."),
            (true, false) => Some("Where a label says so, the year is inferred from dated sources."),
            (false, false) => None,
        };
        let mut axis = Self { first, days, marks: Vec::new(), note };
        axis.marks = axis.marks(last, shows_years);
        axis
    }

    /// The place of a day's start.
    pub(crate) fn start_of(&self, day: Date) -> f64 {
        LEFT + f64::from(between(self.first, day)).clamp(0.0, self.days) / self.days * (RIGHT - LEFT)
    }

    /// The place of a day's end.
    pub(crate) fn end_of(&self, day: Date) -> f64 {
        LEFT + (f64::from(between(self.first, day)) + 1.0).clamp(0.0, self.days) / self.days * (RIGHT - LEFT)
    }

    fn marks(&self, last: Date, shows_years: bool) -> Vec<Mark> {
        let months = (i32::from(last.year()) - i32::from(self.first.year())) * 12 + i32::from(last.month())
            - i32::from(self.first.month())
            + 1;
        // A month's name needs some forty units.
        let step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200]
            .into_iter()
            .find(|step| (RIGHT - LEFT) / f64::from(months) * f64::from(*step) >= 40.0);
        let step = step.unwrap_or(2400);
        let mut marks = Vec::new();
        let mut first = self.first;
        while first <= last {
            let months_on = i32::from(first.year()) * 12 + i32::from(first.month()) - 1;
            if step == 1 || months_on % step == 0 || marks.is_empty() {
                let is_year = first.month() == 1 || marks.is_empty();
                let name = month(first.month()).get(..3).unwrap_or_default();
                let label = match (shows_years, is_year, step >= 12) {
                    (true, _, true) => first.year().to_string(),
                    (true, true, false) => format!("{name} {}", first.year()),
                    (true, false, false) | (false, _, _) => name.to_owned(),
                };
                let x = self.start_of(first);
                // A mark that would stand on the one before it is left out, unless a year starts with it.
                let crowds =
                    marks.last().is_some_and(|before: &Mark| x - before.x < 30.0 || (before.is_year && x - before.x < 52.0));
                if !crowds {
                    marks.push(Mark { x, label, is_year: is_year && first.month() == 1 });
                }
            }
            let next = first.saturating_add(jiff::Span::new().months(1));
            if next <= first {
                break;
            }
            first = next;
        }
        marks
    }
}

fn between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
