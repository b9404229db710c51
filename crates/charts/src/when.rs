//! Periods on a calendar: the days that each end can be, and the year where the source gives none.
//!
//! A year that no words give is never stated: it is inferred, in this order, from the dates of the fact's own sources (the last such
//! days before publication), from dated facts of the same origin, from the one year of all dated facts; and marked. Where several years
//! remain, the period is placed in the most frequent one and marked "year not stated".

use crate::words::capital;
use dossier_model::{Case, ClaimKind, Edtf, EdtfDate, Endpoint, Fact, OriginId, SourceId};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Where a year comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum YearFrom {
    /// From the period itself.
    Stated,
    /// From other dated things.
    Inferred,
    /// From nothing: it is only a place on the axis.
    Nothing,
}

/// The days that an end can be.
pub(crate) type Days = (Date, Date);

/// A period on the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct When {
    /// When it starts; `None` where that is open or not known.
    pub(crate) start: Option<Days>,
    /// When it ends; `None` where that is open or not known.
    pub(crate) end: Option<Days>,
    /// Whether it is one point in time.
    pub(crate) is_point: bool,
    /// Where its year comes from.
    pub(crate) year: YearFrom,
}

impl When {
    /// The first and the last day it can touch, as far as they are known.
    pub(crate) fn reach(&self) -> Option<Days> {
        let first = self.start.or(self.end)?.0;
        let last = self.end.or(self.start)?.1;
        Some((first, last))
    }
}

const ANY_YEAR: i16 = 2000;

/// What is known of years in a case.
pub(crate) struct Years {
    published: BTreeMap<SourceId, EdtfDate>,
    by_origin: BTreeMap<OriginId, BTreeSet<i16>>,
    all: BTreeMap<i16, usize>,
}

impl Years {
    pub(crate) fn of(case: &Case) -> Self {
        let published = case.sources.iter().filter_map(|source| Some((source.id, source.published?.end()?))).collect();
        let mut by_origin: BTreeMap<OriginId, BTreeSet<i16>> = BTreeMap::new();
        let mut all = BTreeMap::new();
        let tells = |fact: &&Fact| !matches!(fact.kind, ClaimKind::Market | ClaimKind::Opinion | ClaimKind::Forecast);
        for fact in case.facts.iter().filter(tells) {
            if let Some(year) = fact.period.and_then(|period| period.year()) {
                for origin in &fact.origins {
                    by_origin.entry(*origin).or_default().insert(year);
                }
                *all.entry(year).or_default() += 1;
            }
        }
        Self { published, by_origin, all }
    }

    /// The fact's period on the calendar.
    pub(crate) fn place(&self, case: &Case, fact: &Fact) -> Option<When> {
        let period = fact.period?;
        let (year, from) = match period.year() {
            Some(year) => (year, YearFrom::Stated),
            None => self.infer(case, fact, &period),
        };
        let days = |end: Endpoint| match end {
            Endpoint::Date(date) => date.days(year).map(Some),
            Endpoint::Open | Endpoint::Unknown => Some(None),
        };
        match period {
            Edtf::Date(date) => {
                let days = date.days(year)?;
                Some(When { start: Some(days), end: Some(days), is_point: true, year: from })
            }
            Edtf::Interval(start, end) => Some(When { start: days(start)?, end: days(end)?, is_point: false, year: from }),
        }
    }

    fn infer(&self, case: &Case, fact: &Fact, period: &Edtf) -> (i16, YearFrom) {
        let mut published: BTreeSet<i16> = BTreeSet::new();
        for claim in case.claims_of(fact) {
            if let Some(date) = self.published.get(&claim.source)
                && let Some(year) = date.year()
            {
                // A report tells of what was: the last such days before it came out.
                let starts_before =
                    matches!((period.days(year), date.days(year)), (Some((start, _)), Some((_, out))) if start <= out);
                published.insert(if starts_before { year } else { year - 1 });
            }
        }
        if let Some(year) = only(&published) {
            return (year, YearFrom::Inferred);
        }
        let of_origin: BTreeSet<i16> =
            fact.origins.iter().filter_map(|origin| self.by_origin.get(origin)).flatten().copied().collect();
        if let Some(year) = only(&of_origin) {
            return (year, YearFrom::Inferred);
        }
        let all: BTreeSet<i16> = self.all.keys().copied().collect();
        match (only(&all), self.all.iter().max_by_key(|(year, count)| (**count, **year))) {
            (Some(year), _) => (year, YearFrom::Inferred),
            (None, Some((year, _))) => (*year, YearFrom::Nothing),
            (None, None) => (ANY_YEAR, YearFrom::Nothing),
        }
    }

    /// Whether any fact gives a year.
    pub(crate) fn any(&self) -> bool {
        !self.all.is_empty()
    }
}

fn only(years: &BTreeSet<i16>) -> Option<i16> {
    years.first().copied().filter(|_| years.len() == 1)
}

pub(crate) const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// The name of a month.
pub(crate) fn month(month: i8) -> &'static str {
    MONTHS.get(usize::from(month.unsigned_abs()).wrapping_sub(1)).copied().unwrap_or("")
}

/// A period in words with the year's standing: "April 22 to June 5 (year not stated)".
pub(crate) fn spell(period: &Edtf, when: &When) -> String {
    let words = match period {
        Edtf::Date(date) => spell_date(date),
        Edtf::Interval(Endpoint::Date(start), Endpoint::Date(end)) if start.year() == end.year() => {
            let start =
                EdtfDate::new(None, start.month(), start.day()).map_or_else(|| spell_date(start), |bare| loose(start, &bare));
            format!("{start} to {}", spell_date(end))
        }
        Edtf::Interval(Endpoint::Date(start), Endpoint::Date(end)) => format!("{} to {}", spell_date(start), spell_date(end)),
        Edtf::Interval(Endpoint::Date(start), Endpoint::Open) => format!("from {}", spell_date(start)),
        Edtf::Interval(Endpoint::Date(start), Endpoint::Unknown) => format!("{}, end not known", spell_date(start)),
        Edtf::Interval(_, Endpoint::Date(end)) => format!("until {}", spell_date(end)),
        Edtf::Interval(..) => String::new(),
    };
    match (when.year, when.reach()) {
        (YearFrom::Inferred, Some((first, _))) => format!("{words} (year inferred: {})", first.year()),
        (YearFrom::Inferred | YearFrom::Nothing, _) => format!("{words} (year not stated)"),
        (YearFrom::Stated, _) => words,
    }
}

/// The same for a label beside the axis, which shows the year: "Apr 22 – Jun 5".
pub(crate) fn brief(period: &Edtf) -> String {
    let date = |date: &EdtfDate| match (date.month(), date.day(), date.year()) {
        (Some(of), Some(day), _) => format!("{} {day}", month(of).get(..3).unwrap_or_default()),
        (Some(of), None, _) => month(of).to_owned(),
        (None, _, Some(year)) => year.to_string(),
        (None, _, None) => String::new(),
    };
    match period {
        Edtf::Date(of) => date(of),
        Edtf::Interval(Endpoint::Date(start), Endpoint::Date(end)) => format!("{} – {}", date(start), date(end)),
        Edtf::Interval(Endpoint::Date(start), _) => format!("from {}", date(start)),
        Edtf::Interval(_, Endpoint::Date(end)) => format!("until {}", date(end)),
        Edtf::Interval(..) => String::new(),
    }
}

fn loose(of: &EdtfDate, bare: &EdtfDate) -> String {
    let words = spell_date(bare);
    if of.is_loose() && !words.starts_with("about ") { format!("about {words}") } else { words }
}

fn spell_date(date: &EdtfDate) -> String {
    let about = if date.is_loose() { "about " } else { "" };
    let words = match (date.month().map(month), date.day(), date.year()) {
        (Some(month), Some(day), Some(year)) => format!("{month} {day}, {year}"),
        (Some(month), Some(day), None) => format!("{month} {day}"),
        (Some(month), None, Some(year)) => format!("{month} {year}"),
        (Some(month), None, None) => month.to_owned(),
        (None, _, year) => year.map(|year| year.to_string()).unwrap_or_default(),
    };
    format!("{about}{words}")
}

/// A sentence's start.
pub(crate) fn spell_capital(period: &Edtf, when: &When) -> String {
    capital(&spell(period, when))
}
