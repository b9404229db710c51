//! The words that may be the subject of a deed.

use super::lists::DESCRIBES;
use super::phrase::starts_verb;
use crate::lexicon::is_function_word;
use crate::lexicon::speech::SAYING;
use crate::lexicon::verbs::VerbForm;
use crate::lexicon::verbs::verb;
use crate::token::Gap;
use crate::token::Token;
use std::ops::Range;

/// Words before "which" that make it no subject.
const PREPOSITIONS: &[&str] = &["in", "by", "through", "during", "under", "for", "from", "to", "with", "of", "at", "on", "after"];

/// The noun phrase that ends before the token `group`, in bytes.
pub(super) fn noun_before(tokens: &[Token<'_>], group: usize) -> Range<usize> {
    let mut first = group;
    while first > 0 && group - first < 7 {
        let token = &tokens[first - 1];
        let ends = !(token.is_word() || token.is_number())
            || is_function_word(&token.lower) && !token.is_one_of(&["the", "these", "those", "two", "three", "four", "five"])
            || tokens[first].gap >= Gap::Line && first < group;
        if ends {
            break;
        }
        first -= 1;
    }
    if first == group {
        return tokens[group].start..tokens[group].start;
    }
    tokens[first].start..tokens[group - 1].end
}

/// Whether words between commas tell a deed of their own, so that they are no aside: "Meridian opened accounts, ran them, ...".
pub(super) fn tells(words: &[Token<'_>]) -> bool {
    let relative = words.first().is_some_and(|first| first.is_one_of(&["which", "who", "whose", "a", "an", "the"]));
    !relative && words.iter().skip(1).any(|token| matches!(verb(&token.lower), Some((_, _, VerbForm::Past))))
}

/// Whether a finite verb stands in the words before `at`, back to the last mark.
pub(super) fn is_told_before(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[..at].iter().rev().take(14).take_while(|token| !token.is_mark()).any(|token| {
        matches!(verb(&token.lower), Some((_, _, VerbForm::Past)))
            || token.is_one_of(SAYING)
            || token.is_one_of(&["is", "was", "were", "are", "has", "had", "have"])
    })
}

/// Whether a word of speech at `at` describes the noun behind it: "a confirmed case", "two reported breaches".
fn described(tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    before.is_none_or(|before| {
        before.is_mark()
            || before.is_number()
            || is_function_word(&before.lower)
                && !before.is_one_of(&["who", "that", "it", "they", "he", "she", "also", "has", "have", "had"])
    }) && tokens[at].is_one_of(&[
        "determined",
        "noted",
        "suspected",
        "estimated",
        "confirmed",
        "reported",
        "reports",
        "estimates",
        "notes",
    ])
}

/// The words from the start of the clause to the verb group at `group`, in bytes.
pub(super) fn subject_before(tokens: &[Token<'_>], group: usize) -> Range<usize> {
    let shared = |at: usize| {
        let at = tokens.get(at).map_or(0, |token| token.start);
        at..at
    };
    if group > 0
        && (tokens[group - 1].is_one_of(&["and", "or", "then", "but"])
            || tokens[group].is_one_of(&["then", "later"]) && tokens[group - 1].is_mark())
    {
        return shared(group);
    }
    // "with proof they had infiltrated", "three campaigns that tried": the pronoun alone.
    let before = group - usize::from(group > 0);
    let contracted = |token: &Token<'_>| {
        token.lower.split_once('\'').is_some_and(|(word, _)| ["he", "she", "they", "it", "we", "i", "who"].contains(&word))
    };
    if group > 0
        && (tokens[before].is_one_of(&["he", "she", "they", "it", "we", "i", "who", "which", "that"])
            || contracted(&tokens[before]))
        && tokens[group].gap < Gap::Line
    {
        return tokens[before].range();
    }
    let mut first = group;
    // "Meridian, which runs Tern, stole": step over one aside.
    let mut reach = group;
    if group > 1
        && tokens[group - 1].is(",")
        && let Some(comma) =
            (group.saturating_sub(25)..group - 1).rev().find(|at| tokens[*at].is(",") || matches!(tokens[*at].text, "." | ";"))
        && tokens[comma].is(",")
        && comma > 0
        && (!starts_verb(tokens, comma + 1)
            || tokens[comma + 1].is_one_of(DESCRIBES)
            || tokens[comma + 1].lower.ends_with("ed") && tokens[comma + 2].is("by"))
        && !tells(&tokens[comma + 1..group - 1])
    {
        reach = comma;
        first = comma;
    }
    // "The companies — Meridian, Tern and Plover — ran": the same between dashes.
    if group > 2
        && tokens[group - 1].is_dash()
        && let Some(dash) =
            (group.saturating_sub(30)..group - 1).rev().find(|at| tokens[*at].is_dash() || matches!(tokens[*at].text, "." | ";"))
        && tokens[dash].is_dash()
        && dash > 0
    {
        reach = dash;
        first = dash;
    }
    while first > 0 {
        let token = &tokens[first - 1];
        let dot = token.is(".")
            && crate::party::is_short_form(
                &tokens.get(first.wrapping_sub(2)).map_or(String::new(), |before| before.lower.to_string()),
            );
        // "USD400,088"
        let figure = token.is(",")
            && token.gap == Gap::Joined
            && tokens.get(first).is_some_and(|next| next.gap == Gap::Joined && next.is_number());
        let ends =
            token.is_mark() && !dot && !figure && !matches!(token.text, "’" | "'" | "-" | "&" | "\"" | "“" | "”" | "(" | ")")
                || token.is_one_of(&[
                    "that",
                    "said",
                    "says",
                    "say",
                    "alleged",
                    "alleges",
                    "allege",
                    "claimed",
                    "claims",
                    "claim",
                    "showed",
                    "show",
                    "shows",
                    "while",
                    "when",
                    "because",
                    "after",
                    "before",
                    "although",
                    "but",
                    "how",
                    "believe",
                    "believes",
                    "if",
                    "whether",
                    "though",
                    "as",
                    "where",
                    "concluded",
                    "concludes",
                    "determined",
                    "notes",
                    "noted",
                    "warns",
                    "warned",
                    "adds",
                    "added",
                    "suspects",
                    "suspected",
                    "estimates",
                    "estimated",
                    "revealed",
                    "reveals",
                    "confirmed",
                    "confirms",
                    "reported",
                    "reports",
                ]) && !described(tokens, first - 1)
                || tokens.get(first).is_some_and(|here| here.gap >= Gap::Line);
        let relative = token.is_one_of(&["who", "which"]);
        // "Meridian used accounts and its lab stole": the verb before "and" had its own subject.
        let joins = token.is_one_of(&["and", "or"]) && is_told_before(tokens, first - 1);
        if joins || ends && !(token.is("that") && first == reach) {
            break;
        }
        first -= 1;
        if relative {
            // "an incident in which intruders gained entry": the intruders.
            let placed = first > 0 && tokens[first - 1].is_one_of(PREPOSITIONS);
            if placed && first + 1 < reach {
                first += 1;
            }
            break;
        }
    }
    // "and", "then" at its start join it to what stands before.
    while first < reach && tokens[first].is_one_of(&["and", "or", "then", "but"]) {
        first += 1;
    }
    if first >= reach {
        return shared(group);
    }
    tokens[first].start..tokens[reach - 1].end
}
