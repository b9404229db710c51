//! Dates that name their month, year or day: "June 25, 2026", "late April 2025", "Q2 2026", and the windows between two.

use crate::lexicon::{month, weekday};
use crate::token::{Gap, Token};
use dossier_model::{Edtf, EdtfDate};

/// A date and where it ends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Day {
    pub(crate) edtf: EdtfDate,
    /// One past its last token.
    pub(crate) next: usize,
    /// Whether it is known to the day.
    pub(crate) to_the_day: bool,
}

/// A window and where it ends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Span {
    pub(crate) start: EdtfDate,
    pub(crate) end: EdtfDate,
    pub(crate) next: usize,
}

/// What stands before a date: after a preposition "May", "March" and a bare year are dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lead {
    Preposition,
    None,
}

/// Words after which a bare month or year is a date.
pub(crate) const PREPOSITIONS: &[&str] = &[
    "in",
    "since",
    "by",
    "during",
    "of",
    "until",
    "till",
    "before",
    "after",
    "from",
    "through",
    "throughout",
    "on",
    "last",
    "this",
    "next",
    "early",
    "late",
    "mid",
    "between",
    "and",
    "to",
    "around",
    "about",
    "circa",
    "as",
    "at",
];

const LOOSE: &[&str] = &["early", "late", "mid", "mid-to-late", "early-to-mid"];

/// The date at token `at`.
pub(crate) fn day_at(tokens: &[Token<'_>], at: usize, lead: Lead) -> Option<Day> {
    let token = tokens.get(at)?;
    // "Thursday, June 25": the weekday belongs to the date.
    if token.is_capitalised() && weekday(&token.lower).is_some() {
        let skip = if tokens.get(at + 1)?.is(",") { 2 } else { 1 };
        return day_at(tokens, at + skip, lead).filter(|day| day.to_the_day);
    }
    if token.is_one_of(LOOSE) {
        let skip = if tokens.get(at + 1)?.is_dash() { 2 } else { 1 };
        return day_at(tokens, at + skip, Lead::Preposition).filter(|day| !day.to_the_day).map(loosely);
    }
    if let Some((lead_word, rest)) = token.lower.split_once('-')
        && LOOSE.contains(&lead_word)
    {
        if let Some((number, _)) = month(rest) {
            let (year, next) = year_after(tokens, at + 1).map_or((None, at + 1), |(year, next)| (Some(year), next));
            return Some(loosely(Day { edtf: EdtfDate::new(year, Some(number), None)?, next, to_the_day: false }));
        }
        if let Some(year) = year_of(rest) {
            return Some(loosely(Day { edtf: EdtfDate::new(Some(year), None, None)?, next: at + 1, to_the_day: false }));
        }
    }
    iso_at(tokens, at)
        .or_else(|| dotted_at(tokens, at))
        .or_else(|| slashed_at(tokens, at))
        .or_else(|| month_first(tokens, at, lead))
        .or_else(|| day_first(tokens, at))
        .or_else(|| bare_year(tokens, at, lead))
}

fn loosely(day: Day) -> Day {
    Day { edtf: day.edtf.approximate(), ..day }
}

/// `2026-06-25`, `2026-06-25T10:00:00Z`, `2026/06/25`.
fn iso_at(tokens: &[Token<'_>], at: usize) -> Option<Day> {
    let year = year_of(tokens[at].text)?;
    let part = |mark: usize| -> Option<i8> {
        let (dash, number) = (tokens.get(mark)?, tokens.get(mark + 1)?);
        let joined =
            dash.gap == Gap::Joined && number.gap == Gap::Joined && (dash.text == "-" || dash.text == "/" || dash.text == "‑");
        let digits = number.text.get(..2).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()))?;
        let rest = &number.text[2..];
        (joined && (rest.is_empty() || rest.starts_with('T'))).then(|| digits.parse().ok())?
    };
    let month = part(at + 1)?;
    let Some(day) = part(at + 3) else {
        let more = tokens.get(at + 3).is_some_and(|token| token.gap == Gap::Joined && (token.is_dash() || token.is("/")));
        return if more || tokens[at + 1].text == "/" {
            None
        } else {
            Some(Day { edtf: EdtfDate::new(Some(year), Some(month), None)?, next: at + 3, to_the_day: false })
        };
    };
    let mut next = at + 5;
    // The time of day.
    if tokens[at + 4].text.contains('T') {
        while tokens.get(next).is_some_and(|token| {
            token.gap == Gap::Joined
                && (token.text == ":" || token.is_number() || token.is_word() || token.text == "+" || token.text == "-")
        }) {
            next += 1;
        }
    }
    Some(Day { edtf: EdtfDate::new(Some(year), Some(month), Some(day))?, next, to_the_day: true })
}

/// `13.06.2026`: the day stands first.
fn dotted_at(tokens: &[Token<'_>], at: usize) -> Option<Day> {
    let mut parts = tokens.get(at)?.text.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, year_of(parts.next()?)?);
    let edtf = EdtfDate::new(Some(year), Some(month.parse().ok()?), Some(day.parse().ok()?))?;
    parts.next().is_none().then_some(Day { edtf, next: at + 1, to_the_day: true })
}

/// `13/06/2026`, where only one order is possible.
fn slashed_at(tokens: &[Token<'_>], at: usize) -> Option<Day> {
    let [first, slash, second, slash2, last] = tokens.get(at..at + 5)? else { return None };
    let joined =
        [slash, second, slash2, last].iter().all(|token| token.gap == Gap::Joined) && slash.text == "/" && slash2.text == "/";
    let (a, b): (i8, i8) = (first.text.parse().ok()?, second.text.parse().ok()?);
    let year = year_of(last.text)?;
    let (day, month) = match (a, b) {
        (13..=31, 1..=12) => (a, b),
        (1..=12, 13..=31) => (b, a),
        _ if a == b => (a, b),
        _ => return None,
    };
    if !joined {
        return None;
    }
    Some(Day { edtf: EdtfDate::new(Some(year), Some(month), Some(day))?, next: at + 5, to_the_day: true })
}

/// "June 25, 2026", "Dec. 3", "June 2026", "June".
fn month_first(tokens: &[Token<'_>], at: usize, lead: Lead) -> Option<Day> {
    let token = tokens.get(at)?;
    let (number, full) = month(token.stem())?;
    if !token.is_capitalised() {
        return None;
    }
    let mut next = at + 1;
    if !full && tokens.get(next).is_some_and(|dot| dot.is(".") && dot.gap == Gap::Joined) {
        next += 1;
    }
    // "March the sixth"
    if let (Some(the), Some((day, after))) = (tokens.get(next).filter(|token| token.is("the")), day_of_month(tokens, next + 1))
        && the.gap < Gap::Paragraph
        && !tokens[next + 1].is_number()
        && let Some(edtf) = EdtfDate::new(None, Some(number), Some(day))
    {
        return Some(Day { edtf, next: after, to_the_day: true });
    }
    // "June 25": the number is a day, unless it is a year, or counts something ("April 28.8 million").
    if let Some((day, after)) = day_of_month(tokens, next).filter(|_| !token.is_possessive() && tokens[next].gap < Gap::Paragraph)
    {
        let (year, end) = year_after(tokens, after).map_or((None, after), |(year, end)| (Some(year), end));
        if let Some(edtf) = EdtfDate::new(year, Some(number), Some(day)) {
            return Some(Day { edtf, next: end, to_the_day: true });
        }
    }
    if let Some((year, end)) = year_after(tokens, next).filter(|_| !token.is_possessive()) {
        return Some(Day { edtf: EdtfDate::new(Some(year), Some(number), None)?, next: end, to_the_day: false });
    }
    // A short form alone, and "May" and "March" without a preposition, are names or verbs.
    let is_verb = matches!(&*token.lower, "may" | "march");
    if !full || is_verb && lead == Lead::None {
        return None;
    }
    Some(Day { edtf: EdtfDate::new(None, Some(number), None)?, next, to_the_day: false })
}

/// "25 June 2026", "the 25th of June".
fn day_first(tokens: &[Token<'_>], at: usize) -> Option<Day> {
    let first = if tokens.get(at)?.is("the") { at + 1 } else { at };
    let (day, mut next) = day_of_month(tokens, first)?;
    if tokens.get(next)?.is("of") {
        next += 1;
    }
    let word = tokens.get(next).filter(|word| word.is_capitalised() && word.gap < Gap::Paragraph)?;
    let (number, full) = month(word.stem())?;
    next += 1;
    if !full
        && tokens
            .get(next)
            .is_some_and(|dot| dot.is(".") && dot.gap == Gap::Joined && tokens.get(next + 1).is_some_and(Token::is_number))
    {
        next += 1;
    }
    let (year, next) = year_after(tokens, next).map_or((None, next), |(year, next)| (Some(year), next));
    Some(Day { edtf: EdtfDate::new(year, Some(number), Some(day))?, next, to_the_day: true })
}

/// "first" to "thirty-first".
fn ordinal_day(lower: &str) -> Option<i8> {
    const ORDINALS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    let place = |word: &str| ORDINALS.iter().position(|ordinal| *ordinal == word).and_then(|at| i8::try_from(at + 1).ok());
    match lower.split_once('-') {
        Some(("twenty", unit)) => place(unit).filter(|unit| *unit < 10).map(|unit| 20 + unit),
        Some(("thirty", "first")) => Some(31),
        Some(_) => None,
        None if lower == "thirtieth" => Some(30),
        None => place(lower),
    }
}

/// A day of a month: "25", "25th", "ninth", not the start of a bigger number.
fn day_of_month(tokens: &[Token<'_>], at: usize) -> Option<(i8, usize)> {
    let token = tokens.get(at)?;
    if let Some(day) = ordinal_day(&token.lower) {
        let part = tokens.get(at + 1).is_some_and(|next| next.is_one_of(&["quarter", "half", "week", "time", "day", "year"]));
        return (!part).then_some((day, at + 1));
    }
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| token.lower.strip_suffix(end)).unwrap_or(&token.lower);
    if digits.len() > 2 || digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let day: i8 = digits.parse().ok().filter(|day| (1..=31).contains(day))?;
    let next = tokens.get(at + 1);
    let bigger = next.is_some_and(|next| {
        crate::number::scale_word(&next.lower).is_some()
            || next.is("percent")
            || next.is("%")
            || next.is(":") && next.gap == Gap::Joined
    });
    let money = at.checked_sub(1).is_some_and(|at| matches!(tokens[at].text, "$" | "€" | "£"));
    (!bigger && !money).then_some((day, at + 1))
}

/// A year after a month or a day: " 2026", ", 2026", " of 2026".
fn year_after(tokens: &[Token<'_>], at: usize) -> Option<(i16, usize)> {
    let token = tokens.get(at)?;
    let at = if token.is(",") || token.is("of") { at + 1 } else { at };
    let token = tokens.get(at).filter(|token| token.gap < Gap::Paragraph)?;
    let year = year_of(token.stem())?;
    // "April 22, 2000 accounts"
    Some((year, at + 1))
}

/// Four digits between 1800 and 2100.
fn year_of(text: &str) -> Option<i16> {
    if text.len() != 4 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().filter(|year| (1800..=2100).contains(year))
}

/// A year alone: after a preposition, or where nothing makes it a number of something.
fn bare_year(tokens: &[Token<'_>], at: usize, lead: Lead) -> Option<Day> {
    let token = &tokens[at];
    let year = year_of(token.stem())?;
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    let after = tokens.get(at + 1);
    let joined_before = token.gap == Gap::Joined
        && before.is_some_and(|before| !matches!(before.text, "(" | "“" | "\"" | "‘" | "[") && !before.is_dash());
    let joined_after = after
        .is_some_and(|after| after.gap == Gap::Joined && matches!(after.text, "/" | "-" | ":" | "_" | "%" | "+"))
        && tokens.get(at + 2).is_some_and(|next| next.gap == Gap::Joined);
    let measured = after.is_some_and(|after| {
        crate::number::scale_word(&after.lower).is_some() || after.is_one_of(&["percent", "dollars", "euros"]) || after.is("%")
    });
    let money = before.is_some_and(|before| matches!(before.text, "$" | "€" | "£" | "¥" | "#" | "§"));
    if joined_before && lead == Lead::None || joined_after || measured || money {
        return None;
    }
    let edtf = EdtfDate::new(Some(year), None, None)?;
    if lead == Lead::None {
        // "Section 2024", "port 2019", "Halden 2000", "than 2000 accounts"
        let (Some(before), true) = (before, (1990..=2049).contains(&year)) else { return None };
        let follows_text = before.is_word() && token.gap == Gap::Space;
        let named = before.is_capitalised() && month(&before.lower).is_none() && !crate::lexicon::is_function_word(&before.lower);
        let counted = before.is_one_of(&[
            "than",
            "least",
            "most",
            "nearly",
            "almost",
            "approximately",
            "over",
            "roughly",
            "some",
            "port",
            "section",
            "room",
            "up",
            "article",
            "rule",
            "page",
            "no",
        ]);
        let bracketed = before.text == "(";
        let alone = follows_text && !named && !counted;
        if !bracketed && !alone {
            return None;
        }
    }
    Some(Day { edtf, next: at + 1, to_the_day: false })
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
                join.is_one_of(&["to", "through", "until", "till", "thru"]) || join.is_dash()
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
    let joins = if between { token.is("and") } else { token.is("to") || token.is_dash() };
    if !joins {
        return None;
    }
    let end = day_first(tokens, join + 1)?;
    let start = EdtfDate::new(end.edtf.year(), end.edtf.month(), Some(first))?;
    Some(Span { start, end: end.edtf, next: end.next })
}

/// The interval of two dates, each with the year that the other gives it.
pub(crate) fn interval(start: EdtfDate, end: EdtfDate) -> Option<Edtf> {
    let (start, end) = with_years(start, end);
    Edtf::interval(start, end)
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

/// "Q2 2026", "the second quarter of 2026", "H1 2026", "summer 2025" as first and last month. A season is approximate.
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
    let (from, months, after, loose) = match (&*token.lower, ordinal) {
        ("q1" | "q2" | "q3" | "q4", _) => {
            let quarter: i8 = token.lower[1..].parse().ok()?;
            (quarter * 3 - 2, 3, first + 1, false)
        }
        ("h1", _) => (1, 6, first + 1, false),
        ("h2", _) => (7, 6, first + 1, false),
        (_, Some(n)) if next?.is("quarter") => (n * 3 + 1, 3, first + 2, false),
        (_, Some(n)) if n < 2 && next?.is("half") => (n * 6 + 1, 6, first + 2, false),
        ("spring", _) => (3, 3, first + 1, true),
        ("summer", _) => (6, 3, first + 1, true),
        ("autumn" | "fall", _) => (9, 3, first + 1, true),
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
    let (start, last) = (EdtfDate::new(year, Some(from), None)?, EdtfDate::new(year, Some(from + months - 1), None)?);
    Some(if loose { (start.approximate(), last.approximate(), end) } else { (start, last, end) })
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
