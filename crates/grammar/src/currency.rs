//! Currencies: signs before a number, codes and words around it.

use crate::token::{Gap, Token};

/// The ISO 4217 code of the currency whose sign or code stands right before token `number`, with its first token.
pub(crate) fn before(tokens: &[Token<'_>], number: usize) -> Option<(&'static str, usize)> {
    let at = number.checked_sub(1)?;
    let near = &tokens[at];
    if tokens[number].gap > Gap::Space {
        return None;
    }
    if near.is_word() {
        return code(near.text).map(|code| (code, at));
    }
    let code = match near.text {
        "$" => "USD",
        "€" => "EUR",
        "£" => "GBP",
        "¥" => "JPY",
        "₹" => "INR",
        "₩" => "KRW",
        "₽" => "RUB",
        "₺" => "TRY",
        _ => return None,
    };
    // "US$", "HK$" and "CN¥" name the country before the sign.
    let country = at.checked_sub(1).map(|at| &tokens[at]).filter(|token| token.is_word() && near.gap == Gap::Joined);
    let named = match (country.map(|token| token.text), near.text) {
        (Some("US" | "U.S."), "$") => "USD",
        (Some("A" | "AU"), "$") => "AUD",
        (Some("C" | "CA"), "$") => "CAD",
        (Some("HK"), "$") => "HKD",
        (Some("NT"), "$") => "TWD",
        (Some("S"), "$") => "SGD",
        (Some("NZ"), "$") => "NZD",
        (Some("R"), "$") => "BRL",
        (Some("CN"), "¥") => "CNY",
        _ => return Some((code, at)),
    };
    Some((named, at - 1))
}

/// The currency that the words from token `at` on name, with one past their last: "dollars", "of U.S. dollars", "yuan", "EUR".
pub(crate) fn after(tokens: &[Token<'_>], at: usize) -> Option<(&'static str, usize)> {
    let word = |at: usize| tokens.get(at).filter(|token| token.is_word() && token.gap < Gap::Paragraph);
    let mut at = at;
    if word(at)?.is("of") {
        at += 1;
    }
    if let Some(code) = code(word(at)?.text) {
        return Some((code, at + 1));
    }
    let (country, at) = match &*word(at)?.lower {
        "u.s." | "us" | "american" => ("USD", at + 1),
        "australian" => ("AUD", at + 1),
        "canadian" => ("CAD", at + 1),
        "singapore" => ("SGD", at + 1),
        "taiwan" => ("TWD", at + 1),
        "hong" if word(at + 1)?.is("kong") => ("HKD", at + 2),
        "british" => ("GBP", at + 1),
        "chinese" => ("CNY", at + 1),
        "japanese" => ("JPY", at + 1),
        _ => ("", at),
    };
    let code = match &*word(at)?.lower {
        "dollar" | "dollars" if country.is_empty() => "USD",
        "dollar" | "dollars" => country,
        "euro" | "euros" => "EUR",
        "pound" | "pounds" if !word(at + 1).is_some_and(|next| next.is("of")) => "GBP",
        "yuan" | "renminbi" => "CNY",
        "yen" => "JPY",
        "rupee" | "rupees" => "INR",
        "won"
            if country.is_empty()
                && tokens.get(at.wrapping_sub(1)).is_some_and(|before| before.is_one_of(&["million", "billion", "trillion"])) =>
        {
            "KRW"
        }
        "rouble" | "roubles" | "ruble" | "rubles" => "RUB",
        _ => return None,
    };
    Some((code, at + 1))
}

fn code(text: &str) -> Option<&'static str> {
    Some(match text {
        "USD" => "USD",
        "EUR" => "EUR",
        "GBP" => "GBP",
        "JPY" => "JPY",
        "CNY" | "RMB" => "CNY",
        "INR" => "INR",
        "KRW" => "KRW",
        "TWD" => "TWD",
        "HKD" => "HKD",
        "AUD" => "AUD",
        "CAD" => "CAD",
        "SGD" => "SGD",
        "CHF" => "CHF",
        "NZD" => "NZD",
        "SEK" => "SEK",
        "NOK" => "NOK",
        "DKK" => "DKK",
        "PLN" => "PLN",
        "CZK" => "CZK",
        "HUF" => "HUF",
        "ILS" => "ILS",
        "AED" => "AED",
        "SAR" => "SAR",
        "ZAR" => "ZAR",
        "BRL" => "BRL",
        "MXN" => "MXN",
        "THB" => "THB",
        "MYR" => "MYR",
        "IDR" => "IDR",
        "VND" => "VND",
        "RUB" => "RUB",
        _ => return None,
    })
}

/// The length of a code at the start of `text` that stands right before a digit: "USD" of "USD252 million". Other letters before
/// digits belong to a name.
pub(crate) fn joined_code(text: &str) -> Option<usize> {
    let length = text.find(|c: char| !c.is_ascii_uppercase())?;
    (text[length..].starts_with(|c: char| c.is_ascii_digit()) && code(&text[..length]).is_some()).then_some(length)
}
