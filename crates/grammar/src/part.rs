//! Parts of a year, and years that are named by the one of publication: "Q2 2026", "the first week of July", "November of last year".

use crate::calendar::{Lead, day_at, year_after, year_of};
use crate::number::number_at;
use crate::token::Token;
use dossier_model::{Edtf, EdtfDate};
use jiff::Span;
use jiff::civil::Date;

/// "Q2 2026", "the second quarter of 2026", "H1 2026", "summer 2025" as first and last month.
/// "The first week of July" is a part too.
pub(crate) fn part_of_year_at(tokens: &[Token<'_>], at: usize, published: Option<&Edtf>) -> Option<(EdtfDate, EdtfDate, usize)> {
    const ORDINALS: [&str; 4] = ["first", "second", "third", "fourth"];
    let first = if tokens[at].is("the") { at + 1 } else { at };
    let token = tokens.get(first).filter(|token| token.is_word())?;
    let next = tokens.get(first + 1);
    let ordinal = ORDINALS.iter().position(|word| token.is(word)).and_then(|at| i8::try_from(at).ok());
    if let (Some(week), true) = (ordinal, next.is_some_and(|next| next.is("week")))
        && tokens.get(first + 2)?.is("of")
    {
        let month = day_at(tokens, first + 3, Lead::Preposition).filter(|day| !day.to_the_day)?;
        let day = |day| EdtfDate::new(month.edtf.year(), month.edtf.month(), Some(day));
        return Some((day(week * 7 + 1)?, day(week * 7 + 7)?, month.next));
    }
    if let Some(part) = months_of_year(tokens, first) {
        return Some(part);
    }
    let (from, months, after) = match (&*token.lower, ordinal) {
        ("q1" | "q2" | "q3" | "q4", _) => {
            let quarter: i8 = token.lower[1..].parse().ok()?;
            (quarter * 3 - 2, 3, first + 1)
        }
        ("h1", _) => (1, 6, first + 1),
        ("h2", _) => (7, 6, first + 1),
        (_, Some(n)) if next?.is("quarter") => (n * 3 + 1, 3, first + 2),
        (_, Some(n)) if n < 2 && next?.is("half") => (n * 6 + 1, 6, first + 2),
        ("spring", _) => (3, 3, first + 1),
        ("summer", _) => (6, 3, first + 1),
        ("autumn" | "fall", _) => (9, 3, first + 1),
        _ => return None,
    };
    let year = year_after(tokens, after);
    let during = at.checked_sub(1).is_some_and(|at| tokens[at].is_one_of(&["in", "during", "for", "since", "until", "by"]));
    let (year, end) = match year {
        Some((year, end)) => (Some(year), end),
        None if let Some((Some(year), end)) = named_year(tokens, after, published) => (Some(year), end),
        // "in the first quarter" is one, "a third quarter" is not.
        None if ordinal.is_some() && during && first > at => (None, after),
        // Without a year only "Q2" is surely a part of a year.
        None if token.lower.len() == 2 && token.is_capitalised() => (None, after),
        None => return None,
    };
    Some((EdtfDate::new(year, Some(from), None)?, EdtfDate::new(year, Some(from + months - 1), None)?, end))
}

/// "The first three months of 2025", "the last six months of 2024".
fn months_of_year(tokens: &[Token<'_>], at: usize) -> Option<(EdtfDate, EdtfDate, usize)> {
    let last = tokens[at].is_one_of(&["last", "final"]);
    (last || tokens[at].is("first")).then_some(())?;
    let count = crate::number::number_at(tokens, at + 1)?;
    let months = (2..12).find(|months| count.value == dossier_model::Decimal::from(*months))?;
    tokens.get(count.end).filter(|token| token.is("months"))?;
    tokens.get(count.end + 1).filter(|token| token.is("of"))?;
    let year = year_of(tokens.get(count.end + 2)?.stem())?;
    let of = |month| EdtfDate::new(Some(year), Some(month), None);
    let (from, to) = if last { (13 - months, 12) } else { (1, months) };
    Some((of(from)?, of(to)?, count.end + 3))
}

/// The words "(of) this, last, next year" behind a date without a year: the date in that year, and one past the words.
pub(crate) fn year_of_publication(
    tokens: &[Token<'_>],
    date: EdtfDate,
    next: usize,
    published: Option<&Edtf>,
) -> (EdtfDate, bool, usize) {
    match named_year(tokens, next, published) {
        Some((Some(year), end)) if date.year().is_none() => (date.in_year(year), true, end),
        _ => (date, false, next),
    }
}

/// "(of) this year", "last year", "next year", with the year where the day of publication gives it.
fn named_year(tokens: &[Token<'_>], at: usize, published: Option<&Edtf>) -> Option<(Option<i16>, usize)> {
    let at = at + usize::from(tokens.get(at)?.is("of"));
    let off = match &*tokens.get(at)?.lower {
        "this" => 0,
        "last" => -1,
        "next" => 1,
        _ => return None,
    };
    let year = published.and_then(|published| published.end()).and_then(|date| date.year()?.checked_add(off));
    tokens.get(at + 1)?.is("year").then_some((year, at + 2))
}

/// "The year to October 31, 2024", "the six months ended June 30, 2026": up to that day, and one past the last token.
pub(crate) fn stretch_to_at(tokens: &[Token<'_>], at: usize) -> Option<(Edtf, usize)> {
    tokens.get(at).filter(|token| token.is_one_of(&["the", "a"]))?;
    let counted = number_at(tokens, at + 1).filter(|number| number.value.scale() == 0);
    let (months, unit) = match counted {
        Some(number) => (i64::try_from(number.value.mantissa()).ok()?, number.end),
        None => (1, at + 1),
    };
    let months = match &*tokens.get(unit)?.lower {
        "year" | "years" => months.checked_mul(12)?,
        "quarter" => months.checked_mul(3)?,
        "month" | "months" => months,
        _ => return None,
    };
    tokens.get(unit + 1).filter(|token| token.is_one_of(&["to", "ended", "ending", "through"]))?;
    let skip = usize::from(tokens.get(unit + 2)?.is("on"));
    let day = day_at(tokens, unit + 2 + skip, Lead::Preposition).filter(|day| day.to_the_day)?;
    let last = Date::new(day.edtf.year()?, day.edtf.month()?, day.edtf.day()?).ok()?;
    let before = last.tomorrow().ok()?.checked_sub(Span::new().try_months(months).ok()?).ok()?;
    let first = EdtfDate::new(Some(before.year()), Some(before.month()), Some(before.day()))?;
    Some((Edtf::interval(first, day.edtf)?, day.next))
}
