//! Numbers that measure nothing: years, sections, versions, times, telephones, list numbers.

use crate::figure::{Draft, FigureKind};
use crate::lexicon::is_function_word;
use crate::number::Form;
use crate::token::{Gap, Token};
use crate::unit::names_itself;
use dossier_model::Decimal;

/// Whether a number is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Excluded {
    Yes,
    No,
}

/// Words that a number after them labels: "Section 7", "page 3", "No. 10".
const LABELS: &[&str] = &[
    "section",
    "sections",
    "sec",
    "article",
    "articles",
    "art",
    "title",
    "titles",
    "part",
    "parts",
    "chapter",
    "chapters",
    "clause",
    "paragraph",
    "paragraphs",
    "para",
    "subsection",
    "subpart",
    "rule",
    "rules",
    "regulation",
    "annex",
    "appendix",
    "schedule",
    "exhibit",
    "exhibits",
    "figure",
    "fig",
    "table",
    "page",
    "pages",
    "pp",
    "p",
    "no",
    "nos",
    "number",
    "version",
    "v",
    "release",
    "phase",
    "step",
    "item",
    "items",
    "vol",
    "volume",
    "issue",
    "line",
    "lines",
    "footnote",
    "note",
    "room",
    "floor",
    "suite",
    "port",
    "ports",
    "level",
    "tier",
    "grade",
    "class",
    "type",
    "category",
    "bates",
    "h.r.",
    "h.r",
    "s",
    "h.j.res.",
    "s.j.res.",
    "e.o.",
    "eo",
    "u.s.c.",
    "u.s.c",
    "usc",
    "c.f.r.",
    "c.f.r",
    "cfr",
    "stat",
    "law",
    "order",
    "act",
    "resolution",
    "docket",
    "case",
    "flight",
    "route",
    "highway",
    "unit",
    "act",
    "box",
    "day",
    "week",
    "chapter",
    "gen",
    "chapter",
    "pub",
    "l",
    "pin",
    "zip",
    "fiscal",
    "fy",
    "age",
    "aged",
    "ages",
    "group",
    "round",
    "model",
    "series",
    "formula",
    "area",
    "zone",
    "iso",
    "rfc",
    "as",
];

/// Words that a number before them belongs to: "50 U.S.C. 1709".
const LAW_BOOKS: &[&str] = &["u.s.c.", "u.s.c", "usc", "c.f.r.", "c.f.r", "cfr", "stat", "fed", "f.3d", "f.2d", "u.s.t."];

/// Words before a number that are capitalised in a headline and yet no name.
const HEADLINE_WORDS: &[&str] =
    &["arrest", "ban", "block", "find", "get", "hit", "face", "target", "sell", "buy", "steal", "make", "take", "new", "fake"];

/// Whether the number of `draft` is no figure. `excluded_before` is one past the last number that was none.
pub(crate) fn excluded(tokens: &[Token<'_>], draft: &Draft, excluded_before: Option<usize>) -> Excluded {
    let yes = match draft.number.form {
        Form::Digits => digits_excluded(tokens, draft, excluded_before),
        Form::Words => words_excluded(tokens, draft),
        Form::Dozen => false,
        // "millions" in "Millions read it" counts nobody in particular, yet it is a figure.
        Form::Vague => false,
    };
    if yes { Excluded::Yes } else { Excluded::No }
}

/// "one of", the pronoun "one", and number words inside names and idioms.
fn words_excluded(tokens: &[Token<'_>], draft: &Draft) -> bool {
    let is_plain =
        draft.bound.is_none() && draft.currency.is_none() && draft.kind == FigureKind::Count && draft.number.scale.is_none();
    if !is_plain {
        return tokens[draft.at].is("one")
            && draft.number.scale.is_none()
            && draft.kind == FigureKind::Count
            && draft.number_end < tokens.len()
            && tokens[draft.number_end].is("of");
    }
    // "Paragraph Nine", "Title Two"
    if tokens[draft.at].is_capitalised() && tokens[draft.at].gap == Gap::Space && labelled(tokens, draft.at) {
        return true;
    }
    if draft.number.value == Decimal::ONE {
        let before = draft.at.checked_sub(1).map(|at| &tokens[at]);
        // "one count of conspiracy" is what somebody is charged with.
        let next = |at: usize, word: &str| tokens.get(at).is_some_and(|next| next.is(word));
        let charge = next(draft.number_end, "count") && next(draft.number_end + 1, "of");
        return !charge && !before.is_some_and(|before| before.is_one_of(&["only", "just"]));
    }
    // "zero-day", "Two Rivers", "Forty Winks" inside a sentence, and bare words without anything to count.
    let name = tokens[draft.at].is_capitalised()
        && draft.at > 0
        && tokens[draft.at].gap == Gap::Space
        && tokens[draft.at - 1].is_word()
        && !tokens[draft.at - 1].is_capitalised()
        && tokens.get(draft.number_end).is_some_and(Token::is_capitalised);
    name || draft.number.value.is_zero()
}

fn digits_excluded(tokens: &[Token<'_>], draft: &Draft, excluded_before: Option<usize>) -> bool {
    let token = &tokens[draft.at];
    let before = draft.at.checked_sub(1).map(|at| &tokens[at]);
    let after = tokens.get(draft.number_end);
    let measured = draft.currency.is_some() || draft.kind == FigureKind::Rate;
    let bare = !measured && draft.number.scale.is_none() && !token.text.contains(',');
    if measured {
        return false;
    }
    if token.text.len() > 1 && token.text.starts_with('0') && !token.text.starts_with("0.") {
        return true;
    }
    // Joined to marks that make it part of something else: times, paths, telephones, tags, scores.
    let joined_before = token.gap == Gap::Joined;
    if let Some(before) = before.filter(|_| joined_before) {
        if matches!(before.text, ":" | "/" | "#" | "_" | "@" | "." | "=" | "§" | "[" | "\\" | "&" | "?" | "^" | "*")
            && !(before.text == "*" && bare && draft.unit.is_some())
        {
            return true;
        }
        // "555-0100", "2026-06": a third part, or a part after letters.
        if before.is_dash() && bare {
            // "396-2" is a vote or a score.
            let higher =
                draft.at >= 2 && crate::number::digits(&tokens[draft.at - 2]).is_some_and(|(high, _)| high > draft.number.value);
            if higher && before.gap == Gap::Joined {
                return true;
            }
            let joins_number = draft.at >= 2 && tokens[draft.at - 2].is_number() && before.gap == Gap::Joined;
            let three =
                joins_number && draft.at >= 4 && tokens[draft.at - 3].is_dash() && tokens[draft.at - 2].gap == Gap::Joined;
            if three || excluded_before == Some(draft.at - 1) {
                return true;
            }
        }
        if before.text == "(" && after.is_some_and(|after| after.text == ")") {
            return true;
        }
        if before.text == "+" && bare {
            return true;
        }
    }
    if let Some(after) = after.filter(|after| after.gap == Gap::Joined) {
        let continues =
            |at: usize| tokens.get(at).is_some_and(|next| next.gap == Gap::Joined && (next.is_number() || next.is_word()));
        if matches!(after.text, ":" | "/" | "_" | "]" | "@") && (continues(draft.number_end + 1) || after.text == "]") {
            return true;
        }
        // The first of three parts: "202-555-0100".
        if after.is_dash() && bare && continues(draft.number_end + 1) && tokens[draft.number_end + 1].is_number() {
            let scaled = crate::number::number_at(tokens, draft.number_end + 1).map(|number| number.value);
            if scaled.is_some_and(|second| second < draft.number.value) {
                return true;
            }
            let third = tokens.get(draft.number_end + 2).is_some_and(|next| next.is_dash() && next.gap == Gap::Joined)
                && tokens.get(draft.number_end + 3).is_some_and(|next| next.is_number() && next.gap == Gap::Joined);
            let leading_zero = tokens[draft.number_end + 1].text.starts_with('0');
            if third || leading_zero {
                return true;
            }
        }
    }
    if before.is_some_and(|before| matches!(before.text, "§" | "#" | "¶")) {
        return true;
    }
    if labelled(tokens, draft.at) {
        return true;
    }
    if after.is_some_and(|after| after.is_one_of(LAW_BOOKS)) {
        return true;
    }
    // "ports 80 and 443", "sections 1, 2 and 3".
    if bare
        && draft.unit.is_none()
        && let (Some(end), Some(before)) = (excluded_before, before)
    {
        let joins = before.is_one_of(&["and", "or", "to", "through"]) || before.is(",") || before.is_dash();
        if end + 1 == draft.at && joins {
            return true;
        }
    }
    if !bare {
        return false;
    }
    // "the top 10 labs" is a rank.
    if before.is_some_and(|before| before.is_one_of(&["top", "bottom"])) {
        return true;
    }
    is_list_number(tokens, draft, after)
        || is_year(draft, token.text)
        || is_age(tokens, draft)
        || is_reading_time(tokens, draft)
        || is_clock(tokens, draft)
        || is_in_name(tokens, draft)
}

/// A label word before it, perhaps with a full stop: "No. 10", "Section 7".
fn labelled(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(mut word) = at.checked_sub(1) else { return false };
    if tokens[word].is(".") && tokens[word].gap == Gap::Joined {
        let Some(before) = word.checked_sub(1) else { return false };
        word = before;
    }
    if tokens[word].is("(") && tokens[at].gap == Gap::Joined {
        return false;
    }
    // "as 12" is no label; the words "as", "class" and the like are labels only when capitalised.
    let token = &tokens[word];
    match &*token.lower {
        "as" | "act" | "law" | "order" | "case" | "group" | "model" | "series" | "class" | "area" | "unit" | "week" | "day"
        | "number" | "issue" | "title" | "note" | "box" | "round" | "l" | "s" => {
            token.is_capitalised()
                || matches!(&*token.lower, "number" | "day" | "class" | "unit" | "title")
                    && tokens[at].gap <= Gap::Space
                    && !tokens[at].text.contains(',')
        }
        _ => token.is_one_of(LABELS),
    }
}

/// "1." or "2)" at the start of a line.
fn is_list_number(tokens: &[Token<'_>], draft: &Draft, after: Option<&Token<'_>>) -> bool {
    tokens[draft.at].gap >= Gap::Line
        && after.is_none_or(|after| {
            matches!(after.text, "." | ")")
                && after.gap == Gap::Joined
                && tokens.get(draft.number_end + 1).is_none_or(|next| next.gap > Gap::Joined)
        })
}

/// Four digits that could be a year, without a bounding word.
fn is_year(draft: &Draft, text: &str) -> bool {
    let year = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) && ("1800".."2101").contains(&text);
    year && draft.bound.is_none()
}

/// ", 45," after a name.
fn is_age(tokens: &[Token<'_>], draft: &Draft) -> bool {
    let comma = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.is(","));
    let name = draft.at.checked_sub(2).is_some_and(|at| tokens[at].is_capitalised());
    name && comma(draft.at.checked_sub(1)) && comma(Some(draft.number_end)) && draft.number.value < Decimal::from(120)
}

/// "5 min read", "4-minute read".
fn is_reading_time(tokens: &[Token<'_>], draft: &Draft) -> bool {
    let mut next = draft.number_end;
    if tokens.get(next).is_some_and(Token::is_dash) {
        next += 1;
    }
    tokens.get(next).is_some_and(|token| token.is_one_of(&["min", "mins", "minute", "minutes"]) || token.is("min-read"))
        && (tokens.get(next + 1).is_some_and(|token| token.is("read")) || tokens[next].is("min-read"))
}

/// "3 p.m.", "11 am", "12.50 Politics" at the start of a line.
fn is_clock(tokens: &[Token<'_>], draft: &Draft) -> bool {
    let stamp = tokens[draft.at].text.split_once('.').is_some_and(|(hour, minute)| {
        minute.len() == 2 && hour.parse().is_ok_and(|hour: u8| hour < 24) && minute.parse().is_ok_and(|minute: u8| minute < 60)
    });
    let starts = tokens[draft.at].gap == Gap::Paragraph && tokens.get(draft.number_end).is_some_and(Token::is_capitalised);
    stamp && starts
        || tokens.get(draft.number_end).is_some_and(|token| {
            token.is_one_of(&["p.m.", "a.m.", "p.m", "a.m", "pm", "am", "o'clock", "gmt", "utc", "est", "ist"])
        })
        || draft.at.checked_sub(1).is_some_and(|at| tokens[at].is("at"))
            && draft.number.value < Decimal::from(25)
            && draft.unit.is_none()
            && tokens.get(draft.number_end).is_some_and(|t| t.is_mark() && !t.is_dash())
}

/// Part of a name: "Opus 4", "Apollo 11", "360 Lantern Systems".
fn is_in_name(tokens: &[Token<'_>], draft: &Draft) -> bool {
    let token = &tokens[draft.at];
    if draft.bound.is_some() || token.text.len() > 5 {
        return false;
    }
    if let Some(before) = draft.at.checked_sub(1).map(|at| &tokens[at]).filter(|_| token.gap == Gap::Space) {
        let lower: &str = &before.lower;
        let verb_like = ["s", "ed", "ing", "ly"].iter().any(|end| lower.ends_with(end)) || HEADLINE_WORDS.contains(&lower);
        if before.is_capitalised()
            && !before.is_possessive()
            && !is_function_word(lower)
            && !verb_like
            && crate::lexicon::month(lower).is_none()
        {
            return true;
        }
    }
    if draft.unit.as_ref().is_some_and(|unit| names_itself(tokens, draft.at, unit)) {
        return true;
    }
    // A number before a capitalised word that nothing plural follows.
    draft.unit.is_none()
        && tokens
            .get(draft.number_end)
            .is_some_and(|next| next.is_capitalised() && next.gap == Gap::Space && !is_function_word(&next.lower))
}
