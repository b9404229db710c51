//! How far a run of capitalised words goes, and where capitals are only those of a headline or a sentence's start.

use super::is_head;
use crate::gazetteer::{is_given_name, is_place};
use crate::lexicon::bodies::{JOINED, LEADS};
use crate::lexicon::people::TITLES;
use crate::lexicon::speech::SAYING;
use crate::lexicon::{is_function_word, month, weekday};
use crate::party::is_company_form;
use crate::token::{Gap, Token};
use std::collections::BTreeSet;

pub(super) fn can_start(token: &Token<'_>) -> bool {
    // "We'll", "It's"
    let short = token.lower.split_once('\'').is_some_and(|(front, _)| is_function_word(front));
    token.is_capitalised()
        && !short
        && (!is_function_word(token.stem()) || token.text == "US")
        && !(month(token.stem()).is_some_and(|(_, full)| full)
            || weekday(token.stem()).is_some_and(|_| token.stem().ends_with("day")))
}

/// One past the last token of the capitalised sequence at `at`.
pub(super) fn sequence_end(tokens: &[Token<'_>], at: usize, firsts: &[bool]) -> usize {
    let mut end = at + 1;
    let mut has_head = is_head(&tokens[at].lower);
    // "Meridian's", "China-based" end a name; "People's" does not.
    let closes = |token: &Token<'_>| token.compound_end().is_some() || token.is_possessive() && !token.is("people's");
    while end < tokens.len() && !closes(&tokens[end - 1]) && tokens[end].gap < Gap::Paragraph && !firsts[end] {
        let step = step(tokens, end, has_head);
        if step == 0 {
            break;
        }
        has_head |= is_head(&tokens[end].lower);
        end += step;
    }
    end
}

/// By how many tokens a name goes on at token `at`; 0 where it has ended.
fn step(tokens: &[Token<'_>], at: usize, has_head: bool) -> usize {
    let token = &tokens[at];
    let cap = |at: usize| tokens.get(at).is_some_and(|token| can_start(token) && token.gap < Gap::Paragraph);
    if token.is(",") {
        // "Lantern Realty, LLC".
        return if tokens.get(at + 1).is_some_and(|form| form.is_capitalised() && is_company_form(&form.lower)) { 2 } else { 0 };
    }
    let version = token.is_number() && token.gap == Gap::Space && token.text.len() <= 4 && !token.text.contains(',');
    let year = token.text.len() == 4 && token.text.starts_with(['1', '2']);
    let dot = token.is(".") && token.gap == Gap::Joined && is_title_dot(tokens, at, &cap);
    // "Dovre Cloud AS": a form of companies that looks like a function word.
    let form = token.text == "AS" && token.gap == Gap::Space && tokens[at - 1].text.chars().any(char::is_lowercase);
    if cap(at) || form || dot || version && !year && !is_counted(tokens, at) {
        return 1;
    }
    if token.is_one_of(&["of", "for"]) && has_head {
        let the = usize::from(tokens.get(at + 1).is_some_and(|token| token.is("the")));
        return if cap(at + 1 + the) { 2 + the } else { 0 };
    }
    let joined = token.is("and") && tokens[at - 1].is_one_of(JOINED) || token.is("&");
    let particle = token.is_one_of(&["de", "van", "von", "der", "bin", "al", "el", "la", "du", "di", "da"]);
    if (joined || particle) && cap(at + 1) {
        return 2;
    }
    // A nickname inside a name: Dana "Dee" Ruiz.
    let opens = matches!(token.text, "\"" | "“") && token.gap == Gap::Space && cap(at + 1);
    let closes = tokens.get(at + 2).is_some_and(|close| matches!(close.text, "\"" | "”"));
    if opens && closes && cap(at + 3) && tokens[at + 3].gap == Gap::Space { 4 } else { 0 }
}

/// A number that counts what follows is no part of a name: "Halden 25 accounts".
fn is_counted(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| next.is("%") || next.is_one_of(&["million", "billion", "percent"]))
        || crate::unit::unit_at(tokens, at + 1, false).is_some()
}

/// Whether a full stop belongs to a title, an initial or a company's form inside a name.
fn is_title_dot(tokens: &[Token<'_>], dot: usize, cap: &dyn Fn(usize) -> bool) -> bool {
    let before = &tokens[dot - 1];
    is_company_form(&before.lower)
        || cap(dot + 1) && tokens[dot + 1].gap == Gap::Space && crate::party::is_short_form(&before.lower)
}

pub(super) fn starts_sentence(tokens: &[Token<'_>], at: usize, starts: &BTreeSet<usize>) -> bool {
    if starts.contains(&tokens[at].start) || tokens[at].gap == Gap::Paragraph {
        return true;
    }
    // After an opening quotation mark, a colon, an item's mark.
    at > 0
        && (matches!(tokens[at - 1].text, ":" | "•" | "→" | "*" | "#" | "|")
            || matches!(tokens[at - 1].text, "“" | "\"" | "‘" | "(" | "[")
                && tokens[at].gap == Gap::Joined
                && (at == 1 || tokens[at - 2].is_mark() || starts.contains(&tokens[at - 1].start)))
}

/// Which tokens stand in a line that capitalises nearly every word.
pub(super) fn headlines(tokens: &[Token<'_>], starts: &BTreeSet<usize>) -> Vec<bool> {
    let mut marked = vec![false; tokens.len()];
    let mut from = 0;
    while from < tokens.len() {
        let mut end = from + 1;
        while end < tokens.len()
            && tokens[end].gap != Gap::Paragraph
            && !(tokens[end].gap == Gap::Line && starts.contains(&tokens[end].start))
            && !(starts.contains(&tokens[end].start))
        {
            end += 1;
        }
        let long = |token: &&Token<'_>| token.is_word() && token.lower.len() >= 4;
        let words = tokens[from..end].iter().filter(long).count();
        let capitalised = tokens[from..end].iter().filter(long).filter(|token| token.is_capitalised()).count();
        let stops = tokens[from..end].iter().rev().find(|token| !token.is_quote_mark()).is_some_and(|token| token.is("."));
        let title = if words >= 4 {
            capitalised * 10 > words * 8
        } else {
            words >= 2 && capitalised == words && (from, end) != (0, tokens.len())
        };
        if title && tokens[from].is_capitalised() && !stops {
            marked[from..end].fill(true);
        }
        from = end;
    }
    marked
}

/// Whether the first word of a sentence looks like a name by itself or by what follows.
pub(super) fn looks_like_name(tokens: &[Token<'_>], at: usize, end: usize, lower: &BTreeSet<&str>) -> bool {
    const COMMON_ENDS: &[&str] = &[
        "tion", "sion", "ment", "ness", "ity", "ing", "ly", "ed", "ers", "ors", "ists", "ies", "ance", "ence", "ship", "ism",
        "ians", "ments", "tions",
    ];
    let token = &tokens[at];
    let stem = token.stem();
    if is_place(stem) || is_given_name(stem) || TITLES.contains(&stem) {
        return true;
    }
    if lower.contains(stem) || COMMON_ENDS.iter().any(|suffix| stem.ends_with(suffix)) {
        return false;
    }
    if LEADS.contains(&stem) {
        return false;
    }
    if end - at > 1 && tokens[at + 1].is_capitalised() {
        // "Meridian Works": two capitals in a row; a common word would not be followed by one, but for "Tennessee Republican".
        return true;
    }
    if stem.ends_with('s') && !token.is_possessive() && !stem.ends_with("ss") {
        return false;
    }
    let Some(next) = tokens.get(at + 1) else { return false };
    // "Halden on Tuesday said".
    let on_a_day = next.is("on")
        && tokens.get(at + 2).is_some_and(|day| weekday(&day.lower).is_some())
        && tokens.get(at + 3).is_some_and(|verb| verb.is_one_of(SAYING) || verb.lower.ends_with("ed"));
    on_a_day
        || token.is_possessive()
        || next.is_one_of(SAYING)
        || next.is_one_of(&[
            "has",
            "was",
            "is",
            "had",
            "allegedly",
            "also",
            "and",
            "then",
            "used",
            "ran",
            "operated",
            "created",
            "generated",
            "sued",
            "sues",
            "sent",
            "accused",
            "accuses",
            "blamed",
            "blames",
            "filed",
            "announced",
            "disclosed",
            "named",
            "identified",
            "detected",
            "stole",
            "denied",
            "asked",
            "published",
            "documented",
            "traced",
            "observed",
            "released",
            "shared",
        ])
}
