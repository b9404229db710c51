//! Words for labels and descriptions: figures, hedges and lists, saying no more than the facts.

use dossier_model::{Bound, Decimal, Fact, Hedge, Interval, Quantity, spelled};

/// The word that keeps a hedge in a label; nothing for what is stated.
pub(crate) fn hedge(hedge: Hedge) -> Option<&'static str> {
    match hedge {
        Hedge::Asserted => None,
        Hedge::Opinion
        | Hedge::Forecast
        | Hedge::Planned
        | Hedge::Conditional
        | Hedge::Denied
        | Hedge::Disputed
        | Hedge::Alleged
        | Hedge::Reported
        | Hedge::Confirmed => Some(hedge.as_str()),
    }
}

/// The same where a word is always wanted.
pub(crate) fn hedge_or_stated(of: Hedge) -> &'static str {
    hedge(of).unwrap_or("stated")
}

/// "1 origin", "4 reports".
pub(crate) fn counted(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") }
}

/// "a", "a and b", "a, b and c".
pub(crate) fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// The first letter in upper case.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What was said, as words of their own: without the conjunction of reported speech, "that about 26,000 accounts signed in". The
/// "that" which starts a sentence or points at a time, "that month", stays.
pub(crate) fn alone(said: &str) -> &str {
    let said = said.trim();
    let Some(rest) = said.strip_prefix("that").filter(|rest| rest.starts_with(|next: char| next == ',' || next.is_whitespace()))
    else {
        return said;
    };
    let rest = rest.trim_start_matches(',').trim_start();
    let first = rest.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    if rest.is_empty() || is_time(first) { said } else { rest }
}

/// Whether "that" points at the word rather than introduces it.
fn is_time(word: &str) -> bool {
    let times = "same day night morning afternoon evening week weekend month quarter summer winter year";
    times.split(' ').any(|time| time == word)
}

/// Whether words start by naming a party, its possessive included; "Orsovan models" do not name Orsova.
pub(crate) fn begins_with(words: &str, party: &str) -> bool {
    let plain = |text: &str| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace('’', "'");
        text.strip_prefix("the ").map(str::to_owned).unwrap_or(text)
    };
    let party = plain(party);
    let goes_on = |next: char| next.is_alphanumeric() || matches!(next, '-' | '\u{2010}' | '\u{2011}' | '–');
    !party.is_empty() && plain(words).strip_prefix(&party).is_some_and(|rest| !rest.starts_with(goes_on))
}

/// To whom, with one preposition: "to the Committee", "for the attention of the Minister".
pub(crate) fn to(addressee: &str) -> String {
    let addressee = addressee.trim();
    let first = addressee.split_whitespace().next().unwrap_or_default();
    let has_one = ["to", "for", "toward", "towards"].iter().any(|word| first.eq_ignore_ascii_case(word));
    if has_one { addressee.to_owned() } else { format!("to {addressee}") }
}

/// A figure with its bound and unit: "nearly 25,000 accounts". A vague word is given back as a word: "thousands of accounts".
pub(crate) fn quantity(quantity: &Quantity) -> String {
    let value = spelled(quantity.value);
    let unit = quantity.unit.as_deref().unwrap_or_default();
    let words = match quantity.bound {
        None => value,
        Some(Bound::Exact) => format!("exactly {value}"),
        Some(Bound::About) => format!("about {value}"),
        Some(Bound::Below) => format!("nearly {value}"),
        Some(Bound::Above) => format!("more than {value}"),
        Some(Bound::AtLeast) => format!("at least {value}"),
        Some(Bound::AtMost) => format!("at most {value}"),
        Some(Bound::Vague) => return format!("{} {unit}", vague(quantity.value)).trim_end().to_owned(),
    };
    format!("{words} {unit}").trim_end().to_owned()
}

/// The word for a scale.
fn vague(floor: Decimal) -> String {
    let ten = Decimal::TEN;
    let mut rest = floor.normalize();
    let mut zeros = 0_usize;
    while rest > Decimal::ONE && (rest % ten).is_zero() {
        rest /= ten;
        zeros += 1;
    }
    let scale = ["", "thousands", "millions", "billions", "trillions"].get(zeros / 3).copied().unwrap_or_default();
    match (zeros % 3, scale) {
        _ if rest != Decimal::ONE => format!("on the scale of {}", spelled(floor)),
        (1, "") => "tens of".to_owned(),
        (2, "") => "hundreds of".to_owned(),
        (1, scale) => format!("tens of {scale} of"),
        (2, scale) => format!("hundreds of {scale} of"),
        (_, scale) => format!("{scale} of"),
    }
}

/// An interval: "22,500 to 25,000", "25,000 or more".
pub(crate) fn interval(interval: &Interval) -> String {
    match (interval.low, interval.high) {
        (Some(low), Some(high)) if low == high => spelled(low),
        (Some(low), Some(high)) => {
            let (low, high) = (spelled(low), spelled(high));
            match (low.strip_suffix(" million"), high.strip_suffix(" million")) {
                (Some(plain), Some(_)) => format!("{plain} to {high}"),
                _ => format!("{low} to {high}"),
            }
        }
        (Some(low), None) => format!("{} or more", spelled(low)),
        (None, Some(high)) => format!("{} or less", spelled(high)),
        (None, None) => "any number".to_owned(),
    }
}

/// A fact's value in words.
pub(crate) fn value(fact: &Fact) -> String {
    match fact.quantity() {
        Some(figure) => quantity(&figure),
        None => fact.value.clone().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_keep_their_bound() {
        let check = |value: &str, bound: Option<Bound>, expect: &str| {
            let figure = Quantity { value: value.parse().unwrap(), unit: Some("accounts".to_owned()), bound };
            assert_eq!(quantity(&figure), expect);
        };
        check("25000", Some(Bound::Below), "nearly 25,000 accounts");
        check("28800000", None, "28.8 million accounts");
        check("1000", Some(Bound::Vague), "thousands of accounts");
        check("10000", Some(Bound::Vague), "tens of thousands of accounts");
        check("100000000000", Some(Bound::Vague), "hundreds of billions of accounts");
        check("100", Some(Bound::Vague), "hundreds of accounts");
    }
    #[test]
    fn the_conjunction_of_reported_speech_is_left_out_and_a_that_which_points_stays() {
        for (said, words) in [
            (" that about 26,000 accounts signed in", "about 26,000 accounts signed in"),
            ("that, in April, accounts signed in", "in April, accounts signed in"),
            ("that\nit had blocked them", "it had blocked them"),
            ("That memo was issued in April", "That memo was issued in April"),
            ("that month shares fell", "that month shares fell"),
            ("that same week, shares fell", "that same week, shares fell"),
            ("thatched roofs burned", "thatched roofs burned"),
            ("that", "that"),
        ] {
            assert_eq!(alone(said), words);
        }
    }

    #[test]
    fn a_party_is_named_by_its_possessive_and_not_by_a_longer_word() {
        for words in
            ["Ferris Works", "Ferris Works’ shares fell", "Ferris Works's shares", "the Ferris  Works, too", "FERRIS WORKS fell"]
        {
            assert!(begins_with(words, "Ferris Works"), "{words}");
        }
        for words in ["Ferris Workshop fell", "Ferris Works-backed firms fell", "shares of Ferris Works fell", "", "Ferris"] {
            assert!(!begins_with(words, "Ferris Works"), "{words}");
        }
        assert!(begins_with("Office of Trade declined", "The Office of Trade"));
        assert!(!begins_with("no response", ""), "no party is named by nothing");
    }

    #[test]
    fn an_addressee_has_one_preposition() {
        for (addressee, words) in [
            ("the Committee", "to the Committee"),
            ("to the Committee", "to the Committee"),
            ("for the attention of the Minister", "for the attention of the Minister"),
            ("Toledo council", "to Toledo council"),
        ] {
            assert_eq!(to(addressee), words);
        }
    }
}
