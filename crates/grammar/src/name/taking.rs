//! A name taken from a run of capitalised words: without titles, articles and what is no name by itself.

use super::{Name, NameKind, is_head};
use crate::Found;
use crate::gazetteer::{is_common_acronym, is_given_name, is_place};
use crate::lexicon::bodies::{ALONE, BODY_ENDS};
use crate::lexicon::people::TITLES;
use crate::lexicon::speech::SAYING;
use crate::lexicon::{is_function_word, month};
use crate::party::{is_company_form, is_people};
use crate::token::{Gap, Token};

/// Adds the name that tokens `first..end` hold, without titles, articles and what is no name by itself.
pub(super) fn take(text: &str, tokens: &[Token<'_>], first: usize, end: usize, found: &mut Vec<Found<Name>>) {
    let (mut first, mut end) = (first, end);
    let mut titled = first > 0 && TITLES.contains(&tokens[first - 1].stem()) && !tokens[first - 1].is_capitalised();
    // "U.S. Treasury", "Sen. Ruiz", "Director Dana Ruiz": a title goes where a name follows.
    while end - first > 1 {
        let token = &tokens[first];
        let dotted = tokens[first + 1].is(".");
        let next = first + 1 + usize::from(dotted);
        if next < end
            && TITLES.contains(&&*token.lower)
            && tokens[next].is_capitalised()
            && !BODY_ENDS.contains(&&*tokens[end - 1].lower)
            && !tokens[next].is_one_of(&["of", "for"])
        {
            first = next;
            titled = true;
        } else {
            break;
        }
    }
    // "Tennessee Republican Dana Ruiz": the last title inside.
    if let Some(title) = (first..end.saturating_sub(1))
        .rev()
        .find(|at| TITLES.contains(&&*tokens[*at].lower) && !tokens[at + 1].is_one_of(&["of", "for", "and", "."]))
    {
        let rest = end - title - 1;
        if rest >= 2 && !BODY_ENDS.contains(&&*tokens[end - 1].lower) && tokens[title + 1].is_capitalised() {
            if title > first {
                push(text, tokens, first, title, false, found);
            }
            first = title + 1;
            titled = true;
        }
    }
    // "Chinese AI": names of peoples and common acronyms at the edges, where nothing else makes a name of them.
    while first < end
        && (is_people(tokens[first].stem())
            && !is_place(tokens[first].stem())
            && (end - first == 1
                || is_common_acronym(tokens[first + 1].text)
                || end - first == 2 && is_people(tokens[first + 1].stem()))
            || is_common_acronym(tokens[first].text) && end - first == 1)
    {
        first += 1;
    }
    while end > first
        && (is_common_acronym(tokens[end - 1].text)
            && (end - first == 1 || is_people(tokens[first].stem()) || is_place(tokens[first].stem())))
    {
        end -= 1;
    }
    // "Corvid AI model", "Corvid GPUs": the acronym describes what follows, or is the thing itself.
    while end - first > 1 && is_common_acronym(tokens[end - 1].text) {
        let describes = tokens.get(end).is_some_and(|next| {
            next.is_word()
                && next.gap == Gap::Space
                && !next.is_capitalised()
                && !is_function_word(&next.lower)
                && !next.is_one_of(SAYING)
        });
        if !describes && !tokens[end - 1].text.ends_with('s') {
            break;
        }
        end -= 1;
    }
    // "360 Lantern Systems".
    if first < end
        && first > 0
        && tokens[first - 1].is_number()
        && tokens[first].gap == Gap::Space
        && is_number_in_name(tokens, first - 1)
    {
        first -= 1;
    }
    if first < end {
        push(text, tokens, first, end, titled, found);
    }
}

/// Whether the number at `at` counts nothing and is no day or year, so that it belongs to the name after it.
fn is_number_in_name(tokens: &[Token<'_>], at: usize) -> bool {
    let text = tokens[at].text;
    let year = text.len() == 4 && text.starts_with(['1', '2']);
    let after_month = at > 0
        && (month(&tokens[at - 1].lower).is_some() || matches!(tokens[at - 1].text, "." | "$" | "€" | "£" | ":" | "-" | "#"));
    let plain = text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
    let label = at > 0 && tokens[at - 1].is_capitalised();
    plain
        && !year
        && !after_month
        && !label
        && crate::unit::unit_at(tokens, at + 1, false).is_none_or(|unit| crate::unit::names_itself(tokens, at, &unit))
}

fn push(text: &str, tokens: &[Token<'_>], first: usize, end: usize, titled: bool, found: &mut Vec<Found<Name>>) {
    let last = &tokens[end - 1];
    let range = tokens[first].start..last.compound_end().unwrap_or(last.stem_end());
    let name = &text[range.clone()];
    if first + 1 == end
        && (BODY_ENDS.contains(&last.stem()) && !ALONE.contains(&last.stem()) && name.chars().skip(1).all(char::is_lowercase)
            || is_company_form(last.stem())
            || is_common_acronym(name))
    {
        return;
    }
    if name.chars().count() < 2
        || TITLES.contains(&name.to_lowercase().as_str())
        || is_people(&name.to_lowercase()) && !is_place(&name.to_lowercase())
    {
        return;
    }
    let words: Vec<&Token<'_>> = tokens[first..end].iter().filter(|token| token.is_word()).collect();
    let last = words.last().map_or("", |word| word.stem());
    let body =
        BODY_ENDS.contains(&last) || words.windows(2).any(|pair| is_head(&pair[0].lower) && pair[1].is_one_of(&["of", "for"]));
    let initials = words.len() >= 2 && words.iter().any(|word| word.text.chars().count() == 1);
    // "Harbor-based": where somebody sits.
    let seat = tokens[end - 1].compound_end().is_some_and(|end| SEATED.iter().any(|seated| text[end..].starts_with(seated)));
    let kind = if is_place(&name.to_lowercase()) || seat || is_dateline(text, &range) {
        NameKind::Place
    } else if titled && words.len() <= 4 && !body {
        NameKind::Person
    } else if body {
        NameKind::Organisation
    } else if (2..=4).contains(&words.len()) && words.first().is_some_and(|word| is_given_name(word.stem())) || initials {
        NameKind::Person
    } else {
        NameKind::Other
    };
    found.push(Found::new(range, Name { text: name.to_owned(), kind }));
}

/// What a place is joined to where somebody sits there.
const SEATED: &[&str] = &["-based", "-headquartered", "-listed", "-registered", "-born", "-area"];

/// Whether the name at `range` says where the report comes from: "KETTERING, Ohio, May 5 — A company".
fn is_dateline(text: &str, range: &std::ops::Range<usize>) -> bool {
    let name = &text[range.clone()];
    let opens = text[..range.start].trim().is_empty() && name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    // The place, its state and the day stand before the dash.
    let Some(dash) = text[range.end..].find(['—', '–', '-']).filter(|dash| opens && *dash < 40 && name.len() > 3) else {
        return false;
    };
    let aside = text[range.end..range.end + dash].trim_end();
    let behind = text[range.end + dash..].chars().nth(1);
    // A short name alone is a body's: "CISA — The agency".
    let state = aside.is_empty() && name.len() > 5 || aside.starts_with(',') || aside.ends_with(')');
    state && behind.is_none_or(char::is_whitespace) && !aside.contains(['.', ':', ';'])
        || aside.starts_with(", ") && aside.ends_with('.')
}
