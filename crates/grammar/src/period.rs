//! Periods: when.
//!
//! A year that is not given stays open (`XXXX`), the day of publication known or not. In a span, one year given serves both ends;
//! where the months run backwards the other end lies in the neighbouring year: "December 20 to January 5, 2026" starts in 2025.

use crate::calendar::{Day, day_at};
use crate::relative::relative_at;
use crate::span::{Span, span_at};
use crate::token::{Token, tokens};
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
/// | last, this, next spring, summer, autumn | March to May and so on, approximately; "last" is the last one that was over |
/// | last, next April | the last one before the month of publication, the next one after it |
/// | early, late last year | that year, approximately |
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
    let End { edtf, relative, next } = end_at(tokens, first, published)?;
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
    let loose =
        at.checked_sub(1).is_some_and(|at| tokens[at].is_one_of(&["around", "about", "approximately", "roughly", "circa"]));
    let edtf: EdtfDate = if loose { edtf.approximate() } else { edtf };
    Some((Read { edtf: Some(Edtf::Date(edtf)), kind, relative }, at, next))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each period as `words = dates`, a question mark for one without dates, `..` for a span.
    fn shown(text: &str, published: Option<&str>) -> String {
        let published: Option<Edtf> = published.map(|date| date.parse().unwrap());
        let found = periods(text, published.as_ref());
        let one = |found: &Found<Period>| {
            let dates = found.what.edtf.map_or("?".to_owned(), |edtf| edtf.to_string());
            let relative = if found.what.resolved_from.is_some() { " (relative)" } else { "" };
            format!("{} = {dates}{relative}", &text[found.range.clone()])
        };
        found.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    fn check(text: &str, expect: &str) {
        assert_eq!(shown(text, None), expect, "{text}");
        assert_eq!(shown(text, Some("2026-06-25")), expect, "the day of publication gives no year: {text}");
    }

    #[test]
    fn windows_are_read_with_both_ends() {
        check("between April 22 and June 5.", "between April 22 and June 5 = XXXX-04-22/XXXX-06-05");
        check("April 22 to June 5", "April 22 to June 5 = XXXX-04-22/XXXX-06-05");
        check("April 22–June 5, 2026", "April 22–June 5, 2026 = 2026-04-22/2026-06-05");
        check("from April 22 through June 5, 2026, it", "from April 22 through June 5, 2026 = 2026-04-22/2026-06-05");
        check("between April and June", "between April and June = XXXX-04/XXXX-06");
        check("from 22 April to 5 June 2026", "from 22 April to 5 June 2026 = 2026-04-22/2026-06-05");
        check(
            "between the 22nd of April and the 5th of June",
            "between the 22nd of April and the 5th of June = XXXX-04-22/XXXX-06-05",
        );
        check("April 22–25, 2026", "April 22–25, 2026 = 2026-04-22/2026-04-25");
        check("22-25 April 2026", "22-25 April 2026 = 2026-04-22/2026-04-25");
        check("between 22 and 25 April", "between 22 and 25 April = XXXX-04-22/XXXX-04-25");
        check("from 2024 to 2026", "from 2024 to 2026 = 2024/2026");
        check("2026-04-22 to 2026-06-05", "2026-04-22 to 2026-06-05 = 2026-04-22/2026-06-05");
        check("between late April 2025 and mid-May 2025", "between late April 2025 and mid-May 2025 = 2025-04~/2025-05~");
        check("between May and July", "between May and July = XXXX-05/XXXX-07");
        check("from March to May", "from March to May = XXXX-03/XXXX-05");
    }

    #[test]
    fn words_may_stand_around_the_ends_of_a_window() {
        for (text, expect) in [
            ("from at least March 2023 until May 2024", "2023-03/2024-05"),
            ("from as early as June 2023 to April 2024", "2023-06/2024-04"),
            ("between approximately September 2023 and November 2024", "2023-09~/2024-11"),
            ("from on or about May 1, 2023 to on or about June 2, 2024", "2023-05-01~/2024-06-02~"),
            ("from late 2023 into early 2024", "2023~/2024~"),
            ("from 2023 to the present", "2023/.."),
            ("from 2022-2024", "2022/2024"),
            ("since at least 2021", "2021/.."),
            ("dating back to June 2021", "2021-06/.."),
            ("through at least April 2024", "../2024-04"),
        ] {
            check(text, &format!("{text} = {expect}"));
        }
        check(
            "It began in October 2023 and continued until August.",
            "in October 2023 and continued until August = 2023-10/2024-08",
        );
        check("starting in March, continuing through May", "in March, continuing through May = XXXX-03/XXXX-05");
        check("spiked on July 24 and 25, 2026, to", "July 24 and 25, 2026 = 2026-07-24/2026-07-25");
        check("in November and December 2025", "November and December 2025 = 2025-11/2025-12");
        check("the first three months of 2025", "the first three months of 2025 = 2025-01/2025-03");
        check("March–June 2025", "March–June 2025 = 2025-03/2025-06");
        check("the first week of July", "the first week of July = XXXX-07-01/XXXX-07-07");
    }

    #[test]
    fn windows_over_the_turn_of_a_year_do_not_fail() {
        assert_eq!(shown("from December 20 to January 5", None), "from December 20 to January 5 = ?");
        let over = "from December 20 to January 5 = 2025-12-20/2026-01-05 (relative)";
        assert_eq!(shown("from December 20 to January 5", Some("2026-06-25")), over);
        check("from December 20 to January 5, 2026", "from December 20 to January 5, 2026 = 2025-12-20/2026-01-05");
        check("from November 2025 to March", "from November 2025 to March = 2025-11/2026-03");
        assert_eq!(periods("December 20 to January 5", None)[0].what.unresolved, Some(Unresolved::CrossesYear));
    }

    #[test]
    fn single_dates_are_read_in_every_order() {
        check("in April", "April = XXXX-04");
        check("in January 2025,", "January 2025 = 2025-01");
        check("on 25 June 2026", "25 June 2026 = 2026-06-25");
        check("25 June 2026", "25 June 2026 = 2026-06-25");
        check("on June 25, 2026,", "June 25, 2026 = 2026-06-25");
        check("Dec. 3, 2024.", "Dec. 3, 2024 = 2024-12-03");
        check("2026-06-25", "2026-06-25 = 2026-06-25");
        check("2026-03-20T00:04:01.000Z", "2026-03-20T00:04:01.000Z = 2026-03-20");
        check("late April 2025", "late April 2025 = 2025-04~");
        check("in early 2026", "early 2026 = 2026~");
        check("in 2024", "2024 = 2024");
        check("Thursday, June 25, 2026", "Thursday, June 25, 2026 = 2026-06-25");
        check("the 3rd of May", "the 3rd of May = XXXX-05-03");
        check("July 1st", "July 1st = XXXX-07-01");
        check("in Q2 2026", "Q2 2026 = 2026-04/2026-06");
        check("the second quarter of 2026", "the second quarter of 2026 = 2026-04/2026-06");
        check("H1 2026", "H1 2026 = 2026-01/2026-06");
        check("in summer 2025", "summer 2025 = 2025-06~/2025-08~");
        check("its November 2025 disclosure", "November 2025 = 2025-11");
        check("13/06/2026", "13/06/2026 = 2026-06-13");
        check("on 13.06.2026", "13.06.2026 = 2026-06-13");
        check("on February ninth", "February ninth = XXXX-02-09");
        check("on March the sixth", "March the sixth = XXXX-03-06");
        check("the third of March", "the third of March = XXXX-03-03");
        check("as recently as May", "May = XXXX-05");
        check("in the first quarter", "the first quarter = XXXX-01/XXXX-03");
    }

    #[test]
    fn open_periods_keep_their_open_end() {
        check("since 2024", "since 2024 = 2024/..");
        check("since July 1.", "since July 1 = XXXX-07-01/..");
        check("until June 2026", "until June 2026 = ../2026-06");
        check("by 2030", "by 2030 = ../2030");
        check("by the end of 2026", "by the end of 2026 = ../2026");
        check("from April onwards", "from April onwards = XXXX-04/..");
        check("It ran from 1 July 2026.", "from 1 July 2026 = 2026-07-01/..");
    }

    #[test]
    fn what_is_no_date_is_left_alone() {
        for text in [
            "It may march on.",
            "Firms May Face Sanctions",
            "May they rest.",
            "They march to 5 beats",
            "28.8 million exchanges",
            "Section 2024",
            "$2026",
            "1,999 accounts",
            "more than 2000 accounts",
            "port 2019",
            "room 2001-B",
        ] {
            check(text, "");
        }
        check("February 30", "February = XXXX-02");
    }

    #[test]
    fn relative_words_count_from_the_day_of_publication() {
        // Published on a Thursday.
        for (text, expect) in [
            ("this week", "2026-06-22/2026-06-28"),
            ("earlier this week", "2026-06-22/2026-06-25"),
            ("last week", "2026-06-15/2026-06-21"),
            ("on Wednesday", "2026-06-24"),
            ("on Thursday", "2026-06-25"),
            ("last Thursday", "2026-06-18"),
            ("next Monday", "2026-06-29"),
            ("Monday's post", "2026-06-22"),
            ("Wednesday morning", "2026-06-24"),
            ("they will vote on Tuesday", "2026-06-30"),
            ("yesterday", "2026-06-24"),
            ("today", "2026-06-25"),
            ("last month", "2026-05"),
            ("this month", "2026-06"),
            ("earlier this year", "2026"),
            ("this year", "2026"),
            ("last year", "2025"),
            ("early last year", "2025~"),
            ("last summer", "2025-06~/2025-08~"),
            ("last April", "2026-04"),
            ("last December", "2025-12"),
            ("two weeks ago", "2026-06-11~"),
            ("three days ago", "2026-06-22"),
            ("two months ago", "2026-04"),
            ("a year ago", "2025"),
            ("over the past 30 days", "2026-05-26/2026-06-25"),
            ("over the past three years", "2023/2026"),
            ("in the past six months", "2025-12/2026-06"),
            ("since early last month", "2026-05~/.."),
            ("until last month", "../2026-05"),
            ("in November last year", "2025-11"),
            ("in November of last year", "2025-11"),
            ("this November", "2026-11"),
            ("the first half of this year", "2026-01/2026-06"),
            ("from Monday to Wednesday", "2026-06-22/2026-06-24"),
            ("between March and last month", "2026-03/2026-05"),
            ("since the start of the year", "2026-01/.."),
            ("over the weekend", "2026-06-20/2026-06-21"),
            ("22h ago", "?"),
            ("five hours ago", "?"),
            ("as soon as Wednesday", "?"),
            ("in recent weeks", "?"),
        ] {
            let with = shown(text, Some("2026-06-25"));
            assert!(with.ends_with(&format!("= {expect} (relative)")), "{text}: {with}");
            let without = shown(text, None);
            assert!(without.ends_with("= ? (relative)"), "{text}: {without}");
        }
        assert_eq!(shown("last month", Some("2026-06")), "last month = 2026-05 (relative)");
        assert_eq!(shown("last year", Some("2026")), "last year = 2025 (relative)");
        assert_eq!(shown("yesterday", Some("2026-06")), "yesterday = ? (relative)");
    }
}
