//! Windows between two dates that stand close together: "April 22 to June 5", "22–25 April 2026", "November and December 2025".

use crate::calendar::{Day, Lead, PREPOSITIONS, day_at, day_first, day_of_month, month_first, year_after, year_of};
use crate::lexicon::month;
use crate::token::{Gap, Token};
use dossier_model::{Edtf, EdtfDate};

/// A window and where it ends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    pub(crate) start: EdtfDate,
    pub(crate) end: EdtfDate,
    pub(crate) next: usize,
}

/// The window at token `at`: two dates with "to", "through", "until", a dash, or after "between" with "and".
pub(crate) fn span_at(tokens: &[Token<'_>], at: usize, between: bool, led: bool) -> Option<Span> {
    // "March–June": a month beside another is no verb.
    let month_at = |at: usize| tokens.get(at).is_some_and(|token| token.is_capitalised() && month(&token.lower).is_some());
    let lead = if led || month_at(at) && month_at(at + 2) { Lead::Preposition } else { Lead::None };
    days_of_one_month(tokens, at, between)
        .or_else(|| years_at(tokens, at))
        .or_else(|| two_days(tokens, at, between))
        .or_else(|| two_months(tokens, at, between))
        .or_else(|| {
            let start = day_at(tokens, at, lead)?;
            let join = tokens.get(start.next)?;
            let mut next = start.next + 1;
            let joins = if between {
                join.is("and")
            } else {
                join.is_one_of(&["to", "through", "until", "till", "thru"]) || join.is_dash() || join.is_arrow()
            };
            if !joins || join.gap == Gap::Paragraph {
                return None;
            }
            // "up to and including June 5"
            if tokens.get(next)?.is_one_of(&["the"])
                && !tokens.get(next + 1)?.is_number()
                && !tokens.get(next + 1)?.text.starts_with(|c: char| c.is_ascii_digit())
            {
                next += 1;
            }
            let end = day_at(tokens, next, Lead::Preposition).or_else(|| {
                // "April 22–25"
                let (day, next) = day_of_month(tokens, next).filter(|_| tokens[next].gap < Gap::Paragraph)?;
                let edtf = EdtfDate::new(None, start.edtf.month(), Some(day))
                    .filter(|_| start.to_the_day && start.edtf.year().is_none())?;
                let (year, next) = year_after(tokens, next).map_or((None, next), |(year, next)| (Some(year), next));
                Some(Day { edtf: year.map_or(edtf, |year| edtf.in_year(year)), next, to_the_day: true })
            })?;
            // "2024 to 2026" needs a lead; "25 June to 2026" is not a window.
            let (start, end) = (start.edtf, end);
            if start.month().is_none() != end.edtf.month().is_none() {
                return None;
            }
            let (from, to) = with_years(start, end.edtf);
            Some(Span { start: from, end: to, next: end.next })
        })
}

/// The interval of two dates, each with the year that the other gives it.
pub(crate) fn interval(start: EdtfDate, end: EdtfDate) -> Option<Edtf> {
    let (start, end) = with_years(start, end);
    Edtf::interval(start, end)
}

/// "2022-2024", "2022–24" after a preposition.
fn years_at(tokens: &[Token<'_>], at: usize) -> Option<Span> {
    let [first, dash, last] = tokens.get(at..at + 3)? else { return None };
    let joined = dash.is_dash() && dash.gap == Gap::Joined && last.gap == Gap::Joined;
    let ends = tokens.get(at + 3).is_none_or(|next| next.gap > Gap::Joined || !next.is_dash());
    let led = at.checked_sub(1).is_some_and(|at| tokens[at].is_one_of(PREPOSITIONS) || tokens[at].is("("));
    let from = year_of(first.text).filter(|_| joined && ends && led)?;
    let to = match last.text.len() {
        2 if last.is_number() => from / 100 * 100 + last.text.parse::<i16>().ok()?,
        _ => year_of(last.text)?,
    };
    let year = |year| EdtfDate::new(Some(year), None, None);
    (from < to).then_some(Span { start: year(from)?, end: year(to)?, next: at + 3 })
}

/// "July 24 and 25, 2026": days that follow each other.
fn two_days(tokens: &[Token<'_>], at: usize, between: bool) -> Option<Span> {
    let start = month_first(tokens, at, Lead::None).filter(|day| day.to_the_day && day.edtf.year().is_none() && !between)?;
    tokens.get(start.next).filter(|token| token.is("and"))?;
    let (day, after) = day_of_month(tokens, start.next + 1).filter(|_| tokens[start.next + 1].gap < Gap::Paragraph)?;
    // "March 3 and 40 accounts" counts accounts, "March 3 and 4 accounts" too.
    let counted = tokens.get(after).is_some_and(|token| token.is_word() && !crate::lexicon::is_function_word(&token.lower));
    let (year, next) = year_after(tokens, after).map_or((None, after), |(year, next)| (Some(year), next));
    let end = EdtfDate::new(year, start.edtf.month(), Some(day)).filter(|_| !counted)?;
    let first = year.map_or(start.edtf, |year| start.edtf.in_year(year));
    (start.edtf.day()? + 1 == day).then_some(Span { start: first, end, next })
}

/// "November and December 2025": months that follow each other.
fn two_months(tokens: &[Token<'_>], at: usize, between: bool) -> Option<Span> {
    let (first, full) = month(&tokens.get(at).filter(|token| token.is_capitalised() && !between)?.lower)?;
    let (second, both) = month(&tokens.get(at + 2).filter(|token| token.is_capitalised())?.lower)?;
    let day = day_of_month(tokens, at + 3).is_some();
    if !full || !both || day || !tokens[at + 1].is("and") || first + 1 != second {
        return None;
    }
    let (year, next) = year_after(tokens, at + 3).map_or((None, at + 3), |(year, next)| (Some(year), next));
    let of = |month| EdtfDate::new(year, Some(month), None);
    Some(Span { start: of(first)?, end: of(second)?, next })
}

/// "22–25 April 2026", "between 22 and 25 April".
fn days_of_one_month(tokens: &[Token<'_>], at: usize, between: bool) -> Option<Span> {
    let (first, join) = day_of_month(tokens, at)?;
    let token = tokens.get(join)?;
    let joins = if between { token.is("and") } else { token.is("to") || token.is_dash() || token.is_arrow() };
    if !joins {
        return None;
    }
    let end = day_first(tokens, join + 1)?;
    let start = EdtfDate::new(end.edtf.year(), end.edtf.month(), Some(first))?;
    Some(Span { start, end: end.edtf, next: end.next })
}

/// Both ends with their years: one year given serves both, the neighbouring one where the months run backwards.
fn with_years(start: EdtfDate, end: EdtfDate) -> (EdtfDate, EdtfDate) {
    let key = |date: EdtfDate| (date.month(), date.day().filter(|_| start.day().is_some() && end.day().is_some()));
    let backwards = key(start) > key(end);
    match (start.year(), end.year()) {
        (None, Some(year)) => (start.in_year(if backwards { year - 1 } else { year }), end),
        (Some(year), None) => (start, end.in_year(if backwards { year + 1 } else { year })),
        _ => (start, end),
    }
}
