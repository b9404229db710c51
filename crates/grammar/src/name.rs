//! Names: what is called by a proper name.

use crate::Found;
use crate::gazetteer::{is_common_acronym, is_given_name, is_place};
use crate::lexicon::bodies::{ALONE, BODY_ENDS, HEADS, JOINED, LEADS, TITLES};
use crate::lexicon::speech::SAYING;
use crate::lexicon::{is_function_word, month, weekday};
use crate::party::{is_company_form, is_people};
use crate::token::{Gap, Token, tokens};
use std::collections::BTreeSet;

/// What a name stands for, as far as its own words and its title tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameKind {
    /// A person.
    Person,
    /// A company, an office, a body.
    Organisation,
    /// A country, a city, a state.
    Place,
    /// Anything else: products, laws, and what its words do not tell.
    Other,
}

/// A proper name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name without title and possessive.
    pub text: String,
    /// What it stands for.
    pub kind: NameKind,
}

/// Whether a name that has this word goes on with "of".
pub(crate) fn is_head(lower: &str) -> bool {
    HEADS.contains(&lower)
}

/// The proper names of `text`, in order.
///
/// A word that only stands capitalised because it begins a sentence, or because the whole line is a headline, is a name where the
/// text capitalises it elsewhere too, or where its form tells. Months, days and names of peoples are no names.
pub fn names(text: &str) -> Vec<Found<Name>> {
    let tokens = tokens(text);
    let starts: BTreeSet<usize> = crate::sentence::sentences(text).iter().map(|range| range.start).collect();
    let headline = headlines(&tokens, &starts);
    let firsts: Vec<bool> = (0..tokens.len()).map(|at| starts_sentence(&tokens, at, &starts)).collect();
    // Words that are capitalised where nothing makes them so, and words that the text also has in lower case.
    let known: BTreeSet<&str> = (0..tokens.len())
        .filter(|at| tokens[*at].is_capitalised() && !firsts[*at] && !headline[*at])
        .map(|at| tokens[at].stem())
        .collect();
    let lower: BTreeSet<&str> =
        tokens.iter().filter(|token| token.is_word() && !token.is_capitalised()).map(Token::stem).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        // "Dec. 3" is a date.
        let short_month =
            month(&tokens[at].lower).is_some() && tokens.get(at + 1).is_some_and(|next| next.is(".") || next.is_number());
        // "(R-Mich.)" is a party and a state, "HK$" a currency.
        let party = ["R-", "D-", "I-"].iter().any(|lead| tokens[at].text.starts_with(lead)) && at > 0 && tokens[at - 1].is("(");
        let currency = tokens.get(at + 1).is_some_and(|next| matches!(next.text, "$" | "¥") && next.gap == Gap::Joined);
        if !can_start(&tokens[at]) || short_month || party || currency {
            at += 1;
            continue;
        }
        let end = sequence_end(&tokens, at, &firsts);
        let mut first = at;
        // What a headline or the start of a sentence capitalised.
        let doubtful = |n: usize| {
            let token = &tokens[n];
            let plain = token.text.chars().skip(1).all(|c| !c.is_uppercase() && !c.is_ascii_digit());
            plain && !known.contains(token.stem()) && (headline[n] || firsts[n] && !looks_like_name(&tokens, n, end, &lower))
        };
        let mut last = end;
        if headline[at] {
            // Of a headline only what is known from elsewhere.
            let mut n = at;
            while n < end {
                let from = n;
                while n < end && !doubtful(n) {
                    n += 1;
                }
                if n == from && n == at && end - at > 1 && is_given_name(tokens[at].stem()) {
                    n = end;
                }
                if n > from {
                    take(text, &tokens, from, n, &mut found);
                }
                n += 1;
            }
            at = end;
            continue;
        }
        if doubtful(first) {
            first += 1;
        }
        while last > first && tokens[last - 1].is_one_of(&["of", "and", "the", "for"]) {
            last -= 1;
        }
        if first < last {
            take(text, &tokens, first, last, &mut found);
        }
        at = end.max(at + 1);
    }
    found
}

fn can_start(token: &Token<'_>) -> bool {
    // "We'll", "It's"
    let short = token.lower.split_once('\'').is_some_and(|(front, _)| is_function_word(front));
    token.is_capitalised()
        && !short
        && (!is_function_word(token.stem()) || token.text == "US")
        && !(month(token.stem()).is_some_and(|(_, full)| full)
            || weekday(token.stem()).is_some_and(|_| token.stem().ends_with("day")))
}

/// One past the last token of the capitalised sequence at `at`.
fn sequence_end(tokens: &[Token<'_>], at: usize, firsts: &[bool]) -> usize {
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

fn starts_sentence(tokens: &[Token<'_>], at: usize, starts: &BTreeSet<usize>) -> bool {
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
fn headlines(tokens: &[Token<'_>], starts: &BTreeSet<usize>) -> Vec<bool> {
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
fn looks_like_name(tokens: &[Token<'_>], at: usize, end: usize, lower: &BTreeSet<&str>) -> bool {
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
    token.is_possessive()
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
        ])
}

/// Adds the name that tokens `first..end` hold, without titles, articles and what is no name by itself.
fn take(text: &str, tokens: &[Token<'_>], first: usize, end: usize, found: &mut Vec<Found<Name>>) {
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
    let kind = if is_place(&name.to_lowercase()) {
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
