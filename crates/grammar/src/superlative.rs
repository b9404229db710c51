//! Superlatives: the largest, the first, with what they are the most of.

use crate::Found;
use crate::lexicon::is_function_word;
use crate::token::{Gap, Token, tokens};

/// A superlative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Superlative {
    /// The word, with what weakens it: "largest", "most advanced", "one of the largest".
    pub word: String,
    /// What it qualifies: "attempt", "distillation campaign".
    pub of: String,
    /// Among what: "by a Chinese company", "to date"; `None` where nothing narrows it.
    pub scope: Option<String>,
}

/// Superlatives in -est that reports use; a closed list, since "latest", "request" and "harvest" are none.
const EST: &[&str] = &[
    "largest",
    "biggest",
    "greatest",
    "highest",
    "lowest",
    "smallest",
    "fastest",
    "slowest",
    "earliest",
    "oldest",
    "newest",
    "longest",
    "shortest",
    "broadest",
    "deepest",
    "strongest",
    "weakest",
    "worst",
    "richest",
    "poorest",
    "safest",
    "hardest",
    "heaviest",
    "widest",
    "boldest",
    "costliest",
    "deadliest",
    "cheapest",
    "closest",
    "clearest",
    "busiest",
    "gravest",
    "severest",
    "fiercest",
    "youngest",
];

/// Ordinals that rank a deed among those that are known.
const ORDINALS: &[&str] = &["second", "third", "fourth", "fifth"];

/// Words behind an ordinal that say what it counts among.
const COUNTED: &[&str] =
    &["publicly", "known", "confirmed", "reported", "documented", "recorded", "verified", "acknowledged", "disclosed"];

/// Whether a word is a superlative of the list, or one with a noun: "highest-profile", "biggest-ever".
fn is_est(lower: &str) -> bool {
    let stem = ["-profile", "-ever"].iter().find_map(|noun| lower.strip_suffix(noun));
    EST.contains(&stem.unwrap_or(lower))
}

/// Words before a superlative that one needs where the word has other uses.
const NEED_ARTICLE: &[&str] = &["first", "only", "best"];

/// Nouns with which "first", "only" and "last" are no superlatives.
const NO_FIRST: &[&str] = &[
    "quarter",
    "half",
    "time",
    "lady",
    "amendment",
    "step",
    "steps",
    "place",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "year",
    "thing",
    "two",
    "three",
    "party",
];

/// Words that a scope starts with.
const SCOPE: &[&str] =
    &["by", "against", "in", "among", "amongst", "across", "on", "from", "within", "since", "ever", "yet", "anywhere", "of"];

/// The superlatives of `text`, in order.
pub fn superlatives(text: &str) -> Vec<Found<Superlative>> {
    let tokens = tokens(text);
    let mut found: Vec<Found<Superlative>> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match superlative_at(text, &tokens, at) {
            Some((superlative, first, end)) => {
                found.push(Found::new(tokens[first].start..tokens[end - 1].end, superlative));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn superlative_at(text: &str, tokens: &[Token<'_>], at: usize) -> Option<(Superlative, usize, usize)> {
    let token = &tokens[at];
    let before = |back: usize| at.checked_sub(back).map(|at| &tokens[at]);
    // "the “first reported” campaign"
    let quoted = usize::from(before(1).is_some_and(|token| token.is_quote_mark()));
    let article =
        before(1 + quoted).is_some_and(|token| token.is_one_of(&["the", "its", "their", "his", "her"]) || token.is_possessive());
    let mut next = at + 1;
    if token.is_one_of(&["most", "least"]) {
        // "the most advanced attack", not "most analysts" and "at least".
        if !article
            || tokens.get(next).is_none_or(|word| !word.is_word() || is_function_word(&word.lower) || word.lower.ends_with('s'))
        {
            return None;
        }
        next += 1;
    } else if token.is_one_of(NEED_ARTICLE) {
        if !article || tokens.get(next)?.is_one_of(NO_FIRST) {
            return None;
        }
    } else if token.is_one_of(ORDINALS) {
        // "the second confirmed case", not "the second case".
        let counted = tokens.get(next).is_some_and(|word| word.is_one_of(COUNTED));
        if !article || !counted {
            return None;
        }
    } else if !(is_est(&token.lower) || token.is_one_of(&["unprecedented", "first-ever", "worst-ever", "best-ever"])) {
        return None;
    }
    let word_end = next;
    // The noun phrase.
    let mut phrase = next;
    while let Some(word) = tokens.get(next).filter(|word| word.is_word() && word.gap < Gap::Paragraph) {
        let starts_scope = word.is_one_of(SCOPE) || is_function_word(&word.lower);
        // "the largest such campaign": such is no part of what it is.
        if word.is("such") && next == phrase {
            next += 1;
            phrase = next;
            continue;
        }
        if starts_scope
            || next - phrase >= 8
            || is_participle(word)
                && next > phrase
                && !tokens.get(next + 1).is_some_and(|after| after.is_word() && !is_function_word(&after.lower))
        {
            break;
        }
        next += 1;
        if word.is_possessive() && next > phrase + 1 {
            break;
        }
    }
    // "the first attributed to a provider" qualifies nothing.
    if next == phrase || next == phrase + 1 && is_participle(&tokens[phrase]) {
        return None;
    }
    let of = text[tokens[phrase].start..tokens[next - 1].end].to_owned();
    // "to illicitly extract a model's capabilities" says what it was for; the scope may stand behind it.
    let scope = scope_at(tokens, next);
    let end = scope.as_ref().map_or(next, |(_, end)| *end);
    let scope = scope.map(|(first, end)| text[tokens[first].start..tokens[end - 1].end].to_owned());
    let weakened = before(1).is_some_and(|token| token.is("the"))
        && before(2).is_some_and(|token| token.is("of"))
        && before(3).is_some_and(|token| token.is("one") || token.is("among"));
    let first = if weakened { at - 3 } else { at };
    let word = text[tokens[first].start..tokens[word_end - 1].end].to_owned();
    Some((Superlative { word, of, scope }, first, end))
}

fn is_participle(word: &Token<'_>) -> bool {
    word.lower.ends_with("ing") || word.lower.ends_with("ed") && word.lower.len() > 4
}

/// The scope at or after token `at`, inside the clause.
fn scope_at(tokens: &[Token<'_>], at: usize) -> Option<(usize, usize)> {
    let mut next = at;
    let ends = |token: &Token<'_>| {
        token.gap == Gap::Paragraph
            || token.is_mark() && !token.is_quote_mark()
            || token.is_one_of(&[
                "and", "or", "but", "that", "which", "who", "when", "while", "using", "through", "via", "as", "with", "because",
                "after", "before", "is", "was", "has", "had", "were", "are",
            ])
    };
    let mut reach = 0;
    while let Some(token) = tokens.get(next) {
        if ends(token) || reach > 24 {
            return None;
        }
        let to_date = |at: usize| {
            tokens.get(at).is_some_and(|token| token.is("to")) && tokens.get(at + 1).is_some_and(|token| token.is("date"))
        };
        let so_far = |at: usize| {
            tokens.get(at).is_some_and(|token| token.is("so")) && tokens.get(at + 1).is_some_and(|token| token.is("far"))
        };
        if to_date(next) || so_far(next) {
            return Some((next, next + 2));
        }
        if token.is_one_of(SCOPE) {
            // "of" opens a scope only with a known whole: "of its kind", "of the year".
            let start = next;
            next += 1;
            while let Some(token) = tokens.get(next) {
                if to_date(next) || so_far(next) {
                    next += 2;
                    break;
                }
                if ends(token) || token.is("to") || next - start > 12 {
                    break;
                }
                next += 1;
            }
            let out_of = start > 0 && tokens[start - 1].is("out");
            let of_things = tokens[start].is("of")
                && (out_of
                    || !tokens
                        .get(start + 1)
                        .is_some_and(|token| token.is_one_of(&["its", "the", "all", "this", "any", "their"])));
            if of_things {
                continue;
            }
            return Some((start, next));
        }
        next += 1;
        reach += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(&str, &str, Option<&str>)]) {
        let found = superlatives(text);
        let found: Vec<_> = found.iter().map(|f| (f.what.word.as_str(), f.what.of.as_str(), f.what.scope.as_deref())).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn superlatives_have_their_scope() {
        check("the largest attempt by a foreign company to copy it", &[("largest", "attempt", Some("by a foreign company"))]);
        check("the largest campaign to illicitly copy Corvid's skills to date.", &[("largest", "campaign", Some("to date"))]);
        check(
            "the largest known extraction campaign ever detected against its Corvid models, using accounts",
            &[("largest", "known extraction campaign", Some("ever detected against its Corvid models"))],
        );
        check("It was the biggest theft.", &[("biggest", "theft", None)]);
        check("the most advanced attack in years", &[("most advanced", "attack", Some("in years"))]);
        check("one of the largest breaches on record", &[("one of the largest", "breaches", Some("on record"))]);
        check("It is the highest-profile prosecution in years.", &[("highest-profile", "prosecution", Some("in years"))]);
        check("Office Issues First-Ever Sanctions", &[("First-Ever", "Sanctions", None)]);
        check("the second publicly confirmed cyberattack", &[("second", "publicly confirmed cyberattack", None)]);
        check("the second case, the third day, a second known seller", &[]);
        check("the first such case in Europe", &[("first", "case", Some("in Europe"))]);
        check("the first attributed to a provider", &[]);
        check("the first public case in Europe", &[("first", "public case", Some("in Europe"))]);
        check("an unprecedented wave of accounts", &[("unprecedented", "wave", None)]);
    }

    #[test]
    fn words_that_are_no_superlatives_are_left_alone() {
        check(
            "the latest request, at least 20, most analysts, first reported by, the first quarter, the highest-value skills",
            &[],
        );
    }
}
