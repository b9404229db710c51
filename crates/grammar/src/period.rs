//! Periods: when.
//!
//! A year that is not given stays open (`XXXX`), the day of publication known or not. In a span, one year given serves both ends;
//! where the months run backwards the other end lies in the neighbouring year: "December 20 to January 5, 2026" starts in 2025.

use crate::calendar::{Day, day_at};
use crate::relative::relative_at;
use crate::span::{Span, span_at};
use crate::token::{Gap, Token, tokens};
use crate::window::{End, end_at, last_over, window_at};
use crate::{Found, calendar, part};
use dossier_model::{Edtf, EdtfDate, Endpoint};
use std::ops::Range;

/// Whether something lasted or happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PeriodKind {
    /// From one date to another: "between April 22 and June 5", "since 2024".
    Span,
    /// At one date: "in April", "on June 25, 2026", "by June".
    Point,
}

/// Why the words of a period give no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unresolved {
    /// They count from the day of publication, and it is not given, not known as far as they need, or they leave open which
    /// day they mean ("as soon as Wednesday", "22h ago").
    Relative,
    /// The window crosses the turn of a year and gives no year: "December 20 to January 5". EDTF has no interval for it.
    CrossesYear,
}

/// A period as a text has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// The dates; `None` where the words, with the day of publication, do not give them.
    pub edtf: Option<Edtf>,
    /// The relative words that were resolved against the day of publication, or that could not be.
    pub resolved_from: Option<String>,
    /// Why there are no dates, where there are none.
    pub unresolved: Option<Unresolved>,
    /// Whether it lasted or happened.
    pub kind: PeriodKind,
}

/// The periods of `text`, in order.
///
/// Words that count from the day of publication resolve against `published`, only as far as it is known, by these rules:
///
/// | words | dates |
/// |---|---|
/// | today, this morning; yesterday; tomorrow | that day |
/// | (on) Wednesday | the last one up to the day of publication; the next one from it on where "will", "plans to" and the like stand before it |
/// | last, next Wednesday | the last one before that day, the first one after it |
/// | as soon as, by, until Wednesday | open: they do not say which |
/// | this, last, next week | Monday to Sunday |
/// | this, last, next month, quarter, year | that month, quarter, year |
/// | earlier, later this week | the part of it up to the day of publication, or from it on |
/// | earlier, later this month, year | that month, that year |
/// | last, this, next spring, summer, autumn | March to May and so on; "last" is the last one that was over |
/// | last, next April | the last one before the month of publication, the next one after it |
/// | early, late last year | that year |
/// | the year, the six months to October 31, 2024 | those months up to that day |
/// | three days ago; two weeks, months, years ago | that day; about that day, that month, that year |
/// | 22h ago, five minutes ago | open: finer than a day of publication |
/// | over the weekend | Saturday and Sunday up to the day of publication |
/// | November (of) last year, the first half of this year | that part of that year |
/// | the past 30 days, the last two weeks | from then to the day of publication |
/// | the past six months, three years | from that month or year to that of publication |
/// | from December 3 to February 14 | the last such window that was over |
/// | in recent weeks, a few days ago | open |
pub fn periods(text: &str, published: Option<&Edtf>) -> Vec<Found<Period>> {
    let tokens = tokens(text);
    scan(&tokens, published)
        .into_iter()
        .map(|found| {
            let range = tokens[found.range.start].start..tokens[found.range.end - 1].stem_end();
            let Read { edtf, kind, relative } = found.what;
            let why = if relative { Unresolved::Relative } else { Unresolved::CrossesYear };
            let resolved_from = relative.then(|| text[range.clone()].to_owned());
            Found::new(range, Period { edtf, resolved_from, unresolved: edtf.is_none().then_some(why), kind })
        })
        .collect()
}

/// The tokens that periods cover, as ranges of token numbers, in order.
pub(crate) fn places(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    scan(tokens, None).into_iter().map(|found| found.range).collect()
}

/// A period as tokens give it.
struct Read {
    edtf: Option<Edtf>,
    kind: PeriodKind,
    /// Whether it counts from the day of publication.
    relative: bool,
}

fn scan(tokens: &[Token<'_>], published: Option<&Edtf>) -> Vec<Found<Read>> {
    let mut found: Vec<Found<Read>> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let hit = span(tokens, at, published)
            .or_else(|| open_span(tokens, at, published))
            .or_else(|| point(tokens, at, published))
            .or_else(|| {
                let (edtf, kind, end) = relative_at(tokens, at, published)?;
                Some((Read { edtf, kind, relative: true }, at, end))
            });
        match hit {
            Some((read, first, end)) => {
                found.push(Found::new(first..end, read));
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// "Between A and B", "from A to B", "A to B", "A–B", "April 22–25", "July 24 and 25".
fn span(tokens: &[Token<'_>], at: usize, published: Option<&Edtf>) -> Option<(Read, usize, usize)> {
    let lead = &tokens[at];
    let (first, between) = match &*lead.lower {
        "between" => (at + 1, true),
        "from" => (at + 1, false),
        _ => (at, false),
    };
    let led = first > at;
    let kind = PeriodKind::Span;
    if let Some(Span { start, end, next }) = span_at(tokens, first, between, led) {
        let edtf = Edtf::interval(start, end);
        let over = if edtf.is_none() { last_over(start, end, published) } else { None };
        return Some((Read { edtf: edtf.or(over), kind, relative: over.is_some() }, at, next));
    }
    if let Some((edtf, next)) = part::stretch_to_at(tokens, at) {
        return Some((Read { edtf: Some(edtf), kind, relative: false }, at, next));
    }
    let window = window_at(tokens, at, published)?;
    Some((Read { edtf: window.edtf, kind, relative: window.relative }, window.first, window.next))
}

/// "Since 2024", "until June", "by June", "before June 5", "after April 22", "from April on", "dating back to last year".
fn open_span(tokens: &[Token<'_>], at: usize, published: Option<&Edtf>) -> Option<(Read, usize, usize)> {
    let word: &str = &tokens[at].lower;
    let next_is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| token.is_one_of(words));
    // "dating back to June"
    let back = matches!(word, "dating" | "going" | "dates" | "dated" | "goes" | "stretching" | "reaching" | "stretches")
        && (next_is(at + 1, &["to"]) && word.starts_with("dat") || next_is(at + 1, &["back"]) && next_is(at + 2, &["to"]));
    let first = at
        + if !back {
            1
        } else if next_is(at + 1, &["back"]) {
            3
        } else {
            2
        };
    let kind = match word {
        _ if back => PeriodKind::Span,
        "since" | "until" | "till" | "through" | "from" => PeriodKind::Span,
        "by" | "before" | "after" => PeriodKind::Point,
        _ => return None,
    };
    let of_event = || end_at(tokens, first_of_event(tokens, first)?, published).filter(|_| word == "since");
    let End { edtf, relative, next } = end_at(tokens, first, published).or_else(of_event)?;
    // "By Wednesday" and "before last month" leave open which day they mean.
    if relative && kind == PeriodKind::Point {
        return None;
    }
    let read = |edtf: Option<Edtf>| Read { edtf, kind, relative };
    if word == "from" {
        // "from April" alone says no more than April, but "from April on" and "onwards" do.
        let runs = at.checked_sub(1).is_some_and(|at| {
            tokens[at].is_one_of(&["ran", "runs", "run", "running", "active", "operated", "operating", "continued", "lasted"])
        });
        if runs && !relative {
            return Some((read(edtf.and_then(open_end)), at, next));
        }
        if !next_is(next, &["on", "onward", "onwards", "forward"]) {
            return (!relative).then_some((Read { edtf, kind: PeriodKind::Point, relative }, at, next));
        }
        return Some((read(edtf.and_then(open_end)), at, next + 1));
    }
    let opens = back || matches!(word, "since" | "after");
    Some((read(edtf.and_then(if opens { open_end } else { open_start })), at, next))
}

/// Events from which a time is counted: "since its launch in 2019".
const BEGINNINGS: &[&str] = &[
    "creation",
    "inception",
    "launch",
    "founding",
    "foundation",
    "establishment",
    "introduction",
    "start",
    "beginning",
    "release",
    "debut",
    "passage",
    "enactment",
    "adoption",
    "invasion",
    "election",
    "arrest",
    "listing",
    "designation",
    "appointment",
    "merger",
    "acquisition",
    "opening",
    "formation",
    "created",
    "founded",
    "launched",
    "established",
    "introduced",
    "started",
    "began",
    "begun",
    "released",
    "passed",
    "enacted",
    "adopted",
    "opened",
    "formed",
    "listed",
    "designated",
    "sanctioned",
    "blacklisted",
    "elected",
    "arrested",
    "joined",
    "joining",
    "launching",
    "opening",
    "imposed",
    "tightened",
    "took",
    "came",
    "banned",
    "acquired",
    "appointed",
];

/// Where the date stands of the event that the words from token `at` on name: "its creation in 2019", "the rule was adopted in May".
fn first_of_event(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    const REACH: usize = 9;
    let mut begins = false;
    for (offset, token) in tokens.get(at..)?.iter().take(REACH).enumerate() {
        if token.gap == Gap::Paragraph || !(token.is_word() || token.is_number()) {
            return None;
        }
        if begins && token.is_one_of(&["in", "on"]) {
            return Some(at + offset);
        }
        begins |= token.is_one_of(BEGINNINGS);
    }
    None
}

/// From its first date on.
fn open_end(edtf: Edtf) -> Option<Edtf> {
    edtf.start().map(|from| Edtf::Interval(Endpoint::Date(from), Endpoint::Open))
}

/// Up to its last date.
fn open_start(edtf: Edtf) -> Option<Edtf> {
    edtf.end().map(|to| Edtf::Interval(Endpoint::Open, Endpoint::Date(to)))
}

/// "In April", "June 25, 2026", "Q2 2026", "2024", "November of last year".
fn point(tokens: &[Token<'_>], at: usize, published: Option<&Edtf>) -> Option<(Read, usize, usize)> {
    let kind = PeriodKind::Point;
    if let Some((start, end, next)) = part::part_of_year_at(tokens, at, published) {
        // "the first half of this year"
        let relative = tokens[next - 1].is("year");
        return Some((Read { edtf: Edtf::interval(start, end), kind, relative }, at, next));
    }
    let lead = match at.checked_sub(1).map(|at| &tokens[at]) {
        Some(before) if before.is_one_of(calendar::PREPOSITIONS) => calendar::Lead::Preposition,
        _ => calendar::Lead::None,
    };
    let Day { edtf, next, .. } = day_at(tokens, at, lead)?;
    let (edtf, relative, next) = part::year_of_publication(tokens, edtf, next, published);
    // "On or about December 7" is the formula of pleadings.
    let formula = at.checked_sub(2).is_some_and(|at| tokens[at].is("or"));
    let loose = !formula
        && at.checked_sub(1).is_some_and(|at| tokens[at].is_one_of(&["around", "about", "approximately", "roughly", "circa"]));
    let edtf: EdtfDate = if loose { edtf.approximate() } else { edtf };
    Some((Read { edtf: Some(Edtf::Date(edtf)), kind, relative }, at, next))
}

#[cfg(test)]
mod tests;
