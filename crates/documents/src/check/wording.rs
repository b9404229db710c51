//! Words to put in place of others: what a fact says, in the form that the sentence has for it.

use super::reading::Reading;
use crate::write::words;
use dossier_grammar::{Figure, Found};
use dossier_model::{Edtf, Quantity};

/// `quantity` in place of `figure`, with the sentence's own words for what is counted: "nearly 25,000 fraudulent accounts".
pub(super) fn figure(reading: &Reading<'_>, figure: &Found<Figure>, quantity: &Quantity) -> String {
    let whole = words::quantity(quantity);
    let ours = figure.what.unit_words.as_ref().filter(|unit| unit.end <= figure.range.end);
    let unit = quantity.unit.as_deref().unwrap_or_default();
    let number = whole.strip_suffix(unit).or_else(|| whole.strip_suffix(&words::singular(unit))).map(str::trim_end);
    let said = reading.words(&figure.range);
    match (ours, number) {
        (Some(ours), Some(number)) => like(said, &format!("{number} {}", reading.words(ours))),
        // What is counted stands elsewhere in the sentence, or is not named.
        (None, Some(number)) => like(said, number),
        (_, None) => like(said, &whole),
    }
}

/// `period` in place of the dates `said`, which stand there as `words`; `None` where its form would not fit the words before.
pub(super) fn dates(words: &str, said: &Edtf, period: &Edtf) -> Option<String> {
    const LEADS: [&str; 8] = ["between ", "from ", "on ", "in ", "during ", "since ", "until ", "about "];
    let lower = words.to_lowercase();
    let (preposition, joined) = words::when(period);
    let open = words::open_year(period);
    let has_lead = LEADS.iter().any(|lead| lower.starts_with(lead));
    let same_form = match (said, period) {
        (Edtf::Date(ours), Edtf::Date(theirs)) => ours.day().is_some() == theirs.day().is_some(),
        (Edtf::Interval(..), Edtf::Interval(..)) => true,
        (Edtf::Date(_), Edtf::Interval(..)) | (Edtf::Interval(..), Edtf::Date(_)) => false,
    };
    match (has_lead, same_form) {
        (true, _) => Some(like(words, &format!("{preposition}{joined}{open}"))),
        (false, true) if lower.contains(" and ") => Some(format!("{joined}{open}")),
        (false, true) => Some(like(words, &format!("{}{open}", words::dates(period)))),
        (false, false) => None,
    }
}

/// `words` with a first letter as `said` has it.
pub(super) fn like(said: &str, words: &str) -> String {
    if said.starts_with(char::is_uppercase) { words::capitalised(words) } else { words.to_owned() }
}
