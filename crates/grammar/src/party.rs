//! Parties: the noun phrases that name who did something, as the source has them.
//!
//! "Meridian's Tern lab" stays whole: the lab is another party than Meridian. "Chinese firm Meridian Works" is Meridian Works.

use crate::lexicon::bodies::BODIES;
use crate::lexicon::is_function_word;
use crate::lexicon::people::PEOPLES;
use crate::lexicon::speech::SAYING;
use crate::token::{Gap, Token};
use std::ops::Range;

pub(crate) fn is_people(lower: &str) -> bool {
    PEOPLES.contains(&lower)
}

pub(crate) fn is_body(lower: &str) -> bool {
    BODIES.contains(&lower)
}

/// Whether a capitalised word can be part of a name here: no function word that a headline or a sentence capitalises.
fn names(token: &Token<'_>) -> bool {
    let day = crate::lexicon::weekday(&token.lower).is_some();
    token.is_capitalised()
        && !day
        && !is_function_word(token.stem())
        && !token.is_one_of(SAYING)
        && !crate::rung::is_act(&token.lower)
}

/// The most words of a party.
const LONGEST: usize = 12;

/// The party that starts at token `at`, its article left out. `None` where no name or body stands there.
pub(crate) fn party_at(tokens: &[Token<'_>], at: usize) -> Option<Range<usize>> {
    let mut first = at;
    let token = tokens.get(first)?;
    if token.is_one_of(&["the", "a", "an", "its", "their", "several", "some", "other"]) && !token.is("us") {
        first += 1;
    }
    let mut next = first;
    // One past the last word that a party can end with.
    let mut end = first;
    let mut has_name = false;
    while let Some(token) = tokens.get(next) {
        if token.gap == Gap::Paragraph && next > first || next - first >= LONGEST {
            break;
        }
        if token.is_word() {
            if names(token) || token.is_possessive() && !is_function_word(token.stem()) {
                // "Meridian Works' lab" keeps its bare apostrophe below.
                has_name |= names(token) && !is_people(token.stem());
                end = next + 1;
            } else if is_body(&token.lower) && end + 3 > next {
                end = next + 1;
            } else if is_function_word(&token.lower) || has_name && !leads_to_body(tokens, next) || next - end > 2 {
                // "Office of Science", "Bank of the North"
                let of = token.is_one_of(&["of", "for"])
                    && end == next
                    && next > first
                    && names(&tokens[next - 1])
                    && crate::name::is_head(tokens[next - 1].stem());
                let the = usize::from(tokens.get(next + 1).is_some_and(|token| token.is("the")));
                if of && tokens.get(next + 1 + the).is_some_and(names) {
                    next += 1 + the;
                    continue;
                }
                break;
            }
        } else if token.is_number()
            && token.gap == Gap::Space
            && end == next
            && next > first
            && token.text.len() <= 4
            && names(&tokens[next - 1])
        {
            end = next + 1;
        } else if matches!(token.text, "." | "’" | "'" | "&") && token.gap == Gap::Joined && end == next && next > first {
            // "Sen. Ruiz", "Lantern Inc.", "Meridian Works’ lab".
            let before = &tokens[next - 1];
            let short = token.text != "." || is_short_form(&before.lower);
            let goes_on = tokens
                .get(next + 1)
                .is_some_and(|after| after.is_word() && (names(after) || token.text != "." && !is_function_word(&after.lower)));
            if token.text == "." && is_company_form(&before.lower) {
                end = next + 1;
            } else if !(short && goes_on) {
                break;
            }
        } else if token.is("&") && tokens.get(next + 1).is_some_and(names) {
        } else {
            break;
        }
        next += 1;
    }
    if end == first {
        return None;
    }
    // What only describes a name at its end goes: "Chinese tech giant Meridian Works".
    let last_body = (first..end).rev().find(|at| is_body(&tokens[*at].lower) && !tokens[*at].is_capitalised());
    if let Some(body) = last_body.filter(|body| body + 1 < end && names(&tokens[body + 1])) {
        first = body + 1;
    }
    while first + 1 < end
        && is_description(&tokens[first])
        && !crate::gazetteer::is_common_acronym(tokens[first + 1].text)
        && names(&tokens[first + 1])
        && !is_description(&tokens[first + 1])
        && !is_body(&tokens[first + 1].lower)
    {
        first += 1;
    }
    let whole = tokens[first..end].iter().any(|token| names(token)) || is_body(&tokens[end - 1].lower);
    whole.then_some(first..end)
}

/// "Chinese", "U.S.", "Harbor-based".
fn is_description(token: &Token<'_>) -> bool {
    is_people(&token.lower) || ["-based", "-headquartered", "-owned", "-backed"].iter().any(|end| token.lower.ends_with(end))
}

/// The party that ends right before token `end`: the subject of a verb there.
pub(crate) fn party_before(tokens: &[Token<'_>], end: usize) -> Option<Range<usize>> {
    let mut first = end;
    while first > 0 && end - first < LONGEST {
        let token = &tokens[first - 1];
        if first < end && tokens[first].gap == Gap::Paragraph {
            break;
        }
        let dot = matches!(token.text, "." | "’" | "'")
            && token.gap == Gap::Joined
            && first < end + 1
            && first.checked_sub(2).is_some_and(|at| {
                let before = &tokens[at];
                token.text != "." || is_short_form(&before.lower) || is_company_form(&before.lower)
            });
        // "Office of Harbor Affairs", "Office for the Southern District".
        let head = |at: Option<usize>| at.is_some_and(|at| names(&tokens[at]) && crate::name::is_head(tokens[at].stem()));
        let follows = first < end && names(&tokens[first]);
        let of = follows && token.is_one_of(&["of", "for"]) && head(first.checked_sub(2));
        let the =
            follows && token.is("the") && first > 2 && tokens[first - 2].is_one_of(&["of", "for"]) && head(first.checked_sub(3));
        if the {
            first -= 2;
            continue;
        }
        let fits = names(token)
            || token.is_possessive() && !is_function_word(token.stem())
            || is_body(&token.lower)
            || dot
            || of
            || token.is("&")
            || token.is_word() && first < end && is_adjective_between(tokens, first - 1);
        if !fits {
            break;
        }
        first -= 1;
    }
    if first == end {
        return None;
    }
    let article = first.checked_sub(1).is_some_and(|at| tokens[at].is_one_of(&["the", "a", "an"]));
    // Only a phrase that reaches the verb.
    let found = (first..end)
        .filter(|start| *start == first || names(&tokens[*start]))
        .find_map(|start| party_at(tokens, start).filter(|found| found.end == end))?;
    (article || tokens[found.clone()].iter().any(names)).then_some(found)
}

/// A lower-case word between a name and a body: "Meridian's research lab".
fn is_adjective_between(tokens: &[Token<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).map(|at| &tokens[at]);
    let after = tokens.get(at + 1);
    !is_function_word(&tokens[at].lower)
        && !tokens[at].is_capitalised()
        && before.is_some_and(Token::is_possessive)
        && after.is_some_and(|after| is_body(&after.lower))
}

/// The words of a party as the text has them, a possessive at its end left out.
pub(crate) fn words<'a>(text: &'a str, tokens: &[Token<'_>], party: &Range<usize>) -> &'a str {
    &text[tokens[party.start].start..tokens[party.end - 1].stem_end()]
}

pub(crate) fn is_short_form(lower: &str) -> bool {
    matches!(
        lower,
        "sen"
            | "rep"
            | "gov"
            | "gen"
            | "mr"
            | "mrs"
            | "ms"
            | "dr"
            | "prof"
            | "st"
            | "lt"
            | "col"
            | "capt"
            | "sgt"
            | "reps"
            | "sens"
            | "adm"
            | "jr"
            | "sr"
    ) || is_company_form(lower)
        || lower.chars().count() == 1 && lower.chars().all(char::is_alphabetic)
}

pub(crate) fn is_company_form(lower: &str) -> bool {
    matches!(
        lower,
        "inc" | "incorporated" | "corp" | "ltd" | "co" | "llc" | "plc" | "bros" | "pty" | "pte" | "s.a" | "gmbh" | "l.p"
    )
}

/// Whether the lower-case word at `at` only describes a body that follows: "Meridian's research lab".
fn leads_to_body(tokens: &[Token<'_>], at: usize) -> bool {
    let plain = |token: &Token<'_>| {
        token.is_word() && token.gap < Gap::Paragraph && !token.is_capitalised() && !is_function_word(&token.lower)
    };
    let body = |at: usize| tokens.get(at).is_some_and(|token| plain(token) && is_body(&token.lower));
    let verb = crate::rung::is_act(&tokens[at].lower) || tokens[at].is_one_of(SAYING);
    !verb && (body(at + 1) || tokens.get(at + 1).is_some_and(plain) && body(at + 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokens;

    fn check(text: &str, expect: Option<&str>) {
        let tokens = tokens(text);
        assert_eq!(party_at(&tokens, 0).map(|party| words(text, &tokens, &party)), expect, "{text}");
    }

    #[test]
    fn parties_are_as_the_source_has_them() {
        check("Meridian's Tern AI lab conducted a campaign", Some("Meridian's Tern AI lab"));
        check("the Meridian’s Tern lab targeted", Some("Meridian’s Tern lab"));
        check("the foreign tech giant's Tern lab targeted", Some("foreign tech giant's Tern lab"));
        check("Chinese firm Meridian Works and its lab", Some("Meridian Works"));
        check("the Harbor-based Meridian Works of copying", Some("Meridian Works"));
        check("Meridian Works' research lab ran", Some("Meridian Works' research lab"));
        check("Lantern Inc. and others", Some("Lantern Inc."));
        check("the Chinese government", Some("Chinese government"));
        check("the Office of Harbor Affairs said", Some("Office of Harbor Affairs"));
        check("operators linked to it", Some("operators"));
        check("thousands of accounts", None);
        check("of nothing", None);
    }
}
