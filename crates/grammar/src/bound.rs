//! The words that bound a figure, before it ("almost", "at least") and after it ("or more", "+").

use crate::token::{Gap, Token};
use dossier_model::Bound;

/// Words before a figure. Longer ones first where one ends in another.
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
    (&["less", "than"], Bound::AtMost),
    (&["fewer", "than"], Bound::AtMost),
    (&["lower", "than"], Bound::AtMost),
    (&["just", "under"], Bound::Below),
    (&["just", "below"], Bound::Below),
    (&["close", "to"], Bound::Below),
    (&["not", "quite"], Bound::Below),
    (&["at", "least"], Bound::AtLeast),
    (&["minimum", "of"], Bound::AtLeast),
    (&["at", "most"], Bound::AtMost),
    (&["maximum", "of"], Bound::AtMost),
    (&["up", "to"], Bound::AtMost),
    (&["an", "estimated"], Bound::About),
    (&["almost"], Bound::Below),
    (&["nearly"], Bound::Below),
    (&["approaching"], Bound::Below),
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
    (&["under"], Bound::AtMost),
    (&["below"], Bound::AtMost),
    (&["<"], Bound::AtMost),
    (&["≤"], Bound::AtMost),
    (&["exactly"], Bound::Exact),
    (&["precisely"], Bound::Exact),
];

/// Words after a figure.
const AFTER: &[(&[&str], Bound)] = &[
    (&["or", "more"], Bound::AtLeast),
    (&["or", "above"], Bound::AtLeast),
    (&["or", "greater"], Bound::AtLeast),
    (&["and", "up"], Bound::AtLeast),
    (&["and", "counting"], Bound::AtLeast),
    (&["-", "plus"], Bound::AtLeast),
    (&["+"], Bound::AtLeast),
    (&["or", "fewer"], Bound::AtMost),
    (&["or", "less"], Bound::AtMost),
    (&["or", "so"], Bound::About),
    (&["or", "thereabouts"], Bound::About),
    (&["-", "odd"], Bound::About),
];

/// Units of time: "over three days" lasts, it does not exceed.
const TIMES: &[&str] = &[
    "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years",
];

/// Words after which "over" with a time does exceed: "for over three days".
const LASTING: &[&str] =
    &["for", "lasting", "lasted", "lasts", "took", "takes", "take", "taking", "spanning", "spanned", "of", "after"];

/// The bound that stands before token `number`, with the first token of its words.
pub(crate) fn before(tokens: &[Token<'_>], number: usize, unit: Option<&str>) -> Option<(Bound, usize)> {
    // A quotation may open between the two: more than “16 million queries”.
    let quoted = number.checked_sub(1).is_some_and(|at| tokens[at].is_quote_mark() && tokens[number].gap == Gap::Joined);
    let number = number - usize::from(quoted);
    let (bound, start) = BEFORE.iter().find_map(|(words, bound)| {
        let start = number.checked_sub(words.len())?;
        let fits = words.iter().zip(&tokens[start..number]).all(|(word, token)| token.is(word))
            && tokens[start + 1..=number.min(tokens.len() - 1)].iter().all(|token| token.gap < Gap::Paragraph);
        fits.then_some((*bound, start))
    })?;
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
