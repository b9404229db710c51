//! Numbers as they are written: digits, number words, scale words, and words that give only a scale.

use crate::share::part_at;
use crate::token::{Gap, Token};
use dossier_model::Decimal;

/// A number found in tokens.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Number {
    /// The value in base units.
    pub(crate) value: Decimal,
    /// One past its last token.
    pub(crate) end: usize,
    /// How it is written.
    pub(crate) form: Form,
    /// The factor that its scale word stands for, where it has one.
    pub(crate) scale: Option<Decimal>,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Digits: "25,000", "28.8 million".
    Digits,
    /// Words: "three", "two hundred".
    Words,
    /// A round word that nobody counts with: "two dozen".
    Dozen,
    /// Only a scale: "thousands", "several hundred".
    Vague,
}

/// The factor of a suffix that is written on to digits.
pub(crate) fn suffix_scale(suffix: &str) -> Option<Decimal> {
    Some(Decimal::from(match suffix {
        "k" => 1_000_i64,
        "m" | "mn" | "mm" | "mln" => 1_000_000,
        "b" | "bn" | "bln" => 1_000_000_000,
        "t" | "tn" | "trn" => 1_000_000_000_000,
        _ => return None,
    }))
}

/// The factor of a scale word.
pub(crate) fn scale_word(word: &str) -> Option<Decimal> {
    Some(Decimal::from(match word {
        "hundred" => 100_i64,
        "thousand" => 1_000,
        "lakh" => 100_000,
        "million" | "mln" | "mn" => 1_000_000,
        "crore" => 10_000_000,
        "billion" | "bn" | "bln" => 1_000_000_000,
        "trillion" | "tn" | "trn" => 1_000_000_000_000,
        _ => return None,
    }))
}

/// What a word for many stands for at the least: "dozens", "thousands".
fn vague_word(word: &str) -> Option<Decimal> {
    Some(Decimal::from(match word {
        "tens" => 10_i64,
        "dozens" => 12,
        "scores" => 20,
        "hundreds" => 100,
        "thousands" => 1_000,
        "lakhs" => 100_000,
        "millions" => 1_000_000,
        "crores" => 10_000_000,
        "billions" => 1_000_000_000,
        "trillions" => 1_000_000_000_000,
        _ => return None,
    }))
}

/// The value of a number word below one hundred, "twenty-five" included.
pub(crate) fn small_word(word: &str) -> Option<i64> {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let position = |words: &[&str], word: &str| words.iter().position(|w| *w == word).and_then(|at| i64::try_from(at).ok());
    if let Some((tens, unit)) = word.split_once('-') {
        let unit = position(&UNITS[..10], unit).filter(|unit| *unit > 0)?;
        return Some((position(&TENS, tens)? + 2) * 10 + unit);
    }
    position(&UNITS, word).or_else(|| position(&TENS, word).map(|tens| (tens + 2) * 10))
}

/// The digits of a number token, and the factor of its suffix.
pub(crate) fn digits(token: &Token<'_>) -> Option<(Decimal, Option<Decimal>)> {
    let split = token.text.find(|c: char| c.is_alphabetic()).unwrap_or(token.text.len());
    let (plain, suffix) = token.text.split_at(split);
    let value: Decimal = plain.replace(',', "").parse().ok()?;
    if suffix.is_empty() { Some((value, None)) } else { Some((value, Some(suffix_scale(&suffix.to_lowercase())?))) }
}

/// The number that starts at token `at`: digits or words with their scale. Whether it is a figure at all is for the caller.
pub(crate) fn number_at(tokens: &[Token<'_>], at: usize) -> Option<Number> {
    let first = tokens.get(at)?;
    if first.is_number() {
        let (value, suffix) = digits(first)?;
        let (scale, end) = match suffix {
            Some(scale) => (Some(scale), at + 1),
            None => match scale_after(tokens, at + 1) {
                Some((scale, end)) => (Some(scale), end),
                None => (None, at + 1),
            },
        };
        let value = value.checked_mul(scale.unwrap_or(Decimal::ONE))?.normalize();
        return Some(Number { value, end, form: Form::Digits, scale });
    }
    if !first.is_word() {
        return None;
    }
    vague_at(tokens, at).or_else(|| words_at(tokens, at))
}

/// A scale word after a number, perhaps on a hyphen: " million", "-million", " hundred thousand".
fn scale_after(tokens: &[Token<'_>], at: usize) -> Option<(Decimal, usize)> {
    let mut next = at;
    if tokens.get(next)?.is_dash() && tokens[next].gap == Gap::Joined && tokens.get(next + 1)?.gap == Gap::Joined {
        next += 1;
    }
    let mut scale = same_line(tokens, next).and_then(|token| scale_word(&token.lower))?;
    next += 1;
    while let Some(more) = same_line(tokens, next).and_then(|token| scale_word(&token.lower)) {
        scale = scale.checked_mul(more)?;
        next += 1;
    }
    Some((scale, next))
}

/// The word at `at`, where it does not begin a paragraph.
pub(crate) fn same_line<'t, 'a>(tokens: &'t [Token<'a>], at: usize) -> Option<&'t Token<'a>> {
    tokens.get(at).filter(|token| token.is_word() && token.gap < Gap::Paragraph)
}

/// "thousands", "tens of thousands", "hundreds of billions", "several hundred thousand", "a few million", "many thousands", "a couple of hundred".
fn vague_at(tokens: &[Token<'_>], at: usize) -> Option<Number> {
    let mut next = at;
    let mut value = if let Some(value) = vague_word(&tokens[at].lower) {
        next += 1;
        value
    } else {
        if tokens[at].is("a") && tokens.get(at + 1)?.is_one_of(&["few", "couple"]) {
            next += 1 + usize::from(tokens[at + 1].is("couple") && tokens.get(at + 2)?.is("of"));
        } else if !tokens[at].is_one_of(&["several", "many", "few", "untold", "countless"]) {
            return None;
        }
        let word = &same_line(tokens, next + 1)?.lower;
        let scale = if word == "dozen" { Some(Decimal::from(12)) } else { scale_word(word).or_else(|| vague_word(word)) }?;
        next += 2;
        scale
    };
    let many = next > at + 1;
    loop {
        let of = usize::from(same_line(tokens, next).is_some_and(|token| token.is("of")));
        let Some(more) = same_line(tokens, next + of) else { break };
        let factor = if of == 1 { vague_word(&more.lower).filter(|f| *f > Decimal::TEN) } else { scale_word(&more.lower) };
        let Some(factor) = factor else { break };
        value = value.checked_mul(factor)?;
        next += of + 1;
    }
    // "tens" alone is no figure, and "scores" alone are points: "scores of servers" counts.
    let scores = tokens[at].is("scores") && !same_line(tokens, next).is_some_and(|token| token.is("of"));
    let lone = !many && next == at + 1 && (tokens[at].is("tens") || scores);
    (!lone).then_some(Number { value, end: next, form: Form::Vague, scale: Some(value) })
}

/// "three", "twenty-five", "two hundred and six", "a million", "half a million", "two dozen".
fn words_at(tokens: &[Token<'_>], at: usize) -> Option<Number> {
    let word = |at: usize| same_line(tokens, at).map(|token| &*token.lower);
    let mut next = at;
    let first: &str = &tokens[at].lower;
    // "half a million", "a quarter of a million", "half a dozen"
    if let Some((part, whole, end)) = part_at(tokens, at) {
        let article = end + usize::from(word(end) == Some("of"));
        if matches!(word(article), Some("a" | "an"))
            && let Some(unit) = word(article + 1)
        {
            if unit == "dozen" && whole == 2 {
                return Some(Number { value: Decimal::from(6), end: article + 2, form: Form::Dozen, scale: None });
            }
            if let Some(scale) = scale_word(unit) {
                let value = scale.checked_mul(Decimal::from(part))?.checked_div(Decimal::from(whole))?.round_dp(0).normalize();
                return Some(Number { value, end: article + 2, form: Form::Words, scale: Some(scale) });
            }
        }
        if first == "half" {
            return None;
        }
    }
    if matches!(first, "a" | "an") {
        if word(at + 1) == Some("dozen") {
            return Some(Number { value: Decimal::from(12), end: at + 2, form: Form::Dozen, scale: None });
        }
        scale_word(word(at + 1)?)?;
    } else {
        small_word(first)?;
    }
    // Groups: (small [hundred] [and small]) scale ...
    let (mut total, mut group, mut biggest) = (Decimal::ZERO, Decimal::ZERO, None);
    let mut last_small = false;
    while let Some(token) = if next == at { tokens.get(at) } else { same_line(tokens, next) } {
        let lower: &str = &token.lower;
        if let Some(small) = small_word(lower) {
            // "twenty five" is one number; "three four" is two.
            let continues_tens = last_small && small < 10 && (group % Decimal::ONE_HUNDRED) >= Decimal::from(20);
            if last_small && !continues_tens {
                break;
            }
            group = group.checked_add(Decimal::from(small))?;
            last_small = true;
        } else if next == at && matches!(lower, "a" | "an") {
            group = Decimal::ONE;
        } else if lower == "hundred" {
            group = if group.is_zero() { Decimal::ONE } else { group }.checked_mul(Decimal::ONE_HUNDRED)?;
            last_small = false;
        } else if lower == "dozen" && last_small {
            return Some(Number { value: group.checked_mul(Decimal::from(12))?, end: next + 1, form: Form::Dozen, scale: None });
        } else if let Some(scale) = scale_word(lower) {
            total = total.checked_add(group.checked_mul(scale)?)?;
            group = Decimal::ZERO;
            biggest = biggest.max(Some(scale));
            last_small = false;
        } else if lower == "and" && last_small && word(next + 1) == Some("a") && word(next + 2) == Some("half") {
            // "two and a half million"
            group = group.checked_add(Decimal::new(5, 1))?;
            next += 2;
        } else if lower == "and" && !last_small && next > at && word(next + 1).and_then(small_word).is_some() {
            // "two hundred and six"
        } else {
            break;
        }
        next += 1;
    }
    Some(Number { value: total.checked_add(group)?, end: next, form: Form::Words, scale: biggest })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::tokens;

    fn check(text: &str, value: &str, form: Form) {
        let tokens = tokens(text);
        let number = number_at(&tokens, 0).unwrap_or_else(|| panic!("no number in {text}"));
        assert_eq!((number.value.normalize().to_string().as_str(), number.form), (value, form), "{text}");
        assert_eq!(number.end, tokens.len(), "{text}");
    }

    #[test]
    fn written_numbers_have_their_value() {
        for (text, value) in [
            ("25,000", "25000"),
            ("28.8 million", "28800000"),
            ("28.8-million", "28800000"),
            ("28.8M", "28800000"),
            ("2.5bn", "2500000000"),
            ("400k", "400000"),
            ("3 hundred thousand", "300000"),
            ("5 crore", "50000000"),
        ] {
            check(text, value, Form::Digits);
        }
    }

    #[test]
    fn number_words_have_their_value() {
        for (text, value) in [
            ("three", "3"),
            ("twenty-five", "25"),
            ("twenty five", "25"),
            ("Ninety", "90"),
            ("two hundred and six", "206"),
            ("one hundred fifty thousand", "150000"),
            ("a million", "1000000"),
            ("half a million", "500000"),
            ("a quarter of a million", "250000"),
            ("three quarters of a million", "750000"),
            ("two and a half million", "2500000"),
            ("three million four hundred thousand", "3400000"),
        ] {
            check(text, value, Form::Words);
        }
        for (text, value) in [("a dozen", "12"), ("two dozen", "24"), ("half a dozen", "6")] {
            check(text, value, Form::Dozen);
        }
    }

    #[test]
    fn vague_words_give_their_scale() {
        for (text, value) in [
            ("thousands", "1000"),
            ("several thousand", "1000"),
            ("a few hundred", "100"),
            ("tens of thousands", "10000"),
            ("hundreds of billions", "100000000000"),
            ("dozens", "12"),
            ("several hundred thousand", "100000"),
            ("many thousands", "1000"),
            ("a couple of thousand", "1000"),
            ("a couple hundred", "100"),
            ("several dozen", "12"),
            ("a few hundred thousand", "100000"),
        ] {
            check(text, value, Form::Vague);
        }
        assert_eq!(number_at(&tokens("scores of servers"), 0).map(|number| number.value), Some(Decimal::from(20)));
        assert_eq!(number_at(&tokens("scores rose"), 0), None);
        assert_eq!(number_at(&tokens("tens"), 0), None);
        assert_eq!(number_at(&tokens("several accounts"), 0), None);
        assert_eq!(number_at(&tokens("an account"), 0), None);
    }
}
