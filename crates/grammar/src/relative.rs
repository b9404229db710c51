//! Dates that count from the day of publication: "yesterday", "last month", "on Wednesday".
//!
//! They resolve only as far as the publication is known: "last month" needs its month, "yesterday" its day, "last year" its year.

use crate::lexicon::{month, weekday};
use crate::number::number_at;
use crate::period::PeriodKind;
use crate::token::{Gap, Token};
use dossier_model::{Edtf, EdtfDate};
use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// A relative period, with its kind and one past its last token; no dates where `published` does not give them.
pub(crate) type Relative = (Option<Edtf>, PeriodKind, usize);

/// The relative period at token `at`.
pub(crate) fn relative_at(tokens: &[Token<'_>], at: usize, published: Option<&Edtf>) -> Option<Relative> {
    let published = Published::of(published);
    let token = &tokens[at];
    if !token.is_word() && !token.is_number() {
        return None;
    }
    named_day(tokens, at, &published)
        .or_else(|| next_day(tokens, at))
        .or_else(|| start_of_year(tokens, at, &published))
        .or_else(|| named_stretch(tokens, at, &published))
        .or_else(|| ago(tokens, at, &published))
        .or_else(|| past_stretch(tokens, at, &published))
        .or_else(|| day_of_week(tokens, at, &published))
}

/// What is known of the publication.
struct Published {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<Date>,
}

impl Published {
    fn of(published: Option<&Edtf>) -> Self {
        let date = match published {
            Some(Edtf::Date(date)) if !date.is_loose() => Some(*date),
            _ => None,
        };
        let year = date.and_then(|date| date.year());
        let month = year.and(date.and_then(|date| date.month()));
        let day = date.and_then(|date| Date::new(year?, month?, date.day()?).ok());
        Self { year, month, day }
    }

    /// The day this far from it.
    fn day_off(&self, span: Span) -> Option<Date> {
        self.day?.checked_add(span).ok()
    }

    /// The month `off` months from its own.
    fn month_off(&self, off: i32) -> Option<Edtf> {
        let months = i32::from(self.year?) * 12 + i32::from(self.month?) - 1 + off;
        let (year, month) = (i16::try_from(months.div_euclid(12)).ok()?, i8::try_from(months.rem_euclid(12) + 1).ok()?);
        Some(Edtf::Date(EdtfDate::new(Some(year), Some(month), None)?))
    }

    /// The year `off` years from its own.
    fn year_off(&self, off: i16) -> Option<Edtf> {
        Some(Edtf::Date(EdtfDate::new(Some(self.year?.checked_add(off)?), None, None)?))
    }
}

fn edtf(day: Date) -> Option<EdtfDate> {
    EdtfDate::new(Some(day.year()), Some(day.month()), Some(day.day()))
}

fn point(day: Option<Date>) -> Option<Edtf> {
    day.and_then(edtf).map(Edtf::Date)
}

fn between(first: Option<Date>, last: Option<Date>) -> Option<Edtf> {
    Edtf::interval(edtf(first?)?, edtf(last?)?)
}

/// "Today", "yesterday", "tomorrow", "this morning": that day.
fn named_day(tokens: &[Token<'_>], at: usize, published: &Published) -> Option<Relative> {
    let mut at = at;
    if tokens[at].is_one_of(&["earlier", "later"]) {
        at += 1;
    }
    let token = tokens.get(at)?;
    let off = match token.stem() {
        "today" | "tonight" => 0,
        "yesterday" => -1,
        "tomorrow" => 1,
        "this" if tokens.get(at + 1)?.is_one_of(&["morning", "afternoon", "evening"]) => {
            return Some((point(published.day), PeriodKind::Point, at + 2));
        }
        _ => return None,
    };
    Some((point(published.day_off(off.days())), PeriodKind::Point, at + 1))
}

/// "The next day": it counts from a day that the text named before, not from that of publication.
fn next_day(tokens: &[Token<'_>], at: usize) -> Option<Relative> {
    let words = tokens[at].is("the")
        && tokens.get(at + 1)?.is_one_of(&["next", "following"])
        && tokens.get(at + 2)?.is("day")
        && !tokens.get(at + 3).is_some_and(|token| token.is("of"));
    words.then_some((None, PeriodKind::Point, at + 3))
}

/// "The start of the year": its first month.
fn start_of_year(tokens: &[Token<'_>], at: usize, published: &Published) -> Option<Relative> {
    let words = tokens[at].is("the")
        && tokens.get(at + 1)?.is_one_of(&["start", "beginning"])
        && tokens.get(at + 2)?.is("of")
        && tokens.get(at + 3)?.is_one_of(&["the", "this"])
        && tokens.get(at + 4)?.is("year");
    let month = published.year.and_then(|year| EdtfDate::new(Some(year), Some(1), None)).map(Edtf::Date);
    words.then_some((month, PeriodKind::Point, at + 5))
}

/// "This week", "earlier this year", "last month", "next quarter", "last summer", "last April".
///
/// A week runs from Monday to Sunday. "Earlier this week" ends on the day of publication, "later this week" starts there; a month or
/// a year stays whole, since what was is before that day anyhow. "Last April" is
/// the last one that was over before the month of publication; "last summer" the last one over before it.
fn named_stretch(tokens: &[Token<'_>], at: usize, published: &Published) -> Option<Relative> {
    // "Early last year": some time in it.
    if tokens.get(at)?.is_one_of(&["early", "late", "mid"]) {
        let (dates, kind, end) = named_stretch(tokens, at + 1, published)
            .filter(|_| !tokens[at + 1].is_one_of(&["earlier", "later", "early", "late", "mid"]))?;
        return Some((dates, kind, end));
    }
    let mut which = at;
    let part = match &*tokens[at].lower {
        "earlier" => Some(Part::Before),
        "later" => Some(Part::After),
        _ => None,
    };
    if part.is_some() {
        which += 1;
        if tokens.get(which)?.is("in") {
            which += 1;
        }
    }
    let off: i16 = match &*tokens.get(which)?.lower {
        "this" | "the" if tokens[which].is("this") || tokens.get(which + 1)?.is("current") => 0,
        "last" | "previous" => -1,
        "next" | "coming" => 1,
        _ => return None,
    };
    let noun = which + if tokens[which].is("the") { 2 } else { 1 };
    let token = tokens.get(noun).filter(|token| token.is_word() && token.gap < Gap::Paragraph)?;
    let end = noun + 1;
    let whole = match token.stem() {
        "week" => published.day_off((i64::from(off) * 7).days()).and_then(|day| {
            let monday = day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok()?;
            between(Some(monday), monday.checked_add(6.days()).ok())
        }),
        "weekend" => published.day_off((i64::from(off) * 7).days()).and_then(|day| {
            let monday = day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok()?;
            // "Last weekend", and "this weekend" said early in a week, leave open which one; only the past one is clear.
            between(monday.checked_add(5.days()).ok(), monday.checked_add(6.days()).ok()).filter(|_| off < 0)
        }),
        "month" => published.month_off(i32::from(off)),
        "year" => published.year_off(off),
        "quarter" => quarter(published, off),
        "spring" => season(published, off, 3),
        "summer" => season(published, off, 6),
        "autumn" | "fall" => season(published, off, 9),
        "winter" => None,
        name if token.is_capitalised() && month(name).is_some_and(|(_, full)| full) => {
            named_month(published, off, month(name)?.0)
        }
        _ => return None,
    };
    let dates = match (whole, part) {
        (whole, None) => whole,
        (Some(whole), Some(part)) if matches!(token.stem(), "week" | "weekend") => part_of(&whole, part, published),
        (Some(whole), Some(_)) => Some(whole),
        (None, Some(_)) => None,
    };
    Some((dates, PeriodKind::Point, end))
}

#[derive(Clone, Copy)]
enum Part {
    Before,
    After,
}

/// The part of `whole` up to the day of publication, or from it on.
fn part_of(whole: &Edtf, part: Part, published: &Published) -> Option<Edtf> {
    let Some(day) = published.day else { return Some(*whole) };
    let (first, last) = whole.days(day.year())?;
    if day < first || last < day {
        return Some(*whole);
    }
    match part {
        Part::Before => between(Some(first), Some(day)),
        Part::After => between(Some(day), Some(last)),
    }
}

fn quarter(published: &Published, off: i16) -> Option<Edtf> {
    let quarters = i32::from(published.year?) * 4 + (i32::from(published.month?) - 1) / 3 + i32::from(off);
    let (year, first) = (i16::try_from(quarters.div_euclid(4)).ok()?, i8::try_from(quarters.rem_euclid(4) * 3 + 1).ok()?);
    Edtf::interval(EdtfDate::new(Some(year), Some(first), None)?, EdtfDate::new(Some(year), Some(first + 2), None)?)
}

/// The three months of the season that starts with month `first`: this year's, the last one over, or the next to begin.
fn season(published: &Published, off: i16, first: i8) -> Option<Edtf> {
    let (year, month) = (published.year?, published.month?);
    let year = match off {
        0 => year,
        off if off < 0 => year - i16::from(month <= first + 2),
        _ => year + i16::from(month >= first),
    };
    let at = |month| EdtfDate::new(Some(year), Some(month), None);
    Edtf::interval(at(first)?, at(first + 2)?)
}

fn named_month(published: &Published, off: i16, named: i8) -> Option<Edtf> {
    let (year, month) = (published.year?, published.month?);
    let year = match off {
        0 => year,
        off if off < 0 => year - i16::from(named >= month),
        _ => year + i16::from(named <= month),
    };
    Some(Edtf::Date(EdtfDate::new(Some(year), Some(named), None)?))
}

/// "Three days ago": that day. "Two weeks ago": about that day. "Two months ago": that month. Hours are finer than a day of
/// publication can carry: they stay open.
fn ago(tokens: &[Token<'_>], at: usize, published: &Published) -> Option<Relative> {
    // "22h ago", "5d ago"
    if let Some(split) = tokens[at].lower.find(|c: char| !c.is_ascii_digit()).filter(|split| *split > 0) {
        let (count, unit) = tokens[at].lower.split_at(split);
        let unit = match unit {
            "h" | "hr" | "hrs" | "m" | "min" | "mins" | "s" => "hours",
            "d" => "days",
            "w" | "wk" => "weeks",
            "mo" => "months",
            "y" | "yr" => "years",
            _ => return None,
        };
        if !tokens.get(at + 1)?.is("ago") {
            return None;
        }
        return Some((back(published, count.parse().ok()?, unit), PeriodKind::Point, at + 2));
    }
    let (count, unit) = if tokens[at].is_one_of(&["a", "an"]) {
        if tokens.get(at + 1)?.is("few") { (None, at + 2) } else { (Some(1), at + 1) }
    } else if tokens[at].is_one_of(&["several", "many"]) {
        (None, at + 1)
    } else {
        let number = number_at(tokens, at)?;
        (Some(i32::try_from(number.value.mantissa()).ok().filter(|_| number.value.scale() == 0)?), number.end)
    };
    let word = tokens.get(unit)?;
    let is_unit = word.is_one_of(UNITS);
    let last = tokens.get(unit + 1)?;
    if !is_unit || !last.is_one_of(&["ago", "earlier", "later"]) {
        return None;
    }
    let dates = if last.is("ago") { count.and_then(|count| back(published, count, &word.lower)) } else { None };
    Some((dates, PeriodKind::Point, unit + 2))
}

const UNITS: &[&str] = &[
    "second", "seconds", "minute", "minutes", "min", "mins", "hour", "hours", "hr", "hrs", "day", "days", "week", "weeks",
    "month", "months", "year", "years",
];

fn back(published: &Published, count: i32, unit: &str) -> Option<Edtf> {
    match unit {
        "day" | "days" => point(published.day_off(Span::new().try_days(-i64::from(count)).ok()?)),
        "week" | "weeks" => {
            let day = published.day_off(Span::new().try_weeks(-i64::from(count)).ok()?)?;
            Some(Edtf::Date(edtf(day)?.approximate()))
        }
        "month" | "months" => published.month_off(count.checked_neg()?),
        "year" | "years" => published.year_off(i16::try_from(count).ok()?.checked_neg()?),
        _ => None,
    }
}

/// "The past 30 days", "the last two weeks": up to the day of publication. "In recent weeks" says no more than that.
fn past_stretch(tokens: &[Token<'_>], at: usize, published: &Published) -> Option<Relative> {
    if tokens[at].is("recent") {
        return tokens.get(at + 1)?.is_one_of(&["days", "weeks", "months", "years"]).then_some((None, PeriodKind::Span, at + 2));
    }
    // "over the weekend"
    if tokens[at].is("the") && tokens.get(at + 1)?.is("weekend") {
        let before = at.checked_sub(1).map(|at| &*tokens[at].lower);
        matches!(before, Some("over" | "during")).then_some(())?;
        let weekend = published.day.and_then(|day| {
            let since = i64::from(day.weekday().to_monday_zero_offset());
            let saturday = day.checked_sub((if since >= 5 { since - 5 } else { since + 2 }).days()).ok()?;
            between(Some(saturday), saturday.checked_add(1.days()).ok())
        });
        return Some((weekend, PeriodKind::Point, at + 2));
    }
    let which = if tokens[at].is("the") { at + 1 } else { at };
    if !tokens.get(which)?.is_one_of(&["past", "last"]) {
        return None;
    }
    let (count, unit) = match number_at(tokens, which + 1) {
        Some(number) => (i64::try_from(number.value.mantissa()).ok().filter(|_| number.value.scale() == 0), number.end),
        None if tokens.get(which + 1)?.is_one_of(&["few", "several"]) => (None, which + 2),
        None if tokens[which].is("past") => (Some(1), which + 1),
        None => return None,
    };
    let word = tokens.get(unit).filter(|word| word.is_one_of(UNITS))?;
    // Months and years are no finer than that.
    let whole = |first: Option<Edtf>, last: Option<Edtf>| Edtf::interval(first?.start()?, last?.start()?);
    if word.is_one_of(&["month", "months", "year", "years"]) {
        let back = count.and_then(|count| i16::try_from(count).ok()?.checked_neg());
        let dates = back.and_then(|back| {
            if word.lower.starts_with('m') {
                whole(published.month_off(i32::from(back)), published.month_off(0))
            } else {
                whole(published.year_off(back), published.year_off(0))
            }
        });
        return Some((dates, PeriodKind::Span, unit + 1));
    }
    let start = count.and_then(|count| {
        let count = i32::try_from(count).ok()?;
        let off = match &*word.lower {
            "day" | "days" => Span::new().try_days(-i64::from(count)).ok()?,
            "week" | "weeks" => Span::new().try_weeks(-i64::from(count)).ok()?,
            _ => return None,
        };
        published.day_off(off)
    });
    Some((between(start, published.day), PeriodKind::Span, unit + 1))
}

/// How far back words of the future are looked for.
const REACH: usize = 12;

/// "On Wednesday": the last one up to the day of publication; after "will", "plans to" and the like the next one from that day on.
/// "Last Wednesday" lies before that day, "next Wednesday" after it. "As soon as Wednesday" and "by Wednesday" leave it open.
fn day_of_week(tokens: &[Token<'_>], at: usize, published: &Published) -> Option<Relative> {
    let which: Option<&str> =
        Some(&*tokens[at].lower).filter(|word| matches!(*word, "last" | "next" | "this" | "past" | "coming"));
    let name = if which.is_some() { at + 1 } else { at };
    let token = tokens.get(name).filter(|token| token.is_capitalised() && (name == at || token.gap < Gap::Paragraph))?;
    let wanted = weekday(token.stem()).filter(|_| token.stem().ends_with("day"))?;
    let mut end = name + 1;
    if tokens.get(end).is_some_and(|token| token.is_one_of(&["morning", "afternoon", "evening", "night"])) {
        end += 1;
    }
    let before = |back: usize| at.checked_sub(back).map(|at| &*tokens[at].lower);
    let soon =
        before(1) == Some("as") && before(2) == Some("soon") || matches!(before(1), Some("by" | "until" | "before" | "through"));
    let sentence = tokens[at.saturating_sub(REACH)..at]
        .iter()
        .rev()
        .take_while(|token| !matches!(token.text, "." | "!" | "?" | ";") && token.gap < Gap::Paragraph);
    let future = sentence.into_iter().any(|token| {
        token.is_one_of(&["will", "plans", "plan", "expected", "scheduled", "set", "due", "intends", "intend", "slated"])
    });
    let dates = published.day.filter(|_| !soon).and_then(|day| {
        let today = day.weekday().to_monday_one_offset();
        let ahead = i64::from((wanted - today).rem_euclid(7));
        let behind = i64::from((today - wanted).rem_euclid(7));
        let off = match which {
            Some("last" | "past") => -if behind == 0 { 7 } else { behind },
            Some("next" | "coming") => {
                if ahead == 0 {
                    7
                } else {
                    ahead
                }
            }
            // The one of the same week.
            Some(_) => i64::from(wanted - today),
            None if future => ahead,
            None => -behind,
        };
        day.checked_add(off.days()).ok()
    });
    Some((point(dates), PeriodKind::Point, end))
}

#[cfg(test)]
#[test]
fn an_open_end_is_no_day_of_publication() {
    let open = Edtf::Interval(dossier_model::Endpoint::Unknown, dossier_model::Endpoint::Open);
    assert!(Published::of(Some(&open)).year.is_none());
}
