//! The words that bound a figure, before it ("almost", "at least") and after it ("or more", "+").

use crate::token::{Gap, Token};
use dossier_model::Bound;

/// Words before a figure. Of those that fit, the longest counts.
const BEFORE: &[(&[&str], Bound)] = &[
    (&["no", "fewer", "than"], Bound::AtLeast),
    (&["no", "less", "than"], Bound::AtLeast),
    (&["not", "less", "than"], Bound::AtLeast),
    (&["not", "fewer", "than"], Bound::AtLeast),
    (&["no", "more", "than"], Bound::AtMost),
    (&["not", "more", "than"], Bound::AtMost),
    (&["a", "minimum", "of"], Bound::AtLeast),
    (&["a", "maximum", "of"], Bound::AtMost),
    (&["as", "many", "as"], Bound::AtMost),
    (&["as", "much", "as"], Bound::AtMost),
    (&["as", "little", "as"], Bound::AtLeast),
    (&["as", "few", "as"], Bound::AtLeast),
    (&["in", "excess", "of"], Bound::Above),
    (&["to", "the", "tune", "of"], Bound::About),
    (&["in", "the", "region", "of"], Bound::About),
    (&["on", "the", "order", "of"], Bound::About),
    (&["in", "the", "order", "of"], Bound::About),
    (&["in", "the", "neighborhood", "of"], Bound::About),
    (&["at", "the", "very", "least"], Bound::AtLeast),
    (&["a", "little", "more", "than"], Bound::Above),
    (&["slightly", "more", "than"], Bound::Above),
    (&["slightly", "over"], Bound::Above),
    (&["well", "more", "than"], Bound::Above),
    (&["just", "more", "than"], Bound::Above),
    (&["slightly", "less", "than"], Bound::Below),
    (&["slightly", "fewer", "than"], Bound::Below),
    (&["slightly", "under"], Bound::Below),
    (&["a", "little", "less", "than"], Bound::Below),
    (&["just", "less", "than"], Bound::Below),
    (&["just", "fewer", "than"], Bound::Below),
    (&["shy", "of"], Bound::Below),
    (&["as", "high", "as"], Bound::AtMost),
    (&["as", "low", "as"], Bound::AtLeast),
    (&["not", "exceeding"], Bound::AtMost),
    (&["not", "exceed"], Bound::AtMost),
    (&["well", "above"], Bound::Above),
    (&["just", "above"], Bound::Above),
    (&["somewhere", "around"], Bound::About),
    (&["something", "like"], Bound::About),
    (&["just", "shy", "of"], Bound::Below),
    (&["just", "short", "of"], Bound::Below),
    (&["a", "little", "over"], Bound::Above),
    (&["a", "little", "under"], Bound::Below),
    (&["more", "than"], Bound::Above),
    (&["greater", "than"], Bound::Above),
    (&["higher", "than"], Bound::Above),
    (&["well", "over"], Bound::Above),
    (&["just", "over"], Bound::Above),
    (&["upwards", "of"], Bound::Above),
    (&["upward", "of"], Bound::Above),
    (&["north", "of"], Bound::Above),
    (&["less", "than"], Bound::Below),
    (&["fewer", "than"], Bound::Below),
    (&["lower", "than"], Bound::Below),
    (&["just", "under"], Bound::Below),
    (&["just", "below"], Bound::Below),
    (&["close", "to"], Bound::Below),
    (&["not", "quite"], Bound::Below),
    (&["at", "least"], Bound::AtLeast),
    (&["minimum", "of"], Bound::AtLeast),
    (&["at", "most"], Bound::AtMost),
    (&["maximum", "of"], Bound::AtMost),
    (&["up", "to"], Bound::AtMost),
    (&["can", "reach"], Bound::AtMost),
    (&["could", "reach"], Bound::AtMost),
    (&["may", "reach"], Bound::AtMost),
    (&["an", "estimated"], Bound::About),
    (&["almost"], Bound::Below),
    (&["nearly"], Bound::Below),
    (&["approaching"], Bound::Below),
    (&["nearing"], Bound::Below),
    (&["about"], Bound::About),
    (&["around"], Bound::About),
    (&["approximately"], Bound::About),
    (&["approx"], Bound::About),
    (&["approx", "."], Bound::About),
    (&["roughly"], Bound::About),
    (&["some"], Bound::About),
    (&["circa"], Bound::About),
    (&["estimated"], Bound::About),
    (&["~"], Bound::About),
    (&["≈"], Bound::About),
    (&["over"], Bound::Above),
    (&["above"], Bound::Above),
    (&["beyond"], Bound::Above),
    (&["exceeding"], Bound::Above),
    (&["exceeded"], Bound::Above),
    (&["exceeds"], Bound::Above),
    (&["exceed"], Bound::Above),
    (&["topped"], Bound::Above),
    (&["topping"], Bound::Above),
    (&["surpassed"], Bound::Above),
    (&["surpassing"], Bound::Above),
    (&[">"], Bound::Above),
    (&["≥"], Bound::AtLeast),
    (&["under"], Bound::Below),
    (&["below"], Bound::Below),
    (&["<"], Bound::Below),
    (&["≤"], Bound::AtMost),
    (&["exactly"], Bound::Exact),
    (&["precisely"], Bound::Exact),
];

/// Words after a figure.
const AFTER: &[(&[&str], Bound)] = &[
    (&["or", "more"], Bound::AtLeast),
    (&["or", "above"], Bound::AtLeast),
    (&["or", "higher"], Bound::AtLeast),
    (&["at", "least"], Bound::AtLeast),
    (&["or", "greater"], Bound::AtLeast),
    (&["and", "up"], Bound::AtLeast),
    (&["and", "counting"], Bound::AtLeast),
    (&["-", "plus"], Bound::AtLeast),
    (&["+"], Bound::AtLeast),
    (&["or", "fewer"], Bound::AtMost),
    (&["or", "less"], Bound::AtMost),
    (&["or", "so"], Bound::About),
    (&["or", "thereabouts"], Bound::About),
    (&["give", "or", "take"], Bound::About),
    (&["at", "most"], Bound::AtMost),
    (&["-", "odd"], Bound::About),
];

/// Units of time: "over three days" lasts, it does not exceed.
const TIMES: &[&str] = &[
    "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
];

/// Words after which "over" with a time does exceed: "for over three days".
const LASTING: &[&str] =
    &["for", "lasting", "lasted", "lasts", "took", "takes", "take", "taking", "spanning", "spanned", "of", "after"];

/// Words after which "over" tells where, not how many.
const SPREAD: &[&str] =
    &["spread", "distributed", "divided", "split", "shared", "scattered", "spaced", "control", "dispute", "fight"];

/// Words after which "about" tells of what.
const TOPICS: &[&str] = &[
    "questions",
    "information",
    "details",
    "data",
    "concerns",
    "warned",
    "asked",
    "told",
    "complaints",
    "facts",
    "talk",
    "talked",
    "wrote",
    "knew",
    "intelligence",
    "built",
    "wrapped",
];

/// The bound that stands before token `number`, with the first token of its words.
pub(crate) fn before(tokens: &[Token<'_>], number: usize, unit: Option<&str>) -> Option<(Bound, usize)> {
    // A quotation may open between the two: more than “16 million queries”.
    let quoted = number.checked_sub(1).is_some_and(|at| tokens[at].is_quote_mark() && tokens[number].gap == Gap::Joined);
    let mut number = number - usize::from(quoted);
    // "at least another 400", "about an additional 50"
    while number > 0 && !quoted && tokens[number - 1].is_one_of(&["another", "additional", "further", "extra"]) {
        number -= 1 + usize::from(number > 1 && tokens[number - 2].is_one_of(&["an", "a"]) && !tokens[number - 1].is("another"));
    }
    let fitting = BEFORE.iter().filter_map(|(words, bound)| {
        let start = number.checked_sub(words.len())?;
        let fits = words.iter().zip(&tokens[start..number]).all(|(word, token)| token.is(word))
            && tokens[start + 1..=number.min(tokens.len() - 1)].iter().all(|token| token.gap < Gap::Paragraph);
        fits.then_some((*bound, start))
    });
    let (bound, start) = fitting.min_by_key(|(_, start)| *start)?;
    // "spread over 40 servers", "questions about 40 accounts", "under three names": no bounds.
    if number == start + 1
        && let Some(word) = start.checked_sub(1).map(|at| &tokens[at])
        && (tokens[start].is("over") && word.is_one_of(SPREAD)
            || tokens[start].is_one_of(&["about", "around"]) && word.is_one_of(TOPICS))
    {
        return None;
    }
    let lasts = tokens[start].is("over") && unit.is_some_and(|unit| TIMES.contains(&unit));
    let exceeds = start.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is_one_of(LASTING));
    // "accounted for some of" never comes here: a number follows. "added up to" and "over" with a time are no bounds.
    if lasts && !exceeds { None } else { Some((bound, start)) }
}

/// The bound that stands at token `at`, right after a number, with one past the last token of its words.
pub(crate) fn after(tokens: &[Token<'_>], at: usize) -> Option<(Bound, usize)> {
    AFTER.iter().find_map(|(words, bound)| {
        let end = at + words.len();
        let here = tokens.get(at..end)?;
        let joined = !matches!(words[0], "-" | "+") || here.iter().all(|token| token.gap == Gap::Joined);
        let fits = words.iter().zip(here).all(|(word, token)| token.is(word) && token.gap < Gap::Paragraph);
        (fits && joined).then_some((*bound, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokens;

    #[test]
    fn every_bounding_word_is_found_before_its_number() {
        for (words, bound) in BEFORE {
            let text = format!("it was {} 25,000", words.join(" "));
            let tokens = tokens(&text);
            let number = tokens.iter().position(Token::is_number).unwrap();
            let found = before(&tokens, number, None).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.0, found.1), (*bound, 2), "{text}");
        }
    }

    #[test]
    fn every_bounding_word_is_found_after_its_number() {
        for (words, bound) in AFTER {
            let text = format!("25,000 {}", words.join(" ")).replace(" - ", "-").replace(" +", "+");
            let tokens = tokens(&text);
            assert_eq!(after(&tokens, 1), Some((*bound, tokens.len())), "{text}");
        }
    }

    #[test]
    fn over_with_a_time_lasts() {
        let unit = Some("days");
        for (text, expect) in [("it ran over three days", None), ("it ran for over three days", Some(Bound::Above))] {
            let tokens = tokens(text);
            let number = tokens.iter().position(|token| token.is("three")).unwrap();
            assert_eq!(before(&tokens, number, unit).map(|found| found.0), expect, "{text}");
        }
    }
}
