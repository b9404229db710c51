//! Dates that name their month, year or day: "June 25, 2026", "late April 2025", "the 3rd of May".

use crate::lexicon::{month, weekday};
use crate::token::{Gap, Token};
use dossier_model::EdtfDate;

/// A date and where it ends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Day {
    pub(crate) edtf: EdtfDate,
    /// One past its last token.
    pub(crate) next: usize,
    /// Whether it is known to the day.
    pub(crate) to_the_day: bool,
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

/// Words that say where in a month or year something was: it lies within it, so the date stays what it is.
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
        return day_at(tokens, at + skip, Lead::Preposition).filter(|day| !day.to_the_day);
    }
    if let Some((lead_word, rest)) = token.lower.split_once('-')
        && LOOSE.contains(&lead_word)
    {
        if let Some((number, _)) = month(rest) {
            let (year, next) = year_after(tokens, at + 1).map_or((None, at + 1), |(year, next)| (Some(year), next));
            return Some(Day { edtf: EdtfDate::new(year, Some(number), None)?, next, to_the_day: false });
        }
        if let Some(year) = year_of(rest) {
            return Some(Day { edtf: EdtfDate::new(Some(year), None, None)?, next: at + 1, to_the_day: false });
        }
    }
    iso_at(tokens, at)
        .or_else(|| dotted_at(tokens, at))
        .or_else(|| slashed_at(tokens, at))
        .or_else(|| month_first(tokens, at, lead))
        .or_else(|| day_first(tokens, at))
        .or_else(|| bare_year(tokens, at, lead))
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

/// `13.06.2026`, `2026.06.13`: the month stands in the middle.
fn dotted_at(tokens: &[Token<'_>], at: usize) -> Option<Day> {
    let mut parts = tokens.get(at)?.text.split('.');
    let (first, month, last) = (parts.next()?, parts.next()?, parts.next()?);
    let (day, year) = match year_of(first) {
        Some(year) => (last, year),
        None => (first, year_of(last)?),
    };
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
pub(crate) fn month_first(tokens: &[Token<'_>], at: usize, lead: Lead) -> Option<Day> {
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
pub(crate) fn day_first(tokens: &[Token<'_>], at: usize) -> Option<Day> {
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
pub(crate) fn day_of_month(tokens: &[Token<'_>], at: usize) -> Option<(i8, usize)> {
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
            || next.is(":") && next.gap == Gap::Joined && tokens.get(at + 2).is_some_and(|token| token.gap == Gap::Joined)
    });
    let money = at.checked_sub(1).is_some_and(|at| matches!(tokens[at].text, "$" | "€" | "£"));
    (!bigger && !money).then_some((day, at + 1))
}

/// A year after a month or a day: " 2026", ", 2026", " of 2026".
pub(crate) fn year_after(tokens: &[Token<'_>], at: usize) -> Option<(i16, usize)> {
    let token = tokens.get(at)?;
    let at = if token.is(",") || token.is("of") { at + 1 } else { at };
    let token = tokens.get(at).filter(|token| token.gap < Gap::Paragraph)?;
    let year = year_of(token.stem())?;
    // "April 22, 2000 accounts"
    Some((year, at + 1))
}

/// Four digits between 1800 and 2100.
pub(crate) fn year_of(text: &str) -> Option<i16> {
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
